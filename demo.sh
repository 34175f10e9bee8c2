#!/usr/bin/env bash
# Runs the scene editor, a small host application with a real panel.
#
#   ./demo.sh          with a display: opens the panel and waits for you
#                      without one:    starts a virtual display and drives the panel itself
#   ./demo.sh --auto   drives the panel itself in any case, on a virtual display
#
# Needs the .NET SDK that global.json names. Missing system packages are installed with apt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

auto=false
for argument in "$@"; do
  case "$argument" in
    --auto) auto=true ;;
    -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "demo.sh: unknown argument '$argument' (try --help)" >&2; exit 2 ;;
  esac
done
[ -n "${DISPLAY:-}" ] || auto=true

. eng/packages.sh

missing_packages() {
  has_library libwebkit2gtk-4.1.so.0 libwebkit2gtk-4.0.so.37 || echo libwebkit2gtk-4.1-0
  has_library libX11.so.6 || echo libx11-6
  build_packages
  if $auto; then
    command -v Xvfb >/dev/null || echo xvfb
    has_library libXtst.so.6 || echo libxtst6
  fi
}

require_sdk
mapfile -t packages < <(missing_packages)
[ "${#packages[@]}" = 0 ] || install_packages "${packages[@]}"

echo "Building"
./build.sh

editor=(dotnet artifacts/bin/SceneEditor/release/SceneEditor.dll --save-folder artifacts/demo)
if ! $auto; then
  "${editor[@]}"
  exit
fi

# A display of our own: nothing on a person's screen is touched, and nothing there gets in the way.
work=$(mktemp -d)
xvfb=
cleanup() {
  if [ -n "$xvfb" ]; then kill "$xvfb" 2>/dev/null || true; wait "$xvfb" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

mkfifo "$work/display"
Xvfb -displayfd 5 -screen 0 1280x900x24 -nolisten tcp -noreset 5>"$work/display" >"$work/xvfb.log" 2>&1 &
xvfb=$!
read -r -t 30 number <"$work/display" || { cat "$work/xvfb.log" >&2; fail "the virtual display did not start"; }
export DISPLAY=":$number"

mkdir -p artifacts
timeout --kill-after=10 90 "${editor[@]}" --auto --size 1200x800 --picture artifacts/demo.png
