"""Calls to the main thread, and what the main thread itself waits for."""

import itertools

from . import _native
from ._calls import QUITS, Call, Condition, PostedCall, name_of
from ._interrupts import Interrupts


class Calls:
    """The part of the session that queues, runs and waits."""

    def __init__(self):
        self.quit = None  # KeyboardInterrupt, SystemExit or a signal handler's error on main, for the pump or wait to raise again
        self.pumps = 0  # of this thread's own, which raise what a call wanted to end the program with
        self.tokens = itertools.count(1)
        self.calls = {}  # token: Call, Condition
        self.before_wait = lambda: None  # what the interpreter's end wants to know

    def post(self, func, args, kwargs):
        """Queues a call."""
        self.tell_reachability()
        token = next(self.tokens)
        name = name_of(func).encode("utf-8", "replace")
        self.calls[token] = PostedCall(self, func, args, kwargs)
        status = _native.lib.av_post(self.handle, token, name, len(name))
        if status < 0:
            self.calls.pop(token, None)
            raise _native.last_error(status)

    def invoke(self, func, args, kwargs, limit, view=None):
        """Runs a call on the main thread and waits for it."""
        if self.is_main() and view is None:
            return func(*args, **kwargs)
        self.tell_reachability()
        _native.name_thread()
        self.before_wait()
        token = next(self.tokens)
        name = name_of(func).encode("utf-8", "replace")
        call = self.calls[token] = Call(self, func, args, kwargs)
        if view is None:
            status = _native.lib.av_invoke(self.handle, token, name, len(name), limit)
        else:
            status = _native.lib.av_view_invoke(view, token, name, len(name), limit)
        if status < 0:
            self.calls.pop(token, None)
            raise _native.last_error(status)
        return call.outcome()

    def pump_until(self, test, limit):
        """Runs calls on the main thread until a condition holds."""
        condition = Condition(self, test)
        token = next(self.tokens)
        self.calls[token] = condition
        self.pumps += 1
        try:
            with Interrupts(self):
                held = _native.check(_native.lib.av_pump_until(self.handle, token, limit))
        finally:
            self.pumps -= 1
            self.calls.pop(token, None)  # gone where the session has ended inside the pump
        if condition.error is not None:
            try:
                raise condition.error
            finally:
                condition.error = None
        self.raise_quit()
        return held == 1

    def wait(self, function, *args):
        """Calls a function of the library that blocks. On the main thread an interrupt ends it."""
        _native.name_thread()
        self.before_wait()
        with Interrupts(self):
            status = function(*args)
        error = _native.last_error(status) if status < 0 else None
        self.raise_quit()
        if error is not None:
            raise error
        return status

    def note_quit(self, error):
        """Keeps a KeyboardInterrupt or SystemExit for the main thread's own pump."""
        if isinstance(error, QUITS) and (self.is_main() or self.is_forked):
            self.quit = error
            return True
        return False

    def raise_quit(self):
        """Raises what a call wanted to end the program with, once. On the main thread, outside of calls."""
        if self.quit is not None and self.is_main():
            error, self.quit = self.quit, None
            raise error
