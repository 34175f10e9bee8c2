"""Panels: handlers, scripts, events, close."""

import asyncio
import json
import logging
import sys
import threading
import traceback
import unittest

import support
from support import Worker, page, wait

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

    def call(self, name, *params):
        """What a call of the page gives: ``["result", value]`` or ``["error", code, message, type, data]``."""
        return page.read(self.eval(page.outcome(name, *params)))


class Handlers(PanelTest):
    def test_bind_call_spreads_what_the_page_sends(self):
        self.view.bind_call("f", lambda a, b=2, *rest, **more: [a, b, list(rest), more])
        self.assertEqual(self.call("f", {"a": 1}), ["result", [1, 2, [], {}]])
        self.assertEqual(self.call("f", {"b": 1, "a": 3, "c": 4}), ["result", [3, 1, [], {"c": 4}]])
        self.assertEqual(self.call("f", [1, None, 3]), ["result", [1, None, [3], {}]])
        self.assertEqual(self.call("f", None), ["result", [None, 2, [], {}]])
        self.assertEqual(self.call("f", "text"), ["result", ["text", 2, [], {}]])
        code, message = self.call("f")[1:3]
        self.assertEqual(code, "InvalidArguments")
        self.assertIn("missing a required argument: 'a'", message)

    def test_on_gives_a_single_argument_the_object_as_it_is(self):
        self.view.on("f", lambda data: {"got": data})
        self.assertEqual(self.call("f", {"path": "a"}), ["result", {"got": {"path": "a"}}])
        self.assertEqual(self.call("f"), ["result", {"got": None}])
        self.assertEqual(self.call("f", [5]), ["result", {"got": 5}])
        self.assertEqual(self.call("f", [5, 6]), ["result", {"got": [5, 6]}])

    def test_on_without_parameters_takes_nothing(self):
        self.view.on("f", lambda: "none")
        self.assertEqual(self.call("f"), ["result", "none"])
        self.assertEqual(self.call("f", {"a": 1})[1], "InvalidArguments")

    def test_an_events_list_arrives_whole(self):
        got, arrived = [], threading.Event()

        @self.view.on("files")
        def files(data):
            got.append(data)
            arrived.set()

        self.eval(page.send("files", ["one"]))
        wait(arrived)
        self.assertEqual(got, [["one"]])

    def test_what_it_raises_is_the_pages_error(self):
        def fail(kind):
            raise {"value": ValueError("bad name"), "own": BridgeError("taken", "NameTaken", {"by": "cube1"}), "late": TimeoutError("late")}[kind]

        self.view.bind_call("fail", fail)
        self.assertEqual(self.call("fail", ["value"]), ["error", "HandlerFailed", "bad name", "ValueError", None])
        self.assertEqual(self.call("fail", ["late"])[:4], ["error", "HandlerFailed", "late", "TimeoutError"])
        self.assertEqual(self.call("fail", ["own"]), ["error", "NameTaken", "taken", "BridgeError", {"by": "cube1"}])

    def test_an_event_whose_handler_raises_is_logged_with_its_traceback(self):
        failed = threading.Event()
        self.view.on_event("error", lambda data: failed.set())
        self.view.on("f", lambda: 1 // 0)
        with self.assertLogs("auroraview", logging.ERROR) as logs:
            self.eval(page.send("f"))
            wait(failed)
        self.assertIn("ZeroDivisionError", logs.output[0])

    def test_a_result_that_is_not_json_is_a_clear_error(self):
        itself = []
        itself.append(itself)
        for value, text in ((float("nan"), "$ is nan: NaN"), ({"x": [float("inf")]}, "$.x[0] is inf"), ({"a": object()}, "$.a is a 'object'"), (itself, "$[0] contains itself")):
            self.view.bind_call("f", lambda value=value: value)
            kind, code, message = self.call("f")[:3]
            self.assertEqual((kind, code), ("error", "ResultNotSerializable"))
            self.assertIn(text, message)

    def test_every_outcome_is_told_also_one_that_cannot_travel(self):
        class Mute(Exception):
            def __str__(self):
                raise ValueError("no text")

        class Odd(dict):
            def items(self):
                raise OSError("no items")

        def nested(depth):
            value = []
            for _ in range(depth):
                value = [value]
            return value

        def fail(error):
            raise error

        for give, code, text in (
            (lambda: fail(OSError("caf\udce9.ma")), "HandlerFailed", "caf\udce9.ma"),
            (lambda: fail(Mute()), "HandlerFailed", "Mute"),
            (lambda: fail(BridgeError("taken", "NameTaken", {"by": b"x"})), "NameTaken", "$.data.by is a 'bytes'"),
            (lambda: fail(BridgeError("taken", "NameTaken", nested(600))), "NameTaken", "nested deeper than 512 levels"),
            (lambda: fail(RuntimeError("x" * 1000000)), "HandlerFailed", "xxx"),
            (lambda: 10**5000, "ResultNotSerializable", "integer" if sys.version_info >= (3, 11) else None),
            (lambda: nested(600), "ResultNotSerializable", "nested deeper than 512 levels"),
            (lambda: nested(50000), "ResultNotSerializable", "nested deeper than 512 levels"),
            (lambda: {"cube": [b"bytes"]}, "ResultNotSerializable", "$.cube[0] is a 'bytes'"),
            (lambda: {(1, 2): 3}, "ResultNotSerializable", "key of type 'tuple'"),
            (lambda: [Odd(a=1)], "ResultNotSerializable", None),
        ):
            for name in ("f", "g"):
                self.view.bind_call(name, give)
                told = self.call(name)
                if text is not None:
                    self.assertEqual(told[:2], ["error", code])
                    self.assertIn(text, told[2])
        self.view.bind_call("f", lambda: 1)
        self.assertEqual(self.call("f"), ["result", 1])

    def test_what_an_event_cannot_take_is_the_callers_error(self):
        for value in (b"x", [float("nan")], {"a": {1}}, [[[]] * 2] + [self._testMethodName, object()]):
            with self.assertRaises(BridgeError):
                self.view.emit("e", value)
        deep = []
        for _ in range(600):
            deep = [deep]
        for emit in (self.view.emit, self.view.emit_latest):
            with self.assertRaises(BridgeError) as caught:
                emit("e", deep)
            self.assertEqual(caught.exception.code, "TooDeep")

    def test_text_of_every_kind_survives(self):
        self.view.bind_call("echo", lambda text: text)
        for text in ("", "é", "日本語", "\U0001f600", "</script>\u2028", "\ud800", 'a"\\\n\0'):
            self.assertEqual(self.call("echo", [text]), ["result", text])

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
        self.assertEqual(self.call("cube", 3), ["result", ["cube", 3]])
        self.assertEqual(self.call("scene.cube", {"size": 4}), ["result", ["cube", 4]])
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


class Waits(PanelTest):
    def test_main_that_waits_for_a_script_serves_the_handler_it_needs(self):
        ran = []

        @self.view.on("main")
        @dcc_thread_safe
        def on_main(data):
            ran.append(threading.current_thread())
            return self.eval(page.value(2)) + data["more"]

        self.assertEqual(self.eval(page.call("main", {"more": 3})), 5)
        self.assertEqual(ran, [threading.main_thread()])

    def test_a_handler_and_main_can_wait_for_each_other_in_turn(self):
        self.view.on("inner", lambda data: data["depth"])
        self.view.on("outer", lambda: run_on_main_thread_sync(lambda: self.eval(page.call("inner", {"depth": 2}))))
        self.assertEqual(self.call("outer"), ["result", 2])

    def test_a_worker_waits_for_main_while_main_waits_for_the_page(self):
        self.view.on("spawn", lambda: Worker(lambda: run_on_main_thread_sync(lambda: "main")).outcome_without_pump())
        worker = Worker(lambda: self.call("spawn"))
        self.assertEqual(worker.outcome(), ["result", "main"])

    def test_a_script_that_never_ends_times_out_with_what_was_going_on(self):
        with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
            self.view.eval_js_sync(page.never(), 200)
        self.assertIsInstance(caught.exception, TimeoutError)
        self.assertEqual(caught.exception.snapshot["timeout_ms"], 200)
        self.assertIn(page.never(), caught.exception.snapshot["function"])


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
                self.eval(page.outcome("quit"))
            self.assertIs(caught.exception, raised)
            self.assertEqual(self.eval(page.value(2)), 2)

    def test_on_the_panels_own_thread_it_is_the_pages_error_and_the_thread_goes_on(self):
        self.view.on("quit", self.raiser(SystemExit(3)))
        self.assertEqual(self.call("quit"), ["error", "Cancelled", "3", "SystemExit", None])
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
    def test_what_a_page_has_arrives_as_python_has_it(self):
        for value in (True, None, 7, 1.5, "日本語", [1, {"a": None}], {"a": [False]}):
            self.assertEqual(self.eval(page.value(value)), value)

    def test_what_a_script_throws_has_name_and_message(self):
        with self.assertRaises(auroraview.JavaScriptError) as caught:
            self.eval(page.throw("TypeError", "no such node"))
        self.assertIsInstance(caught.exception, RuntimeError)
        self.assertEqual((caught.exception.name, caught.exception.message), ("TypeError", "no such node"))

    def test_a_callback_gets_the_result_or_the_error(self):
        got = {}

        def start(name, script, timeout_ms):
            self.assertIsNone(self.view.eval_js_async(script, lambda result, error: got.update({name: (result, error)}), timeout_ms))

        start("value", page.value(42), TIMEOUT)
        start("thrown", page.throw("Error", "no"), TIMEOUT)
        start("late", page.never(), 100)
        self.assertTrue(pump_until(lambda: len(got) == 3, support.WAIT))
        self.assertEqual(got["value"], (42, None))
        self.assertIsInstance(got["thrown"][1], auroraview.JavaScriptError)
        self.assertIsInstance(got["late"][1], auroraview.ThreadDispatchTimeoutError)

    def test_it_can_be_awaited_on_any_thread(self):
        async def use():
            with self.assertRaises(auroraview.JavaScriptError):
                await self.view.eval_js_async(page.throw("Error", "no"), timeout_ms=TIMEOUT)
            return await asyncio.gather(*(self.view.eval_js_async(page.value(number * 2), timeout_ms=TIMEOUT) for number in range(5)))

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
    def test_closing_can_be_refused_and_closed_comes_once(self):
        answers, closed = [False, None], []
        self.view.on_event("closing", lambda: answers.pop(0))
        self.view.on_event("closed", closed.append)
        self.assertFalse(self.view.close(timeout=support.WAIT))
        self.assertNotIn(self.view.state, ("closing", "closed"))
        self.assertTrue(self.view.close(timeout=support.WAIT))
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
                self.view.eval_js_sync(page.never("inside"), None)
            return True

        workers = [Worker(blocked) for _ in range(4)]
        self.assertTrue(pump_until(lambda: len(inside) == 4, support.WAIT))
        self.view.eval_js(page.call("block"))
        self.assertTrue(pump_until(lambda: len(inside) == 5, support.WAIT))
        self.assertTrue(self.view.close(timeout=0.1))
        self.assertTrue(all(worker.outcome() for worker in workers))
        release.set()

    def test_results_that_wait_behind_a_handler_are_told(self):
        inside, release, got = [], threading.Event(), []
        self.view.on("block", lambda: (inside.append(1), release.wait(support.WAIT))[0])
        self.view.eval_js(page.call("block"))
        self.assertTrue(pump_until(lambda: inside, support.WAIT))
        for number in range(5):
            self.view.eval_js_async(page.value(number), lambda result, error: got.append((result, error)), TIMEOUT)
        self.eval("1")
        self.assertTrue(self.view.close(timeout=0.1))
        release.set()
        self.assertTrue(pump_until(lambda: len(got) == 5, support.WAIT))
        self.assertEqual(sorted(result for result, _ in got), [0, 1, 2, 3, 4])

    def test_inside_a_handler_it_does_not_wait(self):
        self.view.on("close", lambda: self.view.close())
        self.view.eval_js(page.call("close"))
        self.assertTrue(pump_until(lambda: self.view.is_closed, support.WAIT))

    def test_everything_after_it_is_refused(self):
        self.view.close()
        for call in (
            lambda: self.view.emit("x"), lambda: self.view.eval_js("1"), lambda: self.view.eval_js_sync("1"), self.view.show,
            lambda: self.view.on("f", print), lambda: self.view.load_html("x"), self.view.reload,
        ):
            with self.assertRaises(auroraview.ShutdownInProgressError):
                call()
        self.assertTrue(pump_until(lambda: self.view.is_closed, support.WAIT))
        self.assertIn("closed", repr(self.view))

    def test_before_it_was_ever_shown(self):
        with WebView() as view:
            self.assertEqual(view.state, "created")
        self.assertEqual(view.state, "closed")


class Options(unittest.TestCase):
    def test_unknown_or_bad_options_are_refused(self):
        with self.assertRaisesRegex(TypeError, "titel"):
            WebView(titel="typo")
        for options in ({"width": 0}, {"url": "no url"}, {"url": "https://x.example", "html": "both"}, {"acceleration": "sometimes"}):
            with self.assertRaises(ValueError):
                WebView(**options)
        with self.assertRaises(FileNotFoundError):
            WebView(file="no/such/file.html")
        for options in ({"parent": object()}, {"width": "wide"}):
            with self.assertRaises(TypeError):
                WebView(**options)


if __name__ == "__main__":
    unittest.main()
