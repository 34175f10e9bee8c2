import os
import subprocess
import sys
import unittest

from ..doubles.loop import PATIENCE


class OnCoreTest(unittest.TestCase):
    """The doubles with the real core behind them: results, exceptions and order are the core's, the way to main the adapter's."""

    def run_script(self, host, mode):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "on_core.py")
        environment = {name: value for name, value in os.environ.items() if name != "AURORAVIEW_DISPATCHER"}
        process = subprocess.run(
            [sys.executable, script, host, mode], env=environment, timeout=4 * PATIENCE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        said = process.stdout.decode(errors="replace")
        self.assertEqual((process.returncode, said.strip().splitlines()[-1:]), (0, ["ok"]), said)

    def test_maya_with_dcc_thread_safe(self):
        self.run_script("maya", "graphical")

    def test_houdini_multi_threaded_callback(self):
        self.run_script("houdini", "graphical")

    def test_nuke_with_dcc_thread_safe(self):
        self.run_script("nuke", "graphical")

    def test_unreal_with_dcc_thread_safe(self):
        self.run_script("unreal", "graphical")

    def test_3ds_max_with_dcc_thread_safe(self):
        self.run_script("3dsmax", "graphical")

    def test_maya_batch_is_refused_until_main_pumps(self):
        self.run_script("maya", "batch")

    def test_hython_is_refused_until_main_pumps(self):
        self.run_script("houdini", "batch")

    def test_nuke_terminal_is_refused_until_main_pumps(self):
        self.run_script("nuke", "batch")

    def test_unreal_commandlet_is_refused_until_main_pumps(self):
        self.run_script("unreal", "batch")

    def test_3ds_max_batch_is_refused_until_main_pumps(self):
        self.run_script("3dsmax", "batch")

    def test_host_that_appears_after_the_import_is_found(self):
        self.run_script("3dsmax", "late")
