"""The order in which hits are shown.

Ties go to the newer article, then by id, so that the same archive always answers alike. In the
orders by day the undated come last, whichever way it runs.
"""

from __future__ import annotations

import numpy as np

from index.postings.arrays import Array
from index.postings.scoring import Hits
from index.postings.snapshot import Snapshot
from index.results import Sort

_NEVER = 1 << 31


def page(
    snapshot: Snapshot, hits: Hits, sort: Sort, seed: int, limit: int, offset: int
) -> list[tuple[int, float]]:
    """(record number, score) of the hits from `offset` on, in the order asked for."""
    wanted = max(0, offset) + max(0, limit)
    docs = hits.docs
    if not len(docs) or not limit:
        return []
    scores = np.zeros(len(docs)) if hits.scores is None else np.round(hits.scores, 9)
    first: Array
    second: Array
    days, ranks = snapshot.column("day"), snapshot.column("rank")
    match sort:
        case "newest":
            first = -days[docs].astype(np.int64)
        case "oldest":
            first = np.where(days[docs] > 0, days[docs].astype(np.int64), _NEVER)
        case "random":
            first = _mixed(ranks[docs].astype(np.uint64), seed)
        case _:
            first = -scores
    chosen = _least(first, wanted)
    second = -scores[chosen]
    if sort == "relevance":
        second = -days[docs[chosen]].astype(np.int64)
    elif sort == "random":
        second = np.zeros(len(chosen))
    seqs = snapshot.column("seq")[docs[chosen]]
    order = np.lexsort((seqs, ranks[docs[chosen]], second, first[chosen]))
    order = order[max(0, offset) : wanted]
    chosen = chosen[order]
    return list(zip(seqs[order].tolist(), scores[chosen].tolist(), strict=True))


def _least(values: Array, count: int) -> Array:
    """The places of the `count` least values, and of all that equal the last of them."""
    if count >= len(values):
        return np.arange(len(values))
    last = np.partition(values, count - 1)[count - 1]
    return np.flatnonzero(values <= last)


def _mixed(ranks: Array, seed: int) -> Array:
    """Numbers that look random but are the same for the same id and seed (splitmix64)."""
    with np.errstate(over="ignore"):
        mixed = ranks + np.uint64((seed + 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
