"""Blender with its user interface: the checks run on a worker, Blender's main thread is in its own loop."""

import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
from report import PATIENCE, check, equal, in_threads, start, wait_for
from screen import Place, picture, wait_for_colour, xdotool
import self_test

import auroraview
from auroraview import WebView, hosts
from auroraview.hosts.blender import area_override
from auroraview.hosts.x11 import windows_of_this_process
from auroraview.utils import is_main_thread, run_on_main_thread, run_on_main_thread_sync

GREEN = (0x20, 0xC0, 0x40)
SCRATCH = os.environ["AURORAVIEW_TEST_SCRATCH"]
PAGE = """<!doctype html><style>body{margin:0;background:#20c040}</style><title>Cubes</title>
<button id=make onclick="auroraview.call('create_cube', {size: 2}).then(name => window.made(name), error => window.made(error.remoteType + ': ' + error.message))">Cube</button>
<script>window.next = () => new Promise(resolve => { window.made = resolve; })</script>"""
PRESS = "(() => { const name = window.next(); document.getElementById('make').click(); return name; })()"

panel = None


def create_cube(size=2):
    equal(threading.current_thread(), threading.main_thread())
    bpy.ops.mesh.primitive_cube_add(size=size)
    return bpy.context.view_layer.objects.active.name


def names():
    return sorted(one.name for one in bpy.data.objects)


def on_main(function, *arguments, **named):
    return run_on_main_thread_sync(function, *arguments, timeout=PATIENCE, **named)


def open_panel(**options):
    view = WebView(title="Cubes", width=320, height=200, html=PAGE, dcc_mode=True, **options)
    view.bind_call("create_cube", create_cube)
    view.show()
    return view


def press():
    return panel.eval_js_sync(PRESS, timeout_ms=int(PATIENCE * 1000))


def press_escape():
    xdotool("windowfocus", str(main_window().id))
    xdotool("key", "Escape")


def main_window():
    return max(on_main(windows_of_this_process), key=lambda one: one.width * one.height)


@check
def adapter_of_blender_is_chosen():
    equal(hosts.select().name, "blender")
    equal(on_main(is_main_thread), True)
    equal(is_main_thread(), False)


@check
def button_of_the_page_creates_a_cube_on_main_and_gets_its_name():
    global panel
    panel = on_main(open_panel)
    before = on_main(names)
    made = press()
    equal(on_main(names), sorted(before + [made]))


@check
def worker_reads_the_scene():
    equal(on_main(lambda: bpy.context.scene.name), "Scene")


@check
def eight_workers_get_their_own_results():
    def work(index):
        for step in range(100):
            equal(on_main(lambda: (index, step, threading.current_thread() is threading.main_thread())), (index, step, True))

    in_threads(work)


@check
def handler_that_raises_tells_the_page_and_the_timer_lives():
    def fail(size=0):
        raise ValueError("no cube today")

    panel.bind_call("create_cube", fail)
    try:
        answer = press()
        equal(answer, "ValueError: " + "no cube today")
        try:
            on_main(fail)
        except ValueError as error:
            equal(str(error), "no cube today")
        else:
            raise AssertionError("the worker did not get the exception")
    finally:
        panel.bind_call("create_cube", create_cube)
    press()


@check
def operator_that_wants_an_area_works_through_the_override():
    def orbit():
        with area_override("VIEW_3D"):
            return bpy.ops.view3d.view_all()

    equal(on_main(orbit), {"FINISHED"})


@check
def new_file_keeps_the_panel_working():
    on_main(bpy.ops.wm.read_homefile, app_template="")
    equal("Cube" in on_main(names), True)
    press()


@check
def opened_file_keeps_the_panel_working():
    path = os.path.join(SCRATCH, "scene.blend")
    on_main(bpy.ops.wm.save_as_mainfile, filepath=path)
    before = on_main(names)
    press()
    on_main(bpy.ops.wm.open_mainfile, filepath=path)
    equal(on_main(names), before)
    press()


@check
def factory_reset_keeps_the_panel_working():
    on_main(bpy.ops.wm.read_factory_settings)
    press()


@check
def modal_operator_does_not_stop_calls():
    state = {"running": False, "stop": False}

    class Modal(bpy.types.Operator):
        bl_idname = "wm.auroraview_modal"
        bl_label = "Modal"

        def invoke(self, context, event):
            self.timer = context.window_manager.event_timer_add(0.05, window=context.window)
            context.window_manager.modal_handler_add(self)
            state["running"] = True
            return {"RUNNING_MODAL"}

        def modal(self, context, event):
            if state["stop"]:
                context.window_manager.event_timer_remove(self.timer)
                state["running"] = False
                return {"FINISHED"}
            return {"RUNNING_MODAL"}

    def begin():
        bpy.utils.register_class(Modal)
        with area_override("VIEW_3D"):
            return bpy.ops.wm.auroraview_modal("INVOKE_DEFAULT")

    equal(on_main(begin), {"RUNNING_MODAL"})
    for _ in range(5):
        press()
    equal(state["running"], True)
    state["stop"] = True
    wait_for(lambda: not state["running"], "the modal operator ends")
    on_main(bpy.utils.unregister_class, Modal)


@check
def open_menu_does_not_stop_calls():
    def open_menu():
        with area_override("VIEW_3D"):
            return bpy.ops.wm.call_menu(name="VIEW3D_MT_add")

    equal(on_main(open_menu), {"INTERFACE"})
    for _ in range(5):
        press()
    picture("blender_menu")
    press_escape()
    press()


@check
def render_job_does_not_stop_calls():
    ended = threading.Event()

    def begin():
        scene = bpy.context.scene
        scene.render.engine = "CYCLES"
        scene.cycles.device = "CPU"
        scene.cycles.samples = 4096
        scene.cycles.use_adaptive_sampling = False
        scene.cycles.use_denoising = False
        scene.render.resolution_x = scene.render.resolution_y = 512
        bpy.context.preferences.view.render_display_type = "NONE"  # no window of its own, which would take the keyboard
        scene.render.threads_mode, scene.render.threads = "FIXED", 1
        bpy.app.handlers.render_complete.append(lambda *_: ended.set())
        with area_override("VIEW_3D"):
            return bpy.ops.render.render("INVOKE_DEFAULT")

    on_main(begin)
    wait_for(lambda: on_main(bpy.app.is_job_running, "RENDER"), "the render job runs")
    made = [press() for _ in range(3)]
    equal(len(set(made)), 3)
    equal(ended.is_set(), False)

    def finished():
        press_escape()  # as the user does
        return not on_main(bpy.app.is_job_running, "RENDER")

    wait_for(finished, "the render job is cancelled", pause=0.2)


@check
def panel_sits_inside_the_window_of_blender():
    window = main_window()
    panel.hide()  # it lies above, and the picture is to be a good one
    inside = on_main(open_panel, parent=window.id, x=700, y=90)
    try:
        wait_for(lambda: inside.window, "the panel has its window")
        place = Place(inside.window)
        equal((place.size, place.x - Place(window.id).x, place.y - Place(window.id).y), ((320, 200), 700, 90))
        wait_for_colour(*place.middle, colour=GREEN)
        picture("blender_embedded")
        # A click by the X server on the page's button, and Blender makes a cube.
        before = on_main(names)
        xdotool("mousemove", str(place.x + 20), str(place.y + 12), "click", "1")
        wait_for(lambda: len(on_main(names)) == len(before) + 1, "the click made a cube")
        inside.hide()
        wait_for_colour(*place.middle, colour=GREEN, wanted=False)
        inside.show()
        wait_for_colour(*place.middle, colour=GREEN)
    finally:
        inside.close()
    wait_for_colour(*place.middle, colour=GREEN, wanted=False)
    panel.show()


@check
def self_test_passes_through_blenders_loop_and_embeds_into_its_window():
    self_test.through_the_hosts_loop("blender", parent=main_window().id)


@check
def self_test_passes_on_main():
    def call_soon(function):
        # A timer that returns None runs once. As in the script editor, nothing of AuroraView's is around the call.
        on_main(lambda: bpy.app.timers.register(function, first_interval=0))

    self_test.on_main("blender", call_soon)
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
    run_on_main_thread(bpy.ops.wm.quit_blender)


is_main_thread()  # this script is on main, which AuroraView remembers
start()
