"""What stands beside the reader's text: the names on one side, the list on the other.

The names have a cursor of their own and are the legend of the marks; the list shows where the
open article stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Entity
from tui.screens.left_at import left_at
from tui.views.lines import Line, Run, spread, thousands
from tui.views.namelist import NameLine, arrange, name_line
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class NamesSide:
    """Keeps the reader's pane `#names`; `active` while keys move in it."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self.active = False
        self.cursor = 0
        self.lines: list[NameLine] = []

    @property
    def entity(self) -> Entity | None:
        """The entity under the cursor, while the list is active."""
        reading = self._screen.reading
        if not self.active or reading is None or reading.names is None or not self.lines:
            return None
        number = self.lines[self.cursor].entity
        return reading.names.entities[number] if number >= 0 else None

    def show(self) -> None:
        """Show the names as they are now."""
        reading = self._screen.reading
        pane = self._screen.query_one("#names", Pane)
        if reading is None:
            return
        names = reading.names
        if names is None:
            pane.show_lines([(Run("  names: being read", "dim"),)])
            return
        self.lines = arrange(names)
        if not self.lines:
            pane.show_lines([(Run("  no names found", "dim"),)])
            return
        self.cursor = max(0, min(self.cursor, len(self.lines) - 1))

        def line(number: int) -> Line:
            if number == 0:
                mark = Run("▌ " if self.active else "  ", "mark")
                total = Run(thousands(len(names.entities)) + " ", "dim")
                return spread((mark, Run("NAMES", "strong")), (total,), self._screen.panes.names)
            item = self.lines[number - 1]
            chosen = item.entity >= 0 and names.entities[item.entity].key == reading.only
            here = self.active and number - 1 == self.cursor
            return name_line(item, names, self._screen.panes.names - 1, cursor=here, chosen=chosen)

        pane.show(len(self.lines) + 1, line)

    def point(self, number: int) -> bool:
        """Stand on a line of the list; False where no name stands on it."""
        if not 0 <= number < len(self.lines) or self.lines[number].entity < 0:
            return False
        self.active, self.cursor = True, number
        return True

    def move(self, by: int) -> None:
        """Move from name to name."""
        entities = [n for n, line in enumerate(self.lines) if line.entity >= 0]
        if not entities:
            return
        here = entities.index(self.cursor) if self.cursor in entities else 0
        self.cursor = entities[max(0, min(len(entities) - 1, here + by))]
        pane = self._screen.query_one("#names", Pane)
        pane.reveal(self.cursor + 1, self.cursor + 1, context=1)
        pane.refresh()


def show_list(screen: ReaderScreen) -> None:
    """Show the list that the open article belongs to, where there is room for it."""
    pane = screen.query_one("#list", Pane)
    listing = screen.listing
    if not screen.panes.list or not listing.hits:
        return
    listing.marked = screen.explorer.session.numbers()
    listing.left = left_at(screen.explorer)
    listing.beside = True

    def line(number: int) -> Line:
        row, part = divmod(number, 2)
        return listing.lines(row, screen.panes.list, cursor=row == screen.at)[part]

    pane.show(2 * len(listing.hits), line)
    if screen.at >= 0:
        pane.reveal(2 * screen.at, 2 * screen.at + 1)
