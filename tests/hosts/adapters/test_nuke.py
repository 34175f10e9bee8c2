import unittest

from auroraview.hosts.nuke import NukeAdapter

from ..doubles.loop import HostHung
from ..doubles.nuke import NukeDouble
from .contract import AdapterContract


class NukeTest(AdapterContract, unittest.TestCase):
    adapter_type = NukeAdapter
    module_names = ("nuke",)

    def make_double(self):
        return NukeDouble()

    def make_batch_double(self):
        return NukeDouble(gui=False)

    def touch(self, number):
        import nuke

        self.assertEqual(nuke.createNode("Blur%d" % number), "Blur%d" % number)
        return number

    def tearDown(self):
        self.assertEqual(self.double.hangs, 0, "the adapter called a function on main that hangs Nuke there")

    def test_double_itself_hangs_on_main_and_loses_exceptions(self):
        import nuke

        with self.assertRaises(HostHung):
            nuke.executeInMainThread(lambda: None)
        self.double.hangs = 0
        got = []
        self.in_threads(lambda _: got.append(nuke.executeInMainThreadWithResult(lambda: 1 / 0)), count=1)
        self.assertEqual(got, [None])
