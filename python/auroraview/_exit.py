"""The interpreter's end: bounded, whatever still waits.

Non-daemon threads are joined before ``atexit`` functions run, and one of them may wait for the main thread. So the
end begins with the join, not after it.
"""

import atexit
import os
import threading

from . import _native
from ._process import anchor

TIMEOUT = 3.0
"""Seconds that panels, handlers and waiting callers have to end."""


def install(session):
    """Sees to it that the session ends before the interpreter does."""
    once = _Once(session)
    anchor().leave = once
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=once.disarm)
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

    def disarm(self):
        """In the child of a fork: the session is the parent's to end."""
        session, self._session = self._session, None
        if session is not None:
            session.ended = True
            _native.disable_after_fork()

    def __call__(self, on_main=True):
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.end(TIMEOUT, on_main)
