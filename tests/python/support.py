"""What the tests of the Python package share. Import it before auroraview."""

import os
import subprocess
import sys
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PACKAGE = os.path.join(ROOT, "python")
WAIT = 60.0  # seconds: a bound for what is waited for, not a time that is expected

sys.path.insert(0, PACKAGE)
os.environ.pop("AURORAVIEW_DISPATCHER", None)

_display = []


def start_display():
    """Starts an X server of the tests' own, once."""
    if _display:
        return
    reader, writer = os.pipe()
    server = subprocess.Popen(
        # Without -noreset the server starts anew, and refuses connections meanwhile, whenever the last panel is gone.
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start")
    os.environ["DISPLAY"] = ":" + number
    _display.append(server)


def stop_display():
    """Ends it. The last thing a run does: open panels need it."""
    for server in _display:
        server.kill()
        server.wait()


def run_python(script, *arguments, timeout=2 * WAIT):
    """Runs a program in a process of its own; returns it with its exit code and outputs."""
    environment = dict(os.environ, PYTHONPATH=PACKAGE, PYTHONFAULTHANDLER="1")
    return subprocess.run(
        [sys.executable, "-c", script] + list(arguments), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        universal_newlines=True, timeout=timeout,
    )


class Worker(threading.Thread):
    """A thread whose outcome is asked for with the main thread pumping, or standing still."""

    def __init__(self, function):
        super().__init__(daemon=True)
        self._function = function
        self._ended = threading.Event()
        self._result = None
        self._error = None
        self.start()

    def run(self):
        try:
            self._result = self._function()
        except BaseException as error:
            self._error = error
        self._ended.set()

    def done(self):
        """Whether it has ended."""
        return self._ended.is_set()

    def outcome(self):
        """What it returned, or raises what it raised; the main thread pumps meanwhile."""
        from auroraview.utils import pump_until

        assert pump_until(self, WAIT), "the worker did not end"
        return self._take()

    def outcome_without_pump(self):
        """The same with the main thread standing still."""
        assert self._ended.wait(WAIT), "the worker did not end"
        return self._take()

    def _take(self):
        if self._error is not None:
            raise self._error
        return self._result


def wait(event):
    """Waits for an event that must come."""
    assert event.wait(WAIT), "what was waited for did not happen"
