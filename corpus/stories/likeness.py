"""Which articles are like a new one: a pool of what is there, asked by what comes in.

In go numbers of articles with their traits, prints and days; out come likenesses (0 to 1) and
common prints. Candidates are found through postings of each article's weightiest traits, and
only they are held against each other in full. Whether two articles are found and how like they
are depends on these two alone, and of one outlet's on its habits, so the order of adding changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.stories.openings import Openings
from corpus.stories.postings import Room, in_memory
from corpus.stories.shelf import FLOOR, NO_DAY, Asking, Entrant, Shelf, asking_prints
from corpus.stories.standing import Standing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FLOOR", "NO_DAY", "SHELF", "Entrant", "Pool", "epoch_of", "epochs"]

SHELF = 60  # days on one shelf, at least as many as may lie between two articles
_ASKERS = 250  # in one go
_ADDED = 5_000  # in one go


class Pool:
    """Articles that others may be like or copies of, shelved by their days.

    `room` makes the arrays that grow with the articles.
    """

    def __init__(self, room: Room = in_memory) -> None:
        self._room = room
        self._shelves: dict[int | None, Shelf] = {}
        self._openings = Openings(room)

    def __len__(self) -> int:
        return sum(len(shelf) for shelf in self._shelves.values())

    def add(self, entrants: Sequence[Entrant]) -> None:
        """Take in articles."""
        self._openings.add(entrants)
        for epoch, positions in _by_epoch(entrants).items():
            shelf = self._shelves.get(epoch)
            if shelf is None:
                shelf = self._shelves[epoch] = Shelf(self._room)
            for begin in range(0, len(positions), _ADDED):
                shelf.add([entrants[k] for k in positions[begin : begin + _ADDED]])

    def drop(self, numbers: set[int]) -> None:
        """Let articles go: they are found no more."""
        for shelf in self._shelves.values():
            shelf.drop(numbers)

    def opening(self, number: int) -> NDArray[np.uint32]:
        """The prints of the opening of an article that is here, sorted."""
        return self._openings.of(number)

    def sharing(self, entrants: Sequence[Entrant]) -> list[list[tuple[int, int, int]]]:
        """For each entrant the articles with common prints: (number, common, size of its)."""
        found: list[list[tuple[int, int, int]]] = [[] for _ in entrants]
        for shelves, positions in self._asked(entrants):
            asking = asking_prints([entrants[k] for k in positions])
            for shelf in shelves:
                who, *columns = shelf.sharing(asking)
                for a, *other in zip(who, *columns, strict=True):
                    found[positions[a]].append((other[0], other[1], other[2]))
        return found

    def like(
        self, entrants: Sequence[Entrant], standing: Standing | None = None
    ) -> list[list[tuple[int, float]]]:
        """For each entrant whom it is like: (number, likeness less what days take off, and for two
        of one outlet what its standing words make of it)."""
        found: list[list[tuple[int, float]]] = [[] for _ in entrants]
        for shelves, positions in self._asked(entrants):
            asking = Asking([entrants[k] for k in positions])
            for shelf in shelves:
                for a, number, score in zip(*shelf.like(asking, standing), strict=True):
                    found[positions[a]].append((number, round(score, 4)))
        return found

    def _asked(self, entrants: Sequence[Entrant]) -> Iterator[tuple[list[Shelf], list[int]]]:
        for epoch, positions in _by_epoch(entrants).items():
            shelves = [self._shelves[other] for other in epochs(epoch, self._shelves)]
            for begin in range(0, len(positions) if shelves else 0, _ASKERS):
                yield shelves, positions[begin : begin + _ASKERS]


def epoch_of(day: int) -> int | None:
    """On which shelf a day stands; None without a day."""
    return None if day == NO_DAY else day // SHELF


def epochs(epoch: int | None, known: Iterable[int | None]) -> list[int | None]:
    """The shelves where articles like one of this shelf may stand."""
    if epoch is None:
        return list(known)
    return [other for other in known if other is None or abs(other - epoch) <= 1]


def _by_epoch(entrants: Sequence[Entrant]) -> dict[int | None, list[int]]:
    positions: dict[int | None, list[int]] = {}
    for k, entrant in enumerate(entrants):
        positions.setdefault(epoch_of(entrant.day), []).append(k)
    return positions
