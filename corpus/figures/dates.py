"""Days, weeks, months and years: words and the day of publication come in, ISO 8601 goes out.

"9 September" without a year is the one nearest to the day of publication, or the last or next
one where the words around it tell; "Friday" the last one, or the next where they look ahead.
Without a day of publication what is relative stays unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.figures.tense import (
    LOOK,
    PAST,
    WILL,
    has_passed,
    looks_ahead,
    told_behind,
)
from corpus.figures.words import WEEKDAYS

_NEAR = 2  # months ahead within which a month's name alone is the coming one
_PAGE = 14  # days after its first one by which a page may have been written on
_UNTOLD = 120  # days ahead from which a date that nothing tells is the last one
_NAMED_BACK = 6  # years back in which a day with its weekday's name is sought
_YEAR = 400  # days within which such a day is looked for first
_TYPED = 60  # days within which a day is meant though its weekday's name is another's
_SOON = 300  # days within which a date that the text looks ahead to is the coming one
_HAD = re.compile(r"[^.;]{0,80}\b(?:had|was|were)\b")
_WAS_DUE = re.compile(r"\b(?:was|were) (?:scheduled|supposed|due|expected|set|meant) ")
_BUT = re.compile(  # "was due to sail on Sunday, but left late"
    r"[^.;,]{0,20},? (?:but|when|and then)(?: [\w’'-]+){0,4}? "
    r"(?:left|was|were|had|came|took|went|broke|fell|struck|never|did|[a-z]{3,}ed)\b"
)
_UNTIL = re.compile(r"\b(?:by|until|till) (?:the (?:end|middle|start|beginning) of )?$")
_EARLIEST = re.compile(  # "may vote as early as Tuesday": it is still to come
    r"\bas (?:early|soon) as (?:early |late |mid-|this )?$"
)
_HALF = 6  # months
_EVE = 6  # days back to a weekday's name that is also tomorrow's
_CLAUSE = re.compile(r"[^,.;”\"–—]{0,40}")


def day_of(text: str | None) -> date | None:
    """The day that an ISO text gives, or None."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def weekday(name: str, published: date | None, before: str, after: str = "") -> str | None:
    """The day a weekday's name means: the last one, or the next where the text looks ahead.

    The name of the day after publication is that day rather than the one six days before, since
    pages are stamped in the evening, by another clock, or written on; None where the text speaks of
    the past, which leaves both. Of 47 such names read in random articles about 40 meant that day.
    """
    if published is None:
        return None
    words = before.rstrip().rsplit(None, 1)
    word = words[-1].lower() if words else ""
    back = (published.weekday() - WEEKDAYS[name]) % 7
    if word == "last":
        return (published - timedelta(days=back or 7)).isoformat()
    if word in ("next", "coming"):
        return (published + timedelta(days=(7 - back) % 7 or 7)).isoformat()
    told = word == "by" and _HAD.match(after) is not None  # "by Friday they had left"
    if word == "this" and PAST.search(before[-LOOK:]) and not looks_ahead(before):
        return (published - timedelta(days=back)).isoformat()
    told = told or before.endswith("up until ") or (word == "by" and has_passed(before))
    told = told or (_WAS_DUE.search(before[-LOOK:]) is not None and _BUT.match(after) is not None)
    behind = told_behind(before, after)
    ahead = behind or (
        behind is None
        and not told
        and (
            word in ("this", "by", "until", "till")
            or _earliest(before)
            or looks_ahead(before)
            or WILL.match(after) is not None
        )
    )
    if ahead:
        return (published + timedelta(days=(7 - back) % 7)).isoformat()
    if back != _EVE:
        return (published - timedelta(days=back)).isoformat()
    past = told or behind is False or has_passed(before)
    clause = _CLAUSE.match(after)
    past = past or (clause is not None and PAST.search(clause[0]) is not None)
    return None if past else (published + timedelta(days=1)).isoformat()


def _earliest(before: str) -> bool:
    """Whether a day is the earliest on which something may yet happen."""
    return _EARLIEST.search(before) is not None and not has_passed(before)


def weekday_from(
    name: str, first: str | None, published: date | None, joint: str = ""
) -> str | None:
    """The first day of that name from an ISO day on: the second of "on Friday and Saturday".

    Of a span "Thursday through Monday" that began by the day of publication the last is past.
    """
    if first is None:
        return None
    begins = date.fromisoformat(first)
    day = begins + timedelta(days=(WEEKDAYS[name] - begins.weekday()) % 7)
    spans = joint.endswith(("through ", "to ")) and published is not None
    if spans and published is not None and begins <= published < day:
        day -= timedelta(days=7)
    return day.isoformat()


def month_day(
    month: int,
    day: int,
    year: int | None,
    published: date | None,
    ahead: bool | None = None,
    name: str | None = None,
) -> str | None:
    """A day of the calendar; without a year, the one nearest to the day of publication.

    `ahead` is what the words around it tell (`tense.told`); the `name` of a weekday beside it
    leaves only years in which the day fell so.
    """
    if year is not None:
        return _day(year, month, day)
    if published is None:
        return None
    years = range(published.year - _NAMED_BACK if name else published.year - 1, published.year + 2)
    found = [d for d in (_date(year, month, day) for year in years) if d is not None]
    if not found:
        return None
    if name is not None:
        nearest = min(abs((d - published).days) for d in found)
        named = [d for d in found if d.weekday() == WEEKDAYS[name]]
        if any(abs((d - published).days) < _YEAR for d in named) or nearest > _TYPED:
            found = named or found
    coming = next((d for d in found if d >= published), None)
    if coming is not None and name is None:
        days = (coming - published).days
        if ahead and days < _SOON:
            return coming.isoformat()
        if (ahead is False and days > _PAGE) or (ahead is None and days > _UNTOLD):
            return max((d for d in found if d < published), default=coming).isoformat()
    return min(found, key=lambda d: abs((d - published).days)).isoformat()


def month_alone(month: int, published: date | None, before: str) -> str | None:
    """A month without a year: the last one, or the next where the text looks ahead."""
    if published is None:
        return None
    word = before.rstrip().rsplit(None, 1)[-1:]
    year = published.year
    if _UNTIL.search(before) is not None and 0 < month - published.month <= _HALF:
        return f"{year:04d}-{month:02d}"
    soon = 0 < (month - published.month) % 12 <= _NEAR
    earliest = _earliest(before)
    if word == ["last"]:
        year -= month >= published.month
    elif soon and word != ["since"] and PAST.search(before[-LOOK:]) is None:
        year += month < published.month  # in November "December" is the coming one
    elif word == ["next"] or (month != published.month and (earliest or looks_ahead(before))):
        year += month < published.month or (word == ["next"] and month == published.month)
    else:
        year -= month > published.month
    return f"{year:04d}-{month:02d}"


def season(begins: int, published: date | None, before: str) -> str | None:
    """The year of a season's name: the last one, or the next where the text looks ahead."""
    if before.split()[-1:] == ["this"] and published is not None:
        return f"{published.year:04d}"
    found = month_alone(begins, published, before)
    return found[:4] if found is not None else None


def weekend(published: date | None, ahead: bool) -> str | None:
    """The week of the weekend that is meant: this one, or the last before a weekday."""
    if published is None:
        return None
    back = 0 if ahead or published.weekday() >= 4 else 7
    return week_of(published - timedelta(days=back))


def this_weekend(published: date | None, ahead: bool) -> str | None:
    """The week of "this weekend": on a Monday or Tuesday the one just over, unless ahead."""
    if published is None:
        return None
    over = not ahead and published.weekday() <= 1
    return week_of(published - timedelta(days=7 * over))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> str | None:
    found = _date(year, month, day)
    return found.isoformat() if found is not None else None


def _month(published: date, steps: int) -> str:
    months = published.year * 12 + published.month - 1 + steps
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def week_of(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def relative(word: str, unit: str, published: date | None) -> tuple[str | None, str]:
    """What "last month" or "this year" means, with its precision."""
    step = {"last": -1, "next": 1}.get(word, 0)
    precision = unit if unit in ("week", "month", "year") else "day"
    if unit in ("weekend", "night"):
        precision = "week" if unit == "weekend" else "day"
    if published is None:
        return None, precision
    if unit in ("week", "weekend"):
        return week_of(published + timedelta(days=7 * step)), "week"
    if unit == "month":
        return _month(published, step), "month"
    if unit == "year":
        return f"{published.year + step:04d}", "year"
    if unit == "night" and step == -1:
        return (published - timedelta(days=1)).isoformat(), "day"
    return None, unit


def moment(word: str, published: date | None) -> str | None:
    """The day that "today", "yesterday" or "tomorrow" means."""
    if published is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(word.lower(), 0)
    return (published + timedelta(days=step)).isoformat()


def ago(count: float, unit: str, published: date | None) -> tuple[str | None, str]:
    """What "10 days ago" means, as precise as its unit."""
    precision = unit if unit in ("day", "week", "month", "year") else "day"
    if unit in ("decade", "century", "fortnight"):
        precision = "week" if unit == "fortnight" else "year"
    if published is None or count != int(count) or count > 5000:
        return None, precision
    whole = int(count)
    try:
        if unit == "day":
            return (published - timedelta(days=whole)).isoformat(), "day"
        if unit in ("week", "fortnight"):
            days = 7 * whole * (2 if unit == "fortnight" else 1)
            return week_of(published - timedelta(days=days)), "week"
        if unit == "month":
            return _month(published, -whole), "month"
        if unit in ("year", "decade", "century"):
            year = published.year - whole * {"year": 1, "decade": 10, "century": 100}[unit]
            return (f"{year:04d}", "year") if year > 0 else (None, "year")
    except (OverflowError, ValueError):
        return None, precision
    return None, precision
