"""``python3 qt.py PyQt5``: ours against a queued signal to an object on the main thread."""

import importlib
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from figures import Handover, measure, report

BINDING = sys.argv[1] if len(sys.argv) > 1 else "PyQt5"
QtCore = importlib.import_module(BINDING + ".QtCore")
QtWidgets = importlib.import_module(BINDING + ".QtWidgets")
application = QtWidgets.QApplication(sys.argv[:1])

from auroraview.utils import is_main_thread, run_on_main_thread, run_on_main_thread_sync

handover = Handover()


class Receiver(QtCore.QObject):
    asked = (getattr(QtCore, "pyqtSignal", None) or QtCore.Signal)()

    def __init__(self):
        super().__init__()
        self.asked.connect(self.run, getattr(QtCore.Qt, "ConnectionType", QtCore.Qt).QueuedConnection)

    @(getattr(QtCore, "pyqtSlot", None) or QtCore.Slot)()
    def run(self):
        handover.drain()


receiver = Receiver()


def work():
    try:
        times = measure(
            [
                ("ours", lambda: run_on_main_thread_sync(int, timeout=60)),
                ("queued signal", lambda: handover.call(receiver.asked.emit)),
            ]
        )
        report("%s, Qt %s" % (BINDING, QtCore.qVersion()), times, "ours", {"queued signal": 1.5})
    finally:
        run_on_main_thread(application.quit)


window = QtWidgets.QLabel("bench")
window.show()
is_main_thread()
threading.Thread(target=work, daemon=True).start()
sys.exit((getattr(application, "exec_", None) or application.exec)())
