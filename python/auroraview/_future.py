"""An evaluation's outcome as something to await."""

import threading

from ._log import Log

_log = Log("auroraview")


class ScriptFuture:
    """The outcome of ``WebView.eval_js_async`` without a callback: ``await`` it, in any asyncio loop of any thread.

    It has no blocking ``result()``: a wait that AuroraView does not see could not be kept from ending in a deadlock. To
    block, use ``eval_js_sync``.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._outcome = None
        self._callbacks = []

    def done(self):
        """Whether there is an outcome. Any thread."""
        return self._outcome is not None

    def add_done_callback(self, callback):
        """Calls ``callback(result, error)`` with the outcome: now, or on a thread of AuroraView's. It must be short."""
        with self._lock:
            if self._outcome is None:
                self._callbacks.append(callback)
                return
        callback(*self._outcome)

    def __await__(self):
        import asyncio  # here: it is megabytes, and most panels never await

        loop = asyncio.get_event_loop()
        waiter = loop.create_future()

        def settle(result, error):
            if waiter.done():
                return
            if error is None:
                waiter.set_result(result)
            else:
                waiter.set_exception(error)

        def settle_in_loop(result, error):
            try:
                loop.call_soon_threadsafe(settle, result, error)
            except RuntimeError:
                pass  # the loop was closed: nobody waits any more

        self.add_done_callback(settle_in_loop)
        return waiter.__await__()

    def _settle(self, result, error):
        with self._lock:
            self._outcome = (result, error)
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            try:
                callback(result, error)
            except Exception:
                _log.exception("A callback of a script's outcome raised.")
