#!/usr/bin/env python3
"""Breaks the threading core in small ways and reports which tests notice.

    eng/mutations.py                  all breakages of mutation_list.py
    eng/mutations.py NAME...          only these
    eng/mutations.py --list           their names and rules
    eng/mutations.py --table FILE     also writes a table in Markdown

Works on a copy of the sources in a temporary folder. First the tests have to pass there unbroken. Ends with code 1
when a breakage was noticed by no test, 2 when something could not be run. docs/testing.md has the result.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from mutation_list import MUTATIONS

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORE = "src/AuroraView.Threading"
SUITES = ("AuroraView.Threading.Schedules", "AuroraView.Threading.Tests")
NEEDED = (CORE, *(f"tests/{suite}" for suite in SUITES))
SINGLE = ("Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "README.md", "LICENSE", "tests/Directory.Build.props", "docs/queues.md", "AuroraView.slnx")
BUILD_SECONDS = 600
FAILED = re.compile(r"^\s+AuroraView\.Threading\.(?:Schedules|Tests)\.(\S+?)(?:\(.*)? \[FAIL\]", re.MULTILINE)
STARTED = re.compile(r"^\s+AuroraView\.Threading\.(?:Schedules|Tests)\.(\S+?)(?:\(.*)? \[STARTING\]", re.MULTILINE)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--table")
    parser.add_argument("--runs", type=int, default=500, help="schedules of each property (default 500)")
    parser.add_argument("--seconds", type=int, default=1200, help="for one suite; one that hangs has noticed (default 1200)")
    options = parser.parse_args()
    chosen = [mutation for mutation in MUTATIONS if not options.names or mutation[0] in options.names]
    unknown = set(options.names) - {mutation[0] for mutation in MUTATIONS}
    if unknown:
        parser.error(f"no such breakage: {', '.join(sorted(unknown))}")
    if options.list:
        for name, rule, file, _, _ in chosen:
            print(f"{name:34}{rule} ({file})")
        return 0

    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        return run(pathlib.Path(folder), chosen, options)


def run(tree, chosen, options):
    copy_sources(tree)
    for name, _, file, old, _ in chosen:
        found = (tree / CORE / file).read_text(encoding="utf-8").count(old)
        if found != 1:
            print(f"{name}: the text occurs {found} times in {file}; mutation_list.py has to follow the source", file=sys.stderr)
            return 2

    problem = build(tree)
    if problem:
        print(f"the unbroken sources do not build:\n{problem}", file=sys.stderr)
        return 2
    noticed = notice(tree, options)
    if noticed:
        print(f"the unbroken sources fail: {', '.join(noticed)}", file=sys.stderr)
        return 2

    rows, survivors = [], 0
    for name, rule, file, old, new in chosen:
        noticed = try_one(tree, tree / CORE / file, old, new, options)
        survivors += not noticed
        print(f"{name:34}{', '.join(noticed) if noticed else 'NOBODY NOTICED'}", flush=True)
        rows.append(f"| `{name}` | {rule} | {'<br>'.join(f'`{test}`' for test in noticed) or 'nobody'} |")
        if options.table:
            head = ["| breakage | rule | noticed by |", "| --- | --- | --- |"]
            pathlib.Path(options.table).write_text("\n".join(head + rows) + "\n", encoding="utf-8")
    print(f"{len(chosen)} breakages, {len(chosen) - survivors} noticed")
    return 1 if survivors else 0


def copy_sources(tree):
    for folder in NEEDED:
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("bin", "obj"))
    for file in SINGLE:
        if (ROOT / file).exists():
            (tree / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, tree / file)


def try_one(tree, file, old, new, options):
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new), encoding="utf-8")
    try:
        # A breakage need not please the analyzers, only the compiler.
        problem = build(tree, "--no-restore", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false")
        if problem:
            raise SystemExit(f"a breakage of {file.name} does not build:\n{problem}")
        return notice(tree, options)
    finally:
        file.write_text(text, encoding="utf-8")


def build(tree, *properties):
    for suite in SUITES:
        command = ["dotnet", "build", f"tests/{suite}/{suite}.csproj", "-c", "Debug", "-v", "quiet", "--nologo", "-m:1", *properties]
        done = subprocess.run(command, cwd=tree, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False)
        if done.returncode != 0:
            return done.stdout[-4000:]
    return None


def notice(tree, options):
    """The tests that fail; the one that was running, where a suite hung or ended itself because nothing could go on."""
    noticed = []
    environment = {**os.environ, "AURORAVIEW_RUNS": str(options.runs)}
    for suite in SUITES:
        command = ["dotnet", f"artifacts/bin/{suite}/debug/{suite}.dll", "-noColor", "-reporter", "verbose", "-stopOnFail"]
        try:
            done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, timeout=options.seconds, check=False)
            output, code, how = done.stdout, done.returncode, "stuck"
        except subprocess.TimeoutExpired as hung:
            output, code, how = (hung.stdout or b"").decode("utf-8", "replace"), -1, "hung"
        failed = sorted(set(FAILED.findall(output)))
        if not failed and code != 0:
            running = STARTED.findall(output)
            failed = [f"{running[-1] if running else suite} ({how})"]
        noticed += failed
    return noticed


if __name__ == "__main__":
    sys.exit(main())
