"""What a panel leaves behind when it is closed: nothing, however many there were and however large their values."""

import ctypes
import gc
import json
import threading
import unittest
import weakref

import support

from auroraview import WebView, _native
from auroraview._process import anchor
from auroraview._session import current
from auroraview.utils import pump_until

MEGABYTE = 1 << 20
MOST_KEPT = 24 * MEGABYTE
"""Of the library's heap, after a panel that has moved hundreds of megabytes is closed."""


def setUpModule():
    support.start_display()


def held():
    """What the library holds."""
    text = _native.Text()
    _native.check(_native.lib.av_dispatch_state(current().handle, ctypes.byref(text)))
    return json.loads(_native.take(text).decode("utf-8"))


class Memory(unittest.TestCase):
    def open(self, **options):
        view = WebView(html="<p>x</p>", **options)
        self.addCleanup(view.close, force=True)
        view.bind_call("size", lambda text: len(text))
        view.bind_call("give", lambda count: "x" * count)
        view.show()
        return view

    def eval(self, view, script):
        return view.eval_js_sync(script, int(support.WAIT * 1000))

    def close(self, view):
        view.close(force=True)
        self.assertTrue(pump_until(lambda: view.is_closed, support.WAIT))

    def settle(self, condition):
        self.assertTrue(pump_until(lambda: gc.collect() >= 0 and condition(), support.WAIT))

    def test_closed_panels_leave_nothing(self):
        session, callbacks = current(), len(anchor().callbacks)
        gc.collect()
        before = held()["handles"]  # the panels of other tests may still be among them, and go meanwhile
        gone = []
        for turn in range(6):
            view = self.open(dcc_mode=turn % 2 == 0)
            self.assertEqual(self.eval(view, "auroraview.call('size', ['four'])"), 4)
            view.on_event("closing", lambda: None)
            view.eval_js_async("1", lambda value, error: None)
            self.close(view)
            gone.append(weakref.ref(view))
            self.doCleanups()
            del view
        self.settle(lambda: all(ref() is None for ref in gone))
        self.settle(lambda: held()["handles"] <= before)
        self.settle(lambda: not (session.handlers or session.views or session.results) and len(session.calls) == 1)  # this condition itself
        self.settle(lambda: len([thread for thread in threading.enumerate() if thread.name.startswith("handlers of")]) == 0)
        self.assertEqual(len(anchor().callbacks), callbacks)

    def test_large_values_both_ways_leave_nothing(self):
        for megabytes in (20, 90):
            size = megabytes * MEGABYTE
            view = self.open(max_message_bytes=110 * MEGABYTE, max_pending_bytes=120 * MEGABYTE, queue_bytes=120 * MEGABYTE)
            self.assertEqual(len(self.eval(view, "'x'.repeat(%d)" % size)), size)
            self.assertEqual(self.eval(view, "auroraview.call('size', ['x'.repeat(%d)])" % size), size)
            self.assertEqual(self.eval(view, "auroraview.call('give', [%d]).then(text => text.length)" % size), size)
            view.emit("e", "x" * size)
            self.assertEqual(self.eval(view, "('%s').length" % ("x" * (size // 32))), size // 32)
            self.close(view)
            # The panel is told to be closed a moment before its memory is given back.
            pump_until(lambda: held()["heap_bytes"] < MOST_KEPT, support.WAIT)
            kept = held()
            self.assertLess(kept["heap_bytes"], MOST_KEPT, "after %d MB: %r" % (megabytes, kept))


if __name__ == "__main__":
    unittest.main()
