"""What the articles found have in common, counted over all of them, not only those shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from index.answers import Histogram, Unit
from index.days import Days
from index.folding import Groups
from index.outlet_names import OutletNames
from index.postings.arrays import Array

Counts = tuple[tuple[str, int], ...]

_DAYS, _WEEKS, _MONTHS = 45, 60, 120  # bars that still fit a screen's width


NAMES = 100  # persons, organisations, places that are listed each
STORIES = 100  # stories that are listed
ID_DIGITS = 16
NAME_TYPES = ("person", "organisation", "place")


class Counted(Protocol):
    """What the records must be able to say of a set of articles."""

    def naming_counts(
        self, seqs: Sequence[int] | Array, types: Sequence[str], limit: int
    ) -> dict[str, list[tuple[str, int]]]:
        """For each type its names, with the number of these articles that mention each."""
        ...

    def ids_of(self, seqs: Iterable[int]) -> dict[int, str]:
        """The ids of the articles with these numbers."""
        ...


class Matched(Protocol):
    """What the index must be able to say of the articles that were found."""

    @property
    def numbers(self) -> Array:
        """Their numbers in the records."""
        ...

    def labels(self, name: str) -> Counter[str]:
        """How many of them carry each label of a column."""
        ...

    def largest(self, groups: Groups, limit: int) -> list[tuple[int, int]]:
        """The groups with most of them: number of the first article, how many."""
        ...


NOTHING: dict[str, Counts] = dict.fromkeys(("outlet", "month", *NAME_TYPES, "agency", "story"), ())
"""The counts of no articles at all."""


def facets(
    records: Counted, matches: Matched, days: Days, stories: Groups | None, outlets: OutletNames
) -> dict[str, Counts]:
    """Counts by outlet, month, names, agency, story; the months in order, the others by size.

    A story goes by the id of its first article, as far as `story:` needs it; the spellings of one
    outlet count as one, as `outlet:` finds them.
    """
    counted: dict[str, Counts] = {
        "outlet": _largest(outlets.counted(matches.labels("outlets"))),
        "month": days.months(),
    }
    for type_, names in records.naming_counts(matches.numbers, NAME_TYPES, NAMES).items():
        counted[type_] = tuple(names)
    largest = matches.largest(stories, STORIES) if stories else []
    ids = records.ids_of(first for first, _ in largest)
    told = tuple((ids[first][:ID_DIGITS], count) for first, count in largest if first in ids)
    return counted | {"agency": _largest(matches.labels("agencies")), "story": told}


def unlisted(facets: Mapping[str, Counts], stories: int | None) -> tuple[str, ...]:
    """What the lists leave out, in sentences; of `stories` so many the articles found are."""
    told = []
    listed = len(facets.get("story", ()))
    if stories is not None and STORIES <= listed < stories:
        told.append(
            f"Of {stories:,} stories the {listed:,} with most of these articles are listed."
        )
    full = [kind for kind in NAME_TYPES if len(facets.get(kind, ())) >= NAMES]
    if full:
        told.append(f"Of each kind no more than {NAMES} names are listed ({', '.join(full)}): "
                    "those in most of these articles.")  # fmt: skip
    return tuple(told)


def histogram(days: Days) -> Histogram:
    """How many articles were published when: by day, week, month or year, as fits.

    Every stretch from the first to the last is there, also those with none, and what names it
    is a value of `date:`.
    """
    reach = days.reach()
    if reach is None:
        return Histogram("day", ())
    first, last = reach
    unit = unit_for(first, last)
    counts = {stretch(begin, unit): count for begin, count in days.by(unit)}
    bars = tuple((name, counts.get(name, 0)) for name in stretches(first, last, unit))
    return Histogram(unit, bars)


def unit_for(first: date, last: date, days: int = _DAYS) -> Unit:
    """The unit in which a time still fits on a screen; day by day up to `days` of them."""
    length = (last - first).days + 1
    if length <= days:
        return "day"
    return "week" if length <= 7 * _WEEKS else "month" if length <= 31 * _MONTHS else "year"


def stretches(first: date, last: date, unit: Unit) -> list[str]:
    """Every stretch between two days, without a gap."""
    names: list[str] = []
    at: date | None = first
    while at is not None and at <= last:
        names.append(stretch(at, unit))
        at = _next(at, unit)
    return names


def _next(day: date, unit: Unit) -> date | None:
    """The first day of the stretch behind that of a day; None at the end of time."""
    try:
        match unit:
            case "day":
                return day + timedelta(1)
            case "week":
                return day + timedelta(7 - day.weekday())
            case "month":
                return (day.replace(day=1) + timedelta(31)).replace(day=1)
            case _:
                return date(day.year + 1, 1, 1)
    except (OverflowError, ValueError):
        return None


def stretch(day: date, unit: Unit) -> str:
    """The value of `date:` for the stretch that a day lies in."""
    match unit:
        case "day":
            return day.isoformat()
        case "week":
            monday = day - timedelta(day.weekday())
            return f"{monday}..{monday + min(timedelta(6), date.max - monday)}"
        case "month":
            return day.isoformat()[:7]
        case _:
            return day.isoformat()[:4]


def _largest(counter: Counter[str]) -> Counts:
    return tuple(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
