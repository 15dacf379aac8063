"""Positions of a field: where in its article each posting's words stand.

Two bytes an occurrence, in the order of the postings, so the words of any article are found by
counting, and a phrase reads only what lies in the articles that hold all its words. Positions
of 65,536 and beyond keep their upper half among `beyond`.
Invariant: positions of a posting rise, and it has as many as its `times`.
"""

from __future__ import annotations

import numpy as np

from index.postings.arrays import Array, offsets, ranges, smallest
from index.postings.directory import Directory, put_sizes
from index.postings.format import Mapped, Writing
from index.postings.postings import Read

_LOW = 0xFFFF
_AT_ONCE = 1 << 14  # postings that are halved in one go: what is worked on stays in the cache
_SPARSE = 3  # postings to one long enough for a step up to which all of them take it


class Occurrences:
    """Positions of postings, one posting after the other from the first occurrence on."""

    def __init__(self, low: Array, beyond_at: Array, beyond: Array) -> None:
        self._low, self._beyond_at, self._beyond = low, beyond_at, beyond

    def read(self, found: Read, wanted: Array) -> tuple[Array, Array]:
        """The positions of the wanted postings: (how many of each, all in a row).

        `wanted` are places in `found`, rising.
        """
        if len(wanted) == len(found.docs) and _in_a_row(found.terms):
            return found.times, self.between(*self.stretch(found.terms))
        times = found.times[wanted]
        return times, self.at(ranges(self.begins(found)[wanted], times))

    def begins(self, found: Read) -> Array:
        """The number of the first occurrence of each posting."""
        return offsets(found.times)[:-1]

    def first(self, term: int) -> int:
        """The number of the first occurrence of a term."""
        return 0

    def stretch(self, terms: Array) -> tuple[int, int]:
        """The numbers of the first occurrence of a run of terms and of the one after the last."""
        return 0, len(self._low)

    def at(self, occurrences: Array) -> Array:
        """The positions of some occurrences."""
        found: Array = self._low.take(occurrences, mode="clip").astype(np.int64)
        if len(self._beyond_at):
            place = np.searchsorted(self._beyond_at, occurrences)
            place[place == len(self._beyond_at)] = 0
            far = self._beyond_at[place] == occurrences
            found[far] += self._beyond[place[far]].astype(np.int64) << 16
        return found

    def bounds(self, first: Array, times: Array, low: Array, high: Array) -> tuple[Array, Array]:
        """Which occurrences of each posting stand from `low` to `high`: the first, and the end.

        The first is looked for by halving all postings at once; few occurrences lie so close
        that the end is not soon found by walking on.
        """
        begin, ends = self._halved(first, times, low), first + times
        on = (begin < ends) & (self._value(begin) <= high)
        end = begin + on
        walking = np.flatnonzero(on)
        while len(walking):
            at = end[walking]
            on = (at < ends[walking]) & (self._value(at) <= high[walking])
            walking = walking[on]
            end[walking] += 1
        return begin, end

    def sides(
        self, first: Array, times: Array, at: Array, reach: int, high: Array
    ) -> tuple[Array, Array]:
        """Of each posting: whether an occurrence stands less than `reach` before a position, and
        how many stand after it, up to another position. None stands at the position itself.
        """
        begin, ends = self._halved(first, times, at), first + times
        before = begin > first
        before &= self._value(begin - 1) > at - reach
        after = np.zeros(len(first), np.int64)
        walking = np.flatnonzero((begin < ends) & (self._value(begin) <= high))
        while len(walking):
            after[walking] += 1
            place = begin[walking] + after[walking]
            on = (place < ends[walking]) & (self._value(place) <= high[walking])
            walking = walking[on]
        return before, after

    def holds(self, first: Array, times: Array, places: Array) -> Array:
        """Which postings have an occurrence at the place that is asked of each."""
        at = self._halved(first, times, places)
        found: Array = (at < first + times) & (self._value(at) == places)
        return found

    def _halved(self, first: Array, times: Array, bound: Array) -> Array:
        """The first occurrence of each posting that stands at a bound or after it."""
        found = np.empty(len(first), np.int64)
        for begin in range(0, len(first), _AT_ONCE):
            some = slice(begin, begin + _AT_ONCE)
            self._halve(found[some], first[some], times[some], bound[some])
        return found

    def _halve(self, found: Array, first: Array, times: Array, bound: Array) -> None:
        """The same for a stretch of postings, into `found`.

        What is left to look at is always a power of two of occurrences, so that no step leads out
        of the posting: either the first so many, or the last so many.
        """
        limit = bound - 1  # the occurrence looked for stands behind all that stand here or before
        if not len(self._beyond_at):
            limit = np.clip(limit, 0, _LOW).astype(np.uint16)  # no other width is compared so fast
        left = (
            _POWERS.take(times, mode="clip") if int(times.max()) < len(_POWERS) else _power(times)
        )
        np.subtract(times, left, out=found)
        found += first
        before = self._value(found - 1) <= limit
        before &= found > first
        np.copyto(found, first, where=~before)
        step = int(left.max()) >> 1
        further = np.empty(len(first), np.int64)
        while step:
            long = left > step
            count = np.count_nonzero(long)
            if count * _SPARSE < len(first):
                some = np.flatnonzero(long)
                at = found.take(some)
                at += (self._value(at + (step - 1)) <= limit.take(some)) * step
                found[some] = at
            else:
                np.add(found, step - 1, out=further)
                before = self._value(further) <= limit
                before &= long
                np.multiply(before, step, out=further)
                found += further
            step >>= 1
        found += self._value(found) <= limit
        np.copyto(found, first, where=bound < 1)

    def _value(self, occurrences: Array) -> Array:
        """Positions, whatever there is for numbers behind the last."""
        if len(self._beyond_at):
            return self.at(np.minimum(occurrences, len(self._low) - 1))
        return self._low.take(occurrences, mode="wrap")

    def between(self, first: int, last: int) -> Array:
        """The positions of a run of occurrences."""
        found: Array = self._low[first:last].astype(np.int64)
        if len(self._beyond_at):
            low, high = np.searchsorted(self._beyond_at, (first, last))
            at = self._beyond_at[low:high].astype(np.int64) - first
            found[at] += self._beyond[low:high].astype(np.int64) << 16
        return found


class Positions(Occurrences):
    """The positions of one field of a segment."""

    def __init__(self, file: Mapped, field: str) -> None:
        self._occurrences = Directory(file, f"{field}.occurrences")
        super().__init__(
            file.array(f"{field}.positions"),
            file.array(f"{field}.beyond_at"),
            file.array(f"{field}.beyond"),
        )

    @property
    def counts(self) -> Array:
        """How often each of all terms stands anywhere."""
        return self._occurrences.all

    def times(self, terms: Array) -> Array:
        """How often some terms stand anywhere."""
        return self._occurrences.spans(terms)[1]

    def first(self, term: int) -> int:
        """The number of the first occurrence of a term."""
        return int(self._occurrences.begins[term])

    def begins(self, found: Read) -> Array:
        """The number of the first occurrence of each posting."""
        begins = super().begins(found)
        if len(found.terms) == 1 or _in_a_row(found.terms):
            begins += self.first(int(found.terms[0]))
            return begins
        firsts = offsets(found.counts)[:-1]
        first = self._occurrences.spans(found.terms)[0]
        begins += np.repeat(first - begins[firsts], found.counts)
        return begins

    def stretch(self, terms: Array) -> tuple[int, int]:
        """The numbers of the first occurrence of a run of terms and of the one after the last."""
        return self._occurrences.stretch(int(terms[0]), int(terms[-1]) + 1)


def _power(numbers: Array) -> Array:
    """The highest power of two that is not above each number."""
    found: Array = np.left_shift(1, np.frexp(numbers.astype(np.float64))[1].astype(np.int64) - 1)
    return found


_POWERS = np.maximum(_power(np.maximum(np.arange(1 << 12), 1)), 0)


def _in_a_row(terms: Array) -> bool:
    return int(terms[-1]) - int(terms[0]) + 1 == len(terms)


def put_positions(writing: Writing, field: str, occurrences: Array, positions: Array) -> None:
    """Write the positions of a field, and how many each term has."""
    put_occurrences(writing, field, occurrences)
    writing.put(f"{field}.positions", (positions & _LOW).astype("<u2"))
    beyond = np.flatnonzero(positions > _LOW)
    put_beyond(writing, field, beyond, positions[beyond] >> 16)


def put_occurrences(writing: Writing, field: str, occurrences: Array) -> None:
    """Write how often each term stands anywhere."""
    put_sizes(writing, f"{field}.occurrences", occurrences)


def put_beyond(writing: Writing, field: str, beyond_at: Array, beyond: Array) -> None:
    """Write which occurrences stand far on in their article, and the upper half of where."""
    writing.put(f"{field}.beyond_at", smallest(beyond_at))
    writing.put(f"{field}.beyond", smallest(beyond))
