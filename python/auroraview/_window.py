"""What a panel shows and where: loads and the window."""

import ctypes
import os

from . import _native
from ._json import decode
from ._native import EVAL_TIMEOUT_MS
from ._options import window_id


MOST = 32767
"""The longest side, and the farthest place, in pixels."""


class WindowOperations:
    """The part of ``WebView`` that is about its window and what it loads. Every method may be called from any thread."""

    # Loads.

    def load_url(self, url):
        """Loads an absolute URL; its origin may use the bridge from now on."""
        self._load(0, str(url))

    def load_html(self, html):
        """Shows HTML text, at the origin ``auroraview://app``."""
        self._load(1, html)

    def load_file(self, path):
        """Shows a local file; its folder is served as ``auroraview://app/``.

        Raises:
            FileNotFoundError: It does not exist.
        """
        self._load(2, os.path.abspath(os.fspath(path)))

    def reload(self, ignore_cache=False):
        """Loads the page again, from its source."""
        self._navigate(1 if ignore_cache else 0)

    def stop(self):
        """Stops the load in progress."""
        self._navigate(2)

    def go_back(self):
        """Goes one page back, if there is one."""
        self._navigate(3)

    def go_forward(self):
        """Goes one page forward, if there is one."""
        self._navigate(4)

    # The window.

    def show(self):
        """Shows the panel, and starts it the first time. Returns at once."""
        self._change(0)

    def hide(self):
        """Hides the panel; the page lives on."""
        self._change(1)

    def focus(self):
        """Gives the panel the keyboard."""
        self._change(2)

    def resize(self, width, height):
        """Changes the inner size, in CSS pixels."""
        self._change(3, _native.whole_number(width, "width", 1, MOST), _native.whole_number(height, "height", 1, MOST))

    def move(self, x, y):
        """Moves the window, in pixels of the screen, or of the parent if it has one."""
        self._change(4, _native.whole_number(x, "x", -MOST, MOST), _native.whole_number(y, "y", -MOST, MOST))

    def minimize(self):
        """Minimises a top-level window."""
        self._change(5)

    def maximize(self):
        """Maximises a top-level window."""
        self._change(6)

    def restore(self):
        """Undoes minimise, maximise and full screen."""
        self._change(7)

    def set_fullscreen(self, on=True):
        """Enters or leaves full screen."""
        self._change(8, bool(on))

    def set_always_on_top(self, on=True):
        """Keeps a top-level window above others, or not."""
        self._change(9, bool(on))

    def open_devtools(self):
        """Opens the developer tools, if ``debug`` is set."""
        self._change(10)

    def set_zoom(self, factor):
        """Scales the page; 1 is its own size.

        Raises:
            ValueError: It is not between 0.25 and 5.
        """
        if isinstance(factor, bool) or not 0.25 <= factor <= 5:
            raise ValueError("The zoom factor lies between 0.25 and 5, and is not %r" % (factor,))
        self._change(11, int(round(factor * 1000)))

    def set_title(self, title):
        """Changes the window's title."""
        text = title.encode("utf-8")
        _native.check(_native.lib.av_view_title(self._handle, text, len(text)))
        self._title = title

    def reparent(self, parent):
        """Moves the panel into another window of the host (a native number or a QWidget), or out of it (``None``)."""
        _native.check(_native.lib.av_view_reparent(self._handle, 0 if parent is None else window_id(parent)))

    def screenshot(self, timeout_ms=EVAL_TIMEOUT_MS):
        """A picture of the visible page: a PNG file's bytes. Waits for it.

        Raises:
            RuntimeError: The engine could not take it.
        """
        text = _native.Text()
        try:
            self._session.wait(_native.lib.av_view_screenshot, self._handle, _native.whole_milliseconds(timeout_ms), ctypes.byref(text))
        finally:
            picture = _native.take(text)
        return picture

    # What is known.

    @property
    def info(self):
        """What is known of the panel: state, window, url, page_title, engine, engine_version, process_id, accelerated and more."""
        text = _native.Text()
        _native.check(_native.lib.av_view_info(self._handle, ctypes.byref(text)))
        return decode(_native.take(text))

    @property
    def state(self):
        """``created``, ``starting``, ``open``, ``closing`` or ``closed``."""
        if self._is_closed or self._session.ended:
            return "closed"
        return self.info["state"]

    @property
    def is_closed(self):
        """Whether the panel is gone."""
        return self.state == "closed"

    @property
    def window(self):
        """The native window's number once the panel is ready, else 0."""
        return self.info["window"]

    @property
    def url(self):
        """The page's URL, as far as the engine has told."""
        return self.info["url"]

    @property
    def dcc_mode(self):
        """Whether handlers and events run on the host's main thread."""
        return self._dcc_mode

    def _load(self, what, text):
        data = text.encode("utf-8")
        _native.check(_native.lib.av_view_load(self._handle, what, data, len(data)))

    def _navigate(self, how):
        _native.check(_native.lib.av_view_navigate(self._handle, how))

    def _change(self, action, a=0, b=0):
        _native.check(_native.lib.av_view_window(self._handle, action, a, b))
