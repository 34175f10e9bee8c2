"""A panel inside a widget of a real Qt, by a Python that has one: what becomes of it when the widget goes."""

import os
import subprocess
import unittest

import support

QT_PYTHON = os.environ.get("AURORAVIEW_QT_PYTHON", "/usr/bin/python3")

PROGRAM = """
import importlib, sys, threading
binding = sys.argv[1]
widgets = importlib.import_module(binding + ".QtWidgets")
core = importlib.import_module(binding + ".QtCore")
application = widgets.QApplication([])
from auroraview import WebView
from auroraview.hosts.qt import keep_inside
window, dock, holder = widgets.QMainWindow(), widgets.QDockWidget(), widgets.QWidget()
dock.setWidget(holder)
window.addDockWidget(core.Qt.LeftDockWidgetArea, dock)
window.show()
view = WebView(html="<p>x</p>", parent=holder, dcc_mode=True)
keeper = keep_inside(view, holder)
told = []
def leave(_=None):
    told.append(view.info["process_id"])
    print("process", told[0], flush=True)
    dock.deleteLater() if sys.argv[2] == "dock" else holder.deleteLater()
view.on_event("ready", leave)
view.on_event("closed", lambda: application.quit())
view.show()
guard = core.QTimer()
guard.setSingleShot(True)
guard.timeout.connect(lambda: application.exit(1))
guard.start(60000)
run = getattr(application, "exec_", None) or application.exec
print("left", run(), view.state, flush=True)
"""


def setUpModule():
    support.start_display()


class KeepInside(unittest.TestCase):
    def test_a_widget_or_dock_that_is_destroyed_closes_the_panel(self):
        for binding in ("PyQt5", "PySide2"):
            for what in ("holder", "dock"):
                with self.subTest(binding=binding, destroyed=what):
                    ended = subprocess.run(
                        [QT_PYTHON, "-c", PROGRAM, binding, what], env=dict(os.environ, PYTHONPATH=support.PACKAGE, QT_QPA_PLATFORM="xcb"),
                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True, timeout=2 * support.WAIT,
                    )
                    self.assertIn("left 0 closed", ended.stdout, ended.stderr)
                    self.assertTrue(support.has_ended(int(ended.stdout.split()[1])))


if __name__ == "__main__":
    unittest.main()
