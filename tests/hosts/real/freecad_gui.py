"""FreeCAD with its user interface (Qt 5, PySide2), through the Qt adapter."""

import os
import subprocess
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import FreeCAD
import FreeCADGui
from PySide2 import QtCore, QtWidgets
from report import PATIENCE, check, equal, in_threads, start, wait_for
from screen import Place, colour_at, picture, wait_for_colour
import self_test

import auroraview
from auroraview import WebView, hosts
from auroraview.hosts.qt import keep_inside
from auroraview.utils import is_main_thread, run_on_main_thread, run_on_main_thread_sync

SCRATCH = os.environ["AURORAVIEW_TEST_SCRATCH"]
GREEN = (0x20, 0xC0, 0x40)
PAGE = """<!doctype html><style>body{margin:0;background:#20c040}</style><title>Boxes</title>
<button id=make onclick="auroraview.call('create_box', {size: 2}).then(name => window.made(name), error => window.made(error.remoteType + ': ' + error.message))">Box</button>
<script>window.next = () => new Promise(resolve => { window.made = resolve; })</script>"""
PRESS = "(() => { const name = window.next(); document.getElementById('make').click(); return name; })()"

panel = None


def create_box(size=2):
    equal(threading.current_thread(), threading.main_thread())
    box = FreeCAD.ActiveDocument.addObject("Part::Box", "Box")
    box.Length = size
    FreeCAD.ActiveDocument.recompute()
    return box.Name


def names():
    return sorted(one.Name for one in FreeCAD.ActiveDocument.Objects)


def on_main(function, *arguments, **named):
    return run_on_main_thread_sync(function, *arguments, timeout=PATIENCE, **named)


def open_panel(**options):
    view = WebView(title="Boxes", width=320, height=200, html=PAGE, dcc_mode=True, **options)
    view.bind_call("create_box", create_box)
    view.show()
    return view


def press():
    return panel.eval_js_sync(PRESS, timeout_ms=int(PATIENCE * 1000))


@check
def adapter_of_qt_is_chosen():
    equal(hosts.select().name, "qt")
    equal(on_main(is_main_thread), True)
    equal(is_main_thread(), False)


@check
def button_of_the_page_creates_a_box_on_main_and_gets_its_name():
    global panel
    on_main(FreeCAD.newDocument, "First")
    panel = on_main(open_panel)
    before = on_main(names)
    made = press()
    equal(on_main(names), sorted(before + [made]))


@check
def worker_reads_the_document():
    equal(on_main(lambda: FreeCAD.ActiveDocument.Name), "First")


@check
def eight_workers_get_their_own_results():
    def work(index):
        for step in range(100):
            equal(on_main(lambda: (index, step, threading.current_thread() is threading.main_thread())), (index, step, True))

    in_threads(work)


@check
def handler_that_raises_tells_the_page_and_the_loop_goes_on():
    def fail(size=0):
        raise ValueError("no box today")

    panel.bind_call("create_box", fail)
    try:
        answer = press()
        equal(answer, "ValueError: " + "no box today")
        try:
            on_main(fail)
        except ValueError as error:
            equal(str(error), "no box today")
        else:
            raise AssertionError("the worker did not get the exception")
    finally:
        panel.bind_call("create_box", create_box)
    press()


@check
def new_and_opened_documents_keep_the_panel_working():
    path = os.path.join(SCRATCH, "first.FCStd")
    before = on_main(names)
    on_main(lambda: FreeCAD.ActiveDocument.saveAs(path))
    on_main(FreeCAD.newDocument, "Second")
    press()
    on_main(FreeCAD.closeDocument, "First")
    on_main(FreeCAD.openDocument, path)
    equal(on_main(names), before)
    press()


@check
def nested_modal_dialog_does_not_stop_calls():
    state = {}

    def ask():
        dialog = state["dialog"] = QtWidgets.QMessageBox(FreeCADGui.getMainWindow())
        dialog.setText("Modal")
        state["answer"] = dialog.exec_()
        return "closed"

    outcome = []
    opener = threading.Thread(target=lambda: outcome.append(on_main(ask)), daemon=True)
    opener.start()
    wait_for(lambda: "dialog" in state and on_main(lambda: state["dialog"].isVisible()), "the dialog is open")
    for _ in range(5):
        press()
    # One dialog inside another, opened by a call that the first one's loop ran.
    inner = threading.Thread(target=lambda: outcome.append(on_main(second, state)), daemon=True)
    inner.start()
    wait_for(lambda: "second" in state and on_main(lambda: state["second"].isVisible()), "the second dialog is open")
    press()
    on_main(lambda: state["second"].accept())
    on_main(lambda: state["dialog"].accept())
    opener.join(PATIENCE)
    inner.join(PATIENCE)
    equal(sorted(outcome), ["closed", "second closed"])


def second(state):
    state["second"] = QtWidgets.QDialog(state["dialog"])
    state["second"].exec_()
    return "second closed"


@check
def panel_is_docked_and_survives_resize_hide_and_redock():
    main = on_main(FreeCADGui.getMainWindow)
    state = {}

    def dock():
        main.resize(1200, 850)
        main.move(0, 0)
        holder = QtWidgets.QWidget()
        holder.setMinimumSize(250, 150)
        widget = QtWidgets.QDockWidget("AuroraView", main)
        widget.setWidget(holder)
        main.addDockWidget(QtCore.Qt.RightDockWidgetArea, widget)
        widget.show()
        view = open_panel(parent=holder)
        state.update(holder=holder, dock=widget, view=view, keeper=keep_inside(view, holder))

    def place_if_right():
        # Looked at as a whole, again and again: Qt, the X server and the panel host each have their own moment.
        if not state["view"].window:
            return None
        try:
            inside = Place(state["view"].window)
            holder = Place(on_main(lambda: int(state["holder"].winId())))
        except subprocess.CalledProcessError:
            return None  # a window that was just replaced
        fills = inside.size == holder.size and inside.corner == holder.corner and inside.height > 50
        drawn = fills and colour_at(*inside.middle) == GREEN and colour_at(*inside.corner) == GREEN
        return inside if drawn else None

    def seen():
        place = wait_for(place_if_right, "the panel fills its holder and is drawn")
        name = state["view"].eval_js_sync(PRESS, timeout_ms=int(PATIENCE * 1000))
        equal(name in on_main(names), True)
        return place

    panel.hide()  # it lies above, and the picture is to be a good one
    on_main(dock)
    seen()
    picture("freecad_docked")
    on_main(lambda: main.resizeDocks([state["dock"]], [420], QtCore.Qt.Horizontal))
    place = seen()
    on_main(lambda: state["dock"].hide())
    wait_for_colour(*place.middle, colour=GREEN, wanted=False)
    on_main(lambda: state["dock"].show())
    seen()
    on_main(lambda: main.addDockWidget(QtCore.Qt.LeftDockWidgetArea, state["dock"]))
    seen()
    on_main(lambda: state["dock"].setFloating(True))

    def put_and_look():
        # Again and again: the window manager has its own say in where a new window goes, and when.
        on_main(lambda: (state["dock"].move(300, 300), state["dock"].resize(350, 250)))
        place = place_if_right()
        return place is not None and place.height < 400

    wait_for(put_and_look, "the floating dock shows the panel", pause=0.2)
    seen()
    picture("freecad_floating")
    on_main(lambda: state["dock"].setFloating(False))
    seen()
    for width in range(260, 460, 10):
        on_main(lambda: main.resizeDocks([state["dock"]], [width], QtCore.Qt.Horizontal))
    place = seen()
    on_main(lambda: state["view"].close())
    wait_for_colour(*place.middle, colour=GREEN, wanted=False)


@check
def self_test_passes_through_qts_loop_and_embeds_into_the_main_window():
    self_test.through_the_hosts_loop("freecad", parent=on_main(FreeCADGui.getMainWindow))


@check
def self_test_passes_on_main():
    self_test.on_main("freecad", lambda function: on_main(lambda: QtCore.QTimer.singleShot(0, function)))
    press()


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

    def quit_host():
        for name in list(FreeCAD.listDocuments()):
            FreeCAD.closeDocument(name)
        QtWidgets.QApplication.quit()

    run_on_main_thread(quit_host)


is_main_thread()  # this script is on main, which AuroraView remembers
start()
