"""Unreal Editor: one post-tick callback of Slate."""

import sys
import types

from .base import HostAdapter

__all__ = ["UnrealAdapter"]

_HANDLE = "_auroraview_tick"


class UnrealAdapter(HostAdapter):
    """Calls the pump after each tick of Slate, on the game thread.

    Registered once, on main, and taken back by its handle: what the callback returns means nothing to Unreal. The handle is
    kept on the ``unreal`` module, so that a reload of this package finds the callback of the load before and takes it
    back instead of adding a second one.

    There is no ``wake``: every tick pumps. A commandlet (``-run=pythonscript``) has no Slate, so nothing ticks.
    """

    name = "unreal"
    priority = 150

    def __init__(self):
        self._pump = None
        self._handle = None

    @classmethod
    def detect(cls) -> bool:
        """The editor's own module: in the stub it generates for code completion, functions are plain Python."""
        register = getattr(sys.modules.get("unreal"), "register_slate_post_tick_callback", None)
        return callable(register) and not isinstance(register, types.FunctionType)

    def unreachable_because(self):
        if self._handle is not None:
            return None
        return (
            "Unreal runs a commandlet, which has no Slate ticks, so nothing would ever run this call on the game thread. Let "
            "the main thread call auroraview.utils.pump_until(condition, timeout) while others need it, or start the editor "
            "with -ExecutePythonScript. See docs/hosts/unreal.md."
        )

    def attach(self, pump) -> None:
        import unreal

        self._pump = pump
        if is_commandlet(unreal.SystemLibrary.get_command_line()):
            return
        left_over = getattr(unreal, _HANDLE, None)
        if left_over is not None:
            unreal.unregister_slate_post_tick_callback(left_over)
        self._handle = unreal.register_slate_post_tick_callback(self._tick)  # None where there is no Slate
        setattr(unreal, _HANDLE, self._handle)

    def detach(self) -> None:
        self._pump = None
        handle, self._handle = self._handle, None
        unreal = sys.modules.get("unreal")
        # After a reload the handle is gone already: the new load took it back.
        if handle is not None and unreal is not None and getattr(unreal, _HANDLE, None) == handle:
            setattr(unreal, _HANDLE, None)
            unreal.unregister_slate_post_tick_callback(handle)

    def _tick(self, delta_seconds):
        pump = self._pump
        if pump is not None:
            pump()


def is_commandlet(command_line):
    """Whether the editor was started for a commandlet: ``-run=Name``, or a word of its own that ends in ``Commandlet``."""
    words = [word.strip("\"'").lower() for word in command_line.split()]
    return any(word.startswith(("-run=", "/run=", "--run=")) or (word.endswith("commandlet") and word[0] not in "-/") for word in words if word)
