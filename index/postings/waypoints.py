"""A very frequent term looked up in few articles, without all its postings being read again.

Of every so manieth posting is noted which article it is and how many occurrences stand before it
(skip pointers; Moffat and Zobel 1996); from there on bytes are added up. To note that, all
postings are read once. Only for terms of which each posting is one byte: `index.postings.postings`
keeps those of frequent ones so, but for gaps of 255 articles and more.
"""

from __future__ import annotations

import numpy as np

from index.postings.arrays import Array, offsets

EVERY = 8
FEW = 30  # postings of a term to one article looked for from which they are not all read
_AT_ONCE = 1 << 11  # articles that are looked up in one go: what is worked on stays in the cache
_MANY = 255  # times that are told elsewhere
_FAR = 255 * EVERY  # further than the next waypoint
_ROWS = np.arange(EVERY)[:, None]


class Waypoints:
    """One term: where its postings have got to, at every so manieth of them."""

    def __init__(self, near: Array, kept: Array, docs: Array, times: Array) -> None:
        """`near` and `kept` are the bytes of its steps and times, `docs` and `times` all of them
        as numbers.
        """
        self._near, self._kept = near, kept
        self._docs = docs[::EVERY].astype(np.uint32)
        self._before = offsets(times)[:-1:EVERY].astype(np.uint32)
        self._many_at = np.flatnonzero(times >= _MANY)
        self._many = times[self._many_at]

    def find(self, docs: Array) -> tuple[Array, Array, Array]:
        """At which of some rising articles it stands; of each of these how many of its
        occurrences stand in articles before, and how many in this one.
        """
        found = []
        for begin in range(0, max(1, len(docs)), _AT_ONCE):
            has, before, times = self._find(docs[begin : begin + _AT_ONCE])
            found.append((has + begin, before, times))
        if len(found) == 1:
            return found[0]
        has, before, times = (np.concatenate(column) for column in zip(*found, strict=True))
        return has, before, times

    def _find(self, docs: Array) -> tuple[Array, Array, Array]:
        block = np.searchsorted(self._docs, docs, "right") - 1
        block = np.maximum(block, 0)
        wanted = np.clip(docs - self._docs.take(block), -1, _FAR).astype(np.int16)
        at = block * EVERY + _ROWS  # a row for each place behind the waypoint, not for each article
        steps = self._near.take(at, mode="clip")
        steps[0] = 0  # the one that led to the waypoint
        reached = steps.cumsum(axis=0, dtype=np.int16)
        earlier = reached < wanted
        place = earlier.sum(axis=0, dtype=np.int64)
        posting = block * EVERY + place
        has = (place < EVERY) & (posting < len(self._near)) & (reached == wanted).any(axis=0)
        before = self._before.take(block) + (self._times(at) * earlier).sum(axis=0, dtype=np.int64)
        found = np.flatnonzero(has)
        return found, before[found], self._times(posting[found])

    def _times(self, postings: Array) -> Array:
        """How often the term stands in each of some articles, by the number of the posting."""
        found = self._kept.take(postings, mode="clip")
        if not len(self._many_at):
            return found
        found = found.astype(np.int64)
        many = np.nonzero(found == _MANY)
        where = np.searchsorted(self._many_at, np.minimum(postings[many], len(self._kept) - 1))
        found[many] = self._many[where]
        return found
