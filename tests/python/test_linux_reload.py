"""The package loaded again: the panel host of the former one."""

import unittest

import support
from test_reload import Reloading


def setUpModule():
    support.start_display()


class PanelHost(Reloading):
    def test_that_of_the_former_package_ends(self):
        printed = self.run_script(
            "view = first.WebView(html='<p>x</p>'); view.show(); view.eval_js_sync('1', 60000)\n"
            "process = view.info['process_id']\n"
            "second = reload()\n"
            "import support\n"
            "print(second.utils.pump_until(lambda: support.has_ended(process), 60))\n"
        )
        self.assertEqual(printed, ["True"])


if __name__ == "__main__":
    unittest.main()
