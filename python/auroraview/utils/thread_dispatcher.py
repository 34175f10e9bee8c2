"""The way to the host's main thread. RFC 0002, "Main Thread Dispatch Timeout"."""

import functools
import inspect

from .. import _native, hosts
from .._background import BackgroundTask
from .._session import current, if_started

__all__ = [
    "BackgroundTask",
    "defer_to_main_thread",
    "ensure_main_thread",
    "is_main_thread",
    "nudge",
    "pump",
    "pump_until",
    "run_in_background",
    "run_on_main_thread",
    "run_on_main_thread_sync",
    "use_adapter",
]

DEFAULT_TIMEOUT = _native.DEFAULT_TIMEOUT
"""The default limit of a sync call, in seconds."""


def is_main_thread():
    """Whether the calling thread is the one on which the host's API may be used. Any thread."""
    return current().is_main()


def run_on_main_thread(func, *args, **kwargs):
    """Queues ``func(*args, **kwargs)`` for the main thread and returns at once, also on the main thread.

    What it raises is logged, and that it will not run: because the program does not pump within a second, or ends. From any thread.

    Raises:
        MainThreadUnavailableError: Nothing would ever run it: the host is in batch mode.
        ShutdownInProgressError: The program is ending.
    """
    _check_callable(func)
    current().post(func, args, kwargs)


def run_on_main_thread_sync(func, *args, timeout=DEFAULT_TIMEOUT, **kwargs):
    """Runs ``func(*args, **kwargs)`` on the main thread and waits for it; on the main thread it runs at once.

    Args:
        timeout: Seconds to wait; ``None`` for no limit. A call that has not started by then never runs.

    Returns:
        What ``func`` returned: the object itself.

    Raises:
        ThreadDispatchTimeoutError: It did not end in time; also a ``TimeoutError``.
        DeadlockDetectedError: The main thread waits for the calling thread in a cycle that no thread can break.
        MainThreadUnavailableError: Nothing would ever run it, or the program has not begun to pump within a second.
        ShutdownInProgressError: The program is ending.
        BaseException: What ``func`` raised: the object itself, with its traceback.
    """
    _check_callable(func)
    return current().invoke(func, args, kwargs, _native.milliseconds(timeout))


def run_in_background(func, *args, **kwargs):
    """Runs ``func(*args, **kwargs)`` on a new thread, and other threads may wait for its end: ``run_in_background(bake).result()``.

    Use it instead of ``threading.Thread`` and ``join`` if the waiting thread is needed meanwhile: a wait for the task serves what
    the task needs of the waiting thread, and a cycle of such waits is refused. From any thread.

    Returns:
        A :class:`BackgroundTask`.

    Raises:
        ShutdownInProgressError: The program is ending.
    """
    _check_callable(func)
    return BackgroundTask(current(), func, args, kwargs).start()


def defer_to_main_thread(func, *args, **kwargs):
    """The same as :func:`run_on_main_thread`: for the main thread itself, which wants something done once it is free."""
    run_on_main_thread(func, *args, **kwargs)


def ensure_main_thread(func=None, *, timeout=DEFAULT_TIMEOUT):
    """Wraps a function so that it always runs on the main thread, and its caller waits for it.

    For functions, methods, partials and lambdas, as ``@ensure_main_thread`` or ``@ensure_main_thread(timeout=5)``.

    Raises:
        TypeError: It is a coroutine function: see docs/python.md, "Coroutines".
    """
    if func is None:
        return lambda given: ensure_main_thread(given, timeout=timeout)
    _check_callable(func)
    limit = _native.milliseconds(timeout)

    def wrapper(*args, **kwargs):
        session = current()
        if session.is_main():
            return func(*args, **kwargs)
        return session.invoke(func, args, kwargs, limit)

    wrapped = _wrap(wrapper, func)
    # A handler that is nothing but this wrapper is bound to the main thread, without a thread in between.
    wrapped.__auroraview_main__ = (wrapped, func)
    return wrapped


def pump(max_ms=None):
    """Runs what is queued for the main thread: for a program whose main thread has its own loop.

    Args:
        max_ms: For about how long; ``None`` for 8 ms. At least one call is run.

    Returns:
        Whether more is queued.

    Raises:
        WrongThreadError: The calling thread is not the main thread.
        KeyboardInterrupt, SystemExit: A call raised it.
    """
    session = current()
    more = _native.check(_native.lib.av_pump(session.handle, -2 if max_ms is None else _native.whole_milliseconds(max_ms, "max_ms")))
    session.raise_quit()
    return more == 1


def pump_until(condition, timeout=None):
    """Runs calls on the main thread until a condition holds: the loop of a program that has none.

    Args:
        condition: A function without parameters, or something with ``is_set()`` or ``done()``: an event, a future. It is looked at after each
            call, after :func:`nudge`, and every 10 ms.
        timeout: Seconds to go on; ``None`` for no limit.

    Returns:
        Whether the condition holds; ``False`` when the time was over.

    Raises:
        WrongThreadError: The calling thread is not the main thread.
        KeyboardInterrupt, SystemExit: A call raised it, or the user interrupted.
    """
    for name in ("is_set", "done"):
        if hasattr(condition, name):
            condition = getattr(condition, name)
            break
    if not callable(condition):
        raise TypeError("pump_until needs a function, an event or a future, not %r" % (condition,))
    return current().pump_until(condition, _native.milliseconds(timeout))


def nudge():
    """Makes :func:`pump_until` look at its condition now. Any thread."""
    session = if_started()
    if session is not None:
        _native.lib.av_nudge(session.handle)


def use_adapter(adapter=None):
    """Goes over to another way of waking the host. On the main thread.

    Args:
        adapter: A ``hosts.HostAdapter``; ``None`` chooses again among the registered ones.

    Raises:
        WrongThreadError: The calling thread is not the main thread.
    """
    current().use_adapter(hosts.select() if adapter is None else adapter)


def _check_callable(func):
    if not callable(func):
        raise TypeError("a function is needed, not %r" % (func,))
    if is_coroutine_function(func):
        raise TypeError(
            "%r is a coroutine function, and AuroraView runs no asyncio loop on the main thread. Keep the coroutine in your own loop and call an "
            "ordinary function on the main thread from it: await loop.run_in_executor(None, run_on_main_thread_sync, function). "
            "See docs/python.md." % (func,)
        )


def is_coroutine_function(func):
    """Whether calling it would give a coroutine; looks through partials and callable objects."""
    while isinstance(func, functools.partial):
        func = func.func
    return inspect.iscoroutinefunction(func) or inspect.iscoroutinefunction(getattr(func, "__call__", None))


def _wrap(wrapper, func):
    # A partial has no name of its own, and functools.wraps leaves out what is not there.
    return functools.wraps(func)(wrapper)
