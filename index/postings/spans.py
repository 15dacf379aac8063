"""Spans: where something stands in a field, as arrays over a snapshot.

A span is an article's number with a first and a last position. Invariant: spans are sorted by
article, first and last position, and each of them stands there once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.postings.arrays import Array, tallied
from index.postings.scoring import Counted

PLACES = 32  # bits for a position


class Spans(NamedTuple):
    """Spans of one field."""

    docs: Array
    first: Array
    last: Array

    def counted(self, field: str) -> Counted:
        """How many spans each article has."""
        docs, times = tallied(self.docs)
        return Counted(field, docs, times.astype(np.float64))

    def chosen(self, which: Array) -> Spans:
        """Some of the spans, in their order."""
        return Spans(self.docs[which], self.first[which], self.last[which])

    def begins(self) -> Array:
        """Article and first position in one rising number."""
        return (self.docs << PLACES) + self.first


def no_spans() -> Spans:
    """No spans at all."""
    empty = np.zeros(0, np.int64)
    return Spans(empty, empty, empty)


def put_together(parts: list[Spans]) -> Spans:
    """The spans of several parts, sorted, each of them once."""
    parts = [part for part in parts if len(part.docs)] or parts[:1]
    if len(parts) == 1:
        return parts[0]
    docs, first, last = (np.concatenate(column) for column in zip(*parts, strict=True))
    return sorted_spans(docs, first, last)


def sorted_spans(docs: Array, first: Array, last: Array) -> Spans:
    """Spans in their order, each of them once."""
    order = np.lexsort((last, (docs << PLACES) + first))
    return once_each(Spans(docs[order], first[order], last[order]))


def once_each(spans: Spans) -> Spans:
    """Spans that stand in their order, those that are alike only once."""
    if len(spans.docs) < 2:
        return spans
    fresh = np.ones(len(spans.docs), bool)
    fresh[1:] = (
        (spans.docs[1:] != spans.docs[:-1])
        | (spans.first[1:] != spans.first[:-1])
        | (spans.last[1:] != spans.last[:-1])
    )
    return spans if fresh.all() else spans.chosen(fresh)


def merged(spans: Spans) -> Spans:
    """What overlaps made one."""
    if len(spans.docs) < 2:
        return spans
    reach = np.maximum.accumulate((spans.docs << PLACES) + spans.last)
    fresh = np.ones(len(spans.docs), bool)
    fresh[1:] = spans.begins()[1:] > reach[:-1]
    firsts = np.flatnonzero(fresh)
    ends = np.append(firsts[1:], len(reach)) - 1
    last = reach[ends] & ((1 << PLACES) - 1)
    return Spans(spans.docs[firsts], spans.first[firsts], last)


def shortest(spans: Spans) -> Spans:
    """Those within which no other one stands."""
    fresh = np.ones(len(spans.docs), bool)
    fresh[1:] = spans.begins()[1:] != spans.begins()[:-1]  # of one beginning the first is shortest
    spans = spans.chosen(fresh)
    ends = (spans.docs << PLACES) + spans.last
    kept = np.ones(len(ends), bool)
    kept[:-1] = ends[:-1] < np.minimum.accumulate(ends[::-1])[::-1][1:]
    return spans.chosen(kept)


def longest(spans: Spans) -> Spans:
    """Those that stand within no other one."""
    fresh = np.ones(len(spans.docs), bool)
    fresh[:-1] = spans.begins()[1:] != spans.begins()[:-1]  # of one beginning the last is longest
    spans = spans.chosen(fresh)
    ends = (spans.docs << PLACES) + spans.last
    kept = np.ones(len(ends), bool)
    kept[1:] = ends[1:] > np.maximum.accumulate(ends)[:-1]
    return spans.chosen(kept)


def common(some: Spans, others: Spans) -> Spans:
    """What spans of two kinds have in common; within each kind none overlap."""
    low = np.searchsorted((others.docs << PLACES) + others.last, some.begins(), "left")
    high = np.searchsorted(others.begins(), (some.docs << PLACES) + some.last, "right")
    counts = np.maximum(high - low, 0)
    mine = np.repeat(np.arange(len(some.docs)), counts)
    theirs = np.repeat(low - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    first = np.maximum(some.first[mine], others.first[theirs])
    last = np.minimum(some.last[mine], others.last[theirs])
    return merged(Spans(some.docs[mine], first, last))


def within(spans: Spans, around: Spans) -> Spans:
    """The spans that stand wholly inside one of others, of which none overlap."""
    return spans.chosen(held(spans, around)[0])


def held(spans: Spans, around: Spans) -> tuple[Array, Array]:
    """Which spans stand wholly inside one of others, of which none overlap, and in which one."""
    if not len(around.docs):
        return np.zeros(len(spans.docs), bool), np.zeros(len(spans.docs), np.int64)
    at = np.searchsorted(around.begins(), spans.begins(), "right") - 1
    near = np.maximum(at, 0)
    inside = (at >= 0) & (around.docs[near] == spans.docs) & (spans.last <= around.last[near])
    return inside, near


def bounds(snapshot_size: int, docs: Array) -> Array:
    """A mark for every article, set for these."""
    held = np.zeros(snapshot_size, bool)
    held[docs] = True
    return held
