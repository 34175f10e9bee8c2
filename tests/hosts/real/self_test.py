"""``auroraview.selftest()`` inside a host: as a panel lives there all day, and as somebody runs it in the script editor."""

import io
import threading

from report import PATIENCE, artifact, equal

import auroraview

LINES = [
    "main thread", "open a panel", "script", "script timeout", "page calls main", "handler raises", "main waits, page calls main", "events in order", "close",
    "after the close", "embed", "exception comes through", "dispatch timeout",
]
BOUND = 5 * PATIENCE


def judge(table, host):
    """Fails unless every line of the table is there and says ok. Keeps the table beside the logs."""
    with open(artifact("selftest_%s.txt" % host), "w") as kept:
        kept.write(table)
    lines = table.splitlines()
    equal([line for line in lines if line.startswith("FAILED")], [])
    equal([line[:6].strip() for line in lines[1:-1]], ["ok"] * len(LINES))
    equal([line[7:].split("  ")[0].strip() for line in lines[1:-1]], LINES)
    equal(lines[-1], "Everything passed.")


def through_the_hosts_loop(host, parent=None):
    """In the background: the main thread is reached through the host's own loop. Call it on a worker."""
    table = io.StringIO()
    run = auroraview.selftest(parent=parent, background=True, file=table)
    run.join(BOUND)
    equal((run.is_alive(), run.step), (False, "dispatch timeout"))
    judge(table.getvalue(), host + "_background")
    equal(run.passed, True)


def on_main(host, call_soon, parent=None):
    """In the foreground: ``call_soon(function)`` is the host's own way of having something run on its main thread. Call it on a worker."""
    table, outcome, ended = io.StringIO(), [], threading.Event()

    def run():
        try:
            outcome.append(auroraview.selftest(parent=parent, file=table))
        except BaseException as error:
            outcome.append(error)
        ended.set()

    call_soon(run)
    if not ended.wait(BOUND):
        raise AssertionError("the self-test on main did not end: %s" % table.getvalue())
    equal(outcome, [True])
    judge(table.getvalue(), host + "_main")
