"""A screen of sentences one under another: moving through them, reading on as one comes near the
end, and the way from a sentence to its article. What they are the evidence of, subclasses say.
"""

from __future__ import annotations

from typing import Any

from textual import events

from corpus.article import Article
from tui.screens.one_list import OneList
from tui.views.laid import Laid
from tui.views.lines import Line, rule
from tui.widgets.pane import Bar, Pane

NEAR = 20  # sentences before the end of those that were read, from where on more are read


class PassagesScreen(OneList):
    """Sentences (`laid`) that are read in parts."""

    FIRST_PARTS = 1  # that are read at once
    laid: Laid[Any]

    def on_mount(self) -> None:
        """Read the first of them."""
        self._show()
        self.load(lambda: self._parts(self.FIRST_PARTS))

    @property
    def more(self) -> bool:
        """Whether there are sentences that were not read."""
        raise NotImplementedError

    async def part(self) -> None:
        """Read the next of them into `laid`."""
        raise NotImplementedError

    def head(self, width: int) -> tuple[Line, Line]:
        """What they are the evidence of, and the way here."""
        raise NotImplementedError

    def here(self) -> tuple[str, int, str | None]:
        """Article (id) and number of the sentence under the cursor (-1: the article itself), and
        its words; an empty id where there is none."""
        raise NotImplementedError

    # --- reading --------------------------------------------------------------------------

    async def _parts(self, parts: int) -> None:
        try:
            for _ in range(parts):
                if not (self.more and self.is_mounted):
                    break
                await self.part()
                if self.is_mounted:
                    self._show()
        finally:
            self.arrived()
            self.tell()

    async def read_all(self) -> None:
        """Read all that were not read, and show them."""
        while self.more and self.is_mounted:
            await self.part()
            self.laid.lay(self.app.size.width)
        if self.is_mounted:
            self._show()

    # --- showing --------------------------------------------------------------------------

    def _show(self) -> None:
        width, pane = self.app.size.width, self.query_one("#list", Pane)
        self.laid.lay(width)
        self.query_one("#head", Bar).put(*self.head(width), rule(width, "━"))
        self.query_one("#foot-rule", Bar).put(rule(width))
        pane.show(self.laid.count, self.laid.line)
        self._reveal()
        self.tell()

    def _reveal(self) -> None:
        first, last = self.laid.place
        self.query_one("#list", Pane).reveal(max(0, first - 1), last)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the sentences out for the new width."""
        self.call_after_refresh(self._show)

    # --- moving ---------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Move by sentences."""
        before = self.laid.place
        self.laid.move(by)
        self._moved(before)

    def _moved(self, before: tuple[int, int]) -> None:
        self._reveal()
        touched = {*range(before[0], before[1] + 1)}
        touched.update(range(self.laid.place[0], self.laid.place[1] + 1))
        self.query_one("#list", Pane).redraw(touched)
        if self.laid.at >= self.laid.places - NEAR and self.more and not self.waiting:
            self.waiting = True
            self.in_background(self._parts(1), group="more")

    def do_last(self) -> None:
        """To the last of all, which may have to be read first."""
        if not self.waiting:
            self.waiting = True
            self.in_background(self._to_last(), group="more")

    async def _to_last(self) -> None:
        try:
            await self.read_all()
            if self.is_mounted:
                self.laid.move(self.laid.places)
                self._show()
        finally:
            self.arrived()
            self.tell()

    def page_height(self) -> int:
        """Sentences on a page, as many as stand on it now."""
        pane = self.query_one("#list", Pane)
        seen = {self.laid.at_line(pane.top + y) for y in range(pane.size.height)} - {None}
        return max(1, len(seen) - 1)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves to a sentence; on the cursor it opens."""
        at = self.laid.at_line(event.number)
        if at == self.laid.at:
            self.action_do("open")
        elif at is not None:
            self.move(at - self.laid.at)
            self.tell()

    # --- going on from here ---------------------------------------------------------------

    def current_id(self) -> str:
        """The article of the sentence."""
        return self.here()[0]

    def do_open(self) -> None:
        """Read on where the sentence stands."""
        article, sentence, _ = self.here()
        if article:
            self.explorer.open_sentence(article, sentence)

    def sentence_in(self, article: Article) -> int:
        """The sentence under the cursor."""
        return self.here()[1]
