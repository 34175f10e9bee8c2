"""Batch scripts whose main thread sits in a wait of its own: a signal makes it pump there. Only where it is asked for."""

import signal

from .base import HostAdapter

__all__ = ["SignalPump"]


class SignalPump(HostAdapter):
    """Pumps in a signal handler of Python's, between any two instructions of the main thread.

    Turn it on with ``auroraview.utils.use_adapter(SignalPump())``. It serves a main thread that sits in ``time.sleep``,
    ``Event.wait``, ``Thread.join`` or ``subprocess.run``, which all run Python's signal handlers. Its hazard is that calls then run at any
    place of the main thread's own code: between the two lines of an update, or while it holds a lock which the call
    wants too. Prefer ``pump_until``.
    """

    name = "signal"
    priority = -2000

    def __init__(self, signum=None):
        if not hasattr(signal, "SIGRTMIN"):
            raise NotImplementedError(
                "This system has no real-time signals. Let the main thread call auroraview.utils.pump_until or, if it runs a "
                "message loop, use auroraview.hosts.win32.MessageWindow."
            )
        self._signal = (signal.SIGRTMIN + 6) if signum is None else signum
        self._former = None
        self._pump = None
        self._inside = False

    def attach(self, pump):
        """Takes the signal."""
        self._pump = pump
        self._former = signal.signal(self._signal, self._handle)
        pump.handled_signal(self._signal)

    def detach(self):
        """Gives the signal back, but never to its default action: one on its way would end the process."""
        self._pump = None
        if callable(self._former):
            signal.signal(self._signal, self._former)

    def _handle(self, _signum, _frame):
        pump = self._pump
        if pump is None or self._inside or pump.is_inside_call():
            return  # whoever is in there goes on with what is queued, or another signal comes
        self._inside = True
        try:
            while pump():
                pass
        finally:
            self._inside = False
