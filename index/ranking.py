"""Every hit of a query, gathered at once, and the order in which they are shown.

Ties go to the newer article, then by id, so that the same archive always answers alike. In the
orders by day the undated come last, whichever way it runs.
"""

from __future__ import annotations

import heapq
from typing import Any

from whoosh.collectors import Collector

from index.query.matching import Columns, Computed
from index.results import Sort

_NEVER = 1 << 31

Match = tuple[float, int, int, int]
"""(score, day number, first 32 bits of the id, number in the records)."""


class Gathering(Collector):  # type: ignore[misc]
    """Gathers all hits of a computed query, without walking through matchers."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.found: list[Match] = []

    def set_subsearcher(self, subsearcher: Any, offset: int) -> None:
        """Go on to the next segment."""
        self.subsearcher = subsearcher
        self.offset = offset

    def collect_matches(self) -> None:
        """Take all hits of the segment."""
        query = self.q
        if not isinstance(query, Computed):
            raise TypeError(f"{type(query).__name__} does not compute its hits")
        reader = self.subsearcher.reader()
        if reader.segment() is None:
            return  # an empty index
        seqs, days, ranks = (self.columns.of(reader, name) for name in ("seq", "day", "rank"))
        self.found.extend(
            (round(score, 9), days[number], ranks[number], seqs[number])
            for number, score in query.hits(self.subsearcher).items()
        )


def page(found: list[Match], sort: Sort, seed: int, limit: int, offset: int) -> list[Match]:
    """The matches from `offset` on, `limit` of them, in the order asked for."""
    keyed: list[tuple[float, float, int, int, Match]]
    match sort:
        case "newest":
            keyed = [(-one[1], -one[0], one[2], one[3], one) for one in found]
        case "oldest":
            keyed = [(one[1] or _NEVER, -one[0], one[2], one[3], one) for one in found]
        case "random":
            keyed = [(_mixed(one[2], seed), 0, one[2], one[3], one) for one in found]
        case _:
            keyed = [(-one[0], -one[1], one[2], one[3], one) for one in found]
    wanted = max(0, offset) + max(0, limit)
    return [entry[4] for entry in heapq.nsmallest(wanted, keyed)[max(0, offset) :]]


def _mixed(rank: int, seed: int) -> int:
    """A number that looks random but is the same for the same id and seed (splitmix64)."""
    mixed = (rank + (seed + 1) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return mixed ^ (mixed >> 31)
