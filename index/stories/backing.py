"""Arrays that a file without a name stands behind, so that they take no memory of the process.

What the stories of all days are found by is 3 KB an article: with 100,000 articles more than all
else that adding holds. The system keeps what is in use of the file in memory as long as there is
room, and writes the rest to the disk.
"""

from __future__ import annotations

import mmap
import os
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 16 << 10  # bytes of an array from which it stands in the file
_MOST = 8 << 30  # bytes of addresses set aside; they take neither memory nor disk until used
_PAGE = 4096
_STEPS = 4  # sizes between one power of two and the next, which are used again


class Backing:
    """Makes arrays in a file in `folder`, which is gone when the process ends.

    Where no such file can be made, or the disk is full, arrays are made in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._usable = hasattr(os, "posix_fallocate")
        self._map: mmap.mmap | None = None
        self._file = -1
        self._end = 0
        self._free: dict[int, list[int]] = {}  # size of a block → where such blocks begin

    def room(self, count: int, kind: np.dtype[Any]) -> NDArray[Any]:
        """An array of so many numbers, whatever they are, to be written to."""
        import numpy as np

        if self._usable and count * kind.itemsize >= LEAST:
            size = _block(count * kind.itemsize)
            try:
                at = self._place(size)
                array = np.frombuffer(self._opened(), kind, count, at)
            except (OSError, ValueError, OverflowError):
                self._usable = False
            else:
                free = self._free.setdefault(size, [])
                weakref.finalize(array, free.append, at).atexit = False
                return array
        return np.empty(count, kind)

    def _place(self, size: int) -> int:
        """Where a block begins that nobody uses, with room for it on the disk; else OSError."""
        if free := self._free.get(size):
            return free.pop()
        self._opened()
        if self._end + size > _MOST:
            raise OSError("all addresses are used")
        os.posix_fallocate(self._file, self._end, size)  # a full disk is told now, not by a signal
        at, self._end = self._end, self._end + size
        return at

    def _opened(self) -> mmap.mmap:
        if self._map is None:
            file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115
            os.ftruncate(file.fileno(), _MOST)
            self._map = mmap.mmap(file.fileno(), _MOST)
            self._file = file.fileno()
            weakref.finalize(self, file.close)
        return self._map


def _block(size: int) -> int:
    """The size of the block that holds so many bytes: a quarter more at most is left empty."""
    step = max(_PAGE, 1 << max(0, (size - 1).bit_length() - 1 - (_STEPS.bit_length() - 1)))
    return -(-size // step) * step
