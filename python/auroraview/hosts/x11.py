"""Windows of this process on an X11 display, for hosts that do not tell their window's id."""

import ctypes
import os
from typing import List, NamedTuple

__all__ = ["Window", "windows_of_this_process"]


class Window(NamedTuple):
    """A top-level window: ``id`` is what ``WebView(parent=...)`` takes; sizes are in pixels."""

    id: int
    width: int
    height: int


def windows_of_this_process() -> List[Window]:
    """The visible windows whose ``_NET_WM_PID`` is this process, as Blender sets it. From any thread.

    Through a connection of its own. The server is held for the moment of the look, so that no window can go in the midst of it:
    asking for one that is gone would be an X error, which by default ends the process.

    Raises:
        OSError: There is no X11 display.
    """
    library = _library()
    display = library.XOpenDisplay(None)
    if not display:
        raise OSError("There is no X11 display (DISPLAY is %r)." % os.environ.get("DISPLAY"))
    try:
        library.XGrabServer(display)
        pid_atom = library.XInternAtom(display, b"_NET_WM_PID", False)
        return list(_search(library, display, library.XDefaultRootWindow(display), pid_atom))
    finally:
        library.XCloseDisplay(display)  # lets the server go, too


class _Attributes(ctypes.Structure):
    _fields_ = [
        ("place", ctypes.c_int * 2),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("_between", ctypes.c_char * 76),
        ("map_state", ctypes.c_int),
        ("_rest", ctypes.c_char * 64),
    ]


_VIEWABLE = 2
_CARDINAL = 6


def _library():
    library = ctypes.CDLL("libX11.so.6")
    pointer, window = ctypes.c_void_p, ctypes.c_ulong
    library.XOpenDisplay.restype, library.XOpenDisplay.argtypes = pointer, [ctypes.c_char_p]
    library.XCloseDisplay.argtypes = library.XGrabServer.argtypes = [pointer]
    library.XDefaultRootWindow.restype, library.XDefaultRootWindow.argtypes = window, [pointer]
    library.XInternAtom.restype, library.XInternAtom.argtypes = window, [pointer, ctypes.c_char_p, ctypes.c_int]
    library.XQueryTree.argtypes = [pointer, window] + [pointer] * 4
    library.XGetWindowProperty.argtypes = [pointer, window, window, ctypes.c_long, ctypes.c_long, ctypes.c_int, window] + [pointer] * 5
    library.XGetWindowAttributes.argtypes = [pointer, window, pointer]
    library.XFree.argtypes = [pointer]
    return library


def _search(library, display, window, pid_atom):
    if _pid(library, display, window, pid_atom) == os.getpid():
        attributes = _Attributes()
        library.XGetWindowAttributes(display, window, ctypes.byref(attributes))
        if attributes.map_state == _VIEWABLE:
            yield Window(window, attributes.width, attributes.height)
        return
    for child in _children(library, display, window):
        for found in _search(library, display, child, pid_atom):
            yield found


def _children(library, display, window):
    ignored, children, count = ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    library.XQueryTree(
        display, window, ctypes.byref(ignored), ctypes.byref(ignored), ctypes.byref(children), ctypes.byref(count)
    )
    try:
        return [children[index] for index in range(count.value)]
    finally:
        if children:
            library.XFree(children)


def _pid(library, display, window, pid_atom):
    kind, form = ctypes.c_ulong(), ctypes.c_int()
    count, more, data = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
    library.XGetWindowProperty(
        display, window, pid_atom, 0, 1, False, _CARDINAL, ctypes.byref(kind), ctypes.byref(form), ctypes.byref(count),
        ctypes.byref(more), ctypes.byref(data),
    )
    if not data:
        return None
    try:
        return data[0] & 0xFFFFFFFF if count.value else None
    finally:
        library.XFree(data)
