"""The package's one connection to the core, and the one function through which the core runs Python.

Python code runs on threads that Python made, and on no other: the main thread in a pump or in a wait of ours, a
panel's own thread, the service thread, and a thread that waits and is needed. All of them sit in a call of the library with the
GIL given away.
"""

import ctypes
import itertools
import json
import threading
from threading import get_ident

from . import _native, errors, hosts
from ._calls import QUITS, Call, Condition, PostedCall, name_of
from ._interrupts import Interrupts
from ._log import Log
from ._process import anchor, leave_fork
from ._pump import Pump

_log = Log("auroraview")

_HANDLER = 2
_CONDITION = 5
_RAN = 0x41560000

_NOT_BOUND = (
    "AuroraView does not know this process's main thread yet: import auroraview on the main thread, or call "
    "auroraview.utils.is_main_thread() there once."
)


class Session:
    """From the attach to the core until the interpreter ends or the package is loaded again."""

    def __init__(self, adapter):
        self.adapter = adapter
        # A Qt application is often made after the import: until a host is found, or somebody chooses, main looks again.
        self.looks_for_host = type(self.adapter) is hosts.explicit.ExplicitPump
        self.main_ident = None
        self.ended = False
        self.is_forked = False  # in a child of this process
        self.quit = None  # KeyboardInterrupt, SystemExit or a signal handler's error on main, for the pump or wait to raise again
        self.depth = 0  # of calls that the main thread is inside
        self.pumps = 0  # of this thread's own, which raise what a call wanted to end the program with
        self.replied = 0  # the reply of the handler that main entered last
        self.tokens = itertools.count(1)
        self.calls = {}  # token: Call, Condition
        self.handlers = {}  # token: Handler
        self.views = {}  # token: WebView
        self.results = {}  # token: function(described outcome's JSON)
        self.threads = []
        self.pump = Pump(self)
        self._lock = threading.Lock()  # of what has been told to the core
        self.before_wait = lambda: None  # what the interpreter's end wants to know
        self._told = None
        self._kinds = {
            1: self._run_call,
            2: self._run_handler,
            3: self._run_event,
            4: self._run_result,
            5: self._run_condition,
            6: self._run_wake,
            7: self._run_thread,
            8: self._run_stall,
            9: self._run_release,
        }
        callback = _native.RUN(self._run)
        anchor().callbacks.append(callback)
        handle = ctypes.c_longlong()
        host = self.adapter.name.encode("utf-8")
        _native.check(
            _native.lib.av_attach(_native.ABI_VERSION, b"python", 6, host, len(host), 0, callback, None, ctypes.byref(handle))
        )
        self.handle = handle.value
        _native.check(_native.lib.av_confirm_calls(self.handle))
        self.tell_host()
        self.tell_reachability()
        if self._run_thread(0, 0, b"auroraview service") != 0:
            self.end(0, on_main=False)
            raise ImportError("AuroraView cannot start in this process: no thread can be made, and it needs one.")

    # The main thread.

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

    # Calls to the main thread.

    def post(self, func, args, kwargs):
        """Queues a call."""
        self.tell_reachability()
        token = next(self.tokens)
        name = name_of(func).encode("utf-8", "replace")
        self.calls[token] = PostedCall(self, func, args, kwargs)
        status = _native.lib.av_post(self.handle, token, name, len(name))
        if status < 0:
            self.calls.pop(token, None)
            raise _native.last_error(status)

    def invoke(self, func, args, kwargs, limit, view=None):
        """Runs a call on the main thread and waits for it."""
        if self.is_main() and view is None:
            return func(*args, **kwargs)
        self.tell_reachability()
        _native.name_thread()
        self.before_wait()
        token = next(self.tokens)
        name = name_of(func).encode("utf-8", "replace")
        call = self.calls[token] = Call(self, func, args, kwargs)
        if view is None:
            status = _native.lib.av_invoke(self.handle, token, name, len(name), limit)
        else:
            status = _native.lib.av_view_invoke(view, token, name, len(name), limit)
        if status < 0:
            self.calls.pop(token, None)
            raise _native.last_error(status)
        return call.outcome()

    def pump_until(self, test, limit):
        """Runs calls on the main thread until a condition holds."""
        condition = Condition(self, test)
        token = next(self.tokens)
        self.calls[token] = condition
        self.pumps += 1
        try:
            with Interrupts(self):
                held = _native.check(_native.lib.av_pump_until(self.handle, token, limit))
        finally:
            self.pumps -= 1
            self.calls.pop(token, None)  # gone where the session has ended inside the pump
        if condition.error is not None:
            try:
                raise condition.error
            finally:
                condition.error = None
        self.raise_quit()
        return held == 1

    def wait(self, function, *args):
        """Calls a function of the library that blocks. On the main thread an interrupt ends it."""
        _native.name_thread()
        self.before_wait()
        with Interrupts(self):
            status = function(*args)
        error = _native.last_error(status) if status < 0 else None
        self.raise_quit()
        if error is not None:
            raise error
        return status

    def note_quit(self, error):
        """Keeps a KeyboardInterrupt or SystemExit for the main thread's own pump."""
        if isinstance(error, QUITS) and (self.is_main() or self.is_forked):
            self.quit = error
            return True
        return False

    def raise_quit(self):
        """Raises what a call wanted to end the program with, once. On the main thread, outside of calls."""
        if self.quit is not None and self.is_main():
            error, self.quit = self.quit, None
            raise error

    # What the core asks for.

    def _run(self, _context, kind, token, reply, data, _length):
        # An interrupt may come before the first line. Then ctypes reports it and returns what happens to lie about: so what has run says so, and
        # what has not is asked for again. A second interrupt, after a handler has run, must not have it run again.
        on_main = get_ident() == self.main_ident
        if on_main:
            self.depth += 1
        try:
            if kind == _HANDLER and on_main:
                if reply == self.replied:
                    return _RAN
                self.replied = reply
            return _RAN | (self._kinds[kind](token, reply, data) or 0) & 0xFFFF
        except BaseException as error:
            if kind == _CONDITION and on_main:
                self.quit = error  # a condition keeps its own error: this one is a signal handler's
            elif not self.note_quit(error):
                _log.exception("A callback of AuroraView failed.")
            return _RAN
        finally:
            if self.is_forked:
                leave_fork(self.quit)
            if on_main:
                self.depth -= 1
                if self.pump.by_window and self.depth == 0 and self.pumps == 0:
                    self.pump.drop_quit()

    def _run_call(self, token, _reply, _json):
        call = self.calls.pop(token, None)
        if call is not None:
            call.run()

    def _run_condition(self, token, _reply, _json):
        if token == 0:  # whether a wait of the main thread goes on
            return 0 if self.quit is None else -1
        condition = self.calls.get(token)
        return condition.check() if condition is not None else -1

    def _run_handler(self, token, reply, data):
        handler = self.handlers.get(token)
        if handler is None:
            described = b'{"code": "UnknownMethod", "message": "The panel was closed before the call had its turn."}'
            _native.lib.av_reply_error(reply, described, len(described))
        else:
            handler.run(reply, data)

    def _run_release(self, token, _reply, data):
        # The page's calls that were accepted for it have run: only now is it forgotten.
        self.handlers.pop(token, None)
        call = self.calls.pop(token, None)
        if call is not None:
            call.refused(_native.to_exception(json.loads(data.decode("utf-8"))), self.ended)

    def _run_event(self, token, what, data):
        view = self.views.get(token)
        return view._raise_event(what, json.loads(data.decode("utf-8"))) if view is not None else 0

    def _run_result(self, token, _reply, data):
        receive = self.results.pop(token, None)
        if receive is not None:
            receive(data)

    def _run_wake(self, _token, _reply, _json):
        self.adapter.wake()

    def _run_stall(self, _token, stalled, data):
        told = json.loads(data.decode("utf-8"))
        write = (_log.warning, "%s\n%s", told["message"], told["report"]) if stalled else (_log.info, "%s", told["message"])
        # A log handler may call the main thread, which may need this one to be woken.
        try:
            threading.Thread(target=write[0], args=write[1:], name="auroraview log", daemon=True).start()
        except (RuntimeError, MemoryError):
            _log.debug("No thread could be made for: %s", told["message"])

    def _run_thread(self, queue, _reply, name):
        handle = self.handle
        thread = threading.Thread(target=_native.lib.av_serve, args=(handle, queue), name=name.decode("utf-8"), daemon=True)
        try:
            thread.start()
        except (RuntimeError, MemoryError) as error:
            # The interpreter is ending, or the system gives no more threads.
            _log.debug("No thread could be made.", exc_info=True)
            return -1
        self.threads = [other for other in self.threads if other.is_alive()] + [thread]
        return 0

    # The end.

    def end(self, timeout, on_main=True):
        """Closes the panels, fails who waits, and lets the threads end: in a bounded time."""
        self.ended = True
        if on_main and (self.is_main() or self.main_ident is None):
            self._detach()
        _native.lib.av_detach(self.handle, int(timeout * 1000))
        for thread in list(self.threads):
            if thread is not threading.current_thread():
                thread.join(0.2)  # they have been let go; one that computes in a handler of its own is left behind
        for table in (self.calls, self.handlers, self.results, self.views):
            table.clear()


_session = None
_start = threading.Lock()


def current():
    """The session; made by the first who needs it."""
    global _session
    session = _session
    if session is None:
        # The former package's end and the adapters are other people's code: under no lock.
        former = None
        with _start:
            if _session is None:
                former, anchor().leave = anchor().leave, None
        if former is not None:
            former()
        adapter = hosts.select()
        with _start:
            if _session is None:
                _session = Session(adapter)
                hosts._changed = _session.on_adapters_changed
                from . import _exit

                _exit.install(_session)
            session = _session
    if session.main_ident is None:
        session.bind_if_main()
    elif session.looks_for_host:
        session.on_adapters_changed()
    return session


def if_started():
    """The session where there is one."""
    return _session


__all__ = ["Session", "current", "if_started"]
