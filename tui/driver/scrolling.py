"""Which rows only moved: finds the one band of rows whose scrolling saves most.

The rows of the terminal and those wanted go in, a `Scroll` comes out, or None where drawing the
changed rows anew is as cheap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.driver.rows import Row, differing

PER_ROW = 8  # bytes to get to a row and to change pens there, about
TO_SCROLL = 20  # bytes that set the region, scroll and take the region away
FEWEST = 3  # rows that have to change before it is worth looking
TRIED = 2  # shifts that are tried, those that most rows speak for


class Scroll(NamedTuple):
    """Rows `top` to `bottom` (not included) move up by `by` rows, down where that is negative."""

    top: int
    bottom: int
    by: int


def cost(known: Row | None, wanted: Row) -> int:
    """About how many bytes one row costs."""
    if known is None:
        return len(wanted.pens) + PER_ROW
    if known is wanted or known == wanted:
        return 0
    return sum(end - begin for begin, end in differing(known, wanted)) + PER_ROW


def found(known: Sequence[Row | None], wanted: Sequence[Row], bare: Row) -> Scroll | None:
    """The scroll that saves most; `bare` is a row as the terminal scrolls it in."""
    height = len(wanted)
    changed = [y for y in range(height) if known[y] is not wanted[y] and known[y] != wanted[y]]
    if len(changed) < FEWEST:
        return None
    where: dict[Row, int] = {}
    for y, row in enumerate(known):
        if row is not None and not _is_bare(row):
            where[row] = -1 if row in where else y
    shifts: Counter[int] = Counter()
    for y in changed:
        source = where.get(wanted[y], -1)
        if source >= 0:
            shifts[source - y] += 1
    if not shifts:
        return None
    best, saved = None, 0
    now = [cost(known[y], wanted[y]) for y in range(height)]
    anew = [cost(bare, wanted[y]) for y in range(height)]
    for by, _votes in shifts.most_common(TRIED):
        scroll, saving = _band(by, now, anew, lambda at, y: cost(known[at], wanted[y]))
        if saving > saved:
            best, saved = scroll, saving
    return best


def _is_bare(row: Row) -> bool:
    return isinstance(row.text, str) and row.text.isspace()


def _band(
    by: int, now: Sequence[int], anew: Sequence[int], moved: Callable[[int, int], int]
) -> tuple[Scroll, int]:
    """The best band for one shift, and the bytes that it saves.

    `now` and `anew` say what each row costs as it is and on a bare row; `moved(at, y)` what row
    `y` costs on what stood in row `at`.
    """
    height, size = len(now), abs(by)
    first = 0 if by > 0 else size  # rows that something can have moved to
    targets = range(first, height - size if by > 0 else height)
    gains = [0] * height
    for y in targets:
        gains[y] = now[y] - moved(y + by, y)
    gained = [0, *accumulate(gains)]
    lost = [0, *accumulate(b - a for a, b in zip(now, anew, strict=True))]
    starts = [y for y in targets if gains[y] > 0]
    best, saved = Scroll(0, 0, by), 0
    for begin in starts:
        for end in starts:
            if end < begin:
                continue
            gain = gained[end + 1] - gained[begin] - TO_SCROLL
            if by > 0:
                gain -= lost[end + 1 + size] - lost[end + 1]
                scroll = begin, end + 1 + size
            else:
                gain -= lost[begin] - lost[begin - size]
                scroll = begin - size, end + 1
            if gain > saved:
                best, saved = Scroll(*scroll, by), gain
    return best, saved
