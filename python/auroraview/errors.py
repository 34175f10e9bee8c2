"""What goes wrong between threads and between a page and Python. RFC 0002, "Thread-Related Error Types"."""

from typing import Any, Dict, List, Optional

__all__ = [
    "BridgeError",
    "DeadlockDetectedError",
    "JavaScriptError",
    "JavaScriptResultError",
    "LockOrderError",
    "MainThreadUnavailableError",
    "NativeError",
    "QueueFullError",
    "ShutdownInProgressError",
    "ThreadDispatchTimeoutError",
    "ThreadSafetyError",
    "WrongThreadError",
]


class ThreadSafetyError(Exception):
    """The base of what goes wrong between threads."""

    data = {}  # type: Dict[str, Any]
    """What is known besides the message."""


class DeadlockDetectedError(ThreadSafetyError):
    """The wait was refused because it could never have ended.

    ``cycle`` lists the members of the cycle: objects with ``name``, ``waits_for`` and ``since_ms``.
    """

    @property
    def cycle(self) -> List[Dict[str, Any]]:
        """The members of the cycle; the last one waits for the first."""
        return self.data.get("cycle", [])


class ThreadDispatchTimeoutError(ThreadSafetyError, TimeoutError):
    """A sync call did not end in its time.

    One that had not started is cancelled and never runs; one that was running goes on, and its result is dropped:
    ``data["still_running"]`` says which. ``snapshot`` holds the rest: the queue's depth, what the thread runs, since when.
    """

    @property
    def snapshot(self) -> Dict[str, Any]:
        """What was going on when the time was over; docs/timeouts.md explains each figure."""
        return self.data


class ShutdownInProgressError(ThreadSafetyError):
    """The work was refused, or given up unstarted, because what it was for is closing."""


class MainThreadUnavailableError(ThreadSafetyError):
    """Nothing would ever run the call on the main thread. It never runs on the caller's thread instead."""


class WrongThreadError(ThreadSafetyError):
    """Something that only the main thread may do was tried on another one."""


class QueueFullError(ThreadSafetyError):
    """Too much is queued for the page: the message was not sent."""


class LockOrderError(ThreadSafetyError):
    """A wait or a call broke the lock order."""


class JavaScriptError(RuntimeError):
    """A script threw, rejected, or could not be parsed."""

    name = "Error"  # type: str
    """The error's name, such as ``TypeError``."""

    message = ""  # type: str
    """The error's message, or the thrown value as text."""

    stack = None  # type: Optional[str]
    """The page's stack, if the engine gave one."""

    line = None  # type: Optional[int]
    """The line, from 1."""

    column = None  # type: Optional[int]
    """The column, from 1."""

    source = None  # type: Optional[str]
    """The page's source that threw; ``None`` if it was the evaluated script."""


class JavaScriptResultError(RuntimeError):
    """A script ran, but its result cannot leave the page: a function, a DOM node, an object that contains itself."""


class BridgeError(RuntimeError):
    """An error that crosses the bridge as it is.

    A handler raises it to choose the ``code``, ``message`` and ``data`` of the page's error; AuroraView raises it if a
    message cannot cross.
    """

    def __init__(self, message: str, code: str = "HandlerFailed", data: Any = None):
        super().__init__(message)
        self.code = code
        self.data = data


class NativeError(RuntimeError):
    """Something in the native library failed that should not have."""
