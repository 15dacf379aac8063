"""From likenesses to stories: average link, with the word of people above it.

In go numbers of articles, who is how like whom, and which must stand together; out come groups.
Two groups become one when the mean likeness between their members is at least ALIKE (average
link, Sokal and Michener 1958), the likest first: so a chain of articles each like the next
never makes one story. What was decided stands: articles with one anchor are together, articles
with different anchors never.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

ALIKE = 0.12  # mean likeness of two groups from which they are one story
_SCALE = 10_000  # likenesses are added up as whole numbers, in any order alike


def group(
    numbers: Sequence[int],
    links: Iterable[tuple[int, int, float]],
    anchors: Mapping[int, str] | None = None,
) -> list[list[int]]:
    """The groups of these articles, each in the order of `numbers`; all in one, some alone.

    `links` are (number, number, likeness), each pair once; those not named are not alike.
    `anchors`: what somebody decided an article goes with. The result depends on the order of
    `numbers` only where two pairs are exactly as like.
    """
    at = {number: k for k, number in enumerate(numbers)}
    near: list[dict[int, int]] = [{} for _ in numbers]
    for one, other, likeness in links:
        a, b = at.get(one), at.get(other)
        if a is not None and b is not None and a != b:
            near[a][b] = near[b][a] = round(likeness * _SCALE)
    members: list[list[int] | None] = [[k] for k in range(len(numbers))]
    held: dict[int, str] = {}
    firsts: dict[str, int] = {}
    for number, anchor in (anchors or {}).items():
        if number in at:
            first = firsts.setdefault(anchor, at[number])
            held[first] = anchor
            if first != at[number]:
                _join(first, at[number], near, members)

    # Of every group only its likest partner waits in the heap. Joining two groups never brings a
    # third nearer to them than it was to one of them, so what waits there is an upper bound: an
    # entry that has become stale is put right when it comes up.
    def likest(a: int) -> tuple[float, int, int] | None:
        found = [
            (-weight / (_len(members, a) * _len(members, c)), a, c)
            for c, weight in near[a].items()
            if not (a in held and c in held)
        ]
        top = min(found, default=None)
        return top if top is not None and -top[0] >= ALIKE * _SCALE else None

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
        _join(a, b, near, members)
        if (top := likest(a)) is not None:
            heapq.heappush(heap, top)
    return [[numbers[k] for k in sorted(group)] for group in members if group is not None]


def _join(a: int, b: int, near: list[dict[int, int]], members: list[list[int] | None]) -> None:
    """Let group `a` take in group `b` and what is near to it."""
    taken = members[b] or []
    members[b] = None
    (members[a] or []).extend(taken)
    for c, weight in near[b].items():
        del near[c][b]
        if c != a:
            near[a][c] = near[c][a] = near[a].get(c, 0) + weight
    near[b] = {}


def _len(members: list[list[int] | None], k: int) -> int:
    return len(members[k] or ())
