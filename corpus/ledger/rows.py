"""From matches to rows: clusters in which every member matches the medoid.

In go items with who matches whom and how well, out come rows: a medoid and those of its matches
that no stronger row took. Never a chain: what matches only a member of a row, and not its
medoid, founds a row of its own.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from corpus.comparison.sides import Side
from corpus.ledger.result import Cell


def rows(
    owners: Sequence[int], matches: Sequence[Mapping[int, float]]
) -> list[tuple[int, list[int]]]:
    """(medoid, its members without itself) for every item once, the widest rows first.

    `owners` says which article each item stands in; `matches[k]` are the items that item `k`
    matches, with the strength. The medoid is the item that matches items of the most other
    articles, then the most strongly, then the first.
    """
    taken = [False] * len(owners)

    def worth(k: int) -> tuple[int, float]:
        free = [(other, strength) for other, strength in matches[k].items() if not taken[other]]
        articles = {owners[other] for other, _ in free} - {owners[k]}
        return -len(articles), -round(sum(strength for _, strength in free), 6)

    heap = [(*worth(k), k) for k in range(len(owners))]
    heapq.heapify(heap)
    found = []
    while heap:
        breadth, strength, k = heapq.heappop(heap)
        if taken[k]:
            continue
        now = worth(k)
        if now != (breadth, strength):
            heapq.heappush(heap, (*now, k))
            continue
        taken[k] = True
        members = [
            other
            for other, _ in sorted(matches[k].items(), key=lambda one: (-one[1], one[0]))
            if not taken[other]
        ]
        for other in members:
            taken[other] = True
        found.append((k, members))
    return found


def in_order(cells: Sequence[Cell], sides: Sequence[Side]) -> tuple[Cell, ...]:
    """The cells in the order of the columns."""
    place = {side.article.id: k for k, side in enumerate(sides)}
    return tuple(sorted(cells, key=lambda cell: place[cell.article]))
