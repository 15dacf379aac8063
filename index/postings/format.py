"""The file of a segment: named arrays one after the other, then a table of what stands where.

A file is written once, from beginning to end, and never changed. It opens and closes with a
mark; before the closing mark stands the table (JSON, with a checksum) with version, byte order,
and place and type of every array. The checksum of the whole stands in the table of contents.
Reading maps the file: no array is touched before it is asked for.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import numpy as np

from corpus.errors import ArchiveError
from index.postings.arrays import Array

MARK = b"BSpost\r\n"  # a file that went through a text conversion is known by its mark
VERSION = 2
_CLOSING = struct.Struct("<QII8s")  # where the table begins, its length, its checksum, the mark
_ALIGNED = 8
_TYPES = frozenset({"|u1", "<u1", "<u2", "<u4", "<u8", "<i4", "<i8", "<f8"})


class DamagedIndex(ArchiveError):
    """A file of the index is not what was written."""


def _damaged(file: Path, what: str) -> DamagedIndex:
    return DamagedIndex(
        f"The index file {file.name} {what}; run `broadsheet reindex` to build the index anew."
    )


class Writing:
    """A file in the making; `close` puts the table at its end and brings it to the disk."""

    def __init__(self, file: Path, mode: int) -> None:
        self.file = file
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        os.fchmod(handle, mode)
        self._stream = os.fdopen(handle, "wb")
        self._check = 0
        self._write(MARK)
        self._table: dict[str, list[object]] = {}

    def put(self, name: str, array: Array) -> None:
        """Write a whole array."""
        array = np.ascontiguousarray(array)
        at = self._begin()
        data = array.data.cast("B") if array.size else b""
        self._write(data)
        self._table[name] = [at, array.dtype.str, array.size]

    def put_spooled(self, name: str, spool: Spool, kind: str = "|u1") -> None:
        """Write the bytes that were gathered in a spool, as an array of a type."""
        at, size = self._begin(), 0
        for piece in spool.pieces():
            self._write(piece)
            size += len(piece)
        self._table[name] = [at, kind, size // np.dtype(kind).itemsize]

    def close(self, about: dict[str, Any]) -> int:
        """Write the table with what there is to know about the whole, and sync the file.

        Returns the checksum of the whole file.
        """
        at = self._begin()
        table = {"version": VERSION, "order": "little", "about": about, "arrays": self._table}
        text = json.dumps(table, separators=(",", ":")).encode()
        self._write(text)
        self._write(_CLOSING.pack(at, len(text), zlib.crc32(text), MARK))
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()
        return self._check

    def _write(self, data: bytes | memoryview) -> None:
        self._stream.write(data)
        self._check = zlib.crc32(data, self._check)

    def abandon(self) -> None:
        """Take the unfinished file away."""
        self._stream.close()
        self.file.unlink(missing_ok=True)

    def _begin(self) -> int:
        at = self._stream.tell()
        padding = -at % _ALIGNED
        self._write(bytes(padding))
        return at + padding


def checksum(file: Path) -> int:
    """The checksum of a whole file."""
    check = 0
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            check = zlib.crc32(piece, check)
    return check


class Spool:
    """Bytes on their way into a file: kept in memory while few, else in a file without a name."""

    LARGE = 4 << 20

    def __init__(self, folder: Path) -> None:
        import tempfile  # and all that it imports, only for who writes

        self._stream: IO[bytes] = tempfile.SpooledTemporaryFile(self.LARGE, dir=str(folder))  # noqa: SIM115
        self.size = 0

    def add(self, array: Array) -> None:
        """Take in an array of bytes."""
        self._stream.write(np.ascontiguousarray(array).data)
        self.size += array.size

    def pieces(self) -> Iterator[bytes]:
        """Everything that was taken in, in pieces; the spool is used up."""
        self._stream.seek(0)
        while piece := self._stream.read(1 << 20):
            yield piece
        self.close()

    def close(self) -> None:
        """Let go of everything that was taken in."""
        self._stream.close()


class Mapped:
    """A finished file, mapped into memory."""

    def __init__(self, file: Path) -> None:
        self.file = file
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size < len(MARK) + _CLOSING.size:
                raise _damaged(file, "was cut short")
            self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        self.size = size
        self.about: dict[str, Any]
        self._table: dict[str, list[Any]]
        self._read_table()
        self._open: dict[str, Array] = {}

    def _read_table(self) -> None:
        at, length, check, mark = _CLOSING.unpack(self._map[-_CLOSING.size :])
        if self._map[: len(MARK)] != MARK or mark != MARK or at + length > self.size:
            raise _damaged(self.file, "was cut short or is no index file")
        text = self._map[at : at + length]
        if zlib.crc32(text) != check:
            raise _damaged(self.file, "is damaged")
        try:
            table = json.loads(text)
            version, order = table["version"], table["order"]
            self.about, self._table = table["about"], table["arrays"]
        except (ValueError, KeyError, TypeError) as error:
            raise _damaged(self.file, "has a table that cannot be read") from error
        if version != VERSION or order != "little":
            raise _damaged(self.file, "was written by another version of Broadsheet")
        for where, kind, count in self._table.values():
            if kind not in _TYPES or where + np.dtype(kind).itemsize * count > at:
                raise _damaged(self.file, "has a table that does not fit")

    def __contains__(self, name: str) -> bool:
        return name in self._table

    def array(self, name: str) -> Array:
        """One of the arrays, by name; read-only."""
        found = self._open.get(name)
        if found is None:
            if name not in self._table:
                raise _damaged(self.file, f"lacks {name}")
            where, kind, count = self._table[name]
            found = np.frombuffer(self._map, np.dtype(kind), count, where)
            self._open[name] = found
        return found

    def bytes_of(self, name: str, start: int, end: int) -> bytes:
        """A stretch of an array of bytes."""
        where = int(self._table[name][0])
        return self._map[where + start : where + end]

    def names(self) -> list[str]:
        """The names of all arrays."""
        return list(self._table)

    def sizes(self) -> dict[str, int]:
        """How many bytes each array takes."""
        return {
            name: np.dtype(kind).itemsize * count for name, (_, kind, count) in self._table.items()
        }
