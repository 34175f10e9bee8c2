"""What a panel needs, whether it is there, and the command that mends what is missing."""

import os
import platform
import subprocess
import sys

from . import _native, hosts

PANEL_HOST_VARIABLE = "AURORAVIEW_PANEL_HOST"
RUNTIME_ADDRESS = "https://go.microsoft.com/fwlink/p/?LinkId=2124703"
_CHECK_SECONDS = 60
_LOADER = "/lib64/ld-linux-x86-64.so.2"
# What hosts set for themselves; the panel host is started without it.
_UNFIT = ("LD_", "PYTHON", "GTK_", "GIO_", "GDK_PIXBUF_", "QT_", "LIBGL_DRIVERS_PATH", "__EGL_VENDOR_LIBRARY_")

OK, NOTE, MISSING = "ok", "note", "MISSING"


class Finding:
    """One line of the report.

    Attributes:
        name: What was looked for.
        state: ``OK``, ``NOTE`` or ``MISSING``.
        text: What was found.
        mend: What to do where something is missing, else ``""``.
    """

    def __init__(self, name, state, text, mend=""):
        self.name = name
        self.state = state
        self.text = text
        self.mend = mend

    def __repr__(self):
        return "<%s: %s, %s>" % (self.name, self.state, self.text)


def examine():
    """Looks at everything a panel needs. From any thread; shows nothing and changes nothing.

    Returns:
        A list of :class:`Finding`.
    """
    findings = [_python(), _library()]
    if sys.platform == "win32":
        findings.append(_webview2())
    else:
        findings.extend(_webkit())
    findings.extend(_host())
    return findings


def _webkit():
    program = panel_host()
    found = _panel_host(program)
    yield found
    if found.state == OK:
        for finding in _engine_and_display(program):
            yield finding


def doctor(file=None):
    """Prints what a panel needs, whether it is there, and how to mend what is missing.

    Args:
        file: Where to print; ``None`` for standard output.

    Returns:
        Whether nothing is missing.
    """
    out = sys.stdout if file is None else file
    findings = examine()
    for finding in findings:
        print("%-8s %-14s %s" % (finding.state, finding.name, finding.text), file=out)
        if finding.mend:
            print("%-8s %-14s fix: %s" % ("", "", finding.mend), file=out)
    missing = sum(finding.state == MISSING for finding in findings)
    print("Everything a panel needs is here." if not missing else "%d missing." % missing, file=out)
    return not missing


def panel_host():
    """Where the panel host's program is expected."""
    return os.environ.get(PANEL_HOST_VARIABLE) or os.path.join(os.path.dirname(os.path.abspath(_native.library_path())), "auroraview-panelhost")


def _python():
    text = "%s, %s %s" % (platform.python_version(), platform.system(), platform.machine())
    if platform.machine().lower() in ("x86_64", "amd64") and sys.maxsize > 2**32:
        return Finding("Python", OK, text)
    return Finding("Python", MISSING, text, "use a 64-bit Python on an x86-64 system: the native library is built for that")


def _library():
    path = _native.library_path()
    if _native.load_error is not None:
        named = os.environ.get(_native.VARIABLE)
        return Finding("library", MISSING, str(_native.load_error), "unset %s" % _native.VARIABLE if named else _reinstall())
    return Finding("library", OK, "AuroraView %s, %s" % (_native.version(), path))


def _panel_host(program):
    if not os.path.exists(program):
        mend = "unset %s" % PANEL_HOST_VARIABLE if os.environ.get(PANEL_HOST_VARIABLE) else _reinstall()
        return Finding("panel host", MISSING, "%s does not exist" % program, mend)
    if not os.access(program, os.X_OK) and not _may_be_loaded(program):
        return Finding("panel host", MISSING, "%s may not be executed" % program, "chmod a+x '%s'" % program)
    return Finding("panel host", OK, program)


def _webview2():
    from . import _win32

    loader, named = _win32.loader_path(), os.environ.get(_win32.FOLDER_VARIABLE)
    if not os.path.exists(loader):
        return Finding("WebView2", MISSING, "there is no %s" % loader, _reinstall())
    try:
        version = _win32.find_runtime()
    except OSError as error:
        return Finding("WebView2", MISSING, "%s cannot be loaded: %s" % (loader, error), _reinstall())
    if version is not None:
        return Finding("WebView2", OK, "WebView2 %s%s" % (version, ", in %s" % named if named else ""))
    if named:
        return Finding("WebView2", MISSING, "%s names %s, which holds no runtime" % (_win32.FOLDER_VARIABLE, named), "unset %s" % _win32.FOLDER_VARIABLE)
    return Finding("WebView2", MISSING, "the WebView2 runtime is not installed", "install the Evergreen runtime: " + RUNTIME_ADDRESS)


def _may_be_loaded(program):
    # An installer that unpacks a zip file drops the modes; the library then starts the program through the system's loader.
    return os.access(program, os.R_OK) and os.path.exists(_LOADER) and not os.environ.get(PANEL_HOST_VARIABLE)


def _engine_and_display(program):
    command = [program, "--check"] if os.access(program, os.X_OK) else [_LOADER, program, "--check"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_UNFIT)}
    try:
        checked = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=_CHECK_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        yield Finding("panel host", MISSING, "%s does not run: %s" % (program, error), "mount its file system without noexec; %s" % _reinstall())
        return
    said = checked.stdout.decode("utf-8", "replace")
    names = {"engine": "WebKitGTK", "display": "display", "graphics": "graphics"}
    lines = [line.split("\t") for line in said.splitlines()]
    known = [line for line in lines if len(line) == 3 and line[0] in names]
    for name, state, text in known:
        yield Finding(names[name], OK if state == "ok" else MISSING, text, "" if state == "ok" else _mend(name))
    if checked.returncode and all(state == "ok" for _, state, _ in known):
        yield Finding("panel host", MISSING, "it ended with code %d: %s" % (checked.returncode, said.strip()), _reinstall())


def _mend(name):
    if name == "display":
        return "start it in a desktop session, or without one: sudo apt-get install xvfb && xvfb-run -a python3 -m auroraview doctor"
    if os.environ.get("AURORAVIEW_WEBKIT_API"):
        return "unset AURORAVIEW_WEBKIT_API"
    return "sudo apt-get install libwebkit2gtk-4.1-0 (RHEL, Rocky, Alma: sudo dnf install webkit2gtk3)"


def _host():
    try:
        adapter = hosts.select()
    except LookupError as error:
        yield Finding("dispatcher", MISSING, str(error), "unset AURORAVIEW_DISPATCHER")
        return
    yield Finding("dispatcher", OK, adapter.name)
    because = adapter.unreachable_because()
    if because:
        yield Finding("main thread", NOTE, because)


def _reinstall():
    if sys.platform == "win32":
        return _native.how_to_get()
    return "pip install --force-reinstall auroraview, or ./build.sh in a source tree"
