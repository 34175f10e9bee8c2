"""A panel that is opened, tried and closed: how somebody with a host of their own finds out whether AuroraView works in it.

The checks run on a thread of their own. The main thread is reached as a plug-in reaches it: by a call that is dispatched, in the
foreground through a pump that this module runs, in the background through the host's own loop.
"""

import sys
import threading
import time

from . import errors
from ._native import version
from ._session import current
from ._window import window_id
from .utils import nudge, pump_until, run_on_main_thread, run_on_main_thread_sync
from .webview import WebView

_STEP_SECONDS = 60.0
_TOTAL_SECONDS = 300.0
_SHORT = 0.2  # seconds, where a timeout is what is tried
_PAGE = "<!doctype html><title>AuroraView self-test</title><body style='font: 14px sans-serif; margin: 2em'>AuroraView tries itself; this closes at once.</body>"


class Outcome:
    """What one check gave.

    Attributes:
        name: What was tried.
        passed: Whether it held.
        milliseconds: How long it took.
        text: What is worth knowing of it, or what went wrong.
    """

    def __init__(self, name, passed, milliseconds, text):
        self.name = name
        self.passed = passed
        self.milliseconds = milliseconds
        self.text = text

    def __repr__(self):
        return "<%s: %s, %.1f ms, %s>" % (self.name, "ok" if self.passed else "FAILED", self.milliseconds, self.text)


def selftest(parent=None, background=False, file=None):
    """Opens a panel, tries what matters between threads, closes it, and prints a table.

    Call it on the main thread of the host, in its script editor. In the foreground the main thread runs calls until the test is over, at
    most five minutes; in the background the test returns at once and reaches the main thread through the host's own loop,
    which is what a panel does all day: a host that passes both is served well.

    Args:
        parent: A window of the host to embed a panel in: its native number, or a QWidget. ``None`` makes one for the test.
        background: Whether to return at once.
        file: Where the table goes; ``None`` for standard output.

    Returns:
        Whether everything passed; in the background the running thread, whose ``outcomes`` are complete once it has ended.

    Raises:
        WrongThreadError: In the foreground, when not called on the main thread.
    """
    out = sys.stdout if file is None else file
    session = current()
    if not background and not session.is_main():
        raise errors.WrongThreadError("auroraview.selftest() runs on the host's main thread; elsewhere call auroraview.selftest(background=True).")
    run = _Run(parent, out)
    if background:
        run.start()
        return run
    # Begun from inside the pump: a host without a loop would refuse the calls of a thread that is quicker than this one.
    if not pump_until(run.is_over, _TOTAL_SECONDS):
        print("The self-test did not end within %d s; it was in: %s" % (_TOTAL_SECONDS, run.step), file=out)
        return False
    return run.passed


class _Failure(Exception):
    """A check that did not hold, in a sentence."""


class _Run(threading.Thread):
    """The checks, one after the other, on a thread of their own."""

    def __init__(self, parent, out):
        super().__init__(name="auroraview selftest", daemon=True)
        self.outcomes = []
        self.step = ""
        self._parent = parent
        self._out = out
        self._view = None

    @property
    def passed(self):
        """Whether everything held, so far."""
        return bool(self.outcomes) and all(outcome.passed for outcome in self.outcomes)

    def is_over(self):
        """Starts the thread where that has not been done yet. Whether it has ended."""
        if self.ident is None:
            self.start()
        return not self.is_alive()

    def run(self):
        try:
            if self._try("main thread", self._main_thread) and self._try("open a panel", self._open):
                for name, check in (
                    ("script", self._script),
                    ("script timeout", self._script_timeout),
                    ("page calls main", self._page_calls_main),
                    ("handler raises", self._handler_raises),
                    ("main waits, page calls main", self._pattern_3),
                    ("events in order", self._events),
                ):
                    self._try(name, check)
                self._try("close", self._close)
                self._try("after the close", self._after_close)
                self._try("embed", self._embed)
            self._try("exception comes through", self._exception)
            self._try("dispatch timeout", self._dispatch_timeout)
        finally:
            if self._view is not None:
                self._view.close(force=True)
            self._print()
            # The foreground's pump looks whether this thread has ended.
            nudge()

    def _try(self, name, check):
        self.step = name
        begin = time.perf_counter()
        try:
            text = check() or ""
            passed = True
        except Exception as error:
            text = str(error) if isinstance(error, _Failure) else "%s: %s" % (type(error).__name__, error)
            passed = False
        self.outcomes.append(Outcome(name, passed, (time.perf_counter() - begin) * 1000, text))
        return passed

    def _print(self):
        width = max(len(outcome.name) for outcome in self.outcomes)
        lines = ["AuroraView %s, dispatcher %s" % (version(), current().adapter.name)]
        for outcome in self.outcomes:
            state = "ok" if outcome.passed else "FAILED"
            lines.append("%-6s %-*s %9.1f ms  %s" % (state, width, outcome.name, outcome.milliseconds, outcome.text))
        failed = sum(not outcome.passed for outcome in self.outcomes)
        lines.append("Everything passed." if not failed else "%d failed. `python -m auroraview doctor` tells what is missing." % failed)
        print("\n".join(lines), file=self._out, flush=True)

    # The checks. Each returns what is worth knowing, or raises.

    def _main_thread(self):
        thread = run_on_main_thread_sync(threading.current_thread, timeout=_STEP_SECONDS)
        _expect(thread is not threading.current_thread(), "the call ran on the calling thread")
        begin = time.perf_counter()
        for _ in range(20):
            run_on_main_thread_sync(int, timeout=_STEP_SECONDS)
        return "round trip %.0f us" % ((time.perf_counter() - begin) / 20 * 1e6)

    def _open(self):
        self._view = run_on_main_thread_sync(lambda: _panel(None), timeout=_STEP_SECONDS)
        self._view.show()
        _expect(_evaluate(self._view, "document.title") == "AuroraView self-test", "the page has another title")
        info = self._view.info
        return "%s %s" % (info.get("engine", ""), info.get("engine_version", ""))

    def _script(self):
        _expect(_evaluate(self._view, "({ sum: 40 + 2, text: 'ä€\U0001f600' })") == {"sum": 42, "text": "ä€\U0001f600"}, "the result came back changed")

    def _script_timeout(self):
        try:
            self._view.eval_js_sync("new Promise(() => {})", timeout_ms=_SHORT * 1000)
        except errors.ThreadDispatchTimeoutError:
            return "refused after %.0f ms" % (_SHORT * 1000)
        raise _Failure("a script without an end ended")

    def _page_calls_main(self):
        self._view.on("where", lambda _params=None: {"main": current().is_main()})
        _expect(_evaluate(self._view, "auroraview.call('where')") == {"main": True}, "the handler ran on another thread")

    def _handler_raises(self):
        def fail(_params=None):
            raise LookupError("nothing selected")

        self._view.on("fail", fail)
        said = _evaluate(self._view, "auroraview.call('fail').then(() => 'no error', e => `${e.remoteType}: ${e.message}`)")
        _expect(said.endswith("LookupError: nothing selected"), "the page got: %s" % said)

    def _pattern_3(self):
        view = self._view
        got = run_on_main_thread_sync(lambda: _evaluate(view, "auroraview.call('where')"), timeout=_STEP_SECONDS)
        _expect(got == {"main": True}, "the handler ran on another thread")

    def _events(self):
        self._view.eval_js_sync("void (window.got = []); auroraview.on('selftest', n => window.got.push(n.n)); null")
        for number in range(100):
            self._view.emit("selftest", {"n": number})
        _expect(_evaluate(self._view, "window.got") == list(range(100)), "events were lost or came in another order")

    def _close(self):
        closed, self._view = self._view, None
        self._closed = closed
        closed.close(timeout=_STEP_SECONDS, force=True)
        _expect(closed.is_closed, "the panel is still there")

    def _after_close(self):
        try:
            self._closed.emit("selftest")
        except errors.ShutdownInProgressError:
            return
        raise _Failure("a closed panel took an event")

    def _embed(self):
        with _screen() as screen:
            parent = screen.make_window(480, 240) if self._parent is None else run_on_main_thread_sync(window_id, self._parent, timeout=_STEP_SECONDS)
            view = self._view = run_on_main_thread_sync(lambda: _panel(parent), timeout=_STEP_SECONDS)
            view.show()
            _expect(_evaluate(view, "1 + 1") == 2, "the embedded page does not answer")
            number, above = view.window, screen.parent_of(view.window)
            _expect(above == parent, "the panel's window %#x lies in %#x, not in %#x" % (number, above or 0, parent))
            view.close(force=True)
            self._view = None
            return "window %#x in %#x" % (number, parent)

    def _exception(self):
        wanted = KeyError("the object itself")

        def fail():
            raise wanted

        try:
            run_on_main_thread_sync(fail, timeout=_STEP_SECONDS)
        except KeyError as got:
            _expect(got is wanted, "another exception came")
            return
        raise _Failure("no exception came")

    def _dispatch_timeout(self):
        ran, busy, release = [], threading.Event(), threading.Event()

        def occupy():
            busy.set()
            release.wait(_STEP_SECONDS)

        run_on_main_thread(occupy)
        try:
            _expect(busy.wait(_STEP_SECONDS), "the main thread does not take calls")
            try:
                run_on_main_thread_sync(ran.append, 1, timeout=_SHORT)
            except errors.ThreadDispatchTimeoutError:
                pass
            else:
                raise _Failure("a call to a busy main thread came back")
        finally:
            release.set()
        run_on_main_thread_sync(int, timeout=_STEP_SECONDS)
        _expect(not ran, "the call that was given up ran later")
        return "refused after %.0f ms, and it never ran" % (_SHORT * 1000)


def _screen():
    if sys.platform == "win32":
        from ._win32 import Screen

        return Screen()
    from ._x11 import Connection

    return Connection()


def _panel(parent):
    return WebView(title="AuroraView self-test", width=420, height=160, html=_PAGE, dcc_mode=True, parent=parent)


def _evaluate(view, script):
    return view.eval_js_sync(script, timeout_ms=_STEP_SECONDS * 1000)


def _expect(holds, otherwise):
    if not holds:
        raise _Failure(otherwise)


__all__ = ["Outcome", "selftest"]
