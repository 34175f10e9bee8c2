"""The suites that mutations.py builds and runs, each as narrow as a breakage asks for."""

import collections
import os
import pathlib
import re
import shutil
import subprocess

BUILD_SECONDS = 900
PROGRAMS = {
    "threading": "AuroraView.Threading.Tests", "schedules": "AuroraView.Threading.Schedules", "bridge": "AuroraView.Tests",
    "panelhost": "AuroraView.PanelHost.Tests", "views": "AuroraView.Views.Tests", "rules": "AuroraView.Rules.Tests",
}
OTHERS = ("page", "python")
# The suites with a real web view need the panel host: as managed code it is built in seconds.
WITH_PANEL_HOST = ("panelhost", "views")
XUNIT_FAILED = re.compile(r"^\s+AuroraView\.(\S+?)(?:\(.*)? \[FAIL\]", re.MULTILINE)
XUNIT_STARTED = re.compile(r"^\s+AuroraView\.(\S+?)(?:\(.*)? \[STARTING\]", re.MULTILINE)
UNITTEST_FAILED = re.compile(r"^(?:FAIL|ERROR): (\S+ \(\S+?\))", re.MULTILINE)
NODE_FAILED = re.compile(r"^\s*not ok \d+ - (.+)$", re.MULTILINE)


class Selection(collections.namedtuple("Selection", "suite names")):
    """A suite, or some of its classes (C#: Class or Class.Method; page: the file without .test.mjs; Python: as run.py takes them)."""

    @classmethod
    def read(cls, text):
        suite, *names = text.split()
        if suite not in PROGRAMS and suite not in OTHERS:
            raise SystemExit(f"no such suite: {suite}; there are {', '.join((*PROGRAMS, *OTHERS))}")
        return cls(suite, tuple(names))

    def whole(self):
        return Selection(self.suite, ())

    def __str__(self):
        return " ".join((self.suite, *self.names))


class Runner:
    """Builds and runs suites in a copy of the sources."""

    def __init__(self, tree, runs, seconds):
        self.tree, self.seconds = tree, seconds
        self.environment = {
            **os.environ, "AURORAVIEW_LOCK_ORDER": "throw", "AURORAVIEW_RUNS": str(runs),
            "AURORAVIEW_PANEL_HOST": str(tree / "artifacts/bin/AuroraView.PanelHost/debug_net10.0/auroraview-panelhost.dll"),
        }

    def build(self, selections, restore=False):
        """Builds what the selections need. A breakage need not please the analyzers, only the compiler. Returns what went wrong."""
        quick = ["-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", *([] if restore else ["--no-restore"])]
        named = {selection.suite for selection in selections}
        for suite in sorted(named & set(PROGRAMS)):
            problem = self._dotnet("build", f"tests/{PROGRAMS[suite]}", "-c", "Debug", "-m:1", *quick)
            if problem:
                return problem
        if named & set(WITH_PANEL_HOST):
            problem = self._dotnet("build", "src/AuroraView.PanelHost", "-c", "Debug", "-f", "net10.0", "-m:1", *quick)
            if problem:
                return problem
        return self._build_package() if "python" in named else None

    def failing(self, selection):
        """The tests that fail; the one that was running, where a suite hung or ended itself because nothing could go on."""
        command, folder, failed, started = self._command(selection)
        environment = {name: value for name, value in self.environment.items() if selection.suite != "python" or name != "AURORAVIEW_PANEL_HOST"}
        try:
            done = subprocess.run(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, errors="replace", timeout=self.seconds, check=False)
            output, code, how = done.stdout, done.returncode, "stuck"
        except subprocess.TimeoutExpired as hung:
            output, code, how = (hung.stdout or b"").decode("utf-8", "replace"), -1, "hung"
        tests = sorted(set(failed.findall(output)))
        if not tests and code != 0:
            running = started.findall(output) if started else []
            tests = [f"{running[-1] if running else selection} ({how})"]
        if not tests and "Total: 0," in output:
            raise SystemExit(f"{selection} names no test")
        return tests

    def _command(self, selection):
        suite, names = selection
        if suite == "page":
            return ["node", "--test", "--test-reporter=tap", *(f"{name}.test.mjs" for name in names)], self.tree / "tests/page", NODE_FAILED, None
        if suite == "python":
            return ["python3", "tests/python/run.py", *names], self.tree, UNITTEST_FAILED, None
        program = PROGRAMS[suite]
        filters = [part for name in names for part in ("-method", f"*.{name}" if "_" in name.rsplit(".", 1)[-1] else f"*.{name}.*")]
        command = ["dotnet", f"artifacts/bin/{program}/debug/{program}.dll", "-noColor", "-reporter", "verbose", "-stopOnFail", *filters]
        return command, self.tree, XUNIT_FAILED, XUNIT_STARTED

    def _build_package(self):
        """The ahead-of-time compiled library and panel host, beside the package's modules."""
        for project, folder in (("AuroraView.PanelHost", "panelhost"), ("AuroraView.Native", "native")):
            problem = self._dotnet(
                "publish", f"src/{project}", "-c", "Release", "-f", "net8.0", "-r", "linux-x64", "-o", f"artifacts/{folder}",
                "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false")
            if problem:
                return problem
        for file in ("native/libauroraview.so", "panelhost/auroraview-panelhost"):
            shutil.copy(self.tree / "artifacts" / file, self.tree / "python/auroraview" / pathlib.Path(file).name)
        return None

    def _dotnet(self, *command):
        done = subprocess.run(
            ["dotnet", *command, "-v", "quiet", "--nologo"], cwd=self.tree, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False)
        return done.stdout[-4000:] + done.stderr[-1000:] if done.returncode != 0 else None
