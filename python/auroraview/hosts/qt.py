"""Any Qt application, through PySide6, PySide2, PyQt6 or PyQt5."""

import sys
import threading

from ..errors import ShutdownInProgressError
from .base import HostAdapter
from .win32 import wake_by_window

__all__ = ["QtAdapter", "keep_inside"]

BINDINGS = ("PySide6", "PySide2", "PyQt6", "PyQt5")


class QtAdapter(HostAdapter):
    """Wakes Qt's own loop, so it works wherever that loop turns: also in nested modal dialogs and menus.

    Linux: a ``QSocketNotifier`` on the core's eventfd; Windows: a message window. A wake needs neither Python nor its GIL. Elsewhere: a signal,
    queued to an object that lives on the main thread. (``QTimer.singleShot`` from a plain Python thread never fires:
    that thread has no Qt loop.)

    The binding must have been imported by the host or the script. With several of them, the one whose application exists is
    used.
    """

    name = "qt"
    priority = 100
    uses_eventfd = sys.platform.startswith("linux")
    """Whether the host's loop watches descriptors."""

    def __init__(self):
        self._pump = None
        self._core = None
        self._thread = None
        self._waker = None
        self._first_turn = None
        self._ended = False
        self._needs_turn = False

    @classmethod
    def detect(cls) -> bool:
        return cls.find_binding() is not None

    @classmethod
    def find_binding(cls):
        """The ``QtCore`` whose application exists; nothing is imported."""
        for name in BINDINGS:
            core = sys.modules.get(name + ".QtCore")
            if core is not None and core.QCoreApplication.instance() is not None:
                return core
        return None

    def is_main_thread(self) -> bool:
        if self._thread is not None:
            return threading.get_ident() == self._thread
        core = self._core or self.find_binding()
        if core is None:
            return super().is_main_thread()
        return core.QCoreApplication.instance().thread() == core.QThread.currentThread()

    def unreachable_because(self):
        if self._core is None or self._core.QCoreApplication.instance() is None:
            return self._advice("The Qt application has gone")
        if self._ended:
            return self._advice("The Qt application's loop has ended")
        if self._needs_turn:
            return self._advice("This is a Qt application without a user interface, and its loop has not run yet")
        return None

    def awaits_first_pump(self):
        return self._needs_turn

    def attach(self, pump) -> None:
        core = self.find_binding()
        if core is None:
            raise RuntimeError("There is no Qt application: create it before AuroraView first needs the main thread.")
        self._core = core
        self._pump = pump
        self._thread = threading.get_ident()
        application = core.QCoreApplication.instance()
        # A graphical application will run its loop. One without is as likely a batch script that never does.
        self._needs_turn = not application.inherits("QGuiApplication") and core.QThread.currentThread().loopLevel() == 0
        self._ended = False
        application.aboutToQuit.connect(self._on_quit)
        if self.uses_eventfd:
            self._waker = self._notifier(core, pump.eventfd())
        elif not wake_by_window(pump):
            self._waker = queued_waker(core, self._run)
        if self._needs_turn:
            self._first_turn = queued_waker(core, self._on_turn)
            self._first_turn.wake()

    def wake(self) -> None:
        """Where the eventfd serves, nothing; it is the core's."""
        waker = self._waker
        if waker is not None and hasattr(waker, "wake"):
            waker.wake()

    def detach(self) -> None:
        waker, self._waker, self._pump, self._first_turn = self._waker, None, None, None
        core = self._core
        if core is None or core.QCoreApplication.instance() is None:
            return
        try:
            core.QCoreApplication.instance().aboutToQuit.disconnect(self._on_quit)
            if hasattr(waker, "setEnabled"):
                waker.setEnabled(False)
            if waker is not None:
                waker.deleteLater()
        except (RuntimeError, TypeError):
            pass  # the application deleted it first

    def _notifier(self, core, descriptor):
        notifier = core.QSocketNotifier(descriptor, _of(core.QSocketNotifier, "Type").Read)
        notifier.activated.connect(self._run)
        return notifier

    def _run(self, *_):
        pump = self._pump
        if pump is None:
            return
        self._ended = self._needs_turn = False
        pump()

    def _on_turn(self):
        self._ended = self._needs_turn = False

    def _on_quit(self):
        self._ended = True
        if self._waker is None:
            # A message window pumps without telling: the next loop, where there is one, delivers this.
            self._first_turn = queued_waker(self._core, self._on_turn)
            self._first_turn.wake()

    @staticmethod
    def _advice(reason):
        return (
            reason + ", so nothing would run this call on the main thread. Let the main thread run the application's "
            "loop, or call auroraview.utils.pump_until(condition, timeout) while others need it. See docs/hosts/qt.md."
        )


def queued_waker(core, target):
    """An object of the calling thread, whose ``wake`` may be called on any thread and runs ``target`` on this one."""
    signal = getattr(core, "Signal", None) or core.pyqtSignal
    slot = getattr(core, "Slot", None) or core.pyqtSlot

    class Waker(core.QObject):
        woken = signal()

        def __init__(self):
            super().__init__()
            # Queued also from the main thread itself: a wake must return before anything runs.
            self.woken.connect(self.run, _of(core.Qt, "ConnectionType").QueuedConnection)

        @slot()
        def run(self):
            target()

        def wake(self):
            self.woken.emit()

    return Waker()


def keep_inside(view, widget):
    """Keeps a panel inside a widget, also when Qt gives that widget a new native window.

    Floating or redocking a dock, and changing a window's flags, makes Qt destroy native windows and make new ones; what was
    embedded in the old one would be lost. The panel follows the widget's size by itself.

    Args:
        view: A ``WebView`` made with ``parent=widget``.
        widget: The ``QWidget``.

    On the main thread. Returns an object that does it for as long as the widget lives; it belongs to the widget. When the widget is destroyed the panel
    closes, without asking and without holding the main thread.
    """
    core = QtAdapter.find_binding()

    class Keeper(core.QObject):
        def __init__(self):
            super().__init__(widget)
            self._inside = int(widget.winId())
            widget.installEventFilter(self)

        def eventFilter(self, watched, event):
            if event.type() == _of(core.QEvent, "Type").WinIdChange:
                # Later: now the old window is going, and asking for the number would make a new one too early.
                core.QTimer.singleShot(0, self._follow)
            return False

        def _follow(self):
            if not widget.testAttribute(_of(core.Qt, "WidgetAttribute").WA_WState_Created):
                return
            number = int(widget.winId())
            if number != self._inside:
                self._inside = number
                try:
                    view.reparent(number)
                except ShutdownInProgressError:
                    pass  # the panel went first; and some bindings end the process when a slot raises

    destroyed = []

    def close(*_):
        destroyed.append(True)
        try:
            threading.Thread(target=view.close, args=(0, True), name="auroraview close", daemon=True).start()
        except RuntimeError:
            pass  # the program is ending, and closes its panels itself

    keeper = Keeper()
    widget.destroyed.connect(close)
    # Between the old native window and the new one the panel has no place.
    view.on_event("parent_lost", lambda: bool(destroyed))
    return keeper


def _of(owner, enumeration):
    # Qt 6 bindings have scoped enumerations, those for Qt 5 may have flat ones.
    return getattr(owner, enumeration, owner)
