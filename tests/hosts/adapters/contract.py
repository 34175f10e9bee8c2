"""What every adapter must keep, whatever its host."""

import sys
import threading

from auroraview import hosts

from .pump import StandInPump

WORKERS = 8
CALLS = 50


class AdapterContract:
    """Mixed into a test case that has ``double``, ``adapter_type`` and ``touch(n)``, which uses the host's API and returns ``n``."""

    adapter_type = None

    def make_double(self):
        raise NotImplementedError

    def make_batch_double(self):
        raise NotImplementedError

    def touch(self, number):
        raise NotImplementedError

    def setUp(self):
        self.double = self.make_double().install()
        self.addCleanup(self.double.remove)

    def attach(self, **options):
        adapter = self.adapter_type()
        pump = StandInPump(adapter, **options)
        adapter.attach(pump)
        self.addCleanup(adapter.detach)
        return adapter, pump

    def in_threads(self, work, count=WORKERS):
        """Runs ``work(i)`` on workers while main runs the double's loop; raises what a worker raised."""
        errors, threads = [], []

        def run(index):
            try:
                work(index)
            except BaseException as error:
                errors.append(error)

        for index in range(count):
            threads.append(threading.Thread(target=run, args=(index,), daemon=True))
        for thread in threads:
            thread.start()
        self.double.run_until(lambda: not any(thread.is_alive() for thread in threads))
        if errors:
            raise errors[0]

    def test_select_in_the_host_finds_its_adapter(self):
        self.assertIs(type(hosts.select()), self.adapter_type)

    def test_detect_without_the_host_is_false(self):
        self.double.remove()
        self.assertFalse(self.adapter_type.detect())

    def test_call_from_eight_threads_results_are_never_swapped(self):
        adapter, pump = self.attach()
        self.assertIsNone(adapter.unreachable_because())

        def work(index):
            for step in range(CALLS):
                number = index * CALLS + step
                self.assertEqual(pump.call(self.touch, number), number)

        self.in_threads(work)
        self.assertEqual(pump.threads, {threading.main_thread()})

    def test_call_that_raises_reaches_its_caller_and_the_loop_goes_on(self):
        _, pump = self.attach()
        seen = []

        def fail():
            raise KeyError("mine")

        def work(index):
            try:
                pump.call(fail)
            except KeyError as error:
                seen.append(error.args)
            seen.append(pump.call(self.touch, 7))

        self.in_threads(work, count=1)
        self.assertEqual(seen, [("mine",), 7])

    def test_wake_from_the_main_thread_is_answered(self):
        _, pump = self.attach()
        ran = []
        pump.post(lambda: ran.append(self.touch(1)))
        self.assertEqual(ran, [], "a wake must not run the call itself")
        self.double.run_until(lambda: ran)

    def test_pump_that_leaves_calls_behind_is_called_again(self):
        _, pump = self.attach(budget=1)
        ran = []
        for number in range(20):
            pump.post(lambda number=number: ran.append(number))
        self.double.run_until(lambda: len(ran) == 20)
        self.assertEqual(ran, list(range(20)))

    def test_detach_then_a_late_wake_pumps_nothing(self):
        adapter, pump = self.attach()
        ran = []
        pump.post(lambda: ran.append(1))
        adapter.detach()
        pump.wake_host()
        pumps = pump.pumps
        second, other = self.attach()
        other.post(lambda: ran.append(2))
        self.double.run_until(lambda: ran)
        self.assertEqual((ran, pump.pumps), ([2], pumps))

    def test_batch_mode_is_refused_with_what_to_do(self):
        self.double.remove()
        self.double = self.make_batch_double().install()
        self.addCleanup(self.double.remove)
        adapter, pump = self.attach()
        self.assertIs(type(hosts.select()), self.adapter_type)
        self.assertIn("pump_until", adapter.unreachable_because())
        self.assertIn("docs/hosts/", adapter.unreachable_because())
        pump.wake_host()  # must not hurt

    def test_module_of_the_same_name_with_nothing_in_it_is_not_the_host(self):
        self.double.remove()
        import types

        for name in self.module_names:
            sys.modules[name] = types.ModuleType(name)
            self.addCleanup(sys.modules.pop, name, None)
        self.assertFalse(self.adapter_type.detect())
