"""Runs the tests of the Python package and ends with one line: N passed, N failed, N skipped.

    python3 tests/python/run.py [module, class or test names]

A module whose name begins with test_linux_ or test_windows_ is for that system only; every other one runs on both.
"""

import glob
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import support  # noqa: E402


def modules():
    others = "test_linux_" if support.ON_WINDOWS else "test_windows_"
    names = sorted(os.path.basename(path)[:-3] for path in glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "test_*.py")))
    return [name for name in names if not name.startswith(others)]


def main(names):
    suite = unittest.TestLoader().loadTestsFromNames(names or modules())
    try:
        result = unittest.TextTestRunner(verbosity=1).run(suite)
    finally:
        support.stop_display()
    bad = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    print("Python %s: %d passed, %d failed, %d skipped" % (sys.version.split()[0], result.testsRun - bad - len(result.skipped), bad, len(result.skipped)))
    return 1 if bad or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
