"""Calls to the main thread."""

import concurrent.futures
import functools
import threading
import traceback
import unittest

import support
from support import Worker, wait

import auroraview
from auroraview.utils import (
    defer_to_main_thread,
    is_main_thread,
    nudge,
    pump,
    pump_until,
    run_on_main_thread,
    run_on_main_thread_sync,
)


class RunOnMainThreadSync(unittest.TestCase):
    def test_from_a_worker_runs_on_main_and_returns_the_object_itself(self):
        given = object()
        result = Worker(lambda: run_on_main_thread_sync(lambda value: (threading.current_thread(), value), given)).outcome()
        self.assertIs(result[0], threading.main_thread())
        self.assertIs(result[1], given)

    def test_on_main_runs_at_once(self):
        self.assertIs(run_on_main_thread_sync(threading.current_thread), threading.current_thread())

    def test_keyword_arguments_reach_the_function(self):
        self.assertEqual(Worker(lambda: run_on_main_thread_sync(dict, timeout=support.WAIT, a=1, b=2)).outcome(), {"a": 1, "b": 2})

    def test_an_exception_is_the_same_object_with_its_traceback(self):
        raised = ValueError("no such node")

        def fail_in_the_scene():
            raise raised

        try:
            Worker(lambda: run_on_main_thread_sync(fail_in_the_scene)).outcome()
            self.fail("nothing was raised")
        except ValueError as caught:
            self.assertIs(caught, raised)
            self.assertIn("fail_in_the_scene", "".join(traceback.format_tb(caught.__traceback__)))

    def test_a_call_that_times_out_unstarted_never_runs(self):
        pump()
        ran = []
        with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
            Worker(lambda: run_on_main_thread_sync(ran.append, 1, timeout=0.05)).outcome_without_pump()
        self.assertIsInstance(caught.exception, TimeoutError)
        self.assertIsInstance(caught.exception, auroraview.ThreadSafetyError)
        self.assertIs(caught.exception.snapshot["still_running"], False)
        self.assertEqual(caught.exception.snapshot["timeout_ms"], 50)
        self.assertIn("append", caught.exception.snapshot["function"])
        Worker(lambda: run_on_main_thread_sync(lambda: None)).outcome()
        self.assertEqual(ran, [])

    def test_a_call_that_times_out_running_says_so(self):
        given_up = threading.Event()
        outcome = []

        def slow():
            wait(given_up)

        def worker():
            try:
                run_on_main_thread_sync(slow, timeout=5)
            except auroraview.ThreadDispatchTimeoutError as error:
                outcome.append(error.snapshot)
            given_up.set()

        Worker(worker).outcome()
        self.assertIs(outcome[0]["still_running"], True)
        self.assertIn("slow", outcome[0]["target_runs"])

    def test_eight_workers_never_get_each_others_results(self):
        def worker(number):
            return all(run_on_main_thread_sync(lambda: (number, step)) == (number, step) for step in range(200))

        workers = [Worker(functools.partial(worker, number)) for number in range(8)]
        self.assertTrue(all(other.outcome() for other in workers))

    def test_keyboard_interrupt_reaches_the_caller_and_the_pump(self):
        self.quits_both(KeyboardInterrupt)

    def test_system_exit_reaches_the_caller_and_the_pump(self):
        self.quits_both(SystemExit)

    def quits_both(self, kind):
        raised = kind("end")

        def quit_on_main():
            raise raised

        worker = Worker(lambda: run_on_main_thread_sync(quit_on_main))
        with self.assertRaises(kind) as at_pump:
            pump_until(lambda: False, support.WAIT)
        self.assertIs(at_pump.exception, raised)
        with self.assertRaises(kind) as at_caller:
            worker.outcome()
        self.assertIs(at_caller.exception, raised)

    def test_what_is_no_function_is_refused(self):
        for call in (run_on_main_thread, run_on_main_thread_sync, defer_to_main_thread):
            with self.assertRaises(TypeError):
                call("scene")

    def test_bad_timeouts_are_refused(self):
        for timeout, kind in ((-1, ValueError), (float("nan"), ValueError), ("5", TypeError), (True, TypeError)):
            with self.assertRaises(kind):
                run_on_main_thread_sync(lambda: None, timeout=timeout)

    def test_a_coroutine_function_is_refused_with_the_way_out(self):
        async def coroutine():
            pass

        for func in (coroutine, functools.partial(coroutine)):
            with self.assertRaisesRegex(TypeError, "coroutine"):
                run_on_main_thread(func)


class RunOnMainThread(unittest.TestCase):
    def test_posts_of_a_thread_run_in_order_and_not_at_once(self):
        ran = []

        def post_all():
            for number in range(500):
                run_on_main_thread(ran.append, number)

        Worker(post_all).outcome_without_pump()
        self.assertEqual(ran, [])
        self.assertTrue(pump_until(lambda: len(ran) == 500, support.WAIT))
        self.assertEqual(ran, list(range(500)))

    def test_on_main_it_is_queued(self):
        ran = []
        defer_to_main_thread(ran.append, 1)
        self.assertEqual(ran, [])
        self.assertTrue(pump_until(lambda: ran == [1], support.WAIT))

    def test_what_it_raises_is_logged_and_the_pump_goes_on(self):
        ran = []
        with self.assertLogs("auroraview", "ERROR") as logs:
            run_on_main_thread(lambda: 1 // 0)
            run_on_main_thread(ran.append, 1)
            self.assertTrue(pump_until(lambda: ran == [1], support.WAIT))
        self.assertIn("ZeroDivisionError", logs.output[0])


class Pump(unittest.TestCase):
    def test_is_main_thread_tells_the_threads_apart(self):
        self.assertTrue(is_main_thread())
        self.assertFalse(Worker(is_main_thread).outcome())

    def test_off_main_it_is_refused(self):
        for call in (pump, lambda: pump_until(lambda: True)):
            with self.assertRaises(auroraview.WrongThreadError):
                Worker(call).outcome_without_pump()

    def test_inside_a_call_it_runs_others(self):
        ran = []

        def outer():
            run_on_main_thread(ran.append, "inner")
            self.assertTrue(pump_until(lambda: ran == ["inner"], support.WAIT))
            return "outer"

        self.assertEqual(Worker(lambda: run_on_main_thread_sync(outer)).outcome(), "outer")

    def test_until_an_event_a_future_or_a_condition(self):
        event = threading.Event()
        Worker(event.set)
        self.assertTrue(pump_until(event, support.WAIT))
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            future = pool.submit(lambda: run_on_main_thread_sync(lambda: 5))
            self.assertTrue(pump_until(future, support.WAIT))
        self.assertEqual(future.result(), 5)
        self.assertFalse(pump_until(lambda: False, 0.01))
        nudge()

    def test_a_condition_that_raises_ends_it(self):
        with self.assertRaises(ZeroDivisionError):
            pump_until(lambda: 1 // 0, support.WAIT)

    def test_what_is_no_condition_is_refused(self):
        with self.assertRaises(TypeError):
            pump_until(5, 1)

    def test_with_a_budget_of_nothing_runs_one_and_tells_of_more(self):
        ran = []
        for number in range(3):
            run_on_main_thread(ran.append, number)
        self.assertTrue(pump(0))
        self.assertEqual(ran, [0])
        self.assertTrue(pump_until(lambda: len(ran) == 3, support.WAIT))

    def test_ctrl_c_ends_it(self):
        ended = support.run_python(
            "import os, signal, threading\n"
            "from auroraview.utils import pump_until\n"
            "def hit():\n"
            "    # On Windows os.kill would end the program.\n"
            "    signal.raise_signal(signal.SIGINT) if os.name == 'nt' else os.kill(os.getpid(), signal.SIGINT)\n"
            "asked = []\n"
            "def condition():\n"
            "    if not asked: asked.append(1); threading.Thread(target=hit).start()\n"
            "    return False\n"
            "try:\n"
            "    pump_until(condition)\n"
            "except KeyboardInterrupt:\n"
            "    print('interrupted')\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.strip()), (0, "interrupted"), ended.stderr)

    def test_ctrl_c_wherever_it_meets_the_pump_ends_it(self):
        # Mostly main waits in the core by then, and the next thing that Python does is the first line of the core's callback.
        ended = support.run_python(
            "import os, signal, threading\n"
            "from auroraview.utils import pump_until, run_on_main_thread\n"
            "outcomes = []\n"
            "def hit(delay):\n"
            "    threading.Event().wait(delay)\n"
            "    signal.raise_signal(signal.SIGINT) if os.name == 'nt' else os.kill(os.getpid(), signal.SIGINT)\n"
            "    run_on_main_thread(int)\n"
            "for round in range(30):\n"
            "    try:\n"
            "        thread = threading.Thread(target=hit, args=(round * 0.001,))\n"
            "        thread.start()\n"
            "        outcomes.append(pump_until(lambda: False, 30))\n"
            "    except KeyboardInterrupt:\n"
            "        outcomes.append('interrupted')\n"
            "    thread.join()\n"
            "print(set(outcomes), len(outcomes))\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.strip()), (0, "{'interrupted'} 30"), ended.stderr)
        self.assertNotIn("ignored", ended.stderr)


class Refusal(unittest.TestCase):
    def test_calls_that_come_a_moment_before_the_first_pump_run_in_it(self):
        ended = support.run_python(
            "import threading, auroraview\n"
            "from auroraview.utils import pump_until, run_on_main_thread, run_on_main_thread_sync\n"
            "asked = threading.Event()\n"
            "done = threading.Event()\n"
            "def worker():\n"
            "    run_on_main_thread(print, 'first')\n"
            "    asked.set()\n"
            "    run_on_main_thread_sync(print, 'second', timeout=60)\n"
            "    done.set()\n"
            "threading.Thread(target=worker).start()\n"
            "asked.wait(60)\n"
            "assert pump_until(done, timeout=60)\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.split()), (0, ["first", "second"]), ended.stderr)

    def test_where_nothing_pumps_calls_are_refused_once_and_never_run(self):
        ended = support.run_python(
            "import logging, threading, auroraview\n"
            "from auroraview.utils import pump, run_on_main_thread, run_on_main_thread_sync\n"
            "told = threading.Event()\n"
            "class Handler(logging.Handler):\n"
            "    def emit(self, record):\n"
            "        print('print' in record.getMessage(), 'MainThreadUnavailableError' in record.getMessage(), record.levelname)\n"
            "        told.set()\n"
            "logging.getLogger('auroraview').addHandler(Handler())\n"
            "def worker():\n"
            "    run_on_main_thread(print, 'ran')\n"
            "    assert told.wait(60)\n"
            "    try: run_on_main_thread_sync(print, 'ran', timeout=0.01)\n"
            "    except auroraview.MainThreadUnavailableError as error: print('pump_until' in str(error))\n"
            "    try: run_on_main_thread_sync(print, 'ran')\n"
            "    except auroraview.MainThreadUnavailableError as error: print('pump_until' in str(error))\n"
            "thread = threading.Thread(target=worker); thread.start(); thread.join()\n"
            "pump()\n"
            "from auroraview._session import current\n"
            "print(len(current().calls))\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.split()), (0, ["True", "True", "ERROR", "True", "True", "0"]), ended.stderr)

    def test_first_used_off_main_it_says_what_is_missing(self):
        ended = support.run_python(
            "import threading\n"
            "def worker():\n"
            "    import auroraview\n"
            "    try: auroraview.utils.run_on_main_thread_sync(print, 'ran')\n"
            "    except auroraview.MainThreadUnavailableError as error: print('does not know' in str(error))\n"
            "thread = threading.Thread(target=worker); thread.start(); thread.join()\n"
            "from auroraview.utils import *\n"
            "pump(); run_on_main_thread(print, 'bound'); pump()\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.split()), (0, ["True", "bound"]), ended.stderr)

    def test_first_used_off_main_a_call_waits_for_main_to_come_and_pump(self):
        ended = support.run_python(
            "import threading\n"
            "imported, done = threading.Event(), threading.Event()\n"
            "def worker():\n"
            "    import auroraview\n"
            "    auroraview.utils.is_main_thread()\n"
            "    imported.set()\n"
            "    auroraview.utils.run_on_main_thread_sync(print, 'ran', timeout=60)\n"
            "    done.set()\n"
            "threading.Thread(target=worker).start()\n"
            "imported.wait(60)\n"
            "from auroraview.utils import pump_until\n"
            "assert pump_until(done, timeout=60)\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.split()), (0, ["ran"]), ended.stderr)


if __name__ == "__main__":
    unittest.main()
