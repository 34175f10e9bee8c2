"""A host application: its main loop ticks every 10 ms or when it is woken, and pumps. What AuroraView holds it for is measured."""

import collections
import threading
import time

from auroraview import utils
from auroraview.hosts import HostAdapter

TICK = 0.01
ON_OUR_ACCOUNT = 0.05
PUMP_BUDGET = 0.008


class Control(threading.Thread):
    """Sleeps 5 ms at a time and notes how late it wakes up: the machine's lateness and the interpreter lock's, not AuroraView's."""

    def __init__(self):
        super().__init__(name="control", daemon=True)
        self.worst = 0.0

    def run(self):
        while True:
            start = time.monotonic()
            time.sleep(0.005)
            self.worst = max(self.worst, time.monotonic() - start - 0.005)


class SiegeHost(HostAdapter):
    name = "siege"

    def __init__(self):
        self._woken = threading.Event()
        self._work = collections.deque()
        self._schedule = open("/proc/thread-self/schedstat", "rb", buffering=0)
        self._asked_for = 0.0
        self.control = Control()
        self.control.start()
        self.begin_round()

    def attach(self, pump):
        pass

    def wake(self):
        self._woken.set()

    def do(self, work):
        """Something for the main thread to do outside its pump, as a menu entry would."""
        self._work.append(work)
        self._woken.set()

    def begin_round(self):
        self.control.worst = 0.0
        self.worst = (0.0, "nothing")

    @property
    def allowance(self):
        """What a limit of time is lengthened by where the machine is busy."""
        return 2 + 20 * self.control.worst

    @property
    def lateness(self):
        return "main held %d ms by %s (control late %d ms)" % (self.worst[0] * 1000, self.worst[1], self.control.worst * 1000)

    def tick(self, until, seconds):
        """The main loop. Returns whether the condition holds; ``False`` where the time is over."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                return False
            if self._work:
                self._work.popleft()()
            self.timed("pump", utils.pump)
            self._woken.wait(TICK)
            self._woken.clear()
        return True

    def timed(self, what, call, *arguments):
        """On the main thread: a call into AuroraView that must not hold it."""
        start, waited, asked = time.monotonic(), self._not_scheduled(), self._asked_for
        try:
            return call(*arguments)
        finally:
            own = time.monotonic() - start - (self._not_scheduled() - waited) - (self._asked_for - asked)
            self.worst = max(self.worst, (own, what))

    def asked_for(self, seconds):
        """A handler on the main thread called something that waits: the host asked for that time, and it has a limit of its own."""
        if self.is_main_thread():
            self._asked_for += seconds

    def check_lateness(self):
        """What is wrong with the round's worst call. The control thread waits for the interpreter lock too, so its lateness is in the limit."""
        limit = ON_OUR_ACCOUNT + PUMP_BUDGET + 4 * self.control.worst
        return "%s: more than %d ms" % (self.lateness, limit * 1000) if self.worst[0] > limit else None

    def _not_scheduled(self):
        # The second number: how long this thread was ready to run and did not, in ns.
        self._schedule.seek(0)
        return int(self._schedule.read(100).split()[1]) / 1e9
