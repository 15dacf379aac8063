"""What the row under the cursor is made of, beside the page of two outlets on a wide terminal.

Follows the cursor a moment after it rests, asks in a thread, drops what was overtaken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.desk import Latest
from tui.views.evidence import Evidence, heading
from tui.views.layout import BESIDE_FROM
from tui.views.lines import EMPTY, Line, Run, wrap
from tui.views.outlet_rows import Behind, LeftRight, behind
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.coverage.result import Opened, Pair
    from tui.screens.two_outlets import TwoOutletsScreen

PAUSE = 0.15  # seconds the cursor rests before the articles are read
SIDES: tuple[LeftRight, ...] = ("left", "right")


class EvidenceBeside:
    """Keeps the pane `#beside` of the page of two outlets up to date."""

    def __init__(self, screen: TwoOutletsScreen) -> None:
        self._screen = screen
        self._latest = Latest()
        self._pause: Timer | None = None
        self._shown: tuple[Behind | None, Pair, int, bool] | None = None

    def want(self) -> None:
        """Show the articles and sentences behind the row, once the cursor rests."""
        screen, page = self._screen, self._screen.page
        width = screen.app.size.width
        if width < BESIDE_FROM or page is None or page.current is None:
            return
        rows = page.rows[page.row : page.row + 1 + page.current.heading]  # of a heading, its first
        item = rows[-1].item
        found = behind(item, page.pair) if item is not None else None
        wanted = found, page.pair, width, page.telling is not None
        if wanted == self._shown:
            return
        self._shown = wanted
        if self._pause is not None:
            self._pause.stop()
        if found is None:
            self._latest.ask()
            screen.query_one("#beside", Pane).show_lines([])
            return
        self._pause = screen.set_timer(
            PAUSE, lambda: screen.in_background(self._load(found, page.pair), group="beside")
        )

    async def _load(self, found: Behind, pair: Pair) -> None:
        screen, number = self._screen, self._latest.ask()
        archive, most = screen.explorer.archive, screen.query_one("#beside", Pane).size.height // 4
        parts = [getattr(found, side)[:most] for side in SIDES]
        opened = await screen.explorer.threads.query(
            lambda: [archive.outlets().opened(ids, found.sought, pair) for ids in parts]
        )
        if self._latest.is_current(number) and screen.is_mounted:
            self._show(found, pair, opened)

    def _show(self, found: Behind, pair: Pair, opened: Sequence[Sequence[Opened]]) -> None:
        pane = self._screen.query_one("#beside", Pane)
        width = pane.size.width
        laid = Evidence()
        for side, articles in zip(SIDES, opened, strict=True):
            if articles:
                every = len(getattr(found, side))
                laid.add(side, articles, heading(found, pair, side, 0, len(articles), every))
        laid.lay(width)
        told: list[Line] = [
            (Run("  "), Run(found.told[a:b], "strong")) for a, b in wrap(found.told, width - 4)
        ]
        pane.show_lines([*told, EMPTY, *(laid.unmarked(n) for n in range(laid.count))])
