"""From a query tree to Whoosh query objects.

The searcher is asked only for lists of whole values (outlets); names come from the records as
sets of article numbers. What was cut short, or cannot be answered yet, is said in `notes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from corpus.text import fold
from index.analysis import address, words
from index.query.fields import BY_NAME, GROUPED
from index.query.matching import (
    All,
    Both,
    Columns,
    Computed,
    Either,
    IdSet,
    InARow,
    Numbered,
    OneOf,
    Valued,
    Without,
    segments,
)
from index.query.print import read_as
from index.query.rows import Row, patterned, row
from index.query.tree import (
    And,
    Days,
    Everything,
    Field,
    Has,
    Is,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    QueryError,
    Wildcard,
    Word,
)
from index.schema import TEXT_FIELDS, outlet_key

Names = Callable[[str, str, bool], Iterable[int]]
"""(field, name, whether the whole name is meant) → numbers of the articles that name it."""


class Compiler:
    """Turns the trees of one search into queries over one state of the index."""

    def __init__(self, searcher: Any, columns: Columns, names: Names) -> None:
        self.searcher = searcher
        self.columns = columns
        self.names = names
        self.notes: list[str] = []

    def query(self, node: Node, field: str | None = None) -> Computed:
        """The query object for a tree asked of a field, or of title and body."""
        match node:
            case And(nodes):
                return self._all(nodes, field)
            case Or(nodes):
                return Either([self.query(inner, field) for inner in nodes])
            case Not(inner):
                return Without(All(), self.query(inner, field))
            case Field(name, inner):
                if BY_NAME[name].kind == "group":
                    return self._nothing(GROUPED[name])
                return self.query(inner, name)
            case Days():
                return self._days(node)
            case Has(what):
                return Valued("has", lambda _: [what.encode()])
            case Is("undated"):
                return Numbered(self.columns, "day", lambda day: day == 0)
            case Is(what):
                return self._nothing(GROUPED[what])
            case _:
                return self._leaf(node, field)

    def _all(self, nodes: tuple[Node, ...], field: str | None) -> Computed:
        wanted = [self.query(node, field) for node in nodes if not isinstance(node, Not)]
        unwanted = [self.query(node.node, field) for node in nodes if isinstance(node, Not)]
        kept = Both(wanted) if len(wanted) > 1 else wanted[0] if wanted else All()
        return Without(kept, Either(unwanted)) if unwanted else kept

    def _leaf(self, node: Node, field: str | None) -> Computed:
        kind = BY_NAME[field].kind if field else "words"
        if isinstance(node, Everything):
            return self._anything(field)
        if kind == "name":
            return self._named(str(field), node)
        if kind == "url":
            return self._address(node)
        if kind == "key":
            return self._outlet(node) if field == "outlet" else self._language(node)
        fields = TEXT_FIELDS if field is None else (field,)
        found = row(node, related=field in (None, *TEXT_FIELDS))
        return self._row(fields, found, read_as(node))

    def _row(self, fields: tuple[str, ...], found: Row, asked: str) -> Computed:
        def cut() -> None:
            self._note(f"{asked} stands for too many words; only the most frequent were searched.")

        if len(found) == 1:
            return OneOf(fields, found[0], cut)
        return InARow(fields, found, cut)

    def _anything(self, field: str | None) -> Computed:
        if field is None or field == "body":
            return All()
        if BY_NAME[field].kind == "name":
            raise QueryError(f"{field}:* cannot be asked; write a name after {field}:.")
        if field == "lang":
            return Valued("lang", lambda reader: reader.lexicon("lang"))
        return Valued("has", lambda _: [field.encode()])

    def _named(self, field: str, node: Node) -> Computed:
        match node:
            case Word(text) | Phrase(text):
                found = self.names(field, text, isinstance(node, Phrase))
                return IdSet(self.columns, frozenset(found))
        raise QueryError(f"Wildcards cannot be used with {field}: yet; write a word of the name.")

    def _address(self, node: Node) -> Computed:
        match node:
            case Word(text) | Phrase(text):
                start = address(text).encode()
                return Valued("url", lambda reader: reader.expand_prefix("url", start))
        raise QueryError("url: finds addresses that begin so; leave out * and ?.")

    def _language(self, node: Node) -> Computed:
        match node:
            case Word(text) | Phrase(text) | Prefix(text):
                code = fold(text).encode()
                return Valued(
                    "lang",
                    lambda reader: [
                        key for key in reader.lexicon("lang")
                        if key == code or key.startswith(code + b"-")
                    ],
                )  # fmt: skip
        raise QueryError("lang: takes a language's code, such as lang:en.")

    def _outlet(self, node: Node) -> Computed:
        known = self.values("outlet")
        match node:
            case Prefix(text):
                start = fold(text)
                chosen = {key for key in known if key.startswith(start)}
            case Wildcard(pattern):
                shape: re.Pattern[str] = patterned(pattern).pattern
                chosen = {key for key in known if shape.fullmatch(key)}
            case Word(text) | Phrase(text):
                key = outlet_key(text)
                chosen = {key} & known or {name for name in known if names_outlet(text, name)}
            case _:
                chosen = set()
        keys = sorted(key.encode() for key in chosen)
        return Valued("outlet", lambda _: keys)

    def values(self, field: str) -> set[str]:
        """All values of a field of whole values."""
        return {
            key.decode("utf-8")
            for leaf in segments(self.searcher)
            for key in leaf.reader().lexicon(field)
        }

    def _days(self, days: Days) -> Computed:
        first = date.fromisoformat(days.first).toordinal() if days.first else 1
        last = date.fromisoformat(days.last).toordinal() if days.last else date.max.toordinal()
        return Numbered(self.columns, "day", lambda day: first <= day <= last)

    def _nothing(self, why: str) -> Computed:
        self._note(why)
        return IdSet(self.columns, frozenset())

    def _note(self, what: str) -> None:
        if what not in self.notes:
            self.notes.append(what)


def names_outlet(asked: str, name: str) -> bool:
    """Whether the words asked for stand in a row in an outlet's name ("sabah", "Daily Sabah")."""
    wanted = [form.folded for form in words(asked)]
    held = [form.folded for form in words(name)]
    return bool(wanted) and any(
        held[at : at + len(wanted)] == wanted for at in range(len(held) - len(wanted) + 1)
    )
