"""Where the pieces of a run begin, kept small: a byte a piece.

Pieces are numbered; a piece's size is a byte, or 255 and an entry among the large ones. Where
they begin is summed up in memory when it is first asked: four bytes a piece.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from index.postings.arrays import Array, smallest
from index.postings.format import Mapped, Writing

_LARGE = 255


class Directory:
    """Sizes of pieces, most of them small, and where they begin when they stand in a row."""

    def __init__(self, file: Mapped, name: str) -> None:
        self._small = file.array(f"{name}.small")
        self._large = file.array(f"{name}.large")
        self._large_sizes = file.array(f"{name}.large_sizes")

    def __len__(self) -> int:
        return len(self._small)

    @property
    def all(self) -> Array:
        """The sizes of all pieces."""
        found = self._small.astype(np.uint32)
        found[self._large] = self._large_sizes
        return found

    @cached_property
    def begins(self) -> Array:
        """Where all pieces begin, and where the last one ends."""
        sums = np.zeros(len(self) + 1, np.int64)
        np.cumsum(self.all, out=sums[1:])
        return sums.astype(np.uint32) if sums[-1] < 1 << 32 else sums

    def places(self, start: int, stop: int) -> Array:
        """Where the pieces from `start` to before `stop` begin, and where the last one ends."""
        found: Array = self.begins[start : stop + 1].astype(np.int64)
        return found

    def stretch(self, start: int, stop: int) -> tuple[int, int]:
        """Where a run of pieces begins and ends."""
        return int(self.begins[start]), int(self.begins[stop])

    def spans(self, pieces: Array) -> tuple[Array, Array]:
        """Where some pieces begin, and their sizes."""
        begins = self.begins[pieces].astype(np.int64)
        return begins, self.begins[pieces + 1] - begins


def put_sizes(file: Writing, name: str, sizes: Array) -> None:
    """Write sizes."""
    large = np.flatnonzero(sizes >= _LARGE)
    file.put(f"{name}.small", np.minimum(sizes, _LARGE).astype(np.uint8))
    file.put(f"{name}.large", large.astype("<u4"))
    file.put(f"{name}.large_sizes", smallest(sizes[large]))
