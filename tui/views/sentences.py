"""The sentences behind a number, as lines: where each stands, and its words with what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.days import short_day
from tui.views.lines import Line, Run, Span, fit, shown, spread, styled, wrap

if TYPE_CHECKING:
    from index.entity.result import Place

LINES = 4  # of a sentence; a longer one ends with an ellipsis


def place_lines(place: Place, number: int, width: int, *, here: bool) -> list[Line]:
    """One sentence: outlet, day and title, then its words."""
    mark = Run("▌ " if here else "  ", "mark")
    head = spread(
        (
            mark, Run(f"{number:>3}  ", "dim"),
            Run(fit(short_day(place.published), 12), "dim"),
            Run(shown(place.outlet or "outlet not known"), "strong" if here else ""),
            Run(f"   {shown(place.title)}", "dim"),
        ),
        (Run(f"s {place.sentence + 1} " if place.sentence >= 0 else "", "dim"),), width,
    )  # fmt: skip
    text = place.text
    spans = [Span(a, b, "hit") for a, b in place.spans]
    wrapped = wrap(text, max(20, min(width, 110) - 8))
    lines = [head]
    for at, (a, b) in enumerate(wrapped[:LINES]):
        cut = (Run(" …"),) if at == LINES - 1 and len(wrapped) > LINES else ()
        lines.append((mark, Run("     "), *styled(text, a, b, "", spans), *cut))
    return lines
