"""``python -m auroraview selftest`` and ``auroraview.selftest()``."""

import unittest

import support

CHECKS = (
    "main thread", "open a panel", "script", "script timeout", "page calls main", "handler raises", "main waits, page calls main", "events in order", "close",
    "after the close", "embed", "exception comes through", "dispatch timeout",
)

# A host with a loop: it comes to the pump by itself, and ends when the script says so.
HOST = """
import io, sys, threading, time
import auroraview
from auroraview import hosts

class Looping(hosts.HostAdapter):
    name = "looping"
    priority = 500
    woken = threading.Event()
    @classmethod
    def detect(cls): return True
    def attach(self, pump): self.pump = pump
    def wake(self): self.woken.set()
    def detach(self): pass

host = Looping()
hosts.register(host)

def loop(over):
    while not over():
        host.woken.wait(0.05)
        host.woken.clear()
        while host.pump(): pass
"""


def selftest(program, code=0, **environment):
    return support.run([support.python(), "-c", program], environment, code=code)


class SelfTestTests(unittest.TestCase):
    def assert_all_passed(self, said):
        for check in CHECKS:
            self.assertRegex(said, r"(?m)^ok     %s +\d+\.\d ms" % check)
        self.assertNotIn("FAILED", said)
        self.assertIn("Everything passed.", said)

    def test_selftest_on_the_command_line_passes_and_ends_with_0(self):
        self.assert_all_passed(support.run([support.python(), "-m", "auroraview", "selftest"], support.on_display()))

    def test_selftest_without_a_display_says_so_and_ends_with_1(self):
        said = support.run([support.python(), "-m", "auroraview", "selftest"], code=1)
        self.assertRegex(said, r"FAILED open a panel .*There is no X display")
        self.assertRegex(said, r"(?m)^ok     dispatch timeout ")
        self.assertIn("1 failed.", said)

    def test_selftest_without_a_panel_host_says_so_and_ends_with_1(self):
        environment = support.on_display(AURORAVIEW_PANEL_HOST="/nonexistent/panelhost")
        said = support.run([support.python(), "-m", "auroraview", "selftest"], environment, code=1)
        self.assertRegex(said, r"FAILED open a panel .*/nonexistent/panelhost")

    def test_selftest_without_an_engine_says_so_and_ends_with_1(self):
        said = support.run([support.python(), "-m", "auroraview", "selftest"], support.on_display(AURORAVIEW_WEBKIT_API="9.9"), code=1)
        self.assertRegex(said, r"FAILED open a panel .*AURORAVIEW_WEBKIT_API")

    def test_selftest_on_the_main_thread_of_a_host_with_a_loop_passes(self):
        said = selftest(HOST + "assert auroraview.selftest() is True", DISPLAY=support.display())
        self.assertIn("dispatcher looping", said)
        self.assert_all_passed(said)

    def test_selftest_inside_a_call_of_the_pump_passes(self):
        # As from a shelf button: the host's loop runs the pump, the pump runs the button's code.
        program = HOST + "results = []\nauroraview.utils.run_on_main_thread(lambda: results.append(auroraview.selftest()))\nloop(lambda: results)\nassert results == [True]"
        self.assert_all_passed(selftest(program, DISPLAY=support.display()))

    def test_selftest_in_the_background_goes_through_the_hosts_own_loop(self):
        program = HOST + "run = auroraview.selftest(background=True)\nloop(lambda: not run.is_alive())\nassert run.passed and len(run.outcomes) == %d" % len(CHECKS)
        self.assert_all_passed(selftest(program, DISPLAY=support.display()))

    def test_selftest_background_in_a_host_that_takes_no_calls_fails_and_ends(self):
        said = selftest("import auroraview\nrun = auroraview.selftest(background=True)\nrun.join()\nassert not run.passed", DISPLAY=support.display())
        self.assertRegex(said, r"FAILED main thread .*pump_until")

    def test_selftest_off_the_main_thread_is_refused(self):
        program = """
import threading, auroraview
errors = []
def other():
    try: auroraview.selftest()
    except auroraview.WrongThreadError as error: errors.append(error)
thread = threading.Thread(target=other)
thread.start()
thread.join()
assert "background=True" in str(errors[0])
"""
        selftest(program, DISPLAY=support.display())


if __name__ == "__main__":
    unittest.main()
