"""Krita (Qt 5, PyQt5), through the Qt adapter. The driver installs it as a Krita plug-in, which is how Krita runs scripts at its start."""

import os
import sys
import threading

sys.path.insert(0, os.environ["AURORAVIEW_TEST_REAL"])

from krita import Extension, Krita
from PyQt5 import QtCore, QtWidgets
from report import PATIENCE, check, equal, in_threads, start, wait_for
from screen import Place, colour_at, picture
import self_test

import auroraview
from auroraview import WebView, hosts
from auroraview.hosts.qt import keep_inside
from auroraview.utils import is_main_thread, run_on_main_thread, run_on_main_thread_sync

GREEN = (0x20, 0xC0, 0x40)
PAGE = """<!doctype html><style>body{margin:0;background:#20c040}</style><title>Documents</title>
<script>window.make = (name) => auroraview.call('create_document', {name})</script>"""

panel = None


def create_document(name):
    equal(threading.current_thread(), threading.main_thread())
    document = Krita.instance().createDocument(64, 64, name, "RGBA", "U8", "", 72.0)
    document.setBatchmode(True)
    return document.name()


def on_main(function, *arguments, **named):
    return run_on_main_thread_sync(function, *arguments, timeout=PATIENCE, **named)


def open_panel(**options):
    view = WebView(title="Documents", width=320, height=200, html=PAGE, dcc_mode=True, **options)
    view.bind_call("create_document", create_document)
    view.show()
    return view


def make(view, name):
    return view.eval_js_sync("make('%s')" % name, timeout_ms=int(PATIENCE * 1000))


@check
def adapter_of_qt_is_chosen():
    equal(hosts.select().name, "qt")
    equal(on_main(is_main_thread), True)
    wait_for(lambda: on_main(lambda: Krita.instance().activeWindow() is not None), "Krita has its window")


@check
def page_creates_a_document_on_main_and_gets_its_name():
    global panel
    panel = on_main(open_panel)
    equal(make(panel, "one"), "one")


@check
def worker_reads_krita():
    equal(on_main(Krita.instance().version), Krita.instance().version())


@check
def eight_workers_get_their_own_results():
    def work(index):
        for step in range(100):
            equal(on_main(lambda: (index, step, threading.current_thread() is threading.main_thread())), (index, step, True))

    in_threads(work)


@check
def nested_modal_dialog_does_not_stop_calls():
    state = {}

    def ask():
        state["dialog"] = QtWidgets.QDialog(Krita.instance().activeWindow().qwindow())
        state["dialog"].exec_()
        return "closed"

    outcome = []
    opener = threading.Thread(target=lambda: outcome.append(on_main(ask)), daemon=True)
    opener.start()
    wait_for(lambda: "dialog" in state and on_main(lambda: state["dialog"].isVisible()), "the dialog is open")
    equal([make(panel, "d%d" % number) for number in range(3)], ["d0", "d1", "d2"])
    on_main(lambda: state["dialog"].accept())
    opener.join(PATIENCE)
    equal(outcome, ["closed"])


@check
def panel_is_docked_in_the_window_of_krita():
    state = {}

    def dock():
        window = Krita.instance().activeWindow().qwindow()
        holder = QtWidgets.QWidget()
        holder.setMinimumSize(250, 150)
        widget = QtWidgets.QDockWidget("AuroraView", window)
        widget.setWidget(holder)
        window.addDockWidget(QtCore.Qt.LeftDockWidgetArea, widget)
        widget.show()
        view = open_panel(parent=holder)
        state.update(view=view, dock=widget, keeper=keep_inside(view, holder))

    def drawn():
        if not state["view"].window:
            return False
        place = Place(state["view"].window)
        return place.height > 50 and colour_at(*place.middle) == GREEN and colour_at(*place.corner) == GREEN

    panel.hide()
    on_main(dock)
    wait_for(drawn, "the docked panel is drawn")
    picture("krita_docked")
    equal(make(state["view"], "docked"), "docked")


@check
def self_test_passes_through_qts_loop_and_embeds_into_the_main_window():
    self_test.through_the_hosts_loop("krita", parent=on_main(lambda: Krita.instance().activeWindow().qwindow()))


@check
def self_test_passes_on_main():
    self_test.on_main("krita", lambda function: on_main(lambda: QtCore.QTimer.singleShot(0, function)))
    equal(make(panel, "after"), "after")


@check
def host_quits_with_an_open_panel_and_pending_calls():
    """The driver judges the end of the process; here it is only begun, with everything still open."""

    def block(index):
        try:
            run_on_main_thread_sync(threading.Event().wait, 0.2, timeout=PATIENCE)
        except auroraview.ThreadSafetyError:
            pass  # refused or dropped by the shutdown, which is as good

    for index in range(8):
        threading.Thread(target=block, args=(index,)).start()
    run_on_main_thread(lambda: Krita.instance().action("file_quit").trigger())
    # Not QApplication.quit: that ends Krita 5.1.5 with a crash, also without AuroraView.


class Checks(Extension):
    """What Krita calls at its start."""

    def setup(self):
        is_main_thread()  # Krita sets plug-ins up on main, which AuroraView remembers
        start()

    def createActions(self, window):
        pass


Krita.instance().addExtension(Checks(Krita.instance()))
