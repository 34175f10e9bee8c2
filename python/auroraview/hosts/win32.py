"""Windows: a message-only window on the main thread, which any message loop of that thread serves."""

import os
import sys

from .base import HostAdapter

__all__ = ["SWITCH", "MessageWindow", "wake_by_window"]

SWITCH = "AURORAVIEW_MESSAGE_WINDOW"
"""Environment variable: ``0`` lets the adapters of Qt, Maya, Houdini, Nuke and 3ds Max wake their host by its own means on Windows, too."""


def wake_by_window(pump, when_idle=False) -> bool:
    """Has the core wake this thread by a message, which needs no GIL; the host's own means would.

    Args:
        pump: What the adapter was given.
        when_idle: Pump only while no input and no painting waits, and never in a menu or while a window is moved.

    Returns:
        Whether it does: on Windows, unless the switch is off. The adapter's ``wake`` is not called then.
    """
    if sys.platform != "win32" or os.environ.get(SWITCH, "").strip() == "0":
        return False
    pump.message_window(when_idle)
    return True


class MessageWindow(HostAdapter):
    """Any Windows program whose main thread runs a message loop: Win32, MFC, wxPython, a loop over ``GetMessageW`` of one's own.

    Whether a loop runs cannot be told from outside, so it is not chosen by itself: turn it on with ``AURORAVIEW_DISPATCHER=win32`` or
    ``auroraview.utils.use_adapter(MessageWindow())``. Calls wait for as long as the loop stands still.
    """

    name = "win32"
    priority = -900

    def __init__(self, when_idle=False):
        self._when_idle = when_idle

    def attach(self, pump):
        """Makes the window. It goes with its thread, and with the next adapter."""
        pump.message_window(self._when_idle)

    def detach(self):
        """Nothing: the core takes the window back."""
