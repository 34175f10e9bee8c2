#!/usr/bin/env bash
# Runs the tests and ends with one line: N passed, N failed, N skipped.
#
#   ./test.sh          the core, the bridge, the page script, the panel host, the web view and the Python package
#   ./test.sh hosts    the Python host adapters: on doubles, and inside real hosts (Blender, FreeCAD, Krita, Qt), which it installs
#   ./test.sh packages what is shipped: the binaries' needs, the packages and the wheel tried outside the tree
#   ./test.sh windows  the core, the bridge and the Windows side as Windows programs under Wine, which it installs
#   ./test.sh winpython  the Python package under Wine, in a CPython for Windows that it builds; not in all: docs/maintainers.md says why
#   ./test.sh siege [minutes] [seed]  real panels that are flooded, hung, killed and closed, all at once, from C# and Python; 3 minutes, seed 1
#   ./test.sh fuzz     what pages, panel hosts and C clients send, changed by a fuzzer that is guided by coverage
#   ./test.sh all      all of these but winpython
#
# A suite that cannot run because something is missing fails; it does not skip. Each suite is a file of eng/suites.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/packages.sh

which=${1:-default}
case "$which" in
  default) suites=(core python) ;;
  fuzz | hosts | packages | windows | winpython) suites=("$which") ;;
  siege) suites=(siege) siege_minutes=${2:-3} siege_seed=${3:-1} ;;
  all) suites=(core python siege fuzz hosts packages windows) ;;
  -h | --help) sed -n '2,13s/^# \{0,1\}//p' "$0"; exit 0 ;;
  *) echo "test.sh: unknown suite '$which' (try --help)" >&2; exit 2 ;;
esac

. eng/counting.sh
for file in eng/suites/*.sh; do . "$file"; done

# Whatever is tested runs with lock order verified, violations thrown; a test in each program makes sure of it.
export AURORAVIEW_LOCK_ORDER=throw

require_sdk
mapfile -t packages < <(for suite in "${suites[@]}"; do "${suite}_missing"; done | sort -u)
install_packages "${packages[@]}"
./build.sh Debug || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
for suite in "${suites[@]}"; do "${suite}_run"; done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
