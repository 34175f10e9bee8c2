"""The sample add-on in Blender: installed from its zip by an earlier Blender, enabled by this one at its start, turned off and on again."""

import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
from report import PATIENCE, check, equal, start, wait_for
from screen import picture

# Both are loaded already: Blender enabled the add-on, as its preferences say, before it ran this script.
import auroraview
import auroraview_panel
from auroraview.utils import run_on_main_thread, run_on_main_thread_sync

ADDON = os.path.join(os.environ["BLENDER_USER_SCRIPTS"], "addons", "auroraview_panel")
threads = set()


def on_main(function, *arguments, **named):
    return run_on_main_thread_sync(function, *arguments, timeout=PATIENCE, **named)


def in_page(script):
    return auroraview_panel._view.eval_js_sync(script, timeout_ms=int(PATIENCE * 1000))


def listed():
    return in_page("[...document.querySelectorAll('#objects li')].map((item) => item.textContent)")


def add_by_button(kind, name):
    in_page("document.getElementById('%s').click()" % kind)
    wait_for(lambda: name in listed(), "the page lists " + name)
    equal(name in on_main(lambda: [one.name for one in bpy.context.scene.objects]), True)


@check
def add_on_was_enabled_at_the_start_by_the_saved_preferences():
    equal("auroraview_panel" in on_main(lambda: bpy.context.preferences.addons.keys()), True)
    equal(os.path.dirname(auroraview_panel.__file__), ADDON)


@check
def package_library_and_panel_host_come_from_the_zip():
    equal(os.path.dirname(auroraview.__file__), os.path.join(ADDON, "modules", "auroraview"))
    with open("/proc/self/maps") as maps:
        loaded = {line.split()[-1] for line in maps if "libauroraview" in line}
    equal(loaded, {os.path.join(ADDON, "modules", "auroraview", "libauroraview.so")})


@check
def operator_opens_the_panel_and_its_button_creates_a_cube_on_main():
    equal(on_main(bpy.ops.auroraview.open_panel), {"FINISHED"})
    wait_for(lambda: "Cube" in listed(), "the page lists the start scene")
    process = auroraview_panel._view.info["process_id"]
    with open("/proc/%d/cmdline" % process, "rb") as line:
        equal(os.path.join(ADDON, "modules", "auroraview", "auroraview-panelhost").encode() in line.read().split(b"\0"), True)
    on_main(bpy.app.handlers.depsgraph_update_post.append, lambda *_: threads.add(threading.current_thread()))
    add_by_button("cube", "Cube.001")
    equal(threads, {threading.main_thread()})
    picture("blender_addon")


@check
def click_in_the_list_makes_an_object_active():
    add_by_button("monkey", "Suzanne")
    in_page("[...document.querySelectorAll('#objects li')].find((item) => item.textContent === 'Cube').click()")
    wait_for(lambda: on_main(lambda: bpy.context.view_layer.objects.active.name) == "Cube", "the cube is active")


@check
def panel_follows_a_new_file():
    on_main(bpy.ops.wm.read_homefile, app_template="")
    wait_for(lambda: "Suzanne" not in listed(), "the page lists the new scene")
    add_by_button("cone", "Cone")


@check
def add_on_that_is_turned_off_and_on_works_again():
    view = auroraview_panel._view
    on_main(bpy.ops.preferences.addon_disable, module="auroraview_panel")
    wait_for(lambda: view.is_closed, "the panel goes with the add-on")
    on_main(bpy.ops.preferences.addon_enable, module="auroraview_panel")
    equal(on_main(bpy.ops.auroraview.open_panel), {"FINISHED"})
    add_by_button("sphere", "Sphere")


@check
def host_quits_with_the_panel_open():
    """The driver judges the end of the process."""
    run_on_main_thread(bpy.ops.wm.quit_blender)


start()
