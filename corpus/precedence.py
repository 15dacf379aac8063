"""Which of two reports came out first, as far as their stamps tell.

In go the day and the moment of publication as articles state them; out come a key to put them in
order, and whether one is surely before another. Hours tell only where both state their zone, or
one outlet states both: 08:54 in New York is later than 13:52 in London. Days are compared as the
outlets state them; two reports of one day without such hours may have come out in either order,
and so may those of two days where an hour says that only a night, or less, lies between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_DAY_ALONE = re.compile(r"00:00(:00(\.0+)?)?(Z|[+-]00:?00)?")
_LAST = "~"  # behind every day and hour
_CLOCKS = timedelta(hours=8)  # by which two outlets' clocks may differ: London, San Francisco


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an article came out, as it states it, and whose clock that is."""

    published: str | None
    published_at: str | None
    outlet: str | None = None

    @property
    def when(self) -> tuple[str | None, str | None]:
        """Its day and its moment."""
        return self.published, self.published_at


def clock(moment: str | None) -> datetime | None:
    """The moment, where it says a time of day; midnight alone or in UTC says none."""
    if not moment or "T" not in moment or _DAY_ALONE.fullmatch(moment.split("T", 1)[1]):
        return None
    try:
        return datetime.fromisoformat(moment)
    except ValueError:
        return None


def order(published: str | None, published_at: str | None) -> tuple[str, str]:
    """A key that puts the earliest stamp first: hours with a zone as in UTC, others as they stand,
    behind them what has none, last what has no day."""
    hour = clock(published_at)
    if hour is None or not published:
        return published or _LAST, _LAST
    if hour.tzinfo is not None:
        try:
            hour = hour.astimezone(UTC)
        except OverflowError:  # the first or the last day of all
            return published, _LAST
    return f"{hour:%Y-%m-%d}".rjust(10, "0"), f"{hour:%H:%M:%S.%f}"


def is_before(one: Stamp, other: Stamp) -> bool:
    """Whether the first surely came out before the second."""
    if not one.published or not other.published:
        return False
    ours, theirs = clock(one.published_at), clock(other.published_at)
    if ours and theirs and (ours.tzinfo is None) == (theirs.tzinfo is None):
        if ours.tzinfo is not None:
            return ours < theirs
        if one.outlet and one.outlet == other.outlet:
            return ours < theirs
    length = min(len(one.published), len(other.published))  # "2031-03" is not before its days
    if not one.published[:length] < other.published[:length]:
        return False
    return not (ours or theirs) or not _a_night_apart(one, other)


def _a_night_apart(one: Stamp, other: Stamp) -> bool:
    """Whether the first, on its own clock, is so near the second on another's that either may have
    come out before: 23:00 of one day and 03:00 of the next, a day alone and 04:00 after it. A day
    alone lasts to its end and begins with its beginning."""
    ours, theirs = clock(one.published_at), clock(other.published_at)
    try:
        end = ours or datetime.combine(_day(one.published), datetime.max.time())
        begins = theirs or datetime.combine(_day(other.published), datetime.min.time())
    except ValueError:  # a month or a year alone
        return False
    if ours and theirs and one.outlet and one.outlet == other.outlet:
        return False
    return begins.replace(tzinfo=None) - end.replace(tzinfo=None) < _CLOCKS


def _day(published: str | None) -> date:
    return date.fromisoformat(published or "")
