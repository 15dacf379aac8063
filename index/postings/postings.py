"""Postings of a field: for every term the articles it stands in, and how often.

Kept so that next to nothing is computed when they are read. A frequent term's articles are
`near`: the step from the article before as one byte, and 255 for "255 further, no article
here". A rare term's are `far`: their numbers in two bytes, a third beside them where a segment
is large. How often a term stands in an article is one byte, and 255 or more an entry among
`often`. Invariants: every term has a posting; the articles of a term rise; a term is near or
far as a whole, whichever is smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.postings.arrays import Array, offsets, ranges, running, smallest, steps
from index.postings.directory import Directory, put_sizes
from index.postings.format import Mapped, Writing
from index.postings.waypoints import Waypoints

_FURTHER = 255  # a byte of `near` that stands for no article
_MANY = 255  # times that are told elsewhere
_BLOCK = 1 << 16  # articles that two bytes number
_FORMS = 64  # terms up to which postings are read term by term,
_LONG = 256  # and of more terms those with so many
_NOTED = 24  # terms whose waypoints are kept: 2 MB for 100,000 articles


class Read(NamedTuple):
    """Postings of several terms, one term after the other."""

    terms: Array
    counts: Array  # how many of the postings belong to each term
    docs: Array
    times: Array  # how often the term stands there


class _Kept(NamedTuple):
    """Where the postings of several terms are kept: a number each for every term."""

    counts: Array
    begins: Array
    near_begins: Array
    sizes: Array
    far_begins: Array


class Postings:
    """The postings of one field of a segment."""

    def __init__(self, file: Mapped, field: str) -> None:
        self._counts = Directory(file, f"{field}.counts")
        self._sizes = Directory(file, f"{field}.near_sizes")
        self._near = file.array(f"{field}.near")
        self._far = file.array(f"{field}.far")
        high = f"{field}.far_high"
        self._high = file.array(high) if high in file else None
        self._times = file.array(f"{field}.times")
        self._often_at = file.array(f"{field}.often_at")
        self._often = file.array(f"{field}.often")
        self._waypoints: dict[int, Waypoints | None] = {}

    def articles(self, terms: Array) -> Array:
        """In how many articles each term stands, deleted ones included."""
        return self._counts.spans(terms)[1]

    @property
    def counts(self) -> Array:
        """In how many articles each of all terms stands."""
        return self._counts.all

    @cached_property
    def _far_begins(self) -> Array:
        """Where the postings of each term begin among the far ones."""
        far = np.where(self._sizes.all == 0, self._counts.all, 0)
        return offsets(far).astype(np.uint32)

    def waypoints(self, term: int) -> Waypoints | None:
        """For looking a frequent term up in few articles; None where it cannot be."""
        found = self._waypoints.get(term)
        if found is None and term not in self._waypoints:
            if len(self._waypoints) >= _NOTED:
                self._waypoints.clear()
            found = self._waypoints[term] = self._noted(np.array([term]))
        return found

    def _noted(self, term: Array) -> Waypoints | None:
        (begin,), (count,) = self._counts.spans(term)
        (near,), (size,) = self._sizes.spans(term)
        if size != count:
            return None
        read = self.read(term)
        return Waypoints(
            self._near[near : near + size], self._times[begin : begin + count], *read[2:]
        )

    def read(self, terms: Array) -> Read:
        """The postings of these terms, which must rise."""
        if not len(terms):
            return Read(terms, terms, terms, terms)
        begins, counts = self._counts.spans(terms)
        near_begins, sizes = self._sizes.spans(terms)
        kept = _Kept(counts, begins, near_begins, sizes, self._far_begins[terms].astype(np.int64))
        ends = offsets(counts)
        docs, times = np.empty((2, int(ends[-1])), np.int64)
        short = counts < _LONG if len(terms) > _FORMS else np.zeros(len(terms), bool)
        long = np.flatnonzero(~short)
        for end, *places in zip(*(one[long].tolist() for one in (ends[1:], *kept)), strict=True):
            stretch = slice(end - places[0], end)
            self._one(places, docs[stretch], times[stretch])
        if len(long) < len(terms):
            few = _Kept(*(column[short] for column in kept))
            into = ranges(ends[:-1][short], few.counts)
            docs[into] = self._many(few)
            times[into] = self._times[ranges(few.begins, few.counts)]
        often = np.flatnonzero(times == _MANY)
        if len(often):
            of = np.searchsorted(ends, often, "right") - 1
            posting = often + (begins - ends[:-1])[of]
            times[often] = self._often[np.searchsorted(self._often_at, posting)]
        return Read(terms, counts, docs, times)

    def _one(self, kept: Sequence[int], docs: Array, times: Array) -> None:
        """The postings of one term, put where they belong."""
        count, begin, near, size, far = kept
        if size == count:  # no step is further than a byte tells
            self._near[near : near + size].cumsum(out=docs)
        elif size:
            packed = self._near[near : near + size]
            docs[:] = packed.cumsum(dtype=np.int64)[packed != _FURTHER]
        else:
            docs[:] = self._numbers(slice(far, far + count))
        times[:] = self._times[begin : begin + count]

    def _many(self, kept: _Kept) -> Array:
        """The articles of many terms that are in few articles each."""
        counts, _, near_begins, sizes, far_begins = kept
        is_near = sizes > 0
        near = _near(self._near[ranges(near_begins, sizes)], sizes[is_near])
        far = self._numbers(ranges(far_begins[~is_near], counts[~is_near]))
        if not len(far):
            return near
        of_near = np.repeat(is_near, counts)
        docs = np.empty(len(of_near), np.int64)
        docs[np.flatnonzero(of_near)] = near
        docs[np.flatnonzero(~of_near)] = far
        return docs

    def _numbers(self, which: Array | slice) -> Array:
        """The articles of far postings."""
        found: Array = self._far[which].astype(np.int64)
        if self._high is not None:
            found += self._high[which].astype(np.int64) << 16
        return found


def _near(packed: Array, sizes: Array) -> Array:
    if not len(packed):
        return np.zeros(0, np.int64)
    docs = running(packed, sizes)
    if packed.max() != _FURTHER:
        return docs
    found: Array = docs.take(np.flatnonzero(packed != _FURTHER), mode="clip")
    return found


class Packed(NamedTuple):
    """The postings of several terms as they are kept."""

    counts: Array
    sizes: Array  # bytes of each term's near postings; 0: it is far
    near: Array
    far: Array
    times: Array
    often_at: Array
    often: Array


def packed_postings(counts: Array, docs: Array, times: Array) -> Packed:
    """The postings of several terms, one term after the other, as they are kept."""
    firsts = offsets(counts)[:-1]
    apart = steps(docs, firsts)
    each = apart // _FURTHER + 1
    sizes = np.add.reduceat(each, firsts) if len(counts) else each
    far = sizes > 2 * counts
    sizes[far] = 0
    is_far = np.repeat(far, counts)
    ends = np.cumsum(each[~is_far])
    near = np.full(int(ends[-1]) if len(ends) else 0, _FURTHER, np.uint8)
    near[ends - 1] = apart[~is_far] % _FURTHER
    often = np.flatnonzero(times >= _MANY)
    return Packed(
        counts,
        sizes,
        near,
        docs[is_far],
        np.minimum(times, _MANY).astype(np.uint8),
        often,
        times[often],
    )


def put_places(writing: Writing, field: str, counts: Array, sizes: Array) -> None:
    """Write where the postings of each term begin."""
    put_sizes(writing, f"{field}.counts", counts)
    put_sizes(writing, f"{field}.near_sizes", sizes)


def put_often(writing: Writing, field: str, often_at: Array, often: Array) -> None:
    """Write which postings stand for very many occurrences."""
    writing.put(f"{field}.often_at", smallest(often_at))
    writing.put(f"{field}.often", smallest(often))


def put_postings(writing: Writing, field: str, packed: Packed) -> None:
    """Write the postings of a field."""
    put_places(writing, field, packed.counts, packed.sizes)
    writing.put(f"{field}.near", packed.near)
    low, high = halves(packed.far)
    writing.put(f"{field}.far", low)
    if high.any():
        writing.put(f"{field}.far_high", high)
    writing.put(f"{field}.times", packed.times)
    put_often(writing, field, packed.often_at, packed.often)


def halves(docs: Array) -> tuple[Array, Array]:
    """Numbers of articles as two bytes and a third."""
    return (docs & (_BLOCK - 1)).astype("<u2"), (docs >> 16).astype(np.uint8)
