"""Where the passage that shows most of a query begins, by the positions that the index keeps.

Rows of a query and a few articles go in; out comes for each a sentence of its text and a word of
that. No text is read for it. Positions count words: the characters that a passage has room for
are taken for so many words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from index.marking import NEW
from index.postings.arrays import Array, offsets, ranges
from index.postings.forms import chosen
from index.postings.places import Row as InARow
from index.postings.segment import Terms
from index.postings.snapshot import Snapshot
from index.postings.spans import PLACES, bounds
from index.query.rows import Row
from index.query.shapes import Anything, Beginning, Exactly, InCapitals, Related, Shape
from index.query.watch import Watch
from index.schema import within
from index.stretches import SENTENCE

_ROOM = 36  # words that 200 characters may hold; 6.0 characters, with its blank, is the mean
_SURE = 27  # words that nearly always have room
_UNSURE = 0.1  # taken off for each word further: of equals the passage that is sure is shown
_FIELD = "body"  # the standfirst is its first text
_POSTINGS = 300_000  # of words that are alike, up to which they are read once more: some 4 ms


class Spot(NamedTuple):
    """Where a passage begins: a word of a sentence of an article's text, both from 0 on.

    Sentences without words do not count; `sentences` says how many do. `reach` is how many
    words further on the last thing stands that makes this passage the best.
    """

    sentence: int
    sentences: int
    word: int
    reach: int

    @property
    def somewhere(self) -> bool:
        """Whether any of the query stands in the text."""
        return self.sentence >= 0


NOWHERE = Spot(-1, 0, 0, 0)


def spots(snapshot: Snapshot, rows: Sequence[Row], docs: Sequence[int]) -> list[Spot | None]:
    """The spot in each of these articles; None where the text itself has to be looked through."""
    watch = Watch()
    if not all(_is_quick(snapshot, shape, watch) for row in rows for shape in row):
        return [None] * len(docs)
    looked_at = bounds(snapshot.size, np.array(docs, np.int64))
    keys, kinds = _places(snapshot, rows, looked_at, watch)
    found: dict[int, Spot | None] = dict.fromkeys(docs, NOWHERE)
    found |= dict.fromkeys((keys >> PLACES).tolist())
    for base, segment in zip(snapshot.bases, snapshot.segments, strict=False):
        low, high = np.searchsorted(keys, (base << PLACES, (base + segment.docs) << PLACES))
        terms = segment.terms(within(_FIELD))
        if low == high or terms is None:
            continue
        best, reach = _best(keys[low:high], kinds[low:high], len(rows))
        for doc, spot in _in_sentences(terms, best - (base << PLACES), reach):
            found[base + doc] = spot
    return [found[doc] for doc in docs]


def _is_quick(snapshot: Snapshot, shape: Shape, watch: Watch) -> bool:
    """Whether to read the postings of all words that a shape stands for is little work."""
    if isinstance(shape, Exactly | Related | InCapitals | Anything):
        return True
    if isinstance(shape, Beginning) and len(shape.prefix) < 2:
        return False  # not worth looking up
    some = chosen(snapshot, _FIELD, shape, watch)
    held = (int(part.postings.articles(terms).sum()) for _, part, terms, _ in some)
    return sum(held) <= _POSTINGS


def _places(
    snapshot: Snapshot, rows: Sequence[Row], looked_at: Array, watch: Watch
) -> tuple[Array, Array]:
    """Where the rows begin in the marked articles, in order, and which row it is.

    Article and position are one number.
    """
    found = [InARow(row, watch).of(snapshot, _FIELD, looked_at).begins() for row in rows]
    keys = np.concatenate([np.zeros(0, np.int64), *found])
    kinds = np.repeat(np.arange(len(found)), [len(begins) for begins in found])
    order = np.argsort(keys, kind="stable")
    return keys[order], kinds[order]


def _best(keys: Array, kinds: Array, rows: int) -> tuple[Array, Array]:
    """Of each article the place from which most of the query follows; of equals the first.

    And how many words on the last that follows stands.
    """
    ends = np.searchsorted(keys, keys + _ROOM)
    begins = np.arange(len(keys))
    reach = keys[ends - 1] - keys
    worth = (ends - begins) - _UNSURE * np.maximum(reach + 1 - _SURE, 0)
    for row in range(rows):
        before = offsets(kinds == row)
        worth += (NEW - 1.0) * (before[ends] > before[begins])
    order = np.lexsort((begins, -worth, keys >> PLACES))
    docs = keys[order] >> PLACES
    best = order[np.flatnonzero(np.diff(docs, prepend=-1))]
    return keys[best], reach[best]


class _Sentences(NamedTuple):
    """Of every article of a segment the first of its sentences among all, and how many follow."""

    docs: Array
    begins: Array


_KNOWN: WeakKeyDictionary[Terms, _Sentences] = WeakKeyDictionary()
"""Eight bytes an article, gone with the segment: to read them takes a third of a millisecond of
every screen of 100,000 articles."""


def _in_sentences(terms: Terms, keys: Array, reach: Array) -> list[tuple[int, Spot]]:
    """For places, one an article, the sentence and the word of it."""
    known = _KNOWN.get(terms)
    if known is None:
        number = terms.lexicon.find(SENTENCE)
        if number is None:
            return []
        read = terms.read(np.array([number]))
        begins = terms.positions.begins(read)
        begins = np.append(begins, begins[-1] + read.times[-1])
        known = _KNOWN[terms] = _Sentences(read.docs.astype(np.uint32), begins.astype(np.uint32))
    docs = keys >> PLACES
    at = np.searchsorted(known.docs, docs)
    at[at == len(known.docs)] = 0
    has = np.flatnonzero(known.docs[at] == docs)
    first = known.begins[at[has]].astype(np.int64)
    counts = known.begins[at[has] + 1] - first
    starts = np.repeat(docs[has] << PLACES, counts)
    starts += terms.positions.at(ranges(first, counts))
    own = offsets(counts)[:-1]
    sentence = np.searchsorted(starts, keys[has], "right") - 1
    rows = zip(
        docs[has].tolist(),
        (sentence - own).tolist(),
        counts.tolist(),
        (keys[has] - starts[np.maximum(sentence, 0)]).tolist(),
        reach[has].tolist(),
        strict=True,
    )
    return [(doc, Spot(*spot)) for doc, *spot in rows if spot[0] >= 0]
