"""A panel's events: what happens to its window, its page, and itself."""

import inspect

from ._calls import QUITS
from ._log import Log

_log = Log("auroraview")

NUMBERS = {
    "ready": 1,
    "loading": 2,
    "loaded": 3,
    "load_failed": 4,
    "title_changed": 5,
    "resized": 6,
    "focused": 7,
    "blurred": 8,
    "parent_lost": 9,
    "closing": 10,
    "closed": 11,
    "crashed": 12,
    "error": 13,
}
QUESTIONS = ("closing", "parent_lost")
"""The events after which the panel closes, unless a handler returns ``False``."""

NAMES = {number: name for name, number in NUMBERS.items()}


def number_of(name):
    """An event's number.

    Raises:
        ValueError: There is no such event.
    """
    try:
        return NUMBERS[name]
    except (KeyError, TypeError):
        raise ValueError("There is no event %r. The events are: %s" % (name, ", ".join(sorted(NUMBERS))))


def raise_to(handlers, name, data):
    """Calls each handler; one that raises does not keep the others from it. Returns what they returned."""
    returned = []
    for handler in handlers:
        try:
            returned.append(handler(data) if _takes_data(handler) else handler())
        except QUITS:
            raise
        except Exception:
            _log.exception("A handler of the panel's event '%s' raised.", name)
    return returned


def _takes_data(handler):
    try:
        inspect.signature(handler).bind(None)
        return True
    except TypeError:
        return False
    except ValueError:
        return True
