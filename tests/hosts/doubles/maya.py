"""A double of Maya's Python.

Follows "Python and threading" in Autodesk's help
(https://download.autodesk.com/global/docs/maya2014/en_us/files/Python_Python_and_threading.htm):

- commands raise when they are called outside the main thread;
- ``executeDeferred`` runs at the next idle event and returns at once;
- ``executeInMainThreadWithResult`` blocks until main is idle, runs at once when it is called on main, has no timeout;
- both are built on idle events, so neither is available in batch mode. What ``executeDeferred`` does there is in PyMEL's
  documentation of ``pymel.mayautils.executeDeferred``: Maya's version does not execute at all.
"""

import sys
import threading
import types

from .loop import MainLoop

MODULES = ("maya", "maya.cmds", "maya.utils")


class MayaDouble:
    """Installs ``maya`` into ``sys.modules``; run the loop with ``run_until``."""

    def __init__(self, batch=False):
        self.loop = MainLoop()
        self.batch = batch
        self.cubes = []

    def install(self):
        maya, cmds, utils = (types.ModuleType(name) for name in MODULES)
        maya.cmds, maya.utils = cmds, utils
        cmds.about = lambda batch=False: self.batch
        cmds.polyCube = self._poly_cube
        utils.executeDeferred = self._execute_deferred
        utils.executeInMainThreadWithResult = self._execute_with_result
        sys.modules.update(zip(MODULES, (maya, cmds, utils)))
        return self

    def remove(self):
        for name in MODULES:
            sys.modules.pop(name, None)

    def run_until(self, done):
        if self.batch:
            raise AssertionError("Maya in batch mode has no loop")
        self.loop.run_until(done)

    def _poly_cube(self, name=None):
        if not self.loop.on_main:
            raise RuntimeError("polyCube: Maya command used outside the main thread")
        self.cubes.append(name or "pCube%d" % (len(self.cubes) + 1))
        return [self.cubes[-1], "polyCube%d" % len(self.cubes)]

    def _execute_deferred(self, call, *arguments, **named):
        if not self.batch:
            self.loop.post_idle(lambda: call(*arguments, **named))

    def _execute_with_result(self, call, *arguments, **named):
        if self.loop.on_main:
            return call(*arguments, **named)
        if self.batch:
            raise RuntimeError("executeInMainThreadWithResult is not available in batch mode")
        done, outcome = threading.Event(), []

        def run():
            try:
                outcome.append(call(*arguments, **named))
            finally:
                done.set()

        self.loop.post_idle(run)
        done.wait()
        return outcome[0]
