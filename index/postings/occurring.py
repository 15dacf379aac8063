"""Where one word of a query stands in one segment, and what of it stands beside given places.

A place is an article's number and a position in one rising number. A rare word is read in the
articles that matter; a frequent one is only looked up at the places that are asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import numpy as np

from index.postings.arrays import Array, distinct, offsets, ranges, tallied
from index.postings.postings import Read
from index.postings.segment import Terms
from index.postings.spans import PLACES, bounds

_OFTEN = 4  # times as many occurrences as places from which they are looked up, not read
_AT_ONCE = 1 << 14  # places that are looked up in one go
_FORMS = 12  # forms of a word up to which each is looked up by itself
_POSITION = (1 << PLACES) - 1


class Occurring:
    """A word, with all forms that it stands for, in one segment."""

    def __init__(self, offset: int, part: Terms, read: Read) -> None:
        self.offset, self.part, self.read = offset, part, read
        self.often = int(read.times.sum())

    def expected(self, articles: int) -> float:
        """About how often it stands in so many articles, all of which hold it."""
        return self.often * articles / max(1, len(self.read.docs))

    def looked_up(self, places: int, articles: int) -> bool:
        """Whether so many places, in so many articles, are sooner looked up than all read."""
        return len(self.read.terms) <= _FORMS and self.expected(articles) > _OFTEN * places

    def places(self, alive: Array) -> Array:
        """Where it stands in the marked articles, each place once."""
        wanted = np.flatnonzero(alive.take(self.read.docs, mode="clip"))
        times, positions = self.part.positions.read(self.read, wanted)
        found = np.repeat(self.read.docs[wanted] << PLACES, times)
        found += positions
        return distinct(found) if len(self.read.terms) > 1 else found

    def near(self, places: Array, before: int, after: int) -> Array:
        """Where it stands so many words before or after some rising places, or nearer."""
        found = [np.zeros(0, np.int64)]
        for _, piece in _pieces(places):
            for has, first, times in self._postings(piece):
                of = piece[has] & _POSITION
                low, high = self.part.positions.bounds(first, times, of - before, of + after)
                low[1:] = np.maximum(low[1:], high[:-1])  # what two windows share is taken once
                counts = np.maximum(high - low, 0)
                some = np.flatnonzero(counts)
                counts = counts[some]
                standing = np.repeat((piece[has] - of)[some], counts)
                standing += self.part.positions.at(ranges(low[some], counts))
                found.append(standing)
        return distinct(np.concatenate(found))

    def holds(self, places: Array) -> Array:
        """At which of some rising places it stands."""
        found = np.zeros(len(places), bool)
        for piece, at in _pieces(places):
            for has, first, times in self._postings(at):
                found[piece][has] |= self.part.positions.holds(first, times, at[has] & _POSITION)
        return found

    def counted(self, places: Array, low: Array, high: Array) -> Array:
        """How often it stands from one position to another, for each of some rising places."""
        if not self._looked_up_at(places):
            articles = places & ~_POSITION
            keys = self.places(bounds(self.part.size, articles >> PLACES))
            begin = np.searchsorted(keys, articles + np.maximum(low, 0))
            return np.searchsorted(keys, articles + high, "right") - begin
        found = np.zeros(len(places), np.int64)
        for piece, at in _pieces(places):
            for has, first, times in self._postings(at):
                bound = low[piece][has], high[piece][has]
                begin, end = self.part.positions.bounds(first, times, *bound)
                found[piece][has] += end - begin
        return found

    def sides(self, places: Array, reach: int, high: Array) -> tuple[Array, Array]:
        """For each place whether it stands less than `reach` before it, and how often after it.

        After it means: up to a position, `high`. It stands at none of the places themselves.
        """
        if not self._looked_up_at(places):
            articles = places & ~_POSITION
            keys = self.places(bounds(self.part.size, articles >> PLACES))
            begin = np.searchsorted(keys, places)
            near = keys[np.maximum(begin - 1, 0)] if len(keys) else places
            before = (begin > 0) & (places - near < reach)
            return before, np.searchsorted(keys, articles + high, "right") - begin
        before, after = np.zeros(len(places), bool), np.zeros(len(places), np.int64)
        for piece, at in _pieces(places):
            for has, first, times in self._postings(at):
                position = at[has] & _POSITION
                left, right = self.part.positions.sides(
                    first, times, position, reach, high[piece][has]
                )
                before[piece][has] |= left
                after[piece][has] += right
        return before, after

    def _looked_up_at(self, places: Array) -> bool:
        articles = int(np.count_nonzero(np.diff(places >> PLACES))) + 1
        return self.looked_up(len(places), articles)

    def _postings(self, places: Array) -> Iterator[tuple[Array | slice, Array, Array]]:
        """For each form: which of the places it has postings for, and of each of these places
        the first occurrence in the article, and how many there are.
        """
        docs, often = tallied(places >> PLACES)
        for held, first, times in self._forms:
            found, posting = self._held(held, docs)
            first, times = first[posting], times[posting]
            if len(found) == len(docs):
                yield slice(None), np.repeat(first, often), np.repeat(times, often)
            elif len(found):
                each = often[found]
                has = ranges((np.cumsum(often) - often)[found], each)
                yield has, np.repeat(first, each), np.repeat(times, each)

    @cached_property
    def _forms(self) -> list[tuple[Array, Array, Array]]:
        """For each form: its articles, the first occurrence in each, and how many there are."""
        begins, ends = self.part.positions.begins(self.read), offsets(self.read.counts).tolist()
        return [(self.read.docs[a:b], begins[a:b], self.read.times[a:b]) for a, b in pairwise(ends)]

    def _held(self, held: Array, docs: Array) -> tuple[Array, Array]:
        """Which of some rising articles are held, and the posting of each of these."""
        if len(held) == self.part.size:
            return np.arange(len(docs)), docs
        low, high = np.searchsorted(held, (docs[0], docs[-1] + 1)).tolist()
        held = held[low:high]
        if len(held) < len(docs):
            has = np.searchsorted(docs, held)
            posting = np.flatnonzero(docs[has] == held)
            return has[posting], posting + low
        posting = np.searchsorted(held, docs)
        posting[posting == len(held)] = 0
        has = np.flatnonzero(held[posting] == docs)
        return has, posting[has] + low


def _pieces(places: Array) -> Iterator[tuple[slice, Array]]:
    """Some places at a time: what is worked on stays in the cache."""
    for begin in range(0, len(places), _AT_ONCE):
        piece = slice(begin, begin + _AT_ONCE)
        yield piece, places[piece]
