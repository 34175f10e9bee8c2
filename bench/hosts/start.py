"""``python3 start.py``: from the start of a process to the first panel whose page has called a handler on main. In Python, and in C# beside it."""

import os
import subprocess
import sys
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ROUNDS = 9
AIM = 1.2
PANEL = """
import auroraview
from auroraview.utils import pump_until

view = auroraview.WebView(title="first", html="<script>auroraview.call('opened')</script>", dcc_mode=True)
opened = []

@view.bind_call("opened")
def on_opened():
    print("ready", flush=True)
    opened.append(True)

view.show()
pump_until(lambda: opened, timeout=60)
view.close()
"""


def start(command):
    """Seconds until the program says that it is ready; it then ends by itself."""
    environment = dict(os.environ, PYTHONPATH=os.path.join(ROOT, "python"))
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        line = process.stdout.readline()
        took = time.perf_counter() - started
        process.communicate()
    if line.strip() != b"ready" or process.returncode != 0:
        raise SystemExit("%s did not come to its panel (code %s)" % (command[0], process.returncode))
    return took


def main():
    ways = {
        "Python": [sys.executable, "-c", PANEL],
        "C#": ["dotnet", os.path.join(ROOT, "artifacts", "bin", "AuroraView.Bench", "release", "AuroraView.Bench.dll"), "first-panel"],
    }
    times = {name: [] for name in ways}
    for turn in range(ROUNDS + 1):
        for name, command in ways.items():
            took = start(command)
            if turn:  # the first fills the disk's cache
                times[name].append(took)
    middle = {name: sorted(values)[len(values) // 2] * 1000 for name, values in times.items()}
    print("Start of a process to its first panel, p50 of %d: Python %.0f ms, C# %.0f ms, %.2fx (aim %gx)" % (
        ROUNDS, middle["Python"], middle["C#"], middle["Python"] / middle["C#"], AIM))


if __name__ == "__main__":
    main()
