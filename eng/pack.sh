#!/usr/bin/env bash
# Makes the NuGet packages into artifacts/packages, which is a folder feed then.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/packages.sh

require_sdk
mapfile -t packages < <(build_packages)
install_packages "${packages[@]}"

dotnet publish src/AuroraView.PanelHost -c Release -f net8.0 -r linux-x64 -o artifacts/panelhost -v quiet --nologo
rm -rf artifacts/packages
for project in AuroraView.Threading AuroraView.Engine AuroraView AuroraView.WebView2; do
  dotnet pack "src/$project" -c Release -o artifacts/packages -v quiet --nologo
done
ls -1 artifacts/packages
