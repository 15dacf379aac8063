"""From likenesses to stories: average link, within days, with the word of people above it.

In go numbers of articles, their days, who is how like whom, and which must stand together; out
come groups. Two groups become one when the mean likeness between their members is at least ALIKE
(average link, Sokal and Michener 1958), the likest first: so a chain of articles each like the
next never makes one story. Where some days lie between two groups, or one has no day, the mean
must be higher, the more so the fewer likenesses it is the mean of; over three weeks it never is
one story. What was decided stands: articles with one anchor are together, articles with other
anchors never.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from corpus.stories.shelf import NO_DAY

ALIKE = 0.12  # mean likeness of two groups from which they are one story
GAPS = ((3, 0.0), (7, 0.1), (14, 0.2), (21, 0.3))
"""Days that may lie between two groups, and what a single likeness must have above ALIKE then.

A subject returns in the same words: of 24 stories with a gap of 8 to 14 days 3 were one event, of
24 with one of 15 to 30 days 1, and most of the others hung on a single likeness. Of 22 stories
that this divides, read one by one, 20 were two events."""
UNDATED, UNDATED_ALONE = 0.18, 0.15
"""Mean likeness from which a group without any day goes with another, and what a single likeness
must have above it, twice that where neither has a day: only the words tell an event from the next
one like it. Of 30 articles without a day that ALIKE alone puts into stories 12 belong there, of 30
that this does 20."""
_SCALE = 10_000  # likenesses are added up as whole numbers, in any order alike


def group(
    numbers: Sequence[int],
    links: Iterable[tuple[int, int, float]],
    days: Mapping[int, int],
    anchors: Mapping[int, str] | None = None,
) -> list[list[int]]:
    """The groups of these articles, each in the order of `numbers`; all in one, some alone.

    `links` are (number, number, likeness), each pair once; those not named are not alike. `days`
    are ordinals, NO_DAY or left out where there is none. `anchors`: what somebody decided an
    article goes with. The result depends on the order of
    `numbers` only where two pairs are exactly as like.
    """
    at = {number: k for k, number in enumerate(numbers)}
    near: list[dict[int, int]] = [{} for _ in numbers]
    for one, other, likeness in links:
        a, b = at.get(one), at.get(other)
        if a is not None and b is not None and a != b:
            near[a][b] = near[b][a] = round(likeness * _SCALE)
    members: list[list[int] | None] = [[k] for k in range(len(numbers))]
    spans: list[Span] = [(day, day) if (day := days.get(n, NO_DAY)) else None for n in numbers]
    held: dict[int, str] = {}
    firsts: dict[str, int] = {}
    for number, anchor in (anchors or {}).items():
        if number in at:
            first = firsts.setdefault(anchor, at[number])
            held[first] = anchor
            if first != at[number]:
                _join(first, at[number], near, members, spans)

    # Of every group only its likest partner waits in the heap. What two groups have with a third
    # together is never above what one of them had, and where days allow more than before, the
    # group that grew is asked anew: so what waits there is an upper bound, and an entry that has
    # become stale is put right when it comes up.
    def likest(a: int) -> tuple[float, int, int] | None:
        top = None
        for c, weight in near[a].items():
            pairs = _len(members, a) * _len(members, c)
            found = -weight / pairs, a, c
            if top is not None and found > top:
                continue
            if -found[0] >= _least(spans[a], spans[c], pairs) and not (a in held and c in held):
                top = found
        return top

    heap = [top for a in range(len(numbers)) if near[a] and (top := likest(a))]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if members[a] is None:
            continue
        top = likest(a)
        if top is None:
            continue
        if top != (value, a, b):
            heapq.heappush(heap, top)
            continue
        if b in held or (a not in held and len(near[a]) < len(near[b])):
            a, b = b, a
        _join(a, b, near, members, spans)
        if (top := likest(a)) is not None:
            heapq.heappush(heap, top)
    return [[numbers[k] for k in sorted(group)] for group in members if group is not None]


Span = tuple[int, int] | None  # first and last day of a group, None where none is known


def _least(one: Span, other: Span, pairs: int) -> float:
    """The mean of so many likenesses, to scale, from which two groups are one story."""
    if one is None or other is None:
        without = 2 if one is other else 1
        return (UNDATED + without * UNDATED_ALONE / pairs) * _SCALE
    gap = max(other[0] - one[1], one[0] - other[1])
    for most, more in GAPS:
        if gap <= most:
            return (ALIKE + more / pairs) * _SCALE
    return inf


def _join(
    a: int,
    b: int,
    near: list[dict[int, int]],
    members: list[list[int] | None],
    spans: list[Span],
) -> None:
    """Let group `a` take in group `b`, its days and what is near to it."""
    taken = members[b] or []
    members[b] = None
    (members[a] or []).extend(taken)
    known = [span for span in (spans[a], spans[b]) if span is not None]
    if known:
        spans[a] = min(first for first, _ in known), max(last for _, last in known)
    for c, weight in near[b].items():
        del near[c][b]
        if c != a:
            near[a][c] = near[c][a] = near[a].get(c, 0) + weight
    near[b] = {}


def _len(members: list[list[int] | None], k: int) -> int:
    return len(members[k] or ())
