#!/usr/bin/env bash
# Builds the double into the layout in which the real loader looks for a runtime of a fixed version.
#
#   tests/WebView2Double/build.sh FOLDER_OF_WEBVIEW2_H FOLDER_FOR_THE_RUNTIME
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out="$2/EBWebView/x64"
mkdir -p "$out"
x86_64-w64-mingw32-windres "$here/version.rc" -O coff -o "$out/version.o"
x86_64-w64-mingw32-g++ -std=c++20 -O1 -g0 -Wall -Wextra -Werror -Wno-unknown-pragmas -Wno-non-virtual-dtor -Wno-delete-non-virtual-dtor \
  -I "$here/include" -isystem "$1" -shared -static -o "$out/EmbeddedBrowserWebView.dll" \
  "$here"/pump.cpp "$here"/view.cpp "$here"/page.cpp "$here"/requests.cpp "$here"/environment.cpp "$out/version.o" -lole32 -luuid -luser32
rm "$out/version.o"
