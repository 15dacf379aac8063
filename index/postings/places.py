"""Where the parts of a query stand in a text: words in a row, near each other, in any order.

`of` gives the spans of a part in one field; `looked_at` marks the articles that matter (None:
all), so that positions are read only where all else fits. The rarest word of a row is read; a
frequent one is only looked up at the places beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from index.postings.arrays import Array, ranges
from index.postings.forms import chosen
from index.postings.occurring import Occurring, Standing
from index.postings.one_form import Remembering
from index.postings.pairs import paired
from index.postings.segment import Terms
from index.postings.snapshot import Snapshot
from index.postings.spans import (
    PLACES,
    Spans,
    bounds,
    no_spans,
    once_each,
    put_together,
    sorted_spans,
)
from index.query.shapes import Anything, Shape
from index.query.watch import Watch

_PAIRS = 2_000_000  # pairs of spans that are looked at in one go
_MOST = 4  # articles to one of a word's from which it is worth to leave out those without it


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
        found = self.starts(snapshot, field, looked_at)
        keys = [starts + (base << PLACES) for base, starts in found]
        places = np.concatenate(keys) if keys else np.zeros(0, np.int64)
        first = places & ((1 << PLACES) - 1)
        return Spans(places >> PLACES, first, first + len(self.shapes) - 1)

    def starts(
        self, snapshot: Snapshot, field: str, looked_at: Array | None = None
    ) -> Iterator[tuple[int, Array]]:
        """Where rows begin in each segment: its base, article and position in one number."""
        for base, found, alive in occurring(snapshot, field, self.shapes, self.watch, looked_at):
            for pair in paired(snapshot, field, base, self.shapes):
                alive &= bounds(len(alive), pair.docs)
            yield base, _starts(found, alive)


def occurring(
    snapshot: Snapshot, field: str, shapes: Sequence[Shape], watch: Watch, looked_at: Array | None
) -> Iterator[tuple[int, list[Standing], Array]]:
    """For each segment that has all these words: its base, the words, where all of them are."""
    found: dict[int, list[Standing]] = {}
    known: dict[Shape, list[tuple[int, Occurring]]] = {}
    asked = [pair for pair in enumerate(shapes) if not isinstance(pair[1], Anything)]
    for number, (offset, shape) in enumerate(asked):
        if shape not in known:
            known[shape] = [
                (base, _occurring(snapshot, (field, base, shape), part, terms))
                for base, part, terms, _ in chosen(snapshot, field, shape, watch)
                if len(found.get(base, ())) == number
            ]
        for base, word in known[shape]:
            if len(found.get(base, ())) == number:
                found.setdefault(base, []).append(Standing(offset, word))
    for base, words in sorted(found.items()):
        if len(words) < len(asked):
            continue
        watch.mind()
        size = words[0].word.part.size
        alive = np.ones(size, bool)
        for marks in (looked_at, snapshot.live):
            if marks is not None:
                alive &= marks[base : base + size]
        rarest = min((word for _, word in words), key=lambda word: word.often)
        for word in {id(word): word for _, word in words}.values():
            if word is rarest or word.most * _MOST < size:  # else it is nearly everywhere
                alive &= bounds(size, word.read.docs)
        yield base, words, alive


def _occurring(
    snapshot: Snapshot, asked: tuple[str, int, Shape], part: Terms, terms: Array
) -> Occurring:
    remembering = Remembering(snapshot.one_form, asked, part.size / snapshot.size)
    if (known := remembering.known(part, terms)) is not None:
        return known
    return Occurring(part, terms, remembering)


def _starts(found: Sequence[Standing], alive: Array) -> Array:
    """Where rows begin in one segment: article and position in one number, rising."""
    (offset, word), *others = sorted(found, key=lambda one: one.word.often)
    matter = alive
    starts, beyond = word.runs_at_least(alive)
    rising = word.forms == 1
    if offset:
        starts = starts[(starts & ((1 << PLACES) - 1)) >= offset] - offset
    for offset, word in others:
        if not len(starts):
            break
        alive = bounds(len(alive), starts >> PLACES)
        articles = int(np.count_nonzero(alive))
        if word.unread(len(starts)) or word.looked_up(len(starts), articles):
            starts = starts if rising else np.sort(starts, kind="stable")
            starts = starts[word.holds(starts + offset)]
        else:
            starts = _common(starts + offset, word.runs_at_least(alive)[0]) - offset
        rising = True
    if beyond:
        starts = starts[matter[starts >> PLACES]]
    return starts if rising else np.sort(starts, kind="stable")


def _common(some: Array, others: Array) -> Array:
    """The numbers that stand in both, neither of which holds any twice; they rise."""
    both = np.sort(np.concatenate([some, others]), kind="stable")  # runs are only merged
    # To take places costs a third of what it does to take what is marked.
    found: Array = both.take(np.flatnonzero(both[1:] == both[:-1]), mode="clip")
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
        self.wanted, self.watch = Counter(shapes), watch
        self.reach = len(shapes) + slop

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """The shortest stretches that hold all the words, one for each place they may end at."""
        parts = [no_spans()]
        shapes = list(self.wanted)
        for base, found, alive in occurring(snapshot, field, shapes, self.watch, looked_at):
            spans = self._stretches(_around_rarest(found, alive, self.reach))
            parts.append(Spans(spans.docs + base, spans.first, spans.last))
        return put_together(parts)

    def _stretches(self, found: Sequence[Array]) -> Spans:
        """Stretches in one segment, from the places of each word."""
        bits = len(found).bit_length()
        # The kind in the lowest bits: rows that rise already are only merged.
        held = [(places << bits) | kind for kind, places in enumerate(found)]
        places = np.sort(np.concatenate(held), kind="stable")
        kinds = places & ((1 << bits) - 1)
        places >>= bits
        begin = np.arange(len(places))
        fits = np.ones(len(places), bool)
        for kind, wanted in enumerate(self.wanted.values()):
            is_kind = kinds == kind
            standing = np.flatnonzero(is_kind)
            furthest = np.cumsum(is_kind) - wanted
            fits &= furthest >= 0
            if len(standing):
                begin = np.minimum(begin, standing[np.maximum(furthest, 0)])
        first = places[begin]
        # A stretch that begins in an earlier article is longer than any that is wanted.
        fits &= places - first < self.reach
        mask, at = (1 << PLACES) - 1, np.flatnonzero(fits)
        first, last = first[at], places[at]  # both rise
        return once_each(Spans(last >> PLACES, first & mask, last & mask))


def _around_rarest(found: Sequence[Standing], alive: Array, reach: int) -> list[Array]:
    """Where each word stands, of frequent ones only what is within reach of the rarest."""
    rarest = min((word for _, word in found), key=lambda word: word.often)
    articles = int(np.count_nonzero(alive))
    places = rarest.at_once(rarest.expected(articles)).places(alive)
    return [
        places
        if word is rarest
        else word.at_once(len(places)).near(places, reach, reach)
        if word.looked_up(len(places), articles)
        else word.places(alive)
        for _, word in found
    ]
