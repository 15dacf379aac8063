"""Words near each other: `a NEAR/5 b`, `a w/5 b`, `a /5 b`, `a PRE/5 b`, `a w/s b`.

Two parts and how near they shall be go in, a tree of `Near` comes out: a field is taken for
both sides, a group of words that are all wanted is parted (`(a b) NEAR/5 c` wants a near c and
b near c). What cannot stand near anything raises QueryError.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.query.print import read_as
from index.query.tree import (
    PLACED,
    And,
    Boosted,
    Everything,
    Field,
    Loose,
    Near,
    Node,
    Not,
    Or,
    QueryError,
    Sentence,
    placed,
    tidied,
)

_SEGMENT = re.compile(r"(?:w|near|pre)/seg", re.IGNORECASE)
_FAR = 20  # words; whoever asks for as many may think of the next paragraph
FURTHEST = 99  # words; between two paragraphs lie a hundred places


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near: the words as written, the distance, whether the order counts, what was mended."""

    asked: str
    distance: int
    ordered: bool
    in_sentence: bool
    repairs: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


def nearness(asked: str) -> Nearness:
    """What `NEAR/5`, `PRE/5`, `w/5`, `/5`, `w/s` ask for; in one paragraph is 99 words."""
    name, _, number = asked.partition("/")
    distance = int(number[:6]) if number.isdigit() else FURTHEST
    sentence, ordered = number.lower() == "s", name.lower() == "pre"
    repairs: tuple[str, ...] = ()
    if distance > FURTHEST or number.lower() == "p":
        furthest = f"{'PRE' if ordered else 'NEAR'}/{FURTHEST}"
        repairs = (
            f"{asked} was read as {furthest}: words of one paragraph, at most {FURTHEST} apart",
        )
    elif distance == 0:
        repairs = (f"{asked} was read as 1: neighbours are one word apart",)
    told = (f"{asked} stays within one paragraph; a b finds both anywhere.",)
    hints = told if distance >= _FAR and not repairs and not sentence else ()
    return Nearness(asked, min(max(distance, 1), FURTHEST), ordered, sentence, repairs, hints)


def near(left: Node, right: Node, how: Nearness) -> Node:
    """The two parts near each other."""
    left, right = tidied(left), tidied(right)
    if how.in_sentence and how.ordered:  # a PRE/s b: both in one sentence, in this order
        *before, last = _parts(left.node) if isinstance(left, Sentence) else (left,)
        return in_one_sentence(tidied(And((*before, _near(last, _within(right), how)))))
    if how.in_sentence:
        return in_one_sentence(tidied(And((_within(left), _within(right)))))
    if isinstance(left, Sentence):  # a w/s b w/3 c: in one sentence, b near c
        *before, last = _parts(left.node)
        return in_one_sentence(tidied(And((*before, _near(last, right, how)))))
    return tidied(_near(left, right, how))


def _within(node: Node) -> Node:
    """A side of `w/s`; of a sentence what stands in it: a w/s b w/s c."""
    return node.node if isinstance(node, Sentence) else node


def _parts(node: Node) -> tuple[Node, ...]:
    """What a sentence must have, each by itself."""
    return node.nodes if isinstance(node, And) else (node,)


def _near(left: Node, right: Node, how: Nearness) -> Node:
    match left, right:
        case (Boosted(inner, _), _):
            return _near(inner, right, how)
        case (_, Boosted(inner, _)):
            return _near(left, inner, how)
        case (Field(name, inner), Field(other, second)):
            if name != other:
                raise QueryError(
                    f"Words of {name}: and {other}: cannot be near each other; "
                    f"ask for both in one field, or join them with AND."
                )
            return Field(name, _near(inner, second, how))
        case (Field(name, inner), _):
            return Field(name, _near(inner, right, how))
        case (_, Field(name, inner)):
            return Field(name, _near(left, inner, how))
        case (And(nodes), _):
            return And(tuple(_near(node, right, how) for node in nodes))
        case (_, And(nodes)):
            return And(tuple(_near(left, node, how) for node in nodes))
        case (Or(nodes), _) if not placed(left):
            return Or(tuple(_near(node, right, how) for node in nodes))
        case (_, Or(nodes)) if not placed(right):
            return Or(tuple(_near(left, node, how) for node in nodes))
    for node in (left, right):
        if not placed(node):
            raise QueryError(
                f"{read_as(node)} cannot stand beside {how.asked}; put words, phrases, or groups "
                "of them there."
            )
    return Near(left, right, how.distance, how.ordered)


def in_one_sentence(node: Node) -> Node:
    """A tidied part asked of single sentences."""
    node = tidied(_opened(node))
    match node:
        case Not(inner):
            return Not(in_one_sentence(inner))
        case Boosted(inner, factor):
            return Boosted(in_one_sentence(inner), factor)
    if not _wants(node):
        raise QueryError(
            f"sent:({read_as(node)}) names no word that a sentence must have; put one beside NOT."
        )
    return Sentence(node)


def _opened(node: Node) -> Node:
    """A part of a sentence without sentences of its own: sent:(a w/s b) is sent:(a b)."""
    match node:
        case Sentence(inner):
            return inner
        case And(nodes):
            return And(tuple(map(_opened, nodes)))
    return node


def _wants(node: Node) -> bool:
    """Whether a part of sent: names a word that must be there; QueryError for what is no word."""
    match node:
        case Or(nodes):
            wanted = [_wants(inner) for inner in nodes]  # each is looked at
            return all(wanted)
        case And(nodes):
            wanted = [_wants(inner) for inner in nodes]
            return any(wanted)
        case Not(inner):
            _wants(inner)
            return False
        case Boosted(inner, _):
            return _wants(inner)
        case Near() | Loose():
            return True
        case _ if isinstance(node, PLACED):
            return True
    shown = "*" if isinstance(node, Everything) else read_as(node)
    raise QueryError(
        f"{shown} cannot stand within sent:; it takes words and phrases. "
        "Write the rest outside the parentheses."
    )


def is_segment(word: str) -> bool:
    """Whether a word is Nexis's operator for one part of an article: `W/SEG`."""
    return _SEGMENT.match(word) is not None


def never_near(asked: str) -> str:
    """Why NOT and an operator for near cannot stand side by side, and what to write."""
    if is_segment(asked):
        return f"NOT cannot stand beside {asked}; write title:(a -b) or body:(a -b)."
    return f"NOT cannot stand beside {asked}; write a NOT (a {asked} b) for a without b near it."
