"""The package's one connection to the core, and the one function through which the core runs Python.

Python code runs on threads that Python made, and on no other: the main thread in a pump or in a wait of ours, a
panel's own thread, the service thread, and a thread that waits and is needed. All of them sit in a call of the library with the
GIL given away.
"""

import ctypes
import json
import threading
from threading import get_ident

from . import _exit, _native, hosts
from ._host_side import HostSide
from ._log import Log
from ._process import anchor, leave_fork
from ._pump import Pump
from ._waits import Calls

_log = Log("auroraview")

_HANDLER = 2
_CONDITION = 5
_RAN = 0x41560000


class Session(HostSide, Calls):
    """From the attach to the core until the interpreter ends or the package is loaded again."""

    def __init__(self, adapter):
        HostSide.__init__(self, adapter)
        Calls.__init__(self)
        self.ended = False
        self.is_forked = False  # in a child of this process
        self.depth = 0  # of calls that the main thread is inside
        self.replied = 0  # the reply of the handler that main entered last
        self.handlers = {}  # token: Handler
        self.views = {}  # token: WebView
        self.results = {}  # token: function(described outcome's JSON)
        self.threads = []
        self.pump = Pump(self)
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
