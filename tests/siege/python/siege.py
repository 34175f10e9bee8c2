"""A Python host under siege: rounds of panels that are opened, flooded, hung, killed and closed, all at once. run.py starts it.

    siege.py --seed N [--round N] [--rounds N] [--seconds N]
"""

import argparse
import faulthandler
import logging
import os
import random
import resource
import socket
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "python"))

import auroraview  # noqa: E402
from auroraview import errors, utils  # noqa: E402

from host import SiegeHost  # noqa: E402
from ledger import Ledger  # noqa: E402
from leftovers import Leftovers  # noqa: E402
from panel import SiegePanel  # noqa: E402
from steps import STEPS, Siege  # noqa: E402

BOUND = 60.0
STUCK = 200.0


class Round:
    def __init__(self, host, seed, number, before):
        self.host, self.number, self.seed, self.before = host, number, seed, before
        self.plan = random.Random(seed * 1000003 + number)
        self.ledger = Ledger(host)

    def run(self):
        """Returns what is wrong, or ``None``."""
        self.host.begin_round()
        # The last resort, where the main thread itself is stuck.
        faulthandler.dump_traceback_later(STUCK, exit=True)
        silent = socket.socket()
        silent.bind(("127.0.0.1", 0))
        silent.listen(5)
        limit = self._tighten_descriptors()
        panels = []
        for number in range(1 + self.plan.randrange(3)):
            panels.append(self.host.timed("WebView()", SiegePanel, number, self.ledger, self.plan))
            self.host.timed("show", panels[-1].view.show)
        siege = Siege(self.host, self.ledger, panels, "http://127.0.0.1:%d/" % silent.getsockname()[1])
        ended = self._besiege(siege)
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_NOFILE, limit)
        if not ended or not self._finish(siege):
            return self._problem() or "the besiegers do not come back"
        silent.close()
        for what in self.ledger.unanswered:
            self.ledger.wrong("%s was not answered though its panel is closed" % what)
        for panel in panels:
            if panel.closed != 1:
                self.ledger.wrong("panel %d said %d times that it was closed" % (panel.number, panel.closed))
        del siege, panels, panel
        if self.before is not None:
            for problem in (self.before.wait_until_gone(BOUND), self.host.check_lateness()):
                if problem:
                    self.ledger.wrong(problem)
        faulthandler.cancel_dump_traceback_later()
        return self._problem()

    def _problem(self):
        return self.ledger.problems[0] if self.ledger.problems else None

    def _besiege(self, siege):
        total = [step for step in STEPS for _ in range(step[1])]
        threads = []
        for number in range(2 + self.plan.randrange(2)):
            steps = [
                (self.plan.uniform(0, 0.3) if self.plan.randrange(4) == 0 else self.plan.uniform(0, 0.02),
                 self.plan.choice(total), self.plan.choice(siege.panels))
                for _ in range(5 + self.plan.randrange(10))]
            threads.append(threading.Thread(target=self._act, args=(siege, steps), name="siege %d" % number, daemon=True))
        for thread in threads:
            thread.start()
        return self.host.tick(lambda: not any(thread.is_alive() for thread in threads), BOUND + self.host.allowance)

    def _act(self, siege, steps):
        for pause, (name, _, step), panel in steps:
            time.sleep(pause)  # the pace is the plan's; nothing is expected to have happened
            self.ledger.note("%s (%d)" % (name, panel.number))
            try:
                step(siege, panel)
            except Exception as error:
                self.ledger.judge(name, error)

    def _finish(self, siege):
        asked = [panel for panel in siege.panels if self.plan.randrange(2) == 0]
        on_main = [panel for panel in siege.panels if self.plan.randrange(3) == 0]

        def finish():
            for panel in siege.panels:
                panel.release.set()
            for panel in asked:
                self._ask_what_is_open(panel)
            for panel in siege.panels:
                if panel in on_main:
                    self.host.do(lambda panel=panel: siege.close(panel, force=True))
                else:
                    siege.close(panel, force=True)

        finisher = threading.Thread(target=finish, name="finisher", daemon=True)
        finisher.start()
        is_closed = self.host.tick(
            lambda: not finisher.is_alive() and all(panel.view.state == "closed" for panel in siege.panels), BOUND + self.host.allowance)
        # What was queued for main, the event "closed" among it, is run.
        self.host.tick(lambda: not self.ledger.unanswered and all(panel.closed for panel in siege.panels), 10 + self.host.allowance)
        return is_closed

    def _ask_what_is_open(self, panel):
        """Whether the page has heard of each of its calls. One that was disturbed or is closed has nothing to say."""
        is_loaded_again = False
        for _ in range(5):
            if panel.is_disturbed or panel.view.state != "open":
                return
            try:
                wrong = panel.view.eval_js_sync(
                    "typeof settled === 'undefined' ? '' : await settled()", int(1000 * (10 + self.host.allowance)))
                if wrong:
                    self.ledger.wrong("the page of %d: %s" % (panel.number, wrong))
                return
            except errors.ThreadDispatchTimeoutError as error:
                if not is_loaded_again and "The last load failed" in str(error):
                    is_loaded_again = True  # it was refused before there was a page: the next load must bring one
                    panel.view.load_html("<title>again</title>")
                    continue
                if not panel.is_disturbed and panel.view.state == "open":
                    self.ledger.wrong("the page of %d waits for an answer: %s" % (panel.number, error))
                return
            except (errors.BridgeError, errors.ThreadSafetyError, errors.JavaScriptError) as error:
                self.ledger.note("asked %d: %s" % (panel.number, error))

    def _tighten_descriptors(self):
        """In one round of six there are hardly any descriptors left."""
        if self.before is None or self.plan.randrange(6):
            return None
        was = resource.getrlimit(resource.RLIMIT_NOFILE)
        tight = len(os.listdir("/proc/self/fd")) + self.plan.randrange(40)
        self.ledger.note("descriptors limited to %d" % tight)
        resource.setrlimit(resource.RLIMIT_NOFILE, (tight, was[1]))
        return was


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1048576.0


def growth(values):
    """The middle one of all slopes between two rounds: a round that is far off does not count."""
    slopes = sorted((values[j] - values[i]) / (j - i) for i in range(len(values)) for j in range(i + 1, len(values)))
    return slopes[len(slopes) // 2]


def main():
    parser = argparse.ArgumentParser()
    for name, default in (("--seed", 1), ("--round", 0), ("--rounds", 10 ** 9), ("--seconds", 10 ** 9)):
        parser.add_argument(name, type=int, default=default)
    options = parser.parse_args()
    logging.getLogger("auroraview").setLevel(logging.CRITICAL)
    host = SiegeHost()
    utils.use_adapter(host)
    end = time.monotonic() + options.seconds
    # One that is not counted: what is made once in a process and stays is made here.
    before, memory, number = None, [], options.round - 1
    while number - options.round < options.rounds and (time.monotonic() < end or before is None):
        current = Round(host, options.seed, number if before is not None else -1, before)
        problem = current.run()
        memory.append(resident())
        # The first rounds fill pools; 150 MB is what pools and allocators may keep, however long it goes on.
        if problem is None and len(memory) >= 18 and growth(memory[6:]) > max(0.5, 150.0 / len(memory)):
            problem = "memory grows: %s" % ", ".join("%.0f" % each for each in memory[6:])
        if problem is not None:
            print("FAILED. Again: tests/siege/run.py --only py --seed %d --round %d --rounds 1\n%s\n-- the steps" % (options.seed, max(number, 0), problem))
            print("\n".join(current.ledger.lines), flush=True)
            faulthandler.dump_traceback(sys.stdout, all_threads=True)
            return 1
        if before is not None:
            outcomes = " ".join("%s:%d" % each for each in sorted(current.ledger.outcomes.items()))
            print("Python round %d: %d calls, %s, %s, %.0f MB resident" % (number, current.ledger.calls, host.lateness, outcomes, memory[-1]), flush=True)
        else:
            print("Python %s, AuroraView %s" % (sys.version.split()[0], auroraview.__version__), flush=True)
            before = Leftovers()
        number += 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
