"""Work on a thread of its own that others may wait for, also the main thread."""

import ctypes
import threading

from . import _native, errors
from ._calls import Call, name_of
from ._log import Log

_log = Log("auroraview")


class BackgroundTask:
    """What ``run_in_background`` started. Every method may be called from any thread, any number of times."""

    def __init__(self, session, func, args, kwargs):
        self._call = _BackgroundCall(session, func, args, kwargs)

    def __repr__(self):
        return "<BackgroundTask %r %s>" % (self._call.name, "done" if self._call.done else "running")

    def __del__(self):
        call = getattr(self, "_call", None)
        if call is not None:
            call.has_owner = False
            if call.done:
                call.report()

    def start(self):
        """Starts it, once; ``run_in_background`` has done it."""
        # The thread knows the call, not this object: what was raised keeps the thread's frames alive.
        threading.Thread(target=_run, args=(self._call,), name="background '%s'" % self._call.name, daemon=True).start()
        return self

    def done(self):
        """Whether it has ended."""
        return self._call.done

    def result(self, timeout=30.0):
        """Waits for its end, and gives what it returned: the object itself.

        The wait is one of AuroraView's: meanwhile the calling thread runs what the task needs of it, and nothing else. So the main thread
        may wait for a task that calls ``run_on_main_thread_sync``.

        Args:
            timeout: Seconds to wait; ``None`` for no limit.

        Raises:
            ThreadDispatchTimeoutError: It did not end in time, and goes on; also a ``TimeoutError``.
            DeadlockDetectedError: It waits for the calling thread in a cycle that no thread can break.
            ShutdownInProgressError: The program is ending.
            BaseException: What the function raised: the object itself, with its traceback.
        """
        return self._call.wait(_native.milliseconds(timeout))


class _BackgroundCall(Call):
    """The call itself, which lives as long as its thread and everybody who asks for its outcome."""

    __slots__ = ("__weakref__", "done", "handle", "has_owner", "name", "ran", "unreported")

    def __init__(self, session, func, args, kwargs):
        super().__init__(session, func, args, kwargs)
        self.name = name_of(func)
        self.ran = self.done = False
        self.has_owner = True
        self.unreported = None  # what it raised, until somebody has been told
        self.handle = 0
        handle = ctypes.c_longlong()
        name = self.name.encode("utf-8", "replace")
        _native.check(_native.lib.av_task_create(session.handle, name, len(name), ctypes.byref(handle)))
        self.handle = handle.value

    def __del__(self):
        if self.handle and not self.session.ended:
            _native.lib.av_task_release(self.handle)

    def run(self):
        """Runs it, on its thread."""
        super().run()
        self.unreported = self.error
        self.ran = True

    def wait(self, limit):
        """Waits for its end; the result, or raises what it raised."""
        if not self.done:
            self.session.wait(_native.lib.av_task_wait, self.handle, limit)
        if not self.ran:
            raise errors.ShutdownInProgressError("'%s' was not run: the program is ending, or the package was loaded again." % self.name)
        self.unreported = None
        if self.error is not None:
            raise self.error
        return self.result

    def report(self):
        """Logs what it raised, unless somebody knows it."""
        error, self.unreported = self.unreported, None
        if error is not None:
            _log.error("%s raised in the background, and no caller waits for its result.", self.name, exc_info=error)


def _run(call):
    session = call.session
    token = next(session.tokens)
    session.calls[token] = call
    _native.lib.av_task_run(call.handle, token)
    session.calls.pop(token, None)  # still there where the session has ended
    call.done = True
    if not call.has_owner:
        call.report()
    if not session.ended:
        _native.lib.av_nudge(session.handle)
