"""A double of Unreal Editor's Python.

Follows the module's page in Epic's Python API reference
(https://dev.epicgames.com/documentation/en-us/unreal-engine/python-api/module/unreal):

- ``register_slate_post_tick_callback`` takes a callable of one float and returns a handle, and ``unregister_slate_post_tick_callback`` takes that handle;
  nothing else takes the callback back, its return value least of all;
- ``SystemLibrary.get_command_line`` is the command line of the process; a commandlet (``-run=``) runs in a raw environment without Slate
  (https://dev.epicgames.com/documentation/en-us/unreal-engine/API/Runtime/Engine/Commandlets/UCommandlet), so nothing ticks.
"""

import sys
import types

from .loop import MainLoop, Native


class UnrealDouble:
    """Installs ``unreal``; ``run_until`` ticks Slate."""

    def __init__(self, command_line="MyGame.uproject"):
        self.loop = MainLoop()
        self.command_line = command_line
        self.callbacks = {}
        self.actors = []
        self._handles = 0

    @property
    def is_commandlet(self):
        return "-run=" in self.command_line

    def install(self):
        unreal = types.ModuleType("unreal")
        unreal.register_slate_post_tick_callback = Native(self._register)
        unreal.unregister_slate_post_tick_callback = Native(self._unregister)
        unreal.SystemLibrary = types.SimpleNamespace(get_command_line=lambda: self.command_line)
        unreal.spawn_actor = Native(self._spawn)
        sys.modules["unreal"] = unreal
        return self

    def remove(self):
        sys.modules.pop("unreal", None)

    def run_until(self, done):
        if self.is_commandlet:
            raise AssertionError("a commandlet has no Slate ticks")
        self.loop.run_until(done, turn=self.tick, interval=0.004)

    def tick(self):
        """One tick of Slate: every callback is called, whatever it returned the last time."""
        for callback in list(self.callbacks.values()):
            callback(0.004)

    def _register(self, callback):
        self._handles += 1
        handle = ("slate post tick", self._handles)
        self.callbacks[handle] = callback
        return handle

    def _unregister(self, handle):
        del self.callbacks[handle]

    def _spawn(self, name):
        if not self.loop.on_main:
            raise RuntimeError("an actor was spawned outside the game thread")
        self.actors.append(name)
        return name
