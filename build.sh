#!/usr/bin/env bash
# Builds everything: the solution, and the panel host, ahead-of-time compiled, into artifacts/panelhost.
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
