"""The words in which a ledger tells how an article carries a row, or that it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.views.lines import counted, width_of

if TYPE_CHECKING:
    from corpus.ledger.result import Cell, Column, Fact, Ledger

_PIECES = re.compile(r"[^\W\d]+")
_NUMBERS = re.compile(r"\d[\d.,]*\d|\d")
_UNITS = (
    ("miles per hour", " mph"), ("kilomet(?:er|re)s? per hour", " km/h"), ("per cent", " %"),
    ("percent", " %"), ("minute", " min"), ("hour", " h"), ("seconds", " s"),
    ("kilomet(?:er|re)", " km"), ("centimet(?:er|re)", " cm"), ("met(?:er|re)", " m"),
    ("mile", " mi"), ("(?:foot|feet)", " ft"), ("kilogram", " kg"), ("tonne", " t"),
    ("degrees", " °"), ("euro", "€"), ("dollar", "$"),
)  # fmt: skip
"""What is measured in often, the longer names first."""
NOT_FOUND = "."
UNREAD = "unread"
WORDS = {
    "medoid": "=", "same": "=", "reworded": "~", "trimmed": "trim", "longer": "more",
    "overlap": "part", "spliced": "splice", "altered": "ALTER", "unsure": "~?",
    "elsewhere": "there", "unquoted": "there", "differs": "~!", "in_part": "~part",
}  # fmt: skip
SAID = {
    "medoid": "in these words", "same": "the same", "reworded": "reworded",
    "trimmed": "cut", "longer": "carries more of it", "overlap": "another part of it",
    "spliced": "joins what stood apart", "altered": "altered", "approximate": "about the same",
    "differs": "may conflict", "unsure": "may state it, in part or in passing, or deny it",
    "elsewhere": "there, in another row", "unquoted": "there, not as a quotation",
    "in_part": "a part of it, reworded",
}  # fmt: skip
PERHAPS = "perhaps of the same people or things"
KINDS = (("f", "figure"), ('"', "quotation"), ("-", "statement"))
LEGEND = (
    ("ALTER", "altered"), ("!", "may conflict"), ("~!", "with another time of day"),
    ("splice", "joins what stood apart"),
    ("trim", "the quotation is cut"), ("part", "another part of it"), ("more", "more of it"),
    ("there", "there, in another row or not as a quotation"), ("~?", "may state it"),
    ("~part", "a part of it, reworded"),
    ("?", "perhaps of the same"), ("~", "reworded or rounded"), ("=", "the same"),
    (UNREAD, "not in the part read"), (NOT_FOUND, "not found here"),
)  # fmt: skip
"""The words and signs in the cells with what they mean, those that are wanted most first."""


def cell_word(fact: Fact, cell: Cell | None, column: Column | None = None) -> str:
    """A cell in a word: how it relates, or for figures the number; where there is none, whether its
    `column` was read whole."""
    if cell is None:
        return UNREAD if column is not None and column.unread else NOT_FOUND
    if fact.kind != "figure" or cell.relation == "elsewhere":
        return WORDS.get(cell.relation, cell.relation)
    mark = {"approximate": "~", "differs": "!", "unsure": "?"}.get(cell.relation, "")
    return f"{mark}{cell.text}"


def said_of(cell: Cell, other: str = "") -> str:
    """How a cell relates to its row, in words; `other` says which row else has its words."""
    said = SAID.get(cell.relation, cell.relation)
    if cell.relation == "unsure" and cell.value is not None:
        said = PERHAPS
    if cell.relation == "differs" and cell.value is None:
        said = "reworded, with another time: may conflict"
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
    """A cell in a word that fits. A long number stands in digits, with what it is measured in where
    that is short; the row tells what is counted. No number is cut."""
    word = cell_word(fact, cell, column)
    if cell is None or fact.kind != "figure" or width_of(word) <= room:
        return word
    mark = word[: len(word) - len(cell.text)]
    if cell.value is None:
        number = "–".join(_NUMBERS.findall(cell.text)[:2]) or cell.text
        return f"{mark}{number}"
    before, after = _measured_in(cell.text)
    number = _digits(cell.value)
    plain = number.replace(",", "")
    large = f"{cell.value / 1000:.3g}k"
    for told in (f"{before}{number}{after}", f"{before}{number}", number, plain):
        if width_of(mark + told) <= room:
            return mark + told
    return mark + (large if cell.value >= 1000 else number)


def _measured_in(text: str) -> tuple[str, str]:
    """What a number is measured in, in few letters, before or after it: " min", " mph", "€"."""
    sign = next((one for one in "€$£¥" if one in text), "")
    words = " ".join(_PIECES.findall(text.lower()))
    if sign or "%" in text:
        return sign, "" if sign else " %"
    found = next((one for unit, one in _UNITS if re.search(rf"\b{unit}s?\b", words)), "")
    return (found, "") if found in ("€", "$") else ("", found)


def _digits(value: float) -> str:
    """A number in few digits: 8,900; 43m; 1.2bn."""
    for size, letters in ((1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:.3g}{letters}"
    return f"{value:,.10g}"
