"""One person, organisation or place across the archive: a page whose every number opens.

Asked in a thread and counted in the computing process; the first time all articles that name the
entity are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui import commands
from tui.places import EntityPlace
from tui.screens.base import CommandScreen
from tui.screens.entity_asked import page_of
from tui.screens.entity_beside import SentencesBeside
from tui.screens.narrowed_by import asked_for
from tui.views.entity import HEADINGS, Row, arrange, head, how_counted, nothing, told
from tui.views.layout import BESIDE_FROM, rows_beside
from tui.views.lines import EMPTY, Line, Run, counted, place, rule, shown
from tui.widgets.pane import Bar, Pane, Upright

if TYPE_CHECKING:
    from corpus.article import Article
    from index.entity.result import EntityPage
    from tui.screens.panel import Panel


class EntityScreen(CommandScreen):
    """The page of the entity with this key; at a `place` with a query, of what it finds."""

    KIND = commands.ENTITY

    def __init__(self, key: str, place: EntityPlace | None = None) -> None:
        super().__init__()
        kept = place or EntityPlace()
        self.key, self.query_text = key, kept.query
        self.page: EntityPage | None = None
        self.rows: list[Row] = []
        self.cursor = max(0, kept.row)
        self.unfolded = frozenset(kept.unfolded)
        self.oldest = kept.oldest
        self._named = kept.name
        self._left = (kept.section, kept.opens, kept.article, kept.sentence)  # until it was read
        self._naming = 0
        self.beside = SentencesBeside(self)

    @property
    def crumb(self) -> str:
        """What a breadcrumb calls this screen."""
        return shown(self.page.name if self.page else self._named or self.key.partition(":")[2])

    def compose(self) -> ComposeResult:
        """Head, rows, status."""
        yield Bar(id="head")
        with Horizontal(id="body"):
            yield Pane(id="list")
            yield Upright(id="first-rule")
            yield Pane(id="beside")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Ask for the page."""
        self._show()
        self.load(self._open)

    def place(self) -> EntityPlace:
        """Whose page, of which articles, the row, what is unfolded."""
        name = self.page.name if self.page else self._named
        section, opens, article, sentence = self.current.opens if self.current else self._left
        return EntityPlace(
            query=self.query_text, row=self.cursor, key=self.key, name=name,
            unfolded=sorted(self.unfolded), oldest=self.oldest,
            section=section, opens=opens, article=article, sentence=sentence,
        )  # fmt: skip

    async def _open(self) -> None:
        self.waiting = True
        try:
            explorer, key, query = self.explorer, self.key, self.query_text
            archive, compute = explorer.archive, explorer.compute
            self._naming = await explorer.threads.article(lambda: archive.entities().naming(key))
            if self._naming:
                self._show()
            page = await explorer.threads.article(lambda: page_of(archive, key, query, compute))
            if self.is_mounted and (key, query) == (self.key, self.query_text):
                self.page = page
                self._arrange()
        finally:
            self.arrived()

    def reload(self) -> None:
        """Ask anew, the place kept."""
        self.in_background(self._open(), group="open")

    # --- showing --------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Lay the rows out, the cursor on the row it stood on."""
        if self.page is not None:
            left = self._left[0] if self.current is None else ""  # the section one comes back to
            here = self.current.opens if self.current else self._left
            self._lay_out()
            at = self._row_of(here)
            if at < 0 and left and left not in self.unfolded:  # others came before it
                folded, self.unfolded = self.unfolded, self.unfolded | {left}
                self._lay_out()
                at = self._row_of(here)
                if at < 0:
                    self.unfolded = folded
                    self._lay_out()
            self.cursor = at if at >= 0 else self.cursor
            self._settle(0)
        self._show()

    def _lay_out(self) -> None:
        if self.page is not None:
            self.rows = arrange(self.page, self._width, unfolded=self.unfolded, oldest=self.oldest)

    def _row_of(self, opens: tuple[str, str, str, int]) -> int:
        """The row that opens this; below 0 where there is none."""
        rows = enumerate(self.rows)
        return next((n for n, row in rows if row.stops and row.opens == opens), -1)

    @property
    def _width(self) -> int:
        """Cells of the rows; what is left of a wide terminal shows the sentences behind one."""
        return rows_beside(self.app.size.width)

    def _show(self) -> None:
        width, page = self.app.size.width, self.page
        wide = width >= BESIDE_FROM
        self.query_one("#first-rule").display = self.query_one("#beside").display = wide
        self.query_one("#list").styles.width = self._width if wide else "1fr"
        heading, pane = self.query_one("#head", Bar), self.query_one("#list", Pane)
        self.query_one("#foot-rule", Bar).put(rule(width))
        if page is None:
            name = shown(self._named or self.key.partition(":")[2].title())
            number = f"  counting {counted(self._naming, 'article')}" if self._naming else ""
            heading.put((Run("ENTITY", "masthead"), Run(f"  {name}"), Run(number, "dim")),
                        rule(width, "━"))  # fmt: skip
        else:
            heading.put(*head(page, self.way_here(), width), rule(width, "━"))
            if page.articles:
                pane.show(len(self.rows), self._line)
                pane.reveal(self.cursor, self.cursor, context=2)
            else:
                pane.show_lines(nothing(page))
            self.beside.want()
        self.tell()

    def _line(self, number: int) -> Line:
        row = self.rows[number]
        if not row.stops:
            indent = Run("  ") if row.line and row.line[0].text != "  " else Run("")
            return (indent, *row.line) if row.line else EMPTY
        return (Run("▌ " if number == self.cursor else "  ", "mark"), *row.line)

    def on_resize(self, event: events.Resize) -> None:
        """Lay everything out for the new size."""
        self.call_after_refresh(self._arrange)

    def status(self) -> tuple[Line, Line]:
        """The section one is in, and the place in the page."""
        row = self.current
        if row is None:
            return (Run("reading" if self.page is None else "nothing found", "dim"),), EMPTY
        stops = self._stops()
        at = place(stops.index(self.cursor) + 1, len(stops))
        section = HEADINGS[row.section].lower()
        order = "oldest first" if self.oldest else "newest first"
        ordered = order if row.section in ("said", "retold", "unsure", "article") else ""
        return (Run(at), Run(f"   {section}", "dim")), (Run(ordered, "dim"),)

    # --- moving ---------------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        inside = 0 <= self.cursor < len(self.rows)
        return self.rows[self.cursor] if inside and self.rows[self.cursor].stops else None

    def _stops(self) -> list[int]:
        return [number for number, row in enumerate(self.rows) if row.stops]

    def _settle(self, by: int) -> None:
        """Stand on a row that opens, so many of them on from here."""
        stops = self._stops()
        if stops:
            at = next((n for n, stop in enumerate(stops) if stop >= self.cursor), len(stops) - 1)
            self.cursor = stops[max(0, min(len(stops) - 1, at + by))]

    def move(self, by: int) -> None:
        """Move from row to row."""
        before = self.cursor
        self._settle(by)
        pane = self.query_one("#list", Pane)
        pane.reveal(self.cursor, self.cursor, context=2)
        pane.redraw((before, self.cursor))
        self.beside.want()

    def page_height(self) -> int:
        """Rows on a page."""
        return max(1, self.query_one("#list", Pane).size.height - 2)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves the cursor; on the cursor it opens."""
        if event.pane.id != "list" or not self.rows:
            return
        if event.number == self.cursor:
            self.action_do("open")
            return
        before, self.cursor = self.cursor, event.number
        self._settle(0)
        self.query_one("#list", Pane).redraw((before, self.cursor))
        self.tell()

    def _go(self, section: str) -> None:
        found = [n for n in self._stops() if self.rows[n].section == section]
        if found:
            self.cursor = found[0]
            self._show()
        else:
            self._notice = f"nothing {HEADINGS[section].lower()} here"

    def do_pane(self) -> None:
        """The next section; after the last the first."""
        row = self.current
        if row is not None:
            sections = list(dict.fromkeys(self.rows[n].section for n in self._stops()))
            self._go(sections[(sections.index(row.section) + 1) % len(sections)])

    def do_names(self) -> None:
        """To those it is named with."""
        self._go("with")

    def do_quotations(self) -> None:
        """To what it is quoted with."""
        self._go("said" if self.page and self.page.direct.times else "retold")

    def do_wording(self) -> None:
        """To what it is called."""
        self._go("label")

    # --- what is shown --------------------------------------------------------------------

    def do_fold(self) -> None:
        """Unfold the section, or fold it again."""
        row = self.current
        if row is not None:
            self.unfolded ^= {row.section}
            if row.more:
                self.cursor -= 1  # on the last row that was there
            self._arrange()

    def do_order(self) -> None:
        """Quotations and articles: newest or oldest first."""
        self.oldest = not self.oldest
        self._notice = "oldest first" if self.oldest else "newest first"
        self._arrange()

    def do_query(self) -> None:
        """Only of the articles that a query finds."""
        self.in_background(self._narrow(), group="query", opens=True)

    async def _narrow(self) -> None:
        typed = await asked_for(self, "only of the articles found", self.query_text, "shows all")
        if typed is not None:
            before, self.query_text = self.query_text, typed
            try:
                await self._open()
            except Exception:
                self.query_text = before  # it cannot be read: what stood there goes on
                raise

    def close_something(self) -> bool:
        """Take the query off."""
        if not self.query_text:
            return False
        self.query_text = ""
        self.reload()
        return True

    # --- going on from here ---------------------------------------------------------------

    def current_id(self) -> str:
        """The article of the row, where it is one's."""
        return self.current.article if self.current is not None else ""

    def sentence_in(self, article: Article) -> int:
        """The sentence of the row, where it is one's."""
        return self.current.sentence if self.current is not None else -1

    def entity_here(self) -> str:
        """The other entity of the row."""
        return self.current.key if self.current is not None else ""

    async def names_here(self) -> list[tuple[str, str, int]]:
        """Those it is named with."""
        return [(o.key, o.name, o.articles) for o in self.page.company] if self.page else []

    def do_open(self) -> None:
        """The sentences behind the number, or the article at its sentence."""
        row = self.current
        if row is None:
            return
        if row.more:
            self.do_fold()
        elif row.words:
            self.explorer.search_for(row.words)
        elif row.article:
            self.explorer.open_sentence(row.article, row.sentence)
        elif row.target is not None and self.page is not None:
            self.explorer.open_sentences(self.page, row.target, told(self.page, row.target))

    def do_why(self) -> None:
        """How it was counted."""
        if self.page is not None:
            from tui.screens.panel import Panel

            panel = Panel("how it was counted", text=how_counted(self.page), hint="Esc close")
            self.in_background(self._panel(panel), group="why", opens=True)

    async def _panel(self, panel: Panel) -> None:
        await self.app.push_screen_wait(panel)

    def do_export(self) -> None:
        """Write the page as a table or JSON."""
        from tui.screens.entity_export import export

        if self.page is not None:
            self.in_background(export(self, self.page), group="export", opens=True)
