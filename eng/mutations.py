#!/usr/bin/env python3
"""Breaks the product in small ways and reports which tests notice.

    eng/mutations.py                  all breakages of mutation_list*.py
    eng/mutations.py NAME...          only these; NAME may also be a room: threading, views, native, channel, engine, page, python
    eng/mutations.py --list           their names, rules and files
    eng/mutations.py --check          only whether each text still occurs once in its file
    eng/mutations.py --table FILE     also writes a table in Markdown

Works on a copy of the sources in a temporary folder. First the tests that are named have to pass there unbroken. A breakage
names who must notice it; only that is built and run. Where they do not notice, the rest of their suites is run to tell who does.
Ends with code 1 when a breakage was not noticed by those it names, 2 when something could not be run. docs/testing.md has the result.
"""

import argparse
import collections
import glob
import importlib
import pathlib
import shutil
import subprocess
import sys
import tempfile

import mutation_suites as suites

ROOT = pathlib.Path(__file__).resolve().parent.parent
Breakage = collections.namedtuple("Breakage", "name rule file old new noticed_by room")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--table")
    parser.add_argument("--runs", type=int, default=500, help="schedules of each property (default 500)")
    parser.add_argument("--seconds", type=int, default=1200, help="for one run of tests; one that hangs has noticed (default 1200)")
    options = parser.parse_args()
    everything = breakages()
    known = {each.name for each in everything} | {each.room for each in everything}
    unknown = set(options.names) - known
    if unknown:
        parser.error(f"no such breakage or room: {', '.join(sorted(unknown))}")
    chosen = [each for each in everything if not options.names or each.name in options.names or each.room in options.names]
    if options.list:
        for each in chosen:
            print(f"{each.room:10} {each.name:36} {each.rule} ({each.file})")
        return 0
    if stale(chosen):
        return 2
    if options.check:
        print(f"{len(chosen)} breakages fit the sources")
        return 0
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        return run(pathlib.Path(folder), chosen, options)


def breakages():
    """Those of all lists: mutation_list.py has the threading core's, mutation_list_ROOM.py another room's."""
    found = []
    for path in sorted(glob.glob(str(pathlib.Path(__file__).parent / "mutation_list*.py"))):
        module = importlib.import_module(pathlib.Path(path).stem)
        for name, rule, file, old, new, *named in module.MUTATIONS:
            by = tuple(suites.Selection.read(one) for one in (named[0] if named else module.NOTICED_BY))
            found.append(Breakage(name, rule, f"{module.FOLDER}/{file}", old, new, by, module.ROOM))
    twice = [name for name, count in collections.Counter(each.name for each in found).items() if count > 1]
    if twice:
        raise SystemExit(f"names of several breakages: {', '.join(twice)}")
    return found


def stale(chosen):
    bad = False
    for each in chosen:
        times = (ROOT / each.file).read_text(encoding="utf-8").count(each.old) if (ROOT / each.file).exists() else 0
        if times != 1:
            print(f"{each.name}: the text occurs {times} times in {each.file}; its list has to follow the source", file=sys.stderr)
            bad = True
    return bad


def run(tree, chosen, options):
    copy_sources(tree)
    runner = suites.Runner(tree, options.runs, options.seconds)
    selections = list(dict.fromkeys(selection for each in chosen for selection in each.noticed_by))
    problem = runner.build(selections, restore=True)
    if problem:
        print(f"the unbroken sources do not build:\n{problem}", file=sys.stderr)
        return 2
    for selection in selections:
        failing = runner.failing(selection)
        if failing:
            print(f"the unbroken sources fail: {', '.join(failing)}", file=sys.stderr)
            return 2

    rows, survivors = [], 0
    for each in chosen:
        noticed, missed = try_one(runner, tree, each)
        survivors += bool(missed)
        verdict = ", ".join(noticed) or "NOBODY NOTICED"
        print(f"{each.name:36}{verdict}{f' BUT NOT {chr(44).join(map(str, missed))}' if missed and noticed else ''}", flush=True)
        rows.append(f"| `{each.name}` | {each.rule} | {'<br>'.join(f'`{test}`' for test in noticed) or 'nobody'} |")
        if options.table:
            head = ["| breakage | rule | noticed by |", "| --- | --- | --- |"]
            pathlib.Path(options.table).write_text("\n".join(head + rows) + "\n", encoding="utf-8")
    print(f"{len(chosen)} breakages, {len(chosen) - survivors} noticed")
    return 1 if survivors else 0


def copy_sources(tree):
    """What the version control knows and what is new, but nothing that was built."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tree / name)


def try_one(runner, tree, breakage):
    """The tests that notice, and the selections that should have and did not."""
    file = tree / breakage.file
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(breakage.old, breakage.new), encoding="utf-8")
    try:
        problem = runner.build(breakage.noticed_by)
        if problem:
            raise SystemExit(f"{breakage.name} does not build:\n{problem}")
        found = {selection: runner.failing(selection) for selection in breakage.noticed_by}
        missed = [selection for selection, failing in found.items() if not failing]
        noticed = [test for failing in found.values() for test in failing]
        # A whole suite need not notice where another one that is named does; a class that is named must.
        if noticed:
            missed = [selection for selection in missed if selection.names]
        else:
            noticed = [test for selection in missed if selection.names for test in runner.failing(selection.whole())]
        return noticed, missed
    finally:
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
