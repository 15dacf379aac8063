"""The prints of the openings of many articles, one behind the other.

An article is found by its number, by bisection; one that came again is found as it came last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from corpus.copies import opening_of
from corpus.stories.postings import Room, in_memory
from corpus.stories.shelf import Column, Entrant

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Openings:
    """Openings by the numbers of their articles; `room` makes the arrays that grow with them."""

    def __init__(self, room: Room = in_memory) -> None:
        import numpy as np

        self._prints = Column(np.uint32, room)
        self._ends = Column(np.int64, room)
        self._numbers = Column(np.int64, room)
        self._sorted: tuple[NDArray[Any], NDArray[Any]] | None = None  # numbers; their places

    def add(self, entrants: Sequence[Entrant]) -> None:
        """Take in the openings of articles."""
        import numpy as np

        if not entrants:
            return
        openings = [opening_of(one.prints) for one in entrants]
        self._ends.extend(np.cumsum([len(one) for one in openings]) + len(self._prints.all))
        self._prints.extend(np.concatenate(openings))
        self._numbers.extend(np.array([one.number for one in entrants]))
        self._sorted = None

    def of(self, number: int) -> NDArray[np.uint32]:
        """The prints of the opening of an article that was taken in, sorted; else a KeyError."""
        import numpy as np

        if self._sorted is None:
            order = np.argsort(self._numbers.all, kind="stable")
            self._sorted = self._numbers.all[order], order
        numbers, order = self._sorted
        at = int(np.searchsorted(numbers, number, "right")) - 1
        if at < 0 or numbers[at] != number:
            raise KeyError(number)
        place = int(order[at])
        begin = int(self._ends.all[place - 1]) if place else 0
        found: NDArray[np.uint32] = self._prints.all[begin : self._ends.all[place]]
        return found
