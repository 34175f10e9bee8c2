"""The interpreter's end: bounded, whatever still waits.

Non-daemon threads are joined before ``atexit`` functions run, and one of them may wait for the main thread. So the
end begins with the join, not after it.
"""

import atexit
import threading

from ._process import anchor

TIMEOUT = 3.0
"""Seconds that panels, handlers and waiting callers have to end."""


def install(session):
    """Sees to it that the session ends before the interpreter does."""
    once = _Once(session)
    anchor().leave = once
    atexit.register(once)
    try:
        threading._register_atexit(once)  # Python 3.9 and later
    except (AttributeError, RuntimeError):
        threading.Thread(target=_watch, args=(once,), name="auroraview exit", daemon=True).start()


def _watch(once):
    # The main thread counts as ended as soon as the interpreter starts to join the others.
    threading.main_thread().join()
    once(on_main=False)


class _Once:
    def __init__(self, session):
        self._session = session
        self._lock = threading.Lock()

    def __call__(self, on_main=True):
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.end(TIMEOUT, on_main)
