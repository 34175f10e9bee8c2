"""A double of 3ds Max's Python, on a real Qt loop.

- ``pymxs.runtime`` raises on another thread than main: "pymxs API Introduction", section on multi-threading
  (https://help.autodesk.com/cloudhelp/2019/ENU/Max-Python-API/developer/using_pymxs/pymxs_api_introduction.html).
- There is no function that runs code on main; Autodesk's sample uses a Qt signal
  (https://github.com/ADN-DevTech/3dsMax-Python-HowTos, src/packages/mxthread), so this double is a Qt application.
"""

import sys
import threading
import time
import types

from .loop import PATIENCE


class _Runtime:
    def __init__(self):
        self._main = threading.current_thread()
        self.boxes = []

    def Box(self, name=None):  # MAXScript's name
        if threading.current_thread() is not self._main:
            raise RuntimeError("MAXScript was used on another thread than the main thread")
        self.boxes.append(name)
        return name


class MaxDouble:
    """Installs ``pymxs`` beside a Qt application of the given binding's ``QtCore``."""

    def __init__(self, core):
        self.core = core
        self.application = core.QCoreApplication.instance() or core.QCoreApplication([])
        self.runtime = _Runtime()

    def install(self):
        pymxs = types.ModuleType("pymxs")
        pymxs.runtime = self.runtime
        sys.modules["pymxs"] = pymxs
        return self

    def remove(self):
        sys.modules.pop("pymxs", None)

    def run_until(self, done):
        """Runs Qt's own loop."""
        loop = self.core.QEventLoop()
        end = time.monotonic() + PATIENCE
        timer = self.core.QTimer()
        timer.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end else None)
        timer.start(5)
        (loop.exec_ if hasattr(loop, "exec_") else loop.exec)()
        timer.stop()
        if not done():
            raise AssertionError("Qt's loop ran for %g s and nothing came of it" % PATIENCE)
