"""A front of a panel that also reaches the host's main thread. RFC 0002, "DCC-Aware Proxy"."""

from ._native import EVAL_TIMEOUT_MS
from .utils.thread_dispatcher import DEFAULT_TIMEOUT

__all__ = ["WebViewProxy"]


class WebViewProxy:
    """For any thread, before the panel is shown and after."""

    def __init__(self, webview):
        self._webview = webview

    def eval_js(self, script):
        """Runs a script. The caller does not wait."""
        self._webview.eval_js(script)

    def eval_js_async(self, script, callback=None, timeout_ms=EVAL_TIMEOUT_MS):
        """Runs a script and hands its outcome to ``callback(result, error)``; ``WebView.eval_js_async`` says the rest."""
        return self._webview.eval_js_async(script, callback, timeout_ms)

    def eval_js_sync(self, script, timeout_ms=EVAL_TIMEOUT_MS):
        """Runs a script and waits for its result."""
        return self._webview.eval_js_sync(script, timeout_ms)

    def emit(self, event_name, data=None):
        """Sends an event to the page."""
        self._webview.emit(event_name, data)

    def load_url(self, url):
        """Loads a URL."""
        self._webview.load_url(url)

    def load_html(self, html):
        """Shows HTML text."""
        self._webview.load_html(html)

    def reload(self):
        """Loads the page again."""
        self._webview.reload()

    def close(self):
        """Closes the panel."""
        self._webview.close()

    def on_dcc_main_thread(self, event_name, handler=None):
        """Registers a handler that runs on the host's main thread, whatever the panel's mode; also as a decorator."""
        if handler is None:
            return lambda given: self.on_dcc_main_thread(event_name, given)
        return self._webview._register(event_name, handler, spread=False, on_main=True)

    def call_on_dcc_main_thread(self, func, *args, timeout=DEFAULT_TIMEOUT, **kwargs):
        """Runs ``func(*args, **kwargs)`` on the host's main thread and waits for it; on the main thread it runs at once.

        Raises:
            ShutdownInProgressError: The panel is closing, or was closed before ``func`` had ended.
            BaseException: What ``run_on_main_thread_sync`` raises, and what ``func`` raised.
        """
        return self._webview._invoke_on_main(func, args, kwargs, timeout)
