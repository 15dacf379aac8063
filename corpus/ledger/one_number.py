"""Rows of one number whose nouns name one thing: "21 girls", "21 schoolgirls", "21 captive girls".

In go rows of figures, out come fewer: one goes into a wider one that gives its number of what its
noun may name, though the sentences have little else in common. Only numbers that tell something:
two digits and no round ones, or the two sides of a vote.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.comparison.counted import ANYBODY, Counted
from corpus.comparison.ranges import significant_digits
from corpus.ledger.incidents import GENERIC
from corpus.ledger.joining import Row
from corpus.ledger.result import CellRelation
from corpus.ledger.sets import FEW, Sets

_DIGITS = 2  # digits of a number that no other thing of the story has by chance
_SEATS = re.compile(r"\b(?:majority|control\w*|split|divided|h[eo]ld|seats?|edge)\b", re.IGNORECASE)
_NEAR = 30  # characters behind and before a vote that say it is how seats are shared out


def gathered(
    made: Sequence[Row],
    known: Sequence[tuple[int, Counted]],
    again: dict[int, list[int]],
    sets: Sets,
) -> list[Row]:
    """Rows that give the number of a wider row, of the same thing, as one with that."""
    kept: list[Row] = []
    shared: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    place = {id(row): n for n, row in enumerate(made)}
    for row in sorted(made, key=lambda one: -len(one.cells)):
        a, one = known[row.medoid]
        key = one.kind, one.figure.value
        home = next(
            (h for h in shared[key] if are_one_number(sets, *known[h.medoid], a, one)), None
        )
        if home is None:
            kept.append(row)
            if len(row.cells) > 1:
                shared[key].append(row)
            continue
        for article, (item, how) in row.cells.items():
            told: CellRelation = "same" if how == "medoid" else how
            held = home.cells.setdefault(article, (item, told))[0]
            if held != item:
                further = [known[item][1].sentence, *again.get(item, ())]
                again[held] = [*again.get(held, ()), *further]
    return sorted(kept, key=lambda one: place[id(one)])


def is_telling(one: Counted) -> bool:
    """Whether a number is one that a story gives of one thing."""
    value = one.figure.value
    if one.kind[0] == "vote":
        return True
    if value is None or one.kind[0] != "count" or abs(value) <= FEW:
        return False
    return significant_digits(value) >= _DIGITS


def names_one_thing(one: Counted, other: Counted) -> bool:
    """Whether two nouns name one thing by their words: the same, or the one ends as the other."""
    if not one.head or not other.head:
        return True  # "21 were freed": of whom the story speaks
    ours, theirs = one.head - GENERIC - ANYBODY, other.head - GENERIC - ANYBODY
    if ours & theirs or (one.head & ANYBODY and other.head & ANYBODY):
        return True
    return any(
        a.endswith(b) or b.endswith(a)
        for a in one.head
        for b in other.head
        if min(len(a), len(b)) > 3
    )


def are_one_number(sets: Sets, a: int, one: Counted, b: int, other: Counted) -> bool:
    """Whether a figure gives the number of a row of others, of the same thing."""
    return (
        one.kind == other.kind
        and one.figure.value == other.figure.value
        and _votes_are_one(sets, a, one, b, other)
        and one.past == other.past
        and is_telling(one)
        and names_one_thing(one, other)
        and not (one.deed and other.deed and one.deed != other.deed)
        and not sets.are_two(a, one, b, other)
    )


def _votes_are_one(sets: Sets, a: int, one: Counted, b: int, other: Counted) -> bool:
    """Whether two votes have the same sides, and both are cast, or both a majority in seats."""
    if one.kind[0] != "vote":
        return True
    numbers = [re.findall(r"\d+", c.figure.text) for c in (one, other)]
    return numbers[0] == numbers[1] and _is_of_seats(sets, a, one) == _is_of_seats(sets, b, other)


def _is_of_seats(sets: Sets, a: int, one: Counted) -> bool:
    sentence = sets.sides[a].sentences[one.sentence]
    start, end = one.figure.start - sentence.start, one.figure.end - sentence.start
    return bool(_SEATS.search(sentence.text[max(0, start - _NEAR) : end + _NEAR]))
