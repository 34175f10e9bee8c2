"""Doubles of hosts that cannot be had for tests: what their vendors document, bad habits included.

Each has real threads and a real loop, which the test's main thread runs, and is named a double so that nobody takes a green test for a run
in the real host. Every behaviour cites the document it follows.
"""
