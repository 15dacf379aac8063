"""Days, weeks, months and years: words and the day of publication come in, ISO 8601 goes out.

"9 September" without a year is the one nearest to the day of publication, or the last or next
one where the words around it tell; "Friday" the last one, or the next where they look ahead.
Without a day of publication what is relative stays unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.figures.meant import Meant
from corpus.figures.months import IS_NOT_UNTIL, NOT_UNTIL, earliest
from corpus.figures.tense import (
    LOOK,
    PAST,
    WILL,
    has_passed,
    in_sentence,
    looks_ahead,
    told_behind,
)
from corpus.figures.words import WEEKDAYS

_PAGE = 14  # days after its first one by which a page may have been written on
_UNTOLD = 120  # days ahead from which a date that nothing tells is the last one
_NAMED_BACK = 6  # years back in which a day with its weekday's name is sought
_YEAR = 400  # days within which such a day is looked for first
_TYPED = 60  # days within which a day is meant though its weekday's name is another's
_SOON = 300  # days within which a date that the text looks ahead to is the coming one
_HAD = re.compile(r"[^.;]{0,80}\b(?:had|was|were)\b")
_WAS_DUE = re.compile(
    r"\b(?:(?:was|were) (?:scheduled|supposed|due|expected|set|meant)|"
    r"had (?:originally|initially|first) (?:planned|scheduled)) "
)
_BUT = re.compile(  # "was due to sail on Sunday, but left late"
    r"[^.;,]{0,20},? (?:but|when|and then)(?: [\w’'-]+){0,4}? "
    r"(?:left|was|were|had|came|took|went|broke|fell|struck|never|did|[a-z]{3,}ed)\b"
)
_FAR = 95  # days ahead within which the day of the year before is not surely the one told of
_DUE = 240  # days ahead within which a day of something due may be the coming one
_OPEN = 165  # days ahead within which an untold day may be the coming one
_UNTIL_WHEN = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?, "
    r"(?:when|said|had|[^.;,]{0,50}\b(?:had|was|were|required))\b"
)
_HAS_UNTIL = re.compile(r"\b(?:has|have) until $")
_PUT_OFF = re.compile(
    r"\b(?:delayed|postponed|adjourned|recessed|extended|closed|pushed|put|given|gave|agreed|"
    r"suspended|held|had|ordered|said|told|stayed|blocked|barred)\b(?:[^.;,]{0,40})$"
)
_HAD_BEEN_DUE = re.compile(
    r"\bhad (?:been (?:planned|scheduled|set|expected|due)|expected)\b[^.;,]{0,30}$"
)
_OPENS = re.compile(r"(?:^|[.;!?:][”\"]? |\n)$")
_ITS = re.compile(  # "Monday's interim report focused on"
    r"[’']s (?:[\w-]+ ){1,4}?(?:was|were|said|found|showed|came|left|made|[a-z]{3,}ed)\b"
    r"(?! to be\b)"
)
_ITS_WAS = re.compile(r"[’']s (?:[a-z-]+ ){1,3}(?:was|were)\b")
_ON = re.compile(r"[\w)”.’] on $")
_SAID = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? (?:said|told|called|announced|warned|asked|urged|"
    r"ordered|signed|[a-z]{3,}ed)\b(?! (?:by|to|at|in|for)\b)"
)
_MADE = re.compile(
    r"\b(?:reached|announced|released|passed|approved|signed|unveiled|introduced|issued|filed|"
    r"published)(?: (?:on|late|early))* $"
)
_VOWED = re.compile(r"\b(?:vowed|argued|insisted|pledged|tweeted|acknowledged)(?: on)? $")
_SURELY = re.compile(
    r"\b(?:will|scheduled|expected|plans?|set|begins?|starts?|due|votes?)\b[^.;]*$"
)
_ALREADY = re.compile(r"[^.;]{0,80}\b(?:already|had|has|have|[a-z]{3,}ed)\b")
_EARLIER = re.compile(r"\b(?:earlier|late|early|beginning of|start of) $", re.I)
_CLOSE = 45  # characters before a weekday in which "will" surely is of it
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


def weekday(name: str, published: date | None, before: str, after: str = "") -> Meant:
    """The day a weekday's name means: the last one, or the next where the text looks ahead.

    The name of the day after publication is that day rather than the one six days before, since
    pages are stamped in the evening, by another clock, or written on; None where the text speaks of
    the past, which leaves both. Of 47 such names read in random articles about 40 meant that day.
    It is not sure where the words before it look ahead and those behind it tell what was.
    """
    if published is None:
        return Meant(None)
    words = before.rstrip().rsplit(None, 1)
    word = words[-1].lower() if words else ""
    back = (published.weekday() - WEEKDAYS[name]) % 7
    if word == "last":
        return Meant((published - timedelta(days=back or 7)).isoformat())
    if word in ("next", "coming"):
        return Meant((published + timedelta(days=(7 - back) % 7 or 7)).isoformat())
    this = word == "this" and not before.endswith(("until this ", "till this ", "through this "))
    if this and PAST.search(before[-LOOK:]) and not looks_ahead(before):
        return Meant((published - timedelta(days=back)).isoformat())
    told = (word == "by" and (_HAD.match(after) is not None or has_passed(before))) or (
        word in ("until", "till", "through") and _until_then(before, after)
    )
    told = told or (_WAS_DUE.search(before[-LOOK:]) is not None and _BUT.match(after) is not None)
    told = told or _HAD_BEEN_DUE.search(before[-LOOK:]) is not None
    told = told or _ITS_WAS.match(after) is not None
    told = told or (_OPENS.search(before) is not None and _ITS.match(after) is not None)
    told = told or (_ON.search(before) is not None and _SAID.match(after) is not None)
    behind = told_behind(before, after)
    hint = looks_ahead(before)
    told = told or _VOWED.search(before) is not None
    told = told or (not hint and _MADE.search(before) is not None)
    ahead = behind or (
        behind is None
        and not told
        and (
            word in ("this", "by", "until", "till", "through")
            or earliest(before)
            or hint
            or WILL.match(after) is not None
        )
    )
    if ahead:
        weak = hint and back not in (0, _EVE) and _SURELY.search(before[-_CLOSE:]) is None
        sure = not (weak and _ALREADY.match(after) is not None)
        return Meant((published + timedelta(days=(7 - back) % 7)).isoformat(), sure)
    if back != _EVE:
        return Meant((published - timedelta(days=back)).isoformat())
    past = told or behind is False or has_passed(before)
    clause = _CLAUSE.match(after)
    past = past or (clause is not None and PAST.search(clause[0]) is not None)
    return Meant(None, False) if past else Meant((published + timedelta(days=1)).isoformat())


def _until_then(before: str, after: str) -> bool:
    """Whether "until" a day tells what has ended: "did not know until", "until Friday, when"."""
    if before.endswith("up until ") or _UNTIL_WHEN.match(after) is not None:
        return True
    near = in_sentence(before)
    if NOT_UNTIL.search(near) is not None:
        return True
    if _HAS_UNTIL.search(near) is not None or IS_NOT_UNTIL.search(near) is not None:
        return False
    return has_passed(before) and _PUT_OFF.search(near[-LOOK:]) is None


def weekday_from(
    name: str,
    first: Meant,
    published: date | None,
    joint: str = "",
    before: str = "",
    after: str = "",
) -> Meant:
    """The first day of that name from another one on: the second of "on Friday and Saturday".

    Of a span "Thursday through Monday" that began by the day of publication the last is past; so
    is the second of a row that is told as past: "polls released Wednesday and Tuesday".
    """
    if first.iso is None or published is None:
        return Meant(None, first.sure)
    begins = date.fromisoformat(first.iso)
    day = begins + timedelta(days=(WEEKDAYS[name] - begins.weekday()) % 7)
    over = has_passed(before) and WILL.match(after) is None
    if begins <= published < day:
        row = joint.endswith(("and ", "or ")) and day > published + timedelta(days=1)
        if joint.endswith(("through ", "to ")) or (row and over):
            day -= timedelta(days=7)
    return Meant(day.isoformat(), first.sure)


def month_day(
    month: int,
    day: int,
    year: int | None,
    published: date | None,
    ahead: bool | None = None,
    name: str | None = None,
    due: bool = False,
) -> Meant:
    """A day of the calendar; without a year, the one nearest to the day of publication.

    `ahead` is what the words around it tell (`tense.told`), `due` whether something is due then;
    the `name` of a weekday beside it leaves only years in which the day fell so.
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
    if ahead and days < _SOON:
        return Meant(coming.isoformat())
    if days <= _PAGE:
        return Meant(near.isoformat())
    if ahead is False:
        if due and days <= _FAR:
            return Meant(coming.isoformat(), False)
        return Meant(past.isoformat(), days > _FAR)
    if due and days < _OPEN:
        return Meant(coming.isoformat())
    if days > _UNTOLD:
        return Meant(past.isoformat(), days >= (_DUE if due else _OPEN))
    return Meant(near.isoformat(), False)


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
