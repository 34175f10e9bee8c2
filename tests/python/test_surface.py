"""The package's public surface, as a text that shows in a diff, and the order in which its modules need each other.

    python3 tests/python/test_surface.py --write

writes the text anew.
"""

import ast
import inspect
import os
import sys
import types
import unittest

import support

import auroraview
import auroraview.hosts.blender
import auroraview.hosts.explicit
import auroraview.hosts.max3ds
import auroraview.hosts.qt
import auroraview.hosts.signal_pump
import auroraview.hosts.win32
import auroraview.hosts.x11
from auroraview import _events, _options

PATH = os.path.join(support.TESTS, "surface.txt")
FOLDER = os.path.join(support.PACKAGE, "auroraview")


def surface():
    """Each public name with its parameters, one a line."""
    lines = []
    hosts = sorted(name for name, found in vars(auroraview.hosts).items() if getattr(found, "__name__", "").startswith("auroraview.hosts."))
    modules = [auroraview, auroraview.utils, auroraview.hosts] + [getattr(auroraview.hosts, name) for name in hosts if name != "base" and inspect.ismodule(getattr(auroraview.hosts, name))]
    for module in modules:
        lines.append(module.__name__)
        for name in sorted(module.__all__):
            found = getattr(module, name)
            if inspect.isclass(found):
                lines.append("  class %s(%s)" % (name, ", ".join(base.__name__ for base in found.__bases__)))
                lines.extend(sorted("    " + line for line in members(found)))
            elif callable(found):
                lines.append("  %s%s" % (name, parameters(found)))
            else:
                lines.append("  %s" % name)
    lines.extend(["events", *("  " + name for name in sorted(_events.NUMBERS)), "options", *("  " + name for name in sorted(_options.NAMES))])
    return "\n".join(lines) + "\n"


def members(owner):
    for name in dir(owner):
        found = inspect.getattr_static(owner, name)
        if name.startswith("_") and name != "__init__" or getattr(found, "__objclass__", None) in (object, Exception, BaseException):
            continue
        if isinstance(found, property):
            yield "%s (property)" % name
        elif isinstance(found, (staticmethod, classmethod)):
            yield "%s%s" % (name, parameters(found.__func__))
        elif isinstance(found, types.FunctionType):
            yield "%s%s" % (name, parameters(found))
        elif not callable(found) and not inspect.isdatadescriptor(found):
            yield name


def parameters(function):
    """The parameters and their defaults, without annotations, which the stubs say too."""
    told = inspect.signature(function)
    plain = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in told.parameters.values()]
    return str(told.replace(parameters=plain, return_annotation=inspect.Signature.empty))


def needed():
    """Module: the modules of the package that it imports, also inside functions."""
    names = {}
    for folder, _, files in os.walk(FOLDER):
        for file in files:
            if file.endswith(".py"):
                parts = os.path.relpath(os.path.join(folder, file), support.PACKAGE)[:-3].split(os.sep)
                names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = os.path.join(folder, file)
    return {name: set(imports(name, path, names)) - {name} for name, path in names.items()}


def imports(name, path, names):
    package = name.split(".") if path.endswith("__init__.py") else name.split(".")[:-1]
    with open(path, encoding="utf-8") as source:
        tree = ast.parse(source.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join(package[: len(package) - node.level + 1] + (node.module.split(".") if node.module else []))
            for alias in node.names:
                inner = "%s.%s" % (base, alias.name)
                if inner in names:
                    yield inner
                elif base in names:
                    yield base


class Surface(unittest.TestCase):
    maxDiff = None

    def test_is_what_the_text_says(self):
        with open(PATH, encoding="utf-8") as text:
            self.assertEqual(text.read(), surface(), "If the change is wanted: python3 tests/python/test_surface.py --write")


class Imports(unittest.TestCase):
    def test_no_module_needs_itself_through_others(self):
        needs, done = needed(), set()

        def walk(name, way):
            if name in way:
                self.fail("a circle: " + " -> ".join(way[way.index(name):] + [name]))
            if name not in done:
                for other in sorted(needs[name]):
                    walk(other, way + [name])
                done.add(name)

        self.assertIn("auroraview._native", needs["auroraview._session"])
        for name in sorted(needs):
            walk(name, [])


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        with open(PATH, "w", encoding="utf-8") as text:
            text.write(surface())
    else:
        unittest.main()
