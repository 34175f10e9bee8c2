"""What an adapter is given to run queued calls on the main thread."""

import ctypes

from . import _native, errors
from ._log import Log

_log = Log("auroraview.hosts")


class Pump:
    """Runs queued calls. ``hosts.base.HostAdapter.attach`` says what an adapter may expect of it."""

    def __init__(self, session):
        self._session = session
        self.by_window = False

    def __call__(self, max_ms=None):
        """Runs what is queued. On the main thread only; never raises. ``True`` where more is queued."""
        try:
            status = _native.lib.av_pump(self._session.handle, -2 if max_ms is None else int(max_ms))
            if status < 0 and not self._session.ended:
                _log.error("The main thread could not be pumped: %s", _native.last_error(status))
            self.drop_quit()
            return status > 0
        except Exception:
            _log.exception("A pump of the main thread failed.")
            return False

    def drop_quit(self):
        """A call wanted to end the program, and this pump is the host's: nobody is there to raise it for. On the main thread."""
        quits, self._session.quit = self._session.quit, None
        if quits is not None:
            _log.warning("A call on the main thread raised %r; end the host through its own means.", quits)

    def eventfd(self):
        """From now on the core wakes by making this descriptor readable, without the GIL. Linux; on the main thread."""
        number = ctypes.c_int()
        self._check(_native.lib.av_wake_descriptor(self._session.handle, ctypes.byref(number)))
        return number.value

    def thread_signal(self, signum):
        """Sends this real-time signal to the main thread at each wake, too. Linux; on the main thread."""
        self._check(_native.lib.av_wake_signal(self._session.handle, int(signum), 0))

    def handled_signal(self, signum):
        """The same with a signal that the adapter handles itself."""
        self._check(_native.lib.av_wake_signal(self._session.handle, int(signum), 1))

    def message_window(self, when_idle=False):
        """From now on the core wakes by a message to a window of this thread, without the GIL, and pumps there. Windows; on the main thread."""
        self._check(_native.lib.av_wake_window(self._session.handle, bool(when_idle)))
        self.by_window = True

    def is_inside_call(self):
        """Whether the main thread is inside a call of AuroraView's. On the main thread."""
        return self._session.depth > 0

    def _check(self, status):
        if self._session.ended:
            raise errors.ShutdownInProgressError("AuroraView has ended in this process, or was loaded again.")
        _native.check(status)
