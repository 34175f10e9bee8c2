# The core, the bridge, the page script, the panel host and the web view.

core_missing() {
  build_packages
  has_library libwebkit2gtk-4.1.so.0 || echo libwebkit2gtk-4.1-0
  has_library libwebkit2gtk-4.0.so.37 || echo libwebkit2gtk-4.0-37
  has_library libXtst.so.6 || echo libxtst6
  command -v Xvfb >/dev/null || echo xvfb
  command -v xcompmgr >/dev/null || echo xcompmgr
  has_library libEGL.so.1 || echo libegl1
  command -v xdotool >/dev/null || echo xdotool
  command -v node >/dev/null || echo nodejs
}

core_run() {
  local suite
  for suite in AuroraView.Rules.Tests AuroraView.Threading.Tests AuroraView.Threading.Schedules AuroraView.Tests SceneEditor.Tests AuroraView.PanelHost.Tests AuroraView.Views.Tests; do
    dotnet_suite "$suite"
  done
  dotnet_suite AuroraView.Views.Tests AURORAVIEW_WEBKIT_API=4.0
  page_suite
  breakages_suite
}

# Whether each breakage still fits the sources. eng/mutations.py itself takes hours.
breakages_suite() {
  local code
  echo "== breakages"
  eng/mutations.py --check >"$log" 2>&1
  code=$?
  [ "$code" = 0 ] || cat "$log"
  count "breakages" "$code" 1 "$((code != 0))" 0
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
