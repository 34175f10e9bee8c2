"""Which processes serve which panels."""

import os
import signal
import threading
import unittest

import support
from test_webview import TIMEOUT

import auroraview
from auroraview import WebView
from auroraview.utils import pump_until

HTML = "<title>kept</title>"


def setUpModule():
    support.start_display()


def page_processes(group):
    found = 0
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name) as stat:
                text = stat.read()
        except OSError:
            continue
        fields = text.rsplit(")", 1)[1].split()
        found += text.split("(", 1)[1].startswith("WebKitWebProc") and fields[0] != "Z" and int(fields[2]) == group
    return found


class Processes(unittest.TestCase):
    def show(self, **options):
        view = WebView(html=HTML, **options)
        self.addCleanup(view.close, force=True)
        view.show()
        self.assertEqual(view.eval_js_sync("document.title", timeout_ms=TIMEOUT), "kept")
        return view

    def test_panels_share_a_host_those_of_a_group_a_page_process_and_an_isolated_one_nothing(self):
        one, two = self.show(group="shelf"), self.show(group="shelf")
        other, alone = self.show(), self.show(isolated=True)
        host = one.info["process_id"]
        self.assertEqual([view.info["process_id"] for view in (two, other)], [host, host])
        self.assertNotEqual(alone.info["process_id"], host)
        self.assertEqual((page_processes(host), page_processes(alone.info["process_id"])), (2, 1))

    def test_isolated_in_a_group_is_refused(self):
        for options in ({"group": "g", "isolated": True}, {"group": ""}):
            self.assertRaises(ValueError, WebView, html=HTML, **options)

    def test_a_panel_host_that_is_killed_is_replaced_and_told(self):
        view = WebView(html=HTML)
        self.addCleanup(view.close, force=True)
        crashed = []
        view.on_event("crashed", crashed.append)
        view.show()
        self.assertEqual(view.eval_js_sync("document.title", timeout_ms=TIMEOUT), "kept")
        before = view.info["process_id"]
        os.kill(before, signal.SIGKILL)
        self.assertTrue(pump_until(lambda: crashed and view.info["process_id"] != before, support.WAIT))
        self.assertIn("signal 9", crashed[0]["detail"])

        def is_back():
            try:
                return view.eval_js_sync("document.title", timeout_ms=TIMEOUT) == "kept"
            except RuntimeError:
                return False

        back = threading.Event()

        def wait_for_it():
            while not is_back():
                pass
            back.set()

        threading.Thread(target=wait_for_it, daemon=True).start()
        self.assertTrue(pump_until(back.is_set, support.WAIT))

    def test_prewarm_makes_a_host_that_the_first_panel_uses(self):
        auroraview.prewarm(acceleration="never")
        view = self.show(acceleration="never")
        self.assertEqual(page_processes(view.info["process_id"]), 1)
        self.assertRaises(TypeError, auroraview.prewarm, folder="x")

    def test_a_host_is_kept_as_long_as_asked(self):
        auroraview.keep_warm(600)
        try:
            first = self.show(acceleration="always")
            host = first.info["process_id"]
            first.close()
            self.assertEqual(self.show(acceleration="always").info["process_id"], host)
        finally:
            auroraview.keep_warm(0)
        for wrong in (-1, 3601, "x"):
            self.assertRaises((TypeError, ValueError), auroraview.keep_warm, wrong)


if __name__ == "__main__":
    unittest.main()
