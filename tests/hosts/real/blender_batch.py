"""``blender -b``: no timers, so the main thread pumps by itself or calls are refused."""

import io
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
from report import PATIENCE, check, equal, in_threads, run
import self_test

import auroraview
from auroraview import WebView, hosts
from auroraview.utils import is_main_thread, pump, pump_until, run_on_main_thread_sync

PAGE = "<!doctype html><title>Cubes</title><script>window.make = () => auroraview.call('create_cube', {size: 2})</script>"


def create_cube(size=2):
    equal(threading.current_thread(), threading.main_thread())
    bpy.ops.mesh.primitive_cube_add(size=size)
    return bpy.context.view_layer.objects.active.name


def while_main_pumps(work):
    """Runs ``work()`` on a worker with the main thread in ``pump_until``."""
    outcome, done = [], threading.Event()

    def guarded():
        try:
            outcome.append((True, work()))
        except BaseException as error:
            outcome.append((False, error))
        done.set()

    pump()  # from now on the core knows that somebody pumps, and a call that comes too early waits
    threading.Thread(target=guarded, daemon=True).start()
    equal(pump_until(done, timeout=PATIENCE), True)
    good, value = outcome[0]
    if not good:
        raise value
    return value


@check
def adapter_of_blender_is_chosen():
    equal(hosts.select().name, "blender")
    equal(is_main_thread(), True)


@check
def call_that_nobody_would_run_is_refused_at_once():
    refused = []

    def work():
        try:
            run_on_main_thread_sync(create_cube, timeout=PATIENCE)
        except auroraview.ThreadSafetyError as error:
            refused.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(PATIENCE)
    equal(len(refused), 1)
    equal("pump_until" in refused[0] and "background" in refused[0], True)


@check
def worker_gets_its_call_while_main_pumps():
    equal(while_main_pumps(lambda: run_on_main_thread_sync(lambda: bpy.context.scene.name)), "Scene")


@check
def eight_workers_get_their_own_results_while_main_pumps():
    def work(index):
        for step in range(50):
            equal(run_on_main_thread_sync(lambda: (index, step)), (index, step))

    while_main_pumps(lambda: in_threads(work))


@check
def page_creates_a_cube_on_main_while_main_pumps():
    with WebView(title="Cubes", html=PAGE, dcc_mode=True) as view:
        view.bind_call("create_cube", create_cube)
        view.show()
        before = sorted(one.name for one in bpy.data.objects)
        name = while_main_pumps(lambda: view.eval_js_sync("make()", timeout_ms=int(PATIENCE * 1000)))
        equal(sorted(one.name for one in bpy.data.objects), sorted(before + [name]))


@check
def page_creates_a_cube_inside_a_sync_eval_of_main():
    with WebView(title="Cubes", html=PAGE, dcc_mode=True) as view:
        view.bind_call("create_cube", create_cube)
        view.show()
        name = view.eval_js_sync("make()", timeout_ms=int(PATIENCE * 1000))
        equal(name in bpy.data.objects, True)


@check
def self_test_passes_on_main():
    table = io.StringIO()
    equal(auroraview.selftest(file=table), True)
    self_test.judge(table.getvalue(), "blender_batch")


run()
WebView(title="Left open", html=PAGE).show()  # the driver looks whether it goes with Blender
