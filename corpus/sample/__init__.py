"""The sample archive that comes with the program: invented outlets, events and people.

`articles/` holds the articles as scraped pages look; `manifest.toml` says what is true of
each file and what is hidden where. Nothing in it is about the real world.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

SIDECAR = "saltmarsh-review/sidecar.csv"
"""The table that gives outlet, day and address of files that do not state them."""


def folder() -> Path:
    """The folder of the sample's articles, to be added as it stands."""
    return Path(str(files("corpus.sample"))) / "articles"


def manifest() -> dict[str, Any]:
    """What is true of the sample: outlets, events, files, and what is hidden where."""
    return tomllib.loads((folder().parent / "manifest.toml").read_text(encoding="utf-8"))
