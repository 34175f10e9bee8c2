"""The end of a forked child."""

import unittest

import support
from test_exit import Leaving


def setUpModule():
    support.start_display()


class Fork(Leaving):
    def test_a_forked_child_can_leave_but_not_use_it(self):
        printed = self.leave(
            "import os; pump(); view = show(); child = os.fork()\n"
            "if child == 0:\n"
            "    for use in (lambda: run_on_main_thread(int), lambda: view.emit('x'), lambda: auroraview.WebView(), pump):\n"
            "        try: use(); sys.exit(1)\n"
            "        except auroraview.ShutdownInProgressError as error: assert 'forked' in str(error)\n"
            "    sys.exit(0)\n"
            "print('child', os.waitpid(child, 0)[1], view.eval_js_sync(page.value(2), 60000))\n"
        )
        self.assertIn("child 0 2", printed)


if __name__ == "__main__":
    unittest.main()
