"""Days of one article that agree: its figures come in, those whose year stays open are settled.

A day or month without a year that could be of two years is of the one that the other days told
around it are of: "On Jan. 12, eight days before the inauguration" goes with "On Jan. 10 she said".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from corpus.article import Figure
from corpus.figures.words import MONTHS

_AROUND = 31  # days within which two days of an article are told in one run
_AHEAD = 150  # days ahead of publication to which a day told as past is moved at most
_MONTH = re.compile("|".join(sorted(MONTHS, key=len, reverse=True)))


def agreed(found: Sequence[Figure], published: date | None) -> tuple[Figure, ...]:
    """The figures, with dates of an open year settled by surer ones around them.

    What is told with a year, or by its verb, counts first; then what is told as past.
    """
    if published is None:
        return tuple(found)
    if all(one.sure for one in found):
        return _unlike(found, published)
    dated = [(one, day) for one in found if (day := _day(one)) is not None]
    surely = sorted(day for one, day in dated if one.sure)
    whole = sorted(day for one, day in dated if one.sure and one.unit == "day")
    before = sorted(day for one, day in dated if not one.sure and day < published)
    settled: list[Figure] = []
    for one in found:
        day = None if one.sure else _day(one)
        iso = one.iso or ""
        if day is None or "/" in iso or not MINYEAR < day.year < MAXYEAR:
            settled.append(one)
            continue
        other = _in_year(day, day.year + (1 if day < published else -1))
        for told in (surely, before):
            here, there = _near(day, told), _near(other, told)
            if told is before and day < published:
                break  # it is one of these itself
            if here and not there:
                one = replace(one, sure=True)
            elif there and not here and (other - published).days <= _AHEAD:
                sure = told is surely and (one.unit == "month" or _near(other, whole))
                one = replace(one, iso=f"{other.year:04d}{iso[4:]}", sure=sure)
            if here or there:
                break
        settled.append(one)
    return _unlike(settled, published)


def _unlike(found: Sequence[Figure], published: date) -> tuple[Figure, ...]:
    """The figures, with a month's bare name doubted where the same name mostly means another year.

    Of two years that are told as often the nearer one stands.
    """
    named: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in found:
        bare = one.unit == "month" and one.kind == "date" and one.text in MONTHS
        if bare and one.iso and abs(int(one.iso[:4]) - published.year) <= 1:
            named[one.iso[5:7]].append(one)  # of other years the year was told
    doubted: set[int] = set()
    for month, ones in named.items():
        if month == "11" and published.year % 2 == 0 and published.month < 11:
            continue  # America votes then, and has voted a year before
        years = Counter((one.iso or "")[:4] for one in ones)
        if len(years) > 1:
            meant = max(years, key=lambda year: (years[year], -_away(year, ones[0], published)))
            doubted |= {id(one) for one in ones if (one.iso or "")[:4] != meant}
    return tuple(replace(one, sure=False) if id(one) in doubted else one for one in found)


def _away(year: str, one: Figure, published: date) -> int:
    """How many months a month of that year is from publication."""
    month = int((one.iso or "")[5:7])
    return abs((int(year) - published.year) * 12 + month - published.month)


def _in_year(day: date, year: int) -> date:
    """The same day of another year; of a leap day the one before it."""
    leap = (day.month, day.day) == (2, 29)
    return (day - timedelta(leap)).replace(year=year)


def _near(day: date, told: Sequence[date]) -> bool:
    """Whether one of the days, which are in order, is near this one."""
    at = bisect_left(told, day)
    return any(abs((day - one).days) <= _AROUND for one in told[max(0, at - 1) : at + 1])


def _day(figure: Figure) -> date | None:
    """The day or the first of the month of a date that names its month."""
    if figure.kind != "date" or figure.iso is None or figure.unit not in ("day", "month"):
        return None
    if _MONTH.search(figure.text) is None:
        return None
    try:
        day = date.fromisoformat(figure.iso[:10] if figure.unit == "day" else figure.iso + "-01")
    except ValueError:
        return None
    return day if (day.month, day.day) != (2, 29) else None
