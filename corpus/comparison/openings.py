"""How near the first sentences of two articles are to all sentences of the other, and no others.

In go two articles `Laid` out by their stems alone, out come `Openings`: of the tables of `likeness`
the rows and columns that tell whether both report one event. They take a twentieth of the time, and
what is laid out for them a twentieth of the room, for who asks it of many articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

from corpus.comparison.facing import ComparedSentence
from corpus.comparison.lexicon import Lexicon
from corpus.comparison.likeness import AT_ONCE, OPENING, Places, share
from corpus.comparison.sides import tells_only_who
from corpus.comparison.similarity import NEAR, opposites, vectors_in, with_opposites

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAD = 3  # sentences of an article, its title among them
_STEM = (1 << 32) - 1  # of the number of a sentence and a stem


class HasOpenings(Protocol):
    """Whatever has the Dice coefficients of either side's first sentences."""

    @property
    def ours(self) -> NDArray[np.float32]:
        """The left side's first sentences (rows) with all of the right."""

    @property
    def theirs(self) -> NDArray[np.float32]:
        """All of the left side's with the right side's first sentences (columns)."""


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """The Dice coefficients of first sentences with all of the other side."""

    ours: NDArray[np.float32]
    theirs: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """The stems of an article's sentences, or of the first of them. They are numbered as they
    appear, so that those of the first sentences are the first of `stems`, which has their numbers
    in the lexicon.

    `holding`: in how many sentences of the whole article each stands. `known`: those of which the
    table of similarities has the first word that stood for them, and `rows` where. `full`: the
    sentences that have any stems; `flat` has these one sentence behind the other, from `starts` on,
    and `places` tells in which of `full` each stem stands. `turning`: words of `known` that have
    opposites, with their places there.
    """

    size: int  # sentences
    stems: NDArray[np.int32]
    holding: NDArray[np.int32]
    known: NDArray[np.int32]
    rows: NDArray[np.int32]
    full: NDArray[np.int32]
    flat: NDArray[np.int32]
    sentence: NDArray[np.int32]
    starts: NDArray[np.int32]
    places: Places
    turning: dict[str, int]
    tops: dict[int, Laid]

    def first(self, count: int) -> Laid:
        """The first sentences alone, made once."""
        found = self.tops.get(count)
        if found is None:
            found = self.tops[count] = self._first(count)
        return found

    def _first(self, count: int) -> Laid:
        full = int(self.full.searchsorted(count))
        end = int(self.starts[full]) if full < len(self.full) else len(self.flat)
        flat = self.flat[:end]
        stems = int(flat.max(initial=-1)) + 1
        known = int(self.known.searchsorted(stems))
        return Laid(
            size=min(count, self.size),
            stems=self.stems[:stems],
            holding=self.holding[:stems],
            known=self.known[:known],
            rows=self.rows[:known],
            full=self.full[:full],
            flat=flat,
            sentence=self.sentence[:end],
            starts=self.starts[:full],
            places=_places(flat, self.sentence[:end], stems),
            turning={word: n for word, n in self.turning.items() if n < known},
            tops={},
        )


def laid(
    sentences: Sequence[ComparedSentence], surfaces: Sequence[list[str]], lexicon: Lexicon
) -> Laid:
    """Lay out compared sentences, of which the words as written stand in `surfaces`."""
    import numpy as np

    rows = [
        () if tells_only_who(one.text) else row
        for one, row in zip(sentences, surfaces, strict=True)
    ]
    lengths = list(map(len, rows))
    words = lexicon.numbers(chain.from_iterable(rows), sum(lengths))
    # Each stem of each sentence once: by sentence, then by the stem's number in the lexicon.
    stands = np.repeat(np.arange(len(rows), dtype=np.int64) << 32, lengths) + lexicon.stems[words]
    held = np.sort(stands[lexicon.carries[words]])
    held = held[np.diff(held, prepend=-1) > 0]
    stems, first, inverse = np.unique(held & _STEM, return_index=True, return_inverse=True)
    order = first.argsort()  # of stems as they appear
    number = np.empty(len(order), dtype=np.int32)
    number[order] = np.arange(len(order), dtype=np.int32)
    flat = number[inverse]
    every, places = np.unique(stands, return_index=True)
    standing = words[places[every.searchsorted(held[first[order]])]]  # the first word of each stem
    rows_of_each = lexicon.rows[standing]
    known = np.flatnonzero(rows_of_each >= 0).astype(np.int32)
    full, starts = np.unique(held >> 32, return_index=True)
    sentence = np.repeat(np.arange(len(full)), np.diff(starts, append=len(flat))).astype(np.int32)
    return Laid(
        size=len(rows),
        stems=stems[order].astype(np.int32),
        holding=np.bincount(flat, minlength=len(order)).astype(np.int32),
        known=known,
        rows=rows_of_each[known],
        full=full.astype(np.int32),
        flat=flat,
        sentence=sentence,
        starts=starts.astype(np.int32),
        places=_places(flat, sentence, len(order)),
        turning=with_opposites([lexicon.words[word] for word in standing[known].tolist()]),
        tops={},
    )


def _places(flat: NDArray[Any], sentence: NDArray[Any], stems: int) -> Places:
    """In which sentences each stem stands."""
    import numpy as np

    return Places(np.bincount(flat, minlength=stems), sentence[flat.argsort(kind="stable")])


def openings(left: Laid, right: Laid) -> Openings:
    """The same numbers as `likeness` gives for either side's first sentences."""
    between = Between(left, right)
    return Openings(between.ours(), between.theirs())


class Between:
    """Two articles held against each other, as much of them as is asked for."""

    def __init__(self, left: Laid, right: Laid) -> None:
        import numpy as np

        self._left, self._right = left, right
        self._both: tuple[NDArray[Any], NDArray[Any]] = np.intersect1d(
            left.stems, right.stems, assume_unique=True, return_indices=True
        )[1:]
        ours, theirs = self._both
        total = left.size + right.size
        self._weights = (
            _weights(left, ours, right.holding[theirs], total),
            _weights(right, theirs, left.holding[ours], total),
        )

    def leads(self) -> NDArray[np.float32]:
        """The Dice coefficients of the first LEAD sentences of both."""
        return self._dice(self._left.first(LEAD), self._right.first(LEAD))

    def ours(self) -> NDArray[np.float32]:
        """The left side's first sentences (rows) with all of the right."""
        return self._dice(self._left.first(OPENING), self._right)

    def theirs(self) -> NDArray[np.float32]:
        """All of the left side's with the right side's first sentences (columns)."""
        return self._dice(self._left, self._right.first(OPENING))

    def _dice(self, left: Laid, right: Laid) -> NDArray[np.float32]:
        """The coefficients of all sentences of two sides, or of their first."""
        import numpy as np

        found = np.zeros((left.size, right.size), dtype=np.float32)
        if not len(left.flat) or not len(right.flat):
            return found
        near_right = np.zeros((len(left.stems), len(right.full)), dtype=np.float32)
        near_left = np.zeros((len(right.stems), len(left.full)), dtype=np.float32)
        for ours, theirs, values in self._near(left, right):
            right.places.raise_to(near_right, ours, theirs, values)
            left.places.raise_to(near_left, theirs, ours, values)
        sums = (
            _sums(left, self._weights[0], near_right),
            _sums(right, self._weights[1], near_left),
        )
        masses = (_sums(left, self._weights[0], None), _sums(right, self._weights[1], None))
        whole = masses[0] + masses[1].T
        found[np.ix_(left.full, right.full)] = share(sums[0] + sums[1].T, whole)
        return found

    def _near(
        self, left: Laid, right: Laid
    ) -> Iterator[tuple[NDArray[Any], NDArray[Any], NDArray[np.float32]]]:
        """Our stems, theirs that are near them, and how near; in stripes, so that memory stays
        bounded. Equal stems are equal, whatever words stood for them; opposites are not near,
        whatever their vectors."""
        import numpy as np

        ours, theirs = self._both
        here = (ours < len(left.stems)) & (theirs < len(right.stems))
        yield ours[here], theirs[here], np.ones(np.count_nonzero(here), dtype=np.float32)
        others = vectors_in(right.rows).T
        stripe = max(1, AT_ONCE // max(1, len(right.rows)))
        for at in range(0, len(left.rows), stripe):
            near = vectors_in(left.rows[at : at + stripe]) @ others
            for word, row in left.turning.items():
                for other in opposites(word) if at <= row < at + len(near) else ():
                    if other in right.turning:
                        near[row - at, right.turning[other]] = 0.0
            values = near.ravel()
            found = np.flatnonzero(values >= NEAR)
            rows, columns = np.divmod(found, max(1, len(right.rows)))
            yield left.known[rows + at], right.known[columns], np.minimum(values[found], 1.0)


def _sums(laid: Laid, weights: NDArray[np.float32], near: NDArray[np.float32] | None) -> Any:
    """For each sentence the sum of its stems' weights, times their nearness where it is given."""
    import numpy as np

    of_each = weights[laid.flat, None]
    return np.add.reduceat(of_each if near is None else near[laid.flat] * of_each, laid.starts)


def _weights(laid: Laid, both: NDArray[Any], held: Any, total: int) -> NDArray[np.float32]:
    """The weight of each stem; `held` is in how many sentences of the other side those of `both`
    stand."""
    holding = laid.holding.copy()
    holding[both] += held
    found: NDArray[np.float32] = _by_holding(total)[holding]
    return found


@lru_cache(maxsize=256)
def _by_holding(total: int) -> NDArray[np.float32]:
    """The weight of a stem by how many of so many sentences hold it, as `sides.weights` has it."""
    import numpy as np

    scale = math.log(1 + total) or 1.0
    weights = [math.log(1 + total / holding) / scale for holding in range(1, total + 1)]
    return np.array([0.0, *weights], dtype=np.float32)
