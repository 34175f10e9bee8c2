"""The sample add-on in Blender, installed from its zip as a user does it, and turned off and on again."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
from report import PATIENCE, check, equal, start, wait_for

bpy.ops.preferences.addon_install(filepath=os.path.join(os.environ["AURORAVIEW_TEST_SCRATCH"], "addon.zip"))
bpy.ops.preferences.addon_enable(module="auroraview_panel")

import auroraview
import auroraview_panel
from auroraview.utils import run_on_main_thread, run_on_main_thread_sync


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
def package_comes_from_the_zip():
    equal("auroraview_panel" in auroraview.__file__, True)


@check
def operator_opens_the_panel_and_its_buttons_add_objects():
    equal(on_main(bpy.ops.auroraview.open_panel), {"FINISHED"})
    wait_for(lambda: "Cube" in listed(), "the page lists the start scene")
    add_by_button("monkey", "Suzanne")


@check
def click_in_the_list_makes_an_object_active():
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
