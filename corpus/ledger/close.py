"""Whether two numbers are close, whether sums are one, and which numbers many things have.

In go `Counted` figures of two articles; out comes what their values alone, with how near their
sentences are, say of them.
"""

from __future__ import annotations

import re

from corpus.comparison.agreements import SMALL
from corpus.comparison.conflicts import same_thing
from corpus.comparison.counted import ANYBODY, Counted
from corpus.comparison.days_told import days_apart
from corpus.comparison.ranges import of_one_size, significant_digits
from corpus.comparison.sides import Side
from corpus.ledger.incidents import GENERIC

NEAR = 0.25
"""Score of sentences from which equal numbers in them are of one set unless something tells them
apart: of 181 pairs read, of 90 below it 22 are wrong, of 60 above it 5."""
SOME = 0.15  # and from which they are with the same noun or deed
NEARER = 0.35  # and without
TELLING = 3  # significant digits of numbers that are of one set wherever noun or deed are the same
NAMED_ALIKE = 0.6  # the same where both are named: "goods", "products"
WHOLE = 100  # percent, which are said of everything
SHARED = 3  # words of weight besides the number, that sentences with one share have in common
CLOSE = 1.12  # two rounded numbers of one set are seldom further apart
_SO_FAR = re.compile(r"(?:at least|more than|over|upwards? of|a minimum)\b", re.IGNORECASE)


def within_a_day(one: Side, other: Side) -> bool:
    """Whether two articles are published a day apart at most; not where a day is not known."""
    apart = days_apart(one.article, other.article)
    return apart is not None and apart <= 1


def is_so_far(one: Counted, other: Counted) -> bool:
    """Whether the smaller of two counts that are close says that it is not all: "at least 170"."""
    few, many = sorted((one, other), key=lambda c: c.figure.value or 0.0)
    return bool(_SO_FAR.match(few.figure.hedge or "")) and are_close(few, many, CLOSE)


def is_of_many(one: Counted) -> bool:
    """Whether a count is one that articles give of many things: "two men", "three times"."""
    value = one.figure.value
    return value is None or (abs(value) <= SMALL and not one.head - ANYBODY - GENERIC)


def sums_are_one(one: Counted, other: Counted, score: float, words: int, *, nouns: bool) -> bool:
    """The same for shares, sums of money, measures and votes, in sentences that share so many
    words."""
    exactly = one.figure.value is not None and one.figure.value == other.figure.value
    kind, value = one.kind[0], one.figure.value
    if kind == "percent" and value == WHOLE:
        return score >= 2 * NEAR
    if exactly and kind == "percent" and words >= SHARED:
        return True
    if kind == "percent" and one.named and other.named and one.named.isdisjoint(other.named):
        return score >= NEARER
    alike = nouns or (kind == "money" and same_thing(one, other) >= NAMED_ALIKE)
    if score >= NEAR or (alike and score >= SOME):
        return True
    if value is None or value != other.figure.value:
        return False
    digits = significant_digits(value)
    if kind == "money" and digits >= TELLING:
        return True
    near = score >= SOME and (kind == "money" or bool(one.around & other.around))
    return digits >= 2 and (nouns or near)


def are_close(one: Counted, other: Counted, furthest: float) -> bool:
    """Whether the larger of two numbers is at most so many times the smaller."""
    values = [abs(c.figure.value) for c in (one, other) if c.figure.value is not None]
    if len(values) < 2:
        return of_one_size(one.low_high, other.low_high, furthest)
    return max(values) <= furthest * min(values) + 1e-9
