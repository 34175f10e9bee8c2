"""Values on their way between Python and a page."""

import json

from ._flaws import find_flaw
from .errors import BridgeError, JavaScriptResultError

_careful = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def _make_encoder():
    # Made once: the public ways make an encoder a call, which costs more than a small value. Without the look for cycles, because what it remembers must not be
    # shared by threads; a cycle ends in a RecursionError, and then the careful one says what it is.
    make = json.encoder.c_make_encoder
    if make is None:
        return None
    return make(None, _careful.default, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, False)


_chunks = _make_encoder()
_join = "".join
_scan = json.JSONDecoder().scan_once


def encode(value, what):
    """A value as JSON bytes.

    Raises:
        BridgeError: It is not JSON: NaN, a cycle, a type that JSON lacks; the message says which part.
    """
    try:
        if _chunks is not None:
            try:
                return _join(_chunks(value, 0)).encode("ascii")
            except RecursionError:
                pass
        return _careful.encode(value).encode("ascii")
    except Exception as error:  # also one of a subclass's own method
        raise BridgeError("%s cannot be written as JSON: %s." % (what, find_flaw(value) or _reason(error)), "ResultNotSerializable")


def decode(data):
    """The core's JSON bytes, which are known to be one value without space around it, as that value."""
    return _scan(data.decode("utf-8"), 0)[0]


def _reason(error):
    try:
        return "%s: %s" % (type(error).__name__, str(error).rstrip("."))
    except Exception:
        return type(error).__name__


def script_value(kind, value):
    """A script's result as a Python object; ``kind`` is the header's ``AV_VALUE_*``."""
    if kind == 2:
        return float(value.replace("Infinity", "inf"))
    if kind == 3:
        try:
            return int(value)
        except ValueError:
            raise JavaScriptResultError("The script gave a BigInt of %d digits, more than this Python reads." % len(value))
    return value


def script_result(kind, data):
    """The same from JSON bytes; no bytes are ``undefined``.

    Raises:
        JavaScriptResultError: Python cannot hold it.
    """
    try:
        return script_value(kind, decode(data) if data else None)
    except (RecursionError, ValueError) as error:
        raise JavaScriptResultError("The script's result cannot be read: %s." % _reason(error))
