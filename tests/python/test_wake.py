"""How a host is woken, with a double whose loop is a real one."""

import unittest

import support

HOST = """
import ctypes, os, threading, auroraview
from support import page
from auroraview.utils import run_on_main_thread, run_on_main_thread_sync


class Base(auroraview.hosts.HostAdapter):
    name = "double"; priority = 500
    detect = classmethod(lambda cls: True)
    def attach(self, pump):
        global host
        host, self.pump = self, pump
    def detach(self): pass
"""


def setUpModule():
    support.start_display()


class Waking(unittest.TestCase):
    """Programs with a host of their own."""

    def run_script(self, script):
        ended = support.run_python(HOST + script)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout.split()


class Wake(Waking):
    def test_through_the_adapter_on_a_thread_of_pythons(self):
        printed = self.run_script(
            "woken = threading.Event()\n"
            "class Host(Base):\n"
            "    def wake(self):\n"
            "        names.append(threading.current_thread().name); woken.set()\n"
            "names = []\n"
            "auroraview.hosts.register(Host)\n"
            "got = []\n"
            "def ask(): got.append(run_on_main_thread_sync(lambda: 7))\n"
            "worker = threading.Thread(target=ask); worker.start()\n"
            "woken.wait(60)\n"
            "while not got: host.pump()\n"
            "worker.join(); print(got[0], *set(names))\n"
        )
        self.assertEqual(printed, ["7", "auroraview", "service"])

    def test_one_that_was_lost_is_sent_again(self):
        printed = self.run_script(
            "woken = threading.Semaphore(0)\n"
            "class Host(Base):\n"
            "    def wake(self):\n"
            "        woken.release()\n"
            "        if lost.pop() if lost else False: raise OSError('the host was busy')\n"
            "lost = [True]\n"
            "auroraview.hosts.register(Host)\n"
            "got = []\n"
            "worker = threading.Thread(target=lambda: got.append(run_on_main_thread_sync(lambda: 7))); worker.start()\n"
            "assert woken.acquire(timeout=60) and woken.acquire(timeout=60)\n"
            "while not got: host.pump()\n"
            "print(got[0])\n"
        )
        self.assertEqual(printed, ["7"])

    def test_an_adapter_that_cannot_be_attached_refuses_calls_with_the_reason(self):
        printed = self.run_script(
            "import logging; logging.disable(logging.CRITICAL)\n"
            "class Host(Base):\n"
            "    def attach(self, pump): raise OSError('no timers here')\n"
            "    def wake(self): pass\n"
            "auroraview.hosts.register(Host)\n"
            "try: run_on_main_thread(print)\n"
            "except auroraview.MainThreadUnavailableError as error: print('timers' in str(error))\n"
        )
        self.assertEqual(printed, ["True"])

    def test_a_host_that_cannot_be_reached_refuses_the_pages_calls_too(self):
        printed = self.run_script(
            "class Host(Base):\n"
            "    def unreachable_because(self): return 'batch mode: call pump_until'\n"
            "    def wake(self): pass\n"
            "auroraview.hosts.register(Host)\n"
            "view = auroraview.WebView(html='<p>x</p>')\n"
            "view.get_proxy().on_dcc_main_thread('f', lambda: 1)\n"
            "view.show()\n"
            "done = []\n"
            "def ask(): done.append(page.read(view.eval_js_sync(page.outcome('f'), 60000))[1])\n"
            "worker = threading.Thread(target=ask); worker.start(); worker.join(60)\n"
            "print(*done)\n"
            "print(view.eval_js_sync(page.call('f'), 60000))\n"
            "view.close()\n"
        )
        self.assertEqual(printed, ["MainThreadUnavailable", "1"])


if __name__ == "__main__":
    unittest.main()
