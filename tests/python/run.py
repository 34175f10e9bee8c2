"""Runs the tests of the Python package and ends with one line: N passed, N failed, N skipped.

    python3 tests/python/run.py [module, class or test names]
"""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import support  # noqa: E402


def main(names):
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(names) if names else loader.discover(os.path.dirname(os.path.abspath(__file__)))
    try:
        result = unittest.TextTestRunner(verbosity=1).run(suite)
    finally:
        support.stop_display()
    bad = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    print("Python %s: %d passed, %d failed, %d skipped" % (sys.version.split()[0], result.testsRun - bad - len(result.skipped), bad, len(result.skipped)))
    return 1 if bad or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
