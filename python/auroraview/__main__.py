"""``python -m auroraview doctor`` and ``python -m auroraview selftest``."""

import argparse
import sys

from . import _native


def main():
    """Runs what the command line asks for and gives the exit code: 0 good, 1 not, 2 a wrong command line."""
    parser = argparse.ArgumentParser(prog="python -m auroraview", description="Finds out whether AuroraView's panels work here.")
    parser.add_argument("what", choices=("doctor", "selftest"), help="doctor: what is there and what is missing; selftest: opens a panel and tries it")
    what = parser.parse_args().what
    from ._doctor import doctor

    if what == "doctor" or _native.load_error is not None:
        return 0 if doctor() else 1
    from ._selftest import selftest

    return 0 if selftest() else 1


sys.exit(main())
