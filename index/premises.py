"""The folder an archive lives in: made private or for a group, and refused when it is not one.

A private archive may be entered by its owner alone (0700). A shared one belongs to a group
whose members may read and write (2770, so that new files belong to the group too).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import ArchiveError
from index.locking import NotWritable, Turn

RECORDS = "records.sqlite"
LOCK = "writer.lock"
RECOGNISING = "recogniser.lock"
_OURS = (RECORDS, RECORDS + "-journal", LOCK)


class NoArchive(ArchiveError):
    """There is no archive in the place named."""


def find(folder: Path) -> bool:
    """Whether an archive stands in `folder`; ArchiveError for what cannot be one."""
    try:
        if folder.exists() and not folder.is_dir():
            raise ArchiveError(f"{folder} is a file, not an archive; name a folder.")
        return (folder / RECORDS).is_file()
    except PermissionError as error:
        raise ArchiveError(
            f"You may not read the archive {folder}; ask its owner, or name another."
        ) from error
    except OSError as error:
        raise ArchiveError(f"The archive {folder} cannot be read: {error.strerror}.") from error


def make(folder: Path, shared: str | None) -> None:
    """Make the folder of a new archive, with the rights it is to have."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if find(folder):
            return  # somebody else was making one at the same moment
        if any(entry.name not in _OURS for entry in folder.iterdir()):
            raise ArchiveError(
                f"The folder {folder} holds other files and no archive; name an empty or new one."
            )
        if shared is None:
            folder.chmod(0o700)
        else:
            _give(folder, shared)
    except OSError as error:
        raise NotWritable(
            f"No archive can be made in {folder} ({error.strerror}); "
            "name another folder with --archive."
        ) from error


def is_shared(folder: Path) -> bool:
    """Whether others than its owner may enter the folder."""
    return bool(folder.stat().st_mode & 0o077)


def recognising(folder: Path) -> Turn:
    """Whose turn it is to recognise names behind an explorer: that of one of all that are open."""
    mode = file_mode(folder) if folder.is_dir() else 0o600
    return Turn(folder / RECOGNISING, mode=mode)


def is_writable(folder: Path) -> bool:
    """Whether this process may change the archive in the folder."""
    return os.access(folder, os.W_OK | os.X_OK) and os.access(folder / RECORDS, os.W_OK)


def file_mode(folder: Path) -> int:
    """The rights that a new file of the archive is to have."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    return mode & 0o666


@contextmanager
def house_rights(folder: Path) -> Iterator[None]:
    """Files made meanwhile get the rights of the archive, whatever this process' umask is."""
    before = os.umask(0o777 & ~stat.S_IMODE(folder.stat().st_mode))
    try:
        yield
    finally:
        os.umask(before)


def _give(folder: Path, group: str) -> None:
    import grp

    try:
        os.chown(folder, -1, grp.getgrnam(group).gr_gid)
    except KeyError as error:
        raise ArchiveError(f"There is no group {group} on this machine.") from error
    folder.chmod(0o2770)
