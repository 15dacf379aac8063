"""The sentences behind the number under the cursor, beside an entity's page on a wide terminal.

Follows the cursor a moment after it rests, asks in a thread, drops what was overtaken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from index.entity.result import Target
from tui.desk import Latest
from tui.screens.entity_asked import places_of
from tui.views.laid import AWAY
from tui.views.layout import BESIDE_FROM
from tui.views.lines import EMPTY, Line, Run, counted
from tui.views.sentences import place_lines
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from index.entity.result import Places
    from tui.screens.entity import EntityScreen

PAUSE = 0.15  # seconds the cursor rests before the sentences are asked for


class SentencesBeside:
    """Keeps the pane `#beside` of an entity's screen up to date."""

    def __init__(self, screen: EntityScreen) -> None:
        self._screen = screen
        self._latest = Latest()
        self._pause: Timer | None = None
        self._shown: tuple[str, Target, int] | None = None

    def want(self) -> None:
        """Show the sentences of the row under the cursor, once the cursor rests."""
        screen = self._screen
        width, row = screen.app.size.width, screen.current
        if width < BESIDE_FROM or row is None:
            return
        target = row.target or (Target("article", row.article) if row.article else None)
        wanted = (screen.query_text, target, width) if target else None
        if wanted is None or wanted == self._shown:
            return
        self._shown = wanted
        if self._pause is not None:
            self._pause.stop()
        self._pause = screen.set_timer(
            PAUSE, lambda: screen.in_background(self._load(wanted[1]), group="beside")
        )

    async def _load(self, target: Target) -> None:
        screen, number = self._screen, self._latest.ask()
        explorer, asked = screen.explorer, (screen.key, screen.query_text, target)
        found = await explorer.threads.query(
            lambda: places_of(explorer.archive, asked, 0, explorer.compute)
        )
        if self._latest.is_current(number) and screen.is_mounted:
            self._show(found)

    def _show(self, found: Places) -> None:
        pane = self._screen.query_one("#beside", Pane)
        width = pane.size.width
        size = f"{counted(found.total, 'sentence')} in {counted(found.articles, 'article')}"
        lines: list[Line] = [(Run(f"  {size}", "dim"),), EMPTY]
        for number, place in enumerate(found.rows[: pane.size.height // 3 + 1], 1):
            lines += [(AWAY, *line) for line in place_lines(place, number, width)]
            lines.append(EMPTY)
        pane.show_lines(lines)
