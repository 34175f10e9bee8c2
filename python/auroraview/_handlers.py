"""A Python function as a handler of the page: its parameters, its result, its errors."""

import inspect
import traceback

from . import _native
from ._calls import QUITS
from ._flaws import find_flaw
from ._json import decode, encode
from ._log import Log
from .errors import (
    BridgeError,
    DeadlockDetectedError,
    MainThreadUnavailableError,
    ShutdownInProgressError,
    ThreadDispatchTimeoutError,
)

_log = Log("auroraview")

MOST_SHAPES = 64
"""How many a handler remembers: a page can think of any number of names."""


class Handler:
    """A function, and how what the page sends becomes its arguments.

    A ``spread`` handler (``bind_call``, ``bind_api``) is called as the page calls it: an object gives keyword arguments, an array
    positional ones. Another one (``on``) that takes a single argument gets an object as it is, as in the RFC.
    """

    __slots__ = ("debug", "fitting", "func", "name", "nothing", "session", "signature", "takes_nothing", "what", "whole")

    def __init__(self, session, name, func, spread, debug):
        self.session = session
        self.name = name
        self.func = func
        self.debug = debug
        self.what = "The result of '%s'" % name
        self.signature = _signature(func)
        self.fitting = set()  # shapes of arguments that are known to fit
        takes_one = self.signature is not None and _binds(self.signature, (None,), {})
        self.whole = takes_one and not spread  # one argument: what the page sent, as it is
        self.nothing = (None,) if self.whole and not _binds(self.signature, (), {}) else ()  # the arguments where the page sent nothing
        self.takes_nothing = self.signature is None or _binds(self.signature, self.nothing, {})

    def run(self, reply, data):
        """Runs it and answers, on the handler's thread. A negative ``reply`` is an event, which has no answer."""
        try:
            if data is None and self.takes_nothing:
                value = self.func(*self.nothing)
            else:
                args, kwargs = self.arguments(data, is_event=reply < 0)
                value = self.func(*args, **kwargs)
            result = encode(value, self.what) if reply > 0 else b"null"
            _native.lib.av_reply(reply, result, len(result))  # what it refuses it has answered itself
        except BaseException as error:
            self._fail(reply, error)

    def arguments(self, data, is_event):
        """The call's arguments.

        Raises:
            BridgeError: They do not fit the function.
        """
        if data is None:
            args, kwargs = self.nothing, {}
        else:
            try:
                sent = decode(data)
            except (RecursionError, ValueError) as error:
                raise BridgeError("%s: the parameters cannot be read: %s" % (self.name, error), "InvalidArguments")
            if type(sent) is list:
                args, kwargs = ((sent,) if self.whole and (is_event or not _binds(self.signature, sent, {})) else sent), {}
            elif type(sent) is dict and not self.whole:
                args, kwargs = (), sent
            elif self.whole:
                return (sent,), {}  # it takes one, whatever it is
            else:
                args, kwargs = (sent,), {}
        # Whether arguments fit depends on their number and names alone, and looking it up is much cheaper than finding out.
        shape = (len(args), *kwargs)
        if shape not in self.fitting and self.signature is not None:
            try:
                self.signature.bind(*args, **kwargs)
            except TypeError as error:
                raise BridgeError("%s%s: %s" % (self.name, self.signature, error), "InvalidArguments")
            if len(self.fitting) < MOST_SHAPES:
                self.fitting.add(shape)
        return args, kwargs

    def _fail(self, reply, error):
        quits = self.session.note_quit(error)
        if reply < 0 and not quits and not isinstance(error, BridgeError):
            _log.error("The handler of '%s' raised.", self.name, exc_info=error)
        described = describe(error, self.debug)
        _native.lib.av_reply_error(reply, described, len(described))


def describe(error, debug):
    """An exception as the page's error: the type's name, the message, and in debug the traceback. Never raises: without it the call has no answer."""
    told = {"code": _read(code_of, error) or "HandlerFailed", "message": _message(error), "name": type(error).__name__}
    if debug:
        told["stack"] = _read(_traceback, error)
    data = _read(_data, error)
    if data is not None:
        told["data"] = data
        flaw = find_flaw(told)
        try:
            if flaw is None:
                return encode(told, "The error")
        except BridgeError as lost:
            flaw = lost
        del told["data"]
        told["message"] += " (The error's data cannot travel: %s)" % flaw
    return encode(told, "The error")


def code_of(error):
    """The ``code`` of the page's error."""
    if isinstance(error, BridgeError):
        return str(error.code)
    for kind, code in (
        (DeadlockDetectedError, "Deadlock"),
        (ShutdownInProgressError, "ShutdownInProgress"),
        (MainThreadUnavailableError, "MainThreadUnavailable"),
        (ThreadDispatchTimeoutError, "Timeout"),  # not any TimeoutError: a handler's own is a handler that failed
    ):
        if isinstance(error, kind):
            return code
    return "Cancelled" if isinstance(error, QUITS) else "HandlerFailed"


def _message(error):
    return _read(str, error) or type(error).__name__


def _traceback(error):
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))


def _data(error):
    return error.data if isinstance(error, BridgeError) else None


def _read(read, error):
    try:
        return read(error)
    except BaseException as failure:  # the exception's own code, whatever it raises
        _log.debug("An exception of type '%s' could not be read: '%s'.", type(error).__name__, type(failure).__name__)
        return None


def _signature(func):
    try:
        return inspect.signature(func)
    except (TypeError, ValueError):
        return None  # a builtin that does not tell


def _binds(signature, args, kwargs):
    try:
        signature.bind(*args, **kwargs)
        return True
    except TypeError:
        return False
