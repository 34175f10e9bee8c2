"""The deadlock patterns of RFC 0002 from Python, each completes, is refused at once, or ends with the timeout's error. None hangs."""

import concurrent.futures
import logging
import threading
import unittest

import support
from support import Worker, page, wait

import auroraview
from auroraview import WebView
from auroraview.utils import is_main_thread, pump, run_in_background, run_on_main_thread_sync

TIMEOUT = int(support.WAIT * 1000)


def setUpModule():
    support.start_display()
    pump()  # from now on a call that comes before the main thread waits is queued, not refused


class PanelTest(unittest.TestCase):
    def open(self, **options):
        view = WebView(title=self._testMethodName, html="<p>page</p>", **options)
        self.addCleanup(view.close, force=True)
        view.show()
        return view


class CrossThreadCalls(PanelTest):
    """Pattern 3: threads that wait for each other's calls. Who is needed runs the call inside its own wait."""

    def test_main_waits_for_the_page_that_calls_main(self):
        view = self.open(dcc_mode=True)
        view.on("where", lambda: is_main_thread())
        self.assertIs(view.eval_js_sync(page.call("where"), TIMEOUT), True)

    def test_main_runs_a_workers_call_that_waits_for_the_page_whose_handler_waits_for_main(self):
        # The RFC's own example, with its two sync calls on two threads.
        view = self.open()
        view.on("inner", lambda: run_on_main_thread_sync(is_main_thread, timeout=support.WAIT))
        worker = Worker(lambda: run_on_main_thread_sync(lambda: view.eval_js_sync(page.call("inner"), TIMEOUT), timeout=support.WAIT))
        self.assertIs(worker.outcome(), True)

    def test_two_panels_call_each_other_through_main(self):
        first, second = self.open(dcc_mode=True), self.open(dcc_mode=True)
        first.bind_call("down", lambda n: 0 if n == 0 else 1 + second.eval_js_sync(page.call("down", [n - 1]), TIMEOUT))
        second.bind_call("down", lambda n: 0 if n == 0 else 1 + first.eval_js_sync(page.call("down", [n - 1]), TIMEOUT))
        self.assertEqual(first.eval_js_sync(page.call("down", [8]), TIMEOUT), 8)

    def test_main_waits_for_a_task_that_waits_for_the_page_that_calls_main(self):
        view = self.open(dcc_mode=True)
        view.on("where", lambda: is_main_thread())
        task = run_in_background(view.eval_js_sync, page.call("where"), TIMEOUT)
        self.assertIs(task.result(support.WAIT), True)


class CallbacksUnderALock(PanelTest):
    """Pattern 2: a lock that is held around a call whose handler wants it. AuroraView holds none; a lock of the user's it cannot see."""

    def test_a_handler_that_main_runs_inside_its_wait_may_take_mains_lock_again(self):
        lock = threading.RLock()
        view = self.open(dcc_mode=True)

        @view.on("save")
        def save():
            with lock:
                return "saved"

        with lock:
            self.assertEqual(view.eval_js_sync(page.call("save"), TIMEOUT), "saved")

    def test_a_handler_of_another_thread_waits_until_the_wait_has_timed_out(self):
        lock, begun, saved = threading.Lock(), threading.Event(), threading.Event()
        view = self.open()

        @view.on("save")
        def save():
            begun.set()
            with lock:
                saved.set()

        with lock:
            view.eval_js(page.call("save"))
            wait(begun)
            with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
                view.eval_js_sync(page.call("save"), 300)
            self.assertIsInstance(caught.exception, TimeoutError)
            self.assertFalse(saved.is_set())
        wait(saved)
        self.assertEqual(view.eval_js_sync(page.value(2), TIMEOUT), 2)


class Cycles(PanelTest):
    """A cycle of AuroraView's own waits that nobody on it could break: refused at once, with its members named."""

    def test_two_tasks_that_wait_for_each_other(self):
        tasks, both = {}, threading.Event()

        def first():
            wait(both)
            return tasks["second"].result(None)

        def second():
            wait(both)
            return tasks["first"].result(None)

        tasks.update(first=run_in_background(first), second=run_in_background(second))
        both.set()
        caught = []
        for name in tasks:
            with self.assertRaises(auroraview.DeadlockDetectedError) as found:
                tasks[name].result(support.WAIT)
            caught.append(found.exception)
        # Refused on the thread that would have closed the cycle; the other one gets it as its task's error.
        self.assertIs(caught[0], caught[1])
        self.assertIsInstance(caught[0], auroraview.ThreadSafetyError)
        self.assert_names(caught[0], "first", "second", "wait for a task", "running on background '")

    def test_a_handler_waits_for_the_task_that_waits_for_its_page(self):
        view, task, known, refused = self.open(), [], threading.Event(), []

        @view.on("save")
        def save():
            wait(known)
            try:
                return task[0].result(None)
            except auroraview.DeadlockDetectedError as error:
                refused.append(error)
                raise

        def export():
            return page.read(view.eval_js_sync(page.outcome("save"), None))[1]

        task.append(run_in_background(export))
        known.set()
        # Whichever of the two waits came last closed the cycle; the other one goes on.
        try:
            self.assertEqual(task[0].result(support.WAIT), "Deadlock")
        except auroraview.DeadlockDetectedError as error:
            refused.append(error)
        self.assert_names(refused[0], "export", "'save', requested by the page of the panel '%s'" % self._testMethodName, "handlers of the panel")

    def test_a_task_that_waits_for_itself(self):
        task, known = [], threading.Event()

        def alone():
            wait(known)
            return task[0].result(None)

        task.append(run_in_background(alone))
        known.set()
        with self.assertRaises(auroraview.DeadlockDetectedError) as caught:
            task[0].result(support.WAIT)
        self.assert_names(caught.exception, "alone")

    def assert_names(self, error, *members):
        told = str(error)
        for member in members:
            self.assertIn(member, told)
        self.assertTrue(error.cycle)
        for member in error.cycle:
            self.assertIn(member["name"], told)


class UnseenCycles(unittest.TestCase):
    """A cycle through what AuroraView cannot see: the timeout's error, and before it the watchdog's report."""

    BEGIN = """
import logging, threading, auroraview
from auroraview.utils import *
from support import ON_WINDOWS, page
reports = []
class Keep(logging.Handler):
    def emit(self, record): reports.append(record.getMessage())
logging.getLogger("auroraview").addHandler(Keep())
def outcome(work):
    try: print("returned", work())
    except TimeoutError as error:
        print(type(error).__name__, isinstance(error, auroraview.ThreadSafetyError), "reported" if reports else "not reported", flush=True)
"""
    # Main has its calls pending for two seconds before the watchdog reports it; the timeout is far enough behind that on any machine.
    SCRIPTS = {
        "lock": """
pump()
lock, held = threading.Lock(), threading.Event()
def work():
    with lock:
        held.set()
        outcome(lambda: run_on_main_thread_sync(print, "ran", timeout=15))
worker = threading.Thread(target=work, name="exporter"); worker.start(); held.wait()
with lock: pass
worker.join()
print("exporter" in reports[0] and "print" in reports[0] and "has taken no call" in reports[0])
""",
        "join": """
view = auroraview.WebView(html="<script>busy = []; auroraview.on('auroraview:host_busy', e => busy.push(e.busy))</script>", dcc_mode=True)
view.on("scene", lambda: 1)
view.show()
view.eval_js_sync(page.value(1), 60000)
pump()
worker = threading.Thread(target=outcome, args=(lambda: view.eval_js_sync(page.call("scene"), 15000),), name="exporter"); worker.start()
worker.join()
told = view.eval_js_sync("double.events()" if ON_WINDOWS else "[null, {busy: busy[0]}]", 60000)
print(told[1]["busy"] is True and "scene" in reports[0] and "exporter" in reports[0])
view.close()
""",
    }

    def test_it_ends_with_the_timeout_after_the_watchdogs_report(self):
        with concurrent.futures.ThreadPoolExecutor(len(self.SCRIPTS)) as pool:
            ended = dict(zip(self.SCRIPTS, pool.map(lambda script: support.run_python(self.BEGIN + script), self.SCRIPTS.values())))
        for through, process in ended.items():
            self.assertEqual(
                (through, process.returncode, process.stdout.split("\n")),
                (through, 0, ["ThreadDispatchTimeoutError True reported", "True", ""]), process.stderr,
            )


class Tasks(unittest.TestCase):
    def test_main_that_waits_runs_what_the_task_needs_and_nothing_else(self):
        order = []
        Worker(lambda: auroraview.utils.run_on_main_thread(order.append, "stranger")).outcome_without_pump()
        task = run_in_background(lambda: run_on_main_thread_sync(order.append, "needed", timeout=support.WAIT))
        self.assertIsNone(task.result(support.WAIT))
        self.assertEqual(order, ["needed"])
        self.assertTrue(auroraview.utils.pump_until(lambda: order == ["needed", "stranger"], support.WAIT))

    def test_the_result_and_the_exception_are_the_objects_themselves_each_time(self):
        given, raised = object(), ValueError("no such node")

        def fail():
            raise raised

        good, bad = run_in_background(lambda: given), run_in_background(fail)
        for _ in range(2):
            self.assertIs(good.result(support.WAIT), given)
            with self.assertRaises(ValueError) as caught:
                bad.result(support.WAIT)
            self.assertIs(caught.exception, raised)
        self.assertTrue(good.done())

    def test_one_that_is_not_over_in_time_goes_on(self):
        release = threading.Event()
        task = run_in_background(release.wait, support.WAIT)
        with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
            task.result(0.05)
        self.assertIsInstance(caught.exception, TimeoutError)
        self.assertIn("wait", str(caught.exception))
        self.assertFalse(task.done())
        release.set()
        self.assertIs(task.result(support.WAIT), True)

    def test_it_is_a_condition_of_the_pump_and_has_a_thread_of_its_own(self):
        task = run_in_background(lambda: threading.current_thread().name)
        self.assertTrue(auroraview.utils.pump_until(task, support.WAIT))
        self.assertIn("background", task.result())

    def test_system_exit_ends_the_task_and_comes_with_its_result(self):
        raised = SystemExit(3)

        def leave():
            raise raised

        task = run_in_background(leave)
        with self.assertRaises(SystemExit) as caught:
            task.result(support.WAIT)
        self.assertIs(caught.exception, raised)

    def test_an_exception_that_nobody_asked_for_is_logged(self):
        with self.assertLogs("auroraview", "ERROR") as logs:
            task = run_in_background(lambda: 1 // 0)
            self.assertTrue(auroraview.utils.pump_until(task, support.WAIT))
            del task
        self.assertIn("ZeroDivisionError", logs.output[0])

    def test_an_exception_of_one_that_nobody_kept_is_logged(self):
        logged, release = threading.Event(), threading.Event()

        class Watch(logging.Handler):
            def emit(self, record):
                if "no caller waits" in record.getMessage():
                    logged.set()

        watch, logger = Watch(), logging.getLogger("auroraview")
        logger.addHandler(watch)
        self.addCleanup(logger.removeHandler, watch)
        run_in_background(lambda: (wait(release), 1 // 0))
        release.set()
        wait(logged)

    def test_what_is_no_function_is_refused(self):
        async def coroutine():
            pass

        for func in ("scene", coroutine):
            with self.assertRaises(TypeError):
                run_in_background(func)

    def test_a_wait_ends_with_the_program(self):
        ended = support.run_python(
            "import threading, auroraview\n"
            "from auroraview.utils import run_in_background\n"
            "pending = run_in_background(threading.Event().wait)\n"
            "def ask():\n"
            "    try: pending.result(None)\n"
            "    except auroraview.ShutdownInProgressError: print('told')\n"
            "threading.Thread(target=ask).start()\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.strip()), (0, "told"), ended.stderr)


if __name__ == "__main__":
    unittest.main()
