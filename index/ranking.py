"""The order in which hits are shown.

Ties go to the newer article, then by id, so that the same archive always answers alike. In the
orders by day the undated come last, whichever way it runs, and with them those whose days cannot
be.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from index.folding import firsts_of
from index.postings.arrays import Array
from index.postings.scoring import Hits
from index.postings.snapshot import Snapshot

if TYPE_CHECKING:
    from index.results import Sort

_NEVER = 1 << 31
_GROUP = 128  # values of which only the least is looked at first
_ALIKE = 1e-8  # scores closer than that may be the same when they are rounded


def page(
    snapshot: Snapshot,
    hits: Hits,
    sort: Sort,
    seed: int,
    limit: int,
    offset: int,
    groups: Array | None = None,
    behind: Collection[int] = (),
) -> list[tuple[int, float]]:
    """(place in the snapshot, score) of the rows from `offset` on, in the order asked for.

    With `groups`, a number for every place, only the first hit of each group is a row; articles
    with the numbers `behind` are taken for undated.
    """
    offset, wanted = max(0, offset), max(0, offset) + max(0, limit)
    if groups is None:
        docs, scores = ordered(snapshot, hits, sort, seed, wanted, behind)
        return list(zip(docs[offset:].tolist(), scores[offset:].tolist(), strict=True))
    looked = 2 * wanted
    while True:
        docs, scores = ordered(snapshot, hits, sort, seed, looked, behind)
        firsts = firsts_of(groups, docs)
        if len(firsts) >= wanted or len(docs) == len(hits.docs):
            shown = firsts[offset:wanted]
            return list(zip(docs[shown].tolist(), scores[shown].tolist(), strict=True))
        looked *= 4


def ordered(
    snapshot: Snapshot,
    hits: Hits,
    sort: Sort,
    seed: int,
    wanted: int,
    behind: Collection[int] = (),
) -> tuple[Array, Array]:
    """Places and scores of the first hits in the order asked for."""
    docs = hits.docs
    if not len(docs) or not wanted:
        return docs[:0], np.zeros(0)
    ranks = snapshot.column("rank")
    days = snapshot.column("day")[docs].astype(np.int64)
    if behind:
        days[np.isin(snapshot.column("seq")[docs], list(behind))] = 0
    chosen: Array
    match sort:
        case "newest":
            first = -days
            chosen = _least(first, wanted)
        case "oldest":
            first = np.where(days > 0, days, _NEVER)
            chosen = _least(first, wanted)
        case "random":
            first = _mixed(ranks[docs].astype(np.uint64), seed)
            chosen = _least(first, wanted)
        case _:
            if hits.scored:
                chosen = _best(hits.scores_of(docs), wanted)
            else:
                chosen = _least(-days, wanted)
    docs = docs[chosen]
    scores = np.round(hits.scores_of(docs), 9) if hits.scored else np.zeros(len(docs))
    keys: tuple[Array, ...]
    if sort in ("newest", "oldest"):
        keys = (ranks[docs], -scores, first[chosen])
    elif sort == "random":
        keys = (ranks[docs], first[chosen])
    else:
        keys = (ranks[docs], -days[chosen], -scores)
    order = np.lexsort((snapshot.column("seq")[docs], *keys))[:wanted]
    return docs[order], scores[order]


def _best(scores: Array, count: int) -> Array:
    """The places of the `count` highest scores, and of all that may equal the last of them."""
    if count >= len(scores):
        return np.arange(len(scores))
    places: Array | None = None
    groups = len(scores) // _GROUP
    if groups > 4 * count:
        # Each of `count` groups holds one as high as the least of their highest, or higher.
        highest = scores[: groups * _GROUP].reshape(groups, _GROUP).max(axis=1)
        bound = np.partition(highest, groups - count)[groups - count]
        places = np.flatnonzero(scores >= bound - _ALIKE)
        scores = scores[places]
    last = np.partition(scores, len(scores) - count)[len(scores) - count]
    chosen = np.flatnonzero(scores >= last - _ALIKE)
    return chosen if places is None else places[chosen]


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
