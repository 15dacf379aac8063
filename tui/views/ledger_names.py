"""Who is named in which article of a story, and how often.

A ledger goes in, lines come out: names down, articles across.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui import commands
from tui.views.ledger_heads import cell_width, columns_seen, label_width
from tui.views.ledger_words import NOT_FOUND
from tui.views.lines import Line, Run, counted, fit, shown

if TYPE_CHECKING:
    from corpus.ledger.result import Ledger, Named

UNCOUNTED = "+"  # named, in a ledger that does not know how often


def names_shown(ledger: Ledger, *, singles: bool) -> Sequence[Named]:
    """The names that several articles have; with those of one (`singles`), or where there are no
    others, all."""
    several = [one for one in ledger.names if len(one.articles) > 1]
    return ledger.names if singles or not several else several


def names_lines(
    ledger: Ledger, width: int, first_column: int = 0, cursor: int = -1, *, singles: bool = True
) -> list[Line]:
    """A line for each name; above them what is not read yet, below how many are folded."""
    label, room = label_width(ledger, width), cell_width(ledger, width)
    columns = ledger.columns[first_column : first_column + columns_seen(ledger, width)]
    lines: list[Line] = []
    if ledger.unread:
        waiting = "1 article is" if ledger.unread == 1 else f"{ledger.unread} articles are"
        told = f"  {waiting} without names yet; broadsheet recognise reads them"
        lines.append((Run(told, "dim"),))
    names = names_shown(ledger, singles=singles)
    for number, named in enumerate(names):
        here = number == cursor
        times = dict(zip(named.articles, named.times, strict=False))
        runs = [
            Run("▌ " if here else "  ", "mark"),
            Run(
                fit(f"{shown(named.name)}  {named.type}", label - 3) + " ", "strong" if here else ""
            ),
        ]
        for column in columns:
            there = column.article in named.articles
            told = f"{times.get(column.article, UNCOUNTED):>3}" if there else f"{NOT_FOUND:>3}"
            runs.append(Run(fit(told, room), "" if there else "dim"))
        lines.append(tuple(runs))
    if len(names) < len(ledger.names):
        key = commands.key("fold", commands.STORY)
        folded = counted(len(ledger.names) - len(names), "name")
        lines.append((Run(f"  + {folded} of one article, {key} shows them", "dim"),))
    return lines or [(Run("  nobody is named in these articles", "dim"),)]
