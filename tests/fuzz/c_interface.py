"""Calls every function of auroraview.h with arguments that are wrong in every way, from several threads, and lives.

    c_interface.py --seed N --calls N

Wrong are handles (stale, of another kind, never given), texts (null, not UTF-8, negative and over-large lengths), pointers for results,
times and choices. A status below zero must be one of the header's and must not be AV_E_INTERNAL, which is a defect by definition;
av_last_error must tell the same. A length that is longer than its memory is not tried: no library can know that.
"""

import argparse
import ctypes
import faulthandler
import json
import os
import random
import re
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEADER = os.path.join(ROOT, "src", "AuroraView.Native", "include", "auroraview.h")
LIBRARY = os.path.join(ROOT, "python", "auroraview", "libauroraview.so")
CORPUS = os.path.join(ROOT, "tests", "fuzz", "corpus", "options")

# Blocks for as long as its session lives, by design: only wrong handles are tried.
LENT = ("av_serve",)
# Ends what the other calls need.
ENDS = ("av_detach",)
SLOW = 30.0
# Only what is for the main thread may say that this is another one.
MAIN_ONLY = ("av_pump", "av_pump_until", "av_bind_main", "av_wake_descriptor", "av_wake_signal", "av_wake_window")

# What the client's own function, or the engine, can fail at.
MAY_FAIL = ("av_invoke", "av_view_invoke", "av_task_run", "av_view_screenshot", "av_pump", "av_pump_until", "av_task_wait")


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_longlong)]


RUN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong, ctypes.c_longlong, ctypes.c_char_p, ctypes.c_longlong)


def declarations():
    """The header's functions: {name: [(type, name)]}, and its errors: {number: name}."""
    with open(HEADER) as file:
        text = file.read()
    errors = {int(number): name for name, number in re.findall(r"#define (AV_E_\w+) \((-\d+)\)", text)}
    functions = {}
    for returns, name, arguments in re.findall(r"^(int32_t|void) (av_\w+)\(([^)]*)\);", text, re.MULTILINE):
        parts = [part.strip() for part in arguments.replace("\n", " ").split(",") if part.strip() != "void"]
        functions[name] = (returns, [re.fullmatch(r"(.*?[ *])(\w+)", part).groups() for part in parts])
    return functions, errors


class Caller:
    """One thread's wrong calls."""

    def __init__(self, library, functions, errors, pool, plan):
        self.library, self.functions, self.errors, self.pool, self.plan = library, functions, errors, pool, plan
        self.names = sorted(name for name in functions if name not in ENDS)
        self.last = ""
        self.known = set()
        self.problems = []

    def call(self):
        name = self.plan.choice(self.names)
        returns, arguments = self.functions[name]
        values = []
        for place, (kind, what) in enumerate(arguments):
            follows = place and arguments[place - 1][0].replace(" ", "") == "constchar*"
            values.append(self._length(values[-1]) if follows and kind.strip() == "int64_t" else self._value(name, kind.replace(" ", ""), what))
        function = getattr(self.library, name)
        function.restype = None if returns == "void" else ctypes.c_int
        self.last = "%s(%s)" % (name, ", ".join(map(repr, values)))
        start = time.monotonic()
        status = function(*(value.native for value in values))
        took = time.monotonic() - start
        if took > SLOW:
            self.problems.append("%s took %.0f s" % (self.last, took))
        if returns != "void" and status < 0 and name != "av_last_error":
            self._check(name, status)
        for value in values:
            value.settle(self, name, status)

    def _check(self, name, status):
        told = Text()
        self.library.av_last_error(ctypes.byref(told))
        text = ctypes.string_at(told.data, told.length).decode("utf-8") if told.data else "{}"
        self.library.av_text_free(ctypes.byref(told))
        error = json.loads(text)
        known = self.errors.get(status, "AV_E_INTERNAL")
        if known == "AV_E_WRONG_THREAD" and name not in MAIN_ONLY or known == "AV_E_FAILED" and name not in MAY_FAIL:
            known = "AV_E_INTERNAL"
        if known == "AV_E_INTERNAL" or error.get("status") != status or not error.get("message"):
            if (name, status) not in self.known:
                self.known.add((name, status))
                self.problems.append("%s gave %d: %s" % (self.last, status, text))

    def _value(self, function, kind, what):
        plan = self.plan
        if kind == "constchar*":
            return Bytes(None if plan.random() < 0.1 else plan.choice(self.pool.texts) if plan.random() < 0.7 else self._options())
        if kind == "av_text*":
            return Out(None if plan.random() < 0.2 else Text(), None)
        if kind in ("int64_t*", "int32_t*"):
            made = {"view": "view", "task": "task"}.get(what)
            return Out(None if plan.random() < 0.2 else (ctypes.c_longlong if kind == "int64_t*" else ctypes.c_int)(), made)
        if kind == "av_run":
            return Number(self.pool.run, "run")
        if kind.endswith("*"):
            return Number(None, "NULL")
        if what in ("session", "view", "task", "reply"):
            wrong = plan.random() < 0.3 or function in LENT or what == "reply"
            handles = [0, -1, 1 << 40, -(1 << 63), (1 << 63) - 1] if wrong else self.pool.of(what)
            return Number(ctypes.c_longlong(plan.choice(handles)))
        if what.endswith("ms"):
            return Number(ctypes.c_longlong(plan.choice([-(1 << 63), -7, -3, 0, 1, 5, 20, 20] + ([-2, (1 << 63) - 1] if "view_create" in function else []))))
        wide = ctypes.c_longlong if kind == "int64_t" else ctypes.c_int
        return Number(wide(plan.choice([-(1 << 31), -1, 0, 0, 1, 1, 2, 3, 4, 5, 7, 12, 14, 300, (1 << 31) - 1])))

    def _length(self, text):
        if self.plan.random() < 0.8 and text.native is not None:
            return Number(ctypes.c_longlong(len(text.native)))
        wrong = [-1, -(1 << 63), 1 << 31, 1 << 40, (1 << 63) - 1]
        return Number(ctypes.c_longlong(self.plan.choice(wrong if text.native is not None else [*wrong, 0, 5])))

    def _options(self):
        """Options as JSON, changed in a few bytes or put together anew."""
        text = bytearray(self.plan.choice(self.pool.options))
        for _ in range(self.plan.randrange(4)):
            place = self.plan.randrange(len(text))
            text[place:place + self.plan.randrange(3)] = self.plan.choice([b"", b'"', b"9", b"-", b"{", b"]", b"\xff", b"null", b"1e999", b"99999999999", b"\\ud800"])
        return bytes(text)


class Number:
    def __init__(self, native, shown=None):
        self.native, self._shown = native, shown

    def __repr__(self):
        return self._shown or str(self.native.value)

    def settle(self, caller, name, status):
        pass


class Bytes(Number):
    def __init__(self, native):
        super().__init__(native, repr(native[:60]) if native is not None else "NULL")


class Out(Number):
    """Where a result goes: a text is given back, a new handle joins the others."""

    def __init__(self, value, made):
        super().__init__(None if value is None else ctypes.byref(value), "NULL" if value is None else "out")
        self._value, self._made = value, made

    def settle(self, caller, name, status):
        if isinstance(self._value, Text):
            if name != "av_text_free":
                caller.library.av_text_free(ctypes.byref(self._value))
        elif self._made and self._value is not None and status >= 0:
            caller.pool.add(self._made, self._value.value)


class Pool:
    """Handles that are good, or were, and texts."""

    def __init__(self, session, run):
        self.run = run
        self._lock = threading.Lock()
        self._handles = {"session": [session], "view": [session], "task": [session]}
        self.options = []
        for name in sorted(os.listdir(CORPUS)):
            with open(os.path.join(CORPUS, name), "rb") as file:
                self.options.append(file.read())
        self.texts = [
            b"", b"a", b"{}", b"null", b"[1,2]", b'{"message":"m"}', b"1 + 1", b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"a\0b", "日本語\U0001f600".encode(),
            b"x" * 300, b"[" * 1000, b'{"message":1}', b"http://127.0.0.1:1/", b"file:///etc/passwd", b'"\\ud800"',
        ]

    def of(self, kind):
        with self._lock:
            # Now and then one of another kind.
            return self._handles[kind] * 5 + self._handles["task" if kind == "view" else "view"]

    def add(self, kind, handle):
        with self._lock:
            self._handles[kind] = [*self._handles[kind][-7:], handle]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", type=int, default=20000)
    options = parser.parse_args()
    faulthandler.enable()
    functions, errors = declarations()
    library = ctypes.CDLL(LIBRARY)
    run = RUN(lambda context, what, token, reply, text, length: -1 if what == 5 else 0)
    session = ctypes.c_longlong()
    assert library.av_attach(1, b"fuzz", 4, b"fuzz", 4, 1, run, None, ctypes.byref(session)) == 0
    pool = Pool(session.value, run)
    service = threading.Thread(target=lambda: library.av_serve(session, ctypes.c_longlong(0)), daemon=True)
    service.start()
    callers = [Caller(library, functions, errors, pool, random.Random(options.seed * 31 + number)) for number in range(3)]

    def go_on(caller):
        for _ in range(options.calls // len(callers)):
            caller.call()

    threads = [threading.Thread(target=go_on, args=(caller,), daemon=True) for caller in callers[1:]]
    for thread in threads:
        thread.start()
    # This one is the main thread; what waits for it is let go by its pumps.
    go_on(callers[0])
    end = time.monotonic() + 120
    while any(thread.is_alive() for thread in threads) and time.monotonic() < end:
        library.av_pump(session, ctypes.c_longlong(5))
        time.sleep(0.001)
    problems = [problem for caller in callers for problem in caller.problems]
    problems += ["does not come back: %s" % caller.last for caller, thread in zip(callers[1:], threads) if thread.is_alive()]
    ended = library.av_detach(session, ctypes.c_longlong(10000))
    if ended not in (0, 1):
        problems.append("av_detach gave %d" % ended)
    for problem in problems[:20]:
        print(problem)
    print("%d calls of %d functions, %d problems" % (options.calls, len(functions), len(problems)), flush=True)
    os._exit(1 if problems else 0)


if __name__ == "__main__":
    main()
