"""Two articles side by side: rows aligned by what they say, with the mark of their relation.

The comparison is computed in a thread; the screen shows both heads at once and the rows when
they are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from textual import events
from textual.app import ComposeResult

from corpus.article import Article
from tui import commands
from tui.screens.lensed import LensedScreen
from tui.screens.panel import Panel
from tui.session import ComparePlace
from tui.views.columns import MIDDLE, SideBySide, View
from tui.views.days import moment
from tui.views.differing import CompareLens, Side, sentences_of
from tui.views.lines import (
    EMPTY,
    Line,
    Run,
    clip,
    fit,
    padded,
    place,
    rule,
    shown,
    spread,
    told_rule,
    width_of,
)
from tui.views.pairs import totals, why
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from corpus.comparison.result import Comparison
    from index.results import Record

DAYS_FROM = 36  # from this width of a column on outlet and day stand on one line
VIEWS: tuple[View, ...] = get_args(View)


class CompareScreen(LensedScreen):
    """Two articles, by their ids."""

    KIND = commands.COMPARE

    def __init__(self, left: str, right: str, said: str = "") -> None:
        super().__init__()
        self._notice = said
        self.ids = (left, right)
        self.sides: SideBySide | None = None

    def compose(self) -> ComposeResult:
        """Heads, rows, totals, status."""
        yield Bar(id="head")
        yield Pane(id="rows")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Compute the comparison."""
        self._tell_head()
        self.in_background(self._open(), group="open")

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
        comparison: Comparison = await threads.article(lambda: archive.compare(left, right))
        if not self.is_mounted or self.ids != (left, right):
            return
        sides = SideBySide(comparison, *records, width=self.app.size.width)
        kept = self.explorer.session.compare
        if kept is not None and (kept.left, kept.right) == self.ids:
            sides.view = kept.view if kept.view in VIEWS else "both"
            sides.folded, sides.gravest, sides.row = kept.folded, kept.gravest, kept.row
            sides.arrange()
            sides.row = max(0, min(kept.row, len(sides.rows) - 1))
        self.sides = sides
        self._show(reveal=True)

    def keep_place(self) -> None:
        """Write articles, row and view down."""
        sides = self.sides
        if sides is not None:
            self.explorer.session.compare = ComparePlace(
                *self.ids, sides.row, sides.view, sides.folded, sides.gravest
            )

    def reload(self) -> None:
        """Compare anew."""
        self.keep_place()
        self.in_background(self._open(), group="open")

    # --- showing --------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new width."""
        if self.sides is not None:
            self.sides.width = self.app.size.width
            self.sides.arrange()
            self.call_after_refresh(self._show, True)
        self._tell_head()
        self.tell()

    def _show(self, reveal: bool = False) -> None:
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
            self.query_one("#rows", Pane).reveal(*self.sides.lines_of(self.sides.row), context=2)
            self.query_one("#rows", Pane).refresh()

    def _tell_head(self) -> None:
        width = self.app.size.width
        sides = self.sides
        left: Line = (Run("COMPARE", "masthead"),)
        if sides is None:
            self.query_one("#head", Bar).put(left, EMPTY, rule(width, "━"))
            return
        c = sides.comparison
        event = "same event" if c.same_event else "perhaps not the same event"
        said = f"{event} ({c.same_event_score:.2f})"
        view = "" if sides.view == "both" else f"{sides.view} side alone"
        view = f"only on the {sides.only}" if sides.only else view
        first = spread((*left, Run(f"  {said}", "dim")), (Run(view, "strong"),), width)
        lines = (first, self._heads(days=True), rule(width, "━"))
        if sides.view == "both" and sides.column_width < DAYS_FROM:
            said = " · ".join(filter(None, (said, view)))
            lines = (
                self._heads(days=False),
                self._heads(outlets=False),
                told_rule(said, width, "━"),
            )
        self.query_one("#head", Bar).put(*lines)
        self.query_one("#foot-rule", Bar).put(told_rule(totals(c), width))

    def _heads(self, *, outlets: bool = True, days: bool = True) -> Line:
        sides = self.sides
        assert sides is not None
        width = sides.column_width

        def head(record: Record, number: int, side: Side) -> Line:
            return one_head(record, number, width, sides.column == side, outlets, days)

        left, right = head(sides.left, 1, "left"), head(sides.right, 2, "right")
        space = Run(" " * sides.margin)
        if sides.view == "both":
            return (space, *padded(left, width), Run(" " * MIDDLE), *right)
        return (space, Run(" " * MIDDLE), *(left if sides.view == "left" else right))

    def status(self) -> tuple[Line, Line]:
        """The row one stands on."""
        if self.sides is None:
            return (Run("comparing", "dim"),), EMPTY
        lens = "" if self.sides.lens == "differences" else f"{self.sides.lens}   "
        right = lens + place(self.sides.row + 1, len(self.sides.rows))
        return (Run(self.sides.status()),), (Run(right, "dim"),)

    # --- moving ---------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Move by rows; within a row that is higher than the pane, by lines."""
        sides = self.sides
        if sides is None or not sides.rows:
            return
        before = sides.row
        sides.row = max(0, min(len(sides.rows) - 1, sides.row + by))
        pane = self.query_one("#rows", Pane)
        pane.reveal(*sides.lines_of(sides.row), context=1)
        first, last = sides.lines_of(before)
        here, there = sides.lines_of(sides.row)
        pane.redraw([*range(first, last + 1), *range(here, there + 1)])

    def _page(self, direction: int, height: int) -> None:
        sides = self.sides
        if sides is None or not sides.lines:
            return
        first, _ = sides.lines_of(sides.row)
        wanted = max(0, min(len(sides.lines) - 1, first + direction * height))
        row = sides.row_at(wanted)
        if row == sides.row:
            row = max(0, min(len(sides.rows) - 1, row + direction))
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

    def step(self, by: int) -> None:
        """Go to the next or previous difference, or row that the lens marks."""
        if self.sides is not None:
            before = len(self.sides.lines)
            self._notice = self.sides.step(by)
            if len(self.sides.lines) != before:
                self._show()
            self._reveal()

    def step_sentence(self, by: int) -> None:
        """Go to the next or previous row."""
        self.move(by)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves to a row."""
        if self.sides is not None and self.sides.lines:
            self.move(self.sides.row_at(event.number) - self.sides.row)
            self.tell()

    # --- views ----------------------------------------------------------------------------

    def look(self, lens: CompareLens) -> None:
        """Put a lens on, or take it off when it is on."""
        if self.sides is not None:
            self.sides.look_through(lens)
            self._show()
            if self.sides.lens != "differences" and not self.sides.places:
                self._notice = f"no {lens} are marked in these two"

    def do_wording(self) -> None:
        """The lens of wordings."""
        self.look("wording")

    def _only(self, side: Side) -> None:
        if self.sides is not None:
            self.sides.only = None if self.sides.only == side else side
            self.sides.arrange()
            self._show(reveal=True)

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
            sides.lens = "differences"
        sides.arrange()
        self._show(reveal=True)
        return True

    def do_view(self) -> None:
        """Two columns, left alone, right alone."""
        if self.sides is not None:
            self.sides.view = VIEWS[(VIEWS.index(self.sides.view) + 1) % len(VIEWS)]
            self.sides.arrange()
            self._show(reveal=True)

    def do_order(self) -> None:
        """In the order of the text, or gravest first."""
        if self.sides is not None:
            self.sides.gravest = not self.sides.gravest
            self.sides.arrange()
            self._show(reveal=True)
            self._notice = "gravest first" if self.sides.gravest else "in the order of the text"

    def do_fold(self) -> None:
        """Fold or unfold everything that stands on one side only."""
        if self.sides is not None:
            self.sides.folded = not self.sides.folded
            self.sides.unfolded.clear()
            self.sides.arrange()
            self._show(reveal=True)

    def do_open(self) -> None:
        """Unfold the passage under the cursor, or fold it again."""
        if self.sides is not None:
            self.sides.toggle_fold()
            self._show(reveal=True)

    def do_swap(self) -> None:
        """Swap the sides."""
        if self.sides is not None:
            self.ids = (self.ids[1], self.ids[0])
            self.sides.swap()
            self._show(reveal=True)

    def _choose_column(self, side: Side) -> None:
        if self.sides is not None:
            self.sides.column = side
            if self.sides.view != "both":
                self.sides.view = side
                self.sides.arrange()
                self._show(reveal=True)
            self._tell_head()

    def do_left(self) -> None:
        """The left column."""
        self._choose_column("left")

    def do_right(self) -> None:
        """The right column."""
        self._choose_column("right")

    def do_pane(self) -> None:
        """The other column."""
        if self.sides is not None:
            self._choose_column("right" if self.sides.column == "left" else "left")

    def do_why(self) -> None:
        """Why these two passages stand side by side."""
        row = self.sides.current if self.sides is not None else None
        if row is not None:
            self.app.push_screen(Panel("why this pair", text=why(row), hint="Esc close"))

    # --- copying --------------------------------------------------------------------------

    def current_id(self) -> str:
        """The article of the active column."""
        return self.ids[1 if self.sides is not None and self.sides.column == "right" else 0]

    async def current_article(self) -> Article | None:
        """The article of the active column."""
        if self.sides is None:
            return None
        record = self.sides.left if self.sides.column == "left" else self.sides.right
        return record.article

    async def text_to_copy(self, what: str) -> str | None:
        """What stands in the active column of the row."""
        sides = self.sides
        row = sides.current if sides is not None else None
        if sides is None or row is None or what in ("citation", "URL"):
            return await super().text_to_copy(what)
        numbers = row.left if sides.column == "left" else row.right
        sentences = [sentences_of(sides.comparison, sides.column)[n] for n in numbers]
        if what == "quotation":
            for pair in row.quotations:
                return pair.left_text if sides.column == "left" else pair.right_text
            return None
        if what == "paragraph" and sentences:
            article = await self.current_article()
            assert article is not None
            return article.text_of(sentences[0].within, sentences[0].paragraph)
        return " ".join(s.text for s in sentences) or None


def one_head(
    record: Record, number: int, width: int, here: bool, outlets: bool, days: bool
) -> Line:
    """The number, outlet and day of one side, or only one of the two."""
    article = record.article
    day = moment(article.published, article.published_at, zone=False) if days else ""
    if not outlets:
        return clip((Run("  "), Run(day, "dim")), width)
    outlet = shown(article.outlet or "outlet not known").upper()
    room = max(8, width - len(day) - (5 if day else 2))
    line = (
        Run(f"{number} ", "mark" if here else "dim"),
        Run(fit(outlet, min(width_of(outlet), room)), "strong"),
        Run(f"  {day}" if day else "", "dim"),
    )
    return clip(line, width)
