"""Days, weeks, months and years: words and the day of publication come in, ISO 8601 goes out.

"9 September" without a year is the one nearest to the day of publication, or the last or next
one where the words around it tell; the names of weekdays have a room of their own (`weekdays`).
Without a day of publication what is relative stays unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.figures.meant import Meant
from corpus.figures.tense import LOOK, PAST, WILL, looks_ahead
from corpus.figures.words import WEEKDAYS

_PAGE = 14  # days after its first one by which a page may have been written on
_UNTOLD = 120  # days ahead from which a date that nothing tells is the last one
_NAMED_BACK = 6  # years back in which a day with its weekday's name is sought
_YEAR = 400  # days within which such a day is looked for first
_TYPED = 60  # days within which a day is meant though its weekday's name is another's
_SOON = 300  # days within which a date that the text looks ahead to is the coming one
_FAR = 95  # days ahead within which the day of the year before is not surely the one told of
_DUE = 240  # days ahead within which a day of something due may be the coming one
_OPEN = 165  # days ahead within which an untold day may be the coming one
_EARLIER = re.compile(r"\b(?:earlier|late|early|beginning of|start of) $", re.I)


def day_of(text: str | None) -> date | None:
    """The day that an ISO text gives, or None."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def month_day(
    month: int,
    day: int,
    year: int | None,
    published: date | None,
    ahead: bool | None = None,
    name: str | None = None,
    due: bool = False,
    voting: bool = False,
) -> Meant:
    """A day of the calendar; without a year, the one nearest to the day of publication.

    `ahead` is what the words around it tell (`tense.told`), `due` whether something is due then,
    `voting` whether an election is spoken of there; the `name` of a weekday beside it leaves
    only years in which the day fell so.
    """
    if year is not None:
        return Meant(_day(year, month, day))
    if published is None:
        return Meant(None)
    years = range(published.year - _NAMED_BACK if name else published.year - 1, published.year + 2)
    found = [d for d in (_date(year, month, day) for year in years) if d is not None]
    if not found:
        return Meant(None)
    if name is not None:
        nearest = min(abs((d - published).days) for d in found)
        named = [d for d in found if d.weekday() == WEEKDAYS[name]]
        if any(abs((d - published).days) < _YEAR for d in named) or nearest > _TYPED:
            found = named or found
    near = min(found, key=lambda d: abs((d - published).days))
    coming = next((d for d in found if d >= published), None)
    if coming is None or name is not None:
        return Meant(near.isoformat())
    past = max((d for d in found if d < published), default=coming)
    days = (coming - published).days
    if voting and _election(coming) and days < _SOON + _PAGE:
        over = ahead is False and days > (_DUE if due else _FAR)
        if not over:
            return Meant(coming.isoformat(), ahead is not False)
    if ahead and days < _SOON:
        return Meant(coming.isoformat())
    if days <= _PAGE:
        return Meant(near.isoformat())
    if ahead is False:
        if due and days <= _FAR:
            return Meant(coming.isoformat(), False)
        return Meant(past.isoformat(), days > (_DUE if due else _FAR))
    if due and days < _OPEN:
        return Meant(coming.isoformat())
    if days > _UNTOLD:
        return Meant(past.isoformat(), days >= (_DUE if due else _OPEN))
    return Meant(near.isoformat(), False)


def _election(day: date) -> bool:
    """Whether a day is the one on which America elects: of even years, after the first Monday."""
    return day.month == 11 and day.weekday() == 1 and 2 <= day.day <= 8 and day.year % 2 == 0


def week_told(word: str, published: date | None, before: str, after: str) -> Meant:
    """The week of "last week" and "this week".

    On a Sunday "last week" is the one that ends that day (20 of 26 read in random articles), and
    "this week" the one that begins, unless the text tells what was (28 read: 12 told so). On a
    Saturday "last week" is hardly less open (12 of 16 were the week before).
    """
    if published is None:
        return Meant(None)
    sunday = published.weekday() == 6
    if word == "last":
        return Meant(
            week_of(published - timedelta(days=0 if sunday else 7)), published.weekday() < 5
        )
    if not sunday:
        return Meant(week_of(published))
    past = _EARLIER.search(before) is not None or PAST.search(before[-LOOK:]) is not None
    past = past or PAST.search(after[:40]) is not None
    ahead = looks_ahead(before) or WILL.match(after) is not None
    over = past and not ahead
    return Meant(week_of(published + timedelta(days=0 if over else 1)), past != ahead)


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


def moment(word: str, published: date | None, days: int = 1) -> str | None:
    """The day that "today", "yesterday" or "tomorrow" means; "the day before yesterday" is two
    `days` back."""
    if published is None:
        return None
    step = {"yesterday": -days, "tomorrow": days}.get(word.lower(), 0)
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
