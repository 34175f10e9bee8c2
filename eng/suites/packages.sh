# What is shipped: the binaries' needs, the packages, the wheel and the type declarations, tried outside the tree.

packages_missing() {
  python_missing
  command -v npm >/dev/null || echo npm
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}

packages_run() {
  dotnet_suite AuroraView.Packages.Tests
  counted_suite "wheel" 1200 python3 tests/wheel/run.py
  types_suite
}

# The TypeScript declarations, used as a page's author uses them.
types_suite() {
  echo "== page types"
  (
    cd tests/page || exit
    [ node_modules/.package-lock.json -nt package-lock.json ] || timeout --kill-after=10 600 npm ci --no-audit --no-fund || exit
    timeout --kill-after=10 600 npm run types
  ) >"$log" 2>&1
  local code=$?
  [ "$code" = 0 ] || cat "$log"
  count "page types" "$code" 1 "$((code != 0))" 0
}
