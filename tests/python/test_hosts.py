"""Which adapter is taken."""

import os
import unittest
from unittest import mock

import support  # noqa: F401

from auroraview import hosts


class Low(hosts.HostAdapter):
    name = "low"
    priority = 1

    @classmethod
    def detect(cls):
        return True

    def attach(self, pump):
        pass


class High(Low):
    name = "high"
    priority = 900


class Absent(Low):
    name = "absent"
    priority = 1000

    @classmethod
    def detect(cls):
        return False


class Broken(Low):
    name = "broken"
    priority = 1001

    @classmethod
    def detect(cls):
        raise RuntimeError("half a host")


class Registry(unittest.TestCase):
    def setUp(self):
        for patch in (mock.patch.object(hosts, "_entries", list(hosts._entries)), mock.patch.object(hosts, "_changed", None)):
            patch.start()
            self.addCleanup(patch.stop)

    def test_the_highest_that_detects_its_host_is_taken(self):
        for adapter in (Low, Absent, High, Broken):
            hosts.register(adapter)
        self.assertIsInstance(hosts.select(), High)
        self.assertEqual([adapter.name for adapter in hosts.adapters()][:3], ["broken", "absent", "high"])

    def test_a_given_priority_and_an_instance_count(self):
        instance = Low()
        hosts.register(instance, priority=2000)
        hosts.register(High)
        self.assertIs(hosts.select(), instance)

    def test_a_name_is_loaded_when_it_is_needed(self):
        hosts.register("test_hosts:High", priority=2000)
        self.assertEqual(hosts.select().name, "high")

    def test_one_that_cannot_be_loaded_is_passed_over(self):
        hosts.register("no_such_module:Adapter", priority=2000)
        hosts.register(High)
        with self.assertLogs("auroraview.hosts", "WARNING"):
            self.assertIsInstance(hosts.select(), High)

    def test_the_variable_chooses_by_name_and_names_what_there_is(self):
        hosts.register(Low)
        hosts.register(High)
        with mock.patch.dict(os.environ, AURORAVIEW_DISPATCHER="LOW"):
            self.assertIsInstance(hosts.select(), Low)
        # An unknown name must not break the import: it is a warning, and the best one is taken.
        with mock.patch.dict(os.environ, AURORAVIEW_DISPATCHER="nope"), self.assertLogs("auroraview.hosts", "WARNING") as logged:
            self.assertIsInstance(hosts.select(), High)
        self.assertRegex(logged.output[0], "nope.*explicit")

    def test_the_last_of_a_name_wins(self):
        class Other(High):
            pass

        hosts.register(High)
        hosts.register(Other)
        self.assertIs(type(hosts.select()), Other)

    def test_what_is_no_adapter_is_refused(self):
        for value in (int, 5, "module", "module:", ":Class"):
            with self.assertRaises(TypeError):
                hosts.register(value)

    def test_without_a_host_it_is_the_explicit_pump(self):
        self.assertEqual(hosts.explicit.ExplicitPump().name, "explicit")
        self.assertIn("pump_until", hosts.explicit.ExplicitPump().unreachable_because())


if __name__ == "__main__":
    unittest.main()
