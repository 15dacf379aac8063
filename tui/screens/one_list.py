"""A screen of one list under a head: its panes, and for rows of a line each the moving."""

from __future__ import annotations

from collections.abc import Sized

from textual.app import ComposeResult

from tui.screens.base import CommandScreen
from tui.widgets.pane import Bar, Pane


class OneList(CommandScreen):
    """Head, list, status."""

    def compose(self) -> ComposeResult:
        """Head, list, status."""
        yield Bar(id="head")
        yield Pane(id="list")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")


class ListOfRows(OneList):
    """A list whose `rows` take a line each; `cursor` is the row one stands on."""

    rows: Sized
    cursor: int

    def move(self, by: int) -> None:
        """Move by rows."""
        if self.rows:
            before = self.cursor
            self.cursor = max(0, min(len(self.rows) - 1, self.cursor + by))
            pane = self.query_one("#list", Pane)
            pane.reveal(self.cursor, self.cursor)
            pane.redraw((before, self.cursor))

    def page_height(self) -> int:
        """Rows on a page."""
        return max(1, self.query_one("#list", Pane).size.height - 1)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves the cursor; on the cursor it opens."""
        if event.number == self.cursor:
            self.action_do("open")
        elif self.rows:
            self.move(event.number - self.cursor)
            self.tell()
