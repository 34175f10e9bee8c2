"""The unit tests that RFC 0002's test plan names; the one of the wrapper looks into documents, and is in test_linux_rfc.py."""

import functools
import threading
import unittest

import support
from support import Worker, page

from auroraview import ShutdownInProgressError, WebView, WebViewProxy
from auroraview.utils import dcc_thread_safe, dcc_thread_safe_async, pump_until


def setUpModule():
    support.start_display()


def thread_name(_data=None):
    """Where a handler runs."""
    return threading.current_thread().name


class RfcTests(unittest.TestCase):
    def test_dcc_thread_safe_decorator(self):
        @dcc_thread_safe
        def save(path, force=False):
            """Saves the scene."""
            return threading.current_thread().name, path, force

        self.assertEqual(Worker(lambda: save("a.ma", force=True)).outcome(), ("MainThread", "a.ma", True))
        self.assertEqual(save("b.ma"), ("MainThread", "b.ma", False))
        self.assertEqual((save.__name__, save.__doc__, save.__wrapped__("c")[1]), ("save", "Saves the scene.", "c"))

        class Scene:
            @dcc_thread_safe
            def name(self):
                return self, threading.current_thread().name

        scene = Scene()
        self.assertEqual(Worker(scene.name).outcome(), (scene, "MainThread"))
        for func in (functools.partial(thread_name, 1), lambda: thread_name(), dcc_thread_safe(timeout=support.WAIT)(thread_name)):
            self.assertEqual(Worker(dcc_thread_safe(func)).outcome(), "MainThread")
        with self.assertRaises(ZeroDivisionError):
            Worker(dcc_thread_safe(lambda: 1 // 0)).outcome()

        ran = []
        later = dcc_thread_safe_async(lambda: ran.append(thread_name()))
        self.assertIsNone(later())
        self.assertEqual(ran, [])
        self.assertTrue(pump_until(lambda: ran == ["MainThread"], support.WAIT))

        async def coroutine():
            pass

        for decorate in (dcc_thread_safe, dcc_thread_safe_async):
            with self.assertRaisesRegex(TypeError, "coroutine"):
                decorate(coroutine)

    def test_dcc_mode_auto_wrapping(self):
        with WebView(title="plain", html="<p>plain</p>") as plain, WebView(title="dcc", html="<p>dcc</p>", dcc_mode=True) as dcc:
            names = []
            for view in (plain, dcc):
                ready = []
                view.on("on", thread_name)
                view.bind_call("bind", lambda: threading.current_thread().name)

                @view.on("named")
                def named(_data):
                    return threading.current_thread().name

                view.on_event("ready", functools.partial(lambda names: names.append(thread_name()), ready))
                view.show()
                found = Worker(lambda view=view: [view.eval_js_sync(page.call(name, {}), 60000) for name in ("on", "bind", "named")]).outcome()
                self.assertTrue(pump_until(lambda ready=ready: ready, support.WAIT))
                names.append(found + ready)
            self.assertNotIn("MainThread", names[0])
            self.assertEqual(set(names[1]), {"MainThread"})
            self.assertFalse(plain.dcc_mode)
        with WebView(dcc_mode="auto") as automatic:
            self.assertFalse(automatic.dcc_mode, "a plain program is no DCC")
        with self.assertRaises(ValueError):
            WebView(dcc_mode="yes")

    def test_proxy_cross_thread(self):
        view = WebView(title="proxy", html="<p>proxy</p>")
        proxy = view.get_proxy()
        self.assertIsInstance(proxy, WebViewProxy)
        changed = []
        proxy.on_dcc_main_thread("scene_changed", lambda data: changed.append((data, thread_name())))

        @proxy.on_dcc_main_thread("where")
        def where(_data):
            return thread_name()

        view.show()
        results = []

        def use(number):
            proxy.eval_js(page.send("scene_changed", number))
            proxy.eval_js_async(page.value(number * 2), lambda result, error: results.append((result, error)), 60000)
            proxy.emit("tick", {"number": number})
            self.assertEqual(proxy.eval_js_sync(page.call("where", {}), 60000), "MainThread")
            return proxy.call_on_dcc_main_thread(lambda given: (given, thread_name()), number, timeout=support.WAIT)

        workers = [Worker(functools.partial(use, number)) for number in range(6)]
        self.assertEqual([worker.outcome() for worker in workers], [(number, "MainThread") for number in range(6)])
        self.assertTrue(pump_until(lambda: len(results) == 6 and len(changed) == 6, support.WAIT))
        self.assertEqual(sorted(results), [(number * 2, None) for number in range(6)])
        self.assertEqual(sorted(changed), [(number, "MainThread") for number in range(6)])
        self.assertEqual(proxy.call_on_dcc_main_thread(thread_name), "MainThread")
        Worker(proxy.close).outcome()
        with self.assertRaises(ShutdownInProgressError):
            proxy.call_on_dcc_main_thread(thread_name)


if __name__ == "__main__":
    unittest.main()
