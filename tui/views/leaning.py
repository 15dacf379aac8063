"""Sentences of which it is open whether the other side says them, laid beside what they lean on.

A sentence that many lean on is not shown again and again: right ones stand together beside it,
left ones where they follow one another, so that the left text keeps its order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from corpus.comparison.result import Nearest

Run = tuple[tuple[int, ...], Nearest]
"""Sentences of one side, and the likeliest of their ties to one sentence of the other."""


def leaning(undecided: Iterable[Nearest], faced: Collection[tuple[int, int]]) -> list[Run]:
    """The rows to make of undecided sentences, less pairs (left, right) that `faced` holds.

    A pair that leans both ways comes once. Numbers of a run rise; each has the same `other`.
    """
    runs: list[Run] = []
    last: dict[tuple[str, int], int] = {}
    told = set(faced)
    for near in undecided:
        left = near.side == "left"
        pair = (near.sentence, near.other) if left else (near.other, near.sentence)
        if pair in told:
            continue
        told.add(pair)
        at = last.get((near.side, near.other))
        if at is not None and (not left or runs[at][0][-1] == near.sentence - 1):
            numbers, best = runs[at]
            runs[at] = (*numbers, near.sentence), max(best, near, key=lambda n: n.likelihood)
        else:
            last[near.side, near.other] = len(runs)
            runs.append(((near.sentence,), near))
    return runs
