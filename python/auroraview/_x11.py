"""A window of our own and the tree of windows, for the self-test. Through XCB, whose errors end no process; Xlib's would end the host."""

import ctypes

_COPY_FROM_PARENT = 0
_INPUT_OUTPUT = 1
_BACK_PIXEL = 2


class _ScreenIterator(ctypes.Structure):
    _fields_ = [("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int)]


class _Tree(ctypes.Structure):
    _fields_ = [
        ("response_type", ctypes.c_uint8),
        ("pad", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("root", ctypes.c_uint32),
        ("parent", ctypes.c_uint32),
    ]


class _Cookie(ctypes.Structure):
    _fields_ = [("sequence", ctypes.c_uint)]


class Connection:
    """A connection to the X server that DISPLAY names.

    Raises:
        OSError: There is no such server, or no libxcb.
    """

    def __init__(self):
        self._xcb = ctypes.CDLL("libxcb.so.1")
        self._libc = ctypes.CDLL(None)
        self._libc.free.argtypes = [ctypes.c_void_p]
        for name, result, arguments in (
            ("xcb_connect", ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_void_p]),
            ("xcb_connection_has_error", ctypes.c_int, [ctypes.c_void_p]),
            ("xcb_disconnect", None, [ctypes.c_void_p]),
            ("xcb_flush", ctypes.c_int, [ctypes.c_void_p]),
            ("xcb_generate_id", ctypes.c_uint32, [ctypes.c_void_p]),
            ("xcb_get_setup", ctypes.c_void_p, [ctypes.c_void_p]),
            ("xcb_setup_roots_iterator", _ScreenIterator, [ctypes.c_void_p]),
            ("xcb_create_window", _Cookie, [ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint32, ctypes.c_uint32] + [ctypes.c_int16] * 2
             + [ctypes.c_uint16] * 4 + [ctypes.c_uint32] * 2 + [ctypes.c_void_p]),
            ("xcb_map_window", _Cookie, [ctypes.c_void_p, ctypes.c_uint32]),
            ("xcb_query_tree", _Cookie, [ctypes.c_void_p, ctypes.c_uint32]),
            ("xcb_query_tree_reply", ctypes.POINTER(_Tree), [ctypes.c_void_p, _Cookie, ctypes.c_void_p]),
        ):
            function = getattr(self._xcb, name)
            function.restype, function.argtypes = result, arguments
        self._connection = self._xcb.xcb_connect(None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
            raise OSError("the X display that DISPLAY names cannot be opened")

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()

    def close(self):
        """Ends the connection, and with it the windows made through it."""
        connection, self._connection = self._connection, None
        if connection:
            self._xcb.xcb_disconnect(connection)

    def make_window(self, width, height):
        """Makes and shows a window. Returns its number."""
        root = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection)).data[0]
        number = self._xcb.xcb_generate_id(self._connection)
        white = ctypes.c_uint32(0xFFFFFF)
        self._xcb.xcb_create_window(
            self._connection, 0, number, root, 40, 40, width, height, 0, _INPUT_OUTPUT, _COPY_FROM_PARENT, _BACK_PIXEL, ctypes.byref(white)
        )
        self._xcb.xcb_map_window(self._connection, number)
        self._xcb.xcb_flush(self._connection)
        self.parent_of(number)  # the server has it now, also for others
        return number

    def parent_of(self, number):
        """The window that a window lies in; ``None`` where there is no such window."""
        tree = self._xcb.xcb_query_tree_reply(self._connection, self._xcb.xcb_query_tree(self._connection, number), None)
        if not tree:
            return None
        try:
            return tree.contents.parent
        finally:
            self._libc.free(tree)
