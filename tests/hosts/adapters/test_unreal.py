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

    def test_each_way_to_start_a_commandlet_is_refused(self):
        from auroraview.hosts.unreal import is_commandlet

        for line in ("Game.uproject -RUN=pythonscript", 'Game.uproject "-run=PythonScript" -script="x"', "Game.uproject PythonScriptCommandlet -unattended"):
            self.assertTrue(is_commandlet(line), line)
        for line in ("", "Game.uproject", "Game.uproject -ExecutePythonScript=run.py", "Game.uproject -log=commandlet"):
            self.assertFalse(is_commandlet(line), line)

    def test_an_editor_without_slate_is_refused(self):
        import unreal

        unreal.register_slate_post_tick_callback = lambda _callback: None
        adapter = UnrealAdapter()
        adapter.attach(StandInPump(adapter))
        self.addCleanup(adapter.detach)
        self.assertIn("no Slate ticks", adapter.unreachable_because())

    def test_stub_for_code_completion_is_not_the_editor(self):
        import unreal

        unreal.register_slate_post_tick_callback = lambda callable: object()
        self.assertIsInstance(unreal.register_slate_post_tick_callback, types.FunctionType)
        self.assertFalse(UnrealAdapter.detect())
