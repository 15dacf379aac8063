"""Moving among the rows of a comparison: by rows, by lines within a high one, by pages."""

from __future__ import annotations

from tui.screens.base import CommandScreen
from tui.views.columns import SideBySide
from tui.widgets.pane import Pane


class RowMoving(CommandScreen):
    """A screen whose pane `#rows` shows a `SideBySide`."""

    sides: SideBySide | None

    def show_rows(self, reveal: bool = False) -> None:
        """Draw head, rows and counts; `reveal` brings the current row into sight."""
        raise NotImplementedError

    def move(self, by: int) -> None:
        """Move by rows; within a row that is higher than the pane, by lines."""
        sides = self.sides
        if sides is None or not sides.rows:
            return
        pane = self.query_one("#rows", Pane)
        if abs(by) == 1 and self._scrolled_within(by, pane):
            return
        before, titles = sides.row, sides.titles
        sides.row = max(0, min(len(sides.rows) - 1, sides.row + by))
        turned = {sides.rows[before].titles, sides.rows[sides.row].titles} == {True, False}
        if not sides.two or (titles is not None and turned):
            sides.lay_out()  # what stands under the cursor takes other lines
            self.show_rows(reveal=True)
            return
        pane.reveal(*sides.lines_of(sides.row), context=1)
        first, last = sides.lines_of(before)
        here, there = sides.lines_of(sides.row)
        pane.redraw([*range(first, last + 1), *range(here, there + 1)])

    def _scrolled_within(self, by: int, pane: Pane) -> bool:
        """Scroll within the current row, when it goes on beyond what is seen of it."""
        assert self.sides is not None
        first, last = self.sides.lines_of(self.sides.row)
        height = max(1, pane.size.height)
        if by > 0 and first <= pane.top + height - 1 < last:
            return pane.scroll_lines(pane.top + min(height - 2, last - pane.top - height + 1))
        if by < 0 and first < pane.top <= last:
            return pane.scroll_lines(max(first, pane.top - height + 2))
        return False

    def _page(self, direction: int, height: int) -> None:
        sides = self.sides
        if sides is None or not sides.lines:
            return
        pane = self.query_one("#rows", Pane)
        if self._scrolled_within(direction, pane):
            return
        first, _ = sides.lines_of(sides.row)
        wanted = max(0, min(len(sides.lines) - 1, first + direction * height))
        row = sides.row_at(wanted)
        if row == sides.row or (direction < 0 and first < height):
            row = max(0, min(len(sides.rows) - 1, row + direction)) if row == sides.row else 0
        self.move(row - sides.row)

    def page_height(self) -> int:
        """Lines on a page."""
        return max(1, self.query_one("#rows", Pane).size.height - 1)

    def do_page_down(self) -> None:
        """A page on."""
        self._page(1, self.page_height())

    def do_page_up(self) -> None:
        """A page back."""
        self._page(-1, self.page_height())

    def do_half_down(self) -> None:
        """Half a page on."""
        self._page(1, self.page_height() // 2)

    def do_half_up(self) -> None:
        """Half a page back."""
        self._page(-1, self.page_height() // 2)
