"""A panel's options on their way to the core."""

import ctypes
import os

from . import _native, hosts
from ._json import encode

# Python's name: the core's, where it differs.
_PATHS = ("file", "data_folder", "asset_root")

_LIMITS = ("js_eval_timeout_ms", "main_thread_timeout_ms", "drain_timeout_ms")
_NUMBERS = {
    "width": (1, 32767),
    "height": (1, 32767),
    "x": (-32767, 32767),
    "y": (-32767, 32767),
    "background": (0, 0xFFFFFFFF),
    "max_message_bytes": (1, 0x7FFFFFFF),
    "max_message_depth": (1, 0x7FFFFFFF),
}

NAMES = frozenset(
    "title width height url html file parent x y visible resizable frame always_on_top transparent background allowed_origins "
    "allow_new_windows allow_file_access data_folder group isolated user_agent asset_root acceleration max_message_bytes max_message_depth "
    "max_pending_calls max_pending_bytes queue_capacity queue_bytes "
    "js_eval_timeout_ms main_thread_timeout_ms drain_timeout_ms debug".split()
)


def to_json(options):
    """The options' JSON.

    Raises:
        TypeError: There is no such option, or it is not a number.
        ValueError: A number is out of range.
    """
    unknown = sorted(set(options) - NAMES - {"dcc_mode"})
    if unknown:
        raise TypeError("WebView has no option %s. Its options are: %s" % (", ".join(unknown), ", ".join(sorted(NAMES))))
    told = {name: value for name, value in options.items() if value is not None}
    for name in _PATHS:
        if name in told:
            told[name] = os.path.abspath(os.fspath(told[name]))
    for name, (least, most) in _NUMBERS.items():
        if name in told:
            told[name] = _native.whole_number(told[name], name, least, most)
    for name in _LIMITS:
        if name in told:
            told[name] = _native.whole_milliseconds(told[name], name)
    if "parent" in told:
        told["parent"] = window_id(told["parent"])
    return encode(told, "An option")


def window_id(parent):
    """A native window's number: given as it is, as text, or as something of Qt's with ``winId``."""
    if hasattr(parent, "winId"):
        parent = parent.winId()
    if isinstance(parent, ctypes.c_void_p):
        parent = parent.value or 0
    try:
        number = int(parent)
    except (TypeError, ValueError):
        raise TypeError("parent is a native window's number (an X11 id, an HWND) or a QWidget, not %r" % (parent,))
    if not -(1 << 63) <= number < 1 << 64:
        raise ValueError("parent is %d, and no native window has a number of more than 64 bits" % number)
    # An HWND is a pointer: some give it with a sign, some without.
    return number - (1 << 64) if number >= 1 << 63 else number


def is_dcc_mode(wanted, adapter):
    """Whether handlers run on the main thread; ``"auto"``: only if a host with a loop was found."""
    if wanted == "auto":
        return not isinstance(adapter, hosts.explicit.ExplicitPump)
    if isinstance(wanted, bool):
        return wanted
    raise ValueError("dcc_mode is False, True or 'auto', not %r" % (wanted,))
