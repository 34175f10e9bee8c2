"""What outlives a reload of the package, since the process does not know that Python forgot it."""

import ctypes
import os
import sys
import types

_NAME = "_auroraview_process"


def anchor():
    """The one module object of this process that no reload of ``auroraview`` drops."""
    module = sys.modules.get(_NAME)
    if module is None:
        module = types.ModuleType(_NAME, "Kept by auroraview across reloads of the package.")
        module.callbacks = []  # C function pointers: never freed, since a thread may still be inside one
        module.leave = None  # ends the package that is loaded
        module.process = os.getpid()  # a forked child has a copy of all this, and none of the library's threads
        module = sys.modules.setdefault(_NAME, module)
    return module


def unfit():
    """Why this interpreter cannot use the native library, and what to do about it; ``None`` if it can."""
    if anchor().process != os.getpid():
        return "it was loaded before the fork, and its threads are in the parent. Fork before the import, or start a program instead"
    current = getattr(ctypes.pythonapi, "PyInterpreterState_Get", None)  # Python 3.9
    main = getattr(ctypes.pythonapi, "PyInterpreterState_Main", None)
    if current is None or main is None:
        return None
    current.restype = main.restype = ctypes.c_void_p
    if current() != main():
        # There is one library in the process, and what it calls back comes in the main interpreter.
        return "this is a sub-interpreter, and panels belong to the main one. Import it there"
    return None


def leave_fork(quits):
    """Ends a forked child that is about to return into a call of the library's, which is the parent's. Its exit code is that of a ``SystemExit``, else 1."""
    code = quits.code if isinstance(quits, SystemExit) else 1
    try:
        if not isinstance(quits, SystemExit):
            print("auroraview: a forked child was ended as it returned from an AuroraView call; end it inside the call (os._exit).", file=sys.stderr)
        sys.stdout.flush()
        sys.stderr.flush()
    except Exception:
        pass  # closed, or none
    finally:
        os._exit(0 if code is None else code & 0xFF if isinstance(code, int) else 1)
