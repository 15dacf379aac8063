"""What a status line says, in parts, and which of them give way where it is narrow.

In go the parts of both ends of a line, each with how much it is needed, and the cells there are;
out come the two texts. What is needed most is put in first, and what finds no room is left out
whole, so that no day and no "not sure" is ever cut in its middle.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import IntEnum

from tui.views.lines import fit_words, width_of

GAP = 2  # cells between both ends of a line
_LEAST = 8  # cells that a part keeps when it is cut


class Need(IntEnum):
    """How much a part is needed, the least needful first."""

    SCREEN_LINE = 0
    SHARE = 1  # of the page that was seen
    WORDS = 2  # of the text itself: they stand on the screen under the cursor
    LENS = 3  # what the lens marks: the text shows it
    SENTENCE = 4
    COUNTER = 5
    KIND = 6
    MUST = 7


@dataclass(frozen=True, slots=True)
class Part:
    """Words that are said whole or not at all. `short` says the same where the line is narrow;
    `pliant` words may lose their end when all else is left out."""

    text: str
    need: Need = Need.MUST
    short: str = ""
    pliant: bool = False


@dataclass(frozen=True, slots=True)
class Ends:
    """A line's parts: "`lead`: `said`" at the left, `right` at the right."""

    said: tuple[Part, ...]
    lead: tuple[Part, ...] = ()
    right: tuple[Part, ...] = ()


def told(said: Sequence[Part]) -> str:
    """All the parts in words: "Ines Varga, direct, sure"."""
    return ", ".join(part.text for part in said)


def fitted(ends: Ends, width: int) -> tuple[str, str]:
    """The texts of both ends, as many of the parts as `width` cells have room for.

    >>> fitted(Ends((Part("date", Need.KIND), Part("2031-03-13"))), 12)
    ('2031-03-13', '')
    """
    ends = _musts_fitted(ends, width)
    every = (*ends.lead, *ends.said, *ends.right)
    left_out = {part.need for part in every if part.need is not Need.MUST}
    for need in sorted(left_out, reverse=True):
        if _fits(_texts(ends, left_out - {need}), width):
            left_out.remove(need)
    return _texts(ends, left_out)


def _texts(ends: Ends, left_out: Set[Need]) -> tuple[str, str]:
    lead, said, right = (
        [part.text for part in parts if part.need not in left_out]
        for parts in (ends.lead, ends.said, ends.right)
    )
    opening = f"{' '.join(lead)}: " if lead else ""
    return opening + ", ".join(said), " · ".join(right)


def _fits(texts: tuple[str, str], width: int) -> bool:
    left, right = map(width_of, texts)
    return left + right + (GAP if right else 0) <= width


def _musts_fitted(ends: Ends, width: int) -> Ends:
    """The parts, said shorter where those that must stay would not fit otherwise."""
    if _missing(ends, width) > 0:
        ends = replace(
            ends, said=tuple(replace(part, text=part.short or part.text) for part in ends.said)
        )
    missing = _missing(ends, width)
    if missing <= 0:
        return ends
    return replace(
        ends,
        said=tuple(
            replace(part, text=_cut(part.text, missing)) if part.pliant else part
            for part in ends.said
        ),
    )


def _missing(ends: Ends, width: int) -> int:
    """How many cells those that must stay lack at the left."""
    return width_of(_texts(ends, set(Need) - {Need.MUST})[0]) - width


def _cut(text: str, cells: int) -> str:
    return fit_words(text, max(_LEAST, width_of(text) - cells)).rstrip()
