"""The row of a ledger under the cursor spelt out: where it was not found, who says it how.

A row and a width go in, lines come out, with the lines that each column takes up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.precedence import clock
from tui.views.days import moment, of_several_years
from tui.views.ledger_words import missing, said_of
from tui.views.lines import Line, Run, clip, fit, shown, told_rule, width_of, wrap

if TYPE_CHECKING:
    from corpus.ledger.result import Cell, Column, Fact, Ledger

FEW = 2  # lines of outlets that do not carry a fact, above those that do
TEXT = 3  # lines of a sentence


def detail_rule(fact: Fact | None, width: int) -> Line:
    """The rule above the detail."""
    return told_rule(f"{fact.kind}" if fact else "", width)


def spelt_out(
    ledger: Ledger, fact: Fact, cursor: int, width: int, height: int = 0
) -> tuple[list[Line], dict[int, range]]:
    """The lines, and which of them tell of which column. Where they are more than `height`, the
    column under the cursor is told before the others, and that it has none too."""
    lines, columns = _head(ledger, fact, width), ledger.columns
    above, below = _absent(ledger, fact, width)
    timed = any(clock(column.published_at) for column in columns)
    years = of_several_years(column.published for column in columns)
    day_room = (12 if timed else 7) + 5 * years  # "13 Mar 2031 06:12", "13 Mar"
    told_of: dict[int, list[Line]] = {}
    for number, column in enumerate(columns):
        cell = fact.cell_of(column.article)
        if cell is not None:
            other = f'"{shown(ledger.facts[cell.row - 1].text)}"' if cell.row else ""
            day = moment(column.published, column.published_at, zone=False, year=years)
            told_of[number] = _told(
                number + 1, column, cell, width, other, fit(day, day_room), here=number == cursor
            )
    whole = len(lines) + len(above) + len(below) + sum(map(len, told_of.values()))
    before = height and whole > height and 0 <= cursor < len(columns)
    if before:
        if cursor not in told_of:
            above, below = _absent(ledger, fact, width, cursor)
        here = told_of.pop(cursor, None) or [_not_here(cursor + 1, columns[cursor], width)]
        told_of = {cursor: here, **told_of}
    else:
        lines += above
    told_at: dict[int, range] = {}
    for number, told_here in told_of.items():
        told_at[number] = range(len(lines), len(lines) + len(told_here))
        lines += told_here + (above if before and number == cursor else [])
    return lines + below, told_at


def _head(ledger: Ledger, fact: Fact, width: int) -> list[Line]:
    """What is reported, and other rows that may count the same."""
    lines: list[Line] = [
        (Run("  "), Run(piece, "strong")) for piece in cut(shown(fact.text), width - 4, 2)
    ]
    others = ledger.otherwise(fact)
    if others:
        told = "; ".join(_counted(ledger, other) for other in others)
        told = f"other numbers, possibly of the same: {told}"
        lines += [(Run("  "), Run(told[a:b], "relation")) for a, b in wrap(told, width - 4)]
    if fact.shares:
        told = "; ".join(_counted(ledger, shared) for shared in ledger.shared_by(fact))
        told = f"others carry of it: {told}"
        lines += [(Run("  "), Run(told[a:b], "relation")) for a, b in wrap(told, width - 4)]
    return lines


def _absent(
    ledger: Ledger, fact: Fact, width: int, told: int = -1
) -> tuple[list[Line], list[Line]]:
    """The columns without a cell but the one that is `told`: named above the others, or counted
    there and named below where they are many."""
    without = [
        (f"{n + 1} {shown(column.outlet or 'unknown')}", column)
        for n, column in enumerate(ledger.columns)
        if fact.cell_of(column.article) is None and n != told
    ]
    named: list[Line] = [
        (Run("  "), Run(said[a:b], "dim"))
        for said in missing(without)
        for a, b in wrap(said, width - 4)
    ]
    if len(named) <= FEW:
        return named, []
    count = f"not found in {len(without)} of {len(ledger.columns)}, named below"
    return [clip((Run("  "), Run(count, "dim")), width)], named


def _not_here(number: int, column: Column, width: int) -> Line:
    """That the column under the cursor has none of it."""
    name = f"{number} {shown(column.outlet or 'unknown')}"
    told = ": not read to the end" if column.unread else ": not found here"
    return clip((Run("▌ ", "mark"), Run(name, "strong"), Run(told, "dim")), width)


def _counted(ledger: Ledger, fact: Fact) -> str:
    """A row with the numbers of the columns that carry it."""
    has = {cell.article for cell in fact.carried}
    where = (str(n) for n, column in enumerate(ledger.columns, 1) if column.article in has)
    return f"{shown(fact.text)} (in {', '.join(where)})"


def _told(
    number: int, column: Column, cell: Cell, width: int, other: str, day: str, *, here: bool
) -> list[Line]:
    """A column's sentence, and how it carries the row: in the sentence's last line where there is
    room."""
    head = f"{number} {shown(column.outlet or 'unknown')}"
    name = fit(head, min(18, max(8, width // 5)))
    sentence = (
        shown(column.sentences[cell.sentence].text) if cell.sentence < len(column.sentences) else ""
    )
    said = said_of(cell, other)
    if cell.source:
        said += f"; source: {shown(cell.source)}"
    margin = width_of(name) + width_of(day) + 4
    room = max(20, width - margin - 1)
    pieces = cut(sentence, room, TEXT) or [""]
    lines: list[Line] = []
    for at, piece in enumerate(pieces):
        lead = (
            (Run("▌ " if here else "  ", "mark"), Run(f"{name} ", "strong"), Run(f"{day} ", "dim"))
            if at == 0
            else (Run(" " * margin),)
        )
        lines.append((*lead, Run(piece)))
    style = "relation" if at_odds(cell) else "dim"
    where = f"   sentence {cell.sentence + 1}"
    if width_of(pieces[-1]) + 3 + width_of(said + where) <= room:
        lines[-1] = (*lines[-1], Run(f"   {said}{where}", style))
        return lines
    said = fit(said, max(8, room - width_of(where))).rstrip()
    lines.append(clip((Run(" " * margin), Run(f"{said}{where}", style)), width))
    return lines


def cut(text: str, width: int, lines: int) -> list[str]:
    """A text on at most so many lines; one that goes on ends with an ellipsis."""
    spans = wrap(text, width)
    pieces = [text[a:b] for a, b in spans[:lines]]
    if len(spans) > lines:
        pieces[-1] = fit(f"{pieces[-1]} …", width).rstrip()
    return pieces


def at_odds(cell: Cell) -> bool:
    """Whether a cell is one that a reader is warned of."""
    return cell.relation in ("altered", "differs")
