"""The main loop that all doubles share."""

import collections
import threading
import time

PATIENCE = 60.0
"""Seconds after which a test gives up. Nothing here waits for time to pass; machines are slow at times."""


class HostHung(Exception):
    """The real host would hang here for good."""


class MainLoop:
    """Events first, then one idle event a turn: the order that hosts with idle-driven deferral have."""

    def __init__(self):
        self._changed = threading.Condition()
        self._events = collections.deque()
        self._idle = collections.deque()
        self.thread = threading.current_thread()
        self.errors = []

    @property
    def on_main(self):
        return threading.current_thread() is self.thread

    def post(self, call):
        """An event: from any thread."""
        with self._changed:
            self._events.append(call)
            self._changed.notify_all()

    def post_idle(self, call):
        """Runs when no event is left: from any thread."""
        with self._changed:
            self._idle.append(call)
            self._changed.notify_all()

    def run_until(self, done, turn=None, interval=None):
        """Runs the loop on the calling thread until ``done()``; ``turn`` is called every ``interval`` seconds.

        Like the loops of real hosts it prints what a callback raises and goes on.
        """
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise AssertionError("the loop of the double ran for %g s and nothing came of it" % PATIENCE)
            call = self._next(interval)
            for one in (call, turn):
                if one is not None:
                    try:
                        one()
                    except Exception as error:
                        self.errors.append(error)

    def _next(self, interval):
        with self._changed:
            if not self._events and not self._idle:
                self._changed.wait(0.05 if interval is None else interval)
            if self._events:
                return self._events.popleft()
            return self._idle.popleft() if self._idle else None


class Native:
    """A function that is compiled in the real host, where it is not a plain Python function."""

    def __init__(self, function):
        self._function = function
        self.__name__ = function.__name__

    def __call__(self, *arguments, **named):
        return self._function(*arguments, **named)
