"""A stand-in for the core: a queue, one pending wake, and the members an adapter may use."""

import collections
import os
import threading

from auroraview.hosts import HostAdapter

from ..doubles.loop import PATIENCE


class StandInPump:
    """What ``HostAdapter.attach`` is given, with ``call`` for the side of the workers."""

    def __init__(self, adapter, budget=None):
        self._adapter = adapter
        self._budget = budget
        self._lock = threading.Lock()
        self._calls = collections.deque()
        self._woken = False
        self._descriptor = None
        self.signal = None
        self.pumps = 0
        self.threads = set()

    def __call__(self, max_ms=None):
        self.pumps += 1
        self.threads.add(threading.current_thread())
        with self._lock:
            self._woken = False
            if self._descriptor is not None:
                try:
                    os.eventfd_read(self._descriptor)
                except BlockingIOError:
                    pass
        run = 0
        while self._calls and (self._budget is None or run < self._budget):
            self._calls.popleft()()
            run += 1
        if self._calls:
            self._wake()
        return bool(self._calls)

    def eventfd(self):
        self._descriptor = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        return self._descriptor

    def thread_signal(self, number):
        self.signal = number

    def post(self, call):
        """Queues a call and wakes the host once for any number of them."""
        self._calls.append(call)
        self._wake()

    def _wake(self):
        with self._lock:
            if self._woken:
                return
            self._woken = True
        if self._descriptor is not None:
            os.eventfd_write(self._descriptor, 1)
        else:
            self.wake_host()

    def wake_host(self):
        """As the core does it: an adapter that does not say how to wake its host pumps without being asked."""
        if type(self._adapter).wake is not HostAdapter.wake:
            self._adapter.wake()

    def call(self, function, *arguments):
        """Runs a function on main and returns what it returns."""
        done, outcome = threading.Event(), []

        def run():
            try:
                outcome.append((True, function(*arguments)))
            except Exception as error:
                outcome.append((False, error))
            done.set()

        self.post(run)
        if not done.wait(PATIENCE):
            raise AssertionError("main never ran the call")
        good, value = outcome[0]
        if good:
            return value
        raise value
