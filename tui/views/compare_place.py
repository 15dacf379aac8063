"""Where somebody stood in a comparison: what is kept of it, and how it is found again.

In go a `SideBySide` and a `ComparePlace`; a row is known by its first sentences, for with newer
readings it may have another number.
"""

from __future__ import annotations

from typing import get_args

from tui.places import ComparePlace
from tui.views.columns import SideBySide, View
from tui.views.differing import CompareLens
from tui.views.lens_places import ONE
from tui.views.pair_row import PairRow

VIEWS: tuple[View, ...] = get_args(View)
LENSES: tuple[CompareLens, ...] = tuple(ONE)


def kept(sides: SideBySide, ids: tuple[str, str]) -> ComparePlace:
    """Articles, row, view and column of a comparison as it is looked at."""
    left, right = _says(sides, sides.current)
    return ComparePlace(
        left=ids[0],
        right=ids[1],
        row=sides.row,
        view=sides.view,
        folded=sides.folded,
        gravest=sides.gravest,
        lens=sides.lens if sides.lens != "find" else "differences",
        only=sides.only or "",
        column=sides.column,
        left_says=left,
        right_says=right,
    )


def restore(sides: SideBySide, kept: ComparePlace) -> None:
    """Look at a comparison as it was looked at last."""
    sides.view = kept.view if kept.view in VIEWS else "both"
    sides.folded, sides.gravest = kept.folded, kept.gravest
    sides.lens = kept.lens if kept.lens in LENSES else "differences"
    sides.only = kept.only if kept.only in ("left", "right") else None  # type: ignore[assignment]
    sides.column = "right" if kept.column == "right" else "left"
    sides.arrange()
    said = kept.left_says, kept.right_says
    same = [n for n, row in enumerate(sides.rows) if _says(sides, row) == said]
    near = min(same, key=lambda n: abs(n - kept.row), default=kept.row)
    sides.row = max(0, min(near if any(said) else kept.row, len(sides.rows) - 1))
    sides.lay_out()


def _says(sides: SideBySide, row: PairRow | None) -> tuple[str, str]:
    """The first sentence of a row on either side; empty where it has none."""
    if row is None:
        return "", ""
    both = (sides.comparison.left, row.left), (sides.comparison.right, row.right)
    left, right = (said[numbers[0]].text if numbers else "" for said, numbers in both)
    return left, right
