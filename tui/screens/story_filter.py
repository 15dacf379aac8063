"""The rows of a ledger narrowed to those with some words, as one types them."""

from __future__ import annotations

from textual import events

from tui.screens.base import CommandScreen
from tui.views.ledger import Grid
from tui.views.query_box import QueryBox


class Filtering(CommandScreen):
    """A screen with a ledger whose rows can be filtered."""

    grid: Grid | None

    def __init__(self) -> None:
        super().__init__()
        self.box = QueryBox()

    def _show(self) -> None:
        raise NotImplementedError

    def do_find(self) -> None:
        """Only rows with these words."""
        self.box = QueryBox()
        self.box.active = True

    def typed_into(self, event: events.Key) -> bool:
        """Filter as one types."""
        if not self.box.active or self.grid is None:
            return False
        outcome = self.box.press(event.key, event.character)
        if outcome in ("changed", "cancelled"):
            self.grid.words = self.box.field.text if outcome == "changed" else ""
            self.grid.arrange()
            self._show()
        self.tell()
        return True

    def close_something(self) -> bool:
        """Take the filter off."""
        if self.grid is None or not (self.grid.words or self.grid.kinds):
            return False
        self.grid.words, self.grid.kinds = "", frozenset()
        self.grid.arrange()
        self._show()
        return True
