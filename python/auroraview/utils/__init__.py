"""The main thread: getting there, staying there, pumping it."""

import importlib

# The module dcc_thread_safe is loaded first, so that afterwards the name is the RFC's function; by its full name, because after a reload the short one
# is the function already.
_module = importlib.import_module(__name__ + ".dcc_thread_safe")
from .thread_dispatcher import (
    BackgroundTask,
    defer_to_main_thread,
    ensure_main_thread,
    is_main_thread,
    nudge,
    pump,
    pump_until,
    run_in_background,
    run_on_main_thread,
    run_on_main_thread_sync,
    use_adapter,
)

dcc_thread_safe = _module.dcc_thread_safe
dcc_thread_safe_async = _module.dcc_thread_safe_async
DCCThreadSafeWrapper = _module.DCCThreadSafeWrapper

__all__ = [
    "BackgroundTask",
    "DCCThreadSafeWrapper",
    "dcc_thread_safe",
    "dcc_thread_safe_async",
    "defer_to_main_thread",
    "ensure_main_thread",
    "is_main_thread",
    "nudge",
    "pump",
    "pump_until",
    "run_in_background",
    "run_on_main_thread",
    "run_on_main_thread_sync",
    "use_adapter",
]
