#!/usr/bin/env python3
"""Lays siege to panels of C# and Python hosts, and ends with one line: N passed, N failed, N skipped. A round is a test.

    tests/siege/run.py --minutes 3 --seed 1          both, in turns
    tests/siege/run.py --only cs --seed 1 --round 7 --rounds 1       one round again

Each host is a process of its own, for its share of the time; some of them have little address space, no place to write, or the other
WebKit. What a host leaves behind when it has ended is a failure too. Starts an X server of its own.
"""

import argparse
import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(HERE, "python"))

PROGRAMS = {
    "cs": ["dotnet", os.path.join(ROOT, "artifacts/bin/AuroraView.Siege/debug/AuroraView.Siege.dll")],
    "py": [sys.executable, os.path.join(HERE, "python", "siege.py")],
}
PLAIN = {}
OTHER_WEBKIT = {"environment": {"AURORAVIEW_WEBKIT_API": "4.0"}}
# Nothing can be made below a file that is no folder, not even by root.
NO_PLACE = {"environment": {name: "/proc/self/exe/nowhere" for name in ("TMPDIR", "HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_DATA_HOME")}}
LITTLE_SPACE = {"address_space": 8 << 30}
# (program, share of the time, what is special)
SHARES = [
    ("cs", 0.38, PLAIN), ("py", 0.32, PLAIN), ("cs", 0.1, OTHER_WEBKIT), ("py", 0.08, OTHER_WEBKIT),
    ("cs", 0.04, NO_PLACE), ("py", 0.04, NO_PLACE), ("py", 0.04, LITTLE_SPACE),
]
PR_SET_CHILD_SUBREAPER = 36


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(PROGRAMS))
    parser.add_argument("--round", type=int)
    parser.add_argument("--rounds", type=int)
    options = parser.parse_args()
    # What a host leaves behind becomes a child of this process, and is found.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    shares = [(program, share, special) for program, share, special in SHARES if options.only in (None, program)]
    if options.rounds is not None:
        shares = [(program, share, special) for program, share, special in shares if special is PLAIN]
    total = sum(share for _, share, _ in shares)
    passed = failed = 0
    display = start_display()
    try:
        for place, (program, share, special) in enumerate(shares):
            arguments = ["--seed", str(options.seed), "--round", str(options.round if options.round is not None else 1000 * place)]
            if options.rounds is not None:
                arguments += ["--rounds", str(options.rounds)]
            good, bad = besiege(program, arguments, options.minutes * 60 * share / total, special, display)
            passed, failed = passed + good, failed + bad
    finally:
        display.kill()
        display.wait()
    print("%d passed, %d failed, 0 skipped" % (passed, failed))
    return 1 if failed or not passed else 0


def besiege(program, arguments, seconds, special, display):
    """Runs one host for its time. Returns how many rounds it kept and how many it did not."""
    folder = tempfile.mkdtemp(prefix="siege-")
    environment = {**os.environ, "AURORAVIEW_LOCK_ORDER": "throw", "TMPDIR": folder, **special.get("environment", {})}
    if "rounds" not in " ".join(arguments):
        arguments = [*arguments, "--seconds", str(int(seconds))]
    limit = special.get("address_space")
    command = [*PROGRAMS[program], *arguments]
    print("== %s %s" % (" ".join(command[1:]), special or ""), flush=True)
    host = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))) if limit else None)
    # A round has its own limit; this is for a host that is stuck as a whole.
    watch = threading.Timer(seconds + 600, host.send_signal, [signal.SIGABRT])
    watch.daemon = True
    watch.start()
    good = 0
    for line in host.stdout:
        print(line, end="", flush=True)
        good += line.startswith(("C# round", "Python round"))
    bad = int(host.wait() != 0)
    watch.cancel()
    if bad:
        print("the host ended with code %d" % host.returncode)
    elif good == 0:
        bad = 1
        print("the host came to no round")
    left = wait_until_alone(display.pid)
    if left:
        bad += 1
        print("the host left processes behind: %s" % left)
    shutil.rmtree(folder, ignore_errors=True)
    return good, bad


def wait_until_alone(display):
    """Waits until no process comes from this one but its X server. Returns those that are still there."""
    from leftovers import descendants

    until = time.monotonic() + 60
    while True:
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            pass
        left = [each for each in descendants(os.getpid()) if each[0] != display]
        if not left or time.monotonic() > until:
            for each in left:
                os.kill(each[0], signal.SIGKILL)
            return left
        time.sleep(0.05)


def start_display():
    reader, writer = os.pipe()
    server = subprocess.Popen(
        # Without -noreset the server starts anew, and refuses connections meanwhile, whenever the last panel is gone.
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    if not number:
        raise SystemExit("Xvfb did not start")
    os.environ["DISPLAY"] = ":" + number
    return server


if __name__ == "__main__":
    sys.exit(main())
