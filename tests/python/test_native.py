"""The C interface: the header compiles as strict C99, is what the library exports and what Python declares; and a C program uses it."""

import ctypes
import os
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

import support

from auroraview import _events, _native, errors

INCLUDE = os.path.join(support.ROOT, "src", "AuroraView.Native", "include")
SMOKE = os.path.join(support.ROOT, "tests", "native", "smoke.c")


def setUpModule():
    support.start_display()


def header():
    with open(os.path.join(INCLUDE, "auroraview.h")) as file:
        return file.read()


class Header(unittest.TestCase):
    def test_declares_exactly_what_the_library_exports_and_python_uses(self):
        declared = set(re.findall(r"^(?:int32_t|void) (av_\w+)\(", header(), re.MULTILINE))
        symbols = subprocess.check_output(["nm", "-D", "--defined-only", _native.library_path()], universal_newlines=True)
        exported = set(re.findall(r" T (av_\w+)", symbols))
        self.assertEqual(declared, exported)
        self.assertEqual(declared, set(_native._FUNCTIONS) | {"av_text_free"})

    def test_numbers_are_those_of_python(self):
        numbers = {name: int(value) for name, value in re.findall(r"#define AV_(\w+) \(?(-?\d+)\)?", header())}
        self.assertEqual(numbers["ABI_VERSION"], _native.ABI_VERSION)
        events = {name[6:].lower(): value for name, value in numbers.items() if name.startswith("EVENT_")}
        self.assertEqual(events, _events.NUMBERS)
        known = {value for name, value in numbers.items() if name.startswith("E_")}
        self.assertEqual(known - set(_native._ERRORS), {-1, -5})

    def test_a_c_program_uses_every_kind_of_callback(self):
        compilers = [name for name in ("gcc", "clang") if shutil.which(name)]
        self.assertTrue(compilers, "a C compiler is needed")
        for compiler in compilers:
            with tempfile.TemporaryDirectory() as folder:
                program = os.path.join(folder, "smoke")
                subprocess.check_call(
                    [compiler, "-std=c99", "-Wall", "-Wextra", "-Werror", "-I", INCLUDE, SMOKE, "-o", program, "-ldl", "-lpthread"]
                )
                ended = subprocess.run(
                    [program, _native.library_path()], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True,
                    timeout=2 * support.WAIT,
                )
                self.assertEqual((ended.returncode, ended.stdout.split()[-1]), (0, "ok"), ended.stdout)


class Library(unittest.TestCase):
    def test_handles_that_mean_nothing_are_errors_everywhere(self):
        lib = _native.lib
        for handle in (0, -1, 1 << 62):
            number, text = ctypes.c_int(), _native.Text()
            for status in (
                lib.av_post(handle, 1, b"f", 1), lib.av_invoke(handle, 1, b"f", 1, 0), lib.av_pump(handle, 0), lib.av_is_main(handle),
                lib.av_view_close(handle, 0, 1), lib.av_view_info(handle, ctypes.byref(text)), lib.av_reply(handle, b"1", 1),
                lib.av_view_eval(handle, b"1", 1), lib.av_view_window(handle, 0, 0, 0), lib.av_detach(handle, 0), lib.av_serve(7, handle or 9),
                lib.av_wake_descriptor(handle, ctypes.byref(number)), lib.av_view_release(handle),
            ):
                self.assertEqual(status, -4)

    def test_what_only_windows_has_names_what_there_is(self):
        from auroraview._session import current

        with self.assertRaisesRegex(NotImplementedError, "av_wake_descriptor"):
            _native.check(_native.lib.av_wake_window(current().handle, 0))

    def test_texts_that_are_none_are_errors(self):
        from auroraview._session import current

        session = current().handle
        for text, length in ((None, 5), (b"\xff\xfe", 2), (b"f", -1)):
            self.assertEqual(_native.lib.av_post(session, 1, text, length), -2)
        self.assertEqual(_native.lib.av_version(None), -2)

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

    def test_installs_no_signal_handler_but_the_runtimes_own(self):
        script = (
            "import ctypes, sys\n"
            "def caught():\n"
            "    mask = int([line for line in open('/proc/self/status') if line.startswith('SigCgt')][0].split()[1], 16)\n"
            "    return {number for number in range(1, 65) if mask >> (number - 1) & 1}\n"
            "before = caught()\n"
            "import auroraview\n"
            "view = auroraview.WebView(html='x'); view.show(); view.eval_js_sync('1', 60000); view.close()\n"
            "print(*sorted(caught() - before))\n"
        )
        ended = support.run_python(script)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        added = {int(number) for number in ended.stdout.split()}
        # SIGILL, SIGFPE, SIGSEGV, what the C library keeps for its threads (32, 33), and the one that the runtime stops threads with (34).
        self.assertTrue(added <= {4, 8, 11, 32, 33, 34}, added)

    def test_brings_no_openssl_into_the_host(self):
        # The host has its own, or none.
        ended = support.run_python(
            "import auroraview\n"
            "view = auroraview.WebView(html='x', dcc_mode=True); view.bind_call('f', lambda: 1); view.show()\n"
            "assert view.eval_js_sync('auroraview.call(\"f\")', 60000) == 1\n"
            "print([line.split()[-1] for line in open('/proc/self/maps') if 'libssl' in line or 'libcrypto' in line])\n"
            "view.close()\n"
        )
        self.assertEqual((ended.returncode, ended.stdout.strip()), (0, "[]"), ended.stderr)

    def test_an_errors_json_becomes_the_exception_with_its_data(self):
        cycle = [{"name": "main", "waits_for": "a call", "since_ms": 3}]
        error = _native.to_exception({"status": -11, "message": "would wait for ever", "data": {"cycle": cycle}})
        self.assertIsInstance(error, errors.DeadlockDetectedError)
        self.assertEqual(error.cycle, cycle)
        for status, kind in _native._ERRORS.items():
            self.assertIsInstance(_native.to_exception({"status": status, "message": "m"}), kind)
        self.assertIsInstance(_native.to_exception({"status": -99}), errors.NativeError)


class Missing(unittest.TestCase):
    def test_a_library_that_is_not_there_says_what_to_do(self):
        ended = support.run_python("import os; os.environ['AURORAVIEW_LIBRARY'] = '/no/such.so'\nimport auroraview\n")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("ImportError: AuroraView's native library was not found at /no/such.so", ended.stderr)


if __name__ == "__main__":
    unittest.main()
