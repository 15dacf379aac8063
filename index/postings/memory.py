"""What becomes of memory that a query let go: it stays with the process, for the next query.

The arrays of a query come and go, some of them large. By default the C library gives each back
to the system and gets fresh pages for the next one, and those cost more than the work on them.
"""

from __future__ import annotations

import contextlib
import ctypes
from functools import cache

# Running sums over 100,000 bytes: .95 ms with fresh pages, .10 ms with kept ones.
_KEPT = 64 << 20  # bytes that stay with the process
_OWN = 32 << 20  # bytes from which an array gets pages of its own; the most that can be set
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # names in malloc.h


@cache
def keep() -> None:
    """Ask the C library to keep what was let go; where it cannot be asked, nothing changes."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_TRIM_THRESHOLD, _KEPT)
        library.mallopt(_MMAP_THRESHOLD, _OWN)


def give_back() -> None:
    """Give the system what was let go: for who asked for much, and will not at once again.

    While articles are added, a fifth of the writer's memory is in no use between two batches.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
