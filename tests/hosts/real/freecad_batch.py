"""``freecadcmd``: no Qt application, no loop."""

import io
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import FreeCAD
from report import PATIENCE, check, equal, run
import self_test

import auroraview
from auroraview import WebView, hosts
from auroraview.utils import is_main_thread, pump_until, run_on_main_thread_sync

PAGE = "<!doctype html><title>Boxes</title><script>window.make = () => auroraview.call('create_box', {size: 2})</script>"


def create_box(size=2):
    equal(threading.current_thread(), threading.main_thread())
    return FreeCAD.ActiveDocument.addObject("Part::Box", "Box").Name


@check
def explicit_pump_is_chosen():
    equal(FreeCAD.GuiUp, 0)
    equal(hosts.select().name, "explicit")
    equal(is_main_thread(), True)


@check
def call_that_nobody_would_run_is_refused_at_once():
    refused = []

    def work():
        try:
            run_on_main_thread_sync(create_box, timeout=PATIENCE)
        except auroraview.ThreadSafetyError as error:
            refused.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(PATIENCE)
    equal(len(refused), 1)
    equal("pump_until" in refused[0], True)


@check
def page_creates_a_box_while_main_pumps():
    FreeCAD.newDocument("Batch")
    with WebView(title="Boxes", html=PAGE, dcc_mode=True) as view:
        view.bind_call("create_box", create_box)
        view.show()
        made, done = [], threading.Event()

        def work():
            try:
                made.append(view.eval_js_sync("make()", timeout_ms=int(PATIENCE * 1000)))
            except BaseException as error:
                made.append(error)
            done.set()

        threading.Thread(target=work, daemon=True).start()
        equal(pump_until(done, timeout=PATIENCE), True)
        equal([one.Name for one in FreeCAD.ActiveDocument.Objects], made)


@check
def page_creates_a_box_inside_a_sync_eval_of_main():
    with WebView(title="Boxes", html=PAGE, dcc_mode=True) as view:
        view.bind_call("create_box", create_box)
        view.show()
        equal(FreeCAD.ActiveDocument.getObject(view.eval_js_sync("make()", timeout_ms=int(PATIENCE * 1000))) is not None, True)


@check
def self_test_passes_on_main():
    table = io.StringIO()
    equal(auroraview.selftest(file=table), True)
    self_test.judge(table.getvalue(), "freecadcmd")


run()
WebView(title="Left open", html=PAGE).show()  # the driver looks whether it goes with FreeCAD
