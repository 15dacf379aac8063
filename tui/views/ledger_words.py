"""The words in which a ledger tells how an article carries a row, or that it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.views.lines import counted, width_of

if TYPE_CHECKING:
    from corpus.ledger.result import Cell, Column, Fact, Ledger

_DIGITS = re.compile(r"[\W\d]*")
_PIECES = re.compile(r"[^\W\d]+")
NOT_FOUND = "."
UNREAD = "unread"
WORDS = {
    "medoid": "=", "same": "=", "reworded": "~", "trimmed": "trim", "longer": "more",
    "overlap": "part", "spliced": "splice", "altered": "ALTER", "unsure": "~?",
    "elsewhere": "there", "unquoted": "there",
}  # fmt: skip
SAID = {
    "medoid": "as this row has it", "same": "the same", "reworded": "reworded",
    "trimmed": "cut", "longer": "carries more of it", "overlap": "another part of it",
    "spliced": "joins what stood apart", "altered": "altered", "approximate": "about the same",
    "differs": "may conflict", "unsure": "may state it, in part or in passing, or deny it",
    "elsewhere": "there, in another row", "unquoted": "there, not as a quotation",
}  # fmt: skip
_SAME = (("=", "same"), ("~", "reworded or rounded"))
PERHAPS = "perhaps of the same people or things"
LEGEND = (*_SAME, ("~?", "may state it"), (".", "not found here"), ("!", "may conflict"))
SOONEST_KNOWN = (
    "=",
    ".",
    "there",
    "more",
    "~",
    "part",
    "trim",
    "splice",
    "~?",
    "!",
)  # the first to go
QUOTED = (
    ("trim", "the quotation is cut"), ("more", "carries more of it"),
    ("part", "another part of it"), ("splice", "joins what stood apart"),
    ("ALTER", "altered"), ("there", "its words stand there, in another row or not as a quotation"),
    ("?", "perhaps of the same"), (UNREAD, "not found in the part that was read"),
)  # fmt: skip
"""The words in the cells of quotations and of articles that were not read whole, with what they
mean."""


def cell_word(fact: Fact, cell: Cell | None, column: Column | None = None) -> str:
    """A cell in a word: how it relates, or for figures the number; where there is none, whether its
    `column` was read whole."""
    if cell is None:
        return UNREAD if column is not None and column.unread else NOT_FOUND
    if fact.kind != "figure":
        return WORDS.get(cell.relation, cell.relation)
    mark = {"approximate": "~", "differs": "!", "unsure": "?"}.get(cell.relation, "")
    return f"{mark}{cell.text}"


def said_of(cell: Cell, other: str = "") -> str:
    """How a cell relates to its row, in words; `other` says which row else has its words."""
    said = SAID.get(cell.relation, cell.relation)
    if cell.relation == "unsure" and cell.value is not None:
        said = PERHAPS
    return f"{said}: {other or cell.row}" if cell.row else said


def missing(columns: Iterable[tuple[str, Column]]) -> list[str]:
    """Where a row was not found, and where it may stand in what was not read, of columns without a
    cell under their names."""
    found: list[str] = []
    unread: list[str] = []
    for name, column in columns:
        (unread if column.unread else found).append(name)
    told = [f"not found in: {', '.join(found)}"] if found else []
    return told + ([f"not read to the end: {', '.join(unread)}"] if unread else [])


def disputed_told(found: Ledger) -> str:
    """In how many points articles may disagree: the number that lists of stories and JSON have."""
    if not found.disputed:
        return "no point in which articles may disagree"
    rows = sum(fact.differs for fact in found.facts)
    told = f"{counted(found.disputed, 'point')} in which articles may disagree"
    return told if rows == found.disputed else f"{told}, in {rows:,} rows"


def part_read(columns: Sequence[Column]) -> str:
    """Of how many articles only the beginning was read; empty where all were read whole."""
    cut = [column for column in columns if column.unread]
    if not cut:
        return ""
    most = max(len(column.sentences) for column in cut)
    return f"of {counted(len(cut), 'article')} only the first {most:,} sentences"


def short_word(fact: Fact, cell: Cell | None, column: Column, room: int) -> str:
    """A cell in a word that fits: a long number in digits."""
    word = cell_word(fact, cell, column)
    if cell is None or cell.value is None or width_of(word) <= room:
        return word
    unit = "" if _only_a_number(cell.text) else "…"  # what is counted or measured is cut
    return word[: len(word) - len(cell.text)] + _digits(cell.value) + unit


def _only_a_number(text: str) -> bool:
    """Whether a text is a number without what it counts: "5,000", "a dozen", "twenty-two"."""
    from corpus.figures.words import ONES, SCALES, TENS

    if _DIGITS.fullmatch(text):
        return True
    words = _PIECES.findall(text.lower())
    return all(word in ONES or word in TENS or word in SCALES or word in _BESIDE for word in words)


_BESIDE = frozenset("a an one and half".split())  # words of numbers that have no row of their own


def _digits(value: float) -> str:
    """A number in few digits: 8,900; 43m; 1.2bn."""
    for size, letters in ((1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:.3g}{letters}"
    return f"{value:,.10g}"
