"""The C interface as Python declares and uses it."""

import ctypes
import os
import re
import threading
import unittest

import support

import auroraview
from auroraview import _events, _native, errors

INCLUDE = os.path.join(support.ROOT, "src", "AuroraView.Native", "include")


def header():
    with open(os.path.join(INCLUDE, "auroraview.h"), encoding="utf-8") as file:
        return file.read()


class Header(unittest.TestCase):
    def test_numbers_are_those_of_python(self):
        numbers = {name: int(value) for name, value in re.findall(r"#define AV_(\w+) \(?(-?\d+)\)?", header())}
        self.assertEqual(numbers["ABI_VERSION"], _native.ABI_VERSION)
        events = {name[6:].lower(): value for name, value in numbers.items() if name.startswith("EVENT_")}
        self.assertEqual(events, _events.NUMBERS)
        known = {value for name, value in numbers.items() if name.startswith("E_")}
        self.assertEqual(known - set(_native._ERRORS), {-1, -5})


class Library(unittest.TestCase):
    def test_handles_that_mean_nothing_are_errors_everywhere(self):
        lib = _native.lib
        for handle in (0, -1, 1 << 62, -(1 << 63)):
            number, text = ctypes.c_int(), _native.Text()
            for status in (
                lib.av_post(handle, 1, b"f", 1), lib.av_invoke(handle, 1, b"f", 1, 0), lib.av_pump(handle, 0), lib.av_is_main(handle),
                lib.av_view_close(handle, 0, 1), lib.av_view_info(handle, ctypes.byref(text)), lib.av_reply(handle, b"1", 1), lib.av_reply_error(handle, b"1", 1),
                lib.av_view_eval(handle, b"1", 1), lib.av_view_window(handle, 0, 0, 0), lib.av_detach(handle, 0), lib.av_serve(7, handle or 9),
                lib.av_wake_descriptor(handle, ctypes.byref(number)), lib.av_view_release(handle),
            ):
                self.assertEqual(status, -4)

    def test_texts_that_are_none_are_errors(self):
        from auroraview._session import current

        session = current().handle
        for text, length in ((None, 5), (b"\xff\xfe", 2), (b"f", -1)):
            self.assertEqual(_native.lib.av_post(session, 1, text, length), -2)
        self.assertEqual(_native.lib.av_version(None), -2)

    def test_a_detail_that_is_not_json_is_an_error_of_the_caller(self):
        view = auroraview.WebView(html="x")
        self.addCleanup(view.close)
        for latest in (0, 1):
            for text in (b"a", b"", b"{} {}", b"\xff", b'"\xc0\x80"'):
                self.assertEqual(_native.lib.av_view_emit(view._handle, b"e", 1, text, len(text), latest), -2, (latest, text))

    def test_options_whose_names_are_no_text_are_an_error_of_the_caller(self):
        from auroraview._session import current

        for text in (b'{"\xff":1}', b'{"\\ud800":1}', b'{"title":"\xff"}', b'{"title":"\\ud800"}', b'{"title":"t"} 1'):
            view = ctypes.c_longlong()
            self.assertEqual(_native.lib.av_view_create(current().handle, text, len(text), 0, ctypes.byref(view)), -2, text)

    def test_the_last_error_belongs_to_its_thread(self):
        self.assertEqual(_native.lib.av_post(0, 1, b"f", 1), -4)
        other = []
        thread = threading.Thread(target=lambda: other.append(_native.lib.av_last_error(ctypes.byref(_native.Text()))))
        thread.start()
        thread.join()
        self.assertEqual(other, [0])
        text = _native.Text()
        self.assertEqual(_native.lib.av_last_error(ctypes.byref(text)), 1)
        self.assertIn(b"not the handle of a session", _native.take(text))
        self.assertIn("loaded again", str(_native.last_error(-4)))

    def test_an_errors_json_becomes_the_exception_with_its_data(self):
        cycle = [{"name": "main", "waits_for": "a call", "since_ms": 3}]
        error = _native.to_exception({"status": -11, "message": "would wait forever", "data": {"cycle": cycle}})
        self.assertIsInstance(error, errors.DeadlockDetectedError)
        self.assertEqual(error.cycle, cycle)
        for status, kind in _native._ERRORS.items():
            self.assertIsInstance(_native.to_exception({"status": status, "message": "m"}), kind)
        self.assertIsInstance(_native.to_exception({"status": -99}), errors.NativeError)


class Ends(unittest.TestCase):
    def test_a_panel_made_while_its_client_ends_is_refused_or_gone_with_it(self):
        lib = _native.lib
        run = _native.RUN(lambda *call: 0)
        for _ in range(40):
            session = ctypes.c_longlong()
            status = lib.av_attach(_native.ABI_VERSION, b"test", 4, b"host", 4, 0, run, None, ctypes.byref(session))
            self.assertEqual(status, 0)
            made, last, begun = [], [], threading.Event()

            def make():
                view = ctypes.c_longlong()
                while not last and len(made) < 100:
                    status = lib.av_view_create(session.value, b"{}", 2, 1, ctypes.byref(view))
                    (last if status else made).append(status or view.value)
                    begun.set()

            thread = threading.Thread(target=make)
            thread.start()
            support.wait(begun)
            lib.av_detach(session.value, 1000)
            thread.join()
            self.assertLessEqual(set(last), {-4, -12})
            for view in made:
                self.assertEqual(lib.av_view_info(view, ctypes.byref(_native.Text())), -4)
            # Nor is a queue left that waits for a thread of the client's.
            for handle in range(session.value + 1, made[-1] + len(made) + 2 if made else session.value + 2):
                self.assertEqual(lib.av_serve(session.value, handle), -4)


class Client:
    """A client of the library's whose function can be kept inside."""

    def __init__(self, name):
        self.inside, self.end, self.session = threading.Event(), threading.Event(), ctypes.c_longlong()
        self.run = _native.RUN(self._run)
        status = _native.lib.av_attach(
            _native.ABI_VERSION, name, len(name), b"host", 4, 0, self.run, None, ctypes.byref(self.session)
        )
        assert status == 0
        self.thread = threading.Thread(target=self._pump)
        self.thread.start()
        support.wait(self.inside)

    def _pump(self):
        _native.lib.av_bind_main(self.session)
        _native.lib.av_pump_until(self.session, 1, -1)

    def _run(self, *_call):
        self.inside.set()
        support.wait(self.end)
        return -1

    def detach(self, timeout):
        return _native.lib.av_detach(self.session, timeout)

    def leave(self):
        self.end.set()
        self.thread.join(support.WAIT)


class Detach(unittest.TestCase):
    def test_a_second_one_waits_for_the_same_end(self):
        client = Client(b"twice")
        self.addCleanup(client.leave)
        self.assertEqual([client.detach(0), client.detach(0), client.detach(0)], [1, 1, 1])
        waiting = [support.Worker(lambda: client.detach(60000)) for _ in range(3)]
        self.assertEqual(client.detach(10), 1)
        self.assertFalse(any(worker.done() for worker in waiting))
        client.leave()
        self.assertLessEqual({worker.outcome_without_pump() for worker in waiting}, {0, -4})
        self.assertEqual(client.detach(0), -4)

    def test_one_inside_another_clients_function_counts_only_its_own(self):
        told = []
        other = Client(b"other")
        self.addCleanup(other.leave)

        class Asking(Client):
            def _run(self, *_call):
                told.append(other.detach(0))
                told.append(self.detach(0))
                self.inside.set()
                return -1

        asking = Asking(b"asking")
        self.addCleanup(asking.leave)
        self.assertEqual(told, [1, 0])


class Missing(unittest.TestCase):
    def test_a_library_that_is_not_there_says_what_to_do(self):
        path = os.path.abspath("no such library")
        ended = support.run_python("import os; os.environ['AURORAVIEW_LIBRARY'] = %r\nimport auroraview\n" % path)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("ImportError: AuroraView's native library was not found at " + path, ended.stderr)


if __name__ == "__main__":
    unittest.main()
