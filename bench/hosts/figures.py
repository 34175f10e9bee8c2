"""Round trips worker -> main thread -> worker, each way beside its peers of the same run."""

import os
import random
import sys
import threading
import time

sys.path.insert(0, os.environ.get("AURORAVIEW_TEST_PYTHON", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python")))

ROUNDS, WARM = 400, 40


def measure(ways):
    """Times each way in turns, so that what the machine does meanwhile hits all of them alike.

    ``ways`` is a list of ``(name, call)``; ``call()`` returns when a function without content has run on main. Between two calls the
    worker rests for a random moment, so that main is as idle as it is while an artist reads.
    """
    times = {name: [] for name, _ in ways}
    chance = random.Random(1)
    for turn in range(ROUNDS + WARM):
        for name, call in ways:
            time.sleep(chance.uniform(0.002, 0.012))
            started = time.perf_counter()
            call()
            if turn >= WARM:
                times[name].append((time.perf_counter() - started) * 1e6)
    return times


def report(title, times, ours, aims):
    """Prints p50 and p99 in microseconds, and the ratio of p50 to each peer's beside its aim."""
    print("%s (%d calls each)" % (title, ROUNDS))
    print("%-44s %10s %10s %16s" % ("", "p50 us", "p99 us", "ours / this"))
    middle = {}
    for name, values in times.items():
        values.sort()
        middle[name] = values[len(values) // 2]
    for name, values in times.items():
        aim = aims.get(name)
        ratio = "" if name == ours else "1/%.1f%s" % (middle[name] / middle[ours], " (aim 1/%g)" % aim if aim else "")
        print("%-44s %10.0f %10.0f %16s" % (name, middle[name], values[int(len(values) * 0.99)], ratio))
    sys.stdout.flush()


class Handover:
    """What a user writes without us: a queue, and an event to wait for the result."""

    def __init__(self):
        self.waiting = []

    def call(self, wake=None):
        done = threading.Event()
        self.waiting.append(done)
        if wake is not None:
            wake()
        if not done.wait(60):
            raise AssertionError("main never came")

    def drain(self):
        while self.waiting:
            self.waiting.pop(0).set()
