"""The sentences behind a number, one under the other; Enter reads on in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from tui import commands
from tui.screens.base import CommandScreen
from tui.screens.entity_asked import places_of
from tui.views.lines import EMPTY, Line, Run, clip, counted, place, rule, shown, spread
from tui.views.sentences import place_lines
from tui.views.way import way_here
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from index.entity.result import EntityPage, Place, Target

NEAR = 20  # sentences before the end of those that were read, from where on more are read


class SentencesScreen(CommandScreen):
    """The sentences that a number of an entity's page is made of; `told` names it."""

    KIND = commands.SENTENCES

    def __init__(self, page: EntityPage, target: Target, told: str) -> None:
        super().__init__()
        self.asked = page.key, page.query, target
        self.about = page
        self.told = told
        self.places: list[Place] = []
        self.total = self.articles = 0
        self.cursor = 0
        self.lines: list[tuple[int, Line]] = []

    crumb = "sentences"

    def compose(self) -> ComposeResult:
        """Head, sentences, status."""
        yield Bar(id="head")
        yield Pane(id="list")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Read the first of them."""
        self._show()
        self.in_background(self._more(), group="open")

    async def _more(self) -> None:
        self.waiting = True
        try:
            archive, asked, offset = self.explorer.archive, self.asked, len(self.places)
            compute = self.explorer.compute
            found = await self.explorer.threads.article(
                lambda: places_of(archive, asked, offset, compute)
            )
            if self.is_mounted and offset == len(self.places):
                self.places += found.rows
                self.total, self.articles = found.total, found.articles
                self._show()
        finally:
            self.arrived()

    def _show(self) -> None:
        width, pane = self.app.size.width, self.query_one("#list", Pane)
        self.lines = [
            (number, line)
            for number, one in enumerate(self.places)
            for line in (*place_lines(one, number + 1, width, here=number == self.cursor), EMPTY)
        ]
        size = f"{counted(self.total, 'sentence')} in {counted(self.articles, 'article')}"
        left = Run("SENTENCES", "masthead"), Run(f"  {shown(self.told)}", "strong")
        way = " › ".join(way_here(self.explorer.way()))
        query = self.asked[1]
        narrowed = f"   only of {shown(query)}" if query else ""
        self.query_one("#head", Bar).put(
            spread(left, (Run(size if self.places else "", "dim"),), width),
            clip((Run(way, "dim"), Run(narrowed, "dim")), width),
            rule(width, "━"),
        )
        self.query_one("#foot-rule", Bar).put(rule(width))
        pane.show(len(self.lines), lambda number: self.lines[number][1])
        self._reveal()
        self.tell()

    def _reveal(self) -> None:
        own = [n for n, (number, _) in enumerate(self.lines) if number == self.cursor]
        if own:
            self.query_one("#list", Pane).reveal(own[0], own[-1])

    def on_resize(self, event: events.Resize) -> None:
        """Lay the sentences out for the new width."""
        self.call_after_refresh(self._show)

    def status(self) -> tuple[Line, Line]:
        """Where one is among them."""
        if not self.places:
            return (Run("reading" if self.waiting else "no sentences", "dim"),), EMPTY
        return (Run(place(self.cursor + 1, self.total)),), (Run("newest first", "dim"),)

    def move(self, by: int) -> None:
        """Move by sentences."""
        if not self.places:
            return
        self.cursor = max(0, min(len(self.places) - 1, self.cursor + by))
        self._show()
        near = self.cursor > len(self.places) - NEAR
        if near and len(self.places) < self.total and not self.waiting:
            self.in_background(self._more(), group="open")

    def page_height(self) -> int:
        """Sentences on a page, as many as stand on it now."""
        pane = self.query_one("#list", Pane)
        seen = {number for number, _ in self.lines[pane.top : pane.top + pane.size.height]}
        return max(1, len(seen) - 1)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves the cursor; on the cursor it opens."""
        if event.pane.id == "list":
            number = self.lines[event.number][0]
            if number == self.cursor:
                self.action_do("open")
            else:
                self.move(number - self.cursor)

    @property
    def current(self) -> Place | None:
        """The sentence under the cursor."""
        return self.places[self.cursor] if self.places else None

    def current_id(self) -> str:
        """The article of the sentence."""
        return self.current.article if self.current else ""

    def do_open(self) -> None:
        """Read on where the sentence stands."""
        if self.current is not None:
            self.explorer.open_sentence(self.current.article, self.current.sentence)

    async def text_to_copy(self, what: str) -> str | None:
        """The sentence under the cursor."""
        if what == "sentence":
            return self.current.text if self.current else None
        return await super().text_to_copy(what)
