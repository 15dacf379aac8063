"""Where the parts of a query stand in a text: words in a row, near each other, in any order.

`of` gives the spans of a part in one field; `looked_at` marks the articles that matter (None:
all), so that positions are read only where all else fits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.postings.arrays import Array, distinct, ranges
from index.postings.forms import chosen
from index.postings.postings import Read
from index.postings.segment import Terms
from index.postings.snapshot import Snapshot
from index.postings.spans import (
    PLACES,
    Spans,
    bounds,
    no_spans,
    put_together,
    sorted_spans,
)
from index.query.shapes import Anything, Shape
from index.query.watch import Watch

_PAIRS = 2_000_000  # pairs of spans that are looked at in one go


Standing = tuple[int, Terms, Read]
"""Where in a row a word stands, and what was read of it."""


class Places(Protocol):
    """A part of a query that stands at places."""

    gaps: bool  # whether other words may stand inside its spans

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Its spans in one field."""
        ...


class Row:
    """Words next to each other, in this order."""

    gaps = False

    def __init__(self, shapes: Sequence[Shape], watch: Watch) -> None:
        self.shapes, self.watch = shapes, watch

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where the row stands."""
        asked = [pair for pair in enumerate(self.shapes) if not isinstance(pair[1], Anything)]
        reads: dict[int, list[Standing]] = {}
        for number, (offset, shape) in enumerate(asked):
            for base, part, terms, _ in chosen(snapshot, field, shape, self.watch):
                if len(reads.get(base, ())) == number:
                    reads.setdefault(base, []).append((offset, part, part.read(terms)))
        keys = [np.zeros(0, np.int64)]
        for base in sorted(reads):
            found = reads[base]
            if len(found) < len(asked):
                continue
            self.watch.mind()
            size = found[0][1].size
            alive = np.ones(size, bool)
            for marks in (looked_at, snapshot.live):
                if marks is not None:
                    alive &= marks[base : base + size]
            keys.append(_starts(found, alive) + (base << PLACES))
        places = np.concatenate(keys)
        first = places & ((1 << PLACES) - 1)
        return Spans(places >> PLACES, first, first + len(self.shapes) - 1)


def _starts(found: Sequence[Standing], alive: Array) -> Array:
    """Where rows begin in one segment: article and position in one number, rising."""
    for _, _, read in found:
        alive &= bounds(len(alive), read.docs)
    starts: Array | None = None
    for offset, part, read in sorted(found, key=lambda standing: len(standing[2].docs)):
        wanted = np.flatnonzero(alive[read.docs])
        if not len(wanted):
            return np.zeros(0, np.int64)
        times, positions = part.positions.read(read, wanted)
        places = (np.repeat(read.docs[wanted], times) << PLACES) + positions - offset
        if offset:
            places = places[positions >= offset]
        if len(read.terms) > 1:
            places = distinct(places)
        starts = places if starts is None else _common(starts, places)
        if not len(starts):
            return starts
        alive = bounds(len(alive), starts >> PLACES)
    return np.zeros(0, np.int64) if starts is None else starts


def _common(some: Array, others: Array) -> Array:
    """The numbers that stand in both, each rising and without doubles."""
    if len(others) < len(some):
        some, others = others, some
    if len(some) * 8 > len(others):
        both = np.sort(np.concatenate([some, others]))
        found: Array = both[:-1][both[1:] == both[:-1]]
    else:
        place = np.searchsorted(others, some)
        place[place == len(others)] = 0
        found = some[others[place] == some]
    return found


class AnyOf:
    """One of several parts."""

    def __init__(self, parts: Sequence[Places]) -> None:
        self.parts = parts
        self.gaps = any(part.gaps for part in parts)

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where one of them stands."""
        return put_together([part.of(snapshot, field, looked_at) for part in self.parts])


class Beside:
    """Two parts near each other, in any order or in this one."""

    gaps = True

    def __init__(
        self, left: Places, right: Places, distance: int, ordered: bool, watch: Watch
    ) -> None:
        self.left, self.right = left, right
        self.distance, self.ordered, self.watch = distance, ordered, watch

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """From the first to the last word of both."""
        lefts = self.left.of(snapshot, field, looked_at)
        if not len(lefts.docs):
            return no_spans()
        rights = self.right.of(snapshot, field, bounds(snapshot.size, lefts.docs))
        low, counts = self._candidates(lefts, rights)
        parts = [no_spans()]
        sums = np.cumsum(counts)
        begin = 0
        while begin < len(counts):
            self.watch.mind()
            done = int(sums[begin - 1]) if begin else 0
            end = max(begin + 1, int(np.searchsorted(sums, done + _PAIRS, "right")))
            parts.append(self._pairs(lefts, rights, low, counts, slice(begin, end)))
            begin = end
        return put_together(parts)

    def _candidates(self, lefts: Spans, rights: Spans) -> tuple[Array, Array]:
        """For each right span the first left one that may be near, and how many may be."""
        longest = int((lefts.last - lefts.first).max())
        base = rights.docs << PLACES
        begins = lefts.begins()
        nearest = np.maximum(rights.first - self.distance - longest, 0)
        low = np.searchsorted(begins, base + nearest, "left")
        furthest = rights.last + (0 if self.ordered else self.distance)
        high = np.searchsorted(begins, base + furthest, "right")
        return low, np.maximum(high - low, 0)

    def _pairs(self, lefts: Spans, rights: Spans, low: Array, counts: Array, which: slice) -> Spans:
        left = lefts.chosen(ranges(low[which], counts[which]))
        right = rights.chosen(np.repeat(np.arange(len(counts))[which], counts[which]))
        before = left.last < right.first
        near = before & (right.first - left.last <= self.distance)
        if not self.ordered:
            after = right.last < left.first
            near |= after & (left.first - right.last <= self.distance)
            if self.left.gaps or self.right.gaps:
                near |= ~before & ~after
        first = np.minimum(left.first, right.first)[near]
        return sorted_spans(left.docs[near], first, np.maximum(left.last, right.last)[near])


class Among:
    """Words in any order, with at most so many others among them."""

    gaps = True

    def __init__(self, shapes: Sequence[Shape], slop: int, watch: Watch) -> None:
        self.wanted = Counter(shapes)
        self.rows = [Row([shape], watch) for shape in self.wanted]
        self.reach = len(shapes) + slop

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """The shortest stretches that hold all the words, one for each place they may end at."""
        found: list[Spans] = []
        for row in self.rows:
            spans = row.of(snapshot, field, looked_at)
            looked_at = bounds(snapshot.size, spans.docs)
            found.append(spans)
        places = np.concatenate([spans.begins() for spans in found])
        kinds = np.repeat(np.arange(len(found)), [len(spans.docs) for spans in found])
        order = np.lexsort((kinds, places))
        places, kinds = places[order], kinds[order]
        begin = np.arange(len(places))
        fits = np.ones(len(places), bool)
        for kind, wanted in enumerate(self.wanted.values()):
            standing = np.flatnonzero(kinds == kind)
            furthest = np.cumsum(kinds == kind) - wanted
            fits &= furthest >= 0
            if len(standing):
                begin = np.minimum(begin, standing[np.maximum(furthest, 0)])
        first = places[begin]
        # A stretch that begins in an earlier article is longer than any that is wanted.
        fits &= places - first < self.reach
        mask = (1 << PLACES) - 1
        return sorted_spans(places[fits] >> PLACES, first[fits] & mask, places[fits] & mask)
