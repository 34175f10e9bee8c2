"""Houdini: ``hdefereval.executeDeferred``."""

import sys

from .deferred import DeferredHost

__all__ = ["HoudiniAdapter"]


class HoudiniAdapter(DeferredHost):
    """Has Houdini run the pump in its event loop.

    Not through Qt: Houdini's loop does not deliver Qt events that other threads post. And not through
    ``executeInMainThreadWithResult``, which has no timeout and keeps its results in module globals.

    Windows: a message window instead; ``executeDeferred`` would need the GIL.

    hython and ``hou`` in another Python have no loop (``hou.isUIAvailable()`` is false), and ``hdefereval`` cannot be
    imported there.
    """

    name = "houdini"
    priority = 190

    no_loop = "Houdini runs without a user interface (hython, hbatch) and has no event loop"

    @classmethod
    def detect(cls) -> bool:
        return callable(getattr(sys.modules.get("hou"), "isUIAvailable", None))

    def deferred(self):
        import hou

        if not hou.isUIAvailable():
            return None
        import hdefereval

        return hdefereval.executeDeferred
