"""What in a value is not JSON: looked for only where writing it has failed."""

MAX_DEPTH = 512
"""How deep what goes to a page may be nested; the core refuses more."""


def find_flaw(value):
    """Names the first part of a value that is not JSON, such as ``$.cubes[2] is a 'bytes'``; ``None`` where none is found."""
    holders, keys, parts = [], [], [iter([(None, value)])]
    while parts:
        try:
            key, item = next(parts[-1])
        except StopIteration:
            parts.pop()
            if holders:
                holders.pop()
                keys.pop()
            continue
        except Exception as error:
            return "%s cannot be read: its %s raised %s" % (_path(keys), type(holders[-1]).__name__, type(error).__name__)
        at = keys + [key]
        if not (key is None or isinstance(key, (str, int, float))):
            return "%s has a key of type '%s'; keys are str" % (_path(keys), type(key).__name__)
        if isinstance(item, (dict, list, tuple)):
            if any(item is holder for holder in holders):
                return "%s contains itself" % _path(at)
            if len(holders) == MAX_DEPTH:
                return "it is nested deeper than %d levels, at %s" % (MAX_DEPTH, _path(at[:20]))
            holders.append(item)
            keys.append(key)
            parts.append(iter(item.items()) if isinstance(item, dict) else enumerate(item))
        else:
            flaw = _own_flaw(item)
            if flaw:
                return "%s %s" % (_path(at), flaw)
    return None


def _own_flaw(item):
    if item is None or isinstance(item, (str, bool)):
        return None
    if isinstance(item, int):
        try:
            int.__repr__(item)
        except ValueError:
            return "is an integer of about %d digits, more than this Python writes" % (item.bit_length() * 0.30103)
        return None
    if isinstance(item, float):
        return "is %s: NaN and infinities are not JSON; send None or a string instead" % float.__repr__(item) if item - item != 0 else None
    return "is a '%s', which JSON does not have" % type(item).__name__


def _path(keys):
    text = "$"
    for key in keys[1:]:
        text += ".%s" % key if isinstance(key, str) and key.isidentifier() else "[%s]" % ascii(key)
    return text
