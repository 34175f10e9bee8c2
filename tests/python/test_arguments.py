"""What callers give: numbers, limits, objects, names of adapters. What does not fit is refused by name, before anything is done."""

import functools
import os
import tempfile
import unittest

import support

import auroraview
from auroraview import WebView
from auroraview.utils import pump, pump_until, run_in_background, run_on_main_thread_sync

BIG = (1 << 32) + 300
NO_NUMBERS = ("300", True, b"3", [3], object())


def setUpModule():
    support.start_display()


class Numbers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.view = WebView(html="<p>x</p>")

    @classmethod
    def tearDownClass(cls):
        cls.view.close(force=True)

    def refuse(self, give, *bad):
        for value in bad:
            with self.subTest(value=value), self.assertRaises((ValueError, TypeError)) as caught:
                give(value)
            self.assertNotIsInstance(caught.exception, (OverflowError, UnicodeError))

    def test_sizes_and_places(self):
        for give in (lambda side: self.view.resize(side, 300), lambda side: self.view.resize(300, side)):
            self.refuse(give, 0, -1, BIG, 1 << 70, float("nan"), float("inf"), None, *NO_NUMBERS)
        for give in (lambda place: self.view.move(place, 3), lambda place: self.view.move(3, place)):
            self.refuse(give, BIG, -BIG, 40000, float("nan"), float("-inf"), None, *NO_NUMBERS)
        self.refuse(self.view.set_zoom, 0, -1, 6, float("nan"), float("inf"), None, True, "2")

    def test_time_limits(self):
        for give in (
            lambda limit: self.view.eval_js_sync("1", limit), lambda limit: self.view.eval_js_async("1", None, limit), self.view.screenshot,
            lambda limit: self.view.thread_safe().eval_js_sync("1", limit), self.view.close, lambda limit: pump_until(lambda: True, limit), pump,
            lambda limit: run_on_main_thread_sync(int, timeout=limit), lambda limit: self.view.get_proxy().call_on_dcc_main_thread(int, timeout=limit),
            lambda limit: run_in_background(int).result(limit),
        ):
            self.refuse(give, -1, -0.5, 1e30, 1 << 70, float("nan"), float("-inf"), "5", True, b"5", [5])
        self.assertEqual(self.view.state, "created")

    def test_options(self):
        for name in ("width", "height", "x", "y", "background", "max_message_bytes", "max_message_depth"):
            self.refuse(lambda value: WebView(**{name: value}), BIG * 10, -BIG, float("nan"), float("inf"), *NO_NUMBERS)
        for name in ("js_eval_timeout_ms", "main_thread_timeout_ms", "drain_timeout_ms"):
            self.refuse(lambda value: WebView(**{name: value}), -1, -5, 1e30, float("nan"), "5", True)

    def test_what_fits_is_taken(self):
        WebView(width=300.0, height=200, x=-5, y=0, js_eval_timeout_ms=500.5, drain_timeout_ms=float("inf")).close(force=True)


class Limits(unittest.TestCase):
    def test_the_panels_limit_is_that_of_evaluations_that_name_none(self):
        view = WebView(html="<p>x</p>", js_eval_timeout_ms=250)
        self.addCleanup(view.close, force=True)
        view.show()
        view.eval_js_sync(support.page.value(1), 60000)
        for evaluate in (view.eval_js_sync, view.get_proxy().eval_js_sync, view.thread_safe().eval_js_sync):
            with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
                evaluate(support.page.never())
            self.assertEqual(caught.exception.data["timeout_ms"], 250)

    def test_the_panels_limit_is_that_of_calls_of_main_that_name_none(self):
        view = WebView(html="<p>x</p>", main_thread_timeout_ms=250)
        self.addCleanup(view.close, force=True)
        pump()
        worker = support.Worker(lambda: view.get_proxy().call_on_dcc_main_thread(int))
        with self.assertRaises(auroraview.ThreadDispatchTimeoutError) as caught:
            worker.outcome_without_pump()
        self.assertEqual(caught.exception.data["timeout_ms"], 250)


class Api(unittest.TestCase):
    def setUp(self):
        self.view = WebView(html="<p>x</p>")
        self.addCleanup(self.view.close, force=True)

    def test_properties_are_not_run(self):
        ran = []

        class Lazy:
            def __get__(self, _obj, _type=None):
                ran.append("lazy")
                return lambda: 1

        class Tool:
            lazy = Lazy()

            @property
            def scene(self):
                ran.append("scene")
                raise RuntimeError("no scene is open")

            def ping(self):
                return "pong"

            @staticmethod
            def fixed():
                return 1

            @classmethod
            def made(cls):
                return 2

            half = functools.partialmethod(ping)

        tool = Tool()
        tool.given = lambda: 3
        self.assertEqual(sorted(self.view.bind_api(tool)), ["fixed", "given", "half", "made", "ping"])
        self.assertEqual(ran, [])

    def test_all_or_nothing(self):
        class Tool:
            def first(self):
                return 1

            async def second(self):
                return 2

        with self.assertRaises(TypeError):
            self.view.bind_api(Tool())
        self.assertFalse(self.view.off("first"))

        class Long:
            def a(self):
                return 1

        setattr(Long, "b" * 300, Long.a)
        with self.assertRaises(ValueError):
            self.view.bind_api(Long())
        self.assertFalse(self.view.off("a"))


class Files(unittest.TestCase):
    def test_a_file_in_an_asset_root_is_shown_at_its_place_there(self):
        if support.ON_WINDOWS:
            self.skipTest("the double serves no files")
        with tempfile.TemporaryDirectory() as root:
            os.mkdir(os.path.join(root, "a b"))
            page = os.path.join(root, "a b", "page.html")
            for path, text in ((page, "<script src='../common.js'></script>"), (os.path.join(root, "common.js"), "var common = 7")):
                with open(path, "w") as file:
                    file.write(text)
            with WebView(file=page, asset_root=root) as view:
                view.show()
                # A script may run before the page's own have been loaded.
                view.eval_js_sync("document.readyState == 'complete' || new Promise(done => addEventListener('load', done)).then(() => 1)", 60000)
                self.assertEqual(view.eval_js_sync("[common, location.pathname]", 60000), [7, "/a%20b/page.html"])

    def test_a_file_outside_of_the_asset_root_is_refused(self):
        with tempfile.TemporaryDirectory() as root, tempfile.TemporaryDirectory() as other:
            page = os.path.join(other, "page.html")
            open(page, "w").close()
            with self.assertRaisesRegex(ValueError, "asset root"):
                WebView(file=page, asset_root=root)


class Programs(unittest.TestCase):
    def run_program(self, script):
        ended = support.run_python(script)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended

    def test_an_unknown_adapter_in_the_environment_is_a_warning(self):
        ended = self.run_program("import os; os.environ['AURORAVIEW_DISPATCHER'] = 'mya'\nimport auroraview\nprint(auroraview.hosts.select().name)")
        self.assertIn("mya", ended.stderr)
        self.assertIn("explicit", ended.stdout)

    def test_modules_that_are_loaded_again_one_by_one(self):
        ended = self.run_program(
            "import importlib, sys\n"
            "import auroraview\n"
            "from support import page\n"
            "for name in sorted(sys.modules):\n"
            "    if name.split('.')[0] != 'auroraview': continue\n"
            "    importlib.reload(sys.modules[name])\n"
            "    view = auroraview.WebView(html='<p>x</p>')\n"
            "    view.on('double', lambda n: 2 * n)\n"
            "    view.show()\n"
            "    assert view.eval_js_sync(page.call('double', 21), 60000) == 42, name\n"
            "    try: view.eval_js_sync(page.never(), 1)\n"
            "    except auroraview.ThreadDispatchTimeoutError: pass\n"
            "    view.close()\n"
            "print('good')\n"
        )
        self.assertIn("good", ended.stdout)
