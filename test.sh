#!/usr/bin/env bash
# Runs the tests and ends with one line: N passed, N failed, N skipped.
#
#   ./test.sh          the core, the bridge, the page script, the panel host, the web view and the Python package
#   ./test.sh all      the same, and whatever other suites there are
#   ./test.sh hosts    the Python host adapters: on doubles, and inside real hosts (Blender, FreeCAD, Krita, Qt), which it installs
#
# A suite that cannot run because something is missing fails; it does not skip.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/packages.sh

which=${1:-default}
case "$which" in
  default | all | hosts) ;;
  -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
  *) echo "test.sh: unknown suite '$which' (try --help)" >&2; exit 2 ;;
esac

host_packages() {
  local command
  command -v python3 >/dev/null || echo python3
  command -v Xvfb >/dev/null || echo xvfb
  for command in blender freecad krita openbox xdotool; do
    command -v "$command" >/dev/null || echo "$command"
  done
  command -v import >/dev/null || echo imagemagick
  command -v xwininfo >/dev/null || echo x11-utils
  for command in PyQt5:python3-pyqt5 PySide2.QtWidgets:python3-pyside2.qtwidgets; do
    /usr/bin/python3 -c "import ${command%%:*}" 2>/dev/null || echo "${command##*:}"
  done
}

missing() {
  [ "$which" != hosts ] || host_packages
  build_packages
  has_library libwebkit2gtk-4.1.so.0 || echo libwebkit2gtk-4.1-0
  has_library libwebkit2gtk-4.0.so.37 || echo libwebkit2gtk-4.0-37
  has_library libXtst.so.6 || echo libxtst6
  command -v Xvfb >/dev/null || echo xvfb
  command -v xdotool >/dev/null || echo xdotool
  command -v node >/dev/null || echo nodejs
  command -v python3 >/dev/null || echo python3
  command -v gcc >/dev/null || echo gcc
}

require_sdk
mapfile -t packages < <(missing)
install_packages "${packages[@]}"
./build.sh Debug || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# A run that died, or whose summary cannot be read, counts as a failure whatever it printed.
count() { # name, exit code, total, failed, skipped
  local good=$(($3 - $4 - $5))
  echo "$1: $good passed, $4 failed, $5 skipped"
  passed=$((passed + good)) failed=$((failed + $4)) skipped=$((skipped + $5))
  if [ "$2" != 0 ] && [ "$4" = 0 ]; then
    echo "$1: ended with exit code $2"
    failed=$((failed + 1))
  fi
}

dotnet_suite() { # project, environment...
  local name=$1 label line
  shift
  label="$name${1:+ ($*)}"
  echo "== $label"
  env "$@" timeout --kill-after=10 1200 dotnet "artifacts/bin/$name/debug/$name.dll" -noColor >"$log" 2>&1
  local code=$?
  line=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    tail -n 60 "$log"
    count "$label" "$code" 1 1 0
    return
  fi
  [ "$code" = 0 ] || cat "$log"
  local numbers
  numbers=$(sed -E 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/' <<<"$line")
  read -r total errors bad skip <<<"$numbers"
  count "$label" "$code" "$((total + errors))" "$((bad + errors))" "$skip"
  [ "$total" -gt 0 ] || { echo "$label: ran no test"; failed=$((failed + 1)); }
}

python_suite() { # interpreter
  local label
  label="python package ($("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'))"
  echo "== $label"
  timeout --kill-after=10 1200 "$1" tests/python/run.py >"$log" 2>&1
  local code=$? line
  line=$(grep -E '^Python [0-9.]+[^:]*: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    tail -n 60 "$log"
    count "$label" "$code" 1 1 0
    return
  fi
  [ "$code" = 0 ] || cat "$log"
  read -r good bad skip <<<"$(sed -E 's/.*: ([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped/\1 \2 \3/' <<<"$line")"
  count "$label" "$code" "$((good + bad + skip))" "$bad" "$skip"
}

# The python3 of the PATH, and every other version from 3.7 on that is there and runs.
pythons() {
  local minor name
  echo python3
  for minor in 7 8 9 10 11 12 13 14; do
    name=python3.$minor
    python3 -c "import sys; sys.exit(sys.version_info[:2] == (3, $minor))" || continue
    ! "$name" -c pass 2>/dev/null || echo "$name"
  done
}

page_suite() {
  echo "== page script"
  (cd tests/page && timeout --kill-after=10 600 node --test) >"$log" 2>&1
  local code=$? total bad skip
  total=$(sed -nE 's/^[^a-z]*tests ([0-9]+)$/\1/p' "$log" | tail -n 1)
  bad=$(sed -nE 's/^[^a-z]*fail ([0-9]+)$/\1/p' "$log" | tail -n 1)
  skip=$(sed -nE 's/^[^a-z]*skipped ([0-9]+)$/\1/p' "$log" | tail -n 1)
  [ "$code" = 0 ] || cat "$log"
  count "page script" "$code" "${total:-1}" "${bad:-1}" "${skip:-0}"
}

hosts_suite() { # label, command...
  echo "== $1"
  local label=$1 code good bad skip line
  shift
  timeout --kill-after=10 3000 "$@" 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1)
  read -r good bad skip <<<"$(sed -E 's/([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped/\1 \2 \3/' <<<"${line:-0 passed, 1 failed, 0 skipped}")"
  count "$label" "$code" "$((good + bad + skip))" "$bad" "$skip"
}

if [ "$which" = hosts ]; then
  hosts_suite "host doubles" /usr/bin/python3 tests/hosts/doubles_run.py
  hosts_suite "real hosts" /usr/bin/python3 tests/hosts/run.py
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
  exit
fi

for suite in AuroraView.Threading.Tests AuroraView.Threading.Schedules AuroraView.Tests SceneEditor.Tests AuroraView.PanelHost.Tests AuroraView.Views.Tests; do
  dotnet_suite "$suite"
done
dotnet_suite AuroraView.Views.Tests AURORAVIEW_WEBKIT_API=4.0
page_suite
mapfile -t interpreters < <(pythons)
for interpreter in "${interpreters[@]}"; do python_suite "$interpreter"; done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
