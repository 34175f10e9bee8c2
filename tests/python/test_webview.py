"""Panels: handlers, scripts, events, close."""

import asyncio
import json
import logging
import threading
import traceback
import unittest

import support
from support import Worker, wait

import auroraview
from auroraview import BridgeError, WebView
from auroraview.utils import dcc_thread_safe, pump_until, run_on_main_thread_sync

TIMEOUT = int(support.WAIT * 1000)


def setUpModule():
    support.start_display()


class PanelTest(unittest.TestCase):
    options = {}

    def setUp(self):
        self.view = WebView(title=self._testMethodName, html="<p>page</p>", **self.options)
        self.addCleanup(self.view.close, force=True)
        self.view.show()

    def eval(self, script):
        return self.view.eval_js_sync(script, TIMEOUT)

    def call(self, name, params=None):
        """What a call of the page gives: ``["result", value]`` or ``["error", code, message, type]``."""
        given = "" if params is None else ", " + params
        return self.eval(
            "auroraview.call(%s%s).then(value => ['result', value], error => ['error', error.code, error.message, error.remoteType])"
            % (json.dumps(name), given)
        )


class Handlers(PanelTest):
    def test_bind_call_spreads_what_the_page_sends(self):
        self.view.bind_call("f", lambda a, b=2, *rest, **more: [a, b, list(rest), more])
        self.assertEqual(self.call("f", "{a: 1}"), ["result", [1, 2, [], {}]])
        self.assertEqual(self.call("f", "{b: 1, a: 3, c: 4}"), ["result", [3, 1, [], {"c": 4}]])
        self.assertEqual(self.call("f", "[1, null, 3]"), ["result", [1, None, [3], {}]])
        self.assertEqual(self.call("f", "null"), ["result", [None, 2, [], {}]])
        self.assertEqual(self.call("f", "'text'"), ["result", ["text", 2, [], {}]])
        self.assertEqual(self.eval("auroraview.api.f(7, 8)"), [7, 8, [], {}])
        code, message = self.call("f")[1:3]
        self.assertEqual(code, "InvalidArguments")
        self.assertIn("missing a required argument: 'a'", message)

    def test_on_gives_a_single_argument_the_object_as_it_is(self):
        self.view.on("f", lambda data: {"got": data})
        self.assertEqual(self.call("f", "{path: 'a'}"), ["result", {"got": {"path": "a"}}])
        self.assertEqual(self.call("f"), ["result", {"got": None}])
        self.assertEqual(self.call("f", "[5]"), ["result", {"got": 5}])
        self.assertEqual(self.call("f", "[5, 6]"), ["result", {"got": [5, 6]}])

    def test_on_without_parameters_takes_nothing(self):
        self.view.on("f", lambda: "none")
        self.assertEqual(self.call("f"), ["result", "none"])
        self.assertEqual(self.call("f", "{a: 1}")[1], "InvalidArguments")

    def test_an_events_list_arrives_whole(self):
        got, arrived = [], threading.Event()

        @self.view.on("files")
        def files(data):
            got.append(data)
            arrived.set()

        self.eval("auroraview.send_event('files', ['one'])")
        wait(arrived)
        self.assertEqual(got, [["one"]])

    def test_what_it_raises_is_the_pages_error(self):
        def fail(kind):
            raise {"value": ValueError("bad name"), "own": BridgeError("taken", "NameTaken", {"by": "cube1"}), "late": TimeoutError("late")}[kind]

        self.view.bind_call("fail", fail)
        self.assertEqual(self.call("fail", "['value']"), ["error", "HandlerFailed", "bad name", "ValueError"])
        self.assertEqual(self.call("fail", "['late']")[1], "Timeout")
        self.assertEqual(self.call("fail", "['own']")[1:3], ["NameTaken", "taken"])
        self.assertEqual(self.eval("auroraview.call('fail', ['own']).catch(error => error.data)"), {"by": "cube1"})
        self.assertIsNone(self.eval("auroraview.call('fail', ['value']).catch(error => error.remoteStack ?? null)"), "a stack only in debug")

    def test_an_event_whose_handler_raises_is_logged_with_its_traceback(self):
        failed = threading.Event()
        self.view.on_event("error", lambda data: failed.set())
        self.view.on("f", lambda: 1 // 0)
        with self.assertLogs("auroraview", logging.ERROR) as logs:
            self.eval("auroraview.send_event('f')")
            wait(failed)
        self.assertIn("ZeroDivisionError", logs.output[0])

    def test_a_result_that_is_not_json_is_a_clear_error(self):
        itself = []
        itself.append(itself)
        for value, text in ((float("nan"), "NaN"), (float("inf"), "infinities"), ({"a": object()}, "object"), (itself, "Circular")):
            self.view.bind_call("f", lambda value=value: value)
            kind, code, message, _ = self.call("f")
            self.assertEqual((kind, code), ("error", "ResultNotSerializable"))
            self.assertIn(text, message)

    def test_text_of_every_kind_survives(self):
        self.view.bind_call("echo", lambda text: text)
        for text in ("", "é", "日本語", "\U0001f600", "</script>\u2028", "\ud800", 'a"\\\n\0'):
            self.assertEqual(self.call("echo", "[%s]" % json.dumps(text)), ["result", text])

    def test_the_last_of_a_name_runs_and_off_removes_it(self):
        self.view.on("f", lambda: 1)
        self.view.on("f", lambda: 2)
        self.assertEqual(self.call("f"), ["result", 2])
        self.assertTrue(self.view.off("f"))
        self.assertFalse(self.view.off("f"))
        self.assertEqual(self.call("f")[1], "UnknownMethod")

    def test_bind_api_binds_public_methods(self):
        class Api:
            def cube(self, size=1):
                return ["cube", size]

            def _hidden(self):
                return "hidden"

        self.assertEqual(self.view.bind_api(Api()), ["cube"])
        self.assertEqual(self.view.bind_api(Api(), "scene"), ["scene.cube"])
        self.assertEqual(self.eval("auroraview.api.cube(3)"), ["cube", 3])
        self.assertEqual(self.call("scene.cube", "{size: 4}"), ["result", ["cube", 4]])
        self.assertEqual(self.call("_hidden")[1], "UnknownMethod")

    def test_a_coroutine_function_is_refused(self):
        async def handler(data):
            return data

        with self.assertRaisesRegex(TypeError, "coroutine"):
            self.view.on("f", handler)

    def test_the_decorator_gives_the_function_back(self):
        def handler():
            return 1

        self.assertIs(self.view.on("a")(handler), handler)
        self.assertIs(self.view.bind_call("b", handler), handler)


class DebugPanel(PanelTest):
    options = {"debug": True}

    def test_an_error_carries_the_traceback(self):
        self.view.bind_call("fail", lambda: 1 // 0)
        self.assertIn("ZeroDivisionError", self.eval("auroraview.call('fail').catch(error => error.remoteStack)"))


class Waits(PanelTest):
    def test_main_that_waits_for_a_script_serves_the_handler_it_needs(self):
        ran = []

        @self.view.on("main")
        @dcc_thread_safe
        def on_main(data):
            ran.append(threading.current_thread())
            return self.eval("1 + 1") + data["more"]

        self.assertEqual(self.eval("(await auroraview.call('main', {more: 3})) * 2"), 10)
        self.assertEqual(ran, [threading.main_thread()])

    def test_a_handler_and_main_can_wait_for_each_other_in_turn(self):
        self.view.on("inner", lambda data: data["depth"])
        self.view.on("outer", lambda: run_on_main_thread_sync(lambda: self.eval("auroraview.call('inner', {depth: 2})")))
        self.assertEqual(self.call("outer"), ["result", 2])

    def test_a_worker_waits_for_main_while_main_waits_for_the_page(self):
        self.view.on("spawn", lambda: Worker(lambda: run_on_main_thread_sync(lambda: "main")).outcome_without_pump())
        worker = Worker(lambda: self.call("spawn"))
        self.assertEqual(worker.outcome(), ["result", "main"])

    def test_a_script_that_never_ends_times_out_with_what_was_going_on(self):
        with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
            self.view.eval_js_sync("new Promise(() => {})", 200)
        self.assertIsInstance(caught.exception, TimeoutError)
        self.assertEqual(caught.exception.snapshot["timeout_ms"], 200)
        self.assertIn("new Promise", caught.exception.snapshot["function"])


class Quits(PanelTest):
    """``KeyboardInterrupt`` and ``SystemExit`` in a handler: the page gets an error, and the main thread gets the very object."""

    def test_in_a_handler_on_main_ends_the_pump(self):
        for raised in (KeyboardInterrupt("stop"), SystemExit(3)):
            self.view.get_proxy().on_dcc_main_thread("quit", self.raiser(raised))
            worker = Worker(lambda: self.call("quit"))
            with self.assertRaises(type(raised)) as caught:
                pump_until(lambda: False, support.WAIT)
            self.assertIs(caught.exception, raised)
            self.assertEqual(worker.outcome()[:2], ["error", "Cancelled"])

    def test_in_a_handler_that_main_runs_inside_its_wait_ends_the_wait(self):
        for raised in (KeyboardInterrupt("stop"), SystemExit(3)):
            self.view.get_proxy().on_dcc_main_thread("quit", self.raiser(raised))
            with self.assertRaises(type(raised)) as caught:
                self.eval("auroraview.call('quit').catch(error => error.code)")
            self.assertIs(caught.exception, raised)
            self.assertEqual(self.eval("1 + 1"), 2)

    def test_on_the_panels_own_thread_it_is_the_pages_error_and_the_thread_goes_on(self):
        self.view.on("quit", self.raiser(SystemExit(3)))
        self.assertEqual(self.call("quit"), ["error", "Cancelled", "3", "SystemExit"])
        self.assertEqual(self.call("quit")[1], "Cancelled")

    def test_in_a_handler_of_the_panels_events_ends_the_pump(self):
        raised = KeyboardInterrupt("stop")
        view = WebView(html="<p>page</p>", dcc_mode=True)
        self.addCleanup(view.close, force=True)
        view.on_event("ready", self.raiser(raised))
        view.show()
        with self.assertRaises(KeyboardInterrupt) as caught:
            pump_until(lambda: False, support.WAIT)
        self.assertIs(caught.exception, raised)

    @staticmethod
    def raiser(error):
        def handler():
            raise error

        return handler


class Identity(PanelTest):
    """What crosses threads but not the bridge is the object itself."""

    def test_through_the_proxy_results_and_exceptions_are_the_same_objects(self):
        proxy, given, raised = self.view.get_proxy(), object(), LookupError("no such node")

        def fail():
            raise raised

        self.assertIs(Worker(lambda: proxy.call_on_dcc_main_thread(lambda: given)).outcome(), given)
        try:
            Worker(lambda: proxy.call_on_dcc_main_thread(fail)).outcome()
            self.fail("nothing was raised")
        except LookupError as caught:
            self.assertIs(caught, raised)
            self.assertIn("fail", [frame.name for frame in traceback.extract_tb(caught.__traceback__)])

    def test_through_calls_that_main_runs_inside_its_wait_they_are_too(self):
        raised, seen = LookupError("no such node"), []

        def fail():
            raise raised

        def ask():
            try:
                run_on_main_thread_sync(fail, timeout=support.WAIT)
            except LookupError as error:
                seen.append(error)

        self.view.on("ask", ask)
        self.assertEqual(self.call("ask"), ["result", None])
        self.assertIs(seen[0], raised)


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

    def test_a_callback_gets_the_result_or_the_error(self):
        got = {}

        def start(name, script, timeout_ms):
            self.assertIsNone(self.view.eval_js_async(script, lambda result, error: got.update({name: (result, error)}), timeout_ms))

        start("value", "6 * 7", TIMEOUT)
        start("thrown", "throw new Error('no')", TIMEOUT)
        start("late", "new Promise(() => {})", 100)
        self.assertTrue(pump_until(lambda: len(got) == 3, support.WAIT))
        self.assertEqual(got["value"], (42, None))
        self.assertIsInstance(got["thrown"][1], auroraview.JavaScriptError)
        self.assertIsInstance(got["late"][1], auroraview.ThreadDispatchTimeoutError)

    def test_it_can_be_awaited_on_any_thread(self):
        async def use():
            with self.assertRaises(auroraview.JavaScriptError):
                await self.view.eval_js_async("throw 1", timeout_ms=TIMEOUT)
            return await asyncio.gather(*(self.view.eval_js_async("%d * 2" % number, timeout_ms=TIMEOUT) for number in range(5)))

        self.assertEqual(asyncio.run(use()), [0, 2, 4, 6, 8])
        self.assertEqual(Worker(lambda: asyncio.run(use())).outcome_without_pump(), [0, 2, 4, 6, 8])

    def test_arguments_of_the_wrong_kind_are_refused(self):
        for call in (lambda: self.view.eval_js(5), lambda: self.view.emit(5), lambda: self.view.on("f", "g")):
            with self.assertRaises(TypeError):
                call()
        for call in (lambda: self.view.eval_js_sync("1", -1), lambda: self.view.emit(""), lambda: self.view.resize(0, 5), lambda: self.view.on_event("nope")):
            with self.assertRaises(ValueError):
                call()
        with self.assertRaises(BridgeError):
            self.view.emit("x", float("nan"))


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

    def test_closing_can_be_refused_and_closed_comes_once(self):
        answers, closed = [False, None], []
        self.view.on_event("closing", lambda: answers.pop(0))
        self.view.on_event("closed", closed.append)
        self.assertFalse(self.view.close())
        self.assertEqual(self.view.state, "open")
        self.assertTrue(self.view.close())
        self.assertTrue(pump_until(lambda: closed, support.WAIT))
        self.assertTrue(self.view.close())
        self.assertEqual([data["reason"] for data in closed], ["Requested"])


class Close(PanelTest):
    def test_who_is_blocked_gets_one_error_each(self):
        inside, release = [], threading.Event()
        self.view.on("inside", lambda: inside.append(1))
        self.view.on("block", lambda: (inside.append(1), release.wait(support.WAIT))[0])

        def blocked():
            with self.assertRaises(auroraview.ShutdownInProgressError):
                self.view.eval_js_sync("auroraview.send_event('inside'); new Promise(() => {})", None)
            return True

        workers = [Worker(blocked) for _ in range(4)]
        self.assertTrue(pump_until(lambda: len(inside) == 4, support.WAIT))
        self.eval("auroraview.call('block'); 1")
        self.assertTrue(pump_until(lambda: len(inside) == 5, support.WAIT))
        self.assertTrue(self.view.close(timeout=0.1))
        self.assertTrue(all(worker.outcome() for worker in workers))
        release.set()

    def test_inside_a_handler_it_does_not_wait(self):
        self.view.on("close", lambda: self.view.close())
        self.view.eval_js("auroraview.call('close')")
        self.assertTrue(pump_until(lambda: self.view.is_closed, support.WAIT))

    def test_everything_after_it_is_refused(self):
        self.view.close()
        for call in (
            lambda: self.view.emit("x"), lambda: self.view.eval_js("1"), lambda: self.view.eval_js_sync("1"), self.view.show,
            lambda: self.view.on("f", print), lambda: self.view.load_html("x"), self.view.reload,
        ):
            with self.assertRaises(auroraview.ShutdownInProgressError):
                call()
        self.assertIn("closed", repr(self.view))

    def test_before_it_was_ever_shown(self):
        with WebView() as view:
            self.assertEqual(view.state, "created")
        self.assertEqual(view.state, "closed")


class Options(unittest.TestCase):
    def test_unknown_or_bad_options_are_refused(self):
        with self.assertRaisesRegex(TypeError, "titel"):
            WebView(titel="typo")
        for options in ({"width": 0}, {"url": "no url"}, {"url": "https://x.example", "html": "both"}, {"width": "wide"}):
            with self.assertRaises(ValueError):
                WebView(**options)
        with self.assertRaises(FileNotFoundError):
            WebView(file="no/such/file.html")
        with self.assertRaises(TypeError):
            WebView(parent=object())


if __name__ == "__main__":
    unittest.main()
