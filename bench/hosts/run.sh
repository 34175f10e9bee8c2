#!/usr/bin/env bash
# Measures the way to the main thread inside Blender and Qt, what a Python handler costs, the memory that comes into the host, and the time to the first panel. Needs what ./test.sh hosts installs, and a build (./build.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap '[ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null; rm -rf "$work"' EXIT
mkfifo "$work/display"
Xvfb -displayfd 5 -screen 0 1280x900x24 -nolisten tcp 5>"$work/display" >/dev/null 2>&1 &
xvfb=$!
read -r -t 30 number <"$work/display"
export DISPLAY=":$number" HOME="$work" LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb
timeout 300 blender --factory-startup --no-window-focus --python blender.py | grep -vE '^(Blender [0-9.]+$|Info:|Saved|Read|$)'
timeout 300 /usr/bin/python3 qt.py PyQt5
timeout 300 /usr/bin/python3 qt.py PySide2
timeout 300 /usr/bin/python3 handler.py
timeout 300 /usr/bin/python3 memory.py
timeout 600 /usr/bin/python3 start.py
