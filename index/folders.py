"""Where a person's own files lie, by the platform's custom.

On Linux that is said in three lines; elsewhere platformdirs knows it, which takes time to import.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

Kind = Literal["config", "data", "state"]
_LINUX = sys.platform == "linux"
_AT_HOME = {"config": ".config", "data": ".local/share", "state": ".local/state"}


def own_folder(kind: Kind) -> Path:
    """The program's folder for settings, data or state of whoever runs it; not made here."""
    if _LINUX:
        named = os.environ.get(f"XDG_{kind.upper()}_HOME", "").strip()
        return (Path(named) if named else Path.home() / _AT_HOME[kind]) / "broadsheet"
    import platformdirs

    place: str = getattr(platformdirs, f"user_{kind}_dir")("broadsheet", appauthor=False)
    return Path(place)
