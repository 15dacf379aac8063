"""Parts of a query that stand inside something: one sentence, one quotation, somebody's.

Trees go in; what must stand there comes out, and whether a speaker is the one asked for. The
search (`query.compile`) and the marks in a text (`index.satisfying`) both go by this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.analysis import folded_words
from index.named import fits, name_words
from index.query.names import begun
from index.query.tree import (
    PLACED,
    And,
    Boosted,
    Capitals,
    Everything,
    Field,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    placed,
)


def stands(node: Node) -> bool:
    """Whether a part is made of nothing but words and phrases, some of which must be there."""
    match node:
        case And(nodes):
            return all(map(stands, nodes)) and not all(isinstance(one, Not) for one in nodes)
        case Or(nodes):
            return all(stands(one) and not isinstance(one, Not) for one in nodes)
        case Not(inner) | Boosted(inner, _):
            return stands(inner)
    return isinstance(node, (*PLACED, Near, Loose))


def wanted(node: Node) -> Node:
    """A part without what shall not stand where the rest does."""
    match node:
        case And(nodes):
            return And(tuple(wanted(inner) for inner in nodes if not isinstance(inner, Not)))
        case Or(nodes):
            return Or(tuple(wanted(inner) for inner in nodes))
        case Boosted(inner, factor):
            return Boosted(wanted(inner), factor)
    return node


def placed_parts(node: Node) -> Iterator[Node]:
    """The parts of which each stands at places of its own."""
    match node:
        case And(nodes) | Or(nodes) if not placed(node):
            for inner in nodes:
                yield from placed_parts(inner)
        case Not(inner) | Boosted(inner, _):
            yield from placed_parts(inner)
        case _:
            yield node


def speakers(nodes: Sequence[Node]) -> list[Node]:
    """Whose quotations `quote:` beside these parts is looked for in; none: anybody's."""
    return [one for one in map(_speaker, nodes) if one is not None]


def said_in(node: Node) -> list[Node]:
    """Whose quotations are asked for anywhere in a tree."""
    match node:
        case And(nodes) | Or(nodes):
            return [one for inner in nodes for one in said_in(inner)]
        case Boosted(inner, _):
            return said_in(inner)
    return speakers((node,))


def beside_speakers(node: Node) -> Iterator[Node]:
    """All parts of a tree that stand beside `said:`."""
    match node:
        case And(nodes):
            if speakers(nodes):
                yield from nodes
            for inner in nodes:
                yield from beside_speakers(inner)
        case Or(nodes):
            for inner in nodes:
                yield from beside_speakers(inner)
        case Not(inner) | Boosted(inner, _) | Field("story", inner):
            yield from beside_speakers(inner)


def _speaker(node: Node) -> Node | None:
    match node:
        case Boosted(inner, _):
            return _speaker(inner)
        case Field("said", inner):
            each = inner.nodes if isinstance(inner, And | Or) else (inner,)
            return None if any(isinstance(one, Not | Everything) for one in each) else inner
    return None


def quotes(node: Node) -> bool:
    """Whether a part asks for nothing but words inside quotations."""
    match node:
        case Boosted(inner, _):
            return quotes(inner)
        case Or(nodes):
            return all(map(quotes, nodes))
        case Field("quote", _):
            return True
    return False


def is_said(node: Node, speaker: frozenset[str]) -> bool:
    """Whether a speaker with these (folded) words in the name is one that a value of `said:` asks.

    Who is asked for by a full name may stand there with the surname only.
    """
    match node:
        case And(nodes):
            return all(is_said(inner, speaker) for inner in nodes)
        case Or(nodes):
            return any(is_said(inner, speaker) for inner in nodes)
        case Boosted(inner, _):
            return is_said(inner, speaker)
        case Word(text) | Phrase(text) | Capitals(text):
            return folded_words(text)[-1] in speaker
    surname = name_words(begun(node) or "", begun=True)[-1:]
    return any(fits(word, one) for one in surname for word in speaker)
