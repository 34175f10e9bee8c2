#!/usr/bin/env bash
# Packs the add-on with the AuroraView package inside, for Blender's Install button: artifacts/auroraview-blender-addon.zip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$(cd ../.. && pwd)
[ -e "$root/python/auroraview/libauroraview.so" ] || { echo "package.sh: build the native library first (./build.sh)" >&2; exit 1; }
python3 - "$root" <<'PYTHON'
import pathlib, sys, zipfile

root = pathlib.Path(sys.argv[1])
target = root / "artifacts" / "auroraview-blender-addon.zip"
target.parent.mkdir(exist_ok=True)
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
    for folder, inside in (("samples/blender_addon", "auroraview_panel"), ("python/auroraview", "auroraview_panel/modules/auroraview")):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".sh":
                archive.write(path, "%s/%s" % (inside, path.relative_to(root / folder)))
print(target)
PYTHON
