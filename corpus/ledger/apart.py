"""Which articles of a story perhaps report another event than all its others.

In go the `Side`s of its articles, out come the full ids of those that no other shares an event
with, as far as the signs of a comparison of two tell: stories are made of words that an affair of
weeks has in whatever is written about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from corpus.comparison.event import PERHAPS, event_signs, weighed
from corpus.comparison.likeness import likeness
from corpus.comparison.sides import Side
from corpus.stories.traits import alike, traits

ALIKE = 0.35  # likeness from which two of a story are hardly ever two events
"""Of 44 that are named so, both of a pair counted once, 36 were read to be of another event."""

_HELD = 8  # of its likest that an article is held against
"""Held against all of them, forty unlike articles took almost four times as long."""


def told_apart(sides: Sequence[Side]) -> tuple[str, ...]:
    """The articles that perhaps report another event than each of the others, in their order."""
    known = [traits(side.article) for side in sides]
    pairs = sorted(
        ((alike(known[a], known[b]), a, b) for a, b in combinations(range(len(sides)), 2)),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    alone = set(range(len(sides))) if len(sides) > 1 else set()
    held: Counter[int] = Counter()
    for like, a, b in pairs:  # the likest first, so that few need be held against each other
        asking = [k for k in (a, b) if k in alone and held[k] < _HELD]
        if like < ALIKE and not asking:
            continue
        if {a, b} & alone and (like >= ALIKE or _may_be_one(sides[a], sides[b])):
            alone -= {a, b}
        held.update(asking)
    return tuple(side.article.id for k, side in enumerate(sides) if k in alone)


def _may_be_one(one: Side, other: Side) -> bool:
    return weighed(event_signs(one, other, likeness(one, other))) >= PERHAPS
