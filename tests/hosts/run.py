"""Runs AuroraView inside real hosts, each in a process and on a display of its own, and judges what they report.

    python3 tests/hosts/run.py [NAME...]

Ends with one line: N passed, N failed, N skipped.
"""

import ast
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
REAL = pathlib.Path(__file__).resolve().parent / "real"
ARTIFACTS = ROOT / "artifacts" / "hosts"
MARK = "AURORAVIEW_TEST_RUN"


class Host:
    """One host and the script that it runs."""

    def __init__(self, name, script, command, limit=900, exit_codes=(0,), prepare=None, **environment):
        self.name, self.script, self.command = name, REAL / script, command
        self.prepare = prepare
        self.limit, self.exit_codes, self.environment = limit, exit_codes, environment

    @property
    def checks(self):
        """The names of the checks, read from the source: what the host never got to is known, too."""
        tree = ast.parse(self.script.read_text())
        return [
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and any(getattr(one, "id", "") == "check" for one in node.decorator_list)
        ]


def install_krita_plugin(host, work, environment):
    """Krita runs Python only as plug-ins: one that loads the script, and the setting that turns it on."""
    plugins = work / "data" / "krita" / "pykrita"
    (plugins / "auroraview_checks").mkdir(parents=True)
    (plugins / "auroraview_checks.desktop").write_text(
        "[Desktop Entry]\nType=Service\nServiceTypes=Krita/PythonPlugin\nX-KDE-Library=auroraview_checks\n"
        "X-Python-2-Compatible=false\nName=AuroraView checks\n"
    )
    shutil.copy(host.script, plugins / "auroraview_checks" / "__init__.py")
    (work / "config").mkdir(exist_ok=True)
    (work / "config" / "kritarc").write_text("[python]\nenable_auroraview_checks=true\n")


def pack_blender_addon(host, work, environment):
    """Packs the add-on as a user gets it: the package comes from the zip and from nowhere else, and Blender knows no folder but its own new ones."""
    subprocess.run([sys.executable, str(ROOT / "eng" / "wheel.py"), "addon", "--out", str(work)], check=True, stdout=subprocess.DEVNULL)
    next(work.glob("auroraview_blender-*.zip")).rename(work / "addon.zip")
    environment.pop("AURORAVIEW_LIBRARY", None)
    for variable in ("CONFIG", "SCRIPTS", "DATAFILES"):
        folder = work / "blender" / variable.lower()
        folder.mkdir(parents=True)
        environment["BLENDER_USER_" + variable] = str(folder)


INSTALL_ADDON = """
import bpy, os
bpy.ops.preferences.addon_install(filepath=os.path.join(os.environ["AURORAVIEW_TEST_SCRATCH"], "addon.zip"))
bpy.ops.preferences.addon_enable(module="auroraview_panel")
bpy.ops.wm.save_userpref()
"""


def install_blender_addon(host, work, environment):
    """One Blender installs the add-on and saves its preferences; the next one, which is the host, enables it at its start."""
    pack_blender_addon(host, work, environment)
    with open(ARTIFACTS / "blender-addon-install.log", "wb") as log:
        subprocess.run(
            ["blender", "-b", "--python-exit-code", "1", "--python-expr", INSTALL_ADDON],
            env=environment, cwd=str(work), stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=True, timeout=300,
        )


HOSTS = [
    # Blender ends with 1 when Escape has cancelled something, as a check does to a render job.
    Host("blender", "blender_gui.py", ["blender", "--factory-startup", "--no-window-focus", "-p", "0", "0", "1280", "860", "--python", "{script}"], exit_codes=(0, 1)),
    Host(
        "blender-addon", "blender_addon.py", ["blender", "--no-window-focus", "--python", "{script}"],
        prepare=install_blender_addon, AURORAVIEW_TEST_PYTHON="",
    ),
    Host(
        "blender-addon-batch", "blender_addon_batch.py", ["blender", "-b", "--python", "{script}"],
        prepare=pack_blender_addon, AURORAVIEW_TEST_PYTHON="",
    ),
    Host("blender-batch", "blender_batch.py", ["blender", "-b", "--factory-startup", "--python", "{script}"]),
    Host("freecad", "freecad_gui.py", ["freecad", "{script}"], QTWEBENGINE_DISABLE_SANDBOX="1"),
    Host("freecadcmd", "freecad_batch.py", ["freecadcmd", "{script}"]),
    Host("krita", "krita_gui.py", ["krita", "--nosplash"], prepare=install_krita_plugin),
    Host("pyqt5", "qt_app.py", ["/usr/bin/python3", "{script}", "PyQt5"]),
    Host("pyqt6", "qt_app.py", ["/usr/bin/python3", "{script}", "PyQt6"]),
    Host("pyside2", "qt_app.py", ["/usr/bin/python3", "{script}", "PySide2"]),
]


@contextlib.contextmanager
def display(folder):
    """A display of our own with a free number."""
    reader, writer = os.pipe()
    with open(folder / "xvfb.log", "wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            pass_fds=[writer], stdout=log, stderr=log,
        )
    os.close(writer)
    manager = None
    try:
        with os.fdopen(reader) as numbers:
            number = ":" + numbers.readline().strip()
        # Every desktop has a window manager, and Qt's idea of where its windows are depends on one.
        with open(folder / "openbox.log", "wb") as log:
            environment = dict(os.environ, DISPLAY=number, HOME=str(folder))
            manager = subprocess.Popen(["openbox", "--sm-disable"], stdout=log, stderr=log, env=environment)
        yield number
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(30)


def marked(mark):
    """The processes of a run that are still there: a child inherits the mark through its environment."""
    found = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit() or int(entry) == os.getpid():
            continue
        try:
            with open("/proc/%s/environ" % entry, "rb") as environment:
                if mark.encode() in environment.read():
                    with open("/proc/%s/cmdline" % entry, "rb") as line:
                        found[int(entry)] = line.read().replace(b"\0", b" ").decode(errors="replace")[:120]
        except OSError:
            continue  # ended meanwhile, or not ours to read
    return found


def run(host):
    """Runs one host; returns the lines ``(name, good, details)``."""
    work = pathlib.Path(tempfile.mkdtemp(prefix="auroraview-%s-" % host.name))
    mark = uuid.uuid4().hex
    report = work / "report"
    lines, seen = [], {}
    try:
        with display(work) as number:
            code = execute(host, work, report, mark, number)
            # The host is reaped; what it leaves behind may still be on its way out.
            left = marked(mark)
            end = time.monotonic() + 20
            while left and time.monotonic() < end:
                time.sleep(0.05)
                left = marked(mark)
            for process in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        if report.exists():
            for line in report.read_text().splitlines():
                entry = json.loads(line)
                seen[entry["name"]] = entry
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for name in host.checks:
        entry = seen.get(name, {"ok": False, "details": "never reported: the host ended, hung or died before"})
        lines.append((name, entry["ok"], entry["details"]))
    lines.append(("host_ends_by_itself", code in host.exit_codes, "exit code %s (None: it had to be killed)" % code))
    lines.append(("no_process_is_left", not left, str(left or "")))
    return lines


def execute(host, work, report, mark, number):
    """The exit code of the host, or ``None`` where it had to be killed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AURORAVIEW_", "PYTHON"))}
    environment.update(
        # An embedded Python looks for its library beside the first python3 on the path: it must be the system's, not that of a version manager.
        PATH="/usr/bin:/bin:" + os.environ.get("PATH", ""),
        HOME=str(work), TMPDIR=str(work), XDG_CONFIG_HOME=str(work / "config"), XDG_DATA_HOME=str(work / "data"), XDG_CACHE_HOME=str(work / "cache"),
        DISPLAY=number, LIBGL_ALWAYS_SOFTWARE="1", QT_QPA_PLATFORM="xcb",
        AURORAVIEW_TEST_REPORT=str(report), AURORAVIEW_TEST_PYTHON=str(ROOT / "python"), AURORAVIEW_TEST_ARTIFACTS=str(ARTIFACTS),
        AURORAVIEW_TEST_REAL=str(REAL), AURORAVIEW_TEST_SCRATCH=str(work),
    )
    environment[MARK] = mark
    environment.update(host.environment)
    environment.pop("WAYLAND_DISPLAY", None)
    if "AURORAVIEW_LIBRARY" in os.environ:
        environment["AURORAVIEW_LIBRARY"] = os.environ["AURORAVIEW_LIBRARY"]
    if host.prepare is not None:
        host.prepare(host, work, environment)
    command = [part.format(script=host.script) for part in host.command]
    with open(ARTIFACTS / (host.name + ".log"), "wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, cwd=str(work), start_new_session=True)
        try:
            return process.wait(host.limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return None


def main(names):
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    unknown = set(names) - {host.name for host in HOSTS}
    if unknown:
        print("unknown: %s; there are: %s" % (", ".join(sorted(unknown)), ", ".join(host.name for host in HOSTS)), file=sys.stderr)
        return 2
    passed = failed = 0
    for host in HOSTS:
        if names and host.name not in names:
            continue
        print("== %s" % host.name, flush=True)
        if shutil.which(host.command[0]) is None:
            lines = [("host_is_installed", False, "%s is not installed" % host.command[0])]
        else:
            lines = run(host)
        for name, good, details in lines:
            print("%s %s%s" % ("ok  " if good else "FAIL", name, ": " + details.strip() if details and not good else ""), flush=True)
            passed, failed = passed + good, failed + (not good)
        if not all(good for _, good, _ in lines):
            log = ARTIFACTS / (host.name + ".log")
            if log.exists():
                print("\n".join(log.read_text(errors="replace").splitlines()[-40:]))
    print("%d passed, %d failed, 0 skipped" % (passed, failed))
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
