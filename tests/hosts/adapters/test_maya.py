import unittest

from auroraview.hosts.maya import MayaAdapter

from ..doubles.maya import MayaDouble
from .contract import AdapterContract


class MayaTest(AdapterContract, unittest.TestCase):
    adapter_type = MayaAdapter
    module_names = ("maya", "maya.cmds")

    def make_double(self):
        return MayaDouble()

    def make_batch_double(self):
        return MayaDouble(batch=True)

    def touch(self, number):
        import maya.cmds

        self.assertEqual(maya.cmds.polyCube(name="cube%d" % number)[0], "cube%d" % number)
        return number

    def test_maya_busy_with_events_pumps_when_it_is_idle(self):
        _, pump = self.attach()
        order = []
        pump.post(lambda: order.append("call"))
        for _ in range(3):
            self.double.loop.post(lambda: order.append("event"))
        self.double.run_until(lambda: "call" in order)
        self.assertEqual(order, ["event", "event", "event", "call"])
