"""What this process has: descendants, descriptors, threads, files in its temporary folder. Only its own are looked at."""

import gc
import os
import signal
import threading
import time


def descendants(ancestor):
    """The living processes that come from one: (id, name, state)."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open("/proc/%s/stat" % entry) as file:
                    name, rest = file.read().split("(", 1)[1].rsplit(")", 1)
            except OSError:  # it ended meanwhile
                continue
            state, parent = rest.split()[:2]
            children.setdefault(int(parent), []).append((int(entry), name, state))
    found, todo = [], [ancestor]
    while todo:
        for child in children.get(todo.pop(), ()):
            found.append(child)
            todo.append(child[0])
    return found


def strike(process, name, number):
    """Sends a signal to a panel's processes whose name begins so; returns those it reached."""
    reached = []
    for each in [own for own in descendants(os.getpid()) if own[0] == process] + descendants(process):
        if each[1].startswith(name):
            try:
                os.kill(each[0], number)
                reached.append("%s (%d)" % (each[1], each[0]))
            except ProcessLookupError:
                pass
    return reached


KILL, STOP, CONTINUE = signal.SIGKILL, signal.SIGSTOP, signal.SIGCONT


class Leftovers:
    def __init__(self):
        self.processes = ["%s (%d, %s)" % (name, number, state) for number, name, state in descendants(os.getpid())]
        self.descriptors = sorted(filter(None, map(_target, os.listdir("/proc/self/fd"))))
        self.threads = sorted(filter(None, (_text("/proc/self/task/%s/comm" % task) for task in os.listdir("/proc/self/task"))))
        self.own_threads = sorted(thread.name for thread in threading.enumerate())
        self.files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(os.environ["TMPDIR"]) for name in names)

    def wait_until_gone(self, seconds):
        """Waits until nothing is there that was not there before. Returns what is, or ``None``."""
        until = time.monotonic() + seconds
        while True:
            gc.collect()
            now = Leftovers()
            more = {
                what: _more(getattr(now, what), getattr(self, what)) for what in ("processes", "threads", "own_threads", "files")
            }
            more = {what: which for what, which in more.items() if which}
            if len(now.descriptors) > len(self.descriptors):
                more["descriptors"] = _more(now.descriptors, self.descriptors)
            if not more:
                return None
            if time.monotonic() > until:
                return "left behind: %s" % more
            time.sleep(0.02)


def _more(now, before):
    rest = list(now)
    for one in before:
        if one in rest:
            rest.remove(one)
    return rest


def _target(number):
    try:
        target = os.readlink("/proc/self/fd/" + number)
    except OSError:
        return None
    return None if "/fd" in target else target


def _text(path):
    try:
        with open(path) as file:
            name = file.read().strip()
    except OSError:
        return None
    return None if name.startswith(".NET") else name
