"""Ctrl+C and its like, where they meet a callback of the core before its first line."""

import sys


class Interrupts:
    """While the main thread waits: an interrupt before the first line of :meth:`Session._run` is kept, as one in a call is."""

    def __init__(self, session):
        self.session = session
        self.former = None

    def __enter__(self):
        # Python 3.7 has no such hook, and lets no interrupt in there.
        if self.session.is_main() and hasattr(sys, "unraisablehook"):
            self.former = sys.unraisablehook
            sys.unraisablehook = self.keep

    def __exit__(self, *_error):
        if self.former is not None and sys.unraisablehook == self.keep:
            sys.unraisablehook = self.former

    def keep(self, unraisable):
        """An exception that nobody can raise."""
        error = unraisable.exc_value if unraisable.exc_value is not None else unraisable.exc_type()
        if unraisable.object == self.session._run and self.session.is_main():
            self.session.quit = error  # whatever it is: only a signal handler raises there
        else:
            self.former(unraisable)
