"""Decorators and a front of ``WebView`` for code that runs on other threads than a DCC's main thread. RFC 0002."""

import functools

from .._native import EVAL_TIMEOUT_MS
from .._session import current
from .thread_dispatcher import (
    DEFAULT_TIMEOUT,
    _check_callable,
    ensure_main_thread,
    is_main_thread,
    run_on_main_thread,
    run_on_main_thread_sync,
)

__all__ = [
    "DCCThreadSafeWrapper",
    "dcc_thread_safe",
    "dcc_thread_safe_async",
    "is_main_thread",
    "run_on_main_thread",
    "run_on_main_thread_sync",
]


def dcc_thread_safe(func=None, *, timeout=DEFAULT_TIMEOUT):
    """Makes a function run on the DCC's main thread; the caller waits for its result.

    The same as :func:`~auroraview.utils.ensure_main_thread`, under the RFC's name. For handlers::

        @webview.on("export")
        @dcc_thread_safe
        def handle_export(data):
            import maya.cmds as cmds
            cmds.file(exportSelected=True)
    """
    return ensure_main_thread(func, timeout=timeout)


def dcc_thread_safe_async(func):
    """Makes a function run on the DCC's main thread later: always queued; the caller does not wait. What it raises is logged."""
    _check_callable(func)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        current().post(func, args, kwargs)

    return wrapper


class DCCThreadSafeWrapper:
    """A front of a ``WebView`` with the RFC's thread-safe methods: for any thread, before the panel is shown and after."""

    def __init__(self, webview):
        self._webview = webview
        self._proxy = webview.get_proxy()

    def eval_js(self, script):
        """Runs a script. The caller does not wait."""
        self._proxy.eval_js(script)

    def eval_js_sync(self, script, timeout_ms=EVAL_TIMEOUT_MS):
        """Runs a script and waits for its result. ``WebView.eval_js_sync`` says what it raises."""
        return self._webview.eval_js_sync(script, timeout_ms)

    def emit(self, event_name, data=None):
        """Sends an event to the page."""
        self._proxy.emit(event_name, data)

    def load_url(self, url):
        """Loads a URL."""
        self._proxy.load_url(url)

    def load_html(self, html):
        """Shows HTML text."""
        self._proxy.load_html(html)

    def reload(self):
        """Loads the page again."""
        self._proxy.reload()

    def close(self):
        """Closes the panel."""
        self._proxy.close()
