#!/usr/bin/env bash
# Builds everything: the solution, and, ahead-of-time compiled, the panel host into artifacts/panelhost and the native library into
# artifacts/native; both are put beside the Python package's modules, so that PYTHONPATH=python is all it needs.
#
#   ./build.sh [Debug|Release]     Release unless said otherwise
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/packages.sh

configuration=${1:-Release}
require_sdk
mapfile -t packages < <(build_packages)
install_packages "${packages[@]}"

dotnet build AuroraView.slnx -c "$configuration" -v quiet --nologo
dotnet publish src/AuroraView.PanelHost -c Release -f net8.0 -r linux-x64 -o artifacts/panelhost -v quiet --nologo
dotnet publish src/AuroraView.Native -c Release -f net8.0 -r linux-x64 -o artifacts/native -v quiet --nologo
install -m 755 artifacts/native/libauroraview.so artifacts/panelhost/auroraview-panelhost python/auroraview/
