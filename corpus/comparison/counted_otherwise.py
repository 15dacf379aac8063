"""Sentences that face nothing but may give one number, written otherwise.

In go two `Side`s and the numbers of their sentences that are left over, out come pairs of which
either has a number that the other's may be: "now at $6,116", "6117 at present". What they count is
not asked for, so no pair says that the two say the same: only that it stays open. It is seldom
so: on 170 development pairs one pair of sentences, rightly, and one-sided P and R are as before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from corpus.article import Figure
from corpus.comparison.ranges import LARGE, agreement, significant_digits
from corpus.comparison.sides import Side

_KINDS = frozenset(("count", "money", "measure"))
_TELLING = 3  # significant digits of a number that seldom stands for two things
_MEASURED = 2  # the same, of money and of measures
_NEARLY = 0.0005  # share by which two readings of one gauge may be apart: 6,116 and 6117
_FEW = 3  # sentences of a report that give a number, at most: others are what it is all about
_YEARS = range(1500, 2101)  # bare counts that may be years


def counted_otherwise(
    left: Side, right: Side, only: tuple[Collection[int], Collection[int]]
) -> list[tuple[int, int]]:
    """Pairs of sentences out of `only` with a number of one kind within rounding."""
    ours, theirs = _numbers(left, only[0]), _numbers(right, only[1])
    return sorted(
        {
            (i, j)
            for i, numbers in ours.items()
            for j, others in theirs.items()
            if any(_may_be_one(a, b) for a in numbers for b in others)
        }
    )


def _numbers(side: Side, only: Collection[int]) -> dict[int, list[Figure]]:
    """The telling numbers of those of a side's sentences."""
    found: defaultdict[int, list[Figure]] = defaultdict(list)
    given: defaultdict[float, set[int]] = defaultdict(set)
    for figure in side.article.figures:
        if figure.kind in _KINDS and figure.value is not None and _tells(figure, figure.value):
            at = side.sentence_at(figure.within, figure.paragraph, figure.start)
            if at is not None:
                found[at].append(figure)
                given[figure.value].add(at)
    return {
        at: [f for f in figures if f.value is not None and len(given[f.value]) <= _FEW]
        for at, figures in found.items()
        if at in only
    }


def _tells(figure: Figure, value: float) -> bool:
    digits = significant_digits(value)
    if figure.kind != "count":
        return digits >= _MEASURED
    return digits >= _TELLING and not (figure.about is None and value in _YEARS)


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Whether two may be one number, a bare one whatever the other's unit is."""
    value, against = one.value, other.value
    if value is None or against is None:
        return False
    if _is_bare(one):
        one = replace(one, kind=other.kind, unit=other.unit)
    elif _is_bare(other):
        other = replace(other, kind=one.kind, unit=one.unit)
    if one.kind != other.kind or (one.unit or "") != (other.unit or ""):
        return False
    nearly = abs(value - against) <= _NEARLY * max(abs(value), abs(against))
    return nearly or agreement(one, other) is not None


def _is_bare(figure: Figure) -> bool:
    """Whether a large number is given without a thing or a unit."""
    value = figure.value or 0.0
    return figure.kind == "count" and figure.about is None and abs(value) >= LARGE
