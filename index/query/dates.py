"""Days in queries: `2015`, `2015-09`, `>=2015-12-01`, `[a TO b]`, `a..b`, `7d`, `last week`,
`19 September 2015`, `2015-W38`, `2015-Q3`.

A text and the day that counts as today go in, the days meant come out as a `Days` node with
full days at both ends; what cannot be read raises QueryError with examples.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from corpus.words import MONTHS, WEEK
from index.query.tree import Days, QueryError

_CALENDAR = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:t\S*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})")
_QUARTER = re.compile(r"(\d{4})-?q([1-4])")
_DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_MONTHS = [name.lower() for name in MONTHS]
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|{'t' * (name[:3] == 'sep')})?\\.?" for name in _MONTHS)
_IN_WORDS = re.compile(rf"(?:(\d{{1,2}})\.?\s+)?({_MONTH})\s+(?:(\d{{1,2}}),?\s+)?(\d{{4}})")
_AGO = re.compile(r"(?:(?:last|past)\s+)?(\d{1,4})\s*(d|days?|w|weeks?|m|months?|y|years?)")
_NAMED = re.compile(r"(last|this|past)\s+(week|month|year)")
_BRACKETS = re.compile(r"([\[{])\s*(\S.*?)\s+TO\s+(\S.*?)\s*([\]}])", re.IGNORECASE)
DAY = (
    rf"(?:(?:\d{{1,2}}\.?\s+)?(?:{_MONTH})\s+(?:\d{{1,2}},?\s+)?\d{{4}}"
    r"|[12]\d{3}(?:[-/.]\d{1,2}){0,2})"
)
_TO = r"(?:\s+(?:to|until|till)\s+|\s*[-\u2013\u2014]\s+|-?[-\u2013\u2014])"
_FROM_TO = re.compile(
    rf"(?:from\s+)?({DAY}){_TO}({DAY})|between\s+({DAY})\s+and\s+({DAY})", re.IGNORECASE
)
LOOSE = re.compile(
    rf"(?:(?:from\s+)?{DAY}{_TO}{DAY}|between\s+{DAY}\s+and\s+{DAY}"
    r"|(?:last|this|past)\s+(?:\d{1,4}\s+)?(?:days?|weeks?|months?|years?)"
    r"|\d{1,4}\s+(?:days?|weeks?|months?|years?)"
    rf"|(?:\d{{1,2}}\.?\s+)?(?:{_MONTH})\s+(?:\d{{1,2}},?\s+)?\d{{4}})\b",
    re.IGNORECASE,
)
"""Values of more than one word that need no quotation marks after `date:`."""


def read_days(text: str, today: date) -> Days:
    """The days that a value of `date:` means."""
    value = text.strip()
    if bracket := _BRACKETS.fullmatch(value):
        return _between(
            bracket[2], bracket[3], today, text,
            after=bracket[1] == "{", before=bracket[4] == "}",
        )  # fmt: skip
    if ends := _FROM_TO.fullmatch(value):
        return _between(ends[1] or ends[3], ends[2] or ends[4], today, text)
    if ".." in value:
        first, _, last = value.partition("..")
        return _between(first.strip(". ") or "*", last.strip(". ") or "*", today, text)
    for sign in (">=", "<=", ">", "<", "="):
        if value.startswith(sign):
            first_day, last_day = _span(value[len(sign) :].strip(), today, text)
            if _AGO.fullmatch(value[len(sign) :].strip().lower()):
                last_day = first_day  # before or after the day that is so long ago
            match sign:
                case ">=":
                    return Days(first_day.isoformat(), None)
                case "<=":
                    return Days(None, last_day.isoformat())
                case ">":
                    return Days(_shifted(last_day, 1, text).isoformat(), None)
                case "<":
                    return Days(None, _shifted(first_day, -1, text).isoformat())
                case _:
                    return Days(first_day.isoformat(), last_day.isoformat())
    if value == "*":
        return Days(None, None)
    first_day, last_day = _span(value, today, text)
    return Days(first_day.isoformat(), last_day.isoformat())


def write_days(days: Days) -> str:
    """The shortest value of `date:` that means these days."""
    if days.first is None and days.last is None:
        return "*"
    if days.first is None:
        return f"<={days.last}"
    if days.last is None:
        return f">={days.first}"
    if days.first == days.last:
        return days.first
    year, month = days.first[:4], days.first[5:7]
    if days.first == f"{year}-01-01" and days.last == f"{year}-12-31":
        return year
    if days.first[8:] == "01" and days.last == _month_end(int(year), int(month)).isoformat():
        return f"{year}-{month}"
    return f"{days.first}..{days.last}"


def _between(
    first: str, last: str, today: date, text: str, *, after: bool = False, before: bool = False
) -> Days:
    """Two edges of a stretch; `after` and `before` leave the edge itself out, as braces do."""
    start = None if first == "*" else _span(first, today, text)
    end = None if last == "*" else _span(last, today, text)
    if start and end and end[1] < start[0]:
        start, end, after, before = end, start, before, after
    opening = start and (_shifted(start[1], 1, text) if after else start[0])
    closing = end and (_shifted(end[0], -1, text) if before else end[1])
    if opening and closing and closing < opening:
        raise QueryError(f'There is no day in "{text}"; [ and ] take the first and last one in.')
    return Days(opening.isoformat() if opening else None, closing.isoformat() if closing else None)


def _span(value: str, today: date, text: str) -> tuple[date, date]:
    lowered = " ".join(value.lower().replace("_", " ").split())
    try:
        if found := _CALENDAR.fullmatch(lowered):
            return _calendar_span(int(found[1]), found[2], found[3])
        if found := _COMPACT.fullmatch(lowered):
            return _calendar_span(int(found[1]), found[2], found[3])
        if found := _WEEK.fullmatch(lowered):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday, monday + timedelta(6)
        if found := _QUARTER.fullmatch(lowered):
            year, last_month = int(found[1]), 3 * int(found[2])
            return date(year, last_month - 2, 1), _month_end(year, last_month)
        if (found := _IN_WORDS.fullmatch(lowered)) and not (found[1] and found[3]):
            month = next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == found[2][:3])
            return _calendar_span(int(found[4]), str(month), found[1] or found[3])
        if found := _DAY_FIRST.fullmatch(lowered):
            return _day_first(int(found[1]), found[2], int(found[3]), int(found[4]), text)
        if lowered in WEEK:
            day = today - timedelta((today.weekday() - WEEK.index(lowered)) % 7)
            return day, day
        if lowered == "today":
            return today, today
        if lowered == "yesterday":
            return today - timedelta(1), today - timedelta(1)
        if found := _NAMED.fullmatch(lowered):
            return _named_span(found[1], found[2], today)
        if found := _AGO.fullmatch(lowered):
            return _ago(int(found[1]), found[2][0], today), today
    except (ValueError, OverflowError):
        pass
    raise QueryError(
        f'"{text}" is no day that the calendar knows; write date:2015, date:2015-09, '
        "date:2015-09-19, date:>=2015-09-19, date:2015-09-01..2015-09-30, date:7d or "
        'date:"last week".'
    )


def _calendar_span(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, int(month), 1), _month_end(year, int(month))
    exact = date(year, int(month), int(day))
    return exact, exact


def _day_first(one: int, mark: str, other: int, year: int, text: str) -> tuple[date, date]:
    """`19.9.2015`, and with strokes only what can be read in one way."""
    if mark == "/" and one != other and max(one, other) <= 12:
        raise QueryError(
            f'"{text}" could be two days; write date:{year}-{one:02}-{other:02} or '
            f"date:{year}-{other:02}-{one:02}."
        )
    day, month = (other, one) if mark == "/" and other > 12 else (one, other)
    exact = date(year, month, day)
    return exact, exact


def _named_span(which: str, unit: str, today: date) -> tuple[date, date]:
    if which == "past":
        return _ago(1, unit[0], today), today
    if unit == "week":
        monday = today - timedelta(today.weekday() + (7 if which == "last" else 0))
        return monday, monday + timedelta(6)
    if unit == "month":
        end = today.replace(day=1) - timedelta(1) if which == "last" else today
        return end.replace(day=1), _month_end(end.year, end.month)
    year = today.year - (which == "last")
    return date(year, 1, 1), date(year, 12, 31)


def _ago(count: int, unit: str, today: date) -> date:
    if unit == "d":
        return today - timedelta(count)
    if unit == "w":
        return today - timedelta(7 * count)
    months = today.year * 12 + today.month - 1 - (count if unit == "m" else 12 * count)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, _month_end(year, month + 1).day))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _shifted(day: date, by: int, text: str) -> date:
    try:
        return day + timedelta(by)
    except OverflowError:
        raise QueryError(f'"{text}" lies outside the calendar; write a nearer year.') from None
