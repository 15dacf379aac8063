"""The sentences behind a number, as lines: where each stands, and its words with what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.views.days import short_day
from tui.views.laid import Laid
from tui.views.lines import EMPTY, Line, Run, Span, fit, shown, spread, styled, wrap

if TYPE_CHECKING:
    from index.entity.result import Place

LINES = 4  # of a sentence; a longer one ends with an ellipsis


def place_lines(place: Place, number: int, width: int) -> list[Line]:
    """One sentence: outlet, day and title, then its words; in a width two cells of which are the
    cursor's."""
    head = spread(
        (
            Run(f"{number:>3}  ", "dim"),
            Run(fit(short_day(place.published), 12), "dim"),
            Run(shown(place.outlet or "outlet not known")),
            Run(f"   {shown(place.title)}", "dim"),
        ),
        (Run(f"s {place.sentence + 1} " if place.sentence >= 0 else "", "dim"),), width - 2,
    )  # fmt: skip
    text = place.text
    spans = [Span(a, b, "hit") for a, b in place.spans]
    wrapped = wrap(text, max(20, min(width, 110) - 8))
    lines = [head]
    for at, (a, b) in enumerate(wrapped[:LINES]):
        cut = (Run(" …"),) if at == LINES - 1 and len(wrapped) > LINES else ()
        lines.append((Run("     "), *styled(text, a, b, "", spans), *cut))
    return lines


class Sentences(Laid["Place"]):
    """The sentences that were read so far."""

    def add(self, places: Sequence[Place]) -> None:
        """Take further sentences in."""
        self._pieces += places

    def piece(self, piece: Place, width: int) -> None:
        """One sentence, and an empty line."""
        self.stand(*place_lines(piece, self.places + 1, width))
        self.put(EMPTY)

    @property
    def read(self) -> int:
        """How many were read."""
        return len(self._pieces)

    @property
    def rows(self) -> Sequence[Place]:
        """All that were read."""
        return self._pieces

    @property
    def current(self) -> Place | None:
        """The sentence under the cursor."""
        return self._pieces[self.at] if self._pieces else None
