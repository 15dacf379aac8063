"""One story: the ledger of who reports what, its articles in time, and who is named where.

The same screen shows the ledger of marked articles, whatever story they are in.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from index.stories.listing import first_of
from tui import commands
from tui.places import StoryPlace
from tui.screens.story_asked import Head, Shown
from tui.screens.story_filter import Filtering
from tui.screens.story_moving import StoryMoving
from tui.screens.story_opening import VIEWS
from tui.views.days import of_several_years
from tui.views.ledger import Grid
from tui.views.ledger_names import names_lines
from tui.views.ledger_told import detail_rule
from tui.views.ledger_words import KINDS, LEGEND, part_read
from tui.views.lines import EMPTY, Line, Run, place, rule, thousands, told_rule
from tui.views.stories import report_line, story_head, timeline
from tui.widgets.pane import Bar, Pane

DETAIL = 0.4  # share of the height for the row spelt out
LEAST = 6  # lines at least below the articles in time


class StoryScreen(StoryMoving, Filtering):
    """A story by the id of any of its articles, or the ledger of `articles`."""

    KIND = commands.STORY

    def __init__(
        self,
        story: str = "",
        siblings: Sequence[str] = (),
        at: int = -1,
        articles: Sequence[str] = (),
        place: StoryPlace | None = None,
    ) -> None:
        super().__init__()
        self.story, self.in_list, self.at = story, list(siblings), at
        self.articles = tuple(articles)
        self.kept = place  # where to open it
        self.wanted = list(place.wanted) if place is not None else []
        self.head: Head | None = None
        self.shown: Shown | None = None
        self.grid: Grid | None = None
        self.view = "ledger"
        self.report = self.named = 0
        self.chosen: int | None = None  # the column one came from: `c` compares it
        self.detail_top = False

    def compose(self) -> ComposeResult:
        """Head, grid, the row spelt out, status."""
        yield Bar(id="head")
        yield Pane(id="grid")
        yield Bar(id="detail-rule")
        yield Pane(id="detail")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Ask for the story."""
        self._show()
        self.load(self._open)

    # --- showing --------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay everything out for the new size."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width = self.app.size.width
        head = self.query_one("#head", Bar)
        detail, between = self.query_one("#detail", Pane), self.query_one("#detail-rule", Bar)
        shown, grid, about = self.shown, self.grid, self.shown or self.head
        detail.display = between.display = about is not None and self.looked_at != "names"
        detail.styles.height = self._detail_height()
        self.query_one("#grid").styles.height = "1fr"
        self.query_one("#foot-rule", Bar).put(told_rule(self._told(), width))
        if about is None:
            head.put((Run("STORY", "masthead"), Run("  reading", "dim")), self.way_rule())
            self.tell()
            return
        title = about.row.title if about.row else "marked articles"
        lines: list[Line] = [story_head(title, self.reports, width)]
        if shown is None or grid is None or self.view == "timeline":
            self._show_timeline(lines)
        else:
            grid.step_column(0, width)
            head.put(*lines, *grid.heads(width), self.way_rule())
            self._show_rows(shown, grid)
            self._spell_out()
        self.tell()

    def _show_timeline(self, lines: Sequence[Line]) -> None:
        """The articles, and by outlet and day below them."""
        width, pane = self.app.size.width, self.query_one("#grid", Pane)
        self.query_one("#head", Bar).put(*lines, self.way_rule())
        first = first_of(self.reports)
        years = of_several_years(one.published for one in self.reports)

        def line(number: int) -> Line:
            report, here = self.reports[number], number == self.report
            return report_line(report, self.app.size.width, here=here, first=first, years=years)

        pane.show(len(self.reports), line)
        pane.reveal(self.report, self.report)
        most = self.app.size.height - 8 - LEAST  # the grid stands right below the articles
        pane.styles.height = max(1, min(len(self.reports), most))
        self.query_one("#detail").styles.height = "1fr"
        self.query_one("#detail-rule", Bar).put(rule(width))
        self.query_one("#detail", Pane).show_lines(timeline(self.reports, *self.around, width))

    def _show_rows(self, shown: Shown, grid: Grid) -> None:
        """The rows of the ledger, or of the names."""
        width, pane = self.app.size.width, self.query_one("#grid", Pane)
        if self.view == "names":
            first, at, whole = grid.first_column, self.named, grid.singles
            lines = names_lines(shown.ledger, width, first, at, singles=whole)
            pane.show(len(lines), lines.__getitem__)
            pane.reveal(*[at + bool(shown.ledger.unread)] * 2)
        elif grid.height():
            pane.show(grid.height(), self._grid_line)
            pane.reveal(grid.row, grid.row, context=1)
        else:
            pane.show_lines([EMPTY, (Run(f"   {self._why_empty()}", "dim"),)])

    def _why_empty(self) -> str:
        """What takes the place of rows, and what can be done."""
        if self.grid is not None and (self.grid.words or self.grid.kinds):
            return f"no such rows; {self.keycap('close')} takes the filter off"
        return "no rows: these articles have no sentences to hold against each other"

    def _spell_out(self) -> None:
        if self.view == "ledger" and self.grid is not None:
            width = self.app.size.width
            self.query_one("#detail-rule", Bar).put(detail_rule(self.grid.current, width))
            lines = self.grid.detail(width, self._detail_height())
            self.query_one("#detail", Pane).show_lines(lines)
            self.query_one("#foot-rule", Bar).put(told_rule(self._told(), width))

    def _detail_height(self) -> int:
        return max(4, int((self.app.size.height - 8) * DETAIL))

    def _grid_line(self, number: int) -> Line:
        return self.grid.line(number, self.app.size.width) if self.grid else EMPTY

    def _told(self) -> str:
        shown, grid = self.shown, self.grid
        if shown is None or grid is None or self.view != "ledger":
            return ""
        part, left_out = part_read(shown.ledger.columns), len(shown.ledger.left_out)
        if left_out or part:
            compared = f"{len(shown.ledger.columns)} articles compared" + " in full" * (not part)
            return ", ".join(filter(None, (compared, part, f"{left_out} not" * bool(left_out))))
        return grid.legend(self.size.width)

    def legend(self) -> list[Line | str]:
        """The marks in the cells, for the help panel."""
        kinds = tuple((sign, f"a row of a {kind}") for sign, kind in KINDS)
        every = (*kinds, *LEGEND)
        return [*((Run(f"{word:<8}", "strong"), Run(said, "dim")) for word, said in every), ""]

    def status(self) -> tuple[Line, Line]:
        """The row one stands on, and which rows are kept."""
        if self.box.active:
            return (Run("rows with ", "dim"), *self.box.field.line(40, active=True)), EMPTY
        grid = self.grid
        if grid is None:
            told = self.making_told()
            if self.head is not None and not told:
                told = f"timeline   {self.keycap('view')} makes the ledger"
            return (Run(told or "reading the story", "dim"),), EMPTY
        if self.view == "names" and self.shown is not None:
            at = place(self.named + 1, len(self.names_listed))
            told = f"   {self.keycap('sentence')} opens the page of the name"
            return (Run(at), Run(told, "dim")), EMPTY
        if self.view != "ledger":
            return (Run(self.view, "dim"),), EMPTY
        kept = ", ".join(sorted(f"{kind}s" for kind in grid.kinds))
        kept = " ".join(filter(None, (kept, grid.words)))
        if not grid.facts:
            return (Run("no rows", "dim"),), (Run(f"only {kept}", "strong"),) if kept else EMPTY
        row = Run(f"row {grid.row + 1}/{len(grid.facts)}")
        order = "in the order of the text" if grid.by_text else grid.first_told()
        only = (Run(f"only {kept}", "strong"),) if kept else EMPTY
        if not kept and grid.alone:
            key = self.keycap("fold")
            told = f"{key} folds those of one article"
            if not grid.singles:
                told = f"{key} shows {thousands(grid.folded)} of one article"
            only = (Run(told, "dim"),)
        return (row, Run(f"   {order}", "dim")), only

    def close_something(self) -> bool:
        """Stop making the ledger, or take the filter off."""
        return self.stop_making() or super().close_something()

    # --- the stories of the list -----------------------------------------------------------

    def _sibling(self, by: int) -> None:
        at = self.at + by
        if not 0 <= at < len(self.in_list):
            self._notice = f"no {'further' if by > 0 else 'earlier'} story in the list"
            return
        view = self.view
        self.stop_making()
        self.at, self.story, self.view, self._notice = at, self.in_list[at], view, ""
        self.head = self.grid = self.shown = None
        self.report, self.chosen, self.wanted = 0, None, []
        self._show()
        self.in_background(self._open(), group="open")

    def do_next_hit(self) -> None:
        """The next story of the list."""
        self._sibling(1)

    def do_previous_hit(self) -> None:
        """The previous story of the list."""
        self._sibling(-1)

    # --- what is shown --------------------------------------------------------------------

    def do_bring(self) -> None:
        """Compare the report under the cursor in full, in place of another."""
        shown = self.shown
        if shown is None or self.view != "timeline":
            self._notice = f"{self.keycap('days')} shows all reports; there one can be compared too"
            return
        report = shown.reports[self.report]
        article = report.origin or report.id
        if article not in shown.ledger.left_out:
            self._notice = "this report is a column already"
            return
        self.wanted.append(article)
        self.kept = self.place()
        self.kept.view, self.kept.article = "ledger", article
        self.grid = None
        self.reload()

    def do_view(self) -> None:
        """Ledger, timeline, names."""
        if self.grid is None:
            self.make_now()
            return
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.detail_top = False
        self._show()

    def do_days(self) -> None:
        """The articles in time, or the ledger again."""
        if self.grid is None:
            self.make_now()
            return
        self.view = "ledger" if self.view == "timeline" else "timeline"
        self.detail_top = False
        self._show()

    def do_order(self) -> None:
        """Those that may conflict first, or in the order of the text."""
        if self.grid is not None:
            self.grid.by_text = not self.grid.by_text
            self.grid.arrange()
            self._show()

    def do_fold(self) -> None:
        """Show or fold the rows that one article carries alone."""
        if self.grid is not None:
            here = self.entity_here()
            self.grid.singles = not self.grid.singles
            self.grid.arrange()
            names = [one.key for one in self.names_listed]
            self.named = names.index(here) if here in names else 0
            self._show()

    def _keep(self, kind: str) -> None:
        if self.grid is not None:
            self.grid.kinds = frozenset() if self.grid.kinds == {kind} else frozenset({kind})
            self.grid.arrange()
            self.view = "ledger"
            self._show()

    def do_names(self) -> None:
        """Who is named where, or the ledger again."""
        if self.grid is None:
            self.make_now()
            return
        self.view = "ledger" if self.view == "names" else "names"
        self._show()

    def do_figures(self) -> None:
        """Only figures, or all rows again."""
        self._keep("figure")

    def do_quotations(self) -> None:
        """Only quotations, or all rows again."""
        self._keep("quotation")
