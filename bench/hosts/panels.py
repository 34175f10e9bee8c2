"""``python3 panels.py [COUNT]``: what further panels cost, in memory and time, beside the bare engine's own further views.

``python3 panels.py cycles [COUNT]``: panels opened and closed beside one that stays: what is left of them in the panel host.
"""

import json
import os
import statistics
import subprocess
import sys
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PEER = os.path.join(ROOT, "artifacts", "bench", "engine_panels")
PANELS = 20
CYCLES = 1000
HTML = "<!doctype html><title>t</title><body>hello"


def descendants(of):
    """The living processes below one, by their numbers."""
    children = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name) as stat:
                children.setdefault(int(stat.read().rsplit(")", 1)[1].split()[1]), []).append(int(name))
        except OSError:
            pass
    found, todo = [], [of]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += below
    return found


def pss(processes):
    """The megabytes that processes take, each shared page counted once among those that share it."""
    kilobytes = 0
    for process in processes:
        try:
            with open("/proc/%d/smaps_rollup" % process) as rollup:
                kilobytes += next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return kilobytes / 1024


def settled(measure):
    """A measure, once it does not change any more."""
    before = measure()
    for _ in range(20):
        time.sleep(0.5)
        now = measure()
        if abs(now - before) < 1:
            return now
        before = now
    return before


def open_panels(count, mode, acceleration, prewarmed):
    """In a process of its own: opens panels one after the other, and prints what that took as JSON."""
    import auroraview

    options = {"acceleration": acceleration, "html": HTML, "width": 400, "height": 300}
    own = pss([os.getpid()])
    if mode == "group":
        options["group"] = "bench"
    if prewarmed:
        auroraview.prewarm(acceleration=acceleration)
        time.sleep(3)
    views, times, called = [], [], []
    memory = []
    for index in range(count):
        view = auroraview.WebView(title="%d" % index, **options)
        began = time.perf_counter()
        view.show()
        called.append((time.perf_counter() - began) * 1000)
        assert view.eval_js_sync("1 + 1", timeout_ms=60000) == 2
        times.append((time.perf_counter() - began) * 1000)
        views.append(view)
        if index == 0:
            memory.append(settled(lambda: pss(descendants(os.getpid())) + pss([os.getpid()]) - own))
    memory.append(settled(lambda: pss(descendants(os.getpid())) + pss([os.getpid()]) - own))
    print(json.dumps({"times": times, "called": called, "memory": memory, "processes": len(descendants(os.getpid()))}))
    sys.stdout.flush()
    for view in views:
        view.close()


def measure_ours(count, mode, acceleration, prewarmed=False):
    command = [sys.executable, os.path.abspath(__file__), "--open", str(count), mode, acceleration, str(int(prewarmed))]
    environment = dict(os.environ, PYTHONPATH=os.path.join(ROOT, "python"))
    return json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


def measure_peer(count, mode, acceleration):
    memory, times, processes = [], [], 0
    # Once with one view for what the first one costs, once with all.
    for views in (1, count):
        with subprocess.Popen([PEER, str(views), mode, acceleration], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as peer:
            times = [float(line) for line in iter(peer.stdout.readline, b"all\n")]
            memory.append(settled(lambda: pss(descendants(peer.pid) + [peer.pid])))
            processes = len(descendants(peer.pid)) + 1
            peer.stdin.close()
    return {"times": times, "memory": memory, "processes": processes}


def row(name, figures, count):
    further = sorted(figures["times"][1:])
    first, last = figures["memory"][0], figures["memory"][-1]
    print("| %s | %.0f MB, %.0f ms | +%.1f MB, %.0f ms | %.0f MB, %d |" % (
        name, first, figures["times"][0], (last - first) / (count - 1), statistics.median(further), last, figures["processes"]))
    sys.stdout.flush()


def compare(count):
    print("| | first | each further one (median) | %d together: memory, processes |" % count)
    print("| --- | --- | --- | --- |")
    called = []
    for acceleration in ("always", "never"):
        for mode in ("default", "group"):
            ours = measure_ours(count, mode, acceleration)
            called += ours["called"]
            row("AuroraView, %s, acceleration %s" % (mode, acceleration), ours, count)
            row("bare engine, %s, acceleration %s" % (mode, acceleration), measure_peer(count, mode, acceleration), count)
    first = [measure_ours(1, "default", "never", prewarmed=True)["times"][0] for _ in range(5)]
    print("first panel after prewarm(), acceleration never: %.0f ms (median of %d)" % (statistics.median(first), len(first)))
    print("show() holds its caller: median %.2f ms, longest %.2f ms of %d" % (statistics.median(called), max(called), len(called)))


def cycles(count):
    """Opens and closes panels beside one that stays, and prints what the panel host has of them."""
    import auroraview

    stays = auroraview.WebView(title="stays", html=HTML, acceleration="never")
    stays.show()
    stays.eval_js_sync("1")
    host = stays.info["process_id"]

    def state():
        tree = [host] + descendants(host)
        windows = subprocess.run(["xwininfo", "-root", "-tree"], stdout=subprocess.PIPE).stdout.count(b"\n")
        return {
            "host MB": round(pss([host]), 1), "tree MB": round(pss(tree), 1), "own MB": round(pss([os.getpid()]), 1), "processes": len(tree), "windows": windows,
            "descriptors": len(os.listdir("/proc/%d/fd" % host)), "threads": len(os.listdir("/proc/%d/task" % host)),
        }

    for group in (None, "bench"):
        for index in range(count + 1):
            if index in (0, count // 10, count // 2, count):
                time.sleep(2)
                print(group or "default", index, json.dumps(state()))
                sys.stdout.flush()
            with auroraview.WebView(title="%d" % index, html=HTML, acceleration="never", **({"group": group} if group else {})) as view:
                view.show()
                view.eval_js_sync("1")
    stays.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--open"]:
        open_panels(int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5] == "1")
    elif sys.argv[1:2] == ["cycles"]:
        cycles(int(sys.argv[2]) if len(sys.argv) > 2 else CYCLES)
    else:
        compare(int(sys.argv[1]) if len(sys.argv) > 1 else PANELS)
