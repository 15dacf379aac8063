"""The shadow of a terminal: what stands on it, and the fewest bytes to what is wanted there.

`Shadow.painted` takes the rows of a frame and gives back what has to be written: a scroll
of the rows that only moved, then the cells that changed, with as little as possible about cursor
and pen, and erasing where a row ends in blanks. Cells are written row by row, or pen by pen where
that is shorter: a mark down the side of ten rows is one change of pen then, not twenty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.driver.pens import FIRST, Pens
from tui.driver.rows import Row, blank, differing
from tui.driver.scrolling import Scroll, found

ERASE_FROM = 4  # differing cells at a row's end from which erasing is shorter than blanks
GAP = 6  # unchanged cells that are worth a look whether to write them again
DOWN = 4  # rows from which line feeds are no shorter than an address
BY_PEN = (
    3_000  # characters of a frame up to which pen by pen is tried: longer ones fill from the top
)
BLANKS = re.compile(" {11,}")  # erasing cells and jumping over them takes up to ten bytes


class Traits(NamedTuple):
    """What a terminal can do, beyond what all of them can."""

    erases_in_ground: bool = True
    """Erased cells take the ground of the pen, and so do rows that are scrolled in."""
    scrolls: bool = True
    """It knows SU and SD; otherwise lines are inserted and deleted."""
    feeds: bool = False
    """A line feed arrives as it is written, and moves down without returning."""


def traits_of(term: str, inside_tmux: bool = False) -> Traits:
    """What the terminal that `TERM` names can do; tmux calls itself screen, but can do more."""
    screen = term.startswith("screen") and not inside_tmux
    return Traits(erases_in_ground=not screen, scrolls=not term.startswith("linux"))


class Stroke(NamedTuple):
    """Cells `begin` to `end` (not included) of a row that are to be written, or erased."""

    y: int
    begin: int
    end: int
    row: Row
    erases: str = ""
    """The code that erases them; "" where they are written."""


class Shadow:
    """What stands on a terminal of `width` by `height` cells; None is a row nobody knows."""

    def __init__(self, width: int, height: int, pens: Pens, traits: Traits) -> None:
        self.width, self.height = width, height
        self.pens, self.traits = pens, traits
        self.rows: list[Row | None] = [None] * height
        self._out: list[str] = []
        self.pen: int | None = None
        self.at: tuple[int, int | None] | None = None
        """Where the cursor is: row and column, the column None after a row's last cell."""

    def forget(self) -> None:
        """Anything may stand on the terminal now, and any pen may be selected."""
        self.rows = [None] * self.height
        self.pen = self.at = None

    def painted(self, wanted: Sequence[Row], cursor: tuple[int, int] | None = None) -> str:
        """What makes the terminal show `wanted`, and leaves the cursor at a row and column."""
        rows = self.rows
        changed = [y for y, row in enumerate(wanted) if row is not rows[y] and row != rows[y]]
        if changed:
            if self.pen is None:
                self._out.append("\x1b[0m")
                self.pen = 0
            self._scroll(wanted)
            strokes: list[Stroke] = []
            for y in changed if self.rows is rows else range(self.height):
                old = self.rows[y]
                if old is not wanted[y] and old != wanted[y]:
                    strokes += self._strokes(y, old, wanted[y])
            self._draw(strokes)
            self.rows = list(wanted)
        if cursor is not None:
            self._move(*cursor)
        out, self._out = "".join(self._out), []
        return out

    # --- rows that moved ------------------------------------------------------------------

    def _scroll(self, wanted: Sequence[Row]) -> None:
        assert self.pen is not None
        scroll = found(self.rows, wanted)
        if scroll is None:
            return
        top, bottom, by = scroll
        edge = wanted[bottom - 1 if by > 0 else top]
        bare = blank(self.width, self._bare(edge))
        self._draw_with(ord(bare.pens[0]) - FIRST)
        self._out.append(f"\x1b[{top + 1};{bottom}r" + self._shift(scroll) + "\x1b[r")
        self.at = None  # at home on most terminals, but not on all
        fresh = [bare] * abs(by)
        band = self.rows[top:bottom]
        band = [*band[by:], *fresh] if by > 0 else [*fresh, *band[:by]]
        self.rows = [*self.rows[:top], *band, *self.rows[bottom:]]

    def _shift(self, scroll: Scroll) -> str:
        size = "" if abs(scroll.by) == 1 else str(abs(scroll.by))
        if self.traits.scrolls:
            return f"\x1b[{size}{'S' if scroll.by > 0 else 'T'}"
        return f"\x1b[{scroll.top + 1}H\x1b[{size}{'M' if scroll.by > 0 else 'L'}"

    def _bare(self, row: Row) -> int:
        """The pen of erased cells that suits a row best."""
        pen = self.pens.blanks[ord(row.pens[-1]) - FIRST]
        return pen if self._can_erase(pen) else 1

    def _can_erase(self, pen: int) -> bool:
        found = self.pens.pens[pen]
        return found.bare and (self.traits.erases_in_ground or not found.ground)

    # --- the order of writing -------------------------------------------------------------

    def _draw(self, strokes: Sequence[Stroke]) -> None:
        """Write row by row, or pen by pen: whichever is shorter."""
        before = self._out, self.pen, self.at
        by_row = self._drawn(strokes)
        if len(by_row) <= BY_PEN and not any(stroke.row.doubtful for stroke in strokes):
            after = self.pen, self.at
            _, self.pen, self.at = before
            parted = self._by_pen(strokes)
            by_pen = self._drawn(parted) if parted else by_row
            if len(by_pen) < len(by_row):
                by_row = by_pen
            else:
                self.pen, self.at = after
        self._out = [*before[0], by_row]

    def _drawn(self, strokes: Sequence[Stroke]) -> str:
        """What writes these, in their order."""
        self._out = []
        for stroke in strokes:
            if stroke.erases:
                self._draw_with(ord(stroke.row.pens[stroke.begin]) - FIRST)
                self._move(stroke.y, stroke.begin)
                self._out.append(stroke.erases)
            else:
                self._cells(stroke.y, stroke.begin, stroke.end, stroke.row)
        return "".join(self._out)

    def _by_pen(self, strokes: Sequence[Stroke]) -> list[Stroke]:
        """The same cells, those of one pen together; nothing where one pen draws them all.

        Blanks go with any pen of their ground: with that of the cells beside them, or the first.
        """
        groups: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            pens, at = stroke.row.pens, stroke.begin
            while at < stroke.end:
                pen = ord(pens[at]) - FIRST
                run = self.pens.runs[pen](pens, at, stroke.end)
                assert run is not None
                if self.pens.pens[pen].bare and run.end() < stroke.end:
                    behind = ord(pens[run.end()]) - FIRST
                    if self.pens.blanks[behind] == pen:
                        pen = behind
                        run = self.pens.runs[pen](pens, at, stroke.end)
                        assert run is not None
                groups.setdefault(pen, []).append(stroke._replace(begin=at, end=run.end()))
                at = run.end()
        for pen in [pen for pen in groups if self.pens.pens[pen].bare]:
            like = [other for other in groups if other != pen and self.pens.blanks[other] == pen]
            if like:
                beside = self.pen if self.pen in like else like[0]
                groups[beside] = sorted(groups[beside] + groups.pop(pen))
        if len(groups) < 2:
            return []
        out: list[Stroke] = []
        here = self.pen or 0
        while groups:
            here = min(groups, key=lambda pen: len(self.pens.change(here, pen)[0]))
            out += groups.pop(here)
        return out

    # --- one row --------------------------------------------------------------------------

    def _strokes(self, y: int, old: Row | None, new: Row) -> list[Stroke]:
        """What has to be written and erased to make one row of another."""
        if old is None or old.doubtful or new.doubtful:
            spans = [(0, self.width)]
        else:
            spans = self._spans(differing(old, new), old, new)
        end, last = self._tail(new), spans[-1][1]
        if last > end:
            behind = sum(b - max(a, end) for a, b in spans if b > end)
            if behind < ERASE_FROM or (end and old is not None and old.text[end] == ""):
                end = self.width
        out: list[Stroke] = []
        for begin, stop in spans:
            if begin < end:
                out += self._around_blanks(y, begin, min(stop, end), new)
        if last > end:
            begin = next(max(a, end) for a, b in spans if b > end)
            out.append(Stroke(y, begin, self.width, new, "\x1b[K"))
        return out

    def _around_blanks(self, y: int, begin: int, end: int, row: Row) -> Iterator[Stroke]:
        """The cells of a row from `begin` to `end`, long blanks among them erased."""
        at = begin
        if isinstance(row.text, str):
            for gap in BLANKS.finditer(row.text, begin, end):
                first, stop = gap.span()
                pen = row.pens[first]
                if row.pens.count(pen, first, stop) < stop - first:
                    continue
                if not self._can_erase(ord(pen) - FIRST):
                    continue
                if at < first:
                    yield Stroke(y, at, first, row)
                yield Stroke(y, first, stop, row, f"\x1b[{stop - first}X")
                at = stop
        if at < end:
            yield Stroke(y, at, end, row)

    def _tail(self, row: Row) -> int:
        """Where the blanks begin that a row ends in, as far as erasing makes them."""
        last = row.pens[-1]
        if not self._can_erase(ord(last) - FIRST):
            return self.width
        return min(self.width, len(row.pens.rstrip(last)))

    def _spans(self, apart: Sequence[tuple[int, int]], old: Row, new: Row) -> list[tuple[int, int]]:
        """The stretches of a row to be written: where cells differ, near ones joined."""
        spans = [apart[0]]
        for begin, end in apart[1:]:
            before, stop = spans[-1]
            if begin - stop <= GAP and self._rewriting(new, stop, begin) <= _jump(begin - stop):
                spans[-1] = before, end
            else:
                spans.append((begin, end))
        if isinstance(old.text, str) and isinstance(new.text, str):
            return spans
        return _whole(spans, old.text, new.text)

    def _rewriting(self, row: Row, begin: int, end: int) -> int:
        """Bytes that it takes to write unchanged cells once more."""
        pens = row.pens[max(0, begin - 1) : end + 1]
        turns = sum(a != b for a, b in pairwise(pens))
        needed = pens[0] != pens[-1]
        size = sum(len(cell.encode()) for cell in row.text[begin:end])
        return size + 6 * (turns - needed)

    # --- cells ----------------------------------------------------------------------------

    def _cells(self, y: int, begin: int, end: int, row: Row) -> None:
        if begin >= end:
            return
        self._move(y, begin)
        text, pens, out = row.text, row.pens, self._out
        at = begin
        while at < end:
            pen = self._pen_for(pens, at, end)
            self._draw_with(pen)
            assert self.pen is not None
            match = self.pens.runs[self.pen](pens, at, end) or self.pens.runs[pen](pens, at, end)
            assert match is not None
            stop = match.end()
            if not row.doubtful:
                out.append(text[at:stop] if isinstance(text, str) else "".join(text[at:stop]))
            else:
                self._doubtful(y, at, stop, text)
            at = stop
        self.at = (y, end if end < self.width else None)

    def _pen_for(self, pens: str, at: int, end: int) -> int:
        """The pen of a cell; before blanks that of the letters behind them, if that is shorter."""
        pen = ord(pens[at]) - FIRST
        if not self.pens.pens[pen].bare or self.pen is None:
            return pen
        run = self.pens.runs[pen](pens, at, end)
        if run is None or run.end() == end:
            return pen
        behind = ord(pens[run.end()]) - FIRST
        if self.pens.blanks[behind] != pen:
            return pen
        first, kept = self.pens.change(self.pen, pen)
        then = len(first) + len(self.pens.change(kept, behind)[0])
        return behind if len(self.pens.change(self.pen, behind)[0]) < then else pen

    def _doubtful(self, y: int, begin: int, end: int, text: Sequence[str]) -> None:
        """Write cells of which some may take more or less room than we think."""
        for x in range(begin, end):
            self._out.append(text[x])
            after = x + 1
            while after < self.width and text[after] == "":
                after += 1
            if text[x] and not text[x].isascii() and after < self.width:
                self._out.append(f"\x1b[{after + 1}G")

    def _draw_with(self, pen: int) -> None:
        assert self.pen is not None
        if self.pen != pen:
            said, self.pen = self.pens.change(self.pen, pen)
            if said:
                self._out.append(said)

    def _move(self, y: int, x: int) -> None:
        """Bring the cursor to a cell, the shortest way."""
        at = self.at
        if at == (y, x):
            return
        self.at = y, x
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
        if at is not None and 0 <= y - at[0] <= DOWN:
            down = "\n" * (y - at[0])
            if self.traits.feeds or not down:
                ways.append(f"{down}\x1b[{x + 1}G")
                if at[1] is not None:
                    ways.append(down + _along(at[1], x))
            ways.append("\r" + down + _along(0, x))
        self._out.append(min(ways, key=len))


def _along(here: int, x: int) -> str:
    """The shortest way along a row, from one cell to another."""
    if x > here:
        return f"\x1b[{x - here}C" if x - here > 1 else "\x1b[C"
    return "\b" * (here - x)


def _jump(cells: int) -> int:
    """Bytes that it takes to jump over cells."""
    return 3 if cells == 1 else 4 if cells < 10 else 5


def _whole(
    spans: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[int, int]]:
    """Spans that cut no wide character in two, of those that were and those that will be."""
    whole: list[tuple[int, int]] = []
    for begin, end in spans:
        while begin > 0 and (old[begin] == "" or new[begin] == ""):
            begin -= 1
        while end < len(new) and (old[end] == "" or new[end] == ""):
            end += 1
        if whole and begin <= whole[-1][1]:
            begin, end = whole[-1][0], max(end, whole[-1][1])
            whole.pop()
        whole.append((begin, end))
    return whole
