"""Maya: ``maya.utils.executeDeferred``."""

import sys

from .deferred import DeferredHost

__all__ = ["MayaAdapter"]


class MayaAdapter(DeferredHost):
    """Has Maya run the pump at its next idle event.

    Autodesk documents ``executeDeferred`` as callable from any thread, driven by idle events, and not available in batch
    mode. ``executeInMainThreadWithResult`` is not used: it has no timeout.

    Windows: a message window that pumps while Maya is idle, instead: ``executeDeferred`` would need the GIL.
    """

    name = "maya"
    priority = 200

    no_loop = "Maya runs in batch mode (mayapy, maya -batch), which has no idle events"
    pumps_when_idle = True

    @classmethod
    def detect(cls) -> bool:
        """``maya.cmds`` with its commands: they appear with ``maya.standalone.initialize`` or the user interface."""
        return callable(getattr(sys.modules.get("maya.cmds"), "about", None))

    def deferred(self):
        import maya.cmds
        import maya.utils

        return None if maya.cmds.about(batch=True) else maya.utils.executeDeferred
