"""Windows: the WebView2 runtime for the doctor, and a window of our own for the self-test."""

import ctypes
import os
import threading

from . import _native

FOLDER_VARIABLE = "AURORAVIEW_WEBVIEW2_FOLDER"
"""Names the folder of a fixed version of the WebView2 runtime."""

_WAIT_SECONDS = 60
_VISIBLE_TOP_LEVEL = 0x10CF0000  # WS_OVERLAPPEDWINDOW | WS_VISIBLE
_QUIT = 0x0012


def loader_path():
    """Where the WebView2 loader belongs: beside the native library."""
    return os.path.join(os.path.dirname(os.path.abspath(_native.library_path())), "WebView2Loader.dll")


def runtime_version(loader, free, folder=None):
    """The version of the WebView2 runtime that panels would use; ``None`` where there is none.

    Args:
        loader: The loaded ``WebView2Loader.dll``.
        free: ``CoTaskMemFree``.
        folder: That of a fixed version, or ``None`` for the installed one.
    """
    ask = loader.GetAvailableCoreWebView2BrowserVersionString
    ask.argtypes, ask.restype = [ctypes.c_wchar_p, ctypes.POINTER(ctypes.c_void_p)], ctypes.c_long
    free.argtypes, free.restype = [ctypes.c_void_p], None
    version = ctypes.c_void_p()
    if ask(folder, ctypes.byref(version)) < 0 or not version.value:
        return None
    try:
        return ctypes.wstring_at(version.value)
    finally:
        free(version)


def find_runtime():
    """The version of the WebView2 runtime that panels would use; ``None`` where there is none.

    Raises:
        OSError: The loader cannot be loaded.
    """
    return runtime_version(ctypes.WinDLL(loader_path()), ctypes.WinDLL("ole32").CoTaskMemFree, os.environ.get(FOLDER_VARIABLE) or None)


class Screen:
    """Windows of the self-test, on a thread that runs a message loop for them, as a host's main thread would.

    Raises:
        OSError: The thread did not begin.
    """

    def __init__(self):
        self._user = ctypes.WinDLL("user32", use_last_error=True)
        handle = ctypes.c_void_p
        self._user.CreateWindowExW.restype = handle
        self._user.CreateWindowExW.argtypes = [ctypes.c_uint, ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint] + [ctypes.c_int] * 4 + [handle] * 4
        self._user.GetParent.restype, self._user.GetParent.argtypes = handle, [handle]
        self._user.DestroyWindow.argtypes = [handle]
        self._user.GetMessageW.argtypes = [handle, handle, ctypes.c_uint, ctypes.c_uint]
        self._user.DispatchMessageW.restype, self._user.DispatchMessageW.argtypes = ctypes.c_ssize_t, [handle]
        self._user.PostThreadMessageW.argtypes = [ctypes.c_uint, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t]
        self._made = threading.Event()
        self._size = (0, 0)
        self._number = self._thread_id = None
        self._error = 0

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()

    def close(self):
        """Ends the thread, and with it the window."""
        if self._thread_id is not None:
            self._user.PostThreadMessageW(self._thread_id, _QUIT, 0, 0)
            self._thread_id = None

    def make_window(self, width, height):
        """Makes and shows a window. Returns its number."""
        self._size = (width, height)
        threading.Thread(target=self._run, name="auroraview selftest window", daemon=True).start()
        if not self._made.wait(_WAIT_SECONDS) or not self._number:
            raise OSError("no window could be made (Win32 error %d)" % self._error)
        return self._number

    def parent_of(self, number):
        """The window that a window lies in; ``None`` where there is none."""
        return self._user.GetParent(number)

    def _run(self):
        message = ctypes.create_string_buffer(48)  # MSG on 64-bit systems
        self._thread_id = ctypes.WinDLL("kernel32").GetCurrentThreadId()
        self._number = self._user.CreateWindowExW(0, "STATIC", "AuroraView self-test", _VISIBLE_TOP_LEVEL, 40, 40, *self._size, None, None, None, None)
        self._error = ctypes.get_last_error()
        self._made.set()
        while self._user.GetMessageW(message, None, 0, 0) > 0:
            self._user.DispatchMessageW(message)
        # Not left to the system, which does it at some time after this thread, and without its messages to what lies inside.
        self._user.DestroyWindow(self._number)
