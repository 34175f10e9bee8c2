"""Values on their way between Python and a page."""

import json

from .errors import BridgeError

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
        BridgeError: It is not JSON: NaN, a cycle, a type that JSON lacks.
    """
    try:
        if _chunks is not None:
            try:
                return _join(_chunks(value, 0)).encode("ascii")
            except RecursionError:
                pass
        return _careful.encode(value).encode("ascii")
    except RecursionError:
        raise BridgeError("%s is nested too deep to be JSON." % what, "ResultNotSerializable")
    except (TypeError, ValueError) as error:
        raise BridgeError("%s cannot be written as JSON: %s." % (what, _reason(error)), "ResultNotSerializable")


def decode(data):
    """The core's JSON bytes, which are known to be one value without space around it, as that value."""
    return _scan(data.decode("utf-8"), 0)[0]


def _reason(error):
    text = str(error)
    if "Out of range float" in text:
        return "NaN and infinities are not JSON; send None or a string instead"
    return text.rstrip(".")


def script_value(kind, value):
    """A script's result as a Python object; ``kind`` is the header's ``AV_VALUE_*``."""
    if kind == 2:
        return float(value.replace("Infinity", "inf"))
    if kind == 3:
        return int(value)
    return value
