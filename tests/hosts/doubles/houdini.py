"""A double of Houdini's Python.

- ``hou.isUIAvailable``: https://www.sidefx.com/docs/houdini/hom/hou/isUIAvailable.html; false in hython.
- ``hou.ui.addEventLoopCallback``: https://www.sidefx.com/docs/houdini/hom/hou/ui.html; Houdini calls it whenever its event loop is idle.
- ``hdefereval`` ships with Houdini as Python source: a queue that such a callback empties. It can be imported in a graphical Houdini only.
  Its blocking ``executeInMainThreadWithResult`` hands the result over in globals of the module and has neither a timeout nor a look at the calling
  thread: two callers at once can get each other's result, and the main thread waits for itself.
- Houdini turns Qt's dispatcher itself; Qt events that other threads post are not delivered by it.
"""

import sys
import threading
import types

from .loop import HostHung, MainLoop

MODULES = ("hou", "hdefereval", "PySide2", "PySide2.QtCore")


class HoudiniDouble:
    """Installs ``hou`` and ``hdefereval``; with ``ui=False`` it is hython, where the latter cannot be imported."""

    def __init__(self, ui=True):
        self.loop = MainLoop()
        self.ui = ui
        self.nodes = []
        self.undelivered = []
        self._callbacks = []

    def install(self):
        hou = types.ModuleType("hou")
        hou.isUIAvailable = lambda: self.ui
        hou.createNode = self._create_node
        sys.modules["hou"] = hou
        if self.ui:
            hou.ui = types.SimpleNamespace(
                addEventLoopCallback=self._callbacks.append,
                removeEventLoopCallback=self._callbacks.remove,
                eventLoopCallbacks=lambda: tuple(self._callbacks),
            )
            sys.modules["hdefereval"] = self._hdefereval(hou)
            self._install_qt()
        else:
            sys.modules["hdefereval"] = None  # importing it raises ImportError
        return self

    def remove(self):
        for name in MODULES:
            sys.modules.pop(name, None)

    def run_until(self, done):
        if not self.ui:
            raise AssertionError("hython has no loop")
        self.loop.run_until(done, turn=lambda: [call() for call in list(self._callbacks)])

    def run_loop_until_queued(self, count):
        """Turns nothing, and returns when that many calls wait in ``hdefereval``."""
        self.loop.run_until(lambda: len(sys.modules["hdefereval"].queue) == count)

    def _create_node(self, name):
        if not self.loop.on_main:
            raise RuntimeError("the scene was touched outside the main thread")
        self.nodes.append(name)
        return "/obj/" + name

    def _hdefereval(self, hou):
        module = types.ModuleType("hdefereval")
        module.queue = []
        module.last_result = None
        module.done = threading.Condition()

        def process():
            while module.queue:
                module.queue.pop(0)()

        def execute_deferred(call, *arguments, **named):
            module.queue.append(lambda: call(*arguments, **named))
            if process not in hou.ui.eventLoopCallbacks():
                hou.ui.addEventLoopCallback(process)
            self.loop.post(lambda: None)

        def execute_with_result(call, *arguments, **named):
            if self.loop.on_main:
                raise HostHung("executeInMainThreadWithResult on the main thread waits for the main thread")

            def run():
                with module.done:
                    module.last_result = call(*arguments, **named)
                    module.done.notify()

            with module.done:
                execute_deferred(run)
                module.done.wait()
            return module.last_result

        module.executeDeferred = execute_deferred
        module.executeInMainThreadWithResult = execute_with_result
        return module

    def _install_qt(self):
        package, core = types.ModuleType("PySide2"), types.ModuleType("PySide2.QtCore")

        class QCoreApplication:
            @staticmethod
            def instance():
                return self

        core.QCoreApplication = QCoreApplication
        package.QtCore = core
        sys.modules.update({"PySide2": package, "PySide2.QtCore": core})

    def post_qt_event(self, call):
        """A Qt event: delivered when main posts it, and never when another thread does."""
        if self.loop.on_main:
            self.loop.post(call)
        else:
            self.undelivered.append(call)
