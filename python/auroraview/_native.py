"""The native library: its functions' types, texts, and its errors as exceptions."""

import ctypes
import json
import os
import sys
import threading

from . import _limits, errors
from ._process import anchor, unfit

ABI_VERSION = 1

VARIABLE = "AURORAVIEW_LIBRARY"
"""Names the library, before the one beside this file."""

# The text as c_char_p: ctypes makes bytes of it, up to the zero byte behind it, at a tenth of what string_at costs. JSON has no zero byte inside.
RUN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong, ctypes.c_longlong, ctypes.c_char_p, ctypes.c_longlong
)


class Text(ctypes.Structure):
    """The header's ``av_text``."""

    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_longlong)]


_INT = ctypes.c_int
_LONG = ctypes.c_longlong
_BYTES = ctypes.c_char_p
_TEXT = ctypes.POINTER(Text)

_FUNCTIONS = {
    "av_abi_version": [],
    "av_version": [_TEXT],
    "av_last_error": [_TEXT],
    "av_attach": [_INT, _BYTES, _LONG, _BYTES, _LONG, _INT, RUN, ctypes.c_void_p, ctypes.POINTER(_LONG)],
    "av_confirm_calls": [_LONG],
    "av_detach": [_LONG, _LONG],
    "av_serve": [_LONG, _LONG],
    "av_bind_main": [_LONG],
    "av_name_thread": [_BYTES, _LONG],
    "av_is_main": [_LONG],
    "av_set_host": [_LONG, _BYTES, _LONG, _INT],
    "av_set_unreachable": [_LONG, _BYTES, _LONG, _INT],
    "av_wake_descriptor": [_LONG, ctypes.POINTER(_INT)],
    "av_wake_signal": [_LONG, _INT, _INT],
    "av_wake_window": [_LONG, _INT],
    "av_post": [_LONG, _LONG, _BYTES, _LONG],
    "av_invoke": [_LONG, _LONG, _BYTES, _LONG, _LONG],
    "av_pump": [_LONG, _LONG],
    "av_pump_until": [_LONG, _LONG, _LONG],
    "av_nudge": [_LONG],
    "av_dispatch_state": [_LONG, _TEXT],
    "av_task_create": [_LONG, _BYTES, _LONG, ctypes.POINTER(_LONG)],
    "av_task_run": [_LONG, _LONG],
    "av_task_wait": [_LONG, _LONG],
    "av_task_release": [_LONG],
    "av_view_create": [_LONG, _BYTES, _LONG, _LONG, ctypes.POINTER(_LONG)],
    "av_prewarm": [_BYTES, _LONG],
    "av_keep_warm": [_LONG],
    "av_view_release": [_LONG],
    "av_view_close": [_LONG, _LONG, _INT],
    "av_view_info": [_LONG, _TEXT],
    "av_view_on": [_LONG, _BYTES, _LONG, _LONG, _INT],
    "av_view_off": [_LONG, _BYTES, _LONG],
    "av_view_listen": [_LONG, _INT, _INT],
    "av_reply": [_LONG, _BYTES, _LONG],
    "av_reply_error": [_LONG, _BYTES, _LONG],
    "av_view_invoke": [_LONG, _LONG, _BYTES, _LONG, _LONG],
    "av_view_emit": [_LONG, _BYTES, _LONG, _BYTES, _LONG, _INT],
    "av_view_eval": [_LONG, _BYTES, _LONG],
    "av_view_eval_sync": [_LONG, _BYTES, _LONG, _LONG, _TEXT],
    "av_view_eval_async": [_LONG, _BYTES, _LONG, _LONG, _LONG, _INT],
    "av_view_load": [_LONG, _INT, _BYTES, _LONG],
    "av_view_navigate": [_LONG, _INT],
    "av_view_screenshot": [_LONG, _LONG, _TEXT],
    "av_view_window": [_LONG, _INT, _INT, _INT],
    "av_view_title": [_LONG, _BYTES, _LONG],
    "av_view_reparent": [_LONG, _LONG],
}

MOST_MILLISECONDS = (1 << 31) - 1
"""The longest time limit: 24 days."""

_DEFAULT = -2  # the library's word for the panel's own limit


class _Seconds(float):
    """A default limit, which a panel's options may replace: told from the same number by its identity."""


class _Milliseconds(int):
    """The same in milliseconds."""


DEFAULT_TIMEOUT = _Seconds(30.0)
EVAL_TIMEOUT_MS = _Milliseconds(5000)

STALE = -4
"""The code for a handle that is not valid any more."""

_ERRORS = {
    -2: ValueError,
    -3: FileNotFoundError,
    -4: errors.ShutdownInProgressError,
    -6: errors.WrongThreadError,
    -7: errors.ShutdownInProgressError,
    -8: NotImplementedError,
    -9: RuntimeError,
    -10: errors.ThreadDispatchTimeoutError,
    -11: errors.DeadlockDetectedError,
    -12: errors.ShutdownInProgressError,
    -13: errors.MainThreadUnavailableError,
    -14: errors.QueueFullError,
    -15: errors.LockOrderError,
    -16: errors.ThreadSafetyError,
    -20: errors.JavaScriptError,
    -21: errors.JavaScriptResultError,
    -22: errors.BridgeError,
}


def library_path():
    """Where the native library is expected."""
    named = os.environ.get(VARIABLE)
    return os.path.abspath(named) if named else os.path.join(os.path.dirname(os.path.abspath(__file__)), library_name())


def library_name():
    """The native library's file on this system."""
    return "auroraview.dll" if sys.platform == "win32" else "libauroraview.so"


def how_to_get():
    """What to do where the library is missing."""
    if sys.platform == "win32":
        return "Put auroraview.dll and WebView2Loader.dll of this release beside the package's modules, see docs/windows.md"
    return "Install the wheel for this system, run ./build.sh in a source tree"


def _load():
    path = library_path()
    if not os.path.exists(path):
        raise ImportError(
            "AuroraView's native library was not found at %s. %s, or name the library in %s." % (path, how_to_get(), VARIABLE)
        )
    lacking = unfit()
    if lacking is None and not anchor().callbacks:  # a library that runs already needs nothing more
        lacking = _limits.shortage()
    if lacking is not None:
        raise ImportError("AuroraView cannot start in this process: %s." % lacking)
    try:
        # CDLL, not PyDLL: every call gives the GIL away while it runs. By its full path, which needs no search path on Windows, whose library finds
        # its loader beside itself.
        with _limits.without_foreign_settings():
            library = ctypes.CDLL(path)
            found = library.av_abi_version()  # its runtime begins here, at the latest
    except OSError as error:
        raise ImportError(
            "AuroraView's native library %s cannot be loaded by this Python (%s): %s" % (path, sys.version.split()[0], error)
        )
    if found != ABI_VERSION:
        raise ImportError(
            "%s has version %d of AuroraView's C interface, this package needs version %d. Take both from one release."
            % (path, found, ABI_VERSION)
        )
    for name, arguments in _FUNCTIONS.items():
        function = getattr(library, name)
        function.argtypes = arguments
        function.restype = ctypes.c_int
    library.av_text_free.argtypes = [_TEXT]
    library.av_text_free.restype = None
    return library


IS_COMMAND = getattr(sys, "argv", [])[:1] == ["-m"]
"""Whether this is ``python -m auroraview``, whose doctor reports what fails any other import."""

load_error = None
"""Why there is no library, in a command."""

try:
    lib = _load()
except ImportError as _error:
    if not IS_COMMAND:
        raise
    lib, load_error = None, _error


class _Forked:
    """Stands for the library in a forked child, where its threads are missing and a call could wait for ever."""

    def __getattr__(self, name):
        raise errors.ShutdownInProgressError(
            "AuroraView cannot be used in a forked child: start a program instead (subprocess, multiprocessing with 'spawn'), or fork before the import."
        )


def disable_after_fork():
    """In the child of a fork: every use is an error from now on."""
    global lib
    lib = _Forked()


class _Thread(threading.local):
    is_named = False


_thread = _Thread()


def name_thread():
    """Tells the library the calling thread's name, once: for whoever reads that this thread waits."""
    if not _thread.is_named:
        _thread.is_named = True
        name = threading.current_thread().name.encode("utf-8", "replace")
        lib.av_name_thread(name, len(name))


def take(text):
    """The bytes of a text that the library gave; gives the memory back."""
    try:
        return ctypes.string_at(text.data, text.length) if text.data else b""
    finally:
        lib.av_text_free(ctypes.byref(text))


def check(result):
    """Returns a function's result, or raises the error that it stands for."""
    if result < 0:
        raise last_error(result)
    return result


def last_error(status):
    """The exception for the calling thread's last failed call."""
    text = Text()
    described = json.loads(take(text).decode("utf-8")) if lib.av_last_error(ctypes.byref(text)) else {}
    described.setdefault("status", status)
    return to_exception(described)


def to_exception(described):
    """The exception that an error's JSON stands for."""
    kind = _ERRORS.get(described["status"], errors.NativeError)
    message = described.get("message", "The native library failed with code %d." % described["status"])
    if described["status"] == STALE:
        message = "The panel has ended, or AuroraView has: the program is closing, or the package was loaded again."
    data = described.get("data") or {}
    if kind is errors.BridgeError:
        return kind(message, described.get("code", "HandlerFailed"))
    error = kind(message)
    if isinstance(error, errors.ThreadSafetyError):
        error.data = data
    elif kind is errors.JavaScriptError:
        error.name = described.get("name", "Error")
        error.message = data.get("js_message", message)
        error.stack = data.get("js_stack")
        error.line, error.column, error.source = data.get("line"), data.get("column"), data.get("source")
    return error


def version():
    """The core's version, such as ``0.1.0``."""
    text = Text()
    check(lib.av_version(ctypes.byref(text)))
    return take(text).decode("utf-8")


def milliseconds(seconds, name="timeout"):
    """Seconds as the library's time limit; ``None`` and infinity are no limit.

    Raises:
        TypeError: It is not a number.
        ValueError: It is negative, NaN, or longer than 24 days.
    """
    if seconds is DEFAULT_TIMEOUT:
        return _DEFAULT
    return _limit(seconds, 1000, "seconds", name)


def whole_milliseconds(value, name="timeout_ms"):
    """A limit that is given in milliseconds; ``None`` and infinity are no limit."""
    if value is EVAL_TIMEOUT_MS:
        return _DEFAULT
    return _limit(value, 1, "milliseconds", name)


def _limit(value, factor, unit, name):
    if value is None:
        return -1
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("%s is a number of %s or None, not %r" % (name, unit, value))
    if value == float("inf"):
        return -1
    if not 0 <= value <= MOST_MILLISECONDS // factor:
        raise ValueError("%s is a number of %s from 0 to %d, or None for no limit, not %r" % (name, unit, MOST_MILLISECONDS // factor, value))
    return int(-(-value * factor // 1))


def whole_number(value, name, least, most):
    """A number for a size or a place, rounded to a whole one.

    Raises:
        TypeError: It is not a number; ``True`` is none.
        ValueError: It is out of range, infinite or NaN.
    """
    if isinstance(value, (bool, str, bytes)) or not (hasattr(value, "__index__") or hasattr(value, "__float__")):
        raise TypeError("%s is a number, not %r" % (name, value))
    if not least <= value <= most:
        raise ValueError("%s is a number from %d to %d, not %r" % (name, least, most, value))
    return int(round(value))
