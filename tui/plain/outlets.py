"""The list of outlets, and two of them side by side, as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.plain.tables import cell_text, record_lines
from tui.views.lines import counted
from tui.views.outlets import as_one

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.coverage.result import Pair
    from tui.views.outlet_list import Listed


def lines(rows: Sequence[Listed], nameless: int, query: str, left: str) -> list[str]:
    """Every outlet with its articles, words and days; `left` is the one that is A."""
    out = [counted(sum(not one.group for one in rows), "outlet")]
    out += [f"Query: {query}"] if query else []
    out += [f"of no known outlet: {counted(nameless, 'article')}"] if nameless else []
    for number, one in enumerate(rows, 1):
        row = one.row
        out += ["", f"{number} of {len(rows)}: {one.name}{', a group' if one.group else ''}"]
        out += [as_one(row.spellings)] if row.spellings else []
        out += ["reports the same event"] if one.near else []
        out += ["chosen as A"] if one.name == left else []
        out += [f"articles: {row.articles}", f"words: {row.words}",
                f"first: {row.first or 'no day'}", f"last: {row.last or 'no day'}",
                f"without a day: {row.undated}",
                f"with an agency's credit: {row.agency}"]  # fmt: skip
    return out


def pair_lines(pair: Pair, telling: Telling) -> list[str]:
    """Every count of two outlets, on either side of how many."""
    from tui.cli.outlets_table import CSV_NAMES, csv_rows

    out: list[str] = []
    for letter, party in (("A", pair.left.party), ("B", pair.right.party)):
        out += [f"{letter}: {party.name}"]
        out += [f"{letter}, {as_one(party.spellings)}"] if party.spellings else []
    out += [f"Query: {pair.query}"] if pair.query else []
    return out + record_lines(CSV_NAMES, csv_rows(pair, telling), cell_text)
