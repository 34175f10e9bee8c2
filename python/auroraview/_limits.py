"""What the system leaves to this process: looked at before the library is loaded, which would end the process if it cannot start."""

import contextlib
import os
import threading

MEGABYTE = 1 << 20

ADDRESS_SPACE = 512 * MEGABYTE
DATA = 128 * MEGABYTE
THREADS = 8
"""What the library and a first panel need. docs/python.md names these figures."""


def shortage():
    """Why the library cannot be loaded here, and what to do about it; ``None`` if it can."""
    try:
        import resource
    except ImportError:
        return None  # Windows, which has no such limits
    # Again at the end: the C library reserves address space for each new thread, and keeps it for the next one.
    return _lacking_space(resource) or _lacking_threads() or _lacking_space(resource)


@contextlib.contextmanager
def without_foreign_settings():
    """Without the variables that set up the memory of another .NET runtime: wrong for this one, they would end the process."""
    taken = {name: os.environ.pop(name) for name in list(os.environ) if name.upper().startswith(("DOTNET_GC", "COMPLUS_GC"))}
    try:
        yield
    finally:
        os.environ.update(taken)


def _lacking_space(resource):
    for kind, option, what, place, needed in (
        (resource.RLIMIT_AS, "-v", "address space", 0, ADDRESS_SPACE),
        (resource.RLIMIT_DATA, "-d", "memory", 5, DATA),
    ):
        limit = resource.getrlimit(kind)[0]
        left = limit - _in_use(place, resource.getpagesize())
        if limit != resource.RLIM_INFINITY and left < needed:
            return "the limit of %s (ulimit %s) is %d MB and leaves %d MB, and AuroraView needs %d MB: raise it for this program" % (
                what, option, limit // MEGABYTE, max(0, left) // MEGABYTE, needed // MEGABYTE,
            )
    return None


def _lacking_threads():
    started = _count_threads(THREADS)
    if started == THREADS:
        return None
    return (
        "the system lets this process start %d more threads, and AuroraView needs %d: raise the limit of processes (ulimit -u, or the "
        "container's limit of pids), or of memory" % (started, THREADS)
    )


def _in_use(place, page):
    try:
        with open("/proc/self/statm") as figures:
            return int(figures.read().split()[place]) * page
    except (OSError, IndexError, ValueError):
        return 0


def _count_threads(wanted):
    # Nothing tells how many there may be: users, containers and memory limit them. So they are made.
    end = threading.Event()
    threads = []
    try:
        for _ in range(wanted):
            thread = threading.Thread(target=end.wait, name="auroraview probe", daemon=True)
            thread.start()
            threads.append(thread)
    except RuntimeError:
        pass
    finally:
        end.set()
        for thread in threads:
            thread.join()
    return len(threads)
