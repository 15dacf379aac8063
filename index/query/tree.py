"""The query tree: frozen nodes that say what is looked for, not how.

`tidied` brings a tree into the one form that the parser makes and the printer keeps: no
conjunction within a conjunction, no double negation, no group of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from corpus.errors import BroadsheetError


class QueryError(BroadsheetError):
    """A query that cannot be answered as it stands; the message says what to write instead."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written; several tokens ("al-Assad") stand side by side in the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words, next to each other and in this order, not their other forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of this shape: `*` any characters, `?` one; `\\*`, `\\?`, `\\\\` are literal."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Days:
    """Articles published between two days, both included; None leaves a side open."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Has:
    """Articles in which a part was found: a day, an author, a quotation, ..."""

    what: str


@dataclass(frozen=True, slots=True)
class Is:
    """Articles in a state: undated, starred, ..."""

    what: str


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Field:
    """A query about one field."""

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    node: Node


Node: TypeAlias = (
    Word | Phrase | Prefix | Wildcard | Days | Has | Is | Everything | Field | And | Or | Not
)


def tidied(node: Node) -> Node:
    """The same query in its one form."""
    match node:
        case And(nodes):
            return _joined(And, nodes)
        case Or(nodes):
            return _joined(Or, nodes)
        case Not(inner):
            inner = tidied(inner)
            return inner.node if isinstance(inner, Not) else Not(inner)
        case Field(name, inner):
            inner = tidied(inner)
            if isinstance(inner, Not):
                return Not(tidied(Field(name, inner.node)))
            if isinstance(inner, Field | Days | Has | Is):
                return inner  # it has a field of its own
            return Field(name, inner)
        case _:
            return node


def _joined(kind: type[And] | type[Or], nodes: tuple[Node, ...]) -> Node:
    flat: list[Node] = []
    for node in map(tidied, nodes):
        flat.extend(node.nodes if isinstance(node, kind) else (node,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def leaves(node: Node, field: str | None = None, wanted: bool = True) -> Iterator[Leaf]:
    """Every leaf with the field it is asked of and whether it is wanted or excluded."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from leaves(inner, field, wanted)
        case Not(inner):
            yield from leaves(inner, field, not wanted)
        case Field(name, inner):
            yield from leaves(inner, name, wanted)
        case _:
            yield Leaf(node, field, wanted)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a tree, where it is asked and whether it is wanted."""

    node: Word | Phrase | Prefix | Wildcard | Days | Has | Is | Everything
    field: str | None
    wanted: bool
