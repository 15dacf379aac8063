"""Pieces laid out as lines one under another, with places among them to stand on.

In go pieces as they come; out come the lines, those of the place under the cursor marked. Only what
is new is laid out, and a move of the cursor lays out nothing: there may be thousands of pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Generic, TypeVar

from tui.views.lines import EMPTY, Line, Run

Piece = TypeVar("Piece")
HERE, AWAY = Run("▌ ", "mark"), Run("  ", "mark")


class Laid(Generic[Piece]):
    """Lines of pieces; a subclass says how a piece looks by calling `put` and `stand`."""

    def __init__(self) -> None:
        self.at = 0  # the place under the cursor
        self._pieces: list[Piece] = []
        self._lines: list[Line] = []
        self._firsts: list[int] = []  # the first line of each place
        self._lasts: list[int] = []
        self._done = 0  # pieces that are laid out
        self._width = 0

    def piece(self, piece: Piece, width: int) -> None:
        """Lay one piece out for a width."""
        raise NotImplementedError

    def put(self, *lines: Line) -> None:
        """Lines that nobody stands on."""
        self._lines += lines

    def stand(self, *lines: Line) -> None:
        """The lines of a place, of which each has two cells at its left for the mark."""
        self._firsts.append(len(self._lines))
        self._lines += [(AWAY, *line) for line in lines or (EMPTY,)]
        self._lasts.append(len(self._lines) - 1)

    def lay(self, width: int) -> None:
        """Lay out what is not laid out for this width yet."""
        if width != self._width:
            self._lines, self._firsts, self._lasts = [], [], []
            self._done, self._width = 0, width
        for piece in self._pieces[self._done :]:
            self.piece(piece, width)
        self._done = len(self._pieces)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def places(self) -> int:
        """How many places there are to stand on, as far as they are laid out."""
        return len(self._firsts)

    def line(self, number: int) -> Line:
        """One line, marked when it belongs to the place under the cursor."""
        line = self._lines[number]
        first, last = self.place
        return (HERE, *line[1:]) if self._firsts and first <= number <= last else line

    def unmarked(self, number: int) -> Line:
        """One line, where nobody stands on any."""
        return self._lines[number]

    @property
    def place(self) -> tuple[int, int]:
        """First and last line of the place under the cursor."""
        return (self._firsts[self.at], self._lasts[self.at]) if self._firsts else (0, 0)

    def at_line(self, number: int) -> int | None:
        """The place that a line belongs to."""
        at = bisect_right(self._firsts, number) - 1
        return at if at >= 0 and number <= self._lasts[at] else None

    def move(self, by: int) -> None:
        """Move by places."""
        self.at = max(0, min(self.places - 1, self.at + by))
