"""Rough agreements that would hide a conflict: "scores" are not 80 where the report says 120.

In go two `Counted` figures that agree roughly, all figures of both sides, and how surely two
numbers that do not agree count one thing; out comes whether a plainer number of one side stands
against the other, so that the rough agreement tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.comparison.conflicts import OPENING
from corpus.comparison.counted import Counted

LEAD = 2  # sentences that give the toll of a report, the headline first

Differing = Callable[[Counted, Counted], float]


def hides_a_conflict(
    a: Counted,
    b: Counted,
    ours: Sequence[Counted],
    theirs: Sequence[Counted],
    differing: Differing,
) -> bool:
    """Whether one of two numbers is vague or stands far down, while its report counts the same
    more plainly, or at its top, in a number that conflicts with the other one.

    `differing` is asked with a figure of the left side and one of the right.
    """
    if a.figure.value is not None and a.figure.value == b.figure.value:
        return False
    return _gives_way(a, b, ours, theirs, differing) or _gives_way(
        b, a, theirs, ours, lambda one, other: differing(other, one)
    )


def _gives_way(
    one: Counted,
    rough: Counted,
    beside: Sequence[Counted],
    plainer: Sequence[Counted],
    differing: Differing,
) -> bool:
    """Whether a rough number gives way to a plainer one of its report, which conflicts with the
    other's, wherever that report says it."""
    instead = [other for other in plainer if _is_plainer(other, rough)]
    again = [
        c for c in beside if (c.kind, c.low_high, c.deed) == (one.kind, one.low_high, one.deed)
    ]
    return any(differing(c, other) > 0 for other in instead for c in again)


def _is_plainer(other: Counted, rough: Counted) -> bool:
    """Whether another number of the same report says in place of a rough one how many it was."""
    if other.kind != rough.kind or other.deed is None or other.deed != rough.deed:
        return False
    if other.figure.value is None or other.figure.value == rough.figure.value:
        return False
    if rough.figure.value is None:
        low, high = rough.low_high or (0.0, 0.0)
        return low <= other.figure.value <= high
    return other.sentence <= LEAD and rough.sentence > OPENING
