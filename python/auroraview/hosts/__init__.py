"""The hosts AuroraView knows, and the place to add one of your own.

``select`` takes the adapter with the highest priority that detects its host; ``AURORAVIEW_DISPATCHER``
chooses one by name instead.
"""

import importlib
import os
import threading
from typing import Dict, List, Optional, Type, Union

from .._log import Log
from . import explicit
from .base import HostAdapter
from .deferred import DeferredHost

__all__ = ["DeferredHost", "HostAdapter", "adapters", "register", "select"]

_log = Log("auroraview.hosts")
_lock = threading.Lock()

# "module:Class", priority. Loaded when a host is first looked for.
_BUILT_IN = (
    ("auroraview.hosts.maya:MayaAdapter", 200),
    ("auroraview.hosts.houdini:HoudiniAdapter", 190),
    ("auroraview.hosts.nuke:NukeAdapter", 180),
    ("auroraview.hosts.blender:BlenderAdapter", 170),
    ("auroraview.hosts.max3ds:MaxAdapter", 160),
    ("auroraview.hosts.unreal:UnrealAdapter", 150),
    ("auroraview.hosts.qt:QtAdapter", 100),
    ("auroraview.hosts.win32:MessageWindow", -900),
    ("auroraview.hosts.explicit:ExplicitPump", -1000),
    ("auroraview.hosts.signal_pump:SignalPump", -2000),
)


class _Entry:
    """A registered adapter: a class, an instance, or the text that names a class."""

    def __init__(self, source, priority):
        self.source = source
        self.given_priority = priority

    @property
    def priority(self):
        return self.source.priority if self.given_priority is None else self.given_priority

    def load(self):
        """Imports the class where the entry is only its name."""
        if isinstance(self.source, str):
            module, _, name = self.source.partition(":")
            found = getattr(importlib.import_module(module), name)
            if not _is_adapter(found):
                raise TypeError("%s is not a HostAdapter" % self.source)
            self.source = found
        return self

    def detects(self):
        return bool(self.source.detect())

    def create(self):
        return self.source() if isinstance(self.source, type) else self.source


_entries = []  # type: List[_Entry]
_changed = None  # told of a new entry, once the main thread is known


def _is_adapter(value):
    return isinstance(value, HostAdapter) or (isinstance(value, type) and issubclass(value, HostAdapter))


def register(adapter: Union[str, Type[HostAdapter], HostAdapter], priority: Optional[int] = None) -> None:
    """Adds a host.

    Args:
        adapter: A ``HostAdapter`` class, an instance, or ``"module:Class"``, which is imported when a host is
            looked for. One of the same name that was there before gives way.
        priority: Overrides the adapter's own.

    On the main thread it takes effect at once, if it is now the best of those that detect their host; on
    another one, with the next ``auroraview.utils.use_adapter()`` on the main thread.

    Raises:
        TypeError: ``adapter`` is none of these.
    """
    if isinstance(adapter, str):
        if not all(adapter.partition(":")):
            raise TypeError("%r does not name a class as 'module:Class'" % adapter)
    elif not _is_adapter(adapter):
        raise TypeError("%r is not a HostAdapter, an instance of one, or 'module:Class'" % (adapter,))
    with _lock:
        _entries.append(_Entry(adapter, priority))
    if _changed is not None:
        _changed()


def adapters() -> List[Union[Type[HostAdapter], HostAdapter]]:
    """The adapters that could be loaded, best first. From any thread."""
    return [entry.source for entry in _loaded({})]


def select() -> HostAdapter:
    """Finds the adapter for this process and creates it. From any thread; does not attach it.

    An unknown name in ``AURORAVIEW_DISPATCHER`` is a warning, and an adapter is chosen as without it.
    """
    failures = {}  # type: Dict[str, Exception]
    entries = _loaded(failures)
    wanted = os.environ.get("AURORAVIEW_DISPATCHER", "").strip().lower()
    if wanted and wanted != "auto":
        for entry in entries:
            if entry.source.name.lower() == wanted:
                return entry.create()
        known = ", ".join(sorted(entry.source.name for entry in entries))
        failed = "".join("; %s could not be loaded: %s" % item for item in sorted(failures.items()))
        _log.warning("AURORAVIEW_DISPATCHER is '%s' and is ignored: the adapters are %s%s", wanted, known, failed)

    for entry in entries:
        try:
            found = entry.detects()
        except Exception:
            _log.debug("The adapter %s failed to look for its host.", entry.source.name, exc_info=True)
            continue
        if found:
            return entry.create()
    raise LookupError("No adapter fits this process, not even the explicit pump.")


def _loaded(failures):
    with _lock:
        entries = list(_entries)
    by_name = {}
    for entry in entries:
        try:
            entry.load()
        except Exception as error:
            failures[str(entry.source)] = error
            _log.warning("The adapter %s could not be loaded.", entry.source, exc_info=True)
            continue
        by_name.pop(entry.source.name, None)  # the last of a name wins
        by_name[entry.source.name] = entry
    return sorted(by_name.values(), key=lambda entry: -entry.priority)


for _source, _priority in _BUILT_IN:
    register(_source, _priority)
