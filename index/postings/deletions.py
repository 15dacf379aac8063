"""Deleted articles of a segment: one bit each, in a file of their own.

A segment's file never changes; what was deleted since stands beside it, in a new file at every
commit that deletes from it. The table of contents names the file and its checksum.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import numpy as np

from index.postings.arrays import Array
from index.postings.format import DamagedIndex


def write_gone(file: Path, gone: Array, mode: int) -> int:
    """Write which articles are deleted; returns the file's checksum."""
    data = np.packbits(gone).tobytes()
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as stream:
        os.fchmod(handle, mode)
        stream.write(data)
        stream.flush()
        os.fsync(handle)
    return zlib.crc32(data)


def read_gone(file: Path, docs: int, check: int) -> Array:
    """Which of so many articles are deleted."""
    data = file.read_bytes()
    if zlib.crc32(data) != check or len(data) != -(-docs // 8):
        raise DamagedIndex(
            f"The index file {file.name} is damaged; run `broadsheet reindex` to build the "
            "index anew."
        )
    return np.unpackbits(np.frombuffer(data, np.uint8), count=docs).astype(bool)
