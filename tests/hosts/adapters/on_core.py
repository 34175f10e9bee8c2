"""One double with the real core, in a process of its own (the core knows one main thread): ``on_core.py HOST``.

Run by ``test_on_core``; prints ``ok`` as its last line, or a traceback.
"""

import os
import sys
import threading

TESTS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(os.path.dirname(TESTS), "python"), TESTS]

from hosts.doubles.loop import PATIENCE  # noqa: E402

WORKERS, CALLS = 8, 200


def maya(batch):
    from hosts.doubles.maya import MayaDouble

    double = MayaDouble(batch=batch).install()
    import maya.cmds

    return double, lambda number: maya.cmds.polyCube(name="cube%d" % number)[0], "cube%d"


def houdini(batch):
    from hosts.doubles.houdini import HoudiniDouble

    double = HoudiniDouble(ui=not batch).install()
    import hou

    return double, lambda number: hou.createNode("geo%d" % number), "/obj/geo%d"


def nuke(batch):
    from hosts.doubles.nuke import NukeDouble

    double = NukeDouble(gui=not batch).install()
    import nuke

    return double, lambda number: nuke.createNode("Blur%d" % number), "Blur%d"


def unreal(batch):
    from hosts.doubles.unreal import UnrealDouble

    double = UnrealDouble("MyGame.uproject" + (" -run=pythonscript" if batch else "")).install()
    import unreal

    return double, lambda number: unreal.spawn_actor("actor%d" % number), "actor%d"


def max3ds(batch):
    from hosts.adapters.test_qt import import_qt
    from hosts.doubles.max3ds import MaxDouble

    double = MaxDouble(import_qt()).install()
    import pymxs

    if batch:
        from auroraview.hosts import max3ds as adapter

        adapter.executable_path = lambda: r"C:\3ds Max 2024\3dsmaxbatch.exe"
    return double, lambda number: pymxs.runtime.Box(name="Box%d" % number), "Box%d"


HOSTS = {"maya": maya, "houdini": houdini, "nuke": nuke, "unreal": unreal, "3dsmax": max3ds}


def in_threads(run_main, work, count=WORKERS):
    errors, threads = [], []

    def guarded(index):
        try:
            work(index)
        except BaseException as error:
            errors.append(error)

    for index in range(count):
        threads.append(threading.Thread(target=guarded, args=(index,), daemon=True))
    for thread in threads:
        thread.start()
    run_main(lambda: not any(thread.is_alive() for thread in threads))
    if errors:
        raise errors[0]


def graphical(name):
    double, create, pattern = HOSTS[name](batch=False)
    from auroraview.utils import dcc_thread_safe, dcc_thread_safe_async, is_main_thread, run_on_main_thread_sync
    from auroraview._session import current

    assert is_main_thread()
    assert current().adapter.name == name, current().adapter.name
    if name == "3dsmax":  # a QCoreApplication counts as reachable once its loop has turned
        turned = []
        double.core.QTimer.singleShot(0, lambda: turned.append(1))
        double.run_until(lambda: turned)

    @dcc_thread_safe
    def make(number):
        assert threading.current_thread() is threading.main_thread()
        return create(number)

    @dcc_thread_safe
    def fail(number):
        raise KeyError(number)

    def work(index):
        for step in range(CALLS):
            number = index * CALLS + step
            assert make(number) == pattern % number
            if step % 50 == 0:
                try:
                    fail(number)
                except KeyError as error:
                    assert error.args == (number,)
                else:
                    raise AssertionError("the exception did not come back")

    in_threads(double.run_until, work)

    # From the main thread: inline, and never through the host's blocking function.
    assert make(1) == pattern % 1

    order, last = [], threading.Event()

    @dcc_thread_safe_async
    def note(number):
        order.append(number)
        if number == 99:
            last.set()

    for number in range(100):
        note(number)
    assert order == [], "an async call ran inside the call"
    double.run_until(last.is_set)
    assert order == list(range(100))

    # Main waits for a worker that needs main: nested, inside the wait, through no loop of the host at all.
    assert run_on_main_thread_sync(lambda: make(2)) == pattern % 2
    if name == "nuke":
        assert double.hangs == 0


def batch(name):
    double, create, pattern = HOSTS[name](batch=True)
    from auroraview import MainThreadUnavailableError
    from auroraview.utils import dcc_thread_safe, is_main_thread, pump, pump_until

    assert is_main_thread()
    make = dcc_thread_safe(create)
    refused = []

    def early(_):
        try:
            make(1)
        except MainThreadUnavailableError as error:
            refused.append(str(error))

    thread = threading.Thread(target=early, args=(0,), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert len(refused) == 1 and "pump_until" in refused[0] and "docs/hosts/" in refused[0], refused

    def work(index):
        for step in range(20):
            number = index * 20 + step
            assert make(number) == pattern % number

    pump()

    def run_main(done):
        assert pump_until(done, timeout=PATIENCE)

    in_threads(run_main, work)


def late(name):
    """The application is made after the import, as most Qt programs do it."""
    import auroraview  # noqa: F401
    from auroraview._session import current
    from auroraview.utils import run_on_main_thread_sync

    assert current().adapter.name == "explicit"
    double, create, pattern = HOSTS[name](batch=False)
    turned = []
    double.core.QTimer.singleShot(0, lambda: turned.append(1))
    assert current().adapter.name == name
    double.run_until(lambda: turned)

    def work(index):
        assert run_on_main_thread_sync(create, index) == pattern % index

    in_threads(double.run_until, work)


if __name__ == "__main__":
    {"graphical": graphical, "batch": batch, "late": late}[sys.argv[2]](sys.argv[1])
    print("ok")
