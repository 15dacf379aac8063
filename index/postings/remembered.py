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
        self._held: dict[Hashable, tuple[int, Rows]] = {}  # with the turn it was used at last
        self._asked: dict[Hashable, int] = {}  # the turn at which it was asked for first
        self._turn = 0
        self._lock = threading.Lock()

    def get(self, asked: Hashable) -> Rows | None:
        """What is remembered of this, or None."""
        with self._lock:
            if asked not in self._held:
                return None
            _, rows = self._held.pop(asked)
            self._hold(asked, rows)
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
                self._asked[asked] = self._turn
                return False
            since = sum(_size(rows) for turn, rows in self._held.values() if turn > before)
            return size + since <= ROOM

    def put(self, asked: Hashable, rows: Rows) -> None:
        """Remember this, unless it alone would fill the room."""
        if _size(rows) > ROOM:
            return
        with self._lock:
            self._forget(asked)
            self._hold(asked, rows)
            self.taken += _size(rows)
            while self.taken > ROOM:
                self._forget(next(iter(self._held)))

    def _hold(self, asked: Hashable, rows: Rows) -> None:
        self._turn += 1
        self._held[asked] = self._turn, rows  # the latest last

    def _forget(self, asked: Hashable) -> None:
        if asked in self._held:
            _, rows = self._held.pop(asked)
            self.taken -= _size(rows)
            self._asked.pop(asked, None)


def _size(rows: Rows) -> int:
    return sum(row.nbytes for row in rows.values())
