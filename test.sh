#!/usr/bin/env bash
# Runs the tests and ends with one line: N passed, N failed, N skipped.
#
#   ./test.sh          the core, the bridge, the page script, the panel host and the web view
#   ./test.sh all      the same, and whatever other suites there are
#
# A suite that cannot run because something is missing fails; it does not skip.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/packages.sh

which=${1:-default}
case "$which" in
  default | all | windows) ;;
  -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
  *) echo "test.sh: unknown suite '$which' (try --help)" >&2; exit 2 ;;
esac

missing() {
  if [ "$which" = windows ]; then
    command -v wine >/dev/null || printf '%s\n' wine wine64
    command -v x86_64-w64-mingw32-g++ >/dev/null || echo g++-mingw-w64-x86-64
    return
  fi
  build_packages
  has_library libwebkit2gtk-4.1.so.0 || echo libwebkit2gtk-4.1-0
  has_library libwebkit2gtk-4.0.so.37 || echo libwebkit2gtk-4.0-37
  has_library libXtst.so.6 || echo libxtst6
  command -v Xvfb >/dev/null || echo xvfb
  command -v xdotool >/dev/null || echo xdotool
  command -v node >/dev/null || echo nodejs
}

require_sdk
mapfile -t packages < <(missing)
install_packages "${packages[@]}"
[ "$which" = windows ] || ./build.sh Debug || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

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

xunit_suite() { # label, command...
  local label=$1 line
  shift
  echo "== $label"
  timeout --kill-after=10 1200 "$@" >"$log" 2>&1
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

dotnet_suite() { # project, environment...
  local name=$1
  shift
  xunit_suite "$name${1:+ ($*)}" env "$@" dotnet "artifacts/bin/$name/debug/$name.dll" -noColor
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

if [ "$which" = windows ]; then
  . eng/wine.sh
  trap 'wine_end; rm -f "$log"' EXIT
  wine_begin || { echo "Wine could not be set up."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
  bindings_suite
  for suite in AuroraView.Threading.Tests AuroraView.Threading.Schedules AuroraView.Tests AuroraView.Windows.Tests; do
    wine_suite "$suite"
  done
else
  for suite in AuroraView.Threading.Tests AuroraView.Threading.Schedules AuroraView.Tests SceneEditor.Tests AuroraView.PanelHost.Tests AuroraView.Views.Tests; do
    dotnet_suite "$suite"
  done
  dotnet_suite AuroraView.Views.Tests AURORAVIEW_WEBKIT_API=4.0
  page_suite
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
