"""Values on their way between Python and a page."""

import json

from .errors import BridgeError


def encode(value, what):
    """A value as JSON bytes.

    Raises:
        BridgeError: It is not JSON: NaN, a cycle, a type that JSON lacks.
    """
    try:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")
    except RecursionError:
        raise BridgeError("%s is nested too deep to be JSON." % what, "ResultNotSerializable")
    except (TypeError, ValueError) as error:
        raise BridgeError("%s cannot be written as JSON: %s." % (what, _reason(error)), "ResultNotSerializable")


def decode(data):
    """JSON bytes as a value."""
    return json.loads(data.decode("utf-8"))


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
