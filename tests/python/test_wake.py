"""How a host is woken, with a double whose loop is a real one."""

import unittest

import support

HOST = """
import ctypes, os, threading, auroraview
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


class Wake(unittest.TestCase):
    def run_script(self, script):
        ended = support.run_python(HOST + script)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout.split()

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

    def test_through_the_descriptor_needs_no_gil(self):
        # Main keeps the GIL while it looks at the descriptor: a wake that needed it could not come.
        printed = self.run_script(
            "class Host(Base):\n"
            "    def attach(self, pump):\n"
            "        Base.attach(self, pump); self.descriptor = pump.eventfd()\n"
            "    def wake(self): print('wake')\n"
            "auroraview.hosts.register(Host)\n"
            "class Poll(ctypes.Structure): _fields_ = [('fd', ctypes.c_int), ('events', ctypes.c_short), ('revents', ctypes.c_short)]\n"
            "view = auroraview.WebView(html='<p>x</p>', dcc_mode=True)\n"
            "ran = []\n"
            "view.on('later', lambda: ran.append(threading.current_thread().name))\n"
            "view.show(); view.eval_js_sync('1', 60000)\n"
            "view.eval_js('setTimeout(() => auroraview.send_event(\"later\"), 100)')\n"
            "found = set()\n"
            "while not ran:\n"
            "    found.add(ctypes.PyDLL(None).poll(ctypes.byref(Poll(host.descriptor, 1, 0)), 1, 60000))\n"
            "    host.pump()\n"
            "print(*found, ran[0])\n"
            "view.close()\n"
        )
        self.assertEqual(printed, ["1", "MainThread"])

    def test_through_a_signal_ends_a_sleep_in_the_system(self):
        printed = self.run_script(
            "import signal\n"
            "class Host(Base):\n"
            "    def attach(self, pump):\n"
            "        Base.attach(self, pump); pump.thread_signal(signal.SIGRTMIN + 7)\n"
            "auroraview.hosts.register(Host)\n"
            "ran = []\n"
            "worker = threading.Thread(target=lambda: run_on_main_thread_sync(ran.append, 7)); worker.start()\n"
            "while not ran:\n"
            "    ctypes.CDLL(None).pause()\n"
            "    host.pump()\n"
            "worker.join(60); print(ran[0])\n"
        )
        self.assertEqual(printed, ["7"])

    def test_the_signal_pump_serves_a_main_thread_that_waits(self):
        printed = self.run_script(
            "import signal, time\n"
            "from auroraview.hosts.signal_pump import SignalPump\n"
            "SIGNAL = signal.SIGRTMIN + 6\n"
            "auroraview.utils.use_adapter(SignalPump())\n"
            "got, nested = [], []\n"
            "def outer():\n"
            "    before = len(nested)\n"
            "    other = threading.Thread(target=lambda: run_on_main_thread(nested.append, 1))\n"
            "    other.start(); other.join()\n"
            "    os.kill(os.getpid(), SIGNAL); os.getpid()\n"
            "    return 'alone' if len(nested) == before else 'interrupted'\n"
            "def ask(done):\n"
            "    for _ in range(50): got.append(run_on_main_thread_sync(outer))\n"
            "    done.set()\n"
            "waits = [lambda done: done.wait(60), lambda done: auroraview.utils.pump_until(done, 60)]\n"
            "for wait in waits:\n"
            "    done = threading.Event()\n"
            "    threading.Thread(target=ask, args=(done,)).start()\n"
            "    print(wait(done))\n"
            "while len(nested) < 100: time.sleep(0.01)\n"
            "print(*set(got), len(got))\n"
            "auroraview.utils.use_adapter()\n"
            "os.kill(os.getpid(), SIGNAL); print('alive')\n"
        )
        self.assertEqual(printed, ["True", "True", "alone", "100", "alive"])

    def test_a_signal_that_somebody_else_handles_is_refused(self):
        printed = self.run_script(
            "import signal\n"
            "signal.signal(signal.SIGRTMIN + 8, lambda *_: None)\n"
            "class Host(Base):\n"
            "    def attach(self, pump):\n"
            "        Base.attach(self, pump)\n"
            "        for number in (signal.SIGRTMIN + 8, signal.SIGINT):\n"
            "            try: pump.thread_signal(number)\n"
            "            except ValueError as error: print('refused')\n"
            "auroraview.hosts.register(Host)\n"
        )
        self.assertEqual(printed, ["refused", "refused"])

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
            "def ask(): done.append(view.eval_js_sync('auroraview.call(\"f\").catch(error => error.code)', 60000))\n"
            "worker = threading.Thread(target=ask); worker.start(); worker.join(60)\n"
            "print(*done)\n"
            "print(view.eval_js_sync('auroraview.call(\"f\")', 60000))\n"
            "view.close()\n"
        )
        self.assertEqual(printed, ["MainThreadUnavailable", "1"])


if __name__ == "__main__":
    unittest.main()
