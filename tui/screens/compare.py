"""Two articles side by side: rows aligned by what they say, with the mark of their relation.

The comparison is computed in a thread; the screen shows both heads at once and the rows when
they are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from tui import commands
from tui.places import ComparePlace
from tui.screens.opposite import Opposites
from tui.screens.panel import Panel
from tui.screens.row_moving import RowMoving
from tui.screens.taking import Taking
from tui.views.columns import SideBySide
from tui.views.compare_place import VIEWS, kept, restore
from tui.views.differing import CompareLens, Side
from tui.views.heads import foot, head, head_of_two, reasons, under_head
from tui.views.lines import EMPTY, Line, Run, counted, place
from tui.views.marks import legend
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from corpus.comparison.result import Comparison
    from index.answers import Record


class CompareScreen(RowMoving, Opposites, Taking):
    """Two articles, by their ids."""

    KIND = commands.COMPARE

    def __init__(
        self, left: str, right: str, said: str = "", place: ComparePlace | None = None
    ) -> None:
        super().__init__()
        self._notice = said
        self.ids = (left, right)
        self.kept = place  # where to open it
        self.sides: SideBySide | None = None
        self._records: tuple[Record, Record] | None = None  # while they are compared

    def compose(self) -> ComposeResult:
        """Heads, rows, counts, status."""
        yield Bar(id="head")
        yield Pane(id="rows")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Compute the comparison."""
        self._tell_head()
        reading = (Run("   reading the two articles", "dim"),)
        self.query_one("#rows", Pane).show_lines([EMPTY, reading])
        self.load(self._open)

    async def _open(self) -> None:
        self.waiting = True
        try:
            await self._compare()
        finally:
            self.arrived()

    async def _compare(self) -> None:
        archive, threads = self.explorer.archive, self.explorer.threads
        left, right = self.ids
        records: tuple[Record, Record] = await threads.article(
            lambda: (archive.get(left), archive.get(right))
        )
        if self.sides is None and self.is_mounted and self.ids == (left, right):
            self._records = records  # both headlines at once, the rows when they are found
            self._tell_head()
        comparison: Comparison = await threads.article(lambda: archive.compare(left, right))
        if not self.is_mounted or self.ids != (left, right):
            return
        before = self.sides
        sides = SideBySide(comparison, *records, width=self.app.size.width)
        place, self.kept = self.kept, None
        if place is not None and (place.left, place.right) == self.ids:
            restore(sides, place)
        elif before is not None:  # the same view of another counterpart
            sides.view, sides.folded, sides.gravest = before.view, before.folded, before.gravest
            sides.lens, sides.column, sides.wanted = before.lens, before.column, before.wanted
            sides.arrange()
        self.sides = sides
        self.query_one("#rows", Pane).scroll_lines(0)
        self.show_rows(reveal=True)

    def place(self) -> ComparePlace:
        """Articles, row, view and column."""
        sides = self.sides
        if sides is None:
            return self.kept or ComparePlace(left=self.ids[0], right=self.ids[1])
        return kept(sides, self.ids)

    def reload(self) -> None:
        """Compare anew."""
        self.kept = self.place()
        self.in_background(self._open(), group="open")

    def lay_beside(self, right: str) -> None:
        """Put another article on the right."""
        self.ids = (self.ids[0], right)
        self.waiting = True
        self.in_background(self._open(), group="open")

    # --- showing --------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new width."""
        if self.sides is not None:
            self.sides.width = self.app.size.width
            self.sides.lay_out()
            self.call_after_refresh(self.show_rows, True)
        self._tell_head()
        self.tell()

    def show_rows(self, reveal: bool = False) -> None:
        """Draw head, rows and counts; `reveal` brings the current row into sight."""
        sides = self.sides
        if sides is None:
            return
        pane = self.query_one("#rows", Pane)
        if sides.lines:
            pane.show(len(sides.lines), sides.line)
        else:
            pane.show_lines([EMPTY, (Run("   " + sides.status(), "dim"),)])
        if reveal:
            self._reveal()
        self._tell_head()
        self.tell()

    def _reveal(self) -> None:
        if self.sides is not None and self.sides.lines:
            pane = self.query_one("#rows", Pane)
            pane.reveal(*self.sides.lines_of(self.sides.row), context=2)
            pane.refresh()

    def _tell_head(self) -> None:
        sides, bar = self.sides, self.query_one("#head", Bar)
        if sides is None:
            two = self._records
            wait: list[Line] = [(Run("COMPARE", "masthead"),), EMPTY]
            bar.put(*(head_of_two(two, self.app.size.width) if two else wait), self.way_rule())
            return
        strong = sides.comparison.answer != "same"
        under = self.way_rule(under_head(sides), strong=strong)
        bar.put(*head(sides, self.opposite_place()), under)
        self.query_one("#foot-rule", Bar).put(*foot(sides))

    def status(self) -> tuple[Line, Line]:
        """The difference or the row one stands on."""
        sides = self.sides
        if sides is None:
            return (Run("comparing", "dim"),), EMPTY
        if self.box.active:
            number = counted(len(sides.places), "row") if sides.wanted else ""
            field = self.box.field.line(self.app.size.width // 2, active=True)
            return (Run("/ ", "mark"), *field), (Run(number, "dim"),)
        told = sides.lens == "differences" or sides.place is not None
        lens = "" if told else f"{sides.marked_in_all}   "
        lens = "gravest first   " + lens if sides.gravest else lens
        right = lens + place(sides.row + 1, len(sides.rows))
        return (Run(sides.status()),), (Run(right, "dim"),)

    # --- moving ---------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next or previous difference, or place that the lens marks."""
        if self.sides is not None:
            self._notice = self.sides.step(by)
            self.show_rows(reveal=True)

    def step_sentence(self, by: int) -> None:
        """Go to the next or previous row."""
        self.move(by)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves to a row."""
        if self.sides is not None and self.sides.lines and event.pane.id == "rows":
            self.move(self.sides.row_at(event.number) - self.sides.row)
            self.tell()

    # --- views ----------------------------------------------------------------------------

    def look(self, lens: CompareLens) -> None:
        """Put a lens on, or take it off when it is on."""
        sides = self.sides
        if sides is None:
            return
        if lens == "names" and (sides.left.names is None or sides.right.names is None):
            self._notice = "the names of these two are being read"
            self.in_background(self.read_names(), group="names")
            return
        sides.look_through(lens)
        self.show_rows(reveal=bool(sides.nothing))
        self._notice = sides.nothing
        if sides.lens != "differences" and sides.places:
            self._notice = f"{sides.marked_in_all} marked, {self.keycap('next')} goes to the next"

    def do_wording(self) -> None:
        """The lens of wordings."""
        self.look("wording")

    def find(self, words: str) -> None:
        """Mark words in both articles as they are typed."""
        if self.sides is not None:
            self.sides.look_through("find" if words.strip() else "differences", words.strip())
            self.show_rows()

    def take_off(self) -> None:
        """Take the lens off."""
        if self.sides is not None and self.sides.lens != "differences":
            self.sides.look_through(self.sides.lens)
            self.show_rows()

    def _only(self, side: Side) -> None:
        if self.sides is not None:
            self.sides.only = None if self.sides.only == side else side
            self._arranged()

    def do_only_left(self) -> None:
        """Only what stands on the left, or everything again."""
        self._only("left")

    def do_only_right(self) -> None:
        """Only what stands on the right, or everything again."""
        self._only("right")

    def close_something(self) -> bool:
        """Take the filter off, then the lens."""
        sides = self.sides
        if sides is None or (sides.only is None and sides.lens == "differences"):
            return False
        if sides.only is not None:
            sides.only = None
        else:
            sides.lens, sides.wanted = "differences", ""
        self._arranged()
        return True

    def _arranged(self) -> None:
        assert self.sides is not None
        self.sides.arrange()
        self.show_rows(reveal=True)

    def do_view(self) -> None:
        """Two columns, left alone, right alone."""
        if self.sides is not None:
            self.sides.view = VIEWS[(VIEWS.index(self.sides.view) + 1) % len(VIEWS)]
            self._arranged()

    def do_order(self) -> None:
        """In the order of the text, or gravest first."""
        if self.sides is not None and self.sides.only is not None:
            self._notice = "all of these weigh alike; they stand in the order of the text"
        elif self.sides is not None:
            self.sides.gravest = not self.sides.gravest
            self._arranged()
            self._notice = "gravest first" if self.sides.gravest else "in the order of the text"

    def do_fold(self) -> None:
        """Fold or unfold everything that stands on one side only."""
        if self.sides is not None and not self.sides.foldable:
            self._notice = "nothing to fold here"
        elif self.sides is not None:
            self.sides.folded = not self.sides.folded
            self.sides.unfolded.clear()
            self._arranged()

    def do_versions(self) -> None:
        """The versions of the article under the cursor: two of them side by side."""
        from tui.screens.versions import show_versions

        sides = self.sides
        if sides is not None:
            record = sides.left if sides.column == "left" else sides.right
            self.in_background(show_versions(self, record), group="versions", opens=True)

    def do_removed(self) -> None:
        """The lines that were set aside on both sides, under the rows; or without them again."""
        sides = self.sides
        if sides is None:
            return
        numbers = [len(record.article.removed) for record in (sides.left, sides.right)]
        if not any(numbers):
            self._notice = "nothing was set aside in these two articles"
            return
        sides.set_aside, sides.only = not sides.set_aside, None
        sides.arrange()
        if sides.set_aside:
            sides.row = next(n for n, row in enumerate(sides.rows) if row.set_aside is not None)
            sides.lay_out()
            self._notice = f"set aside: {numbers[0]} on the left, {numbers[1]} on the right"
        self.show_rows(reveal=True)

    def do_open(self) -> None:
        """Unfold the passage under the cursor, or read on there."""
        if self.sides is not None and not self.sides.toggle_fold():
            self.read_there()
        else:
            self.show_rows(reveal=True)

    def do_swap(self) -> None:
        """Swap the sides."""
        if self.sides is not None:
            self.ids = (self.ids[1], self.ids[0])
            self.forget_opposites()
            self.sides.swap()
            self.show_rows(reveal=True)

    def _choose_column(self, side: Side) -> None:
        sides = self.sides
        if sides is not None:
            sides.column = side
            if not sides.two:
                sides.view = side if sides.view != "both" else "both"
                sides.lay_out()
            self.show_rows(reveal=not sides.two)  # the other column is in sight as it is

    def do_left(self) -> None:
        """The left column."""
        self._choose_column("left")

    def do_right(self) -> None:
        """The right column."""
        self._choose_column("right")

    def do_pane(self) -> None:
        """The other column."""
        if self.sides is not None:
            here = self.sides.column if self.sides.view == "both" else self.sides.view
            self._choose_column("right" if here == "left" else "left")

    def do_why(self) -> None:
        """Why these two passages stand side by side."""
        sides = self.sides
        row = sides.current if sides is not None else None
        if sides is None or row is None:
            return
        panel = Panel(
            f"why {row.mark}".strip(), text=reasons(sides, row), hint="Esc close", share=0.5
        )
        pane, size = self.query_one("#rows", Pane), self.app.size
        before = pane.top
        if not row.titles and sides.lines:  # the titles stand above the rows
            covers = panel.height_of_text(*size) - (size.height - pane.region.bottom)
            pane.stand_above(*sides.lines_of(sides.row), max(0, covers))

        def closed(_chosen: object) -> None:
            pane.scroll_lines(before)

        self.app.push_screen(panel, closed)

    def do_compare(self) -> None:
        """The marked articles side by side, or other reports of the event of this one."""
        marked = self.explorer.session.marked
        if len(marked) == 2 and set(marked) == set(self.ids):
            self.notice("these are the two marked articles")
        else:
            super().do_compare()

    def legend(self) -> list[Line | str]:
        """The marks between the columns, for the help panel."""
        if self.sides is None:
            return []
        return [
            (Run(f"{signs:<8}", "strong"), Run(said, "dim"))
            for signs, said in legend(self.sides.comparison)
        ]
