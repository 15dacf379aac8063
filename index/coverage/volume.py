"""How many articles two sides have when: beside those meant, all that the archive has of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from index.coverage.result import Article, Stretch
from index.facets import stretch, stretches, unit_for
from index.results import Unit

DAYS = 14  # that are told one by one; a longer time is told in weeks, months or years


def volume(left: Sequence[Article], right: Sequence[Article]) -> tuple[Unit, tuple[Stretch, ...]]:
    """Stretches without a gap from the first to the last day of what is meant; undated left out."""
    days = [one.published for one in (*left, *right) if one.meant and one.published]
    if not days:
        return "day", ()
    begin, end = min(days), max(days)
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    unit = unit_for(first, last, DAYS)
    counts = [
        Counter(
            stretch(date.fromisoformat(one.published), unit)
            for one in side
            if one.published and begin <= one.published <= end and (one.meant or every)
        )
        for side in (left, right)
        for every in (False, True)
    ]
    return unit, tuple(
        Stretch(when, *(counted[when] for counted in counts))
        for when in stretches(first, last, unit)
    )
