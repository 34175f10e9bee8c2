"""A panel in a window that its host destroys, without any toolkit: it closes, unless a handler keeps it or gives it another place."""

import threading
import unittest

import support
from support import wait

from auroraview import WebView
from auroraview._x11 import Connection
from auroraview.utils import pump_until


def setUpModule():
    support.start_display()


class Parent(unittest.TestCase):
    def open(self, options=(), **handlers):
        self.host = Connection()
        self.addCleanup(lambda: self.host.close())
        view = WebView(html="<p>x</p>", parent=self.host.make_window(300, 200), **dict(options))
        self.addCleanup(view.close, force=True)
        for event, handler in handlers.items():
            view.on_event(event, handler)
        view.show()
        self.assertEqual(view.eval_js_sync("window.kept = 1", int(support.WAIT * 1000)), 1)
        self.process = view.info["process_id"]
        return view

    def lose_parent(self):
        self.host.close()
        self.host = Connection()

    def assert_closes(self, view):
        self.assertTrue(pump_until(lambda: view.is_closed and support.has_ended(self.process), support.WAIT))

    def test_it_closes_and_its_process_ends(self):
        told = []
        view = self.open(closing=lambda: False, closed=lambda said: told.append(said["reason"]))
        self.lose_parent()
        self.assert_closes(view)
        self.assertTrue(pump_until(lambda: told == ["Requested"], support.WAIT))

    def test_it_closes_also_while_the_main_thread_takes_no_calls(self):
        view = self.open(options={"dcc_mode": True})
        self.lose_parent()
        looked = threading.Event()
        for _ in range(int(support.WAIT / 0.05)):
            if view.is_closed and support.has_ended(self.process):
                return
            looked.wait(0.05)
        self.fail("the panel waits for a main thread that has nothing to do with it")

    def test_a_handler_that_only_looks_or_raises_does_not_keep_it(self):
        for handler in (lambda: None, lambda: 1 // 0):
            view = self.open(parent_lost=handler)
            self.lose_parent()
            self.assert_closes(view)

    def test_a_handler_that_returns_false_keeps_it_for_another_place(self):
        lost = threading.Event()
        view = self.open(parent_lost=lambda: lost.set() or False)
        for _ in range(2):
            lost.clear()
            self.lose_parent()
            wait(lost)
            view.reparent(self.host.make_window(320, 240))
            self.assertEqual(view.eval_js_sync("kept"), 1)
        self.assertEqual(view.state, "open")

    def test_a_handler_that_gives_it_another_place_at_once_keeps_it(self):
        moved = threading.Event()
        host = Connection()
        self.addCleanup(host.close)

        def move():
            view.reparent(host.make_window(320, 240))
            moved.set()

        view = self.open(parent_lost=move)
        self.lose_parent()
        wait(moved)
        self.assertEqual(view.eval_js_sync("kept"), 1)
        self.assertEqual(view.state, "open")


if __name__ == "__main__":
    unittest.main()
