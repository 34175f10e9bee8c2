import threading
import unittest

from auroraview.hosts.houdini import HoudiniAdapter

from ..doubles.houdini import HoudiniDouble
from ..doubles.loop import PATIENCE
from .contract import AdapterContract


class HoudiniTest(AdapterContract, unittest.TestCase):
    adapter_type = HoudiniAdapter
    module_names = ("hou",)

    def make_double(self):
        return HoudiniDouble()

    def make_batch_double(self):
        return HoudiniDouble(ui=False)

    def touch(self, number):
        import hou

        self.assertEqual(hou.createNode("geo%d" % number), "/obj/geo%d" % number)
        return number

    def test_double_itself_swaps_results_which_is_why_its_blocking_function_is_not_used(self):
        import hdefereval

        got = {}

        def work(index):
            got[index] = hdefereval.executeInMainThreadWithResult(lambda: index)

        threads = [threading.Thread(target=work, args=(index,), daemon=True) for index in range(2)]
        for thread in threads:
            thread.start()
        self.double.run_loop_until_queued(2)
        with hdefereval.done:  # so that both calls run before either caller looks
            self.double.run_until(lambda: not hdefereval.queue)
        for thread in threads:
            thread.join(PATIENCE)
        self.assertEqual(len(set(got.values())), 1, "both callers got the result of one")

    def test_foreign_qt_event_is_not_delivered_yet_the_adapter_is(self):
        _, pump = self.attach()
        lost, ran = [], []

        def work(_):
            self.double.post_qt_event(lambda: lost.append(1))
            ran.append(pump.call(self.touch, 3))

        self.in_threads(work, count=1)
        self.assertEqual((lost, ran), ([], [3]))
