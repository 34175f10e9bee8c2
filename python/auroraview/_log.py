"""What AuroraView logs. The handlers of a logger are third-party code: one that raises ends nothing of AuroraView's."""

import logging
import sys


class Log:
    """A logger with the methods of ``logging.Logger`` that are used here. They raise nothing but ``KeyboardInterrupt`` and its like."""

    def __init__(self, name):
        self._logger = logging.getLogger(name)

    def debug(self, message, *args, exc_info=None):
        """Says what only a developer of AuroraView wants to know."""
        self._say(logging.DEBUG, message, args, exc_info)

    def info(self, message, *args):
        """Says what is worth knowing."""
        self._say(logging.INFO, message, args)

    def warning(self, message, *args, exc_info=None):
        """Says what should be looked at."""
        self._say(logging.WARNING, message, args, exc_info)

    def error(self, message, *args, exc_info=None):
        """Says what has failed."""
        self._say(logging.ERROR, message, args, exc_info)

    def exception(self, message, *args):
        """Says what has failed, with the exception that is being handled."""
        self._say(logging.ERROR, message, args, True)

    def _say(self, level, message, args, exc_info=None):
        try:
            self._logger.log(level, message, *args, exc_info=exc_info)
        except Exception as failure:
            if sys.stderr is None:
                return
            try:
                print("auroraview: a log handler raised %s, and this was not logged: %s" % (type(failure).__name__, message), file=sys.stderr)
            except Exception:
                pass  # it is closed
