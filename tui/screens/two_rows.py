"""Moving on the page of two outlets, and the keys that choose what of it is shown.

Wiring only: the page itself knows its rows, `outlet_lines` how they look.
"""

from __future__ import annotations

from tui import commands
from tui.screens.base import CommandScreen
from tui.views.lines import told_rule
from tui.views.outlet_lines import told
from tui.views.outlet_page import Keep, OutletsPage
from tui.views.outlet_rows import LeftRight
from tui.widgets.pane import Bar, Pane


class TwoRows(CommandScreen):
    """A page of two outlets in the pane `#rows`; `_show` lays it out."""

    KIND = commands.TWO

    def __init__(self) -> None:
        super().__init__()
        self.page: OutletsPage | None = None

    def _show(self) -> None:
        raise NotImplementedError

    def _spell_out(self) -> None:
        width = self.app.size.width
        said = told(self.page) if self.page is not None else ""
        self.query_one("#foot-rule", Bar).put(told_rule(said, width))

    def move(self, by: int) -> None:
        """Move by rows."""
        if self.page is not None:
            before = self.page.row
            self.page.move(by)
            self._moved(before)

    def _moved(self, before: int) -> None:
        assert self.page is not None
        pane = self.query_one("#rows", Pane)
        pane.reveal(self.page.row, self.page.row, context=1)
        pane.redraw((before, self.page.row))
        self._spell_out()

    def page_height(self) -> int:
        """Rows on a page."""
        return max(1, self.query_one("#rows", Pane).size.height - 1)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves to a row; on the cursor it opens."""
        if self.page is not None and event.number == self.page.row:
            self.action_do("open")
        elif self.page is not None:
            self.move(event.number - self.page.row)
            self.tell()

    def _step(self, by: int) -> None:
        if self.page is not None:
            before = self.page.row
            if not self.page.step_evidence(by):
                self._notice = f"no {'further' if by > 0 else 'earlier'} row with evidence"
            self._moved(before)

    def do_next(self) -> None:
        """The next row with something to open."""
        self._step(1)

    def do_previous(self) -> None:
        """The previous row with something to open."""
        self._step(-1)

    def do_pane(self) -> None:
        """The next section."""
        if self.page is not None:
            before = self.page.row
            self.page.step_section()
            self._moved(before)

    def _arranged(self) -> None:
        assert self.page is not None
        self.page.arrange()
        self._show()

    def _keep(self, keep: Keep) -> None:
        if self.page is not None:
            self.page.keep, self.page.weeks = "" if self.page.keep == keep else keep, False
            self._arranged()

    def do_names(self) -> None:
        """Only who is named and how, or all again."""
        self._keep("names")

    def do_voices(self) -> None:
        """Only who is quoted, or all again."""
        self._keep("voices")

    def do_words(self) -> None:
        """Only the words of either side, or all again."""
        self._keep("words")

    def _only(self, side: LeftRight) -> None:
        if self.page is not None:
            self.page.only, self.page.weeks = "" if self.page.only == side else side, False
            self._arranged()

    def do_only_left(self) -> None:
        """Only what A alone has, or all again."""
        self._only("left")

    def do_only_right(self) -> None:
        """Only what B alone has, or all again."""
        self._only("right")

    def do_view(self) -> None:
        """All sections, or every bar of time."""
        if self.page is not None:
            self.page.weeks = not self.page.weeks
            self._arranged()

    def do_order(self) -> None:
        """Most first, or furthest apart first."""
        if self.page is not None:
            self.page.by_difference = not self.page.by_difference
            self._arranged()

    def do_fold(self) -> None:
        """Unfold the section, or fold it."""
        if self.page is not None:
            before = len(self.page.rows)
            self.page.fold()
            if len(self.page.rows) == before:
                self._notice = f"nothing is folded here; {self.keycap('evidence')} opens the rows"
            self._show()
