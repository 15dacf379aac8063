"""Rows of cells: what stands in each cell of a screen's line, and in which pen.

Segments go in, a `Row` comes out. The text of an ordinary row is a string with a character a
cell; where a character takes two cells or a cell holds several, it is a tuple of what stands in
each, with "" after a wide one. What a terminal may measure otherwise than we do makes a row
`doubtful`: it is drawn whole, and the cursor is placed anew after each such cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.segment import Segment

from tui.driver.pens import BLANK, FIRST, Pens

_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]*"
)
"""Characters that take one cell everywhere."""
_DOUBTFUL = re.compile(
    "[\u00ad\u0590-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufb1d-\ufdff"
    "\ufe00-\ufe0f\ufe70-\ufeff\U0001f000-\U0001ffff\U000e0000-\U000effff]"
)
"""Written from right to left, or measured otherwise by one terminal or another."""
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


class Row(NamedTuple):
    """The cells of a row, or of a piece of one."""

    text: Sequence[str]
    pens: str
    doubtful: bool = False


def blank(width: int, pen: int = BLANK) -> Row:
    """A row of blanks in one pen."""
    return Row(" " * width, chr(FIRST + pen) * width)


def built(segments: Iterable[Segment], pens: Pens) -> Row:
    """The cells that segments take up; control characters take none and are left out."""
    texts: list[str] = []
    numbers: list[str] = []
    plain, before = True, ""
    for text, style, control in segments:
        if control or not text:
            continue
        number = pens.of(style)
        own, bare = chr(FIRST + number), chr(FIRST + pens.blanks[number])
        if plain and _PLAIN.fullmatch(text):
            texts.append(text)
            if own == bare or " " not in text:
                numbers.append(own * len(text))
            else:
                numbers.append(bare.join([own * len(word) for word in text.split(" ")]))
        else:
            if plain:
                plain = False
                texts = list("".join(texts))
                numbers = list("".join(numbers))
            own = _add(text, own, bare, before, texts, numbers)
        before = own
    if plain:
        return Row("".join(texts), "".join(numbers))
    return _cells(texts, "".join(numbers))


def _add(text: str, own: str, bare: str, before: str, texts: list[str], numbers: list[str]) -> str:
    """Add the cells of one text, people's characters together; the pen given to the last cell."""
    text = _CONTROLS.sub("", text)
    for start, end, size in split_graphemes(text)[0]:
        cell = text[start:end]
        if size == 0:  # belongs to what stands before it, whose cell it shares
            at = len(texts) - 1
            while at > 0 and not texts[at]:
                at -= 1
            if at >= 0:
                if texts[at] == " ":  # no blank any more, which erasing could make
                    numbers[at] = before
                texts[at] += cell
            continue
        texts.append(cell)
        texts.extend([""] * (size - 1))
        numbers.extend([bare if cell == " " else own] * size)
        before = own
    return before


def told(text: Sequence[str], numbers: Sequence[int], pens: Pens) -> Row:
    """A row of cells and the numbers of their pens."""
    return _cells(
        text,
        "".join(
            chr(FIRST + (pens.blanks[number] if cell == " " else number))
            for cell, number in zip(text, numbers, strict=True)
        ),
    )


def placed(row: Row, x: int, piece: Row) -> Row:
    """A row with a piece laid over it from cell `x` on; half a wide character becomes a blank."""
    width = len(row.pens)
    size = min(len(piece.pens), width - x)
    if x < 0 or size <= 0:
        return row
    if size == width == len(piece.pens):
        return piece
    end = x + size
    pens = row.pens[:x] + piece.pens[:size] + row.pens[end:]
    if isinstance(row.text, str) and isinstance(piece.text, str):
        return Row(row.text[:x] + piece.text[:size] + row.text[end:], pens)
    cells = [*row.text[:x], *piece.text[:size], *row.text[end:]]
    if x > 0 and row.text[x] == "":
        cells[x - 1] = " "
    if piece.text[size : size + 1] in ("", ("",)) and size < len(piece.pens):
        cells[end - 1] = " "
    if end < width and row.text[end] == "":
        cells[end] = " "
    return _cells(cells, pens)


def differing(old: Row, new: Row) -> list[tuple[int, int]]:
    """Where two rows of one width differ: first cell and the cell after the last, in order.

    Stretches with no more than two equal cells between them are given as one. Ordinary rows are
    compared as two long numbers, which takes a twentieth of the time of looking at every cell.
    """
    if not (isinstance(old.text, str) and isinstance(new.text, str)):
        return _slowly(old, new)
    size = 2 * len(new.pens)
    found = (_number(old.text) ^ _number(new.text)) | (_number(old.pens) ^ _number(new.pens))
    cells = found.to_bytes(size, "little")
    return [
        (at.start(1) // 2, (at.end(1) + 1) // 2)
        for at in _APART.finditer(cells, 0, (len(cells.rstrip(b"\0")) + 1) // 2 * 2)
    ]


_APART = re.compile(
    rb"(?:\0\0)*((?:[^\0].|\0[^\0])(?:(?:\0\0){0,2}(?:[^\0].|\0[^\0])+)*)", re.DOTALL
)


def _number(text: str) -> int:
    """Sixteen bits a cell; there are fewer pens, and ordinary characters all have fewer."""
    return int.from_bytes(text.encode("utf-16-le"), "little")


def _slowly(old: Row, new: Row) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for x, (a, b, c, d) in enumerate(zip(old.text, new.text, old.pens, new.pens, strict=True)):
        if a == b and c == d:
            continue
        if spans and x - spans[-1][1] <= 2:
            spans[-1] = spans[-1][0], x + 1
        else:
            spans.append((x, x + 1))
    return spans


def _cells(cells: Sequence[str], pens: str) -> Row:
    """A row of these cells; one text has one form, or equal rows would not be equal."""
    text = "".join(cells)
    if _PLAIN.fullmatch(text):
        return Row(text, pens)
    doubtful = any(len(cell) > 1 or _DOUBTFUL.match(cell) for cell in cells)
    return Row(tuple(cells), pens, doubtful)
