"""The places of a comparison that `n` goes through, one by one, each with its counter.

Without a lens these are the differences: quotations that were changed, figures that may
conflict. A lens of figures or quotations goes through its pairs, differences first; the other
lenses go from passage to passage. Two findings in one row are two places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.views.differing import CompareLens
from tui.views.lines import shown
from tui.views.pairs import FIGURE_MARKS, GRAVE, QUOTATION_MARKS, PairRow

ONE: dict[CompareLens, str] = {
    "differences": "difference",
    "names": "name",
    "figures": "figure",
    "quotations": "quotation",
    "wording": "wording",
}
"""What one place of a lens is called."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its row, the kind it is counted in, its gravity, and what is said of it."""

    row: int
    kind: str
    gravity: int
    label: str


def places(
    lens: CompareLens, rows: Sequence[PairRow], is_marked: Callable[[PairRow], bool]
) -> list[Place]:
    """Every place that `n` visits, in its order."""
    if lens == "differences":
        found = [p for n, row in enumerate(rows) for p in _findings(n, row) if p.gravity >= GRAVE]
        found = [Place(p.row, "difference", p.gravity, p.label) for p in found]
        return found or [
            Place(n, "on one side only", 0, row.label)
            for n, row in enumerate(rows)
            if row.one_sided
        ]
    if lens not in ("figures", "quotations"):
        return [
            Place(n, ONE[lens], row.gravity, row.label)
            for n, row in enumerate(rows)
            if is_marked(row)
        ]
    paired: list[Place] = []
    for number, row in enumerate(rows):
        own = [p for p in _findings(number, row) if (p.kind in _FIGURES) == (lens == "figures")]
        if own:
            paired += own
        elif is_marked(row):
            paired.append(Place(number, f"other {lens}", -1, row.label))
    return sorted(paired, key=lambda place: -place.gravity)


_FIGURES = {label for _, _, label in FIGURE_MARKS.values()}


def _findings(number: int, row: PairRow) -> list[Place]:
    """The pairs of quotations and figures of a row."""
    found: list[Place] = []
    for quotation in row.quotations:
        _, gravity, label = QUOTATION_MARKS[quotation.relation]
        speaker = f" ({shown(quotation.speaker)})" if quotation.speaker else ""
        kind = "quotation changed" if gravity >= GRAVE else "same quotation"
        found.append(Place(number, kind, gravity, f"{label}{speaker}{_elsewhere(row)}"))
    for figure in row.figures:
        _, gravity, label = FIGURE_MARKS[figure.relation]
        values = f"{shown(figure.left_text)} | {shown(figure.right_text)}{_elsewhere(row)}"
        found.append(Place(number, label, gravity, f"{label}, {values}"))
    return found


def _elsewhere(row: PairRow) -> str:
    return " (the other stands in another row)" if row.one_sided else ""


def told(all_places: Sequence[Place], at: int) -> str:
    """The counter of a place among its kind, and what is said of it."""
    place = all_places[at]
    same = [n for n, other in enumerate(all_places) if other.kind == place.kind]
    counter = f"{place.kind} {same.index(at) + 1}/{len(same)}"
    label = place.label.removeprefix(place.kind).lstrip(" ,")
    return f"{counter}: {label}" if label else counter
