import os
import subprocess
import sys
import unittest
from unittest import mock

import auroraview
from auroraview import hosts


class RegistryTest(unittest.TestCase):
    def test_adapters_are_in_the_order_of_the_design(self):
        built_in = [(one.name, one.priority) for one in hosts.adapters() if one.priority > 0]
        self.assertEqual(
            built_in,
            [("maya", 200), ("houdini", 190), ("nuke", 180), ("blender", 170), ("3dsmax", 160), ("unreal", 150), ("qt", 100)],
        )

    def test_select_with_inherited_environment_of_hosts_is_the_explicit_pump(self):
        # What a process that Maya, Houdini, Nuke, Blender, 3ds Max or Unreal started inherits.
        environment = dict(
            os.environ,
            MAYA_LOCATION="/usr/autodesk/maya2024", MAYA_APP_DIR="/home/artist/maya", HFS="/opt/hfs20", HOUDINI_VERSION="20.0",
            NUKE_PATH="/opt/nuke", BLENDER_SYSTEM_SCRIPTS="/opt/blender", ADSK_3DSMAX_x64_2024="C:/max", UE_PYTHONPATH="/ue", QT_PLUGIN_PATH="/qt",
        )
        environment.pop("AURORAVIEW_DISPATCHER", None)
        environment["PYTHONPATH"] = os.path.dirname(os.path.dirname(auroraview.__file__))
        code = "from auroraview import hosts; print(hosts.select().name)"
        self.assertEqual(subprocess.check_output([sys.executable, "-c", code], env=environment, text=True).strip(), "explicit")

    def test_every_adapter_module_can_be_imported_outside_its_host(self):
        with self.assertNoLogs("auroraview.hosts"):
            self.assertEqual(len(hosts.adapters()), len(hosts._BUILT_IN))

    def test_select_by_name_overrides_detection(self):
        with mock.patch.dict(os.environ, AURORAVIEW_DISPATCHER="Maya"):
            self.assertEqual(hosts.select().name, "maya")
