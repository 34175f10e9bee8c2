"""What was called in a round and how it ended: each call once, in its time, with a result or one of the documented errors."""

import collections
import threading
import time
import traceback

from auroraview import errors

KNOWN = (
    errors.ThreadDispatchTimeoutError, errors.DeadlockDetectedError, errors.ShutdownInProgressError, errors.QueueFullError,
    errors.JavaScriptError, errors.JavaScriptResultError, errors.BridgeError,
)


class Ledger:
    def __init__(self, host):
        self._host = host
        self._start = time.monotonic()
        self._lock = threading.Lock()
        self._open = {}  # calls with a callback that did not come yet
        self.lines = []
        self.problems = []
        self.outcomes = collections.Counter()
        self.calls = 0

    def note(self, text):
        self.lines.append("%7.3f %-10s %s" % (time.monotonic() - self._start, threading.current_thread().name[:10], text))

    def wrong(self, text):
        self.note("WRONG: " + text)
        self.problems.append(text)

    def call(self, what, limit, call, *arguments):
        """A call that ends: its limit is the caller's, lengthened where the machine is busy."""
        start = time.monotonic()
        outcome = "ok"
        try:
            call(*arguments)
        except Exception as error:
            outcome = self.judge(what, error)
        took = time.monotonic() - start
        self._host.asked_for(took)
        self.note("%s: %s, %d ms" % (what, outcome, took * 1000))
        with self._lock:
            self.calls += 1
            self.outcomes[outcome] += 1
        if took > limit + self._host.allowance:
            self.wrong("%s took %.1f s; its limit is %.1f s, and %.1f s for the machine" % (what, took, limit, self._host.allowance))

    def expect(self, what):
        """Something that is called once with ``(result, error)``, when its panel is closed at the latest."""
        key = object()
        with self._lock:
            self._open[key] = what
            self.calls += 1

        def settle(_result, error):
            with self._lock:
                is_first = self._open.pop(key, None) is not None
            if not is_first:
                self.wrong("%s was answered twice" % what)
            outcome = "ok" if error is None else self.judge(what, error)
            with self._lock:
                self.outcomes[outcome] += 1

        settle.give_up = lambda: self._open.pop(key, None)
        return settle

    @property
    def unanswered(self):
        return list(self._open.values())

    def judge(self, what, error):
        if not isinstance(error, KNOWN):
            self.wrong("%s raised %s" % (what, "".join(traceback.format_exception(type(error), error, error.__traceback__))))
        return type(error).__name__ + ("." + str(error.code) if isinstance(error, errors.BridgeError) else "")
