"""``python3 memory.py``: what AuroraView adds to the memory of its host, and where it lies. Needs a display (run.sh has one)."""

import os
import re
import sys

# What hosts have loaded anyway.
import atexit, ctypes, functools, importlib, inspect, itertools, json, logging, signal, threading  # noqa: E401,F401

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python"))


def maps():
    """Kilobytes of this process by the file that they belong to: resident, and of that written to."""
    found, entry = {}, None
    with open("/proc/self/smaps") as lines:
        for line in lines:
            head = re.match(r"[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+ *(.*)$", line)
            if head:
                path = head.group(1)
                entry = found.setdefault(os.path.basename(path) if path.startswith("/") else "no file", [0, 0])
            elif line.startswith("Rss:"):
                entry[0] += int(line.split()[1])
            elif line.startswith("Private_Dirty:"):
                entry[1] += int(line.split()[1])
    return found


before = maps()
import auroraview  # noqa: E402

imported = maps()
view = auroraview.WebView(title="Memory", html="<p>memory</p>", dcc_mode=True)
view.bind_call("f", lambda: 1)
view.show()
assert view.eval_js_sync("auroraview.call('f')", 60000) == 1
opened = maps()
view.close()

print("%-20s %26s %26s" % ("KB added", "by the import", "with a panel, altogether"))
print("%-20s %13s %12s %13s %12s" % ("", "resident", "written to", "resident", "written to"))
total = [0] * 4
for name in sorted(opened):
    row = [after.get(name, (0, 0))[kind] - before.get(name, (0, 0))[kind] for after in (imported, opened) for kind in (0, 1)]
    total = [one + other for one, other in zip(total, row)]
    if max(row) >= 100:
        print("%-20s %13d %12d %13d %12d" % (name, *row))
print("%-20s %13d %12d %13d %12d" % ("altogether", *total))
