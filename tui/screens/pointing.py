"""The mouse in the reader: a press on a name, on a row of the list, and the wheel on the text."""

from __future__ import annotations

from tui.screens.find_in_text import FindScreen
from tui.screens.names_side import NamesSide
from tui.widgets.pane import Pane


class Pointing(FindScreen):
    """A reader in which one can point."""

    side_list: NamesSide
    at: int

    def go_to_row(self, at: int) -> None:
        """Open the article of a row of the list."""
        raise NotImplementedError

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A press stands on a name, another opens it; on a row of the list it opens the article."""
        if self.waiting:
            return
        if event.pane.id == "names":
            before = self.side_list.entity
            if self.side_list.point(event.number - 1):
                again = before is not None and before is self.side_list.entity
                self.action_do("open") if again else event.pane.refresh()
        elif event.pane.id == "list" and event.number // 2 != self.at:
            self._notice = ""
            self.go_to_row(event.number // 2)
            self.tell()

    def on_pane_wheel(self, event: Pane.Wheel) -> None:
        """The wheel turns the text by lines."""
        event.stop()
        event.prevent_default()  # every screen's own way of taking it
        pane = self.query_one("#text", Pane)
        pane.scroll_lines(pane.top + event.lines)
        self.tell()
