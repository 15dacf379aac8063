"""What speaks for two equal numbers of a story being of one thing, besides their being equal.

In go two `Counted` figures that agree and how near their sentences are, out comes whether that is
enough for one row. A number that stands in a row too many is told twice; one that stands in a row
of another thing makes two reports agree that do not.
"""

from __future__ import annotations

from corpus.comparison.agreements import SMALL
from corpus.comparison.conflicts import same_thing
from corpus.comparison.counted import ANYBODY, Counted, counts_anybody
from corpus.comparison.ranges import significant_digits
from corpus.ledger.trusting import is_vague
from corpus.words import written

NEAR = {"duration": 0.25, "percent": 0.25}  # scores of sentences that are evidence by themselves
NEAR_ELSE = 0.2
"""Of 105 pairs without another sign, in 90 stories: counts and money from .2 on 13 of 15 right,
below 14 of 38; durations and shares from .25 on 4 of 5, below 17 of 36."""
ALIKE = 0.3  # and for "dozens", or where two nouns name two things
BY_CHANCE = 0.1  # below it nothing but equal nouns speaks for "one official", "two polls"
TELLING = 3  # significant digits from which a number is of one thing, whatever the sentence
LARGE = 20  # counts beyond it, and not round to one digit, are seldom equal by chance
NAMED_APART = 0.4  # how surely two nouns count one thing, below which they name two


def speaks_for_one(one: Counted, other: Counted, score: float) -> bool:
    """Whether a noun, a deed, the words beside them, their sentences or so telling a number speak
    for two figures that agree counting one thing; `score` is that of their sentences."""
    kind = one.kind[0]
    if one.deed is not None and one.deed == other.deed:
        return True
    anybody = counts_anybody(one) and counts_anybody(other)
    apart = bool(one.head and other.head) and same_thing(one, other) < NAMED_APART and not anybody
    vague = is_vague(one.figure) or is_vague(other.figure)
    if apart and kind == "count":
        return score >= ALIKE
    if kind == "count" and abs(one.figure.value or LARGE) <= SMALL and score < BY_CHANCE:
        return False
    if kind in ("age", "vote", "odds") or score >= (ALIKE if vague else NEAR.get(kind, NEAR_ELSE)):
        return True
    if one.head & other.head - ANYBODY or _named_alike(one, other):
        return True
    if one.beside & other.beside:
        return True
    value = one.figure.value
    if vague or value is None or value != other.figure.value:
        return False
    digits = significant_digits(value)
    if digits >= TELLING:
        return True
    if kind != "count" or (one.deed and other.deed):
        return False
    if anybody:
        return digits > 1
    return digits > 1 and abs(value) > LARGE and not (one.deed or other.deed)


def _named_alike(one: Counted, other: Counted) -> bool:
    """Whether both are said to count the same, in words that are too common to be held against
    others: "36 states"."""
    ours, theirs = ({w.lower() for w in written(c.figure.about or "")} for c in (one, other))
    return bool(ours) and ours == theirs and not (one.head | other.head) & ANYBODY
