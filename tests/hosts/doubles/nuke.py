"""A double of Nuke's Python.

Follows "Threading" in Foundry's Python developer guide
(https://learn.foundry.com/nuke/developers/90/pythondevguide/threading.html):

- ``executeInMainThread(call, args, kwargs)`` runs it on main and returns at once, ``executeInMainThreadWithResult`` waits;
- called on the main thread either of them hangs Nuke;
- an exception of the call does not reach the waiting thread: it gets ``None``.

``nuke.env["gui"]`` is false in terminal mode (https://learn.foundry.com/nuke/developers/latest/pythonreference).
"""

import sys
import threading
import types

from .loop import HostHung, MainLoop


class NukeDouble:
    """Installs ``nuke``; with ``gui=False`` it is ``nuke -t``."""

    def __init__(self, gui=True):
        self.loop = MainLoop()
        self.gui = gui
        self.hangs = 0
        self.nodes = []

    def install(self):
        nuke = types.ModuleType("nuke")
        nuke.env = {"gui": self.gui, "NukeVersionMajor": 13}
        nuke.GUI = self.gui
        nuke.executeInMainThread = self._execute
        nuke.executeInMainThreadWithResult = self._execute_with_result
        nuke.createNode = self._create_node
        sys.modules["nuke"] = nuke
        return self

    def remove(self):
        sys.modules.pop("nuke", None)

    def run_until(self, done):
        if not self.gui:
            raise AssertionError("nuke -t has no loop")
        self.loop.run_until(done)

    def _create_node(self, name):
        if not self.loop.on_main:
            raise RuntimeError("the script was touched outside the main thread")
        self.nodes.append(name)
        return name

    def _refuse_main(self, what):
        if self.loop.on_main:
            self.hangs += 1
            raise HostHung(what + " on the main thread hangs Nuke")

    def _execute(self, call, args=(), kwargs=None):
        self._refuse_main("executeInMainThread")
        self.loop.post(lambda: call(*args, **(kwargs or {})))

    def _execute_with_result(self, call, args=(), kwargs=None):
        self._refuse_main("executeInMainThreadWithResult")
        done, outcome = threading.Event(), [None]

        def run():
            try:
                outcome[0] = call(*args, **(kwargs or {}))
            except Exception as error:
                self.loop.errors.append(error)
            finally:
                done.set()

        self.loop.post(run)
        done.wait()
        return outcome[0]
