"""The wheel and the Blender add-on for Windows, as far as another system can look at them. Named by the suite of Windows, which builds the library first:

    python3 tests/wheel/run.py windows_wheel
"""

import glob
import os
import sys
import unittest
import zipfile

import support

NATIVE = os.path.join(support.ROOT, "artifacts", "windows", "native")
LIBRARIES = {"auroraview/auroraview.dll", "auroraview/WebView2Loader.dll"}


def make(product, code=0, native=NATIVE):
    """Packs one product; returns what was said and the file."""
    out = support.temporary_folder()
    program = [sys.executable, os.path.join(support.ROOT, "eng", "wheel.py"), "--platform", "windows", "--native", native, "--out", out, product]
    said = support.run(program, {"NUGET_PACKAGES": os.environ.get("NUGET_PACKAGES")} if "NUGET_PACKAGES" in os.environ else None, code=code)
    made = glob.glob(os.path.join(out, "*"))
    return said, made[0] if made else None


class WindowsWheelTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.path = make("wheel")[1]

    def test_wheel_is_tagged_for_windows_and_every_python(self):
        self.assertTrue(self.path.endswith("-py3-none-win_amd64.whl"))
        with zipfile.ZipFile(self.path) as wheel:
            name = next(entry for entry in wheel.namelist() if entry.endswith(".dist-info/WHEEL"))
            self.assertIn("Tag: py3-none-win_amd64\n", wheel.read(name).decode())

    def test_wheel_has_both_libraries_and_the_same_modules_as_the_one_for_linux(self):
        with zipfile.ZipFile(self.path) as wheel, zipfile.ZipFile(support.wheel()) as other:
            ours = {name for name in wheel.namelist() if name.startswith("auroraview/")}
            theirs = {name for name in other.namelist() if name.startswith("auroraview/")}
            self.assertEqual(ours - theirs, LIBRARIES)
            self.assertEqual(theirs - ours, {"auroraview/libauroraview.so", "auroraview/auroraview-panelhost"})
            for name in LIBRARIES:
                with open(os.path.join(NATIVE, name.split("/")[1]), "rb") as built:
                    self.assertEqual(wheel.read(name), built.read())

    def test_wheel_says_whose_the_loader_is(self):
        with zipfile.ZipFile(self.path) as wheel:
            names = {os.path.basename(name): name for name in wheel.namelist() if ".dist-info/" in name}
            self.assertIn("Microsoft", wheel.read(names["LICENSE.WebView2"]).decode("utf-8-sig"))
            self.assertIn("License-File: LICENSE\nLicense-File: LICENSE.WebView2\n", wheel.read(names["METADATA"]).decode("utf-8"))

    def test_pip_takes_it_for_windows_and_for_nothing_else(self):
        folder = support.temporary_folder()
        command = [support.python(), "-m", "pip", "install", "--no-index", "--no-deps", "--disable-pip-version-check", "--target", folder]
        said = support.run(command + [self.path], code=1)
        self.assertIn("not a supported wheel on this platform", said)
        support.run(command + ["--platform", "win_amd64", "--python-version", "3.7", "--only-binary", ":all:", self.path])
        self.assertEqual({name for name in LIBRARIES if os.path.exists(os.path.join(folder, name))}, LIBRARIES)

    def test_addon_brings_the_package_of_the_wheel(self):
        path = make("addon")[1]
        self.assertTrue(path.endswith("-windows-x64.zip"))
        with zipfile.ZipFile(path) as addon, zipfile.ZipFile(self.path) as wheel:
            for name in (name for name in wheel.namelist() if name.startswith("auroraview/")):
                self.assertEqual(addon.read("auroraview_panel/modules/" + name), wheel.read(name), name)

    def test_library_that_is_not_there_is_named_with_what_to_do(self):
        said, made = make("wheel", code=1, native=support.temporary_folder())
        self.assertIn("auroraview.dll; publish it first, see docs/windows.md", said)
        self.assertIsNone(made)


if __name__ == "__main__":
    unittest.main()
