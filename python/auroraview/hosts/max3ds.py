"""3ds Max: no dispatch function of its own, so through the Qt it is built on."""

import importlib
import os
import sys

from .qt import BINDINGS, QtAdapter

__all__ = ["MaxAdapter"]


class MaxAdapter(QtAdapter):
    """Queues a signal to an object that was made on 3ds Max's main thread.

    ``pymxs`` raises where it is used on another thread, and has no function that runs code on main; Autodesk's own sample
    (3dsMax-Python-HowTos, mxthread) uses a Qt signal and a slot on main. So does this where ``auroraview.hosts.win32.SWITCH`` is off; else a message window, which needs no GIL.

    ``3dsmaxbatch`` has no loop.
    """

    name = "3dsmax"
    priority = 160
    uses_eventfd = False

    @classmethod
    def detect(cls) -> bool:
        return hasattr(sys.modules.get("pymxs"), "runtime")

    def unreachable_because(self):
        if not self._batch:
            return super().unreachable_because()
        return (
            "3ds Max runs without a user interface (3dsmaxbatch) and has no loop, so nothing would ever run this call "
            "on the main thread. Let the main thread call auroraview.utils.pump_until(condition, timeout) while others need "
            "it. See docs/hosts/3dsmax.md."
        )

    def __init__(self):
        super().__init__()
        self._batch = is_batch_executable(executable_path())

    def attach(self, pump) -> None:
        if self._batch:
            self._pump = pump
            return
        if self.find_binding() is None:
            import_shipped_binding()
        super().attach(pump)


def import_shipped_binding():
    """PySide6 since 3ds Max 2025, PySide2 before."""
    for name in BINDINGS:
        try:
            importlib.import_module(name + ".QtCore")
            return
        except ImportError:
            continue


def executable_path():
    """The program of this process; an embedded Python's ``sys.executable`` may name anything."""
    if sys.platform == "win32":
        import ctypes

        name = ctypes.create_unicode_buffer(32768)
        ctypes.windll.kernel32.GetModuleFileNameW(None, name, len(name))
        return name.value
    return os.path.realpath("/proc/self/exe")


def is_batch_executable(path):
    """Whether this is 3dsmaxbatch, whatever folder it is in."""
    return os.path.basename(path.replace("\\", "/")).lower().startswith("3dsmaxbatch")
