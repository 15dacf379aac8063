"""The first screen: the newest articles at once, and what a query finds as it is typed.

The list is on the left; where there is room the article under the cursor stands beside it,
and from 170 columns on its names too.
"""

from __future__ import annotations

from asyncio import gather
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size

from index.results import Hit
from tui import commands
from tui.finding import CONTEXT_ORDERS, FOLDS, ORDERS, Finding
from tui.screens.arranging import Arranging
from tui.screens.beside import Beside
from tui.screens.left_at import left_at, read_left
from tui.screens.list_rows import ListRows
from tui.session import ListPlace
from tui.unfolding import place_of
from tui.views.layout import search_panes
from tui.views.left import LEGEND
from tui.views.lines import Line, Run, rule
from tui.views.masthead import head_rule, masthead, nothing_listed
from tui.views.results import VIEWS, Listing, told, whereabouts
from tui.widgets.pane import Bar, Pane, Upright

if TYPE_CHECKING:
    from tui.places import ReaderPlace

LOOK = 2.0  # seconds between two looks at what came in meanwhile
READY = 0.2  # seconds after the first page until what a first query needs is loaded


class SearchScreen(Arranging):
    """The list of articles with its query box."""

    KIND = commands.SEARCH

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.rows = ListRows(self)
        self.beside = Beside(self)
        self._laid_out_for: Size | None = None

    @property
    def listing(self) -> Listing:
        """The list as it is drawn."""
        return self.rows.listing

    def compose(self) -> ComposeResult:
        """Masthead, query, reading, list and article, status."""
        yield Bar(id="masthead")
        yield Bar(id="query")
        yield Bar(id="reading")
        with Horizontal(id="body"):
            yield Pane(id="list")
            yield Upright(id="first-rule")
            yield Pane(id="preview")
            yield Upright(id="second-rule")
            yield Pane(id="names")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    # --- start ----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Ask for the newest articles, or for what was asked last time."""
        kept = self.explorer.session.search
        finding = self.finding
        finding.order = kept.order if kept.order in ORDERS else "relevance"
        finding.query = kept.query
        finding.fold = kept.fold if kept.fold in FOLDS else "copies"
        self.listing.view = kept.view if kept.view in VIEWS else "passages"
        finding.in_context = self.listing.view == "context"
        finding.context_order = next(
            (o for o in CONTEXT_ORDERS if o == kept.context_order), "found"
        )
        self.box.field.put(kept.query)
        self.box.remember(self.explorer.session.history)
        self._arrange()
        self.tell_top()
        self.in_background(self._start(kept.article, kept.row), group="start")

    async def _start(self, article: str, row: int) -> None:
        try:
            await gather(read_left(self), self.ask_and_unfold(article, row))
            self.explorer.resume()
        finally:
            self.arrived()  # keys typed meanwhile were meant for what was left open, if anything
        self.explorer.stands()
        self.later(READY, self.finding.ready, "ready")
        if self.finding.coverage.recognised < self.finding.coverage.articles:
            self.later(LOOK / 4, self.explorer.recognise, "recogniser")
        self.set_interval(LOOK, lambda: self.in_background(self._look(), group="look"))

    def _arrange(self) -> bool:
        """Give every pane its width; True when one came or went."""
        alone = self.finding.in_context and bool(self.finding.query.strip())
        panes = search_panes(self.app.size.width, alone=alone)
        before = self.query_one("#preview").display
        self.listing.beside = panes.text > 0
        for width, *names in (
            (panes.list, "#list"),
            (panes.text, "#preview", "#first-rule"),
            (panes.names, "#names", "#second-rule"),
        ):
            for name in names:
                self.query_one(name).display = width > 0
            self.query_one(names[0]).styles.width = max(1, width)
        return bool(before) != bool(panes.text)

    def on_resize(self, event: events.Resize) -> None:
        """Lay everything out for the new size."""
        if event.size != self._laid_out_for:  # at the start the same one is told several times
            self._laid_out_for = event.size
            self._arrange()
            self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        self.rows.lay_out()
        self._show_list()
        self.beside.lay_out()
        self.tell_top()
        self.tell()

    # --- what was found -------------------------------------------------------------------

    async def ask(self, article: str = "", row: int = 0) -> None:
        if not await self.finding.ask() or not self.is_mounted:
            return
        self.listing.years = self.finding.years
        if self._arrange():
            self.call_after_refresh(self._lay_out)
        self.cursor = self.finding.rows.row_of(article, row)
        self.rows.put(self.finding.hits, from_top=True)
        self._show_list()
        self.tell_top()
        self.tell()
        self.beside.want()

    async def _more(self, *, whole: bool = False) -> None:
        came = await self.finding.more(whole=whole)
        if whole and not came:  # a page came in between
            came = await self.finding.more(whole=True)
        if came and self.is_mounted:
            self.take()
            if whole:
                self._notice = ""
                self.move(len(self.listing.hits))
            self.tell()

    async def _fill(self) -> None:
        if await self.finding.fill(self.cursor) and self.is_mounted:
            self.take()

    def take(self) -> None:
        """Show the rows fetched so far; the cursor stays on the place that it is on."""
        here = self._current()
        if here is not None and self.cursor:  # who did not move yet stays at the top
            self.cursor = place_of(here, self.finding.hits, self.cursor)
        self.rows.put(self.finding.hits)
        self._show_list()

    async def _look(self) -> None:
        if await self.finding.look():
            self.tell_top()
            self.tell()

    def reload(self) -> None:
        """Take the articles that came in meanwhile."""
        self.beside.forget()
        self.in_background(self.ask_and_unfold(self.current_id(), self.cursor), group="query")

    # --- the list -------------------------------------------------------------------------

    def _show_list(self) -> None:
        self._mark()
        if self.listing.hits:
            self.rows.show()
        else:
            finding = self.finding
            asked = finding.asked and not finding.problem
            folder = self._named_folder() if asked else ""
            lines = nothing_listed(finding.query, finding.suggestion, folder) if asked else []
            self.query_one("#list", Pane).show_lines(lines)

    def _named_folder(self) -> str:
        """The archive's folder; empty where it is the one that is opened without a name."""
        from tui.cli.archives import archive_at

        folder = self.explorer.archive.path
        return "" if folder == archive_at(None) else str(folder.resolve())

    def _mark(self) -> None:
        self.listing.marked = self.explorer.session.numbers()
        self.listing.left = left_at(self.explorer)

    def move(self, by: int) -> None:
        """Move the cursor by rows."""
        if not self.listing.hits:
            return
        before = self.cursor
        self.cursor = max(0, min(len(self.listing.hits) - 1, self.cursor + by))
        self.rows.moved(before, self.cursor)
        if self.finding.wants_more(self.cursor):
            self.in_background(self._more(), group="more")
        elif self.listing.view != "lines" and self.finding.lacks(self.cursor):
            self.in_background(self._fill(), group="more")
        self.beside.want()

    def do_last(self) -> None:
        """To the end, also where it was not fetched yet."""
        if self.listing.hits and not self.finding.whole:
            self._notice = "fetching the rows up to the last…"
            self.in_background(self._more(whole=True), group="more")
        else:
            super().do_last()

    async def fetch_more(self) -> list[Hit]:
        """What can be read one after the other, with what the archive has next."""
        if not self.finding.whole:
            await self._more()
        return self.finding.to_read

    async def fetch_every(self) -> list[Hit]:
        """All hits that there are with their passages, fetched and shown."""
        hits = await self.finding.every()
        if self.is_mounted:
            self.take()
        return hits

    def stand_on(self, article: str) -> None:
        """Put the cursor on an article, where the list has it."""
        self.cursor = self.finding.rows.row_of(article, self.cursor)

    def page_height(self) -> int:
        """Rows on a page."""
        return self.rows.on_a_page

    def current_id(self) -> str:
        """The article under the cursor."""
        hit = self._current()
        return hit.row.id if hit is not None else ""

    def _current(self) -> Hit | None:
        hits = self.listing.hits
        return hits[self.cursor] if 0 <= self.cursor < len(hits) else None

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves the cursor; on the cursor it opens."""
        if event.pane.id != "list" or not self.listing.hits:
            return
        row = self.rows.row_at(event.number)
        if row == self.cursor:
            self.action_do("open")
        else:
            self.to_list()
            self.move(row - self.cursor)
            self.tell()

    def marks_changed(self) -> None:
        """Show the numbers of the marked articles, and stars."""
        self._mark()
        self.query_one("#list", Pane).refresh()
        self.tell()

    # --- commands -------------------------------------------------------------------------

    def do_open(self) -> None:
        """Read the article under the cursor."""
        article = self.current_id()
        if article:
            if self.finding.query.strip():
                self.remember()
            hits, at = self.finding.to_read, self.cursor
            if self.finding.in_context:
                at = next(n for n, hit in enumerate(hits) if hit.row.id == article)
            self.explorer.open_article(article, hits, at, place=self._place_in(article))
        elif self.finding.suggestion:
            self.ask_for(self.finding.suggestion)
        elif not self.finding.query.strip() and self.finding.coverage.articles == 0:
            self.explorer.open_sample()

    def _place_in(self, article: str) -> ReaderPlace | None:
        """Where in the article the place stands that the row under the cursor is."""
        hit = self._current()
        if hit is None or hit.sentence is None:
            return None
        from tui.places import ReaderPlace

        return ReaderPlace(article=article, top=-1, sentence=hit.sentence, lens="hits")

    def do_next_story(self) -> None:
        """The next row on an event that no row above is on."""
        self._to_story([row for row in self.listing.new_stories() if row > self.cursor][:1])

    def do_previous_story(self) -> None:
        """The row before on an event that no row above is on."""
        self._to_story([row for row in self.listing.new_stories() if row < self.cursor][-1:])

    def _to_story(self, rows: list[int]) -> None:
        if rows:
            self.move(rows[0] - self.cursor)
        else:
            self._notice = "there is no row on another event that way"

    def do_why(self) -> None:
        """Why this article was found."""
        answer = self.finding.answer
        if self.finding.problem or answer is None:
            newest = "there is no query: these are the newest articles"
            self._notice = self.finding.problem or newest
            return
        from tui.screens.why_found import show_why

        self.in_background(show_why(self, answer), group="why", opens=True)

    # --- what stands around the list ------------------------------------------------------

    def list_place(self) -> ListPlace:
        """Query, order and row."""
        return ListPlace(
            query=self.finding.query, order=self.finding.order, article=self.current_id(),
            row=self.cursor, view=self.listing.view, fold=self.finding.fold,
            context_order=self.finding.context_order,
        )  # fmt: skip

    def on_screen_resume(self) -> None:
        """Back from an article: its marks may have changed."""
        if not self.waiting:
            self._show_list()
            self.tell()
            self.beside.want()

    def tell_top(self) -> None:
        width, finding = self.app.size.width, self.finding
        self.query_one("#masthead", Bar).put(
            masthead(
                finding.extent,
                finding.coverage,
                width,
                sample=self.explorer.sample,
                private=self.explorer.private,
            ),
            head_rule(finding.coverage, width),
        )
        self.tell_box()
        problem = "" if self.patient and finding.answer is not None else finding.problem
        lines = told(finding.answer, problem, width)
        self.query_one("#reading", Bar).put(*lines, rule(width))
        self.query_one("#foot-rule", Bar).put(rule(width))

    def status(self) -> tuple[Line, Line]:
        """Row, order, marked; what came in meanwhile."""
        marked = len(self.explorer.session.marked)
        left = whereabouts(self.finding, self.cursor)
        return left, (Run(f"{marked} marked", "mark"),) if marked else ()

    def foot_keys(self) -> Mapping[str, str]:
        """Of an empty archive what it offers."""
        finding = self.finding
        nothing = finding.asked and not finding.problem and not finding.coverage.articles
        empty = nothing and not finding.query.strip()
        return {"open": "open the sample", "refresh": "look again", "back": "quit"} if empty else {}

    def forms(self) -> Iterable[tuple[str, str]]:
        """How a query is written."""
        from tui import query_forms  # not before it is asked for: the first picture waits for none

        return query_forms.rows()

    def legend(self) -> list[Line | str]:
        """The signs before a row, for the help panel."""
        numbers = (Run("1 … 9   ", "strong"), Run("marked for comparison", "dim"))
        signs = [(Run(f"{sign:<8}", "strong"), Run(said, "dim")) for sign, said in LEGEND]
        return [numbers, *signs, ""]
