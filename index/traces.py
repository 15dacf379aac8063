"""Whether this process, and those it starts, leave anything in the person's own directories.

`--private` asks for none: stars, tags, notes, history and what was read are then kept in memory
and end with the program, and nothing is put into the person's cache.
"""

from __future__ import annotations

import os

_NAME = "BROADSHEET_PRIVATE"


def leave_none() -> None:
    """From now on nothing is left; the processes started from here know it, too."""
    os.environ[_NAME] = "1"


def none_left() -> bool:
    """Whether nothing is to be left."""
    return os.environ.get(_NAME, "") not in ("", "0")
