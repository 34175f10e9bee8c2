"""The package loaded again, as a plug-in reload does: the native library stays, Python starts anew."""

import unittest

import support

RELOAD = """
import sys, threading
from support import page
def reload():
    for name in [name for name in sys.modules if name.split(".")[0] == "auroraview"]:
        del sys.modules[name]
    import auroraview
    return auroraview
import auroraview as first
"""


def setUpModule():
    support.start_display()


class Reloading(unittest.TestCase):
    """Programs that load the package again."""

    def run_script(self, script):
        ended = support.run_python(RELOAD + script)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout.split()


class Reload(Reloading):
    def test_again_and_again_everything_works(self):
        printed = self.run_script(
            "handles = []\n"
            "for turn in range(5):\n"
            "    package = reload()\n"
            "    assert package.utils.is_main_thread()\n"
            "    view = package.WebView(html='<p>x</p>', dcc_mode=True)\n"
            "    view.bind_call('turn', lambda turn=turn: turn)\n"
            "    view.show()\n"
            "    print(view.eval_js_sync(page.call('turn'), 60000))\n"
            "    if turn % 2: view.close()\n"
        )
        self.assertEqual(printed, ["0", "1", "2", "3", "4"])

    def test_the_former_panels_close_and_its_calls_are_refused(self):
        printed = self.run_script(
            "view = first.WebView(html='<p>x</p>'); view.show(); view.eval_js_sync(page.value(1), 60000)\n"
            "outcome = []\n"
            "def blocked():\n"
            "    try: first.utils.run_on_main_thread_sync(print, 'ran', timeout=None)\n"
            "    except first.ShutdownInProgressError: outcome.append('refused')\n"
            "first.utils.pump()\n"
            "second = reload()\n"
            "worker = threading.Thread(target=blocked); worker.start(); worker.join()\n"
            "for use in (lambda: view.eval_js(page.value(1)), lambda: view.emit('x'), lambda: first.utils.run_on_main_thread(print)):\n"
            "    try: use()\n"
            "    except first.ShutdownInProgressError: outcome.append('refused')\n"
            "print(len(outcome), view.state, second is not first)\n"
        )
        self.assertEqual(printed, ["4", "closed", "True"])

    def test_callers_that_wait_get_their_error(self):
        printed = self.run_script(
            "first.utils.pump()\n"
            "outcome = []\n"
            "def blocked():\n"
            "    try: outcome.append(first.utils.run_on_main_thread_sync(lambda: 'ran', timeout=None))\n"
            "    except first.ShutdownInProgressError: outcome.append('refused')\n"
            "worker = threading.Thread(target=blocked); worker.start()\n"
            "reload()\n"
            "worker.join(60)\n"
            "print(worker.is_alive(), outcome in (['ran'], ['refused']))\n"
        )
        self.assertEqual(printed, ["False", "True"])

    def test_from_inside_a_handler_on_main(self):
        printed = self.run_script(
            "done = []\n"
            "view = first.WebView(html='<p>x</p>', dcc_mode=True)\n"
            "view.on('reload', lambda: done.append(reload()))\n"
            "view.show()\n"
            "view.eval_js(page.call('reload'))\n"
            "try:\n"
            "    print(first.utils.pump_until(lambda: done, 60))\n"
            "except first.ShutdownInProgressError:\n"
            "    print('True')\n"
            "second = done[0]\n"
            "again = second.WebView(html='<p>y</p>'); again.show()\n"
            "print(again.eval_js_sync(page.value(4), 60000))\n"
        )
        self.assertEqual(printed, ["True", "4"])

    def test_adapters_of_the_former_package_are_detached(self):
        printed = self.run_script(
            "class Host(first.hosts.HostAdapter):\n"
            "    name = 'host'; priority = 1\n"
            "    detect = classmethod(lambda cls: True)\n"
            "    def attach(self, pump): print('attach')\n"
            "    def detach(self): print('detach')\n"
            "first.hosts.register(Host)\n"
            "reload()\n"
            "print('loaded')\n"
        )
        self.assertEqual(printed, ["attach", "detach", "loaded"])


if __name__ == "__main__":
    unittest.main()
