"""The unit test of RFC 0002's test plan that looks into documents."""

import unittest

import support
from support import Worker

from auroraview import DCCThreadSafeWrapper, ShutdownInProgressError, WebView
from auroraview.utils import pump_until


def setUpModule():
    support.start_display()


class RfcTests(unittest.TestCase):
    def test_thread_safe_wrapper(self):
        view = WebView(title="wrapper", html="<p>first</p>")
        safe = view.thread_safe()  # before show
        self.assertIsInstance(safe, DCCThreadSafeWrapper)
        heard = []
        view.on("heard", lambda data: heard.append(data))
        view.show()

        def use():
            safe.eval_js("auroraview.on('status', data => auroraview.send_event('heard', data)); document.title = 'set'")
            safe.emit("status", {"ready": True})
            safe.emit("status")
            found = [safe.eval_js_sync("document.title", timeout_ms=60000), safe.eval_js_sync("1 + 1", 60000)]
            safe.load_html("<p id=second>second</p>")
            found.append(safe.eval_js_sync("document.getElementById('second').textContent", 60000))
            safe.eval_js("window.kept = 1")
            safe.reload()
            found.append(safe.eval_js_sync("typeof window.kept + document.getElementById('second').textContent", 60000))
            return found

        self.assertEqual(Worker(use).outcome(), ["set", 2, "second", "undefinedsecond"])
        self.assertTrue(pump_until(lambda: len(heard) == 2, support.WAIT))
        self.assertEqual(heard, [{"ready": True}, {}])
        Worker(safe.close).outcome()
        self.assertEqual(view.state, "closed")
        with self.assertRaises(ShutdownInProgressError):
            safe.eval_js("1")
        safe.close()


if __name__ == "__main__":
    unittest.main()
