"""A plain Qt application, with the binding that the command line names."""

import importlib
import os
import subprocess
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from report import PATIENCE, check, equal, in_threads, start, wait_for
from screen import Place, picture, wait_for_colour
import self_test

BINDING = sys.argv[1]
QtCore = importlib.import_module(BINDING + ".QtCore")
QtWidgets = importlib.import_module(BINDING + ".QtWidgets")
application = QtWidgets.QApplication(sys.argv[:1])

import auroraview
from auroraview import WebView, hosts
from auroraview._session import current
from auroraview.hosts.qt import keep_inside
from auroraview.utils import is_main_thread, run_on_main_thread, run_on_main_thread_sync

GREEN = (0x20, 0xC0, 0x40)
PAGE = """<!doctype html><style>body{margin:0;background:#20c040}</style><title>Items</title>
<script>window.make = () => auroraview.call('add_item', {text: 'one'})</script>"""

items = QtWidgets.QListWidget()
items.resize(200, 200)
items.move(700, 50)
panel = None


def add_item(text):
    equal(threading.current_thread(), threading.main_thread())
    items.addItem(text)
    return items.count()


def on_main(function, *arguments, **named):
    return run_on_main_thread_sync(function, *arguments, timeout=PATIENCE, **named)


def open_panel(**options):
    view = WebView(title="Items", width=320, height=200, html=PAGE, dcc_mode=True, **options)
    view.bind_call("add_item", add_item)
    view.show()
    return view


def make(view):
    return view.eval_js_sync("make()", timeout_ms=int(PATIENCE * 1000))


def turn_of_the_loop():
    """Returns when Qt has run what was due on main."""
    turned = threading.Event()
    on_main(lambda: QtCore.QTimer.singleShot(0, turned.set))
    equal(turned.wait(PATIENCE), True)


@check
def adapter_of_qt_is_chosen():
    equal(hosts.select().name, "qt")
    equal(on_main(is_main_thread), True)


@check
def notifier_of_this_binding_watches_the_eventfd():
    adapter = current().adapter
    equal((adapter._core.__name__, type(adapter._waker).__name__, on_main(adapter._waker.isEnabled)), (BINDING + ".QtCore", "QSocketNotifier", True))
    with open("/proc/self/fdinfo/%d" % on_main(lambda: int(adapter._waker.socket()))) as described:
        equal("eventfd-count" in described.read(), True)


@check
def page_adds_an_item_on_main():
    global panel
    panel = on_main(open_panel)
    equal(make(panel), 1)
    equal(on_main(items.count), 1)


@check
def eight_workers_get_their_own_results():
    def work(index):
        for step in range(200):
            equal(on_main(lambda: (index, step, threading.current_thread() is threading.main_thread())), (index, step, True))

    in_threads(work)


@check
def nested_modal_dialog_does_not_stop_calls():
    state = {}

    def ask():
        state["dialog"] = QtWidgets.QDialog(items)
        (getattr(state["dialog"], "exec_", None) or state["dialog"].exec)()
        return "closed"

    outcome = []
    opener = threading.Thread(target=lambda: outcome.append(on_main(ask)), daemon=True)
    opener.start()
    wait_for(lambda: "dialog" in state and on_main(lambda: state["dialog"].isVisible()), "the dialog is open")
    count = on_main(items.count)
    equal([make(panel) for _ in range(5)], list(range(count + 1, count + 6)))
    on_main(lambda: state["dialog"].accept())
    opener.join(PATIENCE)
    equal(outcome, ["closed"])


@check
def panel_fills_a_widget_and_follows_it():
    state = {}

    def show():
        holder = QtWidgets.QWidget()
        holder.setGeometry(100, 400, 300, 200)
        holder.show()
        view = open_panel(parent=holder)
        state.update(holder=holder, view=view, keeper=keep_inside(view, holder))

    on_main(show)
    wait_for_colour(390, 590, GREEN)
    on_main(lambda: state["holder"].resize(500, 300))
    wait_for_colour(590, 690, GREEN)
    picture(BINDING.lower() + "_embedded")
    equal(make(state["view"]), on_main(items.count))

    def fills():
        try:
            panel, holder = Place(state["view"].window), Place(on_main(lambda: int(state["holder"].winId())))
        except subprocess.CalledProcessError:
            return False  # a window that was just replaced
        return panel.size == holder.size == (300, 200) and panel.corner == holder.corner

    # The second time the size stays as it is: nothing makes the engine draw but us.
    for _ in range(2):
        before = on_main(lambda: int(state["holder"].winId()))
        on_main(lambda: (state["holder"].destroy(), state["holder"].create(), state["holder"].setGeometry(100, 400, 300, 200), state["holder"].hide(), state["holder"].show()))
        equal(on_main(lambda: int(state["holder"].winId())) != before, True)
        wait_for(fills, "the panel fills the widget's new window")
        wait_for_colour(390, 590, GREEN)
        equal(make(state["view"]), on_main(items.count))
    on_main(lambda: state["view"].close())
    wait_for_colour(390, 590, GREEN, wanted=False)
    # A widget that gets another window after its panel has gone; some bindings end the process when a slot raises.
    on_main(lambda: (state["holder"].destroy(), state["holder"].create()))
    turn_of_the_loop()
    # One that is losing its window is not given a new one by whoever looks at it.
    on_main(lambda: state["holder"].destroy())
    turn_of_the_loop()
    equal(on_main(lambda: state["holder"].testAttribute(getattr(QtCore.Qt, "WidgetAttribute", QtCore.Qt).WA_WState_Created)), False)
    on_main(lambda: (state["holder"].create(), state["holder"].deleteLater()))  # Qt 6 cannot end an application that has a widget without its window


@check
def self_test_passes_through_qts_loop_and_embeds_into_a_widget():
    self_test.through_the_hosts_loop(BINDING.lower(), parent=items)


@check
def self_test_passes_on_main():
    self_test.on_main(BINDING.lower(), lambda function: on_main(lambda: QtCore.QTimer.singleShot(0, function)))
    equal(make(panel), on_main(items.count))


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
    run_on_main_thread(application.quit)


items.show()
is_main_thread()
start()
sys.exit((getattr(application, "exec_", None) or application.exec)())
