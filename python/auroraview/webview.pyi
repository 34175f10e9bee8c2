from os import PathLike
from types import TracebackType
from typing import Any, Callable, Iterable, List, Literal, Optional, Type, TypeVar, Union, overload

from ._future import ScriptFuture
from ._window import WindowOperations
from .proxy import WebViewProxy
from .utils.dcc_thread_safe import DCCThreadSafeWrapper

_F = TypeVar("_F", bound=Callable[..., Any])
_Event = Literal[
    "ready", "loading", "loaded", "load_failed", "title_changed", "resized", "focused", "blurred", "parent_lost", "closing", "closed",
    "crashed", "error",
]
_Settled = Callable[[Any, Optional[Exception]], object]

class WebView(WindowOperations):
    def __init__(
        self,
        title: str = ...,
        width: int = ...,
        height: int = ...,
        url: Optional[str] = ...,
        html: Optional[str] = ...,
        parent: Any = ...,
        dcc_mode: Union[bool, Literal["auto"]] = ...,
        debug: bool = ...,
        file: Union[str, PathLike[str], None] = ...,
        *,
        x: Optional[int] = ...,
        y: Optional[int] = ...,
        visible: bool = ...,
        resizable: bool = ...,
        frame: bool = ...,
        always_on_top: bool = ...,
        transparent: bool = ...,
        background: Optional[int] = ...,
        allowed_origins: Iterable[str] = ...,
        allow_new_windows: bool = ...,
        allow_file_access: bool = ...,
        data_folder: Union[str, PathLike[str], None] = ...,
        group: Optional[str] = ...,
        isolated: bool = ...,
        user_agent: Optional[str] = ...,
        asset_root: Union[str, PathLike[str], None] = ...,
        acceleration: Literal["auto", "always", "never"] = ...,
        max_message_bytes: int = ...,
        max_message_depth: int = ...,
        max_pending_calls: int = ...,
        max_pending_bytes: int = ...,
        queue_capacity: int = ...,
        queue_bytes: int = ...,
        js_eval_timeout_ms: int = ...,
        main_thread_timeout_ms: int = ...,
        drain_timeout_ms: int = ...,
    ) -> None: ...
    def __enter__(self) -> WebView: ...
    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None: ...
    @overload
    def on(self, event_name: str) -> Callable[[_F], _F]: ...
    @overload
    def on(self, event_name: str, handler: _F) -> _F: ...
    def off(self, event_name: str) -> bool: ...
    @overload
    def bind_call(self, name: str) -> Callable[[_F], _F]: ...
    @overload
    def bind_call(self, name: str, func: _F) -> _F: ...
    def bind_api(self, obj: object, namespace: Optional[str] = ...) -> List[str]: ...
    @overload
    def on_event(self, event: _Event) -> Callable[[_F], _F]: ...
    @overload
    def on_event(self, event: _Event, handler: _F) -> _F: ...
    def off_event(self, event: _Event, handler: Callable[..., Any]) -> bool: ...
    def emit(self, event_name: str, data: Any = ...) -> None: ...
    def emit_latest(self, event_name: str, data: Any = ...) -> None: ...
    def eval_js(self, script: str) -> None: ...
    def eval_js_sync(self, script: str, timeout_ms: Optional[float] = ...) -> Any: ...
    @overload
    def eval_js_async(self, script: str, callback: None = ..., timeout_ms: Optional[float] = ...) -> ScriptFuture: ...
    @overload
    def eval_js_async(self, script: str, callback: _Settled, timeout_ms: Optional[float] = ...) -> None: ...
    def close(self, timeout: Optional[float] = ..., force: bool = ...) -> bool: ...
    def run(self, timeout: Optional[float] = ...) -> bool: ...
    def thread_safe(self) -> DCCThreadSafeWrapper: ...
    def get_proxy(self) -> WebViewProxy: ...
