"""Days as people write them: "13 Mar 2031". The day is never guessed or converted.

Takes the ISO days that articles carry; gives short texts for lists and long ones for
headers and citations.
"""

from __future__ import annotations

import re

MONTHS = (
    "January February March April May June July August September October November December"
).split()


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


def moment(published: str | None, published_at: str | None, *, zone: bool = True) -> str:
    """The day, with the time of day and its offset where the source states them.

    Midnight without an offset, or in UTC, is how a day without a time is written: no time.
    """
    day = short_day(published)
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


def span_of_days(first: str | None, last: str | None) -> str:
    """ "3 Mar – 9 Apr 2031"; one day when both are the same; empty when unknown."""
    if not first or not last:
        return ""
    if first == last:
        return short_day(first)
    return f"{short_day(first, year=first[:4] != last[:4])} – {short_day(last)}"
