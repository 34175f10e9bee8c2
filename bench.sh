#!/usr/bin/env bash
# Measures, and prints a table: each figure beside a peer's of the same run. Ratios count, not the figures: machines differ.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/packages.sh

require_sdk
packages=()
while read -r name; do packages+=("$name"); done < <(
  build_packages
  command -v Xvfb >/dev/null || echo xvfb
  has_library libwebkit2gtk-4.1.so.0 || echo libwebkit2gtk-4.1-0
  [ -e /usr/include/webkitgtk-4.1/webkit2/webkit2.h ] || echo libwebkit2gtk-4.1-dev
  command -v gcc >/dev/null || echo gcc
  command -v pkg-config >/dev/null || echo pkg-config
)
install_packages "${packages[@]}"
./build.sh >/dev/null
mkdir -p artifacts/bench
gcc -O2 bench/native/engine_eval.c -o artifacts/bench/engine_eval $(pkg-config --cflags --libs webkit2gtk-4.1)
gcc -O2 bench/native/engine_panels.c -o artifacts/bench/engine_panels $(pkg-config --cflags --libs webkit2gtk-4.1)

work=$(mktemp -d)
mkfifo "$work/display"
Xvfb -displayfd 5 -screen 0 1280x900x24 -nolisten tcp -noreset 5>"$work/display" >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null; rm -rf "$work"' EXIT
read -r -t 30 number <"$work/display"
DISPLAY=":$number" dotnet artifacts/bin/AuroraView.Bench/release/AuroraView.Bench.dll artifacts/bench/engine_eval
DISPLAY=":$number" dotnet artifacts/bin/AuroraView.Bench/release/AuroraView.Bench.dll flood
install -m 755 artifacts/native/libauroraview.so artifacts/panelhost/auroraview-panelhost python/auroraview/
DISPLAY=":$number" PYTHONPATH=python python3 bench/hosts/panels.py
