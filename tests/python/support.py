"""What the tests of the Python package share. Import it before auroraview."""

import ctypes
import json
import os
import subprocess
import sys
import threading

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(TESTS))
PACKAGE = os.path.join(ROOT, "python")
WAIT = 60.0  # seconds: a bound for what is waited for, not a time that is expected

ON_WINDOWS = sys.platform == "win32"

sys.path.insert(0, PACKAGE)
os.environ.pop("AURORAVIEW_DISPATCHER", None)

_display = []


def start_display():
    """Starts an X server of the tests' own, once; Windows needs none."""
    if ON_WINDOWS:
        # Under Wine the first window starts the desktop's process, which would keep the pipes of a program of the tests open: so it is started here.
        ctypes.WinDLL("user32").GetDesktopWindow()
    if _display or ON_WINDOWS:
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


class JavaScript:
    """The scripts that the tests of both systems run, for a page of a real web view."""

    @staticmethod
    def value(value):
        """A value."""
        return "(%s)" % json.dumps(value)

    @staticmethod
    def call(name, *params):
        """Calls a handler: a promise of its result."""
        return "auroraview.call(%s)" % _json(name, *params)

    @staticmethod
    def send(name, *data):
        """Sends an event."""
        return "void auroraview.send_event(%s)" % _json(name, *data)

    @staticmethod
    def throw(name, message):
        """Throws an error."""
        return "throw Object.assign(new Error(%s), {name: %s})" % (json.dumps(message), json.dumps(name))

    @staticmethod
    def never(event=None):
        """A promise that is never settled; where an event is named, that one is sent before."""
        return ("" if event is None else "auroraview.send_event(%s); " % _json(event)) + "new Promise(() => {})"

    @staticmethod
    def outcome(name, *params):
        """Calls a handler: a promise of what :meth:`read` takes apart."""
        return (
            "auroraview.call(%s).then(value => ['result', value], error => ['error', error.code, error.message, error.remoteType, error.data])"
            % _json(name, *params)
        )

    @staticmethod
    def read(outcome):
        """``["result", value]`` or ``["error", code, message, type, data]``."""
        return outcome


class Double:
    """The same for the conformance double of WebView2, which runs no JavaScript but the commands of its page.h."""

    @staticmethod
    def value(value):
        return "double.value(%s)" % json.dumps(value)

    @staticmethod
    def call(name, *params):
        return "double.call(%s)" % _json(name, *params)

    @staticmethod
    def send(name, *data):
        return "double.send(%s)" % _json(name, *data)

    @staticmethod
    def throw(name, message):
        return "double.error(%s)" % _json(name, message)

    @staticmethod
    def never(event=None):
        return "double.never(%s)" % _json(*[event] if event else [])

    outcome = call

    @staticmethod
    def read(outcome):
        if isinstance(outcome, dict) and {"code", "message"} <= set(outcome):
            return ["error", outcome["code"], outcome["message"], outcome.get("type"), outcome.get("data")]
        return ["result", outcome]


page = Double if ON_WINDOWS else JavaScript


def _json(*values):
    return ", ".join(map(json.dumps, values))


def run_python(script, *arguments, timeout=2 * WAIT):
    """Runs a program in a process of its own, which may import this module; returns it with its exit code and outputs."""
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join((PACKAGE, TESTS)), PYTHONFAULTHANDLER="1")
    return subprocess.run(
        [sys.executable, "-c", script] + list(arguments), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        universal_newlines=True, timeout=timeout,
    )


def has_ended(process):
    """Whether a process of a number is gone, or is nobody's but its parent's any more."""
    if ON_WINDOWS:
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(0x00100000, False, process))  # SYNCHRONIZE
        try:
            return not handle.value or kernel.WaitForSingleObject(handle, 0) == 0
        finally:
            kernel.CloseHandle(handle)
    try:
        with open("/proc/%d/stat" % process) as state:
            return state.read().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


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
