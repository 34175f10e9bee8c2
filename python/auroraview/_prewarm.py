"""Processes that are ready before a panel needs them."""

from . import _native, _options

_MOST = 3600 * 1000


def prewarm(**options):
    """Makes the processes of a panel ready in the background, so that the first panel appears sooner. Returns at once.

    They are kept until a panel has used them, or this process ends. A second call, while they are ready, does nothing. Linux only; elsewhere it
    does nothing.

    Args:
        options: Of the panels to come, as for :class:`WebView`. ``data_folder``, ``acceleration`` and ``debug`` count: they say which
            panels can share the processes.
    """
    given = _options.to_json(options)
    _native.check(_native.lib.av_prewarm(given, len(given)))


def keep_warm(seconds):
    """Says how long the processes are kept after the last panel has closed, so that a panel that is opened again soon finds them.

    Args:
        seconds: Up to an hour. 0, the default: they end at once, and nothing is left running. Linux only.
    """
    _native.check(_native.lib.av_keep_warm(_native.whole_number(round(seconds * 1000), "seconds, in milliseconds,", 0, _MOST)))
