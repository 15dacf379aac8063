"""Which rows only moved: finds the one band of rows whose scrolling saves most.

The rows of the terminal and those wanted go in, a `Scroll` comes out, or None where drawing the
changed rows anew is as cheap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.driver.rows import Row, differing

PER_ROW = 8  # bytes to get to a row and to change pens there, about
TO_SCROLL = 20  # bytes that set the region, scroll and take the region away
TO_ERASE = 3  # bytes that erase the rest of a row
FEWEST = 3  # rows that have to change before it is worth looking
TRIED = 2  # shifts that are tried, those that most rows speak for
ALIKE = 3  # rows that look alike, as rules do, up to which they say where a row came from


class Scroll(NamedTuple):
    """Rows `top` to `bottom` (not included) move up by `by` rows, down where that is negative."""

    top: int
    bottom: int
    by: int


def cost(known: Row | None, wanted: Row) -> int:
    """About how many bytes one row costs."""
    if known is None:
        return _size(wanted.text) + PER_ROW
    if known is wanted or known == wanted:
        return 0
    spans = differing(known, wanted)
    return sum(_size(wanted.text[begin:end]) for begin, end in spans) + PER_ROW


def _size(cells: Sequence[str]) -> int:
    """About the bytes of cells; a rule of a hundred is three hundred, blanks behind are erased."""
    text = cells if isinstance(cells, str) else "".join(cells)
    written = text.rstrip(" ")
    return _bytes(written) + min(len(text) - len(written), TO_ERASE)


def _bytes(text: str) -> int:
    """The bytes of a text, counted only where there are more of them than characters."""
    return len(text) if text.isascii() else len(text.encode())


def found(known: Sequence[Row | None], wanted: Sequence[Row]) -> Scroll | None:
    """The scroll that saves most."""
    height = len(wanted)
    changed = [y for y in range(height) if known[y] is not wanted[y] and known[y] != wanted[y]]
    if len(changed) < FEWEST:
        return None
    where: dict[tuple[bool, Sequence[str]], list[int]] = {}
    for y, row in enumerate(known):
        if row is not None:
            for half in _halves(row):
                where.setdefault(half, []).append(y)
    shifts: Counter[int] = Counter()
    for y in changed:
        for half in _halves(wanted[y]):
            sources = where.get(half, ())
            if len(sources) <= ALIKE:
                shifts.update(source - y for source in sources if source != y)
    if not shifts:
        return None
    best, saved = None, 0
    now = [cost(known[y], wanted[y]) for y in range(height)]
    anew = [_fresh(row) for row in wanted]
    for by, _votes in shifts.most_common(TRIED):
        scroll, saving = _band(by, now, anew, lambda at, y: cost(known[at], wanted[y]))
        if saving > saved:
            best, saved = scroll, saving
    return best


def _halves(row: Row) -> Iterator[tuple[bool, Sequence[str]]]:
    """What says where a row came from: the text of its halves, where one is not blank. A cursor
    that left the row, or came to it, has changed but one of them, or their pens alone."""
    middle = len(row.text) // 2
    for right, half in enumerate((row.text[:middle], row.text[middle:])):
        if not all(cell == " " for cell in half):
            yield bool(right), half


def _band(
    by: int, now: Sequence[int], anew: Sequence[int], moved: Callable[[int, int], int]
) -> tuple[Scroll, int]:
    """The best band for one shift, and the bytes that it saves.

    `now` and `anew` say what each row costs as it is and on a bare row; `moved(at, y)` what row
    `y` costs on what stood in row `at`.
    """
    height, size = len(now), abs(by)
    first, last = (0, height - size) if by > 0 else (size, height)  # rows it can have moved to
    lost = [0, *accumulate(b - a for a, b in zip(now, anew, strict=True))]
    best, saved = Scroll(0, 0, by), 0
    begun, price, gained = first, 0, 0  # the cheapest row to begin at so far, and what it costs
    for y in range(first, last):
        entry = gained + (lost[y] - lost[y - size] if by < 0 else 0)
        if y == first or entry < price:
            begun, price = y, entry
        gained += now[y] - moved(y + by, y)
        exit_ = lost[y + 1 + size] - lost[y + 1] if by > 0 else 0
        saving = gained - price - exit_ - TO_SCROLL
        if saving > saved:
            top, bottom = (begun, y + 1 + size) if by > 0 else (begun - size, y + 1)
            best, saved = Scroll(top, bottom, by), saving
    return best, saved


def _fresh(row: Row) -> int:
    """About how many bytes a row costs where nothing stands."""
    text = row.text if isinstance(row.text, str) else "".join(row.text)
    blanks = text.count(" ")
    return _bytes(text) - blanks + PER_ROW if blanks < len(text) else 0
