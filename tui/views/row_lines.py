"""The lines of a row in two halves: the left one, the mark between, the right one.

In go lines of both sides, out come `RowLine`s that know their row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from tui.views.lines import EMPTY, Line, Run, clip
from tui.views.marks import Mark


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line: the row it belongs to, its two halves, the mark on a row's first line."""

    row: int
    left: Line
    mark: Mark | None
    right: Line


def row_lines(number: int, mark: Mark, left: list[Line], right: list[Line]) -> list[RowLine]:
    """Two halves line by line, the shorter one filled with empty lines."""
    return [
        RowLine(number, ours, mark if part == 0 else None, theirs)
        for part, (ours, theirs) in enumerate(zip_longest(left, right, fillvalue=EMPTY))
    ]


def behind_bar(lines: list[Line], width: int) -> list[Line]:
    """Lines of the other side, told under this one."""
    return [clip((Run("| ", "rule"), *line), width) for line in lines]


def cut(lines: list[RowLine], most: int, width: int) -> list[RowLine]:
    """The first lines of a row, with an ellipsis where more follow."""
    if len(lines) <= most:
        return lines
    last, rest = lines[most - 1], lines[most]
    more = Run("…", "dim")
    left = clip((*last.left, more), width) if rest.left else last.left
    right = clip((*last.right, more), width) if rest.right else last.right
    return [*lines[: most - 1], RowLine(last.row, left, last.mark, right)]
