"""Very frequent words as if each had one form, remembered for whoever looks up many places of them.

"the", "The" and "THE" are three terms, and a place of another word is looked up in each of them.
Who asks the second time for many places gets them put together; there they are looked up once.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

import numpy as np

from index.postings import remembered
from index.postings.arrays import Array, smallest
from index.postings.occurring import Occurring
from index.postings.positions import Occurrences
from index.postings.postings import Read
from index.postings.remembered import Remembered, Rows
from index.postings.segment import Terms
from index.postings.spans import PLACES

_ALONE = 2  # words of which there is to be room for every segment
_ARTICLES = 2_048  # that are put together in one go: what is worked on stays in the cache
_POSITION, _LOW = (1 << PLACES) - 1, 0xFFFF


class Remembering(NamedTuple):
    """A word that may be remembered as one form."""

    rows: Remembered
    asked: Hashable  # field, segment and what the word stands for
    share: float  # of all articles, that its segment has

    def known(self, part: Terms, terms: Array) -> Occurring | None:
        """The word as one form where it is remembered: its postings are not read again."""
        rows = self.rows.get(self.asked)
        return None if rows is None else _as_one(part, terms, rows)

    def of(self, word: Occurring) -> Occurring:
        """The word as one form, once it was asked for before; else as it is."""
        rows = self.rows.get(self.asked)
        if rows is None:
            size = word.often * 2 + len(word.read.docs) * 6
            if size * _ALONE > remembered.ROOM * self.share or not self.rows.again(
                self.asked, size
            ):
                return word
            rows = _together(word)
            self.rows.put(self.asked, rows)
        return _as_one(word.part, word.terms, rows)


def _together(word: Occurring) -> Rows:
    low = np.empty(word.often, np.uint16)
    times = np.zeros(word.part.size, np.int64)
    beyond_at, beyond = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    done = 0
    for first in range(0, word.part.size, _ARTICLES):
        places = word.within(first, first + _ARTICLES)
        times[first : first + _ARTICLES] = np.bincount(
            (places >> PLACES) - first, minlength=len(times[first : first + _ARTICLES])
        )
        stretch = low[done : done + len(places)]
        np.bitwise_and(places, _LOW, out=stretch, casting="unsafe")
        far = np.flatnonzero((places & _POSITION) > _LOW)
        beyond_at.append(far + done)
        beyond.append((places[far] & _POSITION) >> 16)
        done += len(places)
    docs = np.flatnonzero(times)
    return {
        "docs": docs.astype(np.uint32),
        "times": smallest(times[docs]),
        "low": low,
        "beyond_at": np.concatenate(beyond_at),
        "beyond": np.concatenate(beyond),
    }


def _as_one(part: Terms, terms: Array, rows: Rows) -> Occurring:
    docs, times = rows["docs"].astype(np.int64), rows["times"].astype(np.int64)
    one = Occurring(part, terms, together=Read(terms[:1], np.array([len(docs)]), docs, times))
    one.positions = Occurrences(rows["low"], rows["beyond_at"], rows["beyond"])
    return one
