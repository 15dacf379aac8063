"""Which doubts a ledger shows: each sentence or number that may state a row stands there once.

In go the facts of a story, out come fewer of them: of two rows that may say one thing, where one
article alone carries the second, that one is the doubtful cell of the first and no row besides.
Else every doubt would be told twice, and what one article says would stand in row upon row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.ledger.furniture import reads_alone
from corpus.ledger.result import Cell, Fact
from corpus.ledger.stating import REWORDED

_Place = tuple[str, str, int, str]  # kind, article, sentence, words of a figure


def with_doubts_once(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, each doubtful cell in the one row that most carry, and there in place of the row
    that its article alone carries. What is as likely as a rewording, but denied or counted
    otherwise, keeps its own row, since it states another thing."""
    home = {place: n for n, fact in enumerate(facts) for place in _places(fact)}
    doubts = sorted(
        ((n, cell) for n, fact in enumerate(facts) for cell in fact.perhaps),
        key=lambda one: (
            -len(facts[one[0]].carried),
            not _reads_alone(facts[one[0]]),
            -(one[1].likely or 0.0),
            one[0],
        ),
    )
    kept: dict[int, list[Cell]] = {}
    gone: set[int] = set()
    told: set[_Place] = set()
    for n, cell in doubts:
        place = _place(facts[n], cell)
        own = home.get(place)
        if own is None or _states_otherwise(cell):
            kept.setdefault(n, []).append(cell)
        elif own == n or n in gone or place in told:
            continue
        elif not facts[own].alone:  # others carry it too: a row that stands by itself
            if facts[n].kind == "figure" and not facts[n].alone:
                kept.setdefault(n, []).append(cell)
        elif own not in kept:
            kept.setdefault(n, []).append(cell)
            told.add(place)
            gone.add(own)
    return [
        replace(
            fact, cells=tuple(c for c in fact.cells if not _is_doubt(c) or c in kept.get(n, ()))
        )
        for n, fact in enumerate(facts)
        if n not in gone
    ]


def _reads_alone(fact: Fact) -> bool:
    return fact.kind != "statement" or reads_alone(fact.text)


def _is_doubt(cell: Cell) -> bool:
    return cell.relation == "unsure"


def _states_otherwise(cell: Cell) -> bool:
    """Whether a sentence would be a rewording of the row but for a denial or its numbers."""
    return cell.likely is not None and cell.likely >= REWORDED


def _place(fact: Fact, cell: Cell) -> _Place:
    return fact.kind, cell.article, cell.sentence, cell.text if fact.kind == "figure" else ""


def _places(fact: Fact) -> list[_Place]:
    """Where the articles that carry a fact do so."""
    found = [_place(fact, cell) for cell in fact.carried]
    if fact.kind == "figure":
        return found
    return [*found, *(("statement", c.article, i, "") for c in fact.carried for i in c.more)]
