"""Numbers of sentences that stand beside each other, which may count one thing and differ.

In go the `Counted` figures of two reports and which sentences are matched, out come pairs of
figures that an editor who reads the row would hold against each other, whatever they are called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from corpus.comparison.agreements import SMALL, Between
from corpus.comparison.conflicts import (
    FURTHEST,
    RATES,
    SURE,
    are_of_two,
    is_of_others,
    is_of_otherwise,
    same_thing,
)
from corpus.comparison.counted import Counted
from corpus.comparison.looked_at import are_many, tables_of
from corpus.comparison.ranges import agreement, of_one_size
from corpus.comparison.sizes import size

NEAR = 1.5  # the larger of two sums that share no word is at most so many times the smaller
TWICE = 2.0  # and one of sums that do
LARGE = 1_000_000  # sums from here on are told apart from others of a sentence by their size
_BESIDE = 2  # words that two numbers have beside them from which they may be of one thing
_PEOPLE = 0.6  # what `same_thing` says of people who are named otherwise
_NEVER = frozenset(("vote", "odds", "age"))

Sides = tuple[Sequence[Counted], Sequence[Counted]]


def in_rows(
    every: Sides,
    between: Between,
    told: tuple[Collection[int], Collection[int]],
    matched: Collection[tuple[int, int]],
) -> Iterator[tuple[float, Counted, Counted]]:
    """Numbers of matched sentences that differ and may count one thing, with how near the sentences
    are; none that is `told` already, or whose sentences agree in it."""
    lefts = [one for one in every[0] if one.number not in told[0] and _is_asked(one)]
    rights = [one for one in every[1] if one.number not in told[1] and _is_asked(one)]
    many = are_many(*every)
    ours, theirs = (_rows(side, asked, many=many) for side, asked in
                    zip(every, (lefts, rights), strict=True))  # fmt: skip
    for s, t in sorted(matched):
        for a in ours.get(s, ()):
            for b in theirs.get(t, ()):
                if _may_be_one(a, b, between):
                    yield between.sentences(a, b), a, b


def _rows(
    side: Sequence[Counted], asked: Sequence[Counted], *, many: bool
) -> dict[int, list[Counted]]:
    """Sentence → its figures that are asked about; of reports of `many` figures without tables."""
    tables = tables_of(side) if many else frozenset[int]()
    found = defaultdict[int, list[Counted]](list)
    for one in asked:
        if one.sentence not in tables:
            found[one.sentence].append(one)
    return found


def _is_asked(one: Counted) -> bool:
    return (
        one.figure.value not in (None, 1) and one.kind[0] not in _NEVER and one.kind[1] not in RATES
        and not one.past and not one.earlier
    )  # fmt: skip


def _may_be_one(a: Counted, b: Counted, between: Between) -> bool:
    """Whether two numbers of two sentences that stand beside each other may count one thing."""
    ours, theirs = size(a), size(b)
    if ours.kind != theirs.kind or ours.scale != theirs.scale or a.grave != b.grave:
        return False
    if a.figure.value == b.figure.value or agreement(a.figure, b.figure) is not None:
        return False
    if a.part != b.part or (a.deed and b.deed and a.deed != b.deed) or are_of_two(a, b):
        return False
    if a.kind == b.kind and (is_of_others(a, b) or is_of_others(b, a)):
        return False
    beside = len(a.around & b.around)
    both = bool((a.figure.value, a.figure.value) in b.numbers
                or (b.figure.value, b.figure.value) in a.numbers)  # fmt: skip
    if both and not (ours.kind[0] == "money" and a.deed == b.deed and beside):
        return False
    if ours.kind[0] == "money":
        return _sums(a, b, between, beside)
    if ours.kind[0] == "count":
        return _counts(a, b)
    alike = (
        bool(a.head & b.head)
        and beside >= _BESIDE
        and of_one_size(a.low_high, b.low_high, FURTHEST)
    )
    return alike and (bool(a.goes & b.goes) or not is_of_otherwise(a, b))


def _sums(a: Counted, b: Counted, between: Between, beside: int) -> bool:
    """The same of money: much of the same is said beside it, or it is the only sum of its size."""
    if beside >= _BESIDE or (beside and a.deed and a.deed == b.deed):
        return of_one_size(a.low_high, b.low_high, TWICE)
    if min(a.figure.value or 0.0, b.figure.value or 0.0) < LARGE or between.sentences(a, b) < SURE:
        return False
    alone = all(
        sum(of_one_size(one.low_high, other, FURTHEST) for other in one.numbers) == 1
        for one in (a, b)
    )
    return alone and of_one_size(a.low_high, b.low_high, NEAR)


def _counts(a: Counted, b: Counted) -> bool:
    """The same of people and things: of one name, or people in one deed."""
    same_deed = a.deed is not None and a.deed == b.deed
    thing = same_thing(a, b)
    if min(abs(one.figure.value or 0.0) for one in (a, b)) <= SMALL and not (
        same_deed and thing == 1.0
    ):
        return False
    if not of_one_size(a.low_high, b.low_high, FURTHEST if same_deed else NEAR):
        return False
    return thing == 1.0 or (same_deed and thing >= _PEOPLE)
