"""What the tests of the wheel need: the wheel, a display, a place to install, and programs that are run to their end."""

import atexit
import glob
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECONDS = 300


def run(command, environment=None, folder=None, code=0):
    """Runs a program; fails with all that it printed unless it ends with ``code``. Returns what it printed."""
    done = subprocess.run(
        command, env=clean(environment), cwd=folder or tempfile.gettempdir(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS
    )
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode != code:
        raise AssertionError("%s ended with %d, not %d:\n%s" % (" ".join(command), done.returncode, code, said))
    return said


def clean(more=None):
    """The environment without anything that would lead Python or AuroraView back into the source tree; ``None`` takes a variable out."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AURORAVIEW_", "PIP_", "DISPLAY"))}
    environment.update(LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1")
    environment.update(more or {})
    return environment


def temporary_folder(suffix=""):
    """A folder that is gone at the end."""
    folder = tempfile.mkdtemp(prefix="auroraview-wheel-", suffix=suffix)
    atexit.register(shutil.rmtree, folder, True)
    return folder


class _Once:
    def __init__(self, make):
        self._make = make
        self._made = None

    def __call__(self):
        if self._made is None:
            self._made = self._make()
        return self._made


def _start_display():
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )

    def end():
        server.kill()
        server.wait()
        server.stdout.close()

    atexit.register(end)
    return ":" + server.stdout.readline().decode("ascii").strip()


def _make_wheel():
    out = temporary_folder()
    run([sys.executable, os.path.join(ROOT, "eng", "wheel.py"), "--out", out])
    return glob.glob(os.path.join(out, "*.whl"))[0]


def _make_venv():
    # A path as studios have them: a space, and letters that are not ASCII.
    folder = os.path.join(temporary_folder(), "Künstler Werkzeuge 道具")
    run([sys.executable, "-m", "venv", folder])
    python = os.path.join(folder, "bin", "python")
    run([python, "-m", "pip", "install", "--no-index", "--no-deps", "--disable-pip-version-check", wheel()])
    return python


display = _Once(_start_display)
wheel = _Once(_make_wheel)
python = _Once(_make_venv)
"""The Python of a fresh virtual environment, into which the wheel, and nothing else, was installed."""


def on_display(**more):
    """An environment with a display."""
    return dict(more, DISPLAY=display())
