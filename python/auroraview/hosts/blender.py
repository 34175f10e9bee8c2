"""Blender: one persistent timer, and a signal that ends the idle loop's sleep."""

import os
import signal
import sys

from .base import HostAdapter

__all__ = ["BlenderAdapter", "area_override"]

SIGNAL_SWITCH = "AURORAVIEW_BLENDER_SIGNAL"
"""Environment variable: ``0`` turns the wake signal off. Calls then wait for the idle loop's next turn (up to 5 ms)."""


class BlenderAdapter(HostAdapter):
    """Calls the pump from ``bpy.app.timers``, at every turn of Blender's window manager loop.

    A timer is the one way Blender documents for work that other threads hand over. It is registered once, on main, with
    ``persistent=True``: without that a File > New or Open drops it. It also runs during modal operators, menus, the
    file browser and render jobs, and not during a blocking render call or a script.

    There is no ``wake``: the timer asks at every turn. On Linux Blender's idle loop sleeps 5 ms a turn; a real-time signal
    with a handler that does nothing, sent to the main thread at each wake, ends that sleep early.
    ``AURORAVIEW_BLENDER_SIGNAL=0`` turns it off.

    ``blender -b`` and the ``bpy`` module fire no timers, so calls are refused there unless somebody pumps.
    """

    name = "blender"
    priority = 170

    def __init__(self):
        self._pump = None
        self._background = False
        self._timer = self._tick  # Blender knows a timer by the object, and each look at a bound method makes a new one

    @classmethod
    def detect(cls) -> bool:
        """Blender's own ``bpy``: the stubs that editors use lack the compiled part."""
        bpy = sys.modules.get("bpy")
        return "_bpy" in sys.modules and hasattr(getattr(bpy, "app", None), "timers")

    def unreachable_because(self):
        if not self._background:
            return None
        return (
            "Blender runs in background mode (-b, or as a Python module). Its timers never fire, so nothing would "
            "ever run this call on the main thread. Let the main thread call auroraview.utils.pump_until(condition, timeout) "
            "while others need it. See docs/hosts/blender.md."
        )

    def attach(self, pump) -> None:
        import bpy

        self._pump = pump
        self._background = bool(bpy.app.background)
        if self._background:
            return
        self._register()
        # A factory reset or another add-on may take the timer away; a load is the moment to look.
        bpy.app.handlers.load_post.append(self._on_load())
        if sys.platform.startswith("linux") and os.environ.get(SIGNAL_SWITCH, "1") != "0":
            number = free_realtime_signal()
            if number is not None:
                pump.thread_signal(number)

    def detach(self) -> None:
        self._pump = None
        bpy = sys.modules.get("bpy")
        if bpy is None or self._background:
            return
        if bpy.app.timers.is_registered(self._timer):
            bpy.app.timers.unregister(self._timer)
        handlers = bpy.app.handlers.load_post
        for handler in [one for one in handlers if getattr(one, "auroraview_adapter", None) is self]:
            handlers.remove(handler)

    def _register(self):
        import bpy

        if not bpy.app.timers.is_registered(self._timer):
            bpy.app.timers.register(self._timer, first_interval=0, persistent=True)

    def _tick(self):
        pump = self._pump
        if pump is None:
            return None  # ends the timer
        try:
            pump()
        except BaseException as error:  # Blender drops a timer that raises; Ctrl-C in its console may land here
            sys.stderr.write("auroraview: the pump was interrupted: %r\n" % (error,))
        return 0.0

    def _on_load(self):
        import bpy

        @bpy.app.handlers.persistent
        def keep_timer(*_):
            if self._pump is not None:
                self._register()

        keep_timer.auroraview_adapter = self
        return keep_timer


def free_realtime_signal():
    """A real-time signal that nobody in this process catches, ignores or blocks; ``None`` where there is none."""
    taken = 0
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(("SigBlk:", "SigIgn:", "SigCgt:")):
                taken |= int(line.split()[1], 16)
    for number in range(int(signal.SIGRTMAX) - 1, int(signal.SIGRTMIN), -1):
        if not taken >> (number - 1) & 1:
            return number
    return None


def area_override(area_type="VIEW_3D", **more):
    """A context in which operators find an area: ``with area_override(): bpy.ops.view3d.view_all()``.

    A call that AuroraView runs comes from a timer, and a timer's context has a window but no area, so operators that
    want a viewport fail their poll there. On the main thread only; Blender 3.2 or newer.

    Args:
        area_type: The kind of editor, as in ``bpy.types.Area.type``.
        more: Further members of the context, as ``bpy.types.Context.temp_override`` takes them.

    Raises:
        LookupError: No window shows such an editor.
    """
    import bpy

    for window in bpy.context.window_manager.windows:
        for area in window.screen.areas:
            if area.type == area_type:
                region = next((one for one in area.regions if one.type == "WINDOW"), None)
                return bpy.context.temp_override(window=window, area=area, region=region, **more)
    raise LookupError("No window of Blender shows an editor of type %s" % area_type)
