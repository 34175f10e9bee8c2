"""Hosts under the limits that shells and batch systems set: an import works or raises, and a panel opens or says what it lacks. The host lives."""

import unittest

import support

LIMITED = """
import resource, sys
kind, soft, hard = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(kind, (soft, hard if hard >= 0 else resource.getrlimit(kind)[1]))
"""

IMPORT = LIMITED + """
try:
    import auroraview
    assert auroraview.utils.is_main_thread()
    print("imported")
except ImportError as error:
    print("refused:", error)
"""

PANEL = LIMITED + """
import auroraview
view = auroraview.WebView(html="<p>x</p>")
view.show()
try:
    print("value", view.eval_js_sync("1 + 1", timeout_ms=60000))
except auroraview.ShutdownInProgressError as error:
    print("refused:", error)
view.close()
"""

# As the system does it: nothing tells beforehand how many threads there may be.
FEW_THREADS = """
import sys, threading
start_name = "_start_joinable_thread" if hasattr(threading, "_start_joinable_thread") else "_start_new_thread"
left, start = int(sys.argv[1]), getattr(threading, start_name)
def start_while_there_are(*args, **kwargs):
    global left
    if left == 0:
        raise RuntimeError("can't start new thread")
    left -= 1
    return start(*args, **kwargs)
setattr(threading, start_name, start_while_there_are)
try:
    import auroraview
    print("imported")
except ImportError as error:
    print("refused:", error)
"""

AS, DATA, FSIZE, STACK = 9, 2, 1, 3
GIGABYTE = 1 << 30
SAME = -1


def setUpModule():
    support.start_display()


class Limits(unittest.TestCase):
    """A limit, and what comes of it."""

    def run_under(self, script, *arguments):
        ended = support.run_python(script, *map(str, arguments))
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def test_import_under_a_limit_of_address_space_works(self):
        for gigabytes in (2, 4, 8, 16, 64, 200, 300):
            with self.subTest(gigabytes=gigabytes):
                self.assertIn("imported", self.run_under(IMPORT, AS, gigabytes * GIGABYTE, gigabytes * GIGABYTE))

    def test_import_under_a_limit_that_is_too_small_says_why(self):
        for kind, option, sizes in ((AS, "-v", (96, 160, 224, 400, 500, 600, 700)), (DATA, "-d", (24, 48, 96, 120))):
            for megabytes in sizes:
                with self.subTest(option=option, megabytes=megabytes):
                    told = self.run_under(IMPORT, kind, megabytes << 20, SAME)
                    self.assertIn("refused: AuroraView cannot start in this process: the limit of", told)
                    self.assertIn("ulimit " + option, told)

    def test_panel_under_the_smallest_limits_is_refused_and_the_host_lives(self):
        # There the heap has next to nothing to grow into.
        for kind, sizes in ((AS, (1200, 1300, 1500)), (DATA, (200, 220, 256))):
            for megabytes in sizes:
                with self.subTest(kind=kind, megabytes=megabytes):
                    self.assertIn("refused:", self.run_under(PANEL, kind, megabytes << 20, megabytes << 20))

    def test_import_in_a_process_that_gets_no_threads_says_why(self):
        for threads in (0, 1, 4, 7):
            with self.subTest(threads=threads):
                self.assertIn("refused: AuroraView cannot start in this process: the system lets this process start %d more threads" % threads,
                              self.run_under(FEW_THREADS, threads))

    def test_import_that_gets_no_service_thread_raises(self):
        self.assertIn("refused: AuroraView cannot start in this process: no thread", self.run_under(FEW_THREADS, 8))

    def test_panel_under_a_soft_limit_opens(self):
        for kind, soft in ((AS, 4 * GIGABYTE), (FSIZE, 0), (STACK, -1)):
            with self.subTest(kind=kind):
                self.assertIn("value 2", self.run_under(PANEL, kind, soft, SAME))

    def test_panel_under_a_hard_limit_that_is_too_small_says_which(self):
        told = self.run_under(PANEL, AS, 4 * GIGABYTE, 4 * GIGABYTE)
        self.assertIn("refused:", told)
        self.assertIn("address space", told)
