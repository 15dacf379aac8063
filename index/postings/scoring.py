"""Scores: BM25F over title and body, a word with all its forms counting as one term.

What a term finds are `Hits`: articles with their scores, or what scores are made of, for as long
as nobody needs the scores of all of them. A frequent term keeps a number for every article of
the snapshot (`Dense`), a rare one only those it has; where a very frequent word occurs is
remembered for the next query. Invariant: a number is above 0 exactly where the term occurs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.postings.arrays import Array, distinct, smallest
from index.postings.remembered import Remembered
from index.postings.snapshot import Snapshot
from index.query.shapes import UNIT

# Chosen on the headlines of one half of the events of benchmarks/retrieval.py among 37,944
# articles; on the other half MRR .887 → .901 and nDCG@10 .841 → .865 from 2.0, 5.0, 0.3 and 0.85.
K1 = 5.0  # how soon more of the same word counts no more
WEIGHTS = {"title": 8.0, "body": 1.0}  # what a word counts there
LENGTHS = {"title": 0.5, "body": 1.0}  # how much a long text dilutes it

_FREQUENT = 8  # articles to one posting up to which it is remembered where a word occurs
_DENSE = 24  # articles to one posting up to which a sum for every article is the quicker way
_RARE = 16  # numbers to one looked for from which each is looked up by halving


class Hits:
    """Numbers of articles, rising, each with its score; None where nothing scores."""

    def __init__(self, docs: Array, scores: Array | None) -> None:
        self._docs, self._scores = docs, scores

    def __len__(self) -> int:
        return len(self._docs)

    @property
    def docs(self) -> Array:
        """The articles, rising."""
        return self._docs

    @property
    def scores(self) -> Array | None:
        """The score of each of them."""
        return self._scores

    @property
    def scored(self) -> bool:
        """Whether there are scores."""
        return self._scores is not None

    def among(self, docs: Array, size: int) -> Array:
        """Which of some rising articles are hits; `size`: of the snapshot."""
        return within(docs, self._docs, size)

    def scores_of(self, docs: Array) -> Array:
        """The scores of some of the hits, given by their rising numbers."""
        assert self._scores is not None
        if docs is self._docs:
            return self._scores
        found: Array = self._scores[np.searchsorted(self._docs, docs)]
        return found

    def marks(self, size: int) -> Array:
        """A mark for every article of a snapshot of this size, set for the hits."""
        held = np.zeros(size, bool)
        held[self.docs] = True
        return held

    def add_to(self, sums: Array) -> None:
        """Add every hit's score to the sums of all articles."""
        if self._scores is not None:
            sums[self._docs] += self._scores

    def times(self, factor: float) -> Hits:
        """The same with all scores so many times as high."""
        return Hits(self._docs, None if self._scores is None else self._scores * factor)


class Part(NamedTuple):
    """What a frequent term comes to: two numbers for every article, to multiply (None: 1)."""

    times: Array
    worth: Array | None


class Dense(Hits):
    """The hits of a frequent term: numbers for every article, and what turns them into scores."""

    def __init__(self, parts: Sequence[Part], rarity: float, count: int, unit: float = 1.0) -> None:
        self._parts, self._rarity, self._count, self._unit = parts, rarity, count, unit

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _found(self) -> Array:
        return np.flatnonzero(self.marks(0))

    @property
    def docs(self) -> Array:
        """The articles, rising."""
        return self._found

    @property
    def scores(self) -> Array:
        """The score of each of them."""
        return self.scores_of(self._found)

    @property
    def scored(self) -> bool:
        """Terms score."""
        return True

    def among(self, docs: Array, size: int) -> Array:
        """Which of some rising articles are hits."""
        return _any([part.times.take(docs, mode="clip") for part in self._parts])

    def scores_of(self, docs: Array) -> Array:
        """The scores of some of the hits."""
        whole = len(docs) == len(self._parts[0].times)
        return saturated(self._sums(None if whole else docs), self._rarity, self._unit)

    def marks(self, size: int) -> Array:
        """A mark for every article, set for the hits."""
        return _any([part.times for part in self._parts])

    def add_to(self, sums: Array) -> None:
        """Add every hit's score to the sums of all articles."""
        sums += saturated(self._sums(None), self._rarity, self._unit)

    def times(self, factor: float) -> Dense:
        """The same with all scores so many times as high."""
        return Dense(self._parts, self._rarity * factor, self._count, self._unit)

    def _sums(self, docs: Array | None) -> Array:
        """The sums of some articles, or of all."""
        found: Array | None = None
        for times, worth in self._parts:
            if docs is not None:
                times = times.take(docs, mode="clip")
                worth = None if worth is None else worth.take(docs, mode="clip")
            sums = times.astype(np.float64) if worth is None else times * worth
            found = sums if found is None else np.add(found, sums, out=found)
        assert found is not None
        return found


def _any(counts: Sequence[Array]) -> Array:
    """Where one of several rows of numbers is above 0."""
    found: Array = counts[0] > 0
    for more in counts[1:]:
        found |= more > 0
    return found


class Counted(NamedTuple):
    """How often something occurs in a field, by weight: places in a segment, and its base.

    `once`: no article is there twice.
    """

    field: str
    places: Array
    times: Array
    base: int = 0
    once: bool = True

    @property
    def docs(self) -> Array:
        """The articles, by their numbers in the snapshot."""
        return self.places + self.base if self.base else self.places


class Scoring:
    """Scores over one state of the index."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._worth: dict[str, Array] = {}
        self._frequent = Remembered()

    def word(self, asked: Hashable, find: Callable[[], tuple[Sequence[Counted], bool]]) -> Hits:
        """The hits of a word, by what was asked; how often a frequent one occurs is remembered.

        `find` tells where it occurs, and whether that is all there is to tell.
        """
        rows = self._frequent.get(asked)
        if rows is None:
            found, is_whole = find()
            often = sum(len(one.places) for one in found)
            if not is_whole or often * _FREQUENT < self.snapshot.size:
                return self.term(found)
            rows = {
                field: smallest(np.rint(self._row(some) * (1 / UNIT)))
                for field, some in _by_field(found).items()
            }
            self._frequent.put(asked, rows)
        parts = [Part(row, self.worth(field)) for field, row in rows.items()]
        return self._whole(parts, UNIT)

    def term(self, found: Sequence[Counted]) -> Hits:
        """The hits of one term of a query, from where it occurs in each field."""
        found = [one for one in found if len(one.places)]
        if not found:
            return Hits(np.zeros(0, np.int64), np.zeros(0))
        if sum(len(one.places) for one in found) * _DENSE > self.snapshot.size:
            return self._dense(found)
        return self._sparse(found)

    def _dense(self, found: Sequence[Counted]) -> Hits:
        sums: Array | None = None
        for field, some in _by_field(found).items():
            row = self._row(some)
            row *= self.worth(field)
            sums = row if sums is None else np.add(sums, row, out=sums)
        assert sums is not None
        return self._whole([Part(sums, None)])

    def _row(self, found: Sequence[Counted]) -> Array:
        """How often a term occurs in one field of every living article."""
        row = np.zeros(self.snapshot.size)
        for one in found:
            sums = np.bincount(one.places, one.times)
            row[one.base : one.base + len(sums)] += sums
        if self.snapshot.live is not None:
            row *= self.snapshot.live
        return row

    def _whole(self, parts: Sequence[Part], unit: float = 1.0) -> Dense:
        count = int(np.count_nonzero(_any([part.times for part in parts])))
        return Dense(parts, self._rarity(count) if count else 0.0, count, unit)

    def _sparse(self, found: Sequence[Counted]) -> Hits:
        numbers = [one.docs for one in found]
        parts = [
            one.times * self.worth(one.field).take(docs, mode="clip")
            for one, docs in zip(found, numbers, strict=True)
        ]
        if len(found) == 1 and found[0].once:
            docs, sums = numbers[0], parts[0]
        else:
            held = np.concatenate(numbers)
            docs = distinct(held)
            sums = np.bincount(np.searchsorted(docs, held), np.concatenate(parts), len(docs))
        if self.snapshot.live is not None:
            living = self.snapshot.live[docs]
            docs, sums = docs[living], sums[living]
        return Hits(docs, saturated(sums, self._rarity(len(docs))))

    def _rarity(self, count: int) -> float:
        """What a term counts that so many articles hold."""
        return math.log(1 + (self.snapshot.count - count + 0.5) / (count + 0.5))

    def worth(self, field: str) -> Array:
        """What one occurrence in a field counts in each article."""
        table = self._worth.get(field)
        if table is None:
            share = LENGTHS.get(field, 0.0)
            slope = share / self.snapshot.mean_length(field)
            table = WEIGHTS.get(field, 1.0) / (
                1 - share + slope * np.maximum(self.snapshot.lengths(field), 1)
            )
            self._worth[field] = table
        return table


def saturated(sums: Array, rarity: float, unit: float = 1.0) -> Array:
    """The scores that sums come to, given in units of so much."""
    found: Array = sums + K1 / unit
    np.divide(sums, found, out=found)
    found *= rarity * (K1 + 1)
    return found


def _by_field(found: Sequence[Counted]) -> dict[str, list[Counted]]:
    parted: dict[str, list[Counted]] = {}
    for one in found:
        parted.setdefault(one.field, []).append(one)
    return parted


def within(some: Array, others: Array, size: int) -> Array:
    """Which of some rising numbers below `size` are among others."""
    if not len(others) or not len(some):
        return np.zeros(len(some), bool)
    if len(some) * _RARE < len(others):
        place = np.searchsorted(others, some)
        place[place == len(others)] = 0
        return np.equal(others[place], some)
    held = np.zeros(size, bool)
    held[others] = True
    return held.take(some, mode="clip")
