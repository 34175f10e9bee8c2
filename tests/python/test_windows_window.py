"""Windows: a host whose main thread runs a message loop, the core's message window in it, windows to embed in, and the self-test."""

import ctypes
import io
import logging
import sys
import threading
import unittest
from ctypes import wintypes
from unittest import mock

import support
from support import Worker

import auroraview
from auroraview import WebView, _selftest, _win32
from auroraview.utils import pump, pump_until

USER = ctypes.WinDLL("user32")
USER.GetParent.restype, USER.GetParent.argtypes = wintypes.HWND, [wintypes.HWND]
USER.IsWindow.argtypes = USER.IsWindowVisible.argtypes = [wintypes.HWND]

# A program that runs no loop but its messages', as a host's main thread does all day.
HOST = """
import ctypes, os, sys, threading
from ctypes import wintypes
from support import Worker, page
os.environ["AURORAVIEW_DISPATCHER"] = "win32"
import auroraview
from auroraview.utils import *
user, kernel = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
main = kernel.GetCurrentThreadId()
message = wintypes.MSG()
user.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)  # from now on this thread has a queue to post to
def loop():
    message = wintypes.MSG()
    while user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
        user.DispatchMessageW(ctypes.byref(message))
def loop_during(work):
    def run():
        try: return work()
        finally: user.PostThreadMessageW(main, 0x0012, 0, 0)  # WM_QUIT
    worker = Worker(run)
    loop()
    return worker.outcome_without_pump()
def on_main(): return kernel.GetCurrentThreadId() == main
"""


def setUpModule():
    support.start_display()
    pump()


class Hosted(unittest.TestCase):
    def run_script(self, script, code=0):
        ended = support.run_python(HOST + script)
        self.assertEqual(ended.returncode, code, ended.stdout + ended.stderr)
        return ended.stdout.split()


class MessageWindow(Hosted):
    def test_posts_and_calls_of_many_threads_run_in_the_hosts_loop(self):
        printed = self.run_script(
            "posted = []\n"
            "def work(number):\n"
            "    for step in range(50):\n"
            "        run_on_main_thread(lambda: posted.append(on_main()))\n"
            "        assert run_on_main_thread_sync(lambda: (number, step, on_main())) == (number, step, True)\n"
            "def all_of_them():\n"
            "    workers = [Worker(lambda number=number: work(number)) for number in range(8)]\n"
            "    for worker in workers: worker.outcome_without_pump()\n"
            "    run_on_main_thread_sync(int)\n"
            "loop_during(all_of_them)\n"
            "print(len(posted), all(posted))\n"
        )
        self.assertEqual(printed, ["400", "True"])

    def test_calls_go_on_in_a_dialogs_loop_inside_a_call(self):
        printed = self.run_script(
            "ended = []\n"
            "def dialog():\n"
            "    message = wintypes.MSG()\n"
            "    while not ended and user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:\n"
            "        user.DispatchMessageW(ctypes.byref(message))\n"
            "    return len(ended)\n"
            "def work():\n"
            "    inner = Worker(lambda: run_on_main_thread_sync(ended.append, 1))\n"
            "    return run_on_main_thread_sync(dialog)\n"
            "print(loop_during(work))\n"
        )
        self.assertEqual(printed, ["1"])

    def test_a_panel_calls_main_which_waits_for_it(self):
        printed = self.run_script(
            "view = auroraview.WebView(html='x', dcc_mode=True)\n"
            "view.on('where', on_main)\n"
            "view.show()\n"
            "def work():\n"
            "    ask = lambda: view.eval_js_sync(page.call('where'), 60000)\n"
            "    return ask(), run_on_main_thread_sync(ask)\n"
            "print(*loop_during(work))\n"
            "view.close()\n"
        )
        self.assertEqual(printed, ["True", "True"])

    def test_a_wake_needs_no_gil(self):
        # Main keeps the GIL while it waits for its message: a wake that needed it could not come.
        printed = self.run_script(
            "view = auroraview.WebView(html='x', dcc_mode=True); ran = []\n"
            "view.on('later', lambda: ran.append(on_main()))\n"
            "view.show(); view.eval_js_sync(page.value(1), 60000)\n"
            "view.eval_js(page.send('later'))\n"
            "while not ran:\n"
            "    ctypes.PyDLL('user32').GetMessageW(ctypes.byref(message), None, 0, 0)\n"
            "    user.DispatchMessageW(ctypes.byref(message))\n"
            "print(*ran)\n"
            "view.close()\n"
        )
        self.assertEqual(printed, ["True"])

    def test_while_the_loop_stands_still_calls_wait_and_time_out(self):
        printed = self.run_script(
            "ran = []\n"
            "def work():\n"
            "    try: run_on_main_thread_sync(ran.append, 1, timeout=0.05)\n"
            "    except auroraview.ThreadDispatchTimeoutError as error: print(error.snapshot['still_running'])\n"
            "Worker(work).outcome_without_pump()\n"
            "loop_during(lambda: run_on_main_thread_sync(int))\n"
            "print(ran)\n"
        )
        self.assertEqual(printed, ["False", "[]"])

    def test_what_wants_to_end_the_program_reaches_its_caller_and_the_loop_goes_on(self):
        printed = self.run_script(
            "import logging; logging.disable(logging.CRITICAL)\n"
            "def work():\n"
            "    try: run_on_main_thread_sync(sys.exit, 3)\n"
            "    except SystemExit as error: print(error.code)\n"
            "    return run_on_main_thread_sync(on_main)\n"
            "print(loop_during(work))\n"
        )
        self.assertEqual(printed, ["3", "True"])

    def test_it_can_be_pumped_while_nothing_else_is_to_do(self):
        printed = self.run_script(
            "use_adapter(auroraview.hosts.win32.MessageWindow(when_idle=True))\n"
            "print(loop_during(lambda: run_on_main_thread_sync(on_main)))\n"
        )
        self.assertEqual(printed, ["True"])

    def test_the_package_loaded_again_makes_it_anew(self):
        printed = self.run_script(
            "for turn in range(3):\n"
            "    view = auroraview.WebView(html='x', dcc_mode=True)\n"
            "    view.bind_call('turn', lambda turn=turn: (turn, on_main()))\n"
            "    view.show()\n"
            "    print(*loop_during(lambda: view.eval_js_sync(page.call('turn'), 60000)))\n"
            "    for name in [name for name in sys.modules if name.split('.')[0] == 'auroraview']: del sys.modules[name]\n"
            "    import auroraview\n"
            "    from auroraview.utils import *\n"
            "print(view.state, loop_during(lambda: run_on_main_thread_sync(on_main)))\n"
        )
        self.assertEqual(printed, ["0", "True", "1", "True", "2", "True", "closed", "True"])

    def test_the_program_ends_with_an_open_panel_and_a_thread_that_waits(self):
        printed = self.run_script(
            "view = auroraview.WebView(html='x', dcc_mode=True); view.show()\n"
            "loop_during(lambda: view.eval_js_sync(page.value(1), 60000))\n"
            "def ask():\n"
            "    waits.set()\n"
            "    try: run_on_main_thread_sync(print, 'ran', timeout=None)\n"
            "    except auroraview.ShutdownInProgressError: print('told')\n"
            "waits = threading.Event()\n"
            "threading.Thread(target=ask).start(); waits.wait(60)\n"
        )
        self.assertIn(printed, (["ran"], ["told"]))

    def test_the_switch_leaves_hosts_their_own_means(self):
        printed = self.run_script(
            "from unittest import mock\n"
            "from auroraview.hosts import win32\n"
            "pump = mock.Mock()\n"
            "print(win32.wake_by_window(pump, True), pump.message_window.call_args.args)\n"
            "os.environ[win32.SWITCH] = '0'\n"
            "print(win32.wake_by_window(pump))\n"
        )
        self.assertEqual(printed, ["True", "(True,)", "False"])


class Screen(unittest.TestCase):
    def test_it_makes_a_window_that_takes_a_panel_and_goes_with_it(self):
        with _win32.Screen() as screen:
            number = screen.make_window(320, 200)
            self.assertTrue(USER.IsWindow(number) and USER.IsWindowVisible(number))
            self.assertIsNone(screen.parent_of(number))
            view = WebView(html="x", parent=number)
            self.addCleanup(view.close, force=True)
            lost = []
            view.on_event("parent_lost", lambda: lost.append(1))
            view.show()
            self.assertEqual(view.eval_js_sync(support.page.value(1), int(support.WAIT * 1000)), 1)
            self.assertEqual(screen.parent_of(view.window), number)
            self.assertEqual(USER.GetParent(view.window), number)
            thread = next(thread for thread in threading.enumerate() if thread.name == "auroraview selftest window")
        thread.join(support.WAIT)
        self.assertFalse(thread.is_alive())
        self.assertFalse(USER.IsWindow(number))
        self.assertTrue(pump_until(lambda: lost and view.is_closed, support.WAIT))

    def test_without_a_window_there_is_nothing_to_close(self):
        with _win32.Screen():
            pass


class SelfTest(Hosted):
    """The self-test over the double: its scripts become commands that give the same, everything else is real."""

    CHECKS = [
        "main thread", "open a panel", "script", "script timeout", "page calls main", "handler raises", "main waits, page calls main", "events in order",
        "close", "after the close", "embed", "exception comes through", "dispatch timeout",
    ]
    SPEAKS_TO_THE_DOUBLE = """
real = auroraview.WebView.eval_js_sync
def failure(told): return "Error: %s: %s" % (told["type"], told["message"])
def numbers(told): return [detail["n"] for name, detail in zip(told[::2], told[1::2]) if name == "selftest"]
def speak(view, script, timeout_ms=None):
    command, take = page.value(None), lambda told: told
    if script == "document.title": command = page.value("AuroraView self-test")
    elif script.startswith("({ sum"): command = page.value({"sum": 42, "text": "\\u00e4\\u20ac\\U0001f600"})
    elif script.startswith("new Promise"): command = page.never()
    elif "'fail'" in script: command, take = page.call("fail"), failure
    elif "'where'" in script: command = page.call("where")
    elif script == "window.got": command, take = "double.events()", numbers
    elif script == "1 + 1": command = page.value(2)
    return take(real(view, command) if timeout_ms is None else real(view, command, timeout_ms))
auroraview.WebView.eval_js_sync = speak
"""

    def assert_passed(self, lines):
        told = [line for line in lines if line.startswith(("ok", "FAILED"))]
        self.assertEqual([line.split(None, 1)[0] for line in told], ["ok"] * len(self.CHECKS), "\n".join(lines))
        for line, check in zip(told, self.CHECKS):
            self.assertTrue(line.split(None, 1)[1].startswith(check), line)

    def lines_of(self, script):
        ended = support.run_python(HOST + self.SPEAKS_TO_THE_DOUBLE + script)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout.splitlines()

    def test_in_the_background_it_reaches_main_through_the_hosts_loop(self):
        lines = self.lines_of("run = auroraview.selftest(background=True)\nloop_during(lambda: run.join(120))\nassert run.passed\n")
        self.assertIn("dispatcher win32", lines[0])
        self.assert_passed(lines)

    def test_in_the_foreground_main_pumps(self):
        self.assert_passed(self.lines_of("assert auroraview.selftest()\n"))

    def test_a_window_of_the_hosts_takes_the_panel(self):
        lines = self.lines_of(
            "user.CreateWindowExW.restype = wintypes.HWND\n"
            "window = user.CreateWindowExW(0, 'STATIC', 'host', 0x10CF0000, 0, 0, 400, 300, None, None, None, None)\n"
            "assert window\n"
            "run = auroraview.selftest(parent=window, background=True)\n"
            "loop_during(lambda: run.join(120))\n"
            "print('window', '%#x' % window)\n"
        )
        self.assert_passed(lines)
        embedded = next(line for line in lines if line.split()[1:2] == ["embed"])
        self.assertTrue(embedded.endswith("in " + lines[-1].split()[1]), embedded)

    def test_without_the_runtime_the_table_says_why(self):
        out = io.StringIO()
        with mock.patch.dict("os.environ", {_win32.FOLDER_VARIABLE: ""}):
            self.assertFalse(_selftest.selftest(file=out))
        self.assertIn("WebView2 runtime is not installed", out.getvalue())


class Log(unittest.TestCase):
    def test_a_call_that_wants_to_end_the_program_is_logged_where_the_hosts_loop_pumped(self):
        logger, told = logging.getLogger("auroraview.hosts"), []
        handler = logging.Handler()
        handler.emit = lambda record: told.append(record.getMessage())
        logger.addHandler(handler)
        self.addCleanup(logger.removeHandler, handler)
        auroraview.utils.use_adapter(auroraview.hosts.win32.MessageWindow())
        self.addCleanup(auroraview.utils.use_adapter)
        Worker(lambda: auroraview.utils.run_on_main_thread(sys.exit, 3)).outcome_without_pump()
        message = wintypes.MSG()
        while not told:
            self.assertGreater(USER.GetMessageW(ctypes.byref(message), None, 0, 0), 0)
            USER.DispatchMessageW(ctypes.byref(message))
        self.assertIn("SystemExit(3)", told[0])


if __name__ == "__main__":
    unittest.main()
