"""Frames: what Textual's compositor wants on the screen, as rows.

A `Frame` keeps all rows that are wanted; each update of the compositor, whole or in pieces, is
laid over it. Strips go in with their segments, so nothing is ever parsed back from escape codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_

from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.driver.pens import Pens
from tui.driver.rows import Row, blank, built, placed


class Frame:
    """The rows that are wanted on a screen of `width` by `height` cells."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows: list[Row] = [blank(width)] * height
        self._strips: list[list[Strip | None]] = [[]] * height
        """The very strips that a row was made of, where it was made whole."""

    def lay(self, update: CompositorUpdate, pens: Pens) -> bool:
        """Lay an update over the rows; False for an update of a kind that is not known."""
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                if 0 <= y < self.height:
                    self._line(y, update.region.x, list(strips), pens)
            return True
        if isinstance(update, ChopsUpdate):
            for y, start, end in update.spans:
                if 0 <= y < self.height:
                    self._chops(update, y, start, end, pens)
            return True
        return False

    def _line(self, y: int, x: int, strips: list[Strip | None], pens: Pens) -> None:
        """A whole row; the strips of a row that did not change are often the same objects."""
        before = self._strips[y]
        if len(before) == len(strips) and all(map(is_, before, strips)):
            return
        self._put(y, x, built(_segments(strips), pens))
        self._strips[y] = strips

    def _chops(self, update: ChopsUpdate, y: int, start: int, end: int, pens: Pens) -> None:
        """The pieces of one row that an update touches."""
        chops = update.chops[y]
        touched = [
            (x, strip if stop <= end else strip.crop(0, min(stop, end) - x))
            for stop, (x, strip) in zip(update.chop_ends[y], chops.items(), strict=False)
            if strip is not None and x <= end and stop > start
        ]
        for x, strip in touched:
            self._put(y, x, built(strip, pens))

    def _put(self, y: int, x: int, piece: Row) -> None:
        self._strips[y] = []
        self.rows[y] = placed(self.rows[y], x, piece)


def _segments(strips: Iterable[Strip | None]) -> Iterable[Segment]:
    for strip in strips:
        if strip is not None:
            yield from strip


def size_of(update: CompositorUpdate) -> tuple[int, int] | None:
    """Width and height of the screen that an update is for; None where it does not say."""
    if isinstance(update, LayoutUpdate):
        return update.region.right, update.region.bottom
    if isinstance(update, ChopsUpdate):
        width = max((ends[-1] for ends in update.chop_ends if ends), default=0)
        return (width, len(update.chops)) if width else None
    return None
