from os import PathLike
from typing import IO, Any, Literal, Optional, Union

from . import hosts as hosts
from . import utils as utils
from .errors import BridgeError as BridgeError
from .errors import DeadlockDetectedError as DeadlockDetectedError
from .errors import JavaScriptError as JavaScriptError
from .errors import JavaScriptResultError as JavaScriptResultError
from .errors import LockOrderError as LockOrderError
from .errors import MainThreadUnavailableError as MainThreadUnavailableError
from .errors import QueueFullError as QueueFullError
from .errors import ShutdownInProgressError as ShutdownInProgressError
from .errors import ThreadDispatchTimeoutError as ThreadDispatchTimeoutError
from .errors import ThreadSafetyError as ThreadSafetyError
from .errors import WrongThreadError as WrongThreadError
from .proxy import WebViewProxy as WebViewProxy
from .utils.dcc_thread_safe import DCCThreadSafeWrapper as DCCThreadSafeWrapper
from .webview import WebView as WebView

__version__: Optional[str]

def keep_warm(seconds: float) -> None: ...
def prewarm(
    *, data_folder: Union[str, PathLike[str], None] = ..., acceleration: Literal["auto", "always", "never"] = ..., debug: bool = ...
) -> None: ...
def doctor(file: Optional[IO[str]] = ...) -> bool: ...
def selftest(parent: Any = ..., background: bool = ..., file: Optional[IO[str]] = ...) -> Any: ...
