"""What the documents show in Python compiles; and the examples of the hosts run, against stand-ins for the hosts' modules."""

import ast
import concurrent.futures
import glob
import json
import os
import re
import tempfile
import textwrap
import unittest

import support

# Document: the host's modules, and what its API answers; the name that the page calls and what it gets; the function for worker threads and what it gives.
EXAMPLES = {
    "README.md": ({"bpy": {"context.active_object.name": "Cube"}}, "create_object", "Cube", None),
    "python/README.md": ({}, "create_cube", "cube of 2", None),
    "docs/python.md": ({"maya": {}, "maya.cmds": {"polyCube.return_value": ["pCube1"]}}, "create_cube", ["pCube1"], None),
    "docs/hosts/maya.md": (
        {"maya": {}, "maya.cmds": {"polyCube.return_value": ["pCube1"], "ls.return_value": ["pCube1"]}}, "create_cube", "pCube1", ("selection", ["pCube1"]),
    ),
    "docs/hosts/houdini.md": (
        {"hou": {"node.return_value.createNode.return_value.path.return_value": "/obj/geo1", "frame.return_value": 7}}, "create_geo", "/obj/geo1", ("frame", 7),
    ),
    "docs/hosts/nuke.md": ({"nuke": {"createNode.return_value.name.return_value": "Blur1", "allNodes.return_value": []}}, "blur", "Blur1", ("nodes", [])),
    "docs/hosts/3dsmax.md": ({"pymxs": {"runtime.Box.return_value.name": "Box001", "runtime.selection": []}}, "box", "Box001", ("selected", [])),
    "docs/hosts/unreal.md": (
        {"unreal": {
            "EditorLevelLibrary.spawn_actor_from_class.return_value.get_actor_label.return_value": "Actor",
            "EditorLevelLibrary.get_editor_world.return_value.get_name.return_value": "Level",
        }},
        "spawn", "Actor", ("level", "Level"),
    ),
    "docs/hosts/blender.md": (
        {"bpy": {"context.view_layer.objects.active.name": "Cube", "data.objects": []}}, "create_cube", "Cube", ("names", []),
    ),
}

PROGRAM = """
import json, os, sys
from unittest import mock
given = json.loads(sys.argv[1])
os.environ["AURORAVIEW_DISPATCHER"] = "explicit"  # the stand-ins are no hosts
for name, answers in given["modules"].items():
    sys.modules[name] = mock.MagicMock(**answers)
    owner, _, last = name.rpartition(".")
    if owner: setattr(sys.modules[owner], last, sys.modules[name])
names = {"__name__": "__main__", "make_cube": "cube of {}".format}
exec(compile(given["text"], given["document"], "exec"), names)
view = names["view"]
view.show()
assert view.eval_js_sync("document.querySelector('button') !== null", 60000)
params = "[2]" if given["document"] == "python/README.md" else "[]"
print(json.dumps(view.eval_js_sync("auroraview.call(%s, %s)" % (json.dumps(given["call"]), params), 60000)))
if given["worker"]:
    from auroraview.utils import pump, run_in_background
    pump()  # the task may be quicker than the wait for it
    print(json.dumps(run_in_background(names[given["worker"]]).result(60)))
view.close()
"""


def setUpModule():
    support.start_display()


def documents():
    for pattern in ("*.md", "docs/*.md", "docs/hosts/*.md", "python/*.md"):
        for path in sorted(glob.glob(os.path.join(support.ROOT, pattern))):
            yield os.path.relpath(path, support.ROOT)


def snippets(document):
    """The pieces of Python in a document: the line at which each begins, and its text."""
    with open(os.path.join(support.ROOT, document), encoding="utf-8") as file:
        text = file.read()
    for found in re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield text.count("\n", 0, found.start(1)) + 1, found.group(1)


class Documents(unittest.TestCase):
    def test_what_they_show_in_python_compiles(self):
        seen = set()
        for document in documents():
            for line, text in snippets(document):
                seen.add(document)
                # In a coroutine: some show what an application's own one does. So many empty lines that an error names the document's.
                ast.parse("\n" * (line - 2) + "async def example():\n" + textwrap.indent(text, "    ") + "    pass\n", document)
        self.assertLessEqual(set(EXAMPLES), seen)

    def test_the_examples_of_the_hosts_do_what_they_say(self):
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            told = dict(zip(EXAMPLES, pool.map(self.run_example, EXAMPLES)))
        self.assertEqual(told, {document: [wanted] + ([worker[1]] if worker else []) for document, (_, _, wanted, worker) in EXAMPLES.items()})

    @staticmethod
    def run_example(document):
        """What the page got, and what the worker got; or all that the program said where it failed."""
        modules, call, _, worker = EXAMPLES[document]
        text = next(text for _, text in snippets(document) if "WebView(" in text)
        given = {"document": document, "text": text, "modules": modules, "call": call, "worker": worker and worker[0]}
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "panel"))
            with open(os.path.join(folder, "panel", "index.html"), "w") as page:
                page.write("<button>Go</button>")
            ended = support.run_python("import os; os.chdir(%r)\n" % folder + PROGRAM, json.dumps(given))
        return [json.loads(line) for line in ended.stdout.splitlines()] if ended.returncode == 0 else ended.stdout + ended.stderr


if __name__ == "__main__":
    unittest.main()
