"""The sample add-on in ``blender -b``: installed from its zip into folders that are empty but for it, enabled, and used while the main thread pumps."""

import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
from report import PATIENCE, check, equal, run

SCRIPTS = os.environ["BLENDER_USER_SCRIPTS"]


@check
def zip_is_installed_into_the_users_folder():
    equal(os.listdir(SCRIPTS), [])
    equal(bpy.ops.preferences.addon_install(filepath=os.path.join(os.environ["AURORAVIEW_TEST_SCRATCH"], "addon.zip")), {"FINISHED"})
    inside = os.path.join(SCRIPTS, "addons", "auroraview_panel", "modules", "auroraview")
    for name in ("__init__.py", "libauroraview.so", "auroraview-panelhost"):
        equal(os.path.isfile(os.path.join(inside, name)), True)


@check
def add_on_is_enabled():
    equal(bpy.ops.preferences.addon_enable(module="auroraview_panel"), {"FINISHED"})
    import auroraview

    equal(auroraview.__file__.startswith(SCRIPTS), True)
    equal(auroraview.hosts.select().name, "blender")


@check
def button_of_the_page_creates_a_cube_while_main_pumps():
    import auroraview_panel
    from auroraview.utils import pump_until

    view = auroraview_panel.open_panel()
    view.eval_js_sync("document.getElementById('cube').click()", timeout_ms=int(PATIENCE * 1000))
    equal(pump_until(lambda: "Cube.001" in bpy.context.scene.objects, timeout=PATIENCE), True)
    equal(threading.current_thread(), threading.main_thread())


@check
def add_on_is_disabled_and_takes_its_panel_along():
    import auroraview_panel

    view = auroraview_panel._view
    equal(bpy.ops.preferences.addon_disable(module="auroraview_panel"), {"FINISHED"})
    equal(view.is_closed, True)


run()
