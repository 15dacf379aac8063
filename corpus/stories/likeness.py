"""Which articles are like a new one: a pool of what is there, asked by what comes in.

In go numbers of articles with their traits, prints and days; out come likenesses (0 to 1) and
common prints. Candidates are found through postings of each article's weightiest traits, and
only they are held against each other in full. Whether two articles are found and how like they
are depends on these two alone, so the order of adding changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.stories.traits import ONE, Traits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOREMOST = 32  # traits by which an article is found
GLIMPSE = 0.08  # likeness in these alone below which two articles are not held in full
FLOOR = 0.1  # likeness that is kept; below it lies chance
NO_DAY = 0
# How much less like two articles count the further apart their days are. In a window of three
# days only, a fifth of the articles of 33 events is lost: they carry the day they were saved.
APART = ((1, 0.0), (3, 0.03), (7, 0.06), (14, 0.08), (30, 0.11))
SHELF = 60  # days on one shelf, at least as many as may lie between two articles
UNDATED = 0.07  # the same where one has no day
_BLOCK = 2_000_000  # postings looked at in one go
_CELLS = 2_000_000  # askers times articles in one go


@dataclass(frozen=True, slots=True)
class Entrant:
    """An article among others: its number, its day (an ordinal, or NO_DAY), what it is known by."""

    number: int
    day: int
    traits: Traits
    prints: NDArray[np.uint32]


@dataclass(slots=True)
class _Segment:
    """Postings of some articles: hashes in order, with places in the pool and weights."""

    hashes: NDArray[np.uint32]
    places: NDArray[np.int32]
    weights: NDArray[np.uint16]


class Postings:
    """Hashes to the places of those who have them; grows by segments that are merged."""

    def __init__(self) -> None:
        self._segments: list[_Segment] = []

    def add(
        self,
        hashes: NDArray[np.uint32],
        places: NDArray[np.int32],
        weights: NDArray[np.uint16],
    ) -> None:
        """Take in postings; both arrays run parallel."""
        import numpy as np

        new = (hashes, places, weights)
        while self._segments and len(self._segments[-1].hashes) <= 2 * len(new[0]):
            last = self._segments.pop()
            new = (
                np.concatenate([last.hashes, new[0]]),
                np.concatenate([last.places, new[1]]),
                np.concatenate([last.weights, new[2]]),
            )
        order = np.argsort(new[0], kind="stable")
        self._segments.append(_Segment(new[0][order], new[1][order], new[2][order]))

    def common(
        self,
        hashes: NDArray[np.uint32],
        asking: NDArray[np.int64],
        weights: NDArray[np.uint16],
        size: int,
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """(who asks, place, sum of products of weights) of all that share a hash.

        `asking` says for each hash which of the askers, from 0, it belongs to; `size` is the
        number of places.
        """
        import numpy as np

        askers = int(asking[-1]) + 1 if len(asking) else 0
        rows = max(1, min(askers, _CELLS // max(1, size)))  # askers in one go
        found: list[tuple[Any, Any, Any]] = []
        for begin in range(0, askers, rows):
            part = slice(*np.searchsorted(asking, (begin, begin + rows)))
            sums = self._sums(hashes[part], asking[part] - begin, weights[part], rows, size)
            at = np.flatnonzero(sums)
            found.append((at // size + begin, at % size, sums[at]))
        if not found:
            nothing = np.zeros(0, dtype=np.int64)
            return nothing, nothing, np.zeros(0)
        who, places, values = (np.concatenate(column) for column in zip(*found, strict=True))
        return who, places, values

    def _sums(
        self,
        hashes: NDArray[np.uint32],
        asking: NDArray[np.int64],
        weights: NDArray[np.uint16],
        askers: int,
        size: int,
    ) -> NDArray[np.float64]:
        """Sums of products of weights for every asker and place, one row after the other."""
        import numpy as np

        sums = np.zeros(askers * size)
        order = np.argsort(hashes, kind="stable")  # neighbours are looked up in the same lines
        hashes, asking, weights = hashes[order], asking[order], weights[order]
        for segment in self._segments:
            first = segment.hashes.searchsorted(hashes, "left")
            counts = segment.hashes.searchsorted(hashes, "right") - first
            for part in _blocks(counts):
                many = counts[part]
                total = int(many.sum())
                if not total:
                    continue
                ends = np.cumsum(many)
                at = np.arange(total) + np.repeat(first[part] - (ends - many), many)
                key = np.repeat(asking[part] * size, many) + segment.places[at]
                product = np.repeat(weights[part].astype(np.float64), many) * segment.weights[at]
                sums += np.bincount(key, product, len(sums))
        return sums


def _blocks(counts: NDArray[Any]) -> list[slice]:
    """Slices of the askers' hashes whose postings are few enough for one go."""
    import numpy as np

    ends = np.cumsum(counts)
    slices, begin = [], 0
    while begin < len(counts):
        before = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, before + _BLOCK, "right")))
        slices.append(slice(begin, end))
        begin = end
    return slices


class Pool:
    """Articles that others may be like or copies of, shelved by their days."""

    def __init__(self) -> None:
        self._shelves: dict[int | None, Shelf] = {}

    def __len__(self) -> int:
        return sum(len(shelf) for shelf in self._shelves.values())

    def add(self, entrants: Sequence[Entrant]) -> None:
        """Take in articles."""
        for epoch, positions in _by_epoch(entrants).items():
            shelf = self._shelves.setdefault(epoch, Shelf())
            shelf.add([entrants[k] for k in positions])

    def drop(self, numbers: set[int]) -> None:
        """Let articles go: they are found no more."""
        for shelf in self._shelves.values():
            shelf.drop(numbers)

    def sharing(self, entrants: Sequence[Entrant]) -> list[list[tuple[int, int, int]]]:
        """For each entrant the articles with common prints: (number, common, size of its)."""
        found: list[list[tuple[int, int, int]]] = [[] for _ in entrants]
        for shelf, positions in self._asked(entrants):
            answers = shelf.sharing([entrants[k] for k in positions])
            for k, answer in zip(positions, answers, strict=True):
                found[k] += answer
        return found

    def like(self, entrants: Sequence[Entrant]) -> list[list[tuple[int, float]]]:
        """For each entrant whom it is like: (number, likeness less what days take off)."""
        found: list[list[tuple[int, float]]] = [[] for _ in entrants]
        for shelf, positions in self._asked(entrants):
            answers = shelf.like([entrants[k] for k in positions])
            for k, answer in zip(positions, answers, strict=True):
                found[k] += answer
        return found

    def _asked(self, entrants: Sequence[Entrant]) -> Iterator[tuple[Shelf, list[int]]]:
        for epoch, positions in _by_epoch(entrants).items():
            for other in epochs(epoch, self._shelves):
                yield self._shelves[other], positions


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


class Shelf:
    """The articles of some sixty days, or those without a day."""

    def __init__(self) -> None:
        import numpy as np

        self._entrants: list[Entrant] = []
        self._days = np.zeros(0, dtype=np.int64)
        self._places: dict[int, list[int]] = {}
        self._gone: set[int] = set()
        self._foremost = Postings()
        self._prints = Postings()

    def __len__(self) -> int:
        return len(self._entrants) - len(self._gone)

    def add(self, entrants: Sequence[Entrant]) -> None:
        """Take in articles, at least one."""
        import numpy as np

        begin = len(self._entrants)
        places = np.arange(begin, begin + len(entrants), dtype=np.int32)
        self._entrants += entrants
        for at, one in enumerate(entrants, begin):
            self._places.setdefault(one.number, []).append(at)
        self._days = np.concatenate([self._days, [one.day for one in entrants]])
        foremost = [_foremost(one.traits) for one in entrants]
        self._foremost.add(
            np.concatenate([one.features for one in foremost]),
            np.repeat(places, [len(one.features) for one in foremost]),
            np.concatenate([one.weights for one in foremost]),
        )
        hashes = np.concatenate([one.prints for one in entrants])
        self._prints.add(
            hashes,
            np.repeat(places, [len(one.prints) for one in entrants]),
            np.ones(len(hashes), dtype=np.uint16),
        )

    def drop(self, numbers: set[int]) -> None:
        """Let articles go: they are found no more."""
        for number in numbers:
            self._gone.update(self._places.get(number, ()))

    def sharing(self, entrants: Sequence[Entrant]) -> list[list[tuple[int, int, int]]]:
        """As `Pool.sharing`."""
        import numpy as np

        found: list[list[tuple[int, int, int]]] = [[] for _ in entrants]
        hashes = np.concatenate([one.prints for one in entrants])
        asking = np.repeat(np.arange(len(entrants)), [len(one.prints) for one in entrants])
        ones = np.ones(len(hashes), dtype=np.uint16)
        who, places, common = self._prints.common(hashes, asking, ones, len(self._entrants))
        near = self._less(entrants, who, places) < 1.0
        for a, place, count in zip(who[near], places[near], common[near], strict=True):
            if int(place) not in self._gone:
                other = self._entrants[place]
                found[a].append((other.number, int(count), len(other.prints)))
        return found

    def like(self, entrants: Sequence[Entrant]) -> list[list[tuple[int, float]]]:
        """As `Pool.like`."""
        import numpy as np

        found: list[list[tuple[int, float]]] = [[] for _ in entrants]
        foremost = [_foremost(one.traits) for one in entrants]
        who, places, glimpse = self._foremost.common(
            np.concatenate([one.features for one in foremost]),
            np.repeat(np.arange(len(entrants)), [len(one.features) for one in foremost]),
            np.concatenate([one.weights for one in foremost]),
            len(self._entrants),
        )
        less = self._less(entrants, who, places)
        wanted = (glimpse >= (GLIMPSE + 0.5 * less) * ONE * ONE) & (less < 1.0)
        who, places, less = who[wanted], places[wanted], less[wanted]
        bounds = np.searchsorted(who, np.arange(len(entrants) + 1))
        for a, one in enumerate(entrants):
            part = slice(bounds[a], bounds[a + 1])
            candidates = places[part]
            if not len(candidates):
                continue
            scores = self._full(one.traits, candidates) - less[part]
            for place, score in zip(candidates, scores, strict=True):
                if score >= FLOOR and int(place) not in self._gone:
                    found[a].append((self._entrants[place].number, round(float(score), 4)))
        return found

    def _less(
        self, entrants: Sequence[Entrant], who: NDArray[Any], places: NDArray[Any]
    ) -> NDArray[np.float64]:
        """What the days of two articles take off their likeness; 1 where they lie too far apart."""
        import numpy as np

        days, others = np.array([one.day for one in entrants])[who], self._days[places]
        gap = np.abs(days - others)
        less = np.ones(len(gap))
        for most, takes in reversed(APART):
            less[gap <= most] = takes
        less[(days == NO_DAY) | (others == NO_DAY)] = UNDATED
        return less

    def _full(self, one: Traits, places: NDArray[Any]) -> NDArray[np.float64]:
        """The likeness of an article to those in these places, by all their traits."""
        import numpy as np

        others = [self._entrants[place].traits for place in places]
        lengths = np.array([len(other.features) for other in others])
        hashes = np.concatenate([other.features for other in others])
        weights = np.concatenate([other.weights for other in others]).astype(np.float64)
        at = one.features.searchsorted(hashes)
        at[at == len(one.features)] = 0
        same = one.features[at] == hashes
        products = np.where(same, weights * one.weights[at], 0.0)
        return np.bincount(np.repeat(np.arange(len(others)), lengths), products, len(others)) / (
            ONE * ONE
        )


def _foremost(one: Traits) -> Traits:
    """The weightiest traits; of equal weight those with the smaller hash."""
    import numpy as np

    if len(one.features) <= FOREMOST:
        return one
    best = np.lexsort((one.features, -one.weights.astype(np.int64)))[:FOREMOST]
    return Traits(one.features[best], one.weights[best])
