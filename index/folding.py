"""Articles that belong together, and lists that show one of them for all.

Copies of one text (agency copy, reprints) and articles on one event are groups: every article
of a group carries the number of its first one. `Groups` are those of an archive, by numbers of
records; `placed` brings them to the places of a snapshot; `folded` takes hits in order and
gives rows, each with the others of its group that were found too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

import numpy as np

from index.postings.arrays import Array
from index.postings.snapshot import Snapshot

Kind = Literal["copies", "stories"]
Fold = Literal["none", "copies", "stories"]


_RECENT: WeakKeyDictionary[Snapshot, list[tuple[Array, Array]]] = WeakKeyDictionary()
"""What was placed last (firsts, found), gone with its snapshot, whose files it would hold open:
5 ms of every search of 100,000 articles otherwise."""
_KEPT = 2  # copies and stories


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of an archive: rising numbers of records, and of each its group's first one.

    Articles that are not named stand alone.
    """

    seqs: Array
    firsts: Array

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, int]]) -> Groups:
        """Groups from (article, first of its group)."""
        table = np.array(sorted(pairs), np.int64).reshape(-1, 2)
        return cls(table[:, 0], table[:, 1])

    def firsts_of(self, seqs: Sequence[int]) -> dict[int, int]:
        """For each of these articles the first one of its group, which may be itself."""
        at = np.searchsorted(self.seqs, seqs)
        return {
            seq: int(self.firsts[place])
            if place < len(self.seqs) and self.seqs[place] == seq
            else seq
            for seq, place in zip(seqs, at.tolist(), strict=True)
        }

    def placed(self, snapshot: Snapshot) -> Array:
        """For each place of a snapshot the number of its group's first article."""
        recent = _RECENT.setdefault(snapshot, [])
        for firsts, found in tuple(recent):
            if firsts is self.firsts:
                return found
        found = self._placed(snapshot)
        recent.append((self.firsts, found))
        del recent[:-_KEPT]
        return found

    def _placed(self, snapshot: Snapshot) -> Array:
        seqs = snapshot.column("seq").astype(np.int64)
        if not len(self.seqs):
            return seqs
        at = np.searchsorted(self.seqs, seqs)
        at[at == len(self.seqs)] = 0
        return np.where(self.seqs[at] == seqs, self.firsts[at], seqs)


def rows_in(groups: Array, docs: Array) -> int:
    """How many groups some articles belong to."""
    if not len(docs):
        return 0
    held = np.zeros(int(groups.max()) + 1, bool)
    held[groups[docs]] = True
    return int(np.count_nonzero(held))


def firsts_of(groups: Array, order: Array) -> Array:
    """Places in an order of articles at which a group appears for the first time."""
    _, first = np.unique(groups[order], return_index=True)
    return np.sort(first)


def others_of(groups: Array, docs: Array, shown: Sequence[int]) -> dict[int, Array]:
    """For each article shown, the other ones of its group among `docs` (rising)."""
    if not len(shown):
        return {}
    wanted = groups[np.array(shown)]
    near = docs[np.isin(groups[docs], wanted)]
    found: dict[int, Array] = {}
    for doc, group in zip(shown, wanted.tolist(), strict=True):
        found[doc] = near[(groups[near] == group) & (near != doc)]
    return found
