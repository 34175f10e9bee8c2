"""Log handlers, tracers and profilers of the host's: whatever they do, calls are answered, and the panel and the program end."""

import glob
import logging
import os
import sys
import unittest
import unittest.mock

import support
from support import Worker, page
from test_webview import PanelTest

from auroraview.utils import pump, pump_until, run_in_background, run_on_main_thread, run_on_main_thread_sync


def setUpModule():
    support.start_display()


class Emitting(logging.Handler):
    """Does something with each record of AuroraView's."""

    def __init__(self, test, emit):
        super().__init__()
        self.told = []
        self._emit = emit
        logger = logging.getLogger("auroraview")
        logger.addHandler(self)
        test.addCleanup(logger.removeHandler, self)

    def emit(self, record):
        self.told.append(record.getMessage())
        self._emit(record)


def fail(_record):
    raise OSError("the disk of the log is full")


class Handlers(PanelTest):
    def test_one_that_raises_ends_nothing(self):
        log = Emitting(self, fail)
        pump()
        ran, ignored = [], []
        self.view.on("bad_event", lambda: (ran.append(1), 1 // 0))
        self.view.bind_call("bad_call", lambda: 1 // 0)
        self.view.bind_call("good", lambda: 1)
        with open(os.devnull, "w") as nowhere:
            for stream in (nowhere, None):
                with unittest.mock.patch("sys.stderr", stream), unittest.mock.patch("sys.unraisablehook", ignored.append, create=True):
                    del log.told[:], ran[:]
                    self.eval(page.send("bad_event"))
                    self.assertEqual(page.read(self.eval(page.outcome("bad_call")))[0], "error")
                    self.view.eval_js(page.throw("Error", "lost"))
                    run_on_main_thread(lambda: 1 // 0)
                    run_in_background(lambda: 1 // 0)
                    self.assertTrue(pump_until(lambda: len(log.told) >= 4, support.WAIT), log.told)
                    self.assertEqual(self.eval(page.call("good")), 1)
                    self.assertEqual((len(ran), ignored), (1, []))

    def test_one_that_calls_the_panel_and_the_main_thread_gets_its_answers(self):
        answers = []
        log = Emitting(self, lambda record: answers.append((run_on_main_thread_sync(int), self.view.emit("log", record.getMessage()))))
        self.view.on("bad_event", lambda: 1 // 0)
        self.eval(page.send("bad_event"))
        self.assertTrue(pump_until(lambda: answers == [(0, None)], support.WAIT), log.told)


class Stall(unittest.TestCase):
    def test_the_report_of_one_goes_to_a_handler_that_itself_calls_the_main_thread(self):
        ended = support.run_python(
            "import logging, threading, auroraview\n"
            "from auroraview.utils import *\n"
            "class Host(auroraview.hosts.HostAdapter):\n"
            "    name = 'host'; priority = 1; woken = threading.Event()\n"
            "    detect = classmethod(lambda cls: True)\n"
            "    def attach(self, pump): self.pump = pump\n"
            "    def wake(self): self.woken.set()\n"
            "    def detach(self): pass\n"
            "host = Host(); auroraview.hosts.register(host); is_main_thread()\n"
            "told, pumped, answered = threading.Event(), threading.Event(), threading.Event()\n"
            "class Log(logging.Handler):\n"
            "    def emit(self, record):\n"
            "        told.set(); pumped.wait(60); run_on_main_thread_sync(int, timeout=60); answered.set(); host.woken.set()\n"
            "logging.getLogger('auroraview').addHandler(Log())\n"
            "run_on_main_thread(int); assert told.wait(60)\n"
            "host.pump(); host.woken.clear(); pumped.set()  # from here on only a wake brings the call of the log handler to main\n"
            "while not answered.is_set(): assert host.woken.wait(60); host.woken.clear(); host.pump()\n"
            "print('answered')\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.strip()), (0, "answered"), ended.stderr)


class Tracers(PanelTest):
    def test_tracers_and_profilers_see_handlers_and_one_that_raises_ends_nothing(self):
        seen = set()

        def trace(frame, _event, _arg):
            seen.add(frame.f_code.co_name)
            return trace

        def refuse(_frame, _event, _arg):
            raise RuntimeError("a tracer of the host's")

        def traced_handler():
            return 1

        for install in (sys.settrace, sys.setprofile):
            for hook in (trace, refuse):
                def call(install=install, hook=hook):
                    install(hook)
                    try:
                        return run_on_main_thread_sync(traced_handler)
                    finally:
                        install(None)

                if hook is trace:
                    self.assertEqual(Worker(call).outcome(), 1)
                with unittest.mock.patch("sys.stderr", None):
                    self.view.bind_call("traced", lambda install=install, hook=hook: (install(hook), traced_handler())[1])
                    said = page.read(self.eval(page.outcome("traced")))
                    self.assertIn(said[0], ("result", "error"))
                    self.view.bind_call("after", lambda install=install: install(None))
                    self.assertIn(page.read(self.eval(page.outcome("after")))[0], ("result", "error"))
                    self.view.bind_call("again", lambda: 2)
                    self.assertEqual(self.eval(page.call("again")), 2)
        self.assertIn("traced_handler", seen)


class Rule(unittest.TestCase):
    def test_every_module_logs_through_the_guard(self):
        for path in glob.glob(os.path.join(support.PACKAGE, "auroraview", "**", "*.py"), recursive=True):
            with open(path) as source:
                used = "getLogger" in source.read()
            self.assertEqual(used, os.path.basename(path) == "_log.py", path)


if __name__ == "__main__":
    unittest.main()
