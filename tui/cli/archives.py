"""Where the archive is, and the archive opened: for every command alike."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from index.folders import own_folder

if TYPE_CHECKING:
    import argparse

    from index.archive import Archive


def archive_path(options: argparse.Namespace) -> Path:
    """The folder that the options name; see `archive_at`."""
    return archive_at(options.archive, sample=options.sample)


def archive_at(named: str | None, *, sample: bool = False) -> Path:
    """The folder that was named, else by the environment, else the platform's own.

    With `sample` that of the sample, made when it is not there: in the folder named, else its own.
    """
    if sample:
        from tui.cli.sample import sample_archive

        return sample_archive(named, data_path() / "sample")
    named = named or os.environ.get("BROADSHEET_ARCHIVE")
    return Path(named).expanduser() if named else data_path() / "archive"


def data_path() -> Path:
    """The platform's folder for a user's data of this program."""
    return own_folder("data")


def opened(options: argparse.Namespace) -> Archive:
    """The archive, open; ArchiveError when there is none or it cannot be used."""
    from index.archive import Archive

    return Archive.open(archive_path(options))
