"""How a host is woken by a descriptor and by signals, with a double whose loop is a real one."""

import unittest

import support
from test_wake import Waking


def setUpModule():
    support.start_display()


class Wake(Waking):
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


if __name__ == "__main__":
    unittest.main()
