"""The articles of some sixty days, and who among them is like those who ask or shares prints.

Articles stand in places, from 0, in the order they came; of each are kept its number, its day,
its traits one behind the other, and postings of its weightiest traits and its prints.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.stories.postings import Inverted, Postings, Room, in_memory, inverted, ranges
from corpus.stories.standing import Standing
from corpus.stories.traits import ONE, Traits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOREMOST = 32  # traits by which an article is found
GLIMPSE = 0.07  # likeness in these alone below which two articles are not held in full
FLOOR = 0.08  # likeness that is kept; of two groups' mean those between this and .1 are a part
NO_DAY = 0
# How much less like two articles count the further apart their days are. In a window of three
# days only, a fifth of the articles of 33 events is lost: they carry the day they were saved.
APART = ((1, 0.0), (3, 0.03), (7, 0.06), (14, 0.08), (30, 0.11))
UNDATED = 0.07  # the same where one has no day
_PAIRS = 8_000  # of articles held against each other in full in one go


@dataclass(frozen=True, slots=True)
class Entrant:
    """An article among others: its number, its day (an ordinal, or NO_DAY), what it is known by,
    and the number of its outlet (`outlet_number`), 0 where it is not known."""

    number: int
    day: int
    traits: Traits
    prints: NDArray[np.uint32]
    outlet: int = 0


def outlet_number(name: str | None) -> int:
    """The number of an outlet, the same in every archive; 0 for none."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) or 1 if name else 0


@dataclass(frozen=True, slots=True)
class AskingPrints:
    """Articles that ask who shares prints with them."""

    days: NDArray[np.int64]
    prints: Inverted


def asking_prints(entrants: Sequence[Entrant]) -> AskingPrints:
    """These articles, at least one, as they ask about their prints."""
    return AskingPrints(_days(entrants), inverted(*_prints(entrants)))


class Asking:
    """Articles, at least one, that ask whom they are like."""

    def __init__(self, entrants: Sequence[Entrant]) -> None:
        import numpy as np

        self.days = _days(entrants)
        self.outlets = _outlets(entrants)
        self.traits = [one.traits for one in entrants]
        features, owners, weights = trait_rows(entrants)
        self.foremost = inverted(*foremost(features, owners, weights))
        self._features = np.unique(features)
        # A row of weights for each who asks, with a column more for what none of them has.
        self._weights = np.zeros((len(entrants), len(self._features) + 1), dtype=np.uint16)
        self._weights[owners, self._features.searchsorted(features)] = weights

    def columns(self, features: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Where the weights of these features stand in every row of `weights`."""
        import numpy as np

        at = self._features.searchsorted(features)
        at[at == len(self._features)] = 0
        if not len(self._features):
            return at
        return np.where(self._features[at] == features, at, len(self._features))

    def weights(
        self, who: NDArray[np.int64], columns: NDArray[np.int64], many: NDArray[np.int64]
    ) -> NDArray[np.uint16]:
        """The weights in these columns; of the first asker in the first `many`, and so on."""
        import numpy as np

        return self._weights.ravel()[columns + np.repeat(who * self._weights.shape[1], many)]


class Shelf:
    """The articles of some sixty days, or those without a day; `room` makes what grows large."""

    def __init__(self, room: Room = in_memory) -> None:
        import numpy as np

        self._count = 0
        self._numbers = Column(np.int64)
        self._days = Column(np.int64)
        self._outlets = Column(np.int64)
        self._gone = Column(np.bool_)
        self._sizes = Column(np.int32)
        self._ends = Column(np.int64)
        self._features = Column(np.uint32, room)
        self._weights = Column(np.uint16, room)
        self._foremost = Postings(room)
        self._prints = Postings(room)

    def __len__(self) -> int:
        return self._count - int(self._gone.all.sum())

    def add(self, entrants: Sequence[Entrant]) -> None:
        """Take in articles, at least one and below 65,536."""
        import numpy as np

        features, owners, weights = trait_rows(entrants)
        self._foremost.add(*_moved(foremost(features, owners, weights), self._count))
        self._prints.add(*_moved(_prints(entrants), self._count))
        lengths = np.bincount(owners, minlength=len(entrants))
        self._ends.extend(np.cumsum(lengths) + len(self._features.all))
        self._features.extend(features)
        self._weights.extend(weights)
        self._numbers.extend(np.array([one.number for one in entrants]))
        self._days.extend(_days(entrants))
        self._outlets.extend(_outlets(entrants))
        self._gone.extend(np.zeros(len(entrants), dtype=bool))
        self._sizes.extend(np.array([len(one.prints) for one in entrants]))
        self._count += len(entrants)

    def drop(self, numbers: set[int]) -> None:
        """Let articles go: they are found no more."""
        import numpy as np

        self._gone.all[np.isin(self._numbers.all, list(numbers))] = True

    def sharing(self, asking: AskingPrints) -> tuple[list[int], list[int], list[int], list[int]]:
        """Who of those who ask shares prints with which number, how many, of how many."""
        who, places, common = self._prints.common(asking.prints, len(asking.days), self._count)
        near = (self._less(asking.days, who, places) < 1.0) & ~self._gone.all[places]
        who, places, common = who[near], places[near], common[near]
        return (
            who.tolist(),
            self._numbers.all[places].tolist(),
            common.astype("int64").tolist(),
            self._sizes.all[places].tolist(),
        )

    def like(
        self, asking: Asking, standing: Standing | None = None
    ) -> tuple[list[int], list[int], list[float]]:
        """Who of those who ask is like which number, and how much; two of one outlet less what of
        it is its standing words'."""
        import numpy as np

        who, places, glimpse = self._foremost.common(
            asking.foremost, len(asking.days), self._count, GLIMPSE * ONE * ONE
        )
        less = self._less(asking.days, who, places)
        wanted = (glimpse >= (GLIMPSE + 0.5 * less) * ONE * ONE) & (less < 1.0)
        wanted &= ~self._gone.all[places]
        who, places, less = who[wanted], places[wanted], less[wanted]
        scores = self._full(asking, who, places) - less
        if standing is not None:
            outlets = asking.outlets[who]
            own = (outlets == self._outlets.all[places]) & (outlets != 0) & (scores >= FLOOR)
            for at in np.flatnonzero(own).tolist():
                theirs = self._traits(int(places[at]))
                scores[at] -= standing.part(int(outlets[at]), asking.traits[who[at]], theirs)
        kept = scores >= FLOOR
        return (
            who[kept].tolist(),
            self._numbers.all[places[kept]].tolist(),
            scores[kept].tolist(),
        )

    def _traits(self, place: int) -> Traits:
        part = slice(self._ends.all[place - 1] if place else 0, self._ends.all[place])
        return Traits(self._features.all[part], self._weights.all[part])

    def _less(
        self, asking: NDArray[np.int64], who: NDArray[Any], places: NDArray[Any]
    ) -> NDArray[np.float64]:
        return what_days_take(asking[who], self._days.all[places])

    def _full(
        self, asking: Asking, who: NDArray[np.int64], places: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """How like those who ask are to those in places, pair by pair, by all their traits."""
        import numpy as np

        scores = np.zeros(len(who))
        if not len(who):
            return scores
        for begin in range(0, len(who), _PAIRS):
            part = slice(begin, begin + _PAIRS)
            scores[part] = self._sums(asking, who[part], places[part])
        return scores / (ONE * ONE)

    def _sums(
        self, asking: Asking, who: NDArray[np.int64], places: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        import numpy as np

        # What is looked up for one pair serves all pairs of the same place.
        distinct, at = np.unique(places, return_inverse=True)
        first = np.where(distinct > 0, self._ends.all[distinct - 1], 0)
        many = self._ends.all[distinct] - first
        where = ranges(first, many)
        columns, weights = asking.columns(self._features.all[where]), self._weights.all[where]
        starts, many = (np.cumsum(many) - many)[at], many[at]
        where = ranges(starts, many)
        products = asking.weights(who, columns[where], many).astype(np.float64)
        products *= weights[where]
        sums: NDArray[np.float64] = np.add.reduceat(products, np.cumsum(many) - many)
        return sums


def what_days_take(days: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float64]:
    """What the days of two articles take off their likeness; 1 where they lie too far apart.

    Days are ordinals, or NO_DAY; the arrays run parallel.
    """
    import numpy as np

    takes = np.ones(APART[-1][0] + 2)
    for most, some in reversed(APART):
        takes[: most + 1] = some
    less: NDArray[np.float64] = takes[np.minimum(np.abs(days - others), len(takes) - 1)]
    less[(days == NO_DAY) | (others == NO_DAY)] = UNDATED
    return less


class Column:
    """An array that grows at its end."""

    def __init__(self, kind: type[Any], room: Room = in_memory) -> None:
        import numpy as np

        self._room = room
        self._kept = np.zeros(0, dtype=kind)
        self._count = 0

    @property
    def all(self) -> NDArray[Any]:
        """What is in it."""
        return self._kept[: self._count]

    def extend(self, new: NDArray[Any]) -> None:
        """Put these behind the others."""
        until = self._count + len(new)
        if until > len(self._kept):
            kept = self._room(until + until // 4, self._kept.dtype)
            kept[: self._count] = self.all
            self._kept = kept
        self._kept[self._count : until] = new
        self._count = until


_Rows = tuple[Any, Any, Any]  # hashes, whose they are (from 0), weights


def foremost(features: NDArray[Any], owners: NDArray[Any], weights: NDArray[Any]) -> _Rows:
    """Each one's weightiest traits; of equal weight those with the smaller hash.

    The arrays run parallel, with rising owners (below 65,536); so do those that come out.
    """
    import numpy as np

    # All three in one number, which sorts faster than three columns; whose it is stands first.
    keys = owners.astype(np.uint64) << np.uint64(48)
    keys |= (np.uint64(0xFFFF) - weights.astype(np.uint64)) << np.uint64(32)
    keys |= features
    keys.sort()
    first = np.searchsorted(owners, owners)  # owners stand as they stood
    keys = keys[np.arange(len(owners)) - first < FOREMOST]
    return (
        keys.astype(np.uint32),
        (keys >> np.uint64(48)).astype(np.int32),
        np.uint16(0xFFFF) - (keys >> np.uint64(32)).astype(np.uint16),
    )


def trait_rows(entrants: Sequence[Entrant]) -> _Rows:
    """The traits of these articles, at least one, with the place of each and its weight."""
    import numpy as np

    owners = np.arange(len(entrants), dtype=np.int32)
    return (
        np.concatenate([one.traits.features for one in entrants]),
        np.repeat(owners, [len(one.traits.features) for one in entrants]),
        np.concatenate([one.traits.weights for one in entrants]),
    )


def _prints(entrants: Sequence[Entrant]) -> _Rows:
    import numpy as np

    hashes = np.concatenate([one.prints for one in entrants])
    owners = np.arange(len(entrants), dtype=np.int32)
    return (
        hashes,
        np.repeat(owners, [len(one.prints) for one in entrants]),
        np.ones(len(hashes), dtype=np.uint16),
    )


def _moved(rows: _Rows, by: int) -> _Rows:
    return rows[0], rows[1] + rows[1].dtype.type(by), rows[2]


def _days(entrants: Sequence[Entrant]) -> NDArray[np.int64]:
    import numpy as np

    return np.array([one.day for one in entrants], dtype=np.int64)


def _outlets(entrants: Sequence[Entrant]) -> NDArray[np.int64]:
    import numpy as np

    return np.array([one.outlet for one in entrants], dtype=np.int64)
