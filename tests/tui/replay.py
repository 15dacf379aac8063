"""Replays every frame of the explorer twice: as the terminal library writes it, and as we do.

Both outputs go to an emulated terminal each, and after every frame the two screens are the same,
cell for cell. What was written is kept, so that it can be counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from emulator import Terminal
from textual._compositor import CompositorUpdate
from textual.app import App

from tui.driver.frames import size_of
from tui.driver.painting import Traits
from tui.driver.picture import Picture


class Replay:
    """Two terminals that watch one app; `sent` is what ours was sent since it was emptied."""

    def __init__(self, app: App[Any], traits: Traits | None = None) -> None:
        self.picture = Picture(app.console._color_system, traits or Traits(feeds=True))
        self.size = (0, 0)
        self.stock: list[str] = []
        self.sent: list[str] = []
        self._app = app
        self._display = app._display
        app._display = self.display  # type: ignore[method-assign]

    @property
    def bytes_sent(self) -> int:
        """How many bytes ours was sent."""
        return sum(len(piece.encode()) for piece in self.sent)

    def display(self, screen: Any, renderable: Any) -> None:
        """In place of the app's own."""
        if isinstance(renderable, CompositorUpdate) and not self._app._batch_count:
            size = size_of(renderable)
            assert size is not None
            if size != self.size:
                self.size = size
                self.ours, self.theirs = Terminal(*size), Terminal(*size)
            stock = renderable.render_segments(self._app.console)
            assert self.picture.lay(renderable)
            self.show(stock)
        self._display(screen, renderable)

    def show(self, stock: str) -> None:
        """Let both terminals show a frame, and compare them."""
        ours = self.picture.painted()
        again = self.stock[-1:] == [stock]
        self.stock.append(stock)
        self.sent.append(ours)
        if again:  # drawn once more: nothing can have changed
            assert ours == ""
            return
        self.theirs.feed(stock)
        self.ours.feed(ours)
        same(self.ours, self.theirs, self.ours.changed() | self.theirs.changed())


def same(ours: Terminal, theirs: Terminal, rows: Iterable[int] | None = None) -> None:
    """Fail where two terminals do not show the same, and say where."""
    for y in range(ours.screen.lines) if rows is None else rows:
        left, right = ours.row(y), theirs.row(y)
        if left == right:
            continue
        for x, (one, two) in enumerate(zip(left, right, strict=True)):
            assert one == two, f"row {y}, column {x}: ours {one}, theirs {two}\n{ours.text()}"
