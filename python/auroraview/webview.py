"""The panel."""

import ctypes
import functools
import inspect
import types

from . import _events, _native, _options
from ._future import ScriptFuture
from ._handlers import Handler
from ._native import EVAL_TIMEOUT_MS
from ._json import decode, encode, script_result, script_value
from ._log import Log
from ._session import current
from ._window import WindowOperations
from .errors import JavaScriptResultError
from .proxy import WebViewProxy
from .utils.dcc_thread_safe import DCCThreadSafeWrapper
from .utils.thread_dispatcher import DEFAULT_TIMEOUT, _check_callable, pump_until

__all__ = ["WebView"]

_log = Log("auroraview")

_ON_DEFAULT, _ON_MAIN = 0, 2

# What gives a method, or an attribute's value, and runs no code of the object's.
_METHODS = (staticmethod, classmethod, functools.partialmethod, types.MemberDescriptorType) + (
    (functools.singledispatchmethod,) if hasattr(functools, "singledispatchmethod") else ()
)


class WebView(WindowOperations):
    """A tool panel: HTML and JavaScript in a real web view next to, or inside, a DCC. RFC 0002.

    Every method may be called from any thread, unless it says otherwise, and counts in the order in which it was called, also before the
    panel is ready. Handlers and events run on the host's main thread in ``dcc_mode``, else on a thread of the panel's own, one
    at a time. The engine starts with :meth:`show`, or with the first call that needs a page.

    Args:
        title: The window's title.
        width, height: Inner size in CSS pixels.
        url, html, file: What to show first; at most one of them.
        parent: The host's window to live in: its native number, or a QWidget. ``None`` for a top-level window.
        dcc_mode: ``True``: handlers and events run on the host's main thread. ``"auto"``: only if a host was found.
        debug: Developer tools may be opened, and errors sent to the page carry the traceback.
        options: ``x``, ``y``, ``visible``, ``resizable``, ``frame``, ``always_on_top``, ``transparent``, ``background`` (0xAARRGGBB),
            ``allowed_origins``, ``allow_new_windows``, ``allow_file_access``, ``data_folder``, ``group`` (panels of a group
            share one page process), ``isolated`` (shares no process at all; docs/linux.md), ``user_agent``, ``asset_root``, ``acceleration``
            (``"auto"``, ``"always"``, ``"never"``: whether pages are drawn with the graphics card),
            ``max_message_bytes``, ``max_message_depth``, ``max_pending_calls``, ``max_pending_bytes``, ``queue_capacity``,
            ``queue_bytes`` (docs/bridge.md, "Limits"), ``js_eval_timeout_ms``, ``main_thread_timeout_ms``, ``drain_timeout_ms``.

    Raises:
        TypeError, ValueError: An option is unknown or out of range.
        FileNotFoundError: ``file`` does not exist.
    """

    def __init__(
        self, title="AuroraView", width=800, height=600, url=None, html=None, parent=None, dcc_mode=False, debug=False, file=None, **options
    ):
        self._handle = 0
        session = current()
        self._session = session
        self._dcc_mode = _options.is_dcc_mode(dcc_mode, session.adapter)
        self._debug = bool(debug)
        self._event_handlers = {}  # event: functions
        self._tokens = {}  # page name: token
        self._title = title
        self._is_closed = False
        options.update(
            title=title, width=width, height=height, url=url, html=html, parent=parent, debug=self._debug, file=file, dcc_mode=self._dcc_mode
        )
        given = _options.to_json(options)
        handle = ctypes.c_longlong()
        self._token = next(session.tokens)
        if self._dcc_mode:
            session.tell_reachability()
        _native.check(_native.lib.av_view_create(session.handle, given, len(given), self._token, ctypes.byref(handle)))
        self._handle = handle.value
        session.views[self._token] = self
        self._listen("closed")
        self._listen("error")
        self._proxy = WebViewProxy(self)

    def __repr__(self):
        return "<WebView %r %s>" % (self._title, self.state)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close(force=True)

    def __del__(self):
        handle, self._handle = getattr(self, "_handle", 0), 0
        if handle and not self._session.ended:
            _native.lib.av_view_release(handle)

    # Handlers of the page.

    def on(self, event_name, handler=None):
        """Registers a handler for a name that the page calls or sends; ``@view.on("name")`` or ``view.on("name", handler)``.

        A handler of one argument gets an object from the page as it is, as in the RFC; see :meth:`bind_call` for one that is
        called with keyword arguments. What it returns is the page's result, what it raises the page's error. The last one of a name
        runs; what was accepted before it was registered runs the one before.

        Returns:
            The handler, unchanged.

        Raises:
            TypeError: It is not a function, or it is a coroutine function.
            ShutdownInProgressError: The panel is closing or closed.
        """
        if handler is None:
            return lambda given: self.on(event_name, given)
        return self._register(event_name, handler, spread=False, on_main=False)

    def off(self, event_name):
        """Removes a handler. Returns whether there was one. Calls and events of the page that were accepted before still run it."""
        name = _name(event_name)
        removed = _native.check(_native.lib.av_view_off(self._handle, name, len(name)))
        self._tokens.pop(event_name, None)
        return removed == 1

    def bind_call(self, name, func=None):
        """Lets the page call a function: an object gives keyword arguments, an array positional ones, nothing none.

        ``view.bind_call("add", add)`` or ``@view.bind_call("add")``. Returns the function.
        """
        if func is None:
            return lambda given: self.bind_call(name, given)
        return self._register(name, func, spread=True, on_main=False)

    def bind_api(self, obj, namespace="api"):
        """Lets the page call the public methods of an object, as ``namespace.method``; on the page also ``auroraview.api.method``.

        For the namespace ``"api"`` the names stand alone. Returns the names. Properties are not run. Binds all of them or none.
        """
        prefix = "" if namespace in (None, "", "api") else namespace + "."
        bound = {}
        for name in dir(obj):
            method = None if name.startswith("_") else _method(obj, name)
            if method is not None:
                _check_callable(method)
                bound[prefix + name] = method
        done = []
        try:
            for full, method in bound.items():
                self.bind_call(full, method)
                done.append(full)
        except BaseException:
            for full in done:
                self.off(full)
            raise
        return done

    def _register(self, name, func, spread, on_main):
        _check_callable(func)
        encoded = _name(name)
        marked = getattr(func, "__auroraview_main__", None)
        if marked is not None and marked[0] is func:
            # It would only hop to the main thread: it starts there instead.
            target, on_main = marked[1], True
        else:
            target = func
        if on_main or self._dcc_mode:
            self._session.tell_reachability()
        token = next(self._session.tokens)
        self._session.handlers[token] = Handler(self._session, name, target, spread, self._debug)
        status = _native.lib.av_view_on(self._handle, encoded, len(encoded), token, _ON_MAIN if on_main else _ON_DEFAULT)
        if status < 0:
            del self._session.handlers[token]
            raise _native.last_error(status)
        self._tokens[name] = token
        return func

    # Events of the panel.

    def on_event(self, event, handler=None):
        """Registers a handler for an event of the panel; ``@view.on_event("closing")`` or ``view.on_event("closing", handler)``.

        The events are ``ready``, ``loading``, ``loaded``, ``load_failed``, ``title_changed``, ``resized``, ``focused``, ``blurred``,
        ``parent_lost``, ``closing``, ``closed``, ``crashed`` and ``error``. A handler gets a dict, or nothing if it takes nothing. One of
        ``closing`` or ``parent_lost`` that returns ``False`` keeps the panel open.
        """
        _events.number_of(event)
        if handler is None:
            return lambda given: self.on_event(event, given)
        _check_callable(handler)
        self._event_handlers[event] = self._event_handlers.get(event, ()) + (handler,)
        self._listen(event)
        return handler

    def off_event(self, event, handler):
        """Removes a handler of an event of the panel. Returns whether there was one."""
        _events.number_of(event)
        before = self._event_handlers.get(event, ())
        after = tuple(other for other in before if other != handler)
        self._event_handlers[event] = after
        if not after and event not in ("closed", "error"):
            _native.check(_native.lib.av_view_listen(self._handle, _events.number_of(event), 0))
        return len(after) < len(before)

    def _listen(self, event):
        _native.check(_native.lib.av_view_listen(self._handle, _events.number_of(event), 1))

    def _raise_event(self, number, data):
        name = _events.NAMES[number]
        if name == "closed":
            self._forget()
        handlers = self._event_handlers.get(name, ())
        if name == "error" and not handlers:
            _log.warning("The panel '%s': %s", self._title, data.get("message"))
        returned = _events.raise_to(handlers, name, data)
        return 1 if name in _events.QUESTIONS and any(answer is False for answer in returned) else 0

    def _forget(self):
        self._is_closed = True
        self._session.views.pop(self._token, None)
        for token in self._tokens.values():
            self._session.handlers.pop(token, None)

    # The page.

    def emit(self, event_name, data=None):
        """Sends an event to the page's listeners. In order, and none is lost: before the panel is ready, while a page loads.

        Args:
            event_name: The name, up to 256 characters.
            data: What is JSON; ``None`` sends an empty object.

        Raises:
            BridgeError: ``data`` is not JSON.
            QueueFullError: Too much is queued for the page.
            ShutdownInProgressError: The panel is closing or closed.
        """
        self._emit(event_name, data, latest=0)

    def emit_latest(self, event_name, data=None):
        """Sends an event of which only the latest matters: one of this name that is not sent yet is replaced. For progress."""
        self._emit(event_name, data, latest=1)

    def _emit(self, event_name, data, latest):
        name = _name(event_name)
        text = encode({} if data is None else data, "The detail of '%s'" % event_name)
        _native.check(_native.lib.av_view_emit(self._handle, name, len(name), text, len(text), latest))

    def eval_js(self, script):
        """Runs a script. The caller does not wait. What it throws goes to the event ``error``."""
        text = _text(script, "script")
        _native.check(_native.lib.av_view_eval(self._handle, text, len(text)))

    def eval_js_sync(self, script, timeout_ms=EVAL_TIMEOUT_MS):
        """Runs a script and waits for its result.

        On any thread. Where it waits on the main thread, handlers that the page needs meanwhile run inside the wait.

        Args:
            script: An expression or statements; may use ``await``. The value of the last expression is the result.
            timeout_ms: How long to wait; ``None`` for no limit. Left out: the panel's option ``js_eval_timeout_ms``, else 5000.

        Raises:
            JavaScriptError: The script threw, rejected, or cannot be parsed; a ``RuntimeError``.
            JavaScriptResultError: The result cannot leave the page.
            BridgeError: The document was replaced before the script was done.
            ThreadDispatchTimeoutError: There was no result in time; also a ``TimeoutError``.
            DeadlockDetectedError: The page needs something that can never be done while this thread waits.
            ShutdownInProgressError: The panel is closing, or was closed meanwhile.
        """
        text = _text(script, "script")
        result = _native.Text()
        limit = _native.whole_milliseconds(timeout_ms)
        try:
            kind = self._session.wait(_native.lib.av_view_eval_sync, self._handle, text, len(text), limit, ctypes.byref(result))
        finally:
            data = _native.take(result)
        return script_result(kind, data)

    def eval_js_async(self, script, callback=None, timeout_ms=EVAL_TIMEOUT_MS):
        """Runs a script and returns at once.

        Args:
            callback: Called as ``callback(result, error)`` where handlers run, once; ``error`` is ``None`` or one of the exceptions of
                :meth:`eval_js_sync`.
            timeout_ms: After this long the callback gets a ``ThreadDispatchTimeoutError``; ``None`` for no limit.

        Returns:
            ``None``, or without a callback something to ``await``.
        """
        future = None
        if callback is None:
            future = ScriptFuture()
            receive = future._settle
        else:
            _check_callable(callback)
            receive = callback

        def settle(data):
            result = None
            try:
                outcome = decode(data)
                described = outcome.get("error")
                error = None if described is None else _native.to_exception(described)
                if error is None:
                    result = script_value(outcome["kind"], outcome.get("value"))
            except (RecursionError, ValueError, JavaScriptResultError) as unreadable:
                error = JavaScriptResultError("The script's result cannot be read: %s" % unreadable)
            receive(result, error)

        text = _text(script, "script")
        limit = _native.whole_milliseconds(timeout_ms)
        token = next(self._session.tokens)
        self._session.results[token] = settle
        status = _native.lib.av_view_eval_async(self._handle, text, len(text), limit, token, future is not None)
        if status < 0:
            del self._session.results[token]
            raise _native.last_error(status)
        return future

    # The end.

    def close(self, timeout=None, force=False):
        """Closes the panel: hides it, refuses new work, gives accepted handlers a limited time, fails the rest with one error each.

        From any thread, at any time, any number of times. On the main thread it waits 250 ms at most, plus ``timeout`` if you give one, and the
        close goes on without it. On another thread it waits until the panel is gone. Inside one of the panel's own handlers it does not wait.
        The event ``closed`` and ``is_closed`` tell when the panel is gone.

        Args:
            timeout: Seconds for accepted handlers; ``None`` for 5, of which the main thread waits none.
            force: Whether the handlers of ``closing`` are passed over.

        Returns:
            ``False`` only if a handler of ``closing`` refused. ``True`` says that none refused; ``state`` says how far the close has got.
        """
        if self._session.ended:
            return True
        limit = -2 if timeout is None else _native.milliseconds(timeout)
        return self._session.wait(_native.lib.av_view_close, self._handle, limit, bool(force)) == 1

    def run(self, timeout=None):
        """Shows the panel and runs the main thread's calls until it is closed: for a program without a loop. On the main thread.

        Returns:
            Whether it is closed; ``False`` when the time (seconds) was over.
        """
        self.show()
        return pump_until(lambda: self.is_closed, timeout)

    # Fronts.

    def thread_safe(self):
        """A front with the RFC's thread-safe methods. Works before the panel is shown and after."""
        return DCCThreadSafeWrapper(self)

    def get_proxy(self):
        """A front that also reaches the host's main thread."""
        return self._proxy

    def _invoke_on_main(self, func, args, kwargs, timeout=DEFAULT_TIMEOUT):
        _check_callable(func)
        return self._session.invoke(func, args, kwargs, _native.milliseconds(timeout), view=self._handle)


def _method(obj, name):
    """A method of an object; ``None`` for what is none, and for what cannot be told without running code, as a property."""
    found = inspect.getattr_static(obj, name, None)
    if isinstance(found, type):
        return None
    if not callable(found) and not isinstance(found, _METHODS):
        return None
    method = getattr(obj, name)
    return method if callable(method) else None


def _name(name):
    return _text(name, "name")


def _text(text, what):
    if not isinstance(text, str):
        raise TypeError("%s is a str, not %r" % (what, text))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("%s is not valid Unicode: %s" % (what, error))
