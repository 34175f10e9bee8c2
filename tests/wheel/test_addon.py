"""The zip that Blender installs. That it works there is for tests/hosts."""

import ast
import glob
import hashlib
import os
import sys
import unittest
import zipfile

import support


def make():
    """Packs the add-on and nothing else; returns the zip's path."""
    out = support.temporary_folder()
    support.run([sys.executable, os.path.join(support.ROOT, "eng", "wheel.py"), "addon", "--out", out])
    (made,) = glob.glob(os.path.join(out, "*"))
    return made


class AddonTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.path = make()

    def test_addon_brings_the_whole_package_with_library_and_panel_host(self):
        inside = "auroraview_panel/modules/"
        with zipfile.ZipFile(self.path) as addon, zipfile.ZipFile(support.wheel()) as wheel:
            package = {name for name in wheel.namelist() if name.startswith("auroraview/")}
            self.assertIn("auroraview/auroraview-panelhost", package)
            self.assertIn("auroraview/libauroraview.so", package)
            self.assertEqual({name[len(inside):] for name in addon.namelist() if name.startswith(inside)}, package)
            for name in package:
                self.assertEqual(addon.read(inside + name), wheel.read(name), name)

    def test_addon_is_one_folder_with_the_page_and_nothing_left_over_from_a_build(self):
        with zipfile.ZipFile(self.path) as addon:
            own = sorted(name for name in addon.namelist() if "/modules/" not in name)
        self.assertEqual(own, ["auroraview_panel/__init__.py", "auroraview_panel/page/index.html"])

    def test_addon_tells_blender_the_products_version(self):
        with zipfile.ZipFile(self.path) as addon:
            tree = ast.parse(addon.read("auroraview_panel/__init__.py"))
        info = next(ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "bl_info")
        version = ".".join(str(part) for part in info["version"])
        self.assertEqual(os.path.basename(self.path), "auroraview_blender-%s-linux-x64.zip" % version)

    def test_addon_same_sources_gives_the_same_bytes(self):
        with open(self.path, "rb") as first, open(make(), "rb") as second:
            self.assertEqual(hashlib.sha256(first.read()).digest(), hashlib.sha256(second.read()).digest())

    def test_product_that_there_is_not_is_refused_with_those_there_are(self):
        said = support.run([sys.executable, os.path.join(support.ROOT, "eng", "wheel.py"), "egg"], code=2)
        self.assertIn("there is no 'egg'; there are: wheel, addon", said)


if __name__ == "__main__":
    unittest.main()
