"""What a terminal shows and what it should: a frame and a shadow that go together.

Updates of Textual's compositor go in, the bytes for the terminal come out. It needs neither a
terminal nor a running app, so that its output can be replayed and measured anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.color import ColorSystem
from textual._compositor import CompositorUpdate, LayoutUpdate

from tui.driver.frames import Frame, size_of
from tui.driver.painting import Shadow, Traits
from tui.driver.pens import FIRST, Pens, read
from tui.driver.rows import told

MOST_PENS = 40_000  # then they are numbered anew: a program with gradients, after hours


class Picture:
    """One terminal's frame and shadow; it begins without a size, which the first update has."""

    def __init__(self, colours: ColorSystem | None, traits: Traits) -> None:
        self.traits = traits
        self._pens = Pens(colours or ColorSystem.TRUECOLOR)
        self._begin(0, 0)

    def _begin(self, width: int, height: int) -> None:
        """An empty frame on a terminal that nobody knows."""
        self.frame = Frame(width, height)
        self.shadow = Shadow(width, height, self._pens, self.traits)

    def speaks_to(self, traits: Traits) -> None:
        """The terminal can do this from now on."""
        self.traits = self.shadow.traits = traits

    @property
    def empty(self) -> bool:
        """Whether nothing was laid yet."""
        return self.frame.width == 0

    def begin_with(self, codes: Sequence[str], rows: Sequence[tuple[Sequence[str], str]]) -> None:
        """The terminal shows these rows: what stands in their cells, and a character for each pen.

        `codes` are those of the pens, in the order of `FIRST` and what follows it.
        """
        here = [self._pens.number(read(one)) for one in codes]
        self._begin(len(rows[0][1]), len(rows))
        self.shadow.rows = [
            told(text, [here[ord(pen) - FIRST] for pen in pens], self._pens) for text, pens in rows
        ]

    def kept(self) -> tuple[list[str], list[tuple[Sequence[str], str]]]:
        """The frame, as `begin_with` takes it; links are not kept."""
        rows = [(row.text, self._smoothed(row.pens)) for row in self.frame.rows]
        return [pen.codes for pen in self._pens.pens], rows

    def _smoothed(self, pens: str) -> str:
        """Blanks in the pen of what stands before them, where nobody sees the difference."""
        out: list[str] = []
        for pen in pens:
            before = ord(out[-1]) - FIRST if out else 0
            same = out and self._pens.blanks[before] == ord(pen) - FIRST
            out.append(out[-1] if same else pen)
        return "".join(out)

    def lay(self, update: CompositorUpdate) -> bool:
        """Take an update into the frame; False for one of an unknown kind."""
        size = size_of(update)
        if size is None:
            return False
        if len(self._pens.pens) > MOST_PENS and isinstance(update, LayoutUpdate):
            self._pens = Pens(self._pens.colours)
            self._begin(*size)
        elif size != (self.frame.width, self.frame.height):
            self._begin(*size)
        return self.frame.lay(update, self._pens)

    def painted(self, cursor: tuple[int, int] | None = None) -> str:
        """What brings the terminal up to date, the cursor at a row and column where it is told."""
        return self.shadow.painted(self.frame.rows, cursor)

    def forget(self) -> None:
        """The terminal may show anything now."""
        self.shadow.forget()
