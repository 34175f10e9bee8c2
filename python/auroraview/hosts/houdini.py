"""Houdini: ``hdefereval.executeDeferred``."""

import sys

from .base import HostAdapter
from .win32 import wake_by_window

__all__ = ["HoudiniAdapter"]


class HoudiniAdapter(HostAdapter):
    """Has Houdini run the pump in its event loop.

    Not through Qt: Houdini's loop does not deliver Qt events that other threads post. And not through
    ``executeInMainThreadWithResult``, which has no timeout and keeps its results in module globals.

    Windows: a message window instead; ``executeDeferred`` would need the GIL.

    hython and ``hou`` in another Python have no loop (``hou.isUIAvailable()`` is false), and ``hdefereval`` cannot be
    imported there.
    """

    name = "houdini"
    priority = 190

    def __init__(self):
        self._pump = None
        self._defer = None

    @classmethod
    def detect(cls) -> bool:
        return callable(getattr(sys.modules.get("hou"), "isUIAvailable", None))

    def unreachable_because(self):
        if self._defer is not None:
            return None
        return (
            "Houdini runs without a user interface (hython, hbatch) and has no event loop, so nothing would ever run "
            "this call on the main thread. Let the main thread call auroraview.utils.pump_until(condition, timeout) while "
            "others need it. See docs/hosts/houdini.md."
        )

    def attach(self, pump) -> None:
        import hou

        self._pump = pump
        if hou.isUIAvailable():
            import hdefereval

            self._defer = hdefereval.executeDeferred
            wake_by_window(pump)

    def wake(self) -> None:
        if self._pump is not None and self._defer is not None:
            self._defer(self._run)

    def detach(self) -> None:
        self._pump = None

    def _run(self):
        pump = self._pump
        if pump is not None:
            pump()
