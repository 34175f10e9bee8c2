"""Nuke: ``nuke.executeInMainThread``."""

import sys
import threading

from .base import HostAdapter
from .win32 import wake_by_window

__all__ = ["NukeAdapter"]


class NukeAdapter(HostAdapter):
    """Has Nuke run the pump on its main thread.

    Foundry's guide warns that neither of the two ``executeInMainThread`` functions may be called on the main thread, or Nuke
    hangs; so a wake from there is made on a thread of its own. The blocking one is not used at all: it also turns
    an exception into ``None``.

    Windows: a message window instead; ``executeInMainThread`` would need the GIL.

    Terminal mode (``nuke -t``, ``nuke -x``) has no loop.
    """

    name = "nuke"
    priority = 180

    def __init__(self):
        self._pump = None
        self._defer = None

    @classmethod
    def detect(cls) -> bool:
        nuke = sys.modules.get("nuke")
        return callable(getattr(nuke, "executeInMainThread", None)) and "gui" in getattr(nuke, "env", ())

    def unreachable_because(self):
        if self._defer is not None:
            return None
        return (
            "Nuke runs in terminal mode (-t, -x) and has no loop, so nothing would ever run this call on the main "
            "thread. Let the main thread call auroraview.utils.pump_until(condition, timeout) while others need it. "
            "See docs/hosts/nuke.md."
        )

    def attach(self, pump) -> None:
        import nuke

        self._pump = pump
        if nuke.env["gui"]:
            self._defer = nuke.executeInMainThread
            wake_by_window(pump)

    def wake(self) -> None:
        if self._pump is None or self._defer is None:
            return
        if self.is_main_thread():
            threading.Thread(target=self._defer, args=(self._run,), name="auroraview wake", daemon=True).start()
        else:
            self._defer(self._run)

    def detach(self) -> None:
        self._pump = None

    def _run(self):
        pump = self._pump
        if pump is not None:
            pump()
