"""Looks at the display, as a person would: pictures and the colour of a pixel."""

import os
import re
import subprocess

from report import artifact, wait_for


def picture(name):
    """Saves the whole display as artifacts/hosts/NAME.png."""
    path = artifact(name + ".png")
    subprocess.run(["import", "-silent", "-window", "root", path], check=True, env=_environment(), timeout=60)
    return path


def colour_at(x, y):
    """The colour of one pixel of the display as ``(red, green, blue)``; ``None`` outside of it."""
    found = _output("import", "-silent", "-window", "root", "-crop", "1x1+%d+%d" % (x, y), "-depth", "8", "txt:-")
    pixel = re.search(r"#(\w\w)(\w\w)(\w\w)", found)
    return tuple(int(part, 16) for part in pixel.groups()) if pixel else None


def wait_for_colour(x, y, colour, wanted=True):
    """Waits until a pixel has that colour (or, with ``wanted=False``, another one)."""
    return wait_for(lambda: (colour_at(x, y) == colour) == wanted, "the pixel %d,%d is %s%s" % (x, y, "" if wanted else "not ", (colour,)))


class Place:
    """Where the X server shows a window, in pixels of the display; the toolkit's own idea may lag behind."""

    def __init__(self, window):
        # Not by xdotool, which counts a child's place in its parent twice.
        told = _output("xwininfo", "-id", str(window))

        def number(label):
            return int(re.search(label + r":\s+(-?\d+)", told).group(1))

        self.x, self.y = number("Absolute upper-left X"), number("Absolute upper-left Y")
        self.width, self.height = number("Width"), number("Height")

    @property
    def size(self):
        return self.width, self.height

    @property
    def middle(self):
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def corner(self):
        return self.x + self.width - 3, self.y + self.height - 3


def xdotool(*arguments):
    """Real input through the X server."""
    return _output("xdotool", *arguments)


def _output(*command):
    return subprocess.run(command, check=True, env=_environment(), timeout=60, stdout=subprocess.PIPE).stdout.decode()


def _environment():
    # What hosts put there for their own libraries is not for other programs.
    return {name: value for name, value in os.environ.items() if name not in ("LD_LIBRARY_PATH", "LD_PRELOAD", "PYTHONPATH", "PYTHONHOME")}
