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
class Capitals:
    """An acronym that is also an everyday word, written in capitals: US, IS, WHO, IT.

    Found only where the text has it in capitals, with or without full stops (US, U.S., U.S.'s),
    never the everyday word (us). The same word in small letters is a `Word` and finds both.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words, next to each other and in this order, not their other forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """A phrase some of whose words have wildcards: "foreign minist*", "ass?d regime".

    `pattern` is written as a `Wildcard`'s; a `*` by itself stands for any one word.
    """

    pattern: str


@dataclass(frozen=True, slots=True)
class Loose:
    """The words of a phrase in any order, with at most `slop` other words among them.

    All stand in one paragraph, each at a place of its own; from the first to the last of them
    are at most (their number + slop) words. Not their other forms, as in a `Phrase`.
    """

    text: str
    slop: int


@dataclass(frozen=True, slots=True)
class Whole:
    """Articles whose outlet or agency is spelt so and not otherwise; case counts where it can."""

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
class Fuzzy:
    """Words that differ from this one by at most `edits` letters, 1 or 2, the first one included.

    A letter put in, left out, changed, or two neighbours exchanged count as one edit each (OSA
    distance of the folded forms). Of several tokens ("al-Asad") each may differ so much.
    """

    text: str
    edits: int


@dataclass(frozen=True, slots=True)
class Regex:
    """Words that an RE2 expression matches as a whole, in folded or surface form, case ignored."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Near:
    """Two parts near each other in one field; a match is the span from the first to the last word.

    `left` and `right` are Word, Capitals, Phrase, Shaped, Prefix, Wildcard, Fuzzy, Regex, an Or of
    these or a Near of its own (see `placed`). Each has spans of word positions (first, last): a
    leaf those of its row of words, an Or those of all its parts. With n words from the last word of
    the one to the first word of the other, counted as the difference of positions, a pair is near
    when n <= distance; neighbours are 1 apart. `ordered`: right begins after left has ended.
    Spans of two leaves may not overlap; a Near's span has gaps, so a word within it is at 0.
    Scored as one term that occurs as often as there are right spans near a left one.
    """

    left: Node
    right: Node
    distance: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Articles in one sentence of which (or in the title) the inner query holds.

    Within are And, Or, Not, Boosted, Loose and what `Near` may hold, no fields. An
    article scores as for the inner query without its Nots.
    """

    node: Node


@dataclass(frozen=True, slots=True)
class Boosted:
    """A part whose score counts `factor` times (0 to 1000, three decimals)."""

    node: Node
    factor: float


@dataclass(frozen=True, slots=True)
class Numbers:
    """Articles with a figure between two values; None leaves a side open.

    `above` and `below` leave the value itself out. `unit` is "%" (percentages), a currency sign
    (money of any currency) or "" (all figures but days). Of a range in the text either end counts.
    """

    low: float | None
    high: float | None
    above: bool = False
    below: bool = False
    unit: str = ""


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
    """A query about one field.

    quote: words asked inside one quotation, those of an Or in any of them. said: words of the
    speaker's name, all of one quotation's speaker; scores nothing.
    """

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of these; scores are added.

    Where said: stands beside quote:, the quoted words stand in one quotation of that speaker (of
    one of them, if there are several). Beside other words, an article in which these stand in
    that speaker's quotations scores as if they were asked for once more, there.
    """

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    node: Node


Leaves: TypeAlias = (
    Word
    | Capitals
    | Phrase
    | Shaped
    | Loose
    | Whole
    | Prefix
    | Wildcard
    | Fuzzy
    | Regex
    | Days
    | Has
    | Is
    | Numbers
    | Everything
)
Node: TypeAlias = Leaves | Near | Sentence | Boosted | Field | And | Or | Not


def tidied(node: Node) -> Node:
    """The same query in its one form."""
    match node:
        case And(nodes):
            return _joined(And, nodes)
        case Or(nodes):
            return _joined(Or, nodes)
        case Not(inner):
            inner = _unboosted(tidied(inner))
            return inner.node if isinstance(inner, Not) else Not(inner)
        case Near(left, right, distance, ordered):
            return Near(_unboosted(tidied(left)), _unboosted(tidied(right)), distance, ordered)
        case Sentence(inner):
            return Sentence(tidied(inner))
        case Boosted(inner, factor):
            return _boosted(tidied(inner), factor)
        case Field(name, inner):
            return _asked(name, tidied(inner))
        case _:
            return node


def _asked(name: str, inner: Node) -> Node:
    match inner:
        case Not(wanted):
            return Not(_asked(name, wanted))
        case Boosted(wanted, factor):
            return _boosted(_asked(name, wanted), factor)
        case Field() | Days() | Has() | Is() | Numbers() | Sentence():
            return inner  # it has a field of its own
        case _:
            return Field(name, inner)


def _boosted(inner: Node, factor: float) -> Node:
    match inner:
        case Boosted(wanted, before):
            return _boosted(wanted, factor * before)
        case Not() | Days() | Has() | Is() | Numbers() | Everything() | Field(_, Everything()):
            return inner  # it scores nothing
    factor = round(min(max(factor, 0.0), 1000.0), 3)
    return inner if factor == 1 else Boosted(inner, factor)


def _unboosted(node: Node) -> Node:
    return node.node if isinstance(node, Boosted) else node


def _joined(kind: type[And] | type[Or], nodes: tuple[Node, ...]) -> Node:
    flat: list[Node] = []
    for node in map(tidied, nodes):
        flat.extend(node.nodes if isinstance(node, kind) else (node,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


PLACED = (Word, Capitals, Phrase, Shaped, Prefix, Wildcard, Fuzzy, Regex)
"""Leaves that stand at places in a text, so that others can be near them."""


def placed(node: Node) -> bool:
    """Whether a tidied node may be near another: a leaf of words, an Or of leaves, a Near."""
    if isinstance(node, Or):
        return all(isinstance(inner, (*PLACED, Near)) for inner in node.nodes)
    return isinstance(node, (*PLACED, Near))


def leaves(node: Node, field: str | None = None, wanted: bool = True) -> Iterator[Leaf]:
    """Every leaf with the field it is asked of and whether it is wanted or excluded."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from leaves(inner, field, wanted)
        case Near(left, right):
            yield from leaves(left, field, wanted)
            yield from leaves(right, field, wanted)
        case Not(inner):
            yield from leaves(inner, field, not wanted)
        case Boosted(inner, _) | Sentence(inner):
            yield from leaves(inner, field, wanted)
        case Field(name, inner):
            yield from leaves(inner, name, wanted)
        case _:
            yield Leaf(node, field, wanted)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a tree, where it is asked and whether it is wanted."""

    node: Leaves
    field: str | None
    wanted: bool
