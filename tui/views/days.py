"""Days as people write them: "13 Mar 2031". The day is never guessed or converted.

Takes the ISO days that articles carry; gives short texts for lists and long ones for
headers and citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from corpus.precedence import clock
from corpus.words import MONTHS

NEAR = 300  # days within which day and month do without a year
_DAY_ALONE = re.compile(r"00:00(:00(\.0+)?)?(Z|[+-]00:?00)?")


def _parts(iso: str | None) -> list[int]:
    if not iso:
        return []
    try:
        return [int(part) for part in iso[:10].split("-")]
    except ValueError:
        return []


def short_day(iso: str | None, *, year: bool = True) -> str:
    """ "13 Mar 2031", "13 Mar", "Mar 2031" for a month; "no day" where there is none."""
    parts = _parts(iso)
    if not parts:
        return "no day"
    month = MONTHS[parts[1] - 1][:3] if len(parts) > 1 and 1 <= parts[1] <= 12 else ""
    day = str(parts[2]) if len(parts) > 2 else ""
    words = [day, month, str(parts[0]) if year or not month else ""]
    return " ".join(word for word in words if word)


def long_day(iso: str | None) -> str:
    """ "13 March 2031" for a citation; "no day" where there is none."""
    parts = _parts(iso)
    if len(parts) < 3 or not 1 <= parts[1] <= 12:
        return short_day(iso)
    return f"{parts[2]} {MONTHS[parts[1] - 1]} {parts[0]}"


def moment(
    published: str | None, published_at: str | None, *, zone: bool = True, year: bool = True
) -> str:
    """The day, with the time of day and its offset where the source states them.

    Midnight without an offset, or in UTC, is how a day without a time is written: no time.
    """
    day = short_day(published, year=year)
    if not published_at or "T" not in published_at:
        return day
    clock = published_at.split("T", 1)[1]
    if _DAY_ALONE.fullmatch(clock):
        return day
    offset = ""
    for sign in ("+", "-", "Z"):
        if sign in clock:
            clock, _, tail = clock.partition(sign)
            offset = " UTC" if sign == "Z" or tail in ("00:00", "0000") else f" {sign}{tail}"
            break
    return f"{day} {clock[:5]}{offset if zone else ''}"


def iso_moment(published: str | None, published_at: str | None) -> str | None:
    """The moment as the source states it, ISO 8601; the day alone where no time is stated."""
    return published if clock(published_at) is None else published_at


def span_of_days(first: str | None, last: str | None) -> str:
    """ "3 Mar – 9 Apr 2031", "13–15 Mar 2031"; one day when both are the same; empty when
    unknown."""
    if not first or not last:
        return ""
    if first == last:
        return short_day(first)
    if _one_month(first, last):
        return f"{_parts(first)[2]}–{short_day(last)}"
    return f"{short_day(first, year=first[:4] != last[:4])} – {short_day(last)}"


def close_span(first: str, last: str, *, year: bool = True) -> str:
    """The same without blanks around the dash, for cells: "10–16 Mar", "28 Mar–3 Apr"."""
    begin = str(_parts(first)[2]) if _one_month(first, last) else short_day(first, year=False)
    return f"{begin}–{short_day(last, year=year)}"


def _one_month(first: str, last: str) -> bool:
    begin, end = _parts(first), _parts(last)
    return len(begin) == len(end) == 3 and begin[:2] == end[:2]


def brief_span(first: str | None, last: str | None) -> str:
    """The same in twenty signs at most: of two years the months, "Dec 2030 – Jan 2032"."""
    if not first or not last or first[:4] == last[:4]:
        return span_of_days(first, last)
    return span_of_days(first[:7], last[:7])


def of_several_years(days: Iterable[str | None]) -> bool:
    """Whether days are of more than one year, so that each has to be told with its own."""
    return len({day[:4] for day in days if day}) > 1


def told_apart_without_year(days: Iterable[str | None]) -> bool:
    """Whether days lie so near that day and month tell them apart and their order is plain."""
    known = sorted(date(*parts) for day in days if len(parts := _parts(day)) == 3)
    return not known or (known[-1] - known[0]).days < NEAR


def later_by(later: tuple[str | None, str | None], earlier: tuple[str | None, str | None]) -> str:
    """How much later one report is than the other: "1 h 43", "2 days"; empty when not known.

    Each is the day and the moment of publication. Clocks count only where both state one with its
    offset.
    """
    days = [date.fromisoformat(d[:10]) if d and len(d) >= 10 else None for d, _ in (later, earlier)]
    if days[0] is None or days[1] is None:
        return ""
    clocks = [clock(moment) for _, moment in (later, earlier)]
    ours, theirs = clocks
    if ours and theirs and ours.tzinfo and theirs.tzinfo:
        minutes = int((ours - theirs).total_seconds()) // 60
        if 0 < minutes < 48 * 60:
            hours, rest = divmod(minutes, 60)
            return f"{hours} h {rest:02}" if hours else f"{rest} min"
    number = (days[0] - days[1]).days
    return f"{number} day{'' if number == 1 else 's'}" if number > 0 else ""
