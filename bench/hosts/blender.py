"""``blender --python blender.py``: ours against the recipe of Blender's manual (bpy.app.timers, a queue and a timer)."""

import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
from figures import Handover, measure, report

from auroraview.utils import is_main_thread, run_on_main_thread, run_on_main_thread_sync

recipe, eager = Handover(), Handover()


def every_frame():
    recipe.drain()
    return 0.016


def every_turn():
    eager.drain()
    return 0.0


def work():
    try:
        times = measure(
            [
                ("ours", lambda: run_on_main_thread_sync(int, timeout=60)),
                ("timer, interval 0", eager.call),
                ("timer, interval 16 ms (the manual's recipe)", recipe.call),
            ]
        )
        report("Blender %s" % bpy.app.version_string, times, "ours", {"timer, interval 0": 4, "timer, interval 16 ms (the manual's recipe)": 8})
    finally:
        run_on_main_thread(bpy.ops.wm.quit_blender)


is_main_thread()
bpy.app.timers.register(every_frame)
bpy.app.timers.register(every_turn)
threading.Thread(target=work, daemon=True).start()
