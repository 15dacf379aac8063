"""Days, weeks, months and years: words and the day of publication come in, ISO 8601 goes out.

"9 September" without a year is the one nearest to the day of publication; "Friday" the last
one, or the next where the words before it look ahead. Without a day of publication what is
relative stays unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.figures.words import WEEKDAYS

_AHEAD = re.compile(
    r"\b(?:will|shall|(?:would|could|may|might)"
    r"(?! (?:have (?:[a-z]+ed|been|had|made|come|gone|taken|seen|given|done|got|"
    r"left|lost|won|met|said|told|held|kept|brought|begun|known|found|put|cut)|"
    r"not (?:immediately )?be reached)\b)|slated|was to|were to|meets?|"
    r"plays|play at|votes|vote on|opens|"
    r"begins|starts|to be|scheduled|expected|due|plans? to|planned|coming|upcoming|set to|"
    r"going to|hopes to|hoping to|aims to|intends? to|ahead of|"
    r"in advance of|to (?:cancel|postpone|delay)|forcing|is to|"
    r"are to|is seeking|is running|are seeking|faces)\b"
)
_BACK = re.compile(
    r"\b(?:said|was|were|had|told|announced|last|killed|did|happened|died|came|took|made|since)\b"
)
_PAST = re.compile(
    r"\b(?:said|was|were|had|told|came|took|made|did(?:n[’']t)?|began|ended|left|won|lost|went|got|held|"
    r"fell|rose|grew|met|gave|saw|spoke|wrote|sold|bought|built|broke|drove|ran|sat|stood|sent|"
    r"spent|struck|shot|sank|became|found|led|paid|put|cut|hit|set|[a-z]+ed)\b"
    r"(?![^.]*\b(?:will|expected|scheduled|slated|due)\b)"
)
_WILL = re.compile(r"(?:[’']s [a-z]+)?,? (?:will|(?:is|are) (?:to|expected|scheduled|due|set))\b")
_STOPPED = re.compile(r"(?<=[a-z]{3})[.!?][”\"’]?\s+(?=[“\"A-Z])|\n")
_OPENINGS = frozenset({"", "The", "On", "It", "That"})
_OPENS = re.compile(r"(?:^|[a-z]{2}[.!?][”\"]?\s|\n)(?:But |And )?(?:On|Early on|Late on) $")
_FIRST_VERB = re.compile(  # ", the mayor will speak", ", the office said"
    r"(?: (?:morning|afternoon|evening|night))?,? (?:[\w’'.-]+ ){1,7}?"
    r"(?:(?P<ahead>will|(?:is|are) (?:scheduled|expected|set|due|slated|to))|(?P<back>was|were|had|"
    r"said|told|took|made|came|went|heard|held|gave|met|began|became|saw|won|lost|fell|rose|"
    r"[a-z]{3,}ed))\b"
)
_NEAR = 2  # months ahead within which a month's name alone is the coming one
_SOON = 300  # days within which a date that the text looks ahead to is the coming one
_HAD = re.compile(r"[^.;]{0,80}\b(?:had|was|were)\b")
_UNTIL = re.compile(r"\b(?:by|until|till) (?:the (?:end|middle|start|beginning) of )?$")
_HALF = 6  # months
_LOOK = 90  # characters before a day in which its tense is sought


def day_of(text: str | None) -> date | None:
    """The day that an ISO text gives, or None."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def in_sentence(before: str) -> str:
    """What stands before a day in its own sentence."""
    parted = _STOPPED.split(before)
    return parted[-1] if parted[-1].strip() not in _OPENINGS else before


def _told_behind(before: str, after: str) -> bool | None:
    """Whether the first verb behind a day that opens its sentence looks ahead; None without."""
    if _OPENS.search(before) is None:
        return None
    found = _FIRST_VERB.match(after)
    return None if found is None else found["ahead"] is not None


def looks_ahead(before: str) -> bool:
    """Whether the words before a day speak of the future."""
    near = in_sentence(before)[-_LOOK:]
    ends = [match.end() for match in _AHEAD.finditer(near)]
    return bool(ends) and _BACK.search(near, ends[-1]) is None


def weekday(name: str, published: date | None, before: str, after: str = "") -> str | None:
    """The day a weekday's name means: the last one, or the next where the text looks ahead."""
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
    if word == "this" and _PAST.search(before[-_LOOK:]) and not looks_ahead(before):
        return (published - timedelta(days=back)).isoformat()
    up_to_now = before.endswith("up until ")
    told = told or up_to_now
    behind = _told_behind(before, after)
    if behind is not None:
        days = (7 - back) % 7 if behind else -back
        return (published + timedelta(days=days)).isoformat()
    if not told and (
        word in ("this", "by", "until", "till") or looks_ahead(before) or _WILL.match(after)
    ):
        return (published + timedelta(days=(7 - back) % 7)).isoformat()
    return (published - timedelta(days=back)).isoformat()


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
    month: int, day: int, year: int | None, published: date | None, ahead: bool = False
) -> str | None:
    """A day of the calendar; without a year, the one nearest to the day of publication."""
    if year is not None:
        return _day(year, month, day)
    if published is None:
        return None
    found = [
        d
        for d in (_date(published.year + step, month, day) for step in (-1, 0, 1))
        if d is not None
    ]
    if not found:
        return None
    if ahead:
        coming = [d for d in found if d >= published]
        if coming and (coming[0] - published).days < _SOON:
            return coming[0].isoformat()
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
    if word == ["last"]:
        year -= month >= published.month
    elif soon and word != ["since"] and _PAST.search(before[-_LOOK:]) is None:
        year += month < published.month  # in November "December" is the coming one
    elif word == ["next"] or (month != published.month and looks_ahead(before)):
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
