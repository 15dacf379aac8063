"""Values that are one of a few: parts of an article (`has:`), states (`is:`), orders (`sort:`).

A text goes in, what is meant comes out; QueryError names all that there are. Also names listed
with commas in a group: `outlet:(Gull, "The Tide")`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.query.tokens import Lexeme
from index.query.tree import Has, Is, Node, Not, QueryError

if TYPE_CHECKING:
    from index.results import Sort

PARTS: dict[str, str] = {  # what has: knows
    "title": "title", "headline": "title", "standfirst": "standfirst", "outlet": "outlet",
    "date": "date", "day": "date", "author": "author", "byline": "author",
    "agency": "agency", "dateline": "dateline", "url": "url",
    "quote": "quote", "quotation": "quote", "quotations": "quote", "quotes": "quote",
    "figure": "figure", "figures": "figure", "number": "figure",
    "caption": "caption", "pullquote": "pullquote", "subhead": "subhead",
}  # fmt: skip

STATES: tuple[str, ...] = ("undated", "dated", "starred", "read", "unread", "duplicate")
ORDERS: dict[Sort, str] = {
    "newest": "-date", "oldest": "date", "relevance": "relevance", "random": "random",
}  # fmt: skip
"""How `sort:` is written for each order."""

_ORDER_OF: dict[str, Sort] = {
    **{written: order for order, written in ORDERS.items()},
    "newest": "newest", "oldest": "oldest", "+date": "oldest", "score": "relevance",
}  # fmt: skip


_COMMA = re.compile(r"(?<![\\\d]),|(?<!\\),(?!\d)")  # not within a number


def join_listed(lexemes: list[Lexeme], at: int) -> None:
    """Make the commas of a group, which begins at a place, what they mean: OR."""
    depth = 0
    while at < len(lexemes) and (depth or lexemes[at].kind != ")"):
        one = lexemes[at]
        depth += (one.kind == "(") - (one.kind == ")")
        if one.kind == "WORD" and len(pieces := _COMMA.split(one.text)) > 1:
            parts: list[Lexeme] = []
            for piece in filter(None, pieces):
                parts += [Lexeme("OR", ","), Lexeme("WORD", piece)]
            opened = not at or lexemes[at - 1].kind in ("(", "FIELD", "OR")
            ends = at + 1 >= len(lexemes) or lexemes[at + 1].kind in (")", "OR")
            parts = parts if not parts or (not pieces[0] and not opened) else parts[1:]
            parts += [Lexeme("OR", ",")] * (
                not pieces[-1] and not ends and not (opened and not parts)
            )
            lexemes[at : at + 1] = parts
            at += len(parts)
        else:
            at += 1


def read_part(text: str) -> Node:
    """The part that a value of `has:` means."""
    part = PARTS.get(text.strip().lower())
    if part is None:
        raise QueryError(
            f'has: does not know "{text}"; it knows {", ".join(sorted(set(PARTS.values())))}.'
        )
    return Has(part)


def read_state(text: str) -> Node:
    """The state that a value of `is:` means."""
    state = text.strip().lower()
    if state not in STATES:
        raise QueryError(f'is: does not know "{text}"; it knows {", ".join(STATES)}.')
    return Not(Is("undated")) if state == "dated" else Is(state)


def read_order(text: str) -> Sort:
    """The order that a value of `sort:` means."""
    order = _ORDER_OF.get(text.strip().lower())
    if order is None:
        raise QueryError(
            f'sort: does not know "{text}"; write sort:-date (newest first), sort:date, '
            "sort:relevance or sort:random."
        )
    return order
