"""Queries over articles that belong together: stories as wholes, copies of a text.

A story holds several parts when each of them is found in an article of its own: one article
says this and another that. With sets of articles for the parts that is Hall's condition (1935):
any few of the parts together are found in at least as many articles as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from index.folding import Groups
from index.postings.arrays import Array
from index.postings.scoring import Hits, Scoring
from index.postings.seam import Computed

MOST_PARTS = 6  # 63 sets of parts


class Stories(Computed):
    """All articles of the stories in which the parts are found, each in an article of its own.

    None of `lost` is found in any article of them. Scores are those of the parts, added.
    """

    def __init__(
        self, groups: Groups, wanted: Sequence[Computed], lost: Sequence[Computed]
    ) -> None:
        self.groups, self.wanted, self.lost = groups, wanted, lost

    def compute(self, scoring: Scoring) -> Hits:
        """Whole stories."""
        snapshot = scoring.snapshot
        _, story = np.unique(self.groups.placed(snapshot), return_inverse=True)
        count = int(story.max()) + 1 if len(story) else 0
        found = [part.hits(scoring) for part in self.wanted]
        held = np.ones(count, bool)
        for size in range(1, len(found) + 1):
            for some in combinations(found, size):
                docs = np.unique(np.concatenate([hits.docs for hits in some]))
                held &= np.bincount(story[docs], minlength=count) >= size
        for part in self.lost:
            held[story[part.hits(scoring).docs]] = False
        docs = snapshot.everything
        docs = docs[held[story[docs]]]
        return Hits(docs, _added(found, docs, snapshot.size))


class OfStories(Computed):
    """The articles of one story."""

    def __init__(self, groups: Groups, first: int) -> None:
        self.groups, self.first = groups, first

    def compute(self, scoring: Scoring) -> Hits:
        """Those whose story it is."""
        placed = self.groups.placed(scoring.snapshot)
        return Hits(scoring.snapshot.living(np.flatnonzero(placed == self.first)), None)


class Later(Computed):
    """Copies of articles that stand at the head of their group."""

    def __init__(self, groups: Groups) -> None:
        self.groups = groups

    def compute(self, scoring: Scoring) -> Hits:
        """Those that are not the first of their group."""
        snapshot = scoring.snapshot
        later = self.groups.placed(snapshot) != snapshot.column("seq")
        return Hits(snapshot.living(np.flatnonzero(later)), None)


def _added(found: Sequence[Hits], docs: Array, size: int) -> Array | None:
    """The scores of some articles, those of all parts added; None where nothing scores."""
    if all(hits.scores is None for hits in found):
        return None
    sums = np.zeros(size)
    for hits in found:
        if hits.scores is not None:
            sums[hits.docs] += hits.scores
    added: Array = sums[docs]
    return added
