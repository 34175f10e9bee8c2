# The core, the bridge and the Windows side as Windows programs, in a Wine prefix of their own, without an X server.

windows_missing() {
  core_missing
  command -v wine >/dev/null || printf '%s\n' wine wine64
  command -v x86_64-w64-mingw32-g++ >/dev/null || echo g++-mingw-w64-x86-64
}

windows_run() {
  local suite
  # Debian's Wine keeps no double mapping of code pages: freeing a dynamic method would end the process.
  local -x DOTNET_EnableWriteXorExecute=0 WINEDEBUG=${WINEDEBUG:--all} WINEPREFIX="" WINEDLLOVERRIDES=""
  wine_begin || { could_not_run "Wine could not be set up."; return; }
  bindings_suite
  for suite in AuroraView.Threading.Tests AuroraView.Threading.Schedules AuroraView.Tests AuroraView.Windows.Tests; do
    wine_suite "$suite"
  done
  wine_end
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

wine_suite() { # project, arguments of the suite...
  local name=$1 folder="artifacts/windows/run/$1"
  shift
  # Artifacts of their own: a build for Windows would make every other project restore again.
  if ! dotnet publish "tests/$name" -c Debug -r win-x64 --self-contained -p:ArtifactsPath="$PWD/artifacts/windows" \
    -o "$folder" -v quiet --nologo >"$log" 2>&1; then
    tail -n 40 "$log"
    count "$name (Windows)" 1 1 1 0
    return
  fi
  # The stand-in for a WebView2 runtime, in the layout in which the real loader looks for one.
  if [ -e "$folder/WebView2Loader.dll" ] && ! tests/WebView2Double/build.sh "$(webview2_headers)" "$folder/webview2-double" >"$log" 2>&1; then
    tail -n 40 "$log"
    count "$name (Windows)" 1 1 1 0
    return
  fi
  if [ -d "tests/$name/OtherProcess" ] && ! x86_64-w64-mingw32-gcc -std=c99 -Wall -Wextra -Werror -O1 "tests/$name/OtherProcess/window.c" \
    -o "$folder/other-process.exe" >"$log" 2>&1; then
    tail -n 40 "$log"
    count "$name (Windows)" 1 1 1 0
    return
  fi
  xunit_suite "$name (Windows)" env -u DISPLAY -u WAYLAND_DISPLAY wine "$folder/$name.exe" -noColor "$@"
}

# Whether the checked-in bindings and stubs are what the header says.
bindings_suite() {
  echo "== WebView2 bindings"
  dotnet run --project eng/WebView2Bindings -- --check >"$log" 2>&1
  local code=$?
  [ "$code" = 0 ] || cat "$log"
  count "WebView2 bindings" "$code" 1 "$((code != 0))" 0
}
