"""Rows that give different numbers of what may be one thing: three counts of the dead.

In go the figures of every row, by article; out comes for every row the number of its thing. Two
reports that both give the ministry's count and the rebels' agree on either, so neither row has a
cell at odds; a third that has one of them only shows that they are rivals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from corpus.comparison.counted import Counted, agreement
from corpus.comparison.figures import SURE, Between, close_in_time, conflicting
from corpus.comparison.sides import Side
from corpus.ledger.matching import Found as Scored
from corpus.ledger.matching import Scores, likely

_MOST = 400  # rows of one deed or noun up to which these are held against each other
_NOTHING: Scores = {}

Row = Mapping[int, Counted]  # by the place of the article


def things(rows: Sequence[Row], sides: Sequence[Side], found: Mapping[tuple[int, int], Scores]
           ) -> list[int]:  # fmt: skip
    """For every row the number, from 1 on, of the thing that it counts and others otherwise; 0 for
    those that have no rival, or only such as are of another row's thing. Rows of one thing are
    rivals of its widest row, or stand beside one of them in an article: never a chain from article
    to article."""
    near: dict[tuple[int, int], Between] = {}
    rivals: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in _alike(rows):
        if other not in rivals[one] and _are_rivals(rows[one], rows[other], sides, found, near):
            rivals[one].add(other)
            rivals[other].add(one)
    result = [0] * len(rows)
    last = 0
    for at in sorted(range(len(rows)), key=lambda n: (-len(rows[n]), n)):
        free = [other for other in sorted(rivals[at]) if not result[other]]
        if free and not result[at]:
            last += 1
            for number in (at, *free):
                result[number] = last
    settled = [(n, thing) for n, thing in enumerate(result) if thing]
    for at, row in enumerate(rows):
        beside = (thing for n, thing in settled if _stand_together(row, rows[n]))
        result[at] = result[at] or next(beside, 0)
    return result


def _stand_together(ours: Row, theirs: Row) -> bool:
    """Whether an article gives both numbers in one breath, the one count after the other."""
    return any(
        abs(one.sentence - theirs[a].sentence) <= 1
        and one.kind == theirs[a].kind
        and agreement(one.figure, theirs[a].figure) is None
        and conflicting(one, theirs[a], lambda *_: SURE) > 0
        for a, one in ours.items()
        if a in theirs
    )


def _alike(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Pairs of rows that count people of one deed, or share the noun of what they count."""
    holding: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        for one in row.values():
            if one.persons and one.deed:
                holding[one.kind, "deed", one.deed].add(at)
            elif not one.persons:
                for noun in one.head:
                    holding[one.kind, "noun", noun].add(at)
    pairs = {
        pair for at in holding.values() if len(at) <= _MOST for pair in combinations(sorted(at), 2)
    }
    yield from sorted(pairs)


def _are_rivals(
    ours: Row,
    theirs: Row,
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Scores],
    near: dict[tuple[int, int], Between],
) -> bool:
    """Whether an article that has one of the numbers only may conflict with one that has the
    other."""
    for a, one in ours.items():
        for b, other in theirs.items():
            if a == b or (a in theirs and b in ours) or not close_in_time(sides[a], sides[b]):
                continue
            if one.kind != other.kind or agreement(one.figure, other.figure) is not None:
                continue
            if a < b:
                between, pair = _between(a, b, sides, found, near), (one, other)
            else:
                between, pair = _between(b, a, sides, found, near), (other, one)
            if conflicting(*pair, between.sentences) > 0:
                return True
    return False


def _between(
    a: int,
    b: int,
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Scores],
    near: dict[tuple[int, int], Between],
) -> Between:
    if (a, b) not in near:
        scores = found.get((a, b), _NOTHING)
        near[a, b] = Between.of(sides[a], sides[b], Scored(scores), likely(scores))
    return near[a, b]
