"""The article under the list's cursor, shown beside the list where there is room.

Follows the cursor a moment after it rests, reads in a thread, drops what was overtaken.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.desk import Latest
from tui.views.layout import search_panes
from tui.views.lines import EMPTY, Run
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen
    from tui.views.reading import Reading

PAUSE = 0.06  # seconds the cursor rests before the article is read


class Beside:
    """Keeps the panes `#preview` and `#names` of the list's screen up to date."""

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self._latest = Latest()
        self._pause: Timer | None = None
        self._shown = ""
        self.reading: Reading | None = None

    def forget(self) -> None:
        """Read the article anew when it is wanted next."""
        self._shown = ""

    def want(self) -> None:
        """Show the article under the cursor, once the cursor rests."""
        screen = self._screen
        if not screen.query_one("#preview").display or screen.current_id() == self._shown:
            return
        if self._pause is not None:
            self._pause.stop()
        self._pause = screen.set_timer(
            PAUSE, lambda: screen.in_background(self._load(), group="beside")
        )

    async def _load(self) -> None:
        from tui.views.reading import Reading

        screen = self._screen
        article, number = screen.current_id(), self._latest.ask()
        if not article:
            self.reading, self._shown = None, ""
            self.show()
            return
        explorer, archive, width = screen.explorer, screen.explorer.archive, self._width
        asked = screen.finding.query.strip() if screen.finding.answer is not None else ""
        spans = partial(archive.hit_spans, asked) if asked else None
        reading = await explorer.threads.article(
            lambda: Reading(archive.get(article), width, spans_of=spans)
        )
        if not self._latest.is_current(number) or not screen.is_mounted:
            return
        self.reading = reading
        reading.fit(self._width)
        self._shown = article
        self.show()

    @property
    def _width(self) -> int:
        return search_panes(self._screen.app.size.width).text or 60

    def lay_out(self) -> None:
        """Lay the article out for another width."""
        if self.reading is not None:
            self.reading.lay_out(self._width)
        self.show()
        self.want()

    def show(self) -> None:
        """Show article and names."""
        pane = self._screen.query_one("#preview", Pane)
        names_pane = self._screen.query_one("#names", Pane)
        if self.reading is None:
            pane.show_lines([])
            names_pane.show_lines([])
            return
        pane.show(len(self.reading.page.lines), self.reading.line, top=0)
        from tui.views.namelist import arrange, name_line

        names = self.reading.names
        if names is None:
            names_pane.show_lines([EMPTY, (Run("  names …", "dim"),)])
            return
        width = names_pane.size.width
        names_pane.show_lines(
            [EMPTY]
            + [name_line(n, names, width, cursor=False, chosen=False) for n in arrange(names)]
        )
