"""The wheel: what is in it, and that it runs wherever it is put."""

import base64
import csv
import hashlib
import io
import os
import sys
import unittest
import zipfile

import support

PROGRAM = """
import os, sys, auroraview
with auroraview.WebView(title="Wheel", html="<title>page</title>", dcc_mode=True) as view:
    @view.bind_call("create_cube")
    def create_cube(size):
        return "cube of %d" % size
    view.show()
    got = view.eval_js_sync("auroraview.call('create_cube', {size: 2}).then(name => document.title + ', ' + name)", timeout_ms=60000)
assert view.is_closed
print(os.path.dirname(auroraview.__file__), auroraview.__version__, got)
"""


class WheelTests(unittest.TestCase):
    def test_wheel_same_sources_gives_the_same_bytes(self):
        with open(support.wheel(), "rb") as first, open(support._make_wheel(), "rb") as second:
            self.assertEqual(hashlib.sha256(first.read()).digest(), hashlib.sha256(second.read()).digest())

    def test_wheel_record_names_every_file_with_hash_and_size(self):
        with zipfile.ZipFile(support.wheel()) as wheel:
            name = next(entry for entry in wheel.namelist() if entry.endswith("RECORD"))
            rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(wheel.read(name).decode("utf-8")))}
            self.assertEqual(sorted(rows), sorted(wheel.namelist()))
            for entry, (digest, size) in rows.items():
                if entry != name:
                    content = wheel.read(entry)
                    wanted = "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
                    self.assertEqual((digest, int(size)), (wanted, len(content)), entry)

    def test_wheel_is_tagged_for_the_glibc_of_the_vfx_platform(self):
        self.assertTrue(support.wheel().endswith("-py3-none-manylinux_2_28_x86_64.whl"))
        with zipfile.ZipFile(support.wheel()) as wheel:
            name = next(entry for entry in wheel.namelist() if entry.endswith(".dist-info/WHEEL"))
            self.assertIn("Tag: py3-none-manylinux_2_28_x86_64\n", wheel.read(name).decode())

    def test_wheel_in_a_fresh_environment_opens_a_panel(self):
        said = support.run([support.python(), "-c", PROGRAM], support.on_display())
        self.assertIn("site-packages/auroraview %s page, cube of 2" % version(), said)

    def test_wheel_installed_package_says_the_wheels_version(self):
        said = support.run([support.python(), "-m", "pip", "show", "auroraview", "--disable-pip-version-check"])
        self.assertIn("Version: %s\n" % version(), said)

    def test_package_in_any_folder_on_the_path_opens_a_panel(self):
        folder = os.path.join(support.temporary_folder(), "my tools (v2) é")
        unpack(folder)
        program = "import sys; sys.path.insert(0, %r)\n%s" % (folder, PROGRAM)
        said = support.run([sys.executable, "-c", program], support.on_display())
        self.assertIn(os.path.join(folder, "auroraview") + " ", said)
        self.assertIn("page, cube of 2", said)

    def test_package_unpacked_without_modes_opens_a_panel_all_the_same(self):
        folder = support.temporary_folder()
        with zipfile.ZipFile(support.wheel()) as wheel:
            wheel.extractall(folder)  # as a DCC's add-on installer does: no file is executable
        program = "import sys; sys.path.insert(0, %r)\n%s" % (folder, PROGRAM)
        said = support.run([sys.executable, "-c", program], support.on_display())
        self.assertIn("page, cube of 2", said)


def unpack(folder):
    """Unpacks the wheel with the modes that its files have."""
    with zipfile.ZipFile(support.wheel()) as wheel:
        for entry in wheel.infolist():
            os.chmod(wheel.extract(entry, folder), entry.external_attr >> 16 & 0o777)


def version():
    """The version in the wheel's name."""
    return os.path.basename(support.wheel()).split("-")[1]


if __name__ == "__main__":
    unittest.main()
