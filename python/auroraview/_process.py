"""What outlives a reload of the package, since the process does not know that Python forgot it."""

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
        module = sys.modules.setdefault(_NAME, module)
    return module
