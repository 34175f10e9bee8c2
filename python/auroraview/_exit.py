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
    session.before_wait = once.before_wait
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=once.disarm)
    atexit.register(once)
    try:
        threading._register_atexit(once)  # Python 3.9 and later
        once.entry = getattr(threading, "_threading_atexits", [None])[-1]
    except (AttributeError, RuntimeError):
        threading.Thread(target=_watch, args=(once,), name="auroraview exit", daemon=True).start()


def _watch(once):
    # The main thread counts as ended as soon as the interpreter starts to join the others.
    threading.main_thread().join()
    once(on_main=False)


class _Once:
    def __init__(self, session):
        self._session = session
        self.entry = None  # among what the interpreter calls before it joins threads
        self._lock = threading.Lock()

    def disarm(self):
        """In the child of a fork: the session is the parent's to end."""
        session, self._session = self._session, None
        if session is not None:
            session.ended = session.is_forked = True
            _native.disable_after_fork()

    def before_wait(self):
        """A thread is about to wait for us. If a pool joins it at the interpreter's end, this end must come before that one."""
        if threading.current_thread() is threading.main_thread():
            return
        if getattr(threading, "_SHUTTING_DOWN", False):
            self(on_main=False)  # the pool's join may have begun, and nothing that is registered behind it runs before it is over
            return
        if self.entry is not None and threading._threading_atexits[-1] is not self.entry:
            with self._lock:
                threading._threading_atexits.remove(self.entry)
                threading._threading_atexits.append(self.entry)  # the last one runs first

    def __call__(self, on_main=True):
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.end(TIMEOUT, on_main)
