"""Runs the adapters on doubles of their hosts. Ends with one line: N passed, N failed, N skipped."""

import pathlib
import sys
import unittest

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "python"), str(TESTS)]

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.discover(str(TESTS / "hosts" / "adapters"), top_level_dir=str(TESTS))
    outcome = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len(outcome.failures) + len(outcome.errors) + len(outcome.unexpectedSuccesses)
    skipped = len(outcome.skipped)
    passed = outcome.testsRun - failed - skipped
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    sys.exit(0 if passed > 0 and failed == 0 and skipped == 0 else 1)
