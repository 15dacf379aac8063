"""Moving on a story's screen: by rows, by articles, by columns, within the row spelt out."""

from __future__ import annotations

from tui.screens.panel import moving
from tui.screens.story_opening import StoryOpening
from tui.widgets.pane import Pane


class StoryMoving(StoryOpening):
    """A story's screen in whose panes `#grid` and `#detail` one moves; `_spell_out` shows the row
    one stands on."""

    detail_top: bool  # whether one moves in the row spelt out

    def _spell_out(self) -> None:
        raise NotImplementedError

    def move(self, by: int) -> None:
        """Move by rows, or by articles on the timeline."""
        shown, grid = self.shown, self.grid
        pane = self.query_one("#grid", Pane)
        if self.detail_top and self.looked_at == "ledger":
            self._along_row(by)
        elif self.detail_top:
            below = self.query_one("#detail", Pane)
            below.scroll_lines(below.top + by)
        elif self.looked_at == "timeline":
            before = self.report
            self.report = max(0, min(len(self.reports) - 1, self.report + by))
            pane.reveal(self.report, self.report)
            pane.redraw((before, self.report))
        elif shown is None or grid is None:
            return
        elif self.view == "names":
            self.named = max(0, min(len(self.names_listed) - 1, self.named + by))
            self._show()
        elif grid.facts:
            before = grid.row
            grid.row = max(0, min(len(grid.facts) - 1, grid.row + by))
            pane.reveal(grid.row, grid.row, context=1)
            pane.redraw((before, grid.row))
            self._spell_out()

    def page_height(self) -> int:
        """Rows on a page."""
        return max(1, self.query_one("#grid", Pane).size.height - 1)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves to a row."""
        if event.pane.id == "grid" and self.looked_at == "timeline":
            self.move(event.number - self.report)
            self.tell()
        elif event.pane.id == "grid" and self.grid is not None:
            self.move(event.number - self.grid.row)
            self.tell()

    def _step(self, by: int) -> None:
        if self.grid is not None and not self.grid.step_odds(by, self.app.size.width):
            self._notice = f"no {'further' if by > 0 else 'earlier'} row in which they differ"
        self._show()

    def do_next(self) -> None:
        """The next row in which articles differ."""
        self._step(1)

    def do_previous(self) -> None:
        """The previous row in which articles differ."""
        self._step(-1)

    def _column(self, by: int) -> None:
        if self.grid is not None:
            before, width = self.grid.column, self.app.size.width
            filled = self.view == "ledger" and self.grid.step_filled(by, width)
            if not filled:
                self.grid.step_column(by, width)
            if self.grid.column != before:
                self.chosen = before
            self._show()

    def do_left(self) -> None:
        """The column to the left."""
        self._column(-1)

    def do_right(self) -> None:
        """The column to the right."""
        self._column(1)

    def do_column(self) -> None:
        """The column with this number."""
        if self.grid is not None:
            before = self.grid.column
            self.grid.step_column(self.nth - before, self.app.size.width)
            self.chosen = before if self.grid.column != before else self.chosen
            self._show()

    def _along_row(self, by: int) -> None:
        """Go through the articles of the row spelt out; beyond the last of them, scroll."""
        grid, below = self.grid, self.query_one("#detail", Pane)
        moved = False
        while grid is not None and by and grid.step_filled(by, self.app.size.width):
            moved, by = True, by - (1 if by > 0 else -1)
        if grid is None or not moved:
            below.scroll_lines(below.top + by)
            return
        self._show()
        lines = grid.told_at.get(grid.column, range(1))
        below.reveal(lines[0], lines[-1])

    def do_pane(self) -> None:
        """Move in the grid, or in the row spelt out."""
        self.detail_top = not self.detail_top
        grid, width = self.grid, self.app.size.width
        if self.detail_top and self.view == "ledger" and grid is not None:
            if grid.column not in grid.told_at and not grid.step_filled(1, width):
                grid.step_filled(-1, width)
            self._show()
        where = "in the row spelt out" if self.detail_top else "by rows"
        self._notice = f"{moving(self.KIND)} {where}"
