"""Windows: the loader and the runtime of WebView2, found and missing; what the doctor says of them; the library missing."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import support
from support import page

from auroraview import WebView, _doctor, _native, _win32
from auroraview._session import current
from auroraview.errors import ShutdownInProgressError
from auroraview.hosts.signal_pump import SignalPump

MODULES = os.path.join(support.PACKAGE, "auroraview")
DOUBLE = os.environ[_win32.FOLDER_VARIABLE]


def setUpModule():
    support.start_display()


def without_runtime():
    """No fixed version is named, and none is installed under Wine."""
    return mock.patch.dict(os.environ, {_win32.FOLDER_VARIABLE: ""})


class Folder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name

    def doctor(self, **environment):
        """What ``python -m auroraview doctor`` says: its exit code and its lines."""
        ended = subprocess.run(
            [sys.executable, "-m", "auroraview", "doctor"], env=dict(os.environ, PYTHONPATH=support.PACKAGE, **environment), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True, timeout=support.WAIT,
        )
        return ended.returncode, ended.stdout.splitlines()

    def open_a_panel_with(self, **environment):
        """What becomes of a panel in a process with these variables: its state, and what it tells."""
        ended = support.run_python(
            "import os, sys; os.environ.update(%r)\n"
            "import auroraview\n"
            "view = auroraview.WebView(html='x'); told = []\n"
            "view.on_event('closed', lambda data: told.append((data['reason'], data['code'])))\n"
            "view.show()\n"
            "try: view.eval_js_sync('1', 60000)\n"
            "except auroraview.ShutdownInProgressError as error: print(error)\n"
            "assert auroraview.utils.pump_until(lambda: told, 60)\n"
            "print(view.state, *told[0])\n" % environment
        )
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout.splitlines()


class Runtime(Folder):
    def test_the_loader_tells_its_version(self):
        self.assertTrue(os.path.isabs(_win32.loader_path()))
        self.assertEqual(_win32.find_runtime(), "999.0.0.0")

    def test_none_is_none(self):
        with without_runtime():
            self.assertIsNone(_win32.find_runtime())
        with mock.patch.dict(os.environ, {_win32.FOLDER_VARIABLE: self.folder}):
            self.assertIsNone(_win32.find_runtime())

    def test_the_doctor_names_the_folder_of_one_that_is_there(self):
        code, lines = self.doctor()
        self.assertEqual(code, 0, lines)
        self.assertIn("ok       WebView2       WebView2 999.0.0.0, in " + DOUBLE, lines)
        self.assertIn("ok       library        AuroraView %s, %s" % (_native.version(), os.path.join(MODULES, "auroraview.dll")), lines)

    def test_the_doctor_says_where_a_missing_one_can_be_had(self):
        code, lines = self.doctor(**{_win32.FOLDER_VARIABLE: ""})
        self.assertEqual(code, 1, lines)
        self.assertIn("the WebView2 runtime is not installed", "\n".join(lines))
        self.assertIn(_doctor.RUNTIME_ADDRESS, "\n".join(lines))
        code, lines = self.doctor(**{_win32.FOLDER_VARIABLE: self.folder})
        self.assertEqual(code, 1, lines)
        self.assertIn("names %s, which holds no runtime" % self.folder, "\n".join(lines))

    def test_a_panel_without_one_closes_with_where_it_can_be_had(self):
        error, state = self.open_a_panel_with(**{_win32.FOLDER_VARIABLE: ""})
        self.assertIn(_doctor.RUNTIME_ADDRESS, error)
        self.assertIn(_win32.FOLDER_VARIABLE, error)
        self.assertEqual(state, "closed StartFailed EngineMissing")

    def test_a_panel_names_the_folder_that_holds_none(self):
        error, state = self.open_a_panel_with(**{_win32.FOLDER_VARIABLE: self.folder})
        self.assertIn("no WebView2 runtime in '%s'" % self.folder, error)
        self.assertEqual(state, "closed StartFailed EngineMissing")


class Loader(Folder):
    """The library, and no loader beside it."""

    def setUp(self):
        super().setUp()
        self.library = shutil.copy(os.path.join(MODULES, "auroraview.dll"), self.folder)

    def test_the_doctor_says_where_it_belongs(self):
        code, lines = self.doctor(**{_native.VARIABLE: self.library})
        self.assertEqual(code, 1, lines)
        self.assertIn("there is no " + os.path.join(self.folder, "WebView2Loader.dll"), "\n".join(lines))

    def test_a_panel_closes_with_what_is_missing(self):
        error, state = self.open_a_panel_with(**{_native.VARIABLE: self.library})
        self.assertIn("WebView2Loader.dll was not found beside the application, or beside auroraview.dll", error)
        self.assertEqual(state, "closed StartFailed LoaderMissing")

    def test_one_that_is_no_library_is_told(self):
        with open(os.path.join(self.folder, "WebView2Loader.dll"), "w") as file:
            file.write("no library")
        code, lines = self.doctor(**{_native.VARIABLE: self.library})
        self.assertEqual(code, 1, lines)
        self.assertIn("WebView2Loader.dll cannot be loaded", "\n".join(lines))


class Library(Folder):
    def setUp(self):
        super().setUp()
        shutil.copytree(MODULES, os.path.join(self.folder, "auroraview"), ignore=shutil.ignore_patterns("*.dll", "__pycache__"))
        self.path = os.path.join(self.folder, "auroraview", "auroraview.dll")

    def load(self):
        ended = support.run_python("import sys; sys.path.insert(0, %r)\nimport auroraview\n" % self.folder)
        self.assertEqual(ended.returncode, 1)
        return ended.stderr

    def test_one_that_is_missing_is_told_with_both_files(self):
        self.assertIn("was not found at %s. Put auroraview.dll and WebView2Loader.dll" % self.path, self.load())

    def test_one_that_is_none_is_told(self):
        with open(self.path, "w") as file:
            file.write("no library")
        self.assertIn("ImportError: AuroraView's native library %s cannot be loaded by this Python" % self.path, self.load())

    def test_the_doctor_tells_it_too(self):
        with mock.patch.object(support, "PACKAGE", self.folder):
            code, lines = self.doctor()
        self.assertEqual(code, 1, lines)
        self.assertIn("was not found at " + self.path, "\n".join(lines))


class OfLinux(unittest.TestCase):
    """What Linux has names what there is."""

    def test_a_descriptor_and_a_signal(self):
        for ask in (current().pump.eventfd, lambda: current().pump.thread_signal(40)):
            with self.assertRaisesRegex(NotImplementedError, "av_wake_window"):
                ask()
        with self.assertRaisesRegex(NotImplementedError, "MessageWindow"):
            SignalPump()


class Options(unittest.TestCase):
    def test_a_handle_of_64_bits_reaches_the_core_as_it_is(self):
        # There is no such window: the panel closes, and says which it was given.
        view = WebView(html="x", parent=0x7FFF12345678)
        self.addCleanup(view.close, force=True)
        view.show()
        with self.assertRaisesRegex(ShutdownInProgressError, "(?i)7FFF12345678"):
            view.eval_js_sync(page.value(1), int(support.WAIT * 1000))


if __name__ == "__main__":
    unittest.main()
