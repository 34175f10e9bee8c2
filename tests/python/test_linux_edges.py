"""Hosts at the edges of an environment: without folders, displays and descriptors, with variables of other programs. A panel opens, or says what it lacks, in a
bounded time; and the host lives."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

import support

PROGRAM = """
import os, sys
out = open(sys.argv[1], "w")
import auroraview
from auroraview.utils import pump_until
view = auroraview.WebView(html="<p>x</p>")
view.show()
try:
    print("value", view.eval_js_sync("1 + 1", timeout_ms=60000), file=out)
except auroraview.ShutdownInProgressError as error:
    print("refused:", error, file=out)
view.close(force=True)
print("closed", pump_until(lambda: view.is_closed, 60), file=out)
out.close()
"""


def setUpModule():
    support.start_display()


class Edges(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.file = os.path.join(self.folder, "file")
        open(self.file, "w").close()
        self.missing = os.path.join(self.folder, "missing")

    def told(self, variables=(), before=None, environment=None):
        """What the program says, which has ended in order."""
        given = dict(os.environ if environment is None else environment, PYTHONPATH=support.PACKAGE)
        for name, value in dict(variables).items():
            given.pop(name, None) if value is None else given.update({name: value})
        out = os.path.join(self.folder, "out")
        ended = subprocess.run(
            [sys.executable, "-c", PROGRAM, out], env=given, preexec_fn=before, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=3 * support.WAIT
        )
        self.assertEqual(ended.returncode, 0, ended.stdout)
        with open(out) as said:
            text = said.read()
        self.assertIn("closed True", text)
        return text

    def assert_opens(self, *cases, **options):
        for variables in cases or ({},):
            with self.subTest(variables=variables):
                self.assertIn("value 2", self.told(variables, **options))

    def test_without_folders_of_the_users_it_opens(self):
        for place in (None, self.missing, self.file, "/proc"):
            self.assert_opens({name: place for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")})

    def test_in_a_folder_that_is_gone_it_opens(self):
        def go():
            os.mkdir(self.missing)
            os.chdir(self.missing)
            os.rmdir(self.missing)

        self.assert_opens(before=go)

    def test_with_a_mask_that_takes_every_right_it_opens(self):
        self.assert_opens({"TMPDIR": self.folder, "HOME": self.folder}, before=lambda: os.umask(0o777))

    def test_under_locales_that_are_none_it_opens(self):
        self.assert_opens({"LANG": "xx_YY.nonsense", "LC_ALL": "%%%\n", "LANGUAGE": "::", "TZ": ":/nonsense"}, {"LC_ALL": "\udcff\udcfe"})

    def test_with_libraries_and_settings_of_the_hosts_it_opens(self):
        self.assert_opens(
            {name: self.missing for name in (
                "LD_LIBRARY_PATH", "GTK_PATH", "GTK_MODULES", "GIO_EXTRA_MODULES", "GIO_MODULE_DIR", "GDK_PIXBUF_MODULE_FILE", "GSETTINGS_SCHEMA_DIR",
                "FONTCONFIG_FILE", "GTK_IM_MODULE", "GTK_THEME", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS",
            )},
            {"GDK_BACKEND": "wayland", "WAYLAND_DISPLAY": "wayland-7", "XDG_SESSION_TYPE": "wayland"},
            {name: self.missing for name in ("LIBGL_DRIVERS_PATH", "LIBVA_DRIVERS_PATH", "__EGL_VENDOR_LIBRARY_DIRS", "__EGL_VENDOR_LIBRARY_FILENAMES")},
        )

    def test_with_settings_of_another_dotnet_runtime_it_opens(self):
        # The first of them alone ended the process at the import.
        self.assert_opens(*({name: value} for name, value in (
            ("DOTNET_GCHeapHardLimit", "1000"), ("DOTNET_gcServer", "1"), ("DOTNET_GCgen0size", "1"), ("DOTNET_GCRegionRange", "1"), ("DOTNET_GCName", "none.so"),
        )))

    def test_with_signals_that_the_host_ignores_it_opens(self):
        def ignore():
            for number in (signal.SIGPIPE, signal.SIGCHLD, signal.SIGHUP, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)

        self.assert_opens(before=ignore)

    def test_with_standard_streams_that_are_closed_it_opens(self):
        for streams in ((0,), (1, 2), (0, 1, 2)):
            self.assert_opens(before=lambda streams=streams: [os.close(number) for number in streams])

    def test_without_a_display_it_says_so(self):
        for variables, because in (
            ({"DISPLAY": None}, "DISPLAY is not set"), ({"DISPLAY": ":4242"}, "':4242' cannot be opened"), ({"DISPLAY": "no such host:7:7"}, "cannot be opened"),
            ({"DISPLAY": None, "WAYLAND_DISPLAY": "wayland-7"}, "XWayland is needed"),
        ):
            with self.subTest(variables=variables):
                told = self.told(variables)
                self.assertIn("refused:", told)
                self.assertIn(because, told)

    def test_with_a_display_that_accepts_and_never_answers_it_says_so(self):
        silent = socket.socket()
        self.addCleanup(silent.close)
        for number in range(200, 400):
            try:
                silent.bind(("127.0.0.1", 6000 + number))
                break
            except OSError:
                continue
        silent.listen(50)
        told = self.told({"DISPLAY": "127.0.0.1:%d" % number})
        self.assertIn("accepts connections and has not answered", told)


if __name__ == "__main__":
    unittest.main()
