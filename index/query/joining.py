"""One query within another: two texts come in, a text comes out that asks for both.

The person's own words are kept where they read the same beside what is added; where they do not
(alternatives, an open quotation mark), they are put in parentheses, or written as they were read.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from index.query.listed import ORDERS
from index.query.parse import Reading, read
from index.query.print import read_as
from index.query.tree import And, Everything, Node, tidied

if TYPE_CHECKING:
    from index.results import Sort


def within(query: str, more: str, today: date | None = None) -> str:
    """A query for what `query` finds and `more` finds too; QueryError where one cannot be read.

    >>> within("ferry OR fire", "outlet:Gazette"), within("ferry", "-fire")
    ('(ferry OR fire) outlet:Gazette', 'ferry -fire')
    """
    day = today or date.today()
    query, more = query.strip(), more.strip()
    if not query or not more:
        return query or more
    first, second = read(query, today=day), read(more, today=day)
    both, sort = _both(first, second), second.sort or first.sort
    sound = not first.repairs and not second.repairs
    written = [f"{query} {more}"]
    if sound:
        written += [f"({query}) {more}", f"{query} ({more})", f"({query}) ({more})"]
    for text in written:
        reading = read(text, today=day)
        added = set(reading.repairs) - {*first.repairs, *second.repairs}
        if (reading.tree, reading.sort) == (both, sort) and not added:
            return text
    return read_as(both, sort)


def in_order(query: str, sort: Sort | None) -> str:
    """A query that names its order, unless that is by relevance or named already; QueryError.

    >>> in_order("ferry", "newest"), in_order("ferry sort:date", "newest"), in_order("a", None)
    ('ferry sort:-date', 'ferry sort:date', 'a')
    """
    named = sort in (None, "relevance") or read(query, today=date.today()).sort is not None
    return query if sort is None or named else within(query, f"sort:{ORDERS[sort]}")


def _both(first: Reading, second: Reading) -> Node:
    asked = [one.tree for one in (first, second) if not isinstance(one.tree, Everything)]
    return tidied(And(tuple(asked))) if asked else Everything()
