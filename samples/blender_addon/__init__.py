"""A panel for Blender: a page that adds objects, and a list that follows the scene.

Install: ``eng/wheel.py addon`` makes a zip; in Blender, Edit > Preferences > Add-ons > Install takes it. Then View3D > sidebar > AuroraView > Open panel.
"""

import os
import sys

import bpy

bl_info = {
    "name": "AuroraView scene panel",
    "author": "AuroraView",
    "version": (0, 1, 0),
    "blender": (3, 2, 0),
    "location": "View3D > Sidebar > AuroraView",
    "description": "An HTML panel that adds objects and shows the scene",
    "category": "3D View",
}

# The package lies in the add-on's own folder, or is on Blender's path anyway. Blender unpacks a zip without the permissions in it; the panel host starts without them.
_SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "modules")
if os.path.isdir(_SHIPPED) and _SHIPPED not in sys.path:
    sys.path.append(_SHIPPED)

from auroraview import WebView  # noqa: E402

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page", "index.html")
KINDS = {"cube": "primitive_cube_add", "sphere": "primitive_uv_sphere_add", "cone": "primitive_cone_add", "monkey": "primitive_monkey_add"}

_view = None


def open_panel():
    """Opens the panel, or shows it again. On the main thread, as operators run there."""
    global _view
    if _view is None or _view.is_closed:
        _view = WebView(title="Scene", width=360, height=420, file=PAGE, dcc_mode=True)
        _view.bind_call("add", add)
        _view.bind_call("objects", objects)
        _view.bind_call("select", select)
    _view.show()
    return _view


def add(kind):
    """Adds an object at the cursor; the page gets its name."""
    if kind not in KINDS:
        raise ValueError("There is no '%s'; there are: %s" % (kind, ", ".join(sorted(KINDS))))
    getattr(bpy.ops.mesh, KINDS[kind])()
    bpy.ops.ed.undo_push(message="Add " + kind)
    return bpy.context.view_layer.objects.active.name


def objects():
    """The scene's objects. By name: what a handler keeps of ``bpy.data`` dies with undo and with the file."""
    return sorted(one.name for one in bpy.context.scene.objects)


def select(name):
    """Makes one object the active one."""
    chosen = bpy.context.scene.objects[name]
    for one in bpy.context.scene.objects:
        one.select_set(one is chosen or one == chosen)
    bpy.context.view_layer.objects.active = chosen
    return chosen.name


@bpy.app.handlers.persistent
def scene_changed(*_):
    """Tells the page, at most once a batch: of what waits to be sent only the latest counts."""
    if _view is not None and not _view.is_closed:
        _view.emit_latest("scene_changed", {"objects": objects()})


class AURORAVIEW_OT_open(bpy.types.Operator):
    """Open the AuroraView panel"""

    bl_idname = "auroraview.open_panel"
    bl_label = "Open panel"

    def execute(self, context):
        open_panel()
        return {"FINISHED"}


class AURORAVIEW_PT_sidebar(bpy.types.Panel):
    bl_label = "AuroraView"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "AuroraView"

    def draw(self, context):
        self.layout.operator(AURORAVIEW_OT_open.bl_idname)


CLASSES = (AURORAVIEW_OT_open, AURORAVIEW_PT_sidebar)
HANDLERS = (bpy.app.handlers.depsgraph_update_post, bpy.app.handlers.load_post)


def register():
    for one in CLASSES:
        bpy.utils.register_class(one)
    for handlers in HANDLERS:
        handlers.append(scene_changed)


def unregister():
    global _view
    for handlers in HANDLERS:
        if scene_changed in handlers:
            handlers.remove(scene_changed)
    view, _view = _view, None
    if view is not None:
        view.close(force=True)
    for one in reversed(CLASSES):
        bpy.utils.unregister_class(one)
