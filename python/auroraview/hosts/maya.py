"""Maya: ``maya.utils.executeDeferred``."""

import sys

from .base import HostAdapter
from .win32 import wake_by_window

__all__ = ["MayaAdapter"]


class MayaAdapter(HostAdapter):
    """Has Maya run the pump at its next idle event.

    Autodesk documents ``executeDeferred`` as callable from any thread, driven by idle events, and not available in batch
    mode. ``executeInMainThreadWithResult`` is not used: it has no timeout.

    Windows: a message window that pumps while Maya is idle, instead: ``executeDeferred`` would need the GIL.
    """

    name = "maya"
    priority = 200

    def __init__(self):
        self._pump = None
        self._batch = False

    @classmethod
    def detect(cls) -> bool:
        """``maya.cmds`` with its commands: they appear with ``maya.standalone.initialize`` or the user interface."""
        return callable(getattr(sys.modules.get("maya.cmds"), "about", None))

    def unreachable_because(self):
        if not self._batch:
            return None
        return (
            "Maya runs in batch mode (mayapy, maya -batch), which has no idle events, so nothing would ever run this call on "
            "the main thread. Let the main thread call auroraview.utils.pump_until(condition, timeout) while others need "
            "it. See docs/hosts/maya.md."
        )

    def attach(self, pump) -> None:
        import maya.cmds
        import maya.utils

        self._batch = bool(maya.cmds.about(batch=True))
        self._defer = maya.utils.executeDeferred
        self._pump = pump
        if not self._batch:
            wake_by_window(pump, when_idle=True)

    def wake(self) -> None:
        if self._pump is not None and not self._batch:
            self._defer(self._run)

    def detach(self) -> None:
        self._pump = None

    def _run(self):
        pump = self._pump
        if pump is not None:
            pump()
