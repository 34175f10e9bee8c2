"""Values on their way between Python and a page."""

import json

from .errors import BridgeError

# Made once: json.dumps with options makes an encoder a call.
_encode = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode
_scan = json.JSONDecoder().scan_once


def encode(value, what):
    """A value as JSON bytes.

    Raises:
        BridgeError: It is not JSON: NaN, a cycle, a type that JSON lacks.
    """
    try:
        return _encode(value).encode("ascii")
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
