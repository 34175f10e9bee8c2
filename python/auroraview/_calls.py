"""Python calls on their way to the main thread. What they return and raise stays a Python object."""

import functools

from ._log import Log

_log = Log("auroraview")

QUITS = (KeyboardInterrupt, SystemExit)


def name_of(function):
    """A function's name as a person wrote it."""
    while isinstance(function, functools.partial):
        function = function.func
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", None)
    return name if isinstance(name, str) else type(function).__qualname__


class Call:
    """A call that somebody waits for."""

    __slots__ = ("args", "error", "func", "kwargs", "result", "session")

    def __init__(self, session, func, args, kwargs):
        self.session = session
        self.func = func
        self.args = args
        self.kwargs = kwargs
        self.result = None
        self.error = None

    def run(self):
        """Runs it, on the main thread."""
        try:
            self.result = self.func(*self.args, **self.kwargs)
        except BaseException as error:
            self.error = error
            self.session.note_quit(error)

    def outcome(self):
        """The result, or raises the very exception that the function raised."""
        if self.error is None:
            return self.result
        try:
            raise self.error
        finally:
            self.error = None  # the exception's traceback holds this frame


class PostedCall(Call):
    """A call that nobody waits for."""

    __slots__ = ()

    def run(self):
        """Runs it, on the main thread; reports what it raises."""
        try:
            self.func(*self.args, **self.kwargs)
        except BaseException as error:
            if not self.session.note_quit(error):
                _log.exception("%s raised on the main thread, and no caller waits for it.", name_of(self.func))


    def refused(self, error, at_end):
        """Reports that it will not run. At the program's end that is nothing unusual."""
        report = _log.debug if at_end else _log.error
        report("%s did not run on the main thread, and no caller waits for it: %s: %s", name_of(self.func), type(error).__name__, error)


class Condition:
    """What a pump waits for."""

    __slots__ = ("error", "session", "test")

    def __init__(self, session, test):
        self.session = session
        self.test = test
        self.error = None

    def check(self):
        """1, 0, or -1 to end the pump."""
        try:
            if self.session.quit is not None:
                return -1
            return 1 if self.test() else 0
        except BaseException as error:
            self.error = error
            return -1
