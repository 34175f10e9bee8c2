"""The type stubs say what the modules do; and everything is written for Python 3.7."""

import ast
import importlib
import inspect
import os
import sys
import unittest

import support

import auroraview  # noqa: F401

FOLDER = os.path.join(support.PACKAGE, "auroraview")
# The core's options: the class takes them by name and checks them itself.
WILDCARDS = {"WebView.__init__": {"options"}, "prewarm": {"options"}, "WebView.__exit__": {"_error"}}


def files(extension):
    for folder, _, names in os.walk(FOLDER):
        for name in names:
            if name.endswith(extension):
                yield os.path.join(folder, name)


def module_of(path):
    parts = os.path.relpath(path, support.PACKAGE)[: -len(".pyi")].split(os.sep)
    return importlib.import_module(".".join(parts if parts[-1] != "__init__" else parts[:-1]))


def names_of(arguments):
    plain = [given.arg for given in getattr(arguments, "posonlyargs", []) + arguments.args + arguments.kwonlyargs]
    return plain + [given.arg for given in (arguments.vararg, arguments.kwarg) if given is not None]


class Stubs(unittest.TestCase):
    def test_every_function_and_method_is_there_with_its_parameters(self):
        checked = 0
        for path in files(".pyi"):
            module = module_of(path)
            module = sys.modules[module.__name__]
            with open(path, encoding="utf-8") as stub:
                body = ast.parse(stub.read()).body
            for node in body:
                if isinstance(node, ast.FunctionDef):
                    self.check(getattr(module, node.name), node, node.name)
                    checked += 1
                elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    owner = getattr(module, node.name)
                    for method in (other for other in node.body if isinstance(other, ast.FunctionDef)):
                        found = getattr(owner, method.name)
                        if not isinstance(found, property):
                            self.check(found, method, "%s.%s" % (node.name, method.name))
                        checked += 1
        self.assertGreater(checked, 60)

    def check(self, function, node, name):
        real = set(inspect.signature(function).parameters)
        told = set(names_of(node.args))
        if name in WILDCARDS:
            real -= WILDCARDS[name]
            self.assertLessEqual(real, told, name)
        elif any(getattr(mark, "id", "") == "overload" for mark in node.decorator_list):
            self.assertLessEqual(told, real, name)
        else:
            self.assertEqual(told, real, name)

    def test_every_public_name_has_a_stub(self):
        for name in ("webview", "proxy", "utils.thread_dispatcher", "utils.dcc_thread_safe"):
            module = sys.modules["auroraview." + name]
            with open(os.path.join(FOLDER, *name.split(".")) + ".pyi", encoding="utf-8") as stub:
                told = stub.read()
            for public in module.__all__:
                self.assertIn(public, told)
            for owner in (getattr(module, public) for public in module.__all__):
                if inspect.isclass(owner):
                    for method in vars(owner):
                        if not method.startswith("_"):
                            self.assertIn("def %s(" % method, told)

    def test_the_package_says_that_it_is_typed(self):
        self.assertTrue(os.path.exists(os.path.join(FOLDER, "py.typed")))


class Style(unittest.TestCase):
    def test_every_module_parses_as_python_3_7(self):
        options = {"feature_version": (3, 7)} if sys.version_info >= (3, 8) else {}  # the parser of 3.7 knows nothing else
        for path in files(".py"):
            with open(path, encoding="utf-8") as source:
                ast.parse(source.read(), path, **options)

    def test_public_functions_and_classes_have_a_docstring(self):
        for path in files(".py"):
            with open(path, encoding="utf-8") as source:
                tree = ast.parse(source.read())
            self.assertTrue(ast.get_docstring(tree), path)
            for node in ast.walk(tree):
                if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_") and node in tree.body:
                    self.assertTrue(ast.get_docstring(node), "%s: %s" % (path, node.name))


if __name__ == "__main__":
    unittest.main()
