"""What AuroraView needs to know about a host: how to run code on its main thread."""

import threading
from typing import Optional

__all__ = ["HostAdapter"]


class HostAdapter:
    """One host's way to its main thread.

    An adapter only ever *wakes* the host; which calls run, what they return and when a caller gives up is
    the core's affair. So use the host's deferred primitive, never one of its blocking ones.

    The module of an adapter must be importable outside its host: import the host's own modules inside the
    methods.
    """

    name = ""
    """How ``AURORAVIEW_DISPATCHER`` and reports call it, such as ``"blender"``."""

    priority = 0
    """Of several adapters that detect their host, the highest is taken. Built-in ones use 100 to 200."""

    @classmethod
    def detect(cls) -> bool:
        """Whether this process is that host: not merely one that inherited the host's environment variables.

        Called on the thread that first uses AuroraView, any number of times. Must be quick and must not import
        anything that is not loaded already. An exception counts as ``False``.
        """
        return False

    def is_main_thread(self) -> bool:
        """Whether the calling thread is the one on which the host's API may be used. Any thread."""
        return threading.current_thread() is threading.main_thread()

    def unreachable_because(self) -> Optional[str]:
        """Why nothing would run on the main thread by itself, and what to do about it; ``None`` where it would.

        Asked on the caller's thread for every call to the main thread, so it must be quick: batch mode and a
        missing loop are what it reports.
        """
        return None

    def awaits_first_pump(self) -> bool:
        """Whether what ``unreachable_because`` says may be over in a moment, because the program pumps by itself and has not begun.

        Calls then wait up to a second for the first pump before they are refused. A host that is known to have no loop, as in batch
        mode, says ``False``: calls are refused at once. Asked like ``unreachable_because``.
        """
        return False

    def attach(self, pump) -> None:
        """Called once, on the main thread, before anything else.

        ``pump`` has these members:

        ``pump(max_ms=None) -> bool``
            Runs what is queued, for about ``max_ms`` milliseconds (the core's budget where it is ``None``). On the
            main thread only. Never raises. ``True`` where more is queued: come back soon. May be called at
            any time and from inside itself (a nested modal loop).
        ``pump.eventfd() -> int``
            Linux: from now on the core wakes by making this descriptor readable, without the GIL, and ``wake`` is not
            called. ``pump()`` clears it. Do not read or close it.
        ``pump.message_window(when_idle=False)``
            Windows: from now on the core wakes by a message to a window of this thread, without the GIL, and ``wake`` is not
            called. The window pumps by itself, in any message loop of the thread.
        ``pump.thread_signal(signum)``
            Linux: additionally send this real-time signal, with a handler that does nothing, to the main
            thread at each wake, to end a sleep in a system call.
        """
        raise NotImplementedError

    def wake(self) -> None:
        """Asks the host to call ``pump()`` on its main thread soon. From any Python thread.

        One wake stands for any number of calls; it is sent again where it stays unanswered. An exception is
        logged and counts as a wake that was lost. An adapter that leaves this out is not asked: because its host
        comes to ``pump`` by itself (a timer), or is woken by a descriptor or a signal.
        """
        raise NotImplementedError

    def detach(self) -> None:
        """Undoes ``attach``: before another adapter takes over, a reload of the package, and at exit. Must not raise."""
