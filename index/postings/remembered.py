"""Where very frequent words occur, kept from one query to the next while there is room.

While a query is typed its words are asked for at every key, and `the` again by the next one.
"""

from __future__ import annotations

import threading
from collections.abc import Hashable, Mapping

from index.postings.arrays import Array

ROOM = 32 << 20  # bytes: 170 words of 100,000 articles, 17 of a million
_ASKED = 1_000  # questions that were asked once, of which is known so

Rows = Mapping[str, Array]  # by field: a number for every article


class Remembered:
    """Rows by what was asked; who was not asked for longest makes room. For any thread."""

    def __init__(self) -> None:
        self.taken = 0  # bytes
        self._held: dict[Hashable, Rows] = {}  # the latest last
        self._asked: dict[Hashable, int] = {}
        self._used: dict[Hashable, int] = {}
        self._clock = 0
        self._lock = threading.Lock()

    def get(self, asked: Hashable) -> Rows | None:
        """What is remembered of this, or None."""
        with self._lock:
            rows = self._held.pop(asked, None)
            if rows is not None:
                self._held[asked] = rows
                self._clock += 1
                self._used[asked] = self._clock
            return rows

    def again(self, asked: Hashable, size: int) -> bool:
        """Whether this was asked for before, for what only then is worth to be remembered.

        And whether so many bytes have room without anything that was used since: words of one
        question must not push each other out whenever it is asked.
        """
        with self._lock:
            before = self._asked.get(asked)
            if before is None:
                if len(self._asked) >= _ASKED:
                    self._asked.clear()
                self._asked[asked] = self._clock
                return False
            since = [rows for one, rows in self._held.items() if self._used.get(one, 0) > before]
            return size + sum(map(_size, since)) <= ROOM

    def put(self, asked: Hashable, rows: Rows) -> None:
        """Remember this, unless it alone would fill the room."""
        if _size(rows) > ROOM:
            return
        with self._lock:
            self._forget(asked)
            self._held[asked] = rows
            self._clock += 1
            self._used[asked] = self._clock
            self.taken += _size(rows)
            while self.taken > ROOM:
                self._forget(next(iter(self._held)))

    def _forget(self, asked: Hashable) -> None:
        rows = self._held.pop(asked, None)
        if rows is not None:
            self.taken -= _size(rows)
            self._asked.pop(asked, None)
            self._used.pop(asked, None)


def _size(rows: Rows) -> int:
    return sum(row.nbytes for row in rows.values())
