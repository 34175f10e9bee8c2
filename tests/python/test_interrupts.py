"""Ctrl+C, and what else a signal handler raises, ends every wait of the main thread."""

import unittest

import support

BEGIN = """
import os, signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent may have it ignored
import auroraview
from auroraview.utils import pump_until, run_in_background
from support import page, wait
def hit(delay):
    threading.Event().wait(delay)
    # On Windows os.kill would end the program.
    signal.raise_signal(signal.SIGINT) if os.name == "nt" else os.kill(os.getpid(), signal.SIGINT)
def show(**options):
    view = auroraview.WebView(html="<p>x</p>", **options)
    view.show()
    assert view.eval_js_sync(page.value(1), 60000) == 1
    return view
def outcomes(work, times=6):
    told = []
    for delay in range(times):
        thread = threading.Thread(target=hit, args=(delay * 0.03,))
        try:
            thread.start()
            told.append(work())
        except BaseException as error:
            told.append(type(error).__name__)
        thread.join()
    print(set(told))
"""


def setUpModule():
    support.start_display()


class Interrupts(unittest.TestCase):
    """Programs whose main thread waits for what does not come, and is interrupted."""

    def expect(self, script, told="{'KeyboardInterrupt'}"):
        ended = support.run_python(BEGIN + script)
        self.assertEqual((ended.returncode, ended.stdout.strip()), (0, told), ended.stderr)
        self.assertNotIn("ignored", ended.stderr)

    def test_a_wait_for_a_task(self):
        self.expect(
            "end = threading.Event()\n"
            "outcomes(lambda: run_in_background(end.wait).result(timeout=None))\n"
            "end.set()\n"
        )

    def test_a_wait_for_a_script(self):
        self.expect("view = show()\noutcomes(lambda: view.eval_js_sync(page.never(), timeout_ms=None))\nview.close(force=True)\n")

    def test_a_wait_for_a_script_before_the_panel_is_ready(self):
        self.expect(
            "def first():\n"
            "    view = auroraview.WebView(html='<p>x</p>')\n"
            "    view.show()\n"
            "    view.eval_js_sync(page.never(), timeout_ms=None)\n"
            "outcomes(first, times=2)\n"
        )

    def test_a_wait_for_a_close(self):
        self.expect(
            "end, inside = threading.Event(), threading.Event()\n"
            "view = show()\n"
            "view.on('block', lambda: (inside.set(), end.wait()))\n"
            "view.eval_js(page.send('block'))\n"
            "wait(inside)\n"
            "outcomes(lambda: view.close(timeout=600), times=1)\n"
            "end.set()\n"
        )

    def test_a_nested_wait_inside_a_handler(self):
        self.expect(
            "view = show(dcc_mode=True)\n"
            "view.on('inner', lambda: view.eval_js_sync(page.never(), timeout_ms=None))\n"
            "outcomes(lambda: view.eval_js_sync(page.call('inner'), timeout_ms=None))\n"
            "view.close(force=True)\n"
        )

    def test_a_handler_of_the_programs_own_runs_and_the_wait_goes_on(self):
        self.expect(
            "seen = threading.Event()\n"
            "signal.signal(signal.SIGINT, lambda *_: seen.set())\n"
            "outcomes(lambda: run_in_background(wait, seen).result(timeout=None), times=1)\n",
            "{None}",
        )

    def test_an_exit_that_a_signal_handler_raises(self):
        self.expect(
            "def leave(*_):\n"
            "    raise SystemExit(3)\n"
            "signal.signal(signal.SIGINT, leave)\n"
            "end = threading.Event()\n"
            "outcomes(lambda: run_in_background(end.wait).result(timeout=None), times=1)\n"
            "end.set()\n",
            "{'SystemExit'}",
        )

    def test_an_exception_of_another_kind_that_a_signal_handler_raises(self):
        self.expect(
            "def alarm(*_):\n"
            "    raise LookupError('the batch system says: end')\n"
            "signal.signal(signal.SIGINT, alarm)\n"
            "end = threading.Event()\n"
            "outcomes(lambda: run_in_background(end.wait).result(timeout=None), times=3)\n"
            "outcomes(lambda: pump_until(end.is_set, 600), times=3)\n"
            "end.set()\n",
            "{'LookupError'}\n{'LookupError'}",
        )
