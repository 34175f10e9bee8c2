"""The main thread and the adapter that reaches it: which thread it is, how its host is woken, and why it cannot be reached."""

import threading

from . import _native, errors, hosts
from ._log import Log

_log = Log("auroraview")

_NOT_BOUND = (
    "AuroraView does not know this process's main thread yet: import auroraview on the main thread, or call "
    "auroraview.utils.is_main_thread() there once."
)


class HostSide:
    """The part of the session that knows the host."""

    def __init__(self, adapter):
        self.adapter = adapter
        # A Qt application is often made after the import: until a host is found, or an adapter is chosen, main looks again.
        self.looks_for_host = type(adapter) is hosts.explicit.ExplicitPump
        self.main_ident = None
        self._lock = threading.Lock()  # of what has been told to the core
        self._told = None

    def bind_if_main(self):
        """Makes the calling thread the main thread, where it is that and nobody knew."""
        # Only the main thread gets past the question, so nothing needs a lock, and no lock is held while an adapter runs.
        if self.main_ident is None and not self.ended and self.adapter.is_main_thread() and self.main_ident is None:
            _native.check(_native.lib.av_bind_main(self.handle))
            self.main_ident = threading.get_ident()
            self._attach(self.adapter)
        return self

    def is_main(self):
        """Whether the calling thread is the main thread."""
        return self.main_ident == threading.get_ident()

    def use_adapter(self, adapter):
        """Goes over to another adapter. On the main thread."""
        if not self.is_main():
            raise errors.WrongThreadError("An adapter is changed on the main thread only.")
        self.looks_for_host = False
        self._detach()
        self.adapter = adapter
        self.tell_host()
        self._attach(adapter)

    def on_adapters_changed(self):
        """Goes over to a newly registered adapter, where that is better than the one in use and this is the main thread."""
        if self.is_main() and not self.ended:
            best = hosts.select()
            if type(best) is not type(self.adapter):
                self.use_adapter(best)

    def tell_host(self):
        """Names the host to the core, and whether it wants to be woken through Python."""
        name = self.adapter.name.encode("utf-8")
        self.pump.by_window = False
        asks = type(self.adapter).wake is not hosts.HostAdapter.wake
        _native.check(_native.lib.av_set_host(self.handle, name, len(name), asks))

    def tell_reachability(self):
        """Asks the adapter whether anybody would run a call, and lets the core refuse it where not."""
        now = (_NOT_BOUND, self.looks_for_host) if self.main_ident is None else self._ask_adapter()
        if now != self._told:
            with self._lock:
                because, awaits = now
                text = None if because is None else because.encode("utf-8")
                _native.check(_native.lib.av_set_unreachable(self.handle, text, len(text or b""), awaits))
                self._told = now

    def _ask_adapter(self):
        try:
            because = self.adapter.unreachable_because()
            return because, because is not None and bool(self.adapter.awaits_first_pump())
        except Exception as error:
            return "The adapter '%s' could not tell whether its host can be reached: %r" % (self.adapter.name, error), False

    def _attach(self, adapter):
        try:
            adapter.attach(self.pump)
        except Exception as error:
            _log.exception("The adapter '%s' could not be attached.", adapter.name)
            reason = "The adapter '%s' could not be attached to its host: %s" % (adapter.name, error)
            adapter.unreachable_because = lambda: reason
        self.tell_reachability()

    def _detach(self):
        try:
            self.adapter.detach()
        except Exception:
            _log.exception("The adapter '%s' failed to detach.", self.adapter.name)
