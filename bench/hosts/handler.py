"""``python3 handler.py``: what a Python handler costs over a bare ctypes callback of the same signature. Needs no display.

The core calls the package's one callback; from there on everything is measured that runs in Python: the parameters are read, the handler is
called, its result is written and handed to the library. The library's own part (``av_reply``) is replaced by a C function that does nothing, called the same way.
"""

import ctypes
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python"))

from auroraview import _native
from auroraview._handlers import Handler
from auroraview._session import current

ROUNDS, CALLS = 800, 100
REPLY = 1


class Library:
    """The native library but for the reply."""

    def __init__(self, library):
        self._library = library
        self.av_reply = ctypes.CDLL(None).labs
        self.av_reply.argtypes = _native._FUNCTIONS["av_reply"]
        self.av_reply.restype = ctypes.c_int

    def __getattr__(self, name):
        return getattr(self._library, name)


def best(ways):
    """The best time of each way, taken in turns, in microseconds a call."""
    times = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, call in ways.items():
            started = time.perf_counter()
            for _ in range(CALLS):
                call()
            times[name].append((time.perf_counter() - started) / CALLS * 1e6)
    return {name: min(values) for name, values in times.items()}


def main():
    session = current()
    _native.lib = Library(_native.lib)
    run, bare = _native.RUN(session._run), _native.RUN(lambda _context, _kind, _token, _reply, _data, _length: 0)

    def through(callback, func, params, spread=True):
        token = next(session.tokens)
        session.handlers[token] = Handler(session, "handler", func, spread, False)
        length = -1 if params is None else len(params)
        return lambda: callback(None, 2, token, REPLY, params, length)

    ways = {
        "bare ctypes callback": through(bare, int, b'{"size":2}'),
        "handler() -> None": through(run, lambda: None, None),
        "handler(size) -> text": through(run, lambda size: "Cube", b'{"size":2}'),
        "handler(data) -> object": through(run, lambda data: {"status": "saved"}, b'{"path":"a.ma"}', spread=False),
    }
    print("Python %s, best of %d rounds" % (sys.version.split()[0], ROUNDS))
    times = best(ways)
    base = times["bare ctypes callback"]
    for name, value in times.items():
        print("%-28s %6.2f us%s" % (name, value, "" if value == base else "   over the bare one: %.2f us" % (value - base)))


main()
