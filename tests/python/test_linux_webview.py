"""Panels: what only a page that runs JavaScript can show."""

import sys
import threading
import unittest

import support
from support import wait
from test_webview import TIMEOUT, PanelTest

import auroraview
from auroraview import WebView, _doctor
from auroraview.utils import pump_until


def setUpModule():
    support.start_display()


class Handlers(PanelTest):
    def test_functions_of_the_api_spread_their_arguments(self):
        self.view.bind_call("f", lambda *given: list(given))
        self.assertEqual(self.eval("auroraview.api.f(7, 8)"), [7, 8])

    def test_what_was_accepted_runs_what_was_registered_then(self):
        busy, go, seen = threading.Event(), threading.Event(), []

        @self.view.on("busy")
        def on_busy():
            busy.set()
            wait(go)

        def register(name, mark):
            self.view.bind_call("call_" + name, lambda: mark)
            self.view.on("event_" + name, lambda data: seen.append(mark))

        register("again", "former")
        register("removed", "former")
        before = len(self.view._session.handlers)
        self.eval(
            "window.answers = Promise.all(['busy', 'call_again', 'call_removed'].map(name => auroraview.call(name)));"
            "auroraview.send_event('event_again'); auroraview.send_event('event_removed'); void 0"
        )
        wait(busy)
        self.eval("1")  # the page's messages before this one are accepted: they stand behind the busy handler
        register("again", "new")
        for name in ("call_removed", "event_removed"):
            self.assertTrue(self.view.off(name))
        go.set()
        self.assertEqual(self.eval("answers")[1:], ["former", "former"])
        self.assertTrue(pump_until(lambda: seen == ["former", "former"], support.WAIT))
        self.assertEqual(self.eval("auroraview.call('call_again')"), "new")
        self.assertEqual(self.eval("auroraview.call('call_removed').catch(error => error.code)"), "UnknownMethod")
        gone = lambda: len(self.view._session.handlers) == before - 2  # noqa: E731
        self.assertTrue(pump_until(gone, support.WAIT), "the four former functions are given back, two are new")

    def test_an_error_carries_no_traceback(self):
        self.view.bind_call("fail", lambda: 1 // 0)
        self.assertIsNone(self.eval("auroraview.call('fail').catch(error => error.remoteStack ?? null)"), "a stack only in debug")


    def test_containers_as_parameters_arrive_or_are_refused(self):
        self.view.bind_call("keep", lambda *given, **names: [list(given), names])
        for value, expected in (
            ("new Uint8Array([1, 2]).buffer", [[1, 2], {}]), ("new Map([['a', 1]])", [[["a", 1]], {}]), ("new Set([1])", [[1], {}]),
            ("{ e: new Error('boom') }", [[], {"e": {"name": "Error", "message": "boom"}}]), ("[2n ** 70n]", [[2**70], {}]), ("[NaN, -0]", [[None, 0], {}]),
        ):
            self.assertEqual(self.eval("auroraview.call('keep', %s)" % value), expected)
        for value, what in (
            ("new Blob(['x'])", "params is a Blob"), ("[new File([], 'f')]", "params[0] is a File"), ("{ p: Promise.resolve(1) }", "params.p is a promise"),
            ("{ n: document.body }", "params.n is DOM node (BODY)"), ("new MouseEvent('click')", "params is a MouseEvent"), ("{ f() {} }", "params.f is a function"),
            ("window", "params"), ("new FormData()", "params is a FormData"), ("document.createElement('canvas').getContext('2d')", "params is a CanvasRenderingContext2D"),
        ):
            self.assertIn("InvalidArguments: " + what, self.eval("auroraview.call('keep', %s).catch(e => e.code + ': ' + e.message)" % value))


class DebugPanel(PanelTest):
    options = {"debug": True}

    def test_an_error_carries_the_traceback(self):
        self.view.bind_call("fail", lambda: 1 // 0)
        self.assertIn("ZeroDivisionError", self.eval("auroraview.call('fail').catch(error => error.remoteStack)"))


class Drawing(unittest.TestCase):
    def test_the_option_counts_and_the_panel_says_what_was_chosen_and_why(self):
        for wanted, accelerated in (("always", True), ("never", False)):
            with WebView(html="<p>hi</p>", acceleration=wanted) as view:
                view.show()
                self.assertTrue(pump_until(lambda: view.info["process_id"], support.WAIT))
                info = view.info
                self.assertEqual((info["accelerated"], info["acceleration_because"]), (accelerated, "The panel asks for it."))

    def test_the_doctor_says_what_auto_comes_to(self):
        found = [finding for finding in _doctor.examine() if finding.name == "graphics"]
        self.assertEqual([finding.state for finding in found], [_doctor.OK])
        self.assertIn("accelerated", found[0].text)


class Scripts(PanelTest):
    def test_values_arrive_as_python_has_them(self):
        for script, value in (
            ("1 + 1", 2), ("1.5", 1.5), ("'é'", "é"), ("null", None), ("undefined", None), ("[1, {a: null}]", [1, {"a": None}]),
            ("-Infinity", float("-inf")), ("12345678901234567890n", 12345678901234567890), ("await Promise.resolve(3)", 3),
        ):
            self.assertEqual(self.eval(script), value)
        self.assertNotEqual(self.eval("NaN"), self.eval("NaN"))

    def test_what_a_script_throws_has_name_message_and_stack(self):
        with self.assertRaises(auroraview.JavaScriptError) as caught:
            self.eval("function f() { throw new TypeError('no such node') } f()")
        self.assertIsInstance(caught.exception, RuntimeError)
        self.assertEqual((caught.exception.name, caught.exception.message), ("TypeError", "no such node"))
        self.assertIn("f", caught.exception.stack)
        with self.assertRaises(auroraview.JavaScriptError) as caught:
            self.eval("1 +")
        self.assertEqual(caught.exception.name, "SyntaxError")

    def test_a_result_that_cannot_leave_the_page_is_an_error(self):
        with self.assertRaisesRegex(auroraview.JavaScriptResultError, "cannot leave the page"):
            self.eval("document.body")

    def test_a_result_that_python_cannot_hold_is_told_to_each_kind_of_caller(self):
        limit = getattr(sys, "get_int_max_str_digits", lambda: 0)()
        for script, is_error in (("10n ** 5000n", 0 < limit < 5000), ("Promise.resolve(%s1%s)" % ("[" * 70, "]" * 70), True)):
            got = []
            self.view.eval_js_async(script, lambda result, error: got.append((result, error)), TIMEOUT)
            self.assertTrue(pump_until(lambda: got, support.WAIT))
            self.assertEqual(isinstance(got[0][1], auroraview.JavaScriptResultError), is_error, got)
            if is_error:
                with self.assertRaises(auroraview.JavaScriptResultError):
                    self.eval(script)
        self.view.eval_js_async("throw new Error('half \\ud83d')", lambda result, error: got.append(error.message), TIMEOUT)
        self.assertTrue(pump_until(lambda: "half \ud83d" in got or "half \ufffd" in got, support.WAIT))

    def test_it_goes_on_after_what_it_awaits(self):
        self.view.on("main", lambda: 5)
        self.assertEqual(self.eval("(await auroraview.call('main')) * 2"), 10)


class Screenshots(PanelTest):
    def test_one_that_does_not_come_names_the_panel(self):
        self.view.eval_js("setTimeout(() => { for (;;); }, 0)")
        with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
            while True:  # the page hangs in a moment
                self.view.screenshot(200)
        self.assertIn("screenshot of the panel", str(caught.exception))


class Events(PanelTest):
    def test_early_emits_and_the_order_of_events_are_kept(self):
        seen, last = [], threading.Event()
        view = WebView(html="<script>auroraview.on('n', n => auroraview.send_event('seen', n))</script>")
        self.addCleanup(view.close, force=True)

        @view.on("seen")
        def on_seen(data):
            seen.append(data["n"])
            if len(seen) == 50:
                last.set()

        for number in range(50):
            view.emit("n", {"n": number})
        view.show()
        wait(last)
        self.assertEqual(seen, list(range(50)))

    def test_the_window_and_the_page_tell(self):
        sizes, titles = threading.Event(), []
        self.view.on_event("resized", lambda data: data["width"] == 432 and sizes.set())
        self.view.on_event("title_changed", lambda data: titles.append(data["title"]))
        self.eval("document.title = 'hello'")
        self.assertTrue(pump_until(lambda: "hello" in titles, support.WAIT))
        self.view.resize(432, 321)
        wait(sizes)
        self.assertGreater(self.view.window, 0)
        self.assertEqual(self.view.screenshot(TIMEOUT)[:4], b"\x89PNG")


if __name__ == "__main__":
    unittest.main()
