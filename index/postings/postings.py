"""Postings of a field: for every term the articles it stands in, and how often.

Kept so that next to nothing is computed when they are read. A frequent term's articles are
`near`: the step from the article before as one byte, and 255 for "255 further, no article
here". A rare term's are `far`: their numbers in two bytes, a third beside them where a segment
is large. How often a term stands in an article is one byte, and 255 or more an entry among
`often`. Invariants: every term has a posting; the articles of a term rise; a term is near or
far as a whole, whichever is smaller.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.postings.arrays import Array, offsets, ranges, running, smallest, steps
from index.postings.directory import Directory, put_sizes
from index.postings.format import Mapped, Writing

_FURTHER = 255  # a byte of `near` that stands for no article
_MANY = 255  # times that are told elsewhere
_BLOCK = 1 << 16  # articles that two bytes number
_FORMS = 64  # terms up to which postings are put together term by term


class Read(NamedTuple):
    """Postings of several terms, one term after the other."""

    terms: Array
    counts: Array  # how many of the postings belong to each term
    docs: Array
    times: Array  # how often the term stands there


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

    def read(self, terms: Array) -> Read:
        """The postings of these terms, which must rise."""
        if not len(terms):
            return Read(terms, terms, terms, terms)
        first, last = int(terms[0]), int(terms[-1]) + 1
        if len(terms) == 1:
            return self._one(terms, first)
        if last - first == len(terms):
            return self._slice(terms, first, last)
        begins, counts = self._counts.spans(terms)
        near_begins, sizes = self._sizes.spans(terms)
        is_near = sizes > 0
        far_begins = self._far_begins[terms[~is_near]].astype(np.int64)
        docs = _joined(
            is_near,
            counts,
            _near(self._near[ranges(near_begins, sizes)], sizes[is_near]),
            self._numbers(ranges(far_begins, counts[~is_near])),
        )
        return Read(terms, counts, docs, self._often_in(ranges(begins, counts)))

    def _one(self, terms: Array, term: int) -> Read:
        first, last = self._counts.stretch(term, term + 1)
        begin, end = self._sizes.stretch(term, term + 1)
        if begin < end:
            docs = _near(self._near[begin:end], terms)
        else:
            far = int(self._far_begins[term])
            docs = self._numbers(slice(far, far + last - first))
        return Read(terms, np.array([last - first]), docs, self._times_between(first, last))

    def _slice(self, terms: Array, first: int, last: int) -> Read:
        places = self._counts.places(first, last)
        near_places = self._sizes.places(first, last)
        counts, sizes = places[1:] - places[:-1], near_places[1:] - near_places[:-1]
        far_first, far_last = int(self._far_begins[first]), int(self._far_begins[last])
        is_near = sizes > 0
        docs = _joined(
            is_near,
            counts,
            _near(self._near[near_places[0] : near_places[-1]], sizes[is_near]),
            self._numbers(slice(far_first, far_last)),
        )
        return Read(terms, counts, docs, self._times_between(int(places[0]), int(places[-1])))

    def _numbers(self, which: Array | slice) -> Array:
        """The articles of far postings."""
        found: Array = self._far[which].astype(np.int64)
        if self._high is not None:
            found += self._high[which].astype(np.int64) << 16
        return found

    def _times_between(self, first: int, last: int) -> Array:
        times: Array = self._times[first:last].astype(np.int64)
        if len(self._often_at):
            low, high = np.searchsorted(self._often_at, (first, last))
            times[self._often_at[low:high].astype(np.int64) - first] = self._often[low:high]
        return times

    def _often_in(self, postings: Array) -> Array:
        times: Array = self._times[postings].astype(np.int64)
        many = np.flatnonzero(times == _MANY)
        if len(many):
            times[many] = self._often[np.searchsorted(self._often_at, postings[many])]
        return times


def _near(packed: Array, sizes: Array) -> Array:
    if not len(packed):
        return np.zeros(0, np.int64)
    docs = running(packed, sizes)
    if packed.max() != _FURTHER:
        return docs
    found: Array = docs.take(np.flatnonzero(packed != _FURTHER), mode="clip")
    return found


def _joined(is_near: Array, counts: Array, near: Array, far: Array) -> Array:
    if not len(far):
        return near
    if not len(near):
        return far
    if len(counts) <= _FORMS:
        return _in_turn(is_near, counts, near, far)
    of_near = np.repeat(is_near, counts)
    docs = np.empty(len(of_near), np.int64)
    docs[np.flatnonzero(of_near)] = near
    docs[np.flatnonzero(~of_near)] = far
    return docs


def _in_turn(is_near: Array, counts: Array, near: Array, far: Array) -> Array:
    """The same for the few forms of a word: copied term by term."""
    pieces, begins = [], [0, 0]
    for of_near, count in zip(is_near.tolist(), counts.tolist(), strict=True):
        begin = begins[of_near]
        begins[of_near] = begin + count
        pieces.append((near if of_near else far)[begin : begin + count])
    return np.concatenate(pieces)


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
