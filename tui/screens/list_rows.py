"""The rows of the list on the lines of its pane: which lines are a row's, which row is a line's.

`ListRows` asks the `Listing` how high each row is and for its lines, and keeps the row under the
cursor in sight. It knows nothing of queries and answers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from index.results import Hit
from tui.unfolding import place_of
from tui.views.lines import EMPTY, Line
from tui.views.results import Listing
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen


class ListRows:
    """Keeps the pane `#list` of the list's screen up to date."""

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self.listing = Listing()
        self._width = 0  # that the rows are laid out for
        self._offsets: list[int] = [0]  # the first line of each row, and the end of the last one

    @property
    def _pane(self) -> Pane:
        return self._screen.query_one("#list", Pane)

    def lay_out(self) -> None:
        """Find out anew how high each row is."""
        width = self._width = self._pane.size.width or self._screen.app.size.width
        self._offsets = [0, *accumulate(self.listing.heights(width))]

    def put(self, hits: Sequence[Hit], *, from_top: bool = False) -> None:
        """Have other rows; `from_top` from the first on, else the page begins where it began."""
        pane, before, at = self._pane, self.listing.hits, 0
        if before and not from_top:
            at = self.row_at(pane.top)
            at = place_of(before[at], hits, at) if at < len(before) else 0
        self.listing.hits = hits
        self.lay_out()
        pane.top = self._offsets[min(at, len(hits))]

    def show(self) -> None:
        """Draw the rows, that under the cursor in sight."""
        pane = self._pane
        pane.show(self._offsets[-1], self._line)
        pane.reveal(*self._lines_of(self._screen.cursor))

    def moved(self, before: int, after: int) -> None:
        """The cursor went from one row to another: draw these two anew."""
        pane, old, new = self._pane, self._lines_of(before), self._lines_of(after)
        pane.reveal(*new)
        pane.redraw([*range(old[0], old[1] + 1), *range(new[0], new[1] + 1)])

    def row_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return max(0, bisect_right(self._offsets, line) - 1)

    @property
    def on_a_page(self) -> int:
        """How many rows a page goes on by."""
        each = max(1, self._offsets[-1] // max(len(self.listing.hits), 1))
        return max(1, self._pane.size.height // each - 1)

    def _lines_of(self, row: int) -> tuple[int, int]:
        return self._offsets[row], self._offsets[row + 1] - 1

    def _line(self, number: int) -> Line:
        row = self.row_at(number)
        if row >= len(self.listing.hits):
            return EMPTY
        lines = self.listing.lines(row, self._width, cursor=row == self._screen.cursor)
        at = number - self._offsets[row]
        return lines[at] if at < len(lines) else EMPTY
