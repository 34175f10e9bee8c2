"""The base of hosts that run a function on their main thread later: all that such an adapter says is which function that is."""

from .base import HostAdapter
from .win32 import wake_by_window

__all__ = ["DeferredHost"]


class DeferredHost(HostAdapter):
    """Has the host run the pump by its deferred primitive; on Windows by a message window, because the primitive would need the GIL.

    Inside a host with a user interface ``deferred`` returns the primitive. In batch mode it returns ``None``: calls are refused then.
    """

    no_loop = ""
    """Which mode has no loop, and why: the beginning of the refusal, such as ``"Maya runs in batch mode, which has no idle events"``."""

    pumps_when_idle = False
    """Windows: whether the window pumps only while no input and no painting waits."""

    def __init__(self):
        self._pump = None
        self._defer = None

    def deferred(self):
        """The host's function that runs another one on its main thread later, from any thread; ``None`` in batch mode. On the main thread."""
        raise NotImplementedError

    def unreachable_because(self):
        """In batch mode nothing runs what is queued."""
        if self._defer is not None:
            return None
        return (
            "%s, so nothing would ever run this call on the main thread. Let the main thread call "
            "auroraview.utils.pump_until(condition, timeout) while others need it. See docs/hosts/%s.md." % (self.no_loop, self.name)
        )

    def attach(self, pump) -> None:
        """Finds the host's primitive."""
        self._pump = pump
        self._defer = self.deferred()
        if self._defer is not None:
            wake_by_window(pump, self.pumps_when_idle)

    def wake(self) -> None:
        """Asks the host to run the pump."""
        if self._pump is not None and self._defer is not None:
            self._defer(self._run)

    def detach(self) -> None:
        """Forgets the pump: what the host still has of it does nothing."""
        self._pump = None

    def _run(self):
        pump = self._pump
        if pump is not None:
            pump()
