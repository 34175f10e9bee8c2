"""Runs the checks of a script inside a host, on a thread of their own, and writes one line for each.

A line is a JSON object with ``name``, ``ok`` and ``details``. The driver knows the names from the script's source, so a host that dies
early fails what it did not get to.
"""

import json
import os
import sys
import threading
import time
import traceback

PATIENCE = 60.0
"""Seconds after which a check gives up. Machines are slow at times; nothing waits for time to pass."""

if os.environ["AURORAVIEW_TEST_PYTHON"]:
    sys.path.insert(0, os.environ["AURORAVIEW_TEST_PYTHON"])

_checks = []


def check(function):
    """Marks a function as one check; they run in the order of the file."""
    _checks.append(function)
    return function


def run():
    """Runs every check. Call it on a worker, with the host's main thread in its loop (or in ``pump_until``)."""
    with open(os.environ["AURORAVIEW_TEST_REPORT"], "a", buffering=1) as lines:
        for function in _checks:
            started = time.monotonic()
            try:
                details, good = function() or "", True
            except BaseException:
                details, good = traceback.format_exc(), False
            took = time.monotonic() - started
            lines.write(json.dumps({"name": function.__name__, "ok": good, "details": str(details), "seconds": round(took, 3)}) + "\n")


def start(then=None):
    """Runs every check on a new thread, then ``then()`` on the same; returns at once."""

    def work():
        run()
        if then is not None:
            try:
                then()
            except BaseException:
                traceback.print_exc()

    thread = threading.Thread(target=work, name="checks", daemon=True)
    thread.start()
    return thread


def wait_for(condition, what, pause=0.01):
    """Returns the first true value of ``condition()``. For what has no event to wait for, such as pixels."""
    end = time.monotonic() + PATIENCE
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError("waited %g s in vain: %s" % (PATIENCE, what))
        time.sleep(pause)


def equal(seen, expected):
    """Fails with both values."""
    if seen != expected:
        raise AssertionError("expected %r, got %r" % (expected, seen))


def in_threads(work, count=8):
    """Runs ``work(i)`` on that many threads and raises what the first one raised."""
    errors, threads = [], []

    def guarded(index):
        try:
            work(index)
        except BaseException as error:
            errors.append(error)

    for index in range(count):
        threads.append(threading.Thread(target=guarded, args=(index,), daemon=True))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        if thread.is_alive():
            raise AssertionError("a worker did not come back")
    if errors:
        raise errors[0]


def artifact(name):
    """The path of a file that is kept beside the logs."""
    return os.path.join(os.environ["AURORAVIEW_TEST_ARTIFACTS"], name)
