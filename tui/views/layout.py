"""Which panes stand side by side at a terminal's width, and how wide each is.

Below 120 columns one pane; from 120 two; from 170 three: list, article, names. Words in their
context take all the room. A width of 0 means that the pane is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass

SIDE_FROM = 120
BESIDE_FROM = 150  # cells of a terminal that has room for a page of numbers and what is behind one
THREE_FROM = 170
LIST, WIDEST_LIST = 60, 92
NAMES, NARROW_NAMES = 36, 26
LEAST_ROWS = 96  # for a page of numbers
TEXT = 84
"""What a text of the measure and its margins take; the list has what is left, up to the width in
which hardly a title is cut."""


@dataclass(frozen=True, slots=True)
class Panes:
    """The widths of list, article and names; a rule of one cell stands between two."""

    list: int
    text: int
    names: int


def search_panes(width: int, *, alone: bool = False) -> Panes:
    """The list's screen; the list has all the room where it is shown `alone`."""
    if alone:
        return Panes(width, 0, 0)
    if width >= THREE_FROM:
        listed = _list_beside(width)
        return Panes(listed, width - listed - NAMES - 2, NAMES)
    if width >= SIDE_FROM:
        beside = max(44, width * 42 // 100)
        return Panes(beside, width - beside - 1, 0)
    return Panes(width, 0, 0)


def reader_panes(width: int, *, listed: bool, side: bool | None) -> Panes:
    """The reader's screen; `side` is the person's choice about the names, if there is one."""
    named = width >= SIDE_FROM if side is None else side
    names = (NAMES if width >= SIDE_FROM else NARROW_NAMES) if named else 0
    with_list = _list_beside(width) if width >= THREE_FROM and listed else 0
    rules = (with_list > 0) + (names > 0)
    return Panes(with_list, max(20, width - with_list - names - rules), names)


def rows_beside(width: int, good: int = 0) -> int:
    """The width of a page of numbers beside what one of them is made of: all where there is no room
    for both; half, or `good` where enough is left."""
    if width < BESIDE_FROM:
        return width
    return max(LEAST_ROWS, width // 2, min(good, width - LEAST_ROWS // 2 - 1))


def _list_beside(width: int) -> int:
    """The width of a list beside a text and its names."""
    return min(WIDEST_LIST, max(LIST, width - TEXT - NAMES - 2))
