"""What the articles found have in common, counted over all of them, not only those shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from index.results import Histogram, Unit

Counts = tuple[tuple[str, int], ...]

_DAYS, _WEEKS, _MONTHS = 45, 60, 120  # bars that still fit a screen's width


NAMES = 100  # persons, organisations, places that are listed each
NAME_TYPES = ("person", "organisation", "place")


class Counted(Protocol):
    """What the records must be able to say of a set of articles."""

    def columns(
        self, seqs: Iterable[int]
    ) -> Iterator[tuple[int, str | None, str | None, list[str]]]:
        """(seq, outlet, published, agencies) of these articles."""
        ...

    def naming_counts(self, seqs: Iterable[int], type_: str, limit: int) -> list[tuple[str, int]]:
        """The names of a type with the number of these articles that mention each."""
        ...


def facets(records: Counted, seqs: Sequence[int]) -> dict[str, Counts]:
    """Counts by outlet, month, names, agency; the months in order, the others by size."""
    outlets: Counter[str] = Counter()
    months: Counter[str] = Counter()
    agencies: Counter[str] = Counter()
    for _, outlet, published, carried in records.columns(seqs):
        if outlet:
            outlets[outlet] += 1
        if published:
            months[published[:7]] += 1
        agencies.update(set(carried))
    counted: dict[str, Counts] = {
        "outlet": _largest(outlets),
        "month": tuple(sorted(months.items())),
    }
    for type_ in NAME_TYPES:
        counted[type_] = tuple(records.naming_counts(seqs, type_, NAMES))
    return counted | {"agency": _largest(agencies), "story": ()}


def histogram(days: Iterable[str | None]) -> Histogram:
    """How many of some articles were published when: by day, week, month or year, as fits.

    `days` are days of publication; every stretch from the first to the last is there, also
    those with none, and what names it is a value of `date:`.
    """
    dated = Counter(day[:10] for day in days if day)
    if not dated:
        return Histogram("day", ())
    first, last = date.fromisoformat(min(dated)), date.fromisoformat(max(dated))
    length = (last - first).days + 1
    unit: Unit = (
        "day" if length <= _DAYS else "week" if length <= 7 * _WEEKS
        else "month" if length <= 31 * _MONTHS else "year"
    )  # fmt: skip
    counts: Counter[str] = Counter()
    for day, count in dated.items():
        counts[_stretch(date.fromisoformat(day), unit)] += count
    bars: list[tuple[str, int]] = []
    at = first
    while at <= last and at < date.max:
        name = _stretch(at, unit)
        if not bars or bars[-1][0] != name:
            bars.append((name, counts[name]))
        if unit == "year" and at.year < date.max.year:
            at = date(at.year + 1, 1, 1)
        else:
            at += timedelta(1)
    return Histogram(unit, tuple(bars))


def _stretch(day: date, unit: Unit) -> str:
    """The value of `date:` for the stretch that a day lies in."""
    match unit:
        case "day":
            return day.isoformat()
        case "week":
            monday = day - timedelta(day.weekday())
            return f"{monday}..{monday + timedelta(6)}"
        case "month":
            return day.isoformat()[:7]
        case _:
            return day.isoformat()[:4]


def _largest(counter: Counter[str]) -> Counts:
    return tuple(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
