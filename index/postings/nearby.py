"""How often the parts of a query stand in each article, where nobody asks at which places.

Spans are built only where they must be. Two words near each other, the commonest question and,
of frequent words, the dearest, are counted at the places of the rarer one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from index.postings.arrays import Array
from index.postings.occurring import Occurring
from index.postings.pairs import counted as counted_pair
from index.postings.pairs import whole_pair
from index.postings.places import Among, Beside, Places, Row, occurring
from index.postings.scoring import Counted
from index.postings.snapshot import Snapshot
from index.postings.spans import PLACES
from index.query.shapes import Anything, Shape
from index.query.watch import Watch

_Counting = Callable[[Occurring, Array, bool], Array]
"""How often for each place of the rarer word, from the other one, these places, and whether the
rarer one was asked first."""


def counted(places: Places, snapshot: Snapshot, field: str) -> list[Counted]:
    """In which articles a part stands in a field, and at how many spans."""
    found = _counted(places, snapshot, field)
    return [places.of(snapshot, field, None).counted(field)] if found is None else found


def _counted(places: Places, snapshot: Snapshot, field: str) -> list[Counted] | None:
    match places:
        case Row():
            pair = whole_pair(snapshot, field, places.shapes)
            if pair is not None:
                return counted_pair(snapshot, field, pair)
            starts = places.starts(snapshot, field)
            return [_by_article(field, base, at, None) for base, at in starts]
        case Among() if len(places.wanted) == 2 and places.wanted.total() == 2:
            reach = places.reach

            def stretches(other: Occurring, at: Array, first: bool) -> Array:
                # One ends at each place of either word: this counts both kinds of ends.
                position = at & ((1 << PLACES) - 1)
                high = position + (reach - 1)
                gap = np.diff(at, append=at[-1:] + reach)
                high = np.minimum(high, position + gap - 1)
                before, after = other.sides(at, reach, high)
                return after + before

            return _two(snapshot, field, list(places.wanted), places.watch, stretches)
        case Beside(left=Row(shapes=(one,)), right=Row(shapes=(other,))):
            distance = places.distance

            def near(other: Occurring, at: Array, first: bool) -> Array:
                position = at & ((1 << PLACES) - 1)
                low, high = position - distance, position + distance
                if places.ordered and first:
                    low = position
                elif places.ordered:
                    high = position
                return other.counted(at, low, high)

            return _two(snapshot, field, [one, other], places.watch, near)
    return None


def _two(
    snapshot: Snapshot, field: str, shapes: Sequence[Shape], watch: Watch, count: _Counting
) -> list[Counted] | None:
    """Two words near each other; None where one word of a text can be both of them."""
    if any(isinstance(shape, Anything) for shape in shapes):
        return None
    found = []
    for base, words, alive in occurring(snapshot, field, shapes, watch, None):
        rarer, other = sorted(words, key=lambda one: one.word.often)
        if np.isin(rarer.word.terms, other.word.terms).any():
            return None
        articles = int(np.count_nonzero(alive))
        at = rarer.word.at_once(rarer.word.expected(articles)).places(alive)
        first = rarer.offset < other.offset
        times = count(other.word.at_once(len(at)), at, first) if len(at) else at
        found.append(_by_article(field, base, at, times))
    return found


def _by_article(field: str, base: int, places: Array, times: Array | None) -> Counted:
    """Rising places, with how often each of them counts (None: once), added up by article."""
    docs = places >> PLACES
    fresh = np.ones(len(docs), bool)
    np.not_equal(docs[1:], docs[:-1], out=fresh[1:])
    firsts = np.flatnonzero(fresh)
    docs = docs[firsts]
    if times is None:
        return Counted(field, docs, np.diff(firsts, append=len(places)), base)
    sums = np.add.reduceat(times, firsts) if len(firsts) else times
    held = np.flatnonzero(sums)
    return Counted(field, docs[held], sums[held], base)
