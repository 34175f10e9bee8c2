"""Runs the tests of the wheel and ends with one line: N passed, N failed, N skipped.

    python3 tests/wheel/run.py [module, class or test names]
"""

import os
import sys
import unittest


def main(names):
    """Runs the tests and gives the exit code."""
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, here)
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(names) if names else loader.discover(here)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    bad = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    good = result.testsRun - bad - len(result.skipped)
    print("Python %s: %d passed, %d failed, %d skipped" % (sys.version.split()[0], good, bad, len(result.skipped)))
    return 1 if bad or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
