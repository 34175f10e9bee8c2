#!/usr/bin/env python3
"""Feeds the readers of others' data with changed inputs, and ends with one line: N passed, N failed, N skipped. A target is a test.

    tests/fuzz/run.py [--seed N] [--executions N] [--calls N] [target...]

The C# targets are guided by coverage: AFL++ changes the inputs of corpus/ and keeps those that reach new code; SharpFuzz instruments the
assemblies (copies of them). The target "c" calls the C interface with wrong arguments. The limits are numbers of executions, not times.
An input that fails is kept in artifacts/fuzz/TARGET, with the command that runs it again. Make a test of it, and put it into corpus/.
"""

import argparse
import glob
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILT = os.path.join(ROOT, "artifacts/bin/AuroraView.Fuzz/debug")
WORK = os.path.join(ROOT, "artifacts/fuzz")
TOOLS = os.path.join(ROOT, "artifacts/tools")
INSTRUMENTED = ("AuroraView.dll", "AuroraView.Engine.dll")
TARGETS = ("page", "result", "to_host", "to_view")
PROGRAM = "AuroraView.Fuzz.dll"
SECONDS = 900

ENVIRONMENT = {
    **os.environ, "AFL_SKIP_BIN_CHECK": "1", "AFL_SKIP_CPUFREQ": "1", "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES": "1", "AFL_NO_UI": "1",
    "AFL_NO_AFFINITY": "1",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--executions", type=int, default=60000)
    parser.add_argument("--calls", type=int, default=60000)
    options = parser.parse_args()
    chosen = options.targets or [*TARGETS, "c"]
    shutil.rmtree(WORK, ignore_errors=True)
    program = instrument() if set(chosen) & set(TARGETS) else None
    failed = 0
    for target in chosen:
        print("== %s" % target, flush=True)
        problem = call_c(options) if target == "c" else guide(target, program, options)
        if problem:
            failed += 1
            print("FAILED: %s" % problem, flush=True)
    print("%d passed, %d failed, 0 skipped" % (len(chosen) - failed, failed))
    return 1 if failed else 0


def instrument():
    """Copies the program and has SharpFuzz count branches in the assemblies that are tried."""
    tool = os.path.join(TOOLS, "sharpfuzz")
    if not os.path.exists(tool):
        with open(os.path.join(ROOT, "Directory.Packages.props")) as file:
            version = re.search(r'"SharpFuzz" Version="([^"]+)"', file.read()).group(1)
        run(["dotnet", "tool", "install", "SharpFuzz.CommandLine", "--version", version, "--tool-path", TOOLS])
    folder = os.path.join(WORK, "program")
    shutil.copytree(BUILT, folder)
    for assembly in INSTRUMENTED:
        run([tool, os.path.join(folder, assembly)])
    return os.path.join(folder, PROGRAM)


def guide(target, program, options):
    """One run of AFL++. Returns what is wrong, or ``None``."""
    inputs, results = os.path.join(WORK, target, "in"), os.path.join(WORK, target, "out")
    os.makedirs(inputs)
    for path in glob.glob(os.path.join(HERE, "corpus", target, "*")):
        shutil.copy(path, inputs)
    run(["dotnet", os.path.join(BUILT, PROGRAM), target, "--seeds", inputs])
    # First without AFL: what is in the corpus has failed once.
    replayed = subprocess.run(["dotnet", os.path.join(BUILT, PROGRAM), target, inputs], capture_output=True, text=True, timeout=SECONDS, check=False)
    if replayed.returncode != 0:
        return "an input of the corpus: %s%s" % (replayed.stdout[-300:], replayed.stderr[-3000:])
    command = ["afl-fuzz", "-s", str(options.seed), "-E", str(options.executions), "-i", inputs, "-o", results, "-t", "20000", "-m", "none",
               "--", shutil.which("dotnet"), program, target]
    done = subprocess.run(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS, check=False)
    stats = os.path.join(results, "default", "fuzzer_stats")
    if not os.path.exists(stats):
        return "AFL++ could not run:\n%s" % done.stdout[-3000:]
    with open(stats) as file:
        figures = dict(re.findall(r"^(\w+)\s*: (\S+)", file.read(), re.MULTILINE))
    print("%s executions, %s inputs, %s of the branches" % (figures["execs_done"], figures["corpus_count"], figures["bitmap_cvg"]))
    # It writes its figures a little before it ends.
    if int(figures["execs_done"]) < 0.9 * options.executions:
        return "AFL++ ended early:\n%s" % done.stdout[-3000:]
    bad = sorted(glob.glob(os.path.join(results, "default", "crashes", "id*")) + glob.glob(os.path.join(results, "default", "hangs", "id*")))
    if not bad:
        return None
    again = subprocess.run(["dotnet", os.path.join(BUILT, PROGRAM), target, bad[0]], capture_output=True, text=True, timeout=SECONDS, check=False)
    return "%d inputs. Again: dotnet %s/%s %s '%s'\n%s" % (len(bad), os.path.relpath(BUILT, ROOT), PROGRAM, target, bad[0], again.stderr[-3000:])


def call_c(options):
    """The C interface, in a process of its own: one that dies has failed. Without a display no panel comes up, and that is told."""
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    command = [sys.executable, os.path.join(HERE, "c_interface.py"), "--seed", str(options.seed), "--calls", str(options.calls)]
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", timeout=SECONDS, check=False)
    print(done.stdout[-6000:], end="")
    return "it ended with code %d. Again: %s" % (done.returncode, " ".join(command[1:])) if done.returncode else None


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=SECONDS, check=False)
    if done.returncode != 0:
        raise SystemExit("%s failed:\n%s" % (" ".join(command), done.stdout[-3000:]))


if __name__ == "__main__":
    sys.exit(main())
