"""Rows that give different numbers of what may be one thing: three counts of the dead.

In go the figures of every row, by article; out comes for every row the number of its thing. Two
reports that both give the ministry's count and the rebels' agree on either, so neither row has a
cell at odds; a third that has one of them only shows that they are rivals. Reports that give both
numbers of two things (a state's delegates and those somebody won there) show that they are none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from corpus.comparison.agreements import SMALL, Between
from corpus.comparison.conflicts import SURE, conflicting
from corpus.comparison.counted import Counted
from corpus.comparison.ranges import agreement
from corpus.comparison.sides import Side
from corpus.figures.words import VAGUE
from corpus.ledger.matching import Found as Scored
from corpus.ledger.matching import Scores, likely
from corpus.ledger.sets import Sets
from corpus.ledger.trusting import Trust, can_be_told
from corpus.words import stem

_MOST = 400  # rows of one deed or noun up to which these are held against each other
_NEARLY = 1.25  # times the number of those missing that others say they hold, at most
_HELD = frozenset(stem(word) for word in "captured prisoners hold holds abducted hostages".split())
_VAGUE = re.compile(rf"(?:several )?(?:{'|'.join(VAGUE)})\b", re.IGNORECASE)
_BREATH = 2  # sentences between them
_REPORTS = 2  # that do so
_NOTHING: Scores = {}

Row = Mapping[int, Counted]  # by the place of the article


def things(
    rows: Sequence[Row],
    at_odds: Set[tuple[int, int]],
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Scores],
    trust: Trust,
    sets: Sets,
) -> list[int]:
    """For every row the number, from 1 on, of the thing that it counts and others otherwise; 0 for
    those that have no rival, or only such as are of another row's thing. Rows of one thing are
    rivals of its widest row, or stand beside one of them in an article: never a chain from article
    to article."""
    near: dict[tuple[int, int], Between] = {}
    rivals: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in sorted(at_odds):
        if not _are_told_apart(rows[one], rows[other]):
            rivals[one].add(other)
            rivals[other].add(one)
    for one, other in _alike(rows, sides):
        if other not in rivals[one] and _are_rivals(
            rows[one], rows[other], sides, found, near, trust, sets
        ):
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
        if not can_be_told(list(row.values())):
            continue
        beside = (thing for n, thing in settled if _stand_together(row, rows[n], sides, trust))
        result[at] = result[at] or next(beside, 0)
    return result


def _stand_together(ours: Row, theirs: Row, sides: Sequence[Side], trust: Trust) -> bool:
    """Whether an article gives both numbers of one scene in one breath, the one count after the
    other."""
    return any(
        one.persons
        and one.deed is not None
        and not trust.scenes.are_two(sides[a], one, sides[a], theirs[a])
        and abs(one.sentence - theirs[a].sentence) <= 1
        and one.kind == theirs[a].kind
        and agreement(one.figure, theirs[a].figure) is None
        and conflicting(one, theirs[a], lambda *_: SURE) > 0
        for a, one in ours.items()
        if a in theirs
    )


def _alike(rows: Sequence[Row], sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Pairs of rows that count people of one deed, or share the noun of what they count."""
    holding: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        telling = can_be_told(list(row.values()))
        for a, one in row.items():
            if one.persons and (_missing(one) or _held(one, sides[a])):
                holding[one.kind, "gone"].add(at)  # few as they are, some are missing or held
            if not telling:
                continue
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
    trust: Trust,
    sets: Sets,
) -> bool:
    """Whether an article that has one of the numbers only may conflict with one that has the
    other, and none that has both tells them apart."""
    both = ours.keys() & theirs.keys()
    if _missing_or_held([(ours[a], theirs[a], sides[a]) for a in sorted(both)]):
        return True
    if _are_told_apart(ours, theirs):
        return False
    for a, one in ours.items():
        for b, other in theirs.items():
            if a == b or (a in theirs and b in ours):
                continue
            if one.kind != other.kind or agreement(one.figure, other.figure) is not None:
                continue
            if not _comparable(one, other):
                continue
            if a < b:
                between, pair = _between(a, b, sides, found, near), (one, other)
            else:
                between, pair = _between(b, a, sides, found, near), (other, one)
            score = between.near.score(pair[0].sentence, pair[1].sentence)
            at = (a, b) if a < b else (b, a)
            if not sets.may_differ(at[0], pair[0], at[1], pair[1]):
                continue
            if conflicting(*pair, between.sentences) > 0 and trust.may_conflict(
                at[0], pair[0], at[1], pair[1], score
            ):
                return True
    return False


def _are_told_apart(ours: Row, theirs: Row) -> bool:
    """Whether most articles that give both numbers give them of two things."""
    both = ours.keys() & theirs.keys()
    return 2 * sum(_told_apart(ours[a], theirs[a]) for a in both) > len(both)


def _told_apart(one: Counted, other: Counted) -> bool:
    """Whether an article that gives both numbers gives them of two things: how many delegates a
    state has, and how many somebody won. Of people it may be one thing, as two count it."""
    if not (one.persons and other.persons):
        return True
    return one.sentence == other.sentence or not conflicting(one, other, lambda *_: SURE)


def _comparable(one: Counted, other: Counted) -> bool:
    """Whether two numbers can be rivals at all: no "dozens", and no count so small that two reports
    give it of different things every day."""
    if any(_VAGUE.match(figure.text) for figure in (one.figure, other.figure)):
        return False
    if one.kind[0] not in ("count", "money"):
        return False
    numbers = [abs(n) for n in (one.figure.value, other.figure.value) if n is not None]
    return len(numbers) < 2 or one.kind[0] != "count" or min(numbers) > SMALL


def _missing(one: Counted) -> bool:
    return one.deed == "missing"


def _held(one: Counted, side: Side) -> bool:
    return one.deed == "held" or bool((one.head | side.stems[one.sentence]) & _HELD)


def _missing_or_held(both: Sequence[tuple[Counted, Counted, Side]]) -> bool:
    """Whether those whom one side misses are those whom the other says it holds: articles that give
    both numbers give them in one breath, and they are nearly the same."""
    near = 0
    for one, other, side in both:
        missing, held = (one, other) if _missing(one) else (other, one)
        gone = _missing(missing) and not _missing(held) and _held(held, side)
        numbers = one.figure.value, other.figure.value
        if not gone or one.kind != other.kind or None in numbers:
            continue
        least, most = sorted(number for number in numbers if number is not None)
        in_one_breath = abs(one.sentence - other.sentence) <= _BREATH
        near += in_one_breath and SMALL < least < most <= _NEARLY * least
    return near >= _REPORTS


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
