"""Where one word of a query stands in one segment, and what of it stands beside given places.

A place is an article's number and a position in one rising number. A rare word is read in the
articles that matter; a frequent one is only looked up at the places that are asked about. Its
postings are read when they are first needed: never, where few articles are asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy as np

from index.postings.arrays import Array, distinct, offsets, ranges
from index.postings.positions import Occurrences
from index.postings.postings import Read
from index.postings.segment import Terms
from index.postings.spans import PLACES, bounds
from index.postings.waypoints import FEW

_OFTEN = 4  # times as many occurrences as places from which they are looked up, not read
_OFTEN_NEAR = 1  # the same where two bounds of each place are looked for, not one
_AT_ONCE = 1 << 14  # places that are looked up in one go
_FORMS = 12  # forms of a word up to which each is looked up by itself
_WORTH = 24  # occurrences to one place up to which a word is worth to be remembered as one form
_NEARLY = 1.4  # articles of a word to one that matters up to which all of them are read
_TABLED = 16  # articles to one place up to which postings are looked up in a table
_POSITION = (1 << PLACES) - 1


class Remembering(Protocol):
    """What knows words as one form."""

    def of(self, word: Occurring) -> Occurring:
        """The word as one form, or as it is."""
        ...


class Occurring:
    """A word, with all forms that it stands for, in one segment."""

    def __init__(
        self,
        part: Terms,
        terms: Array,
        one_form: Remembering | None = None,
        together: Read | None = None,
    ) -> None:
        """`one_form` remembers very frequent words with their forms put together; `together`
        are the postings of such a one.
        """
        self.part, self.terms, self._one_form = part, terms, one_form
        self.positions: Occurrences = part.positions
        if together is not None:
            self.read, self.forms = together, 1
            self.counts, self.often = together.counts, int(together.times.sum())
        else:
            self.forms, self.counts = len(terms), part.postings.articles(terms)
            self.often = int(part.positions.times(terms).sum())

    @cached_property
    def read(self) -> Read:
        """All its postings."""
        return self.part.read(self.terms)

    @property
    def most(self) -> int:
        """In how many articles its most frequent form stands."""
        return int(self.counts.max())

    def at_once(self, places: float) -> Occurring:
        """The word with all its forms as one, where that is remembered; for so many places."""
        if self._one_form is None or self.forms == 1 or places * _WORTH < self.often:
            return self
        return self._one_form.of(self)

    def expected(self, articles: int) -> float:
        """About how often it stands in so many articles, all of which hold it."""
        return self.often * articles / max(1, int(self.counts.sum()))

    def unread(self, places: int) -> bool:
        """Whether it need not be read to be looked up at so few places."""
        return "read" not in self.__dict__ and self.forms <= _FORMS and self.most > FEW * places

    def looked_up(self, places: int, articles: int, times: float | None = None) -> bool:
        """Whether so many places, in so many articles, are sooner looked up than all read."""
        least = places * (_OFTEN if times is None else times)
        return self.forms <= _FORMS and self.expected(articles) > least

    def places(self, alive: Array) -> Array:
        """Where it stands in the marked articles, each place once."""
        found = self.runs(alive)
        return np.sort(found, kind="stable") if self.forms > 1 else found

    def runs(self, alive: Array) -> Array:
        """The same, but one form after the other: places rise with each form only."""
        return self._standing_in(np.flatnonzero(alive.take(self.read.docs, mode="clip")))

    def runs_at_least(self, alive: Array) -> tuple[Array, bool]:
        """The same, and whether places in other articles are among them.

        Where most of what there is is wanted, all of it is read sooner than most.
        """
        held = alive.take(self.read.docs, mode="clip")
        count = int(np.count_nonzero(held))
        if count < len(held) < count * _NEARLY:
            return self._standing_in(np.arange(len(held))), True
        return self._standing_in(np.flatnonzero(held)), False

    def _standing_in(self, wanted: Array) -> Array:
        """Where it stands in some of its articles, by the numbers of the postings."""
        times, positions = self.positions.read(self.read, wanted)
        found = np.repeat(self.read.docs[wanted] << PLACES, times)
        found += positions
        return found

    def within(self, first: int, beyond: int) -> Array:
        """Where it stands in the articles from the first on up to one beyond."""
        found = [np.zeros(0, np.int64)]
        for held, begins, times in self._forms:
            low, high = np.searchsorted(held, (first, beyond)).tolist()
            if low < high:
                places = np.repeat(held[low:high] << PLACES, times[low:high])
                last = high - 1
                places += self.positions.between(int(begins[low]), int(begins[last] + times[last]))
                found.append(places)
        return np.sort(np.concatenate(found), kind="stable")

    def near(self, places: Array, before: int, after: int) -> Array:
        """Where it stands so many words before or after some rising places, or nearer."""
        found, tabled = [np.zeros(0, np.int64)], self._tabled(places)
        for _, piece in _pieces(places):
            for has, first, times in self._standing(piece, tabled):
                of = piece[has] & _POSITION
                low, high = self.positions.bounds(first, times, of - before, of + after)
                low[1:] = np.maximum(low[1:], high[:-1])  # what two windows share is taken once
                counts = np.maximum(high - low, 0)
                some = np.flatnonzero(counts)
                counts = counts[some]
                standing = np.repeat((piece[has] - of)[some], counts)
                standing += self.positions.at(ranges(low[some], counts))
                found.append(standing)
        return distinct(np.concatenate(found))

    def holds(self, places: Array) -> Array:
        """At which of some rising places it stands."""
        found, tabled = np.zeros(len(places), bool), self._tabled(places)
        frequent_first = np.argsort(-self.counts, kind="stable").tolist()
        for piece, at in _pieces(places):
            left, unread = np.arange(len(at)), self.unread(len(at))
            for number in frequent_first:
                asked = at[left]
                standing = self._standing_as(number, asked, tabled, unread)
                if standing is None:
                    continue
                has, first, times = standing
                held = np.zeros(len(left), bool)
                held[has] = self.positions.holds(first, times, asked[has] & _POSITION)
                found[piece][left[held]] = True
                left = left[~held]
                if not len(left):
                    break
        return found

    def counted(self, places: Array, low: Array, high: Array) -> Array:
        """How often it stands from one position to another, for each of some rising places."""
        if not self._looked_up_at(places):
            articles = places & ~_POSITION
            keys = self.places(bounds(self.part.size, articles >> PLACES))
            begin = np.searchsorted(keys, articles + np.maximum(low, 0))
            return np.searchsorted(keys, articles + high, "right") - begin
        found, tabled = np.zeros(len(places), np.int64), self._tabled(places)
        for piece, at in _pieces(places):
            for has, first, times in self._standing(at, tabled):
                bound = low[piece][has], high[piece][has]
                begin, end = self.positions.bounds(first, times, *bound)
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
        tabled = self._tabled(places)
        for piece, at in _pieces(places):
            for has, first, times in self._standing(at, tabled):
                position = at[has] & _POSITION
                left, right = self.positions.sides(first, times, position, reach, high[piece][has])
                before[piece][has] |= left
                after[piece][has] += right
        return before, after

    def _looked_up_at(self, places: Array) -> bool:
        articles = int(np.count_nonzero(np.diff(places >> PLACES))) + 1
        return self.looked_up(len(places), articles, _OFTEN_NEAR)

    def _tabled(self, places: Array) -> bool:
        return len(places) * _TABLED > self.part.size

    def _standing(
        self, places: Array, tabled: bool
    ) -> Iterator[tuple[Array | slice, Array, Array]]:
        """For each form: at which of the places it stands in the article, and of each of these
        the first occurrence in the article, and how many there are.
        """
        unread = self.unread(len(places))
        for number in range(self.forms):
            found = self._standing_as(number, places, tabled, unread)
            if found is not None:
                yield found

    def _standing_as(
        self, number: int, places: Array, tabled: bool, unread: bool
    ) -> tuple[Array | slice, Array, Array] | None:
        """The same for one form; None where it stands in none of the articles."""
        docs = places >> PLACES
        if unread and int(self.counts[number]) > FEW * len(places):
            waypoints = self.part.postings.waypoints(int(self.terms[number]))
            if waypoints is not None:
                has, before, times = waypoints.find(docs)
                return (has, before + self._begins[number], times) if len(has) else None
        held, first, times = self._form(number, unread)
        if len(held) == self.part.size:
            return slice(None), first.take(docs), times.take(docs)
        if tabled and not unread:
            posting = self._table(number).take(docs)
            has = np.flatnonzero(posting >= 0)
        else:
            posting = np.searchsorted(held, docs)
            has = np.flatnonzero(held.take(posting, mode="clip") == docs)
        if len(has) == len(docs):
            return slice(None), first.take(posting), times.take(posting)
        if not len(has):
            return None
        posting = posting[has]
        return has, first.take(posting), times.take(posting)

    @cached_property
    def _begins(self) -> list[int]:
        """The number of the first occurrence of each form."""
        return [self.positions.first(term) for term in self.terms.tolist()]

    def _form(self, number: int, unread: bool = False) -> tuple[Array, Array, Array]:
        """Of one form: its articles, the first occurrence in each, and how many there are."""
        if not unread:
            return self._forms[number]
        found = self._apart.get(number)
        if found is None:
            read = self.part.read(self.terms[number : number + 1])
            found = self._apart[number] = read.docs, self.positions.begins(read), read.times
        return found

    @cached_property
    def _apart(self) -> dict[int, tuple[Array, Array, Array]]:
        return {}

    @cached_property
    def _forms(self) -> list[tuple[Array, Array, Array]]:
        """The same of all forms."""
        begins, ends = self.positions.begins(self.read), offsets(self.read.counts).tolist()
        return [(self.read.docs[a:b], begins[a:b], self.read.times[a:b]) for a, b in pairwise(ends)]

    def _table(self, number: int) -> Array:
        """For every article which posting of a form it has; -1: none."""
        table = self._tables.get(number)
        if table is None:
            held = self._form(number)[0]
            table = self._tables[number] = np.full(self.part.size, -1, np.int64)
            table[held] = np.arange(len(held))
        return table

    @cached_property
    def _tables(self) -> dict[int, Array]:
        return {}


class Standing(NamedTuple):
    """A word at its place in a row: so many words behind the first."""

    offset: int
    word: Occurring


def _pieces(places: Array) -> Iterator[tuple[slice, Array]]:
    """Some places at a time: what is worked on stays in the cache."""
    for begin in range(0, len(places), _AT_ONCE):
        piece = slice(begin, begin + _AT_ONCE)
        yield piece, places[piece]
