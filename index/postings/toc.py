"""The table of contents: which files make up the index as of its last commit.

JSON with a checksum, replaced as a whole by one rename. `generation` grows when the set of
files changes, `last_seq` says how far the index follows the records. Invariant: every file
that a table on the disk names was synced before the table was put in place.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from index.postings.format import DamagedIndex

NAME = "toc.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment: its file, how many articles it holds, and which of them were deleted."""

    file: str
    docs: int
    check: int  # the file's checksum
    gone: str | None = None  # the file that says which are deleted
    gone_count: int = 0
    gone_check: int = 0

    @property
    def live(self) -> int:
        """How many articles are not deleted."""
        return self.docs - self.gone_count


@dataclass(frozen=True, slots=True)
class Toc:
    """One state of the index."""

    make: int
    generation: int = 0
    last_seq: int = 0
    segments: tuple[Entry, ...] = ()

    def followed(self, last_seq: int) -> Toc:
        """The same files, further on in the records."""
        return replace(self, last_seq=last_seq)

    def changed(self, segments: tuple[Entry, ...], last_seq: int) -> Toc:
        """Other files."""
        return Toc(self.make, self.generation + 1, last_seq, segments)

    def files(self) -> set[str]:
        """The names of all files of this state, the table itself left out."""
        return {entry.file for entry in self.segments} | {
            entry.gone for entry in self.segments if entry.gone
        }


def toc_bytes(folder: Path) -> bytes | None:
    """The table of an index as it stands there; None where there is none."""
    try:
        return (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def read_toc(folder: Path) -> Toc | None:
    """The table of an index; None where there is none."""
    text = toc_bytes(folder)
    return None if text is None else parsed(text)


def parsed(text: bytes) -> Toc:
    """The table that stands in a file."""
    try:
        held = json.loads(text)
        check = held.pop("check")
        segments = tuple(Entry(**entry) for entry in held.pop("segments"))
        toc = Toc(segments=segments, **{name: int(value) for name, value in held.items()})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _damaged() from error
    if check != _check(toc) or any(Path(file).name != file for file in toc.files()):
        raise _damaged()
    return toc


def write_toc(folder: Path, toc: Toc, mode: int) -> None:
    """Put a new table in the place of the old one: from now on it is what readers find."""
    fresh = folder / f"{NAME}.new"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        os.fchmod(handle, mode)
        json.dump(asdict(toc) | {"check": _check(toc)}, stream)
        stream.flush()
        os.fsync(handle)
    sync_folder(folder)  # the names of the new files, before the table that names them
    fresh.replace(folder / NAME)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder's files to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(toc: Toc) -> int:
    return zlib.crc32(json.dumps(asdict(toc), sort_keys=True).encode())


def _damaged() -> DamagedIndex:
    return DamagedIndex(
        "The index's table of contents is damaged; run `broadsheet reindex` to build it anew."
    )
