import importlib
import threading
import unittest

from auroraview.hosts import qt
from auroraview.hosts.max3ds import MaxAdapter, is_batch_executable
from auroraview.hosts.qt import QtAdapter

from ..doubles.max3ds import MaxDouble
from .contract import AdapterContract


def import_qt():
    """The first binding that is installed. Without one the suite fails: it must not be skipped in silence."""
    for name in qt.BINDINGS:
        try:
            return importlib.import_module(name + ".QtCore")
        except ImportError:
            continue
    raise ImportError("no Qt binding is installed: apt-get install python3-pyqt5")


class QueuedQtAdapter(QtAdapter):
    """As on systems without eventfd."""

    uses_eventfd = False


class QtApplicationDouble(MaxDouble):
    """No double at all: a Qt application without ``pymxs``."""

    def install(self):
        return self

    def remove(self):
        pass


class QtContract(AdapterContract):
    module_names = ("pymxs",)

    def make_double(self):
        return QtApplicationDouble(import_qt())

    def touch(self, number):
        self.assertIs(threading.current_thread(), threading.main_thread())
        return number

    def run_loop_once(self):
        turned = []
        self.double.core.QTimer.singleShot(0, lambda: turned.append(1))
        self.double.run_until(lambda: turned)

    def attach(self, **options):
        adapter, pump = super().attach(**options)
        self.run_loop_once()
        return adapter, pump

    def test_nested_loop_inside_a_call_pumps(self):
        _, pump = self.attach()
        inner = []

        def outer():
            thread = threading.Thread(target=lambda: inner.append(pump.call(self.touch, 5)))
            thread.start()
            self.double.run_until(lambda: inner)
            thread.join()
            return "done"

        got = []
        self.in_threads(lambda _: got.append(pump.call(outer)), count=1)
        self.assertEqual((inner, got), ([5], ["done"]))

    def test_application_without_interface_is_refused_until_its_loop_runs(self):
        adapter, pump = AdapterContract.attach(self)
        self.assertIn("pump_until", adapter.unreachable_because())
        self.run_loop_once()
        self.assertIsNone(adapter.unreachable_because())

    def test_application_that_quits_is_refused(self):
        adapter, pump = self.attach()
        adapter._on_quit()
        self.assertIn("has ended", adapter.unreachable_because())

    def test_is_main_thread_before_attach_asks_qt(self):
        adapter = self.adapter_type()
        seen = [adapter.is_main_thread()]
        thread = threading.Thread(target=lambda: seen.append(adapter.is_main_thread()))
        thread.start()
        thread.join()
        self.assertEqual(seen, [True, False])


class QtTest(QtContract, unittest.TestCase):
    adapter_type = QtAdapter
    test_detect_without_the_host_is_false = None
    test_module_of_the_same_name_with_nothing_in_it_is_not_the_host = None
    test_batch_mode_is_refused_with_what_to_do = None


class QueuedQtTest(QtTest):
    adapter_type = QueuedQtAdapter
    test_select_in_the_host_finds_its_adapter = None


class MaxTest(QtContract, unittest.TestCase):
    adapter_type = MaxAdapter
    test_batch_mode_is_refused_with_what_to_do = None

    def make_double(self):
        return MaxDouble(import_qt())

    def touch(self, number):
        import pymxs

        self.assertEqual(pymxs.runtime.Box(name=number), number)
        return number

    def test_double_itself_raises_on_a_worker(self):
        import pymxs

        with self.assertRaises(RuntimeError):
            self.in_threads(lambda _: pymxs.runtime.Box(name=1), count=1)

    def test_batch_program_is_known_by_its_name_and_refused(self):
        self.assertTrue(is_batch_executable(r"C:\Program Files\Autodesk\3ds Max 2024\3dsmaxbatch.exe"))
        self.assertFalse(is_batch_executable(r"C:\Program Files\Autodesk\3ds Max 2024\3dsmax.exe"))
        adapter = MaxAdapter()
        adapter._batch = True
        adapter.attach(lambda: None)
        self.assertIn("pump_until", adapter.unreachable_because())
