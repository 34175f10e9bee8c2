"""HTML/JS tool panels in a real web view inside a DCC application, without freezing, corrupting or killing it.

::

    from auroraview import WebView

    view = WebView(title="Tools", html="<button onclick=\"auroraview.call('create_cube')\">Cube</button>", dcc_mode="auto")

    @view.on("create_cube")
    def create_cube():
        import maya.cmds as cmds
        return cmds.polyCube()[0]      # on the main thread

    view.show()

docs/python.md is the guide.
"""

from . import _native, hosts, utils
from ._doctor import doctor
from ._selftest import selftest
from ._prewarm import keep_warm, prewarm
from ._session import current as _current
from .errors import (
    BridgeError,
    DeadlockDetectedError,
    JavaScriptError,
    JavaScriptResultError,
    LockOrderError,
    MainThreadUnavailableError,
    QueueFullError,
    ShutdownInProgressError,
    ThreadDispatchTimeoutError,
    ThreadSafetyError,
    WrongThreadError,
)
from .proxy import WebViewProxy
from .utils.dcc_thread_safe import DCCThreadSafeWrapper
from .webview import WebView

__version__ = _native.version() if _native.lib else None

__all__ = [
    "BridgeError",
    "DCCThreadSafeWrapper",
    "DeadlockDetectedError",
    "JavaScriptError",
    "JavaScriptResultError",
    "LockOrderError",
    "MainThreadUnavailableError",
    "QueueFullError",
    "ShutdownInProgressError",
    "ThreadDispatchTimeoutError",
    "ThreadSafetyError",
    "WebView",
    "WebViewProxy",
    "WrongThreadError",
    "__version__",
    "doctor",
    "hosts",
    "keep_warm",
    "prewarm",
    "selftest",
    "utils",
]

# An import on the main thread is what tells which one that is.
if not _native.IS_COMMAND:
    _current()
