"""The interpreter's end, whatever still runs or waits: in a bounded time, with its own exit code, and no process left."""

import re
import signal
import threading
import unittest

import support

# On Windows any signal but two ends the process with its number.
KILL, KILLED = (signal.SIGTERM, int(signal.SIGTERM)) if support.ON_WINDOWS else (signal.SIGKILL, -signal.SIGKILL)

BEGIN = """
import sys, threading, time, auroraview
from auroraview.utils import *
from support import page
def show(**options):
    view = auroraview.WebView(html="<p>x</p>", **options)
    view.show()
    assert view.eval_js_sync(page.value(1), 60000) == 1
    print("process", view.info["process_id"], flush=True)
    return view
def outcome(work):
    try: work()
    except Exception as error: print(type(error).__name__)
def start(work):
    thread = threading.Thread(target=outcome, args=(work,))
    thread.start()
"""


def setUpModule():
    support.start_display()


class Leaving(unittest.TestCase):
    """Programs that end."""

    def leave(self, script, code=0):
        ended = support.run_python(BEGIN + script)
        self.assertEqual(ended.returncode, code, ended.stdout + ended.stderr)
        self.assertNotIn("Fatal", ended.stderr)
        for process in re.findall(r"process (\d+)", ended.stdout):
            self.assert_gone(int(process))
        return ended.stdout

    def assert_gone(self, process):
        looked = threading.Event()
        for _ in range(int(support.WAIT / 0.05)):
            if support.has_ended(process):
                return
            looked.wait(0.05)
        self.fail("the panel's process outlived its host")


class Exit(Leaving):
    def test_with_nothing_used(self):
        self.leave("")

    def test_with_an_open_panel(self):
        self.leave("view = show()")

    def test_by_sys_exit_with_an_open_panel(self):
        self.leave("view = show(); sys.exit(3)", code=3)

    def test_by_an_exception_with_an_open_panel(self):
        self.leave("view = show(); 1 // 0", code=1)

    def test_with_a_thread_that_waits_for_main_without_a_limit(self):
        printed = self.leave(
            "pump(); posted = threading.Event()\n"
            "def ask():\n"
            "    posted.set(); run_on_main_thread_sync(print, 'ran', timeout=None)\n"
            "start(ask); posted.wait()\n"
        )
        self.assertIn(printed.strip(), ("ran", "ShutdownInProgressError"))

    def test_with_a_thread_that_waits_for_a_script_without_a_limit(self):
        printed = self.leave(
            "view = show(); begun = threading.Event()\n"
            "view.on('begun', lambda: begun.set())\n"
            "start(lambda: view.eval_js_sync(page.never('begun'), None))\n"
            "begun.wait(60)\n"
        )
        self.assertIn("ShutdownInProgressError", printed)

    def test_with_a_pool_whose_worker_waits_whatever_was_imported_first(self):
        wait = (
            "begun = threading.Event()\n"
            "def ask():\n"
            "    begun.set(); run_on_main_thread_sync(int, timeout=None)\n"
            "pump(); ThreadPoolExecutor(1).submit(outcome, ask); begun.wait(60)\n"
        )
        first = "from concurrent.futures import ThreadPoolExecutor\n"
        for name, script in (("before", first + BEGIN + wait), ("after", BEGIN + first + wait)):
            with self.subTest(imported=name):
                ended = support.run_python(script)
                self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
                self.assertIn(ended.stdout.strip(), ("", "ShutdownInProgressError"))

    def test_with_a_pool_whose_worker_waits_for_a_script(self):
        printed = self.leave(
            "from concurrent.futures import ThreadPoolExecutor\n"
            "view = show(); begun = threading.Event()\n"
            "view.on('begun', lambda: begun.set())\n"
            "ThreadPoolExecutor(1).submit(outcome, lambda: view.eval_js_sync(page.never('begun'), None))\n"
            "begun.wait(60)\n"
        )
        self.assertIn("ShutdownInProgressError", printed)

    def test_with_a_pool_whose_worker_waits_only_after_main_has_ended(self):
        printed = self.leave(
            "from concurrent.futures import ThreadPoolExecutor\n"
            "pump()\n"
            "def ask():\n"
            "    while not threading._SHUTTING_DOWN if hasattr(threading, '_SHUTTING_DOWN') else threading.main_thread().is_alive(): time.sleep(0.001)\n"
            "    run_on_main_thread_sync(int, timeout=None)\n"
            "ThreadPoolExecutor(1).submit(outcome, ask)\n"
        )
        self.assertEqual(printed.strip(), "ShutdownInProgressError")

    def test_functions_of_atexit_may_still_ask_for_the_panel(self):
        printed = self.leave(
            "import atexit\n"
            "view = show()\n"
            "atexit.register(outcome, lambda: view.emit('last'))\n"
            "atexit.register(lambda: print(view.close(), view.state, view.is_closed))\n"
            "atexit.register(outcome, lambda: run_on_main_thread(int))\n"
        )
        first, *others = printed.split()[-5:]
        self.assertIn(first, ("ShutdownInProgressError", "MainThreadUnavailableError"))  # until Python 3.8 the end may still be on its way
        self.assertEqual(others, ["True", "closed", "True", "ShutdownInProgressError"])

    def test_with_a_handler_that_computes_for_ever(self):
        self.leave(
            "view = show(); begun = threading.Event()\n"
            "def loop():\n"
            "    begun.set()\n"
            "    while True: pass\n"
            "view.on('loop', loop); view.eval_js(page.call('loop')); begun.wait(60)\n"
        )

    def test_with_a_handler_that_sleeps_for_ever(self):
        self.leave(
            "view = show(); begun = threading.Event()\n"
            "view.on('sleep', lambda: (begun.set(), time.sleep(10000))); view.eval_js(page.call('sleep')); begun.wait(60)\n"
        )

    def test_with_a_handler_that_waits_for_main(self):
        self.leave(
            "view = show(); begun = threading.Event()\n"
            "def ask():\n"
            "    begun.set(); return run_on_main_thread_sync(lambda: 1, timeout=None)\n"
            "view.on('ask', ask); view.eval_js(page.call('ask')); begun.wait(60)\n"
        )

    def test_with_daemon_threads_that_go_on_calling(self):
        self.leave(
            "pump(); view = show()\n"
            "def call():\n"
            "    while True:\n"
            "        try: run_on_main_thread_sync(int); view.emit('x')\n"
            "        except auroraview.ThreadSafetyError: time.sleep(0.001)\n"
            "for _ in range(4): threading.Thread(target=call, daemon=True).start()\n"
            "pump_until(lambda: False, 0.1)\n"
        )

    def test_with_a_panel_in_dcc_mode_and_posts_pending(self):
        self.leave("pump(); view = show(dcc_mode=True)\nfor _ in range(100): run_on_main_thread(int)\n")

    def test_by_os_exit_the_panels_process_goes_too(self):
        self.leave("import os; view = show(); os._exit(5)", code=5)

    def test_by_a_kill_the_panels_process_goes_too(self):
        self.leave("import os, signal; view = show(); os.kill(os.getpid(), %d)" % KILL, code=KILLED)

    def test_an_adapter_is_detached_on_main(self):
        printed = self.leave(
            "class Host(auroraview.hosts.HostAdapter):\n"
            "    name = 'host'; priority = 1\n"
            "    detect = classmethod(lambda cls: True)\n"
            "    def attach(self, pump): pass\n"
            "    def detach(self): print('detached', self.is_main_thread())\n"
            "auroraview.hosts.register(Host)\n"
        )
        self.assertEqual(printed.split(), ["detached", "True"])


if __name__ == "__main__":
    unittest.main()
