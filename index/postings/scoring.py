"""Scores: BM25F over title and body, a word with all its forms counting as one term.

What a term finds are `Hits`: articles with their scores, or the sums that scores are made of,
for as long as nobody needs the scores of all of them. A frequent term keeps one sum for every
article of the snapshot (`Dense`), a rare one only those it has. Invariant: a sum is above 0
exactly where the term occurs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.postings.arrays import Array, distinct
from index.postings.snapshot import Snapshot

# Chosen on the headlines of one half of the events of benchmarks/retrieval.py among 37,944
# articles; on the other half MRR .887 → .901 and nDCG@10 .841 → .865 from 2.0, 5.0, 0.3 and 0.85.
K1 = 5.0  # how soon more of the same word counts no more
WEIGHTS = {"title": 8.0, "body": 1.0}  # what a word counts there
LENGTHS = {"title": 0.5, "body": 1.0}  # how much a long text dilutes it

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


class Dense(Hits):
    """The hits of a frequent term: a sum for every article, and what turns sums into scores."""

    def __init__(self, sums: Array, rarity: float, count: int) -> None:
        self._sums, self._rarity, self._count = sums, rarity, count

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _found(self) -> Array:
        return np.flatnonzero(self._sums > 0)

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
        found: Array = self._sums.take(docs, mode="clip") > 0
        return found

    def scores_of(self, docs: Array) -> Array:
        """The scores of some of the hits."""
        whole = len(docs) == len(self._sums)
        return saturated(self._sums if whole else self._sums.take(docs, mode="clip"), self._rarity)

    def marks(self, size: int) -> Array:
        """A mark for every article, set for the hits."""
        held: Array = self._sums > 0
        return held

    def add_to(self, sums: Array) -> None:
        """Add every hit's score to the sums of all articles."""
        sums += saturated(self._sums, self._rarity)

    def times(self, factor: float) -> Dense:
        """The same with all scores so many times as high."""
        return Dense(self._sums, self._rarity * factor, self._count)


class Counted(NamedTuple):
    """How often something occurs in a field, by weight: numbers of articles.

    `once`: no article is there twice.
    """

    field: str
    docs: Array
    times: Array
    once: bool = True


class Scoring:
    """Scores over one state of the index."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._worth: dict[str, Array] = {}

    def term(self, found: Sequence[Counted]) -> Hits:
        """The hits of one term of a query, from where it occurs in each field."""
        found = [one for one in found if len(one.docs)]
        if not found:
            return Hits(np.zeros(0, np.int64), np.zeros(0))
        if sum(len(one.docs) for one in found) * _DENSE > self.snapshot.size:
            return self._dense(found)
        return self._sparse(found)

    def _dense(self, found: Sequence[Counted]) -> Hits:
        size, live = self.snapshot.size, self.snapshot.live
        sums: Array | None = None
        for one in found:
            each = one.times * self.worth(one.field).take(one.docs, mode="clip")
            if sums is None or not one.once:
                more = np.bincount(one.docs, each, size)
                sums = more if sums is None else sums + more
            else:
                sums[one.docs] += each
        assert sums is not None
        if live is not None:
            sums *= live
        count = int(np.count_nonzero(sums > 0))
        return Dense(sums, self._rarity(count) if count else 0.0, count)

    def _sparse(self, found: Sequence[Counted]) -> Hits:
        parts = [one.times * self.worth(one.field).take(one.docs, mode="clip") for one in found]
        if len(found) == 1 and found[0].once:
            docs, sums = found[0].docs, parts[0]
        else:
            held = np.concatenate([one.docs for one in found])
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


def saturated(sums: Array, rarity: float) -> Array:
    """The scores that sums come to."""
    found: Array = sums + K1
    np.divide(sums, found, out=found)
    found *= rarity * (K1 + 1)
    return found


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
