# The core, the bridge and the Windows side as Windows programs, and apart from them the Python package, in a Wine prefix of their own, without an X server.

. eng/winpython/host_python.sh

windows_missing() {
  core_missing
  command -v wine >/dev/null || printf '%s\n' wine wine64
  command -v x86_64-w64-mingw32-g++ >/dev/null || printf '%s\n' g++-mingw-w64-x86-64 gcc-mingw-w64-x86-64
  # The linker of what is compiled ahead of time, and the compiler of its runtime library's stand-in.
  command -v lld-link >/dev/null || echo lld
  command -v clang >/dev/null || echo clang
  # The wheel for Windows is looked at from here.
  command -v python3 >/dev/null || echo python3
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}

winpython_missing() {
  windows_missing
  # A Python for Windows is built from Debian's sources, by a Python of this system of the same version.
  command -v make >/dev/null || echo make
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || echo debian-archive-keyring
  host_python >/dev/null || echo python3.11
}

windows_run() {
  local suite
  # Debian's Wine keeps no double mapping of code pages: freeing a dynamic method would end the process.
  local -x DOTNET_EnableWriteXorExecute=0 WINEDEBUG=${WINEDEBUG:--all} WINEPREFIX="" WINEDLLOVERRIDES=""
  wine_begin || { could_not_run "Wine could not be set up."; return; }
  make_double >"$log" 2>&1 || { tail -n 40 "$log"; could_not_run "The double of WebView2 could not be built."; }
  bindings_suite
  native_suite
  for suite in AuroraView.Threading.Tests AuroraView.Windows.Tests; do
    wine_suite "$suite"
    aot_suite "$suite"
  done
  wine_suite AuroraView.Tests
  # The first of the seeds that Linux runs: the scheduler hands over by real threads, and under Wine that takes ten times as long.
  AURORAVIEW_RUNS=250 wine_suite AuroraView.Threading.Schedules
  wine_end
}

winpython_run() {
  local -x DOTNET_EnableWriteXorExecute=0 WINEDEBUG=${WINEDEBUG:--all} WINEPREFIX="" WINEDLLOVERRIDES=""
  wine_begin || { could_not_run "Wine could not be set up."; return; }
  if { make_double && publish_native; } >"$log" 2>&1; then
    package_suite
  else
    tail -n 40 "$log"
    could_not_run "The double of WebView2 or auroraview.dll could not be built."
  fi
  wine_end
}

publish_native() {
  dotnet publish src/AuroraView.Native -c Release -r win-x64 -p:ArtifactsPath="$PWD/artifacts/windows" -o artifacts/windows/native -v quiet --nologo
}

wine_begin() {
  WINEPREFIX=$(mktemp -d) || return
  {
    # Without mscoree and mshtml Wine asks for no downloads; .NET itself needs mscoree later.
    WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=" timeout --kill-after=10 300 env -u DISPLAY -u WAYLAND_DISPLAY wine wineboot -u \
      && timeout 60 wine winecfg -v win10 \
      && timeout 60 wine reg add 'HKCU\Software\Wine\Drivers' /v Graphics /d null /f \
      && timeout 60 wineserver -w
  } >"$log" 2>&1 || { tail -n 30 "$log"; return 1; }
  WINEDLLOVERRIDES="mshtml=;winemenubuilder.exe=;winedbg.exe="
}

# Ends what still runs in this prefix, and no other.
wine_end() {
  [ -n "${WINEPREFIX:-}" ] || return 0
  timeout 30 wineserver -k >/dev/null 2>&1
  timeout 30 wineserver -w >/dev/null 2>&1
  rm -rf "$WINEPREFIX"
}

webview2_headers() {
  local version
  version=$(sed -nE 's/.*"Microsoft.Web.WebView2" Version="([^"]+)".*/\1/p' Directory.Packages.props)
  echo "${NUGET_PACKAGES:-$HOME/.nuget/packages}/microsoft.web.webview2/$version/build/native/include"
}

# The stand-in for a WebView2 runtime, in the layout in which the real loader looks for one.
double=artifacts/windows/webview2-double
make_double() { tests/WebView2Double/build.sh "$(webview2_headers)" "$double"; }

# The size of the youngest objects' heap, in hexadecimal: a short program sees many collections, as a long one does.
small_heap=10000

# A file's name as programs under Wine know it.
wine_path() { echo "Z:${PWD//\//\\}\\${1//\//\\}"; }

# The C interface: what auroraview.dll exports, a C program that uses it from a host's message loop, and the wheel with it.
native_suite() {
  local folder=artifacts/windows/native smoke=artifacts/windows/smoke/smoke_windows.exe arguments
  mkdir -p "$(dirname "$smoke")"
  if ! { publish_native \
    && x86_64-w64-mingw32-gcc -std=c99 -Wall -Wextra -Werror -O1 -I src/AuroraView.Native/include tests/native/smoke_windows.c -o "$smoke"; } >"$log" 2>&1; then
    tail -n 40 "$log"
    count "auroraview.dll" 1 1 1 0
    return
  fi
  exports_suite "$folder/auroraview.dll"
  arguments=("$(wine_path "$folder/auroraview.dll")" "$(wine_path "$double")")
  counted_suite "auroraview.dll from C" 300 env -u DISPLAY -u WAYLAND_DISPLAY DOTNET_GCgen0size="$small_heap" wine "$smoke" "${arguments[@]}"
  counted_suite "auroraview.dll left open" 120 env -u DISPLAY -u WAYLAND_DISPLAY DOTNET_GCgen0size="$small_heap" wine "$smoke" "${arguments[@]}" leave
  counted_suite "wheel for Windows" 600 python3 tests/wheel/run.py windows_wheel
}

# The Python package over auroraview.dll and the double, in a CPython for Windows that is built here: the tests of tests/python that are not Linux's own.
package_suite() {
  local name="python package (Windows)" python=artifacts/windows/cpython folder=artifacts/windows/python
  if ! { eng/winpython/build.sh "$python" && lay_out_package "$folder"; } >"$log" 2>&1; then
    tail -n 40 "$log"
    count "$name" 1 1 1 0
    return
  fi
  # What keeps a child from starting is in what it printed.
  local -x WINEDEBUG=-all,err+module
  # Through a pipe: Wine 8 tells Python nothing about a standard output that is a file.
  counted_suite "$name" 1200 env -u DISPLAY -u WAYLAND_DISPLAY AURORAVIEW_WEBVIEW2_FOLDER="$(wine_path "$double")" \
    bash -c 'set -o pipefail; wine "$@" 2>&1 </dev/null | tr -d "\r"' python "$python/python.exe" "$folder/tests/python/run.py"
}

# A source tree as it looks on Windows: the library and its loader lie beside the package's modules.
lay_out_package() { # folder
  rm -rf "$1"
  mkdir -p "$1/python" "$1/tests" "$1/src/AuroraView.Native"
  cp -r python/auroraview "$1/python/" && cp -r tests/python "$1/tests/" && cp -r src/AuroraView.Native/include "$1/src/AuroraView.Native/" || return
  rm -f "$1/python/auroraview/"*.so "$1/python/auroraview/auroraview-panelhost"
  cp artifacts/windows/native/auroraview.dll artifacts/windows/native/WebView2Loader.dll "$1/python/auroraview/"
}

# A suite compiled ahead of time, for the .NET of auroraview.dll.
aot_suite() { # project
  local name=$1 folder="artifacts/windows/run/$1.Aot"
  if ! { dotnet publish "tests/$name.Aot" -c Release -r win-x64 -p:ArtifactsPath="$PWD/artifacts/windows" -o "$folder" -v quiet --nologo \
    && complete_folder "$name" "$folder"; } >"$log" 2>&1; then
    tail -n 40 "$log"
    count "$name (native AOT)" 1 1 1 0
    return
  fi
  counted_suite "$name (native AOT)" 600 env -u DISPLAY -u WAYLAND_DISPLAY DOTNET_GCgen0size="$small_heap" wine "$folder/$name.exe"
}

exports_suite() { # library: whether it exports what the header declares
  local code
  echo "== auroraview.dll: exports"
  diff <(sed -nE 's/^(int32_t|void) (av_[a-z_]+)\(.*/\2/p' src/AuroraView.Native/include/auroraview.h | sort) \
    <(x86_64-w64-mingw32-objdump -p "$1" | sed -nE 's/.*[[:space:]](av_[a-z_]+)$/\1/p' | sort) >"$log"
  code=$?
  [ "$code" = 0 ] || cat "$log"
  count "auroraview.dll: exports" "$code" 1 "$((code != 0))" 0
}

wine_suite() { # project, arguments of the suite...
  local name=$1 folder="artifacts/windows/run/$1"
  shift
  # Artifacts of their own: a build for Windows would make every other project restore again.
  if ! { dotnet publish "tests/$name" -c Debug -r win-x64 --self-contained -p:ArtifactsPath="$PWD/artifacts/windows" -o "$folder" -v quiet --nologo \
    && complete_folder "$name" "$folder"; } >"$log" 2>&1; then
    tail -n 40 "$log"
    count "$name (Windows)" 1 1 1 0
    return
  fi
  xunit_suite "$name (Windows)" env -u DISPLAY -u WAYLAND_DISPLAY wine "$folder/$name.exe" -noColor -longRunning "$long_running" "$@"
}

# What a suite needs beside its program: the double of the engine, and a program with a window.
complete_folder() { # project, folder of its program
  if [ -e "$2/WebView2Loader.dll" ]; then
    mkdir -p "$2/webview2-double" && cp -r "$double/." "$2/webview2-double/" || return
  fi
  if [ -d "tests/$1/OtherProcess" ]; then
    x86_64-w64-mingw32-gcc -std=c99 -Wall -Wextra -Werror -O1 "tests/$1/OtherProcess/window.c" -o "$2/other-process.exe"
  fi
}

# Whether the checked-in bindings and stubs are what the header says.
bindings_suite() {
  echo "== WebView2 bindings"
  dotnet run --project eng/WebView2Bindings -- --check >"$log" 2>&1
  local code=$?
  [ "$code" = 0 ] || cat "$log"
  count "WebView2 bindings" "$code" 1 "$((code != 0))" 0
}
