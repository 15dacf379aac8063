"""How many articles two sides have when: beside those meant, all that the archive has of each.

A stray day of long ago would make every bar a year: where leaving out a few articles gives finer
bars, the bars begin and end with the others, and what lies outside is told by its number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date

from index.answers import Unit
from index.coverage.result import Article, Stretch
from index.facets import stretch, stretches, unit_for

DAYS = 14  # that are told one by one; a longer time is told in weeks, months or years
STRAY = 0.02  # share of the articles that may lie outside, and one of six
FEWEST = 6

Span = tuple[str, str]


def volume(
    left: Sequence[Article], right: Sequence[Article]
) -> tuple[Unit, Span | None, tuple[Stretch, ...]]:
    """Stretches without a gap over the days of what is meant; undated left out."""
    days = sorted(one.published for one in (*left, *right) if one.meant and one.published)
    if not days:
        return "day", None, ()
    begin, end = span_of(days)
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    unit = unit_for(first, last, DAYS)
    of_day = {
        day: stretch(date.fromisoformat(day), unit)
        for day in {one.published for side in (left, right) for one in side if one.published}
        if begin <= day <= end
    }
    counts = [
        Counter(
            of_day[one.published]
            for one in side
            if one.published in of_day and (one.meant or every)
        )
        for side in (left, right)
        for every in (False, True)
    ]
    bars = (
        Stretch(when, *(counted[when] for counted in counts))
        for when in stretches(first, last, unit)
    )
    return unit, (begin, end), tuple(bars)


def span_of(days: Sequence[str]) -> Span:
    """The first and last of these days (in order), without strays that would coarsen the bars."""
    spare = max(1, int(STRAY * len(days))) if len(days) >= FEWEST else 0
    whole = days[0], days[-1]
    if not spare or _unit(*whole) == "day":
        return whole
    windows = [(days[at], days[at - spare - 1]) for at in range(spare + 1)]
    inner = min(windows, key=lambda one: _length(*one))
    unit = _unit(*inner)
    if unit == _unit(*whole) or 2 * _length(*inner) > _length(*whole):
        return whole
    first, last = bisect_left(days, inner[0]), bisect_right(days, inner[1]) - 1
    while first and _unit(days[first - 1], days[last]) == unit:
        first -= 1
    while last + 1 < len(days) and _unit(days[first], days[last + 1]) == unit:
        last += 1
    return days[first], days[last]


def _unit(first: str, last: str) -> Unit:
    return unit_for(date.fromisoformat(first), date.fromisoformat(last), DAYS)


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
