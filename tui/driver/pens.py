"""Pens: how a cell is drawn (colours, weight, link), and the shortest way from one to the next.

A rich style goes in, once; out comes a number that stands for its pen, as one character, so that
the pens of a whole row are a string. A blank cell shows nothing of a pen but its ground, unless
the pen underlines or reverses: such pens share one pen for their blanks, and no terminal is told
of a change that nobody can see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import product
from typing import NamedTuple
from zlib import crc32

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

OFF: Mapping[str, str] = {
    **{"1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "6": "25"},
    **{"7": "27", "8": "28", "9": "29", "51": "54", "52": "54", "53": "55"},
}
"""What takes an attribute away; it takes every attribute that shares it."""
ON_BLANKS = frozenset({"4", "21", "7", "8", "9", "51", "52", "53"})
"""Attributes that are seen on a blank, too."""
NUMBERED: Mapping[str, str] = {
    **{f";2;{grey};{grey};{grey}": f";5;{232 + n}" for n, grey in enumerate(range(8, 239, 10))},
    **{
        ";2;" + ";".join(str(55 + 40 * level if level else 0) for level in levels): f";5;{16 + n}"
        for n, levels in enumerate(product(range(6), repeat=3))
        if n >= 6  # the first six are lent to the terminal's own colours by some
    },
}
"""Colours that stand in the palette of 256, by the number that says the same in half the bytes."""
BLANK = 1  # the number of the pen of the terminal's own blanks
FIRST = 0x100  # the character of pen 0: none of those that mean something in an expression
STYLES_KEPT = 8_192  # styles differ by what no terminal shows (a click's target, say)


class Pen(NamedTuple):
    """One way to draw: colours as the codes that set them, attributes as theirs."""

    letters: str = ""
    ground: str = ""
    attributes: frozenset[str] = frozenset()
    link: str = ""
    bare: bool = False
    """For blanks only, which show the ground and nothing else, as an erased cell does."""

    @property
    def on_blanks(self) -> Pen:
        """The pen of the blanks among letters of this pen."""
        if self.link or self.attributes & ON_BLANKS:
            return self
        return Pen(ground=self.ground, bare=True)

    @property
    def codes(self) -> str:
        """The codes that select this pen after a reset."""
        marks = sorted(self.attributes, key=int)
        return ";".join(filter(None, [*marks, self.letters, self.ground]))


def read(codes: str, link: str = "") -> Pen:
    """The pen that codes select after a reset: "1;38;5;9" is bold in colour 9."""
    letters = ground = ""
    attributes: set[str] = set()
    parts = codes.split(";") if codes else []
    at = 0
    while at < len(parts):
        code = parts[at]
        size = 1
        if code in ("38", "48"):
            size = 5 if parts[at + 1 : at + 2] == ["2"] else 3
        colour = ";".join(parts[at : at + size])
        if size == 5:
            colour = code + NUMBERED.get(colour[2:], colour[2:])
        if code in OFF:
            attributes.add(code)
        elif code in ("0", ""):
            letters = ground = ""
            attributes.clear()
        elif code[0] == "4" or code[:2] == "10":
            ground = "" if code == "49" else colour
        else:
            letters = "" if code == "39" else colour
        at += size
    return Pen(letters, ground, frozenset(attributes), link)


def _change(before: Pen, after: Pen) -> str:
    """The shortest codes from one pen to another, links apart."""
    off = {OFF[mark] for mark in before.attributes - after.attributes}
    on = {m for m in after.attributes if m not in before.attributes or OFF[m] in off}
    steps = [*sorted(off, key=int), *sorted(on, key=int)]
    if before.letters != after.letters:
        steps.append(after.letters or "39")
    if before.ground != after.ground:
        steps.append(after.ground or "49")
    anew = ";".join(filter(None, ["0", after.codes])) if after.codes else ""
    stepwise = ";".join(steps)
    if not steps:
        return ""
    return f"\x1b[{min(stepwise, anew, key=len)}m"


def _tied(before: str, after: str) -> str:
    """What ends one link and begins another; its id groups the pieces of one address."""
    if before == after:
        return ""
    if not after:
        return "\x1b]8;;\x1b\\"
    return f"\x1b]8;id={crc32(after.encode()):x};{after}\x1b\\"


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Pens:
    """The pens of a program so far, by number; number 0 is the terminal's own."""

    def __init__(self, colours: ColorSystem = ColorSystem.TRUECOLOR) -> None:
        self.colours = colours
        self.pens: list[Pen] = []
        self.runs: list[Callable[[str, int, int], re.Match[str] | None]] = []
        """Matches the cells that a pen can draw: its own, and blanks that look alike."""
        self.blanks: list[int] = []
        """The pen of the blanks of each pen."""
        self._numbers: dict[Pen, int] = {}
        self._styles: dict[Style, int] = {}
        self._changes: dict[tuple[int, int], tuple[str, int]] = {}
        self.number(Pen())

    def number(self, pen: Pen) -> int:
        """The number of a pen."""
        found = self._numbers.get(pen)
        if found is None:
            found = self._numbers[pen] = len(self.pens)
            self.pens.append(pen)
            blank = pen.on_blanks
            self.blanks.append(found)
            self.runs.append(re.compile("x").match)
            if blank != pen:
                self.blanks[found] = self.number(blank)
            own = chr(FIRST + found) + chr(FIRST + self.blanks[found])
            self.runs[found] = re.compile(f"[{own}]+").match
        return found

    def of(self, style: Style | None) -> int:
        """The number of the pen that a style stands for."""
        if style is None:
            return 0
        found = self._styles.get(style)
        if found is None:
            if len(self._styles) >= STYLES_KEPT:
                self._styles.clear()
            link = _CONTROLS.sub("", style.link or "")
            pen = read(Strip.render_ansi(style, self.colours), link)
            found = self._styles[style] = self.number(pen)
        return found

    def change(self, before: int, after: int) -> tuple[str, int]:
        """What brings the terminal from one pen to another, and the pen it has then.

        To a pen that only blanks are drawn with, the change is no more than blanks show.
        """
        found = self._changes.get((before, after))
        if found is None:
            old, new = self.pens[before], self.pens[after]
            if self.blanks[before] == after:
                found = "", before
            else:
                if new.bare:
                    new = Pen(ground=new.ground)
                    kept = Pen(old.letters, new.ground, old.attributes - ON_BLANKS)
                    new = min(kept, new, key=lambda pen: len(_change(old, pen)))
                said = _tied(old.link, new.link) + _change(old, new)
                found = said, self.number(new)
            self._changes[(before, after)] = found
        return found
