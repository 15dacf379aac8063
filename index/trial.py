"""Trying what adding would do where there may be no archive yet: nothing is made by it.

The archive that is there is opened as it is; in place of one that is not, an empty one stands
in a folder that vanishes again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index import premises
from index.archive import Archive


@contextmanager
def on_trial(path: Path) -> Iterator[Archive]:
    """The archive in a folder, or where there is none an empty one."""
    if premises.find(path):
        with Archive.open(path) as archive:
            yield archive
        return
    with (
        tempfile.TemporaryDirectory(prefix="broadsheet-") as folder,
        Archive.open(Path(folder, "archive"), create=True) as archive,
    ):
        yield archive
