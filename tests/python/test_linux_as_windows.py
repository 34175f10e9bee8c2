"""What is different on Windows, as far as Linux can try it: names, numbers, the wake that each adapter asks for, the doctor's words."""

import ctypes
import json
import logging
import os
import signal
import sys
import types
import unittest
from unittest import mock

import support

from auroraview import _doctor, _native, _options, _win32
from auroraview._calls import PostedCall
from auroraview._session import current
from auroraview.hosts import qt, win32
from auroraview.hosts.houdini import HoudiniAdapter
from auroraview.hosts.maya import MayaAdapter
from auroraview.hosts.nuke import NukeAdapter
from auroraview.hosts.signal_pump import SignalPump
from auroraview.utils import pump_until, run_on_main_thread

MODULES = os.path.join(support.PACKAGE, "auroraview")


def on_windows():
    return mock.patch.object(sys, "platform", "win32")


class Library(unittest.TestCase):
    def test_its_name_is_that_of_a_windows_library(self):
        self.assertEqual(_native.library_path(), os.path.join(MODULES, "libauroraview.so"))
        with on_windows():
            self.assertEqual(_native.library_path(), os.path.join(MODULES, "auroraview.dll"))
            self.assertEqual(_win32.loader_path(), os.path.join(MODULES, "WebView2Loader.dll"))

    def test_a_named_one_is_loaded_by_its_full_path(self):
        with mock.patch.dict(os.environ, {_native.VARIABLE: os.path.join("some", "auroraview.dll")}):
            self.assertEqual(_native.library_path(), os.path.join(os.getcwd(), "some", "auroraview.dll"))
            self.assertEqual(_win32.loader_path(), os.path.join(os.getcwd(), "some", "WebView2Loader.dll"))

    def test_one_that_is_missing_is_told_with_both_files(self):
        with on_windows(), self.assertRaisesRegex(ImportError, "auroraview.dll. Put auroraview.dll and WebView2Loader.dll"):
            _native._load()


class Handles(unittest.TestCase):
    def test_any_64_bits_are_a_window(self):
        for given, told in (
            (0x7FFF12345678, 0x7FFF12345678), (0xFFFFFFFF80001234, 0xFFFFFFFF80001234 - (1 << 64)), (-2147478988, -2147478988),
            (ctypes.c_void_p(0x50012), 0x50012), (ctypes.c_void_p(None), 0), ("0", 0),
        ):
            self.assertEqual(_options.window_id(given), told)
            self.assertEqual(json.loads(_options.to_json({"parent": given}).decode("utf-8")), {"parent": told})

    def test_more_than_64_bits_are_none(self):
        for given in (1 << 64, -(1 << 63) - 1):
            with self.assertRaisesRegex(ValueError, "64 bits"):
                _options.window_id(given)


class Adapters(unittest.TestCase):
    def setUp(self):
        self.pump = mock.Mock()

    def attach(self, adapter, modules, switch=""):
        with on_windows(), mock.patch.dict(sys.modules, modules), mock.patch.dict(os.environ, {win32.SWITCH: switch}):
            adapter.attach(self.pump)

    def test_maya_pumps_while_it_is_idle(self):
        cmds = types.ModuleType("maya.cmds")
        utils = types.ModuleType("maya.utils")
        maya = types.ModuleType("maya")
        maya.cmds, maya.utils, utils.executeDeferred = cmds, utils, print
        modules = {"maya": maya, "maya.cmds": cmds, "maya.utils": utils}
        cmds.about = lambda batch: True
        self.attach(MayaAdapter(), modules)
        self.pump.message_window.assert_not_called()
        cmds.about = lambda batch: False
        self.attach(MayaAdapter(), modules, switch="0")
        self.pump.message_window.assert_not_called()
        self.attach(MayaAdapter(), modules)
        self.pump.message_window.assert_called_once_with(True)

    def test_houdini_and_nuke_pump_in_their_loops(self):
        hou = mock.Mock(isUIAvailable=lambda: True)
        self.attach(HoudiniAdapter(), {"hou": hou, "hdefereval": mock.Mock()})
        self.pump.message_window.assert_called_once_with(False)
        self.pump.reset_mock()
        self.attach(NukeAdapter(), {"nuke": mock.Mock(env={"gui": True})})
        self.pump.message_window.assert_called_once_with(False)
        self.pump.reset_mock()
        self.attach(NukeAdapter(), {"nuke": mock.Mock(env={"gui": False})})
        self.pump.message_window.assert_not_called()

    def test_qt_pumps_in_its_loops_and_knows_when_they_have_ended(self):
        adapter = qt.QtAdapter()
        core = mock.Mock()
        with mock.patch.object(qt.QtAdapter, "uses_eventfd", False), mock.patch.object(qt.QtAdapter, "find_binding", classmethod(lambda cls: core)), mock.patch.object(
            qt, "queued_waker", lambda core, target: mock.Mock(wake=mock.Mock(), target=target)
        ):
            self.attach(adapter, {})
            self.pump.message_window.assert_called_once_with(False)
            self.assertIsNone(adapter.unreachable_because())
            adapter._on_quit()
            self.assertIn("loop has ended", adapter.unreachable_because())
            adapter._first_turn.target()
            self.assertIsNone(adapter.unreachable_because())
            self.pump.reset_mock()
            self.attach(qt.QtAdapter(), {}, switch="0")
            self.pump.message_window.assert_not_called()

    def test_elsewhere_nobody_asks_for_a_window(self):
        self.assertFalse(win32.wake_by_window(self.pump))
        self.pump.message_window.assert_not_called()

    def test_the_window_by_itself_is_chosen_by_name_only(self):
        self.assertFalse(win32.MessageWindow.detect())
        ended = support.run_python(
            "import os; os.environ['AURORAVIEW_DISPATCHER'] = 'win32'\n"
            "import threading, auroraview\n"
            "from auroraview.utils import run_on_main_thread\n"
            "try: run_on_main_thread(print)\n"
            "except auroraview.MainThreadUnavailableError as error: print(error)\n"
        )
        self.assertIn("The adapter 'win32' could not be attached to its host: A message window exists only on Windows.", ended.stdout)

    def test_a_signal_is_refused_where_there_are_none(self):
        with mock.patch.object(signal, "SIGRTMIN", create=True):
            del signal.SIGRTMIN
            with self.assertRaisesRegex(NotImplementedError, "MessageWindow"):
                SignalPump()


class Quit(unittest.TestCase):
    """A call that wants to end the program, where the window pumps."""

    def setUp(self):
        self.session = current()
        self.session.pump.by_window = True
        self.addCleanup(setattr, self.session.pump, "by_window", False)
        pump_until(lambda: True, support.WAIT)  # from now on calls are taken on this thread's word that it pumps again

    def test_is_logged_where_the_hosts_loop_pumped(self):
        self.session.calls[-7] = PostedCall(self.session, sys.exit, (3,), {})
        with self.assertLogs("auroraview.hosts", logging.WARNING) as logged:
            self.session._run(None, 1, -7, 0, None, -1)
        self.assertIn("SystemExit(3)", logged.output[0])
        self.assertTrue(pump_until(lambda: True, support.WAIT))

    def test_is_raised_where_a_pump_of_ours_runs(self):
        run_on_main_thread(sys.exit, 4)
        with self.assertRaises(SystemExit):
            pump_until(lambda: False, support.WAIT)


class Doctor(unittest.TestCase):
    def find(self, **environment):
        with on_windows(), mock.patch.dict(os.environ, environment):
            return next(finding for finding in _doctor.examine() if finding.name == "WebView2")

    def test_there_is_no_panel_host_and_no_display(self):
        with on_windows():
            names = [finding.name for finding in _doctor.examine()]
        self.assertEqual(names, ["Python", "library", "WebView2", "dispatcher", "main thread"])

    def test_a_missing_loader_names_where_it_belongs(self):
        found = self.find()
        self.assertEqual((found.state, found.text), (_doctor.MISSING, "there is no " + os.path.join(MODULES, "WebView2Loader.dll")))
        self.assertIn("WebView2Loader.dll of this release", found.mend)

    def test_a_missing_runtime_says_where_it_can_be_had(self):
        with mock.patch.object(os.path, "exists", lambda path: True), mock.patch.object(_win32, "find_runtime", lambda: None):
            self.assertIn("https://go.microsoft.com/", self.find().mend)
            self.assertEqual(self.find(AURORAVIEW_WEBVIEW2_FOLDER="D:\\runtime").mend, "unset AURORAVIEW_WEBVIEW2_FOLDER")

    def test_the_runtime_that_is_there_is_named(self):
        with mock.patch.object(os.path, "exists", lambda path: True), mock.patch.object(_win32, "find_runtime", lambda: "131.0.2903.51"):
            self.assertEqual((self.find().state, self.find().text), (_doctor.OK, "WebView2 131.0.2903.51"))

    def test_the_loaders_answer_is_read_and_given_back(self):
        text = ctypes.create_unicode_buffer("131.0.2903.51")
        asked, given_back = [], []

        def ask(folder, version):
            asked.append(folder)
            version._obj.value = ctypes.addressof(text)
            return 0

        loader = types.SimpleNamespace(GetAvailableCoreWebView2BrowserVersionString=ask)

        def free(pointer):
            given_back.append(pointer.value)

        self.assertEqual(_win32.runtime_version(loader, free, "D:\\runtime"), "131.0.2903.51")
        self.assertEqual((asked, given_back), (["D:\\runtime"], [ctypes.addressof(text)]))
        loader.GetAvailableCoreWebView2BrowserVersionString = lambda folder, version: -2147024894  # file not found
        loader.GetAvailableCoreWebView2BrowserVersionString.argtypes = None
        self.assertIsNone(_win32.runtime_version(loader, free))


if __name__ == "__main__":
    unittest.main()
