"""Nuke: ``nuke.executeInMainThread``."""

import sys
import threading

from .deferred import DeferredHost

__all__ = ["NukeAdapter"]


class NukeAdapter(DeferredHost):
    """Has Nuke run the pump on its main thread.

    Foundry's guide warns that neither of the two ``executeInMainThread`` functions may be called on the main thread, or Nuke
    hangs; so a wake from there is made on a thread of its own. The blocking one is not used at all: it also turns
    an exception into ``None``.

    Windows: a message window instead; ``executeInMainThread`` would need the GIL.

    Terminal mode (``nuke -t``, ``nuke -x``) has no loop.
    """

    name = "nuke"
    priority = 180

    no_loop = "Nuke runs in terminal mode (-t, -x) and has no loop"

    @classmethod
    def detect(cls) -> bool:
        nuke = sys.modules.get("nuke")
        return callable(getattr(nuke, "executeInMainThread", None)) and "gui" in getattr(nuke, "env", ())

    def deferred(self):
        import nuke

        return nuke.executeInMainThread if nuke.env["gui"] else None

    def wake(self) -> None:
        if self._pump is None or self._defer is None or not self.is_main_thread():
            super().wake()
        else:
            threading.Thread(target=super().wake, name="auroraview wake", daemon=True).start()
