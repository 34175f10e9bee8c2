import types
import unittest

from auroraview.hosts.unreal import UnrealAdapter

from ..doubles.unreal import UnrealDouble
from .contract import AdapterContract
from .pump import StandInPump


class UnrealTest(AdapterContract, unittest.TestCase):
    adapter_type = UnrealAdapter
    module_names = ("unreal",)

    def make_double(self):
        return UnrealDouble()

    def make_batch_double(self):
        return UnrealDouble("MyGame.uproject -run=pythonscript -script=build.py")

    def touch(self, number):
        import unreal

        self.assertEqual(unreal.spawn_actor("actor%d" % number), "actor%d" % number)
        return number

    def test_detach_takes_the_callback_back_by_its_handle(self):
        adapter, _ = self.attach()
        self.assertEqual(len(self.double.callbacks), 1)
        adapter.detach()
        self.assertEqual(self.double.callbacks, {})

    def test_reload_without_detach_leaves_one_callback(self):
        self.attach()
        second = UnrealAdapter()
        second.attach(StandInPump(second))
        self.addCleanup(second.detach)
        self.assertEqual(len(self.double.callbacks), 1)

    def test_late_detach_of_an_old_load_leaves_the_new_callback(self):
        first, _ = self.attach()
        second, _ = self.attach()
        first.detach()
        self.assertEqual(list(self.double.callbacks.values()), [second._tick])

    def test_stub_for_code_completion_is_not_the_editor(self):
        import unreal

        unreal.register_slate_post_tick_callback = lambda callable: object()
        self.assertIsInstance(unreal.register_slate_post_tick_callback, types.FunctionType)
        self.assertFalse(UnrealAdapter.detect())
