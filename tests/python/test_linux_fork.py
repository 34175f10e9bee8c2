"""Forked children: they end, and what belongs to the parent stays as it is."""

import unittest

import support
from test_exit import Leaving

STILL = "view.eval_js_sync(page.value(2), 60000)"


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
            "    view.close(); del view\n"
            "    sys.exit(0)\n"
            "print('child', os.waitpid(child, 0)[1], %s)\n" % STILL
        )
        self.assertIn("child 0 2", printed)

    def test_a_child_that_imports_it_again_is_refused(self):
        printed = self.leave(
            "import os; view = show(); child = os.fork()\n"
            "if child == 0:\n"
            "    for name in [name for name in sys.modules if name.split('.')[0] == 'auroraview']: del sys.modules[name]\n"
            "    try: import auroraview; os._exit(1)\n"
            "    except ImportError as error: os._exit(0 if 'fork' in str(error) else 2)\n"
            "print('child', os.waitpid(child, 0)[1], %s)\n" % STILL
        )
        self.assertIn("child 0 2", printed)

    def test_processes_of_multiprocessing_work_and_end_wherever_they_are_started(self):
        printed = self.leave(
            "import multiprocessing\n"
            "fork = multiprocessing.get_context('fork')\n"
            "view = show(dcc_mode=True)\n"
            "def bake(queue): queue.put(sum(range(10)))\n"
            "def run():\n"
            "    queue = fork.Queue(); child = fork.Process(target=bake, args=(queue,)); child.start()\n"
            "    got = queue.get(timeout=60); child.join(60); return [got, child.exitcode]\n"
            "view.bind_call('run', run); view.get_proxy()\n"
            "print('main', run())\n"
            "print('handler', view.eval_js_sync(page.call('run'), 60000))\n"
            "print('worker', run_in_background(run).result(60))\n"
            "with fork.Pool(2) as pool: print('pool', pool.map(abs, [-1, -2]))\n"
            "print('parent', %s)\n" % STILL
        )
        for told in ("main [45, 0]", "handler [45, 0]", "worker [45, 0]", "pool [1, 2]", "parent 2"):
            self.assertIn(told, printed)

    def test_a_child_that_returns_from_a_handler_ends_there_and_answers_nothing(self):
        printed = self.leave(
            "import os\n"
            "for dcc in (True, False):\n"
            "    view = show(dcc_mode=dcc)\n"
            "    def fork(code):\n"
            "        child = os.fork()\n"
            "        if child == 0 and code is not None: sys.exit(code)\n"
            "        return 'child' if child == 0 else os.waitpid(child, 0)[1] >> 8\n"
            "    view.bind_call('fork', fork)\n"
            "    print('codes', [view.eval_js_sync(page.call('fork', [code]), 60000) for code in (None, 0, 3)], %s)\n" % STILL
        )
        self.assertEqual(printed.count("codes [1, 0, 3] 2"), 2, printed)

    def test_a_child_that_outlives_the_parent_keeps_no_panel(self):
        self.leave(
            "import os; view = show(); child = os.fork()\n"
            "if child == 0:\n"
            "    import signal\n"
            "    os.close(1); os.close(2); signal.alarm(60); signal.pause()\n"
            "print('sleeper', child); sys.stdout.flush(); os.kill(os.getpid(), 9)\n",
            code=-9,
        )


class SubInterpreter(Leaving):
    def test_an_import_there_is_refused_and_the_panels_of_the_main_one_stay(self):
        printed = self.leave(
            "import _xxsubinterpreters as inner\n"
            "view = show(); other = inner.create()\n"
            "program = 'import sys; sys.path[:0] = ' + repr(sys.path) + chr(10) + '''\n"
            "try: import auroraview; print('imported')\n"
            "except ImportError as error: print('refused:', error, flush=True)\n"
            "'''\n"
            "inner.run_string(other, program); inner.destroy(other)\n"
            "print('parent', " + STILL + ")\n"
        )
        self.assertIn("refused: AuroraView cannot start in this process: this is a sub-interpreter", printed)
        self.assertIn("parent 2", printed)


if __name__ == "__main__":
    unittest.main()
