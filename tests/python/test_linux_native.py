"""The C interface on Linux: what the library exports, a C program that uses it, and what it brings into the process."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

import support
from test_native import INCLUDE, header

from auroraview import _native

SMOKE = os.path.join(support.ROOT, "tests", "native", "smoke.c")


def setUpModule():
    support.start_display()


class Header(unittest.TestCase):
    def test_declares_exactly_what_the_library_exports_and_python_uses(self):
        declared = set(re.findall(r"^(?:int32_t|void) (av_\w+)\(", header(), re.MULTILINE))
        symbols = subprocess.check_output(["nm", "-D", "--defined-only", _native.library_path()], universal_newlines=True)
        exported = set(re.findall(r" T (av_\w+)", symbols))
        self.assertEqual(declared, exported)
        self.assertEqual(declared, set(_native._FUNCTIONS) | {"av_text_free"})

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
    def test_what_only_windows_has_names_what_there_is(self):
        from auroraview._session import current

        with self.assertRaisesRegex(NotImplementedError, "av_wake_descriptor"):
            _native.check(_native.lib.av_wake_window(current().handle, 0))

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


if __name__ == "__main__":
    unittest.main()
