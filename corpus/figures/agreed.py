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

from corpus.article import Figure, Where
from corpus.figures.months import NOT_UNTIL
from corpus.figures.tense import voting
from corpus.figures.words import MONTHS
from corpus.figures.years import in_older_tale, other_year

_AROUND = 31  # days within which two days of an article are told in one run
_LOOK = 250  # characters before a date in which its year may be told
_CLAUSE = 90  # characters behind it in which its verb stands
_POLLS = 11  # the month in which America votes, of even years
_DONE_IN = re.compile(
    r"\b(?:[a-z]{3,}ed|won|lost|said|told|took|wrote|left|was|were)(?: [a-z]+){0,3} in "
    r"(?:early |late |mid-?)?$"
)
_SINCE = re.compile(r"\b[Ss]ince (?:[a-z]+ ){0,4}$")
_WAS = re.compile(r",? (?:[\w’'-]+ ){0,2}?(?:was|were|had)\b")
_AHEAD = 150  # days ahead of publication to which a day told as past is moved at most
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_BARE = re.compile(rf"(?:{_NAMES})\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?|\d{{1,2}} (?:{_NAMES})")
_MONTH = re.compile(_NAMES)


def agreed(
    found: Sequence[Figure], published: date | None, texts: Sequence[tuple[Where, int, str]]
) -> tuple[Figure, ...]:
    """The figures of the texts, with dates of an open year settled by surer ones around them.

    Only what is told with a year, or by its verb, settles another; what its own sentence leaves to
    another year stays open, as does a November before America votes, and what is told as past is
    not put ahead.
    """
    if published is None:
        return tuple(found)
    if all(one.sure for one in found):
        return _unlike(found, published)
    dated = [(one, day) for one in found if (day := _day(one)) is not None]
    surely = sorted(day for one, day in dated if one.sure)
    whole = sorted(day for one, day in dated if one.sure and one.unit == "day")
    before = sorted(day for one, day in dated if not one.sure and day < published)
    words = {(within, paragraph): text for within, paragraph, text in texts}
    settled: list[Figure] = []
    for one in found:
        day = None if one.sure else _day(one)
        iso = one.iso or ""
        if day is None or "/" in iso or not MINYEAR < day.year < MAXYEAR:
            settled.append(one)
            continue
        other = _in_year(day, day.year + (1 if day < published else -1))
        here, there = _near(day, surely), _near(other, surely)
        text = words[one.within, one.paragraph]
        if here and not there and not _stays_open(one, text, published):
            one = replace(one, sure=not _before_polls(one, text, day, published))
        elif there and not here and not _stays_open(one, text, published):
            if _may_move(one, text, other, published):
                sure = one.unit == "month" or _near(other, whole)
                one = replace(one, iso=f"{other.year:04d}{iso[4:]}", sure=sure)
        elif here == there and one.unit == "day" and day >= published and _near(other, before):
            one = replace(one, iso=f"{other.year:04d}{iso[4:]}")
        settled.append(one)
    return _unlike(settled, published)


def _may_move(one: Figure, text: str, other: date, published: date) -> bool:
    """Whether a date may be the one of another year that its neighbours are near: what is told as
    past is not moved ahead of publication."""
    if abs(int((one.iso or "")[:4]) - published.year) > 1:
        return False  # the year was told
    if other < published:
        return True
    return (other - published).days <= _AHEAD and not _is_told_as_past(one, text)


def _stays_open(one: Figure, text: str, published: date) -> bool:
    """Whether the words around a date give another year, which its neighbours cannot settle, or a
    month's year was read off them."""
    if one.unit == "month" and abs(int((one.iso or "")[:4]) - published.year) > 1:
        return True
    before, after = text[max(0, one.start - _LOOK) : one.start], text[one.end : one.end + _CLAUSE]
    return other_year(before, after, one.iso) or in_older_tale(before, one.iso)


def _is_told_as_past(one: Figure, text: str) -> bool:
    """Whether the verb before or right behind a date tells what has happened."""
    before, after = text[max(0, one.start - _LOOK) : one.start], text[one.end : one.end + _CLAUSE]
    if _SINCE.search(before) is not None:
        return True
    return NOT_UNTIL.search(before) is not None or _WAS.match(after) is not None


def _before_polls(one: Figure, text: str, day: date, published: date) -> bool:
    """Whether a November of the year before America votes may be the one in which it does: an
    election is spoken of, and no verb of the past stands close before it."""
    votes = day.year + 1
    if day.month != _POLLS or votes % 2 or not day < published < date(votes, _POLLS, 1):
        return False
    if _DONE_IN.search(text, max(0, one.start - _LOOK), one.start) is not None:
        return False
    return voting(text[max(0, one.start - _LOOK) : one.start], text[one.end : one.end + _CLAUSE])


def _unlike(found: Sequence[Figure], published: date) -> tuple[Figure, ...]:
    """The figures, with a month's or day's bare name doubted where the same name mostly means
    another year.

    Of two years that are told as often the nearer one stands.
    """
    named: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in found:
        bare = one.kind == "date" and _BARE.fullmatch(one.text) is not None
        if bare and one.iso and abs(int(one.iso[:4]) - published.year) <= 1:
            named[one.iso[5:]].append(one)  # of other years the year was told
    doubted: set[int] = set()
    for month, ones in named.items():
        if month[:2] == "11" and published.year % 2 == 0 and published.month < 11:
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
