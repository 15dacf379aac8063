"""Every place at which the words of a query stand, in the order of a list or by their neighbours.

A query and all it found go in; a `Concordance` comes out, arrays with an entry for every place.
No text is read: the positions that the index keeps say where words stand, and one walk through
them which words stand beside these. A page of a list is cut out of it (`index.context`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

import numpy as np

from index.postings.arrays import Array, distinct, offsets
from index.postings.places import Places
from index.postings.places import Row as InARow
from index.postings.scoring import Hits
from index.postings.segment import Terms
from index.postings.snapshot import Snapshot
from index.postings.spans import (
    PLACES,
    Spans,
    bounds,
    longest,
    no_spans,
    put_together,
    shortest,
)
from index.query.compile import Compiler
from index.query.tree import Node, Sentence, leaves
from index.query.watch import Watch
from index.ranking import ordered
from index.satisfying import Free, Group, parts
from index.schema import TEXT_FIELDS

if TYPE_CHECKING:
    from index.results import Sort

ContextOrder = Literal["found", "following", "preceding"]
MOST = 1_000_000  # places of one query: 370 MB while they are sorted by their neighbours, 31 kept
NEAR = 5  # words apart, up to which different words that stand side by side are one place
_AT_FIRST = 20_000  # articles that are looked through before it is known how many more are needed
_KINDS = 60  # words of a query that are told apart where they stand near each other
NEIGHBOURS = 6  # words that places are sorted by
_WORDS = 3_000_000  # the same for all places together: of very many places fewer
_AT_ONCE = 1 << 20  # occurrences that are looked at in one go, of one word always all


@dataclass(frozen=True, slots=True, eq=False)
class Concordance:
    """Places in order: the article's number in the records, its score, the number of its field in
    TEXT_FIELDS, the positions of the first and the last word. `articles` have their places here,
    of `total` in which the query was found.
    """

    seqs: Array
    scores: Array
    fields: Array
    first: Array
    last: Array
    articles: int
    total: int

    def __len__(self) -> int:
        return len(self.seqs)


_RECENT: WeakKeyDictionary[Snapshot, tuple[object, Array, Concordance]] = WeakKeyDictionary()
"""What was asked last of a snapshot, for the next page: the question, what it found, the places."""


def concordance(
    compiler: Compiler, tree: Node, found: Hits, sort: Sort, seed: int, order: ContextOrder
) -> Concordance:
    """The places in all articles that a tree found: in the order of `sort`, the title before the
    text, or by the words that follow or precede them and only then so.
    """
    snapshot = compiler.snapshot
    docs, scores = ordered(snapshot, found, sort, seed, len(found.docs))
    question = tree, order
    # Whose words are one's is told by names as well, which come and change beside the snapshot.
    is_kept = all(leaf.field != "said" for leaf in leaves(tree))
    known = _RECENT.get(snapshot) if is_kept else None
    if known is not None and known[0] == question and np.array_equal(known[1], docs):
        return known[2]
    spans, fields, articles = _first_places(compiler, tree, docs)
    rank = np.zeros(snapshot.size, np.int64)
    rank[docs] = np.arange(len(docs))
    shown = np.lexsort((spans.first, fields, rank[spans.docs]))[:MOST]
    if len(shown) < len(fields):
        articles = int(rank[spans.docs[shown[-1]]]) + 1
    spans, fields = spans.chosen(shown), fields[shown]
    if order != "found":
        sorted_ = _by_neighbours(snapshot, spans, fields, order)
        spans, fields = spans.chosen(sorted_), fields[sorted_]
    places = Concordance(
        snapshot.column("seq")[spans.docs],
        scores[rank[spans.docs]],
        fields.astype(np.uint8),
        spans.first,
        spans.last,
        articles,
        len(docs),
    )
    if is_kept:
        _RECENT[snapshot] = question, docs, places
    return places


def _first_places(compiler: Compiler, tree: Node, docs: Array) -> tuple[Spans, Array, int]:
    """The places in as many of the articles, from the first on, as have MOST: where they stand,
    the numbers of their fields, and how many articles these are."""
    each, fields = [no_spans()], [np.zeros(0, np.int64)]
    done = places = 0
    while done < len(docs) and places < MOST:
        likely = (MOST - places) * done // max(1, places) * 9 // 8
        some = docs[done : done + max(_AT_FIRST, likely)]
        done += len(some)
        for number, field in enumerate(TEXT_FIELDS):
            spans = _places(compiler, tree, field, some)
            each.append(spans)
            fields.append(np.full(len(spans.docs), number))
            places += len(spans.docs)
    return Spans(*map(np.concatenate, zip(*each, strict=True))), np.concatenate(fields), done


def _places(compiler: Compiler, tree: Node, field: str, docs: Array) -> Spans:
    """Where a tree's parts stand in one field: of words near each other from the first to the
    last, the shortest stretches; what stands within another part is no place of its own. Different
    words at most NEAR apart are one place."""
    snapshot, found, alone = compiler.snapshot, [no_spans()], list[Spans]()
    looked_at = bounds(snapshot.size, docs)
    for part in parts(tree, field):
        for places in _standing(compiler, part):
            spans = places.of(snapshot, field, looked_at)
            found.append(shortest(spans) if isinstance(part, Group) else spans)
            if isinstance(part, Free):
                alone.append(spans)
    spans = longest(put_together(found))
    return _side_by_side(spans, alone) if len(alone) > 1 and len(spans.docs) else spans


def _side_by_side(spans: Spans, words: Sequence[Spans]) -> Spans:
    """Spans of different words that stand near each other as one, which holds each word once."""
    begins = spans.begins()
    kind = np.full(len(begins), -1)  # what is a place of several words already stays as it is
    for number, those in enumerate(words):
        at = np.searchsorted(begins, those.begins())
        known = np.minimum(at, len(begins) - 1)
        same = (begins[known] == those.begins()) & (spans.last[known] == those.last)
        kind[known[same]] = number % _KINDS
    fresh = np.ones(len(begins), bool)
    fresh[1:] = (
        (spans.docs[1:] != spans.docs[:-1])
        | (spans.first[1:] - spans.last[:-1] > NEAR)
        | (kind[1:] < 0)
        | (kind[:-1] < 0)
    )
    runs = np.flatnonzero(fresh)
    lengths = np.diff(np.append(runs, len(begins)))
    order = np.argsort(-lengths, kind="stable")
    runs, lengths = runs[order], lengths[order]
    bit = np.left_shift(1, np.maximum(kind, 0))
    held = bit[runs]  # the words that the place holds so far, of every run
    for step in range(1, int(lengths[0])):
        runs = runs[: int(np.searchsorted(-lengths, -step, "left"))]
        here = bit[runs + step]
        again = (held[: len(runs)] & here) > 0
        fresh[runs[again] + step] = True
        held = np.where(again, here, held[: len(runs)] | here)
    firsts = np.flatnonzero(fresh)
    ends = np.append(firsts[1:], len(begins)) - 1
    return Spans(spans.docs[firsts], spans.first[firsts], spans.last[ends])


def _standing(compiler: Compiler, part: Group | Free) -> Iterator[Places]:
    if isinstance(part, Free):
        yield from (InARow(row, Watch()) for row in part.rows)
    elif part.field == "quote":
        yield compiler.quotations.places(part.node, part.said)
    elif isinstance(part.node, Sentence):
        yield compiler.in_sentences(part.node.node)
    else:
        yield compiler.places(part.node, part.field)


def _by_neighbours(snapshot: Snapshot, spans: Spans, fields: Array, order: ContextOrder) -> Array:
    """The order of places by the words after or before them; those alike stay as they are."""
    count = max(1, min(NEIGHBOURS, _WORDS // max(1, len(fields))))
    beside, way = (spans.last, 1) if order == "following" else (spans.first, -1)
    keys = (spans.docs << PLACES) + beside
    near = [keys + way * (step + 1) for step in range(count)]
    for step, some in enumerate(near):  # before the first word stands none
        some[(beside + way * (step + 1)) < 0] = -1
    held = []
    for number, field in enumerate(TEXT_FIELDS):
        of = fields == number
        asked = distinct(np.concatenate([some[of] for some in near]))
        held.append(_words_at(snapshot, field, asked[asked >= 0]))
    known = sorted({word for _, _, spelt in held for word in spelt})
    rank = {word: number for number, word in enumerate(known, 1)}
    found = np.zeros((count, len(fields)), np.int32)
    for number, (at, which, spelt) in enumerate(held):
        ranks = np.array([0, *(rank[word] for word in spelt)], np.int32)
        of = np.flatnonzero(fields == number)
        for step in range(count if len(at) else 0):
            asked = near[step][of]
            place = np.minimum(np.searchsorted(at, asked), len(at) - 1)
            found[step, of] = ranks[np.where(at[place] == asked, which[place] + 1, 0)]
    return np.lexsort(found[::-1])


def _words_at(snapshot: Snapshot, field: str, wanted: Array) -> tuple[Array, Array, list[str]]:
    """Which words stand at some rising places: the places that hold one, the number of the word
    at each, and the words in their folded forms."""
    words: list[str] = []
    at, which = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    watch = Watch()
    for base, part in snapshot.parts(field):
        low, high = np.searchsorted(wanted, (base << PLACES, (base + part.size) << PLACES))
        if low == high:
            continue
        places, terms = _terms_at(part, wanted[low:high] - (base << PLACES), watch)
        order = np.argsort(places, kind="stable")
        distinct_terms = distinct(terms)
        at.append(places[order] + (base << PLACES))
        which.append(np.searchsorted(distinct_terms, terms[order]) + len(words))
        words += part.lexicon.folded(distinct_terms)
    return np.concatenate(at), np.concatenate(which), words


def _terms_at(part: Terms, wanted: Array, watch: Watch) -> tuple[Array, Array]:
    """The places among some rising ones of a segment at which a word stands, and its term.

    Which word stands at a place is kept nowhere: all occurrences are walked through, and each is
    looked up in a bit map of the places that are wanted.
    """
    docs, positions = wanted >> PLACES, wanted & ((1 << PLACES) - 1)
    firsts = np.flatnonzero(np.diff(docs, prepend=-1))
    room = np.zeros(part.size, np.int64)  # of an article up to the last place that is wanted
    room[docs[firsts]] = positions[np.append(firsts[1:], len(docs)) - 1] + 1
    begins = offsets(room)
    marks = _bits(begins[docs] + positions, int(begins[-1]))
    asked = room > 0
    ends = offsets(part.positions.counts)
    places, terms = [], []
    begin = 0
    while begin < len(part.lexicon):
        watch.mind()
        end = max(begin + 1, int(np.searchsorted(ends, ends[begin] + _AT_ONCE, "right")) - 1)
        read = part.read(np.arange(begin, end))
        which = np.flatnonzero(asked[read.docs])
        times, position = part.positions.read(read, which)
        doc = np.repeat(read.docs[which], times)
        at = begins[doc] + position
        inside = np.flatnonzero(position < room[doc])
        inside = inside[(marks[at[inside] >> 3] >> (at[inside] & 7).astype(np.uint8)) & 1 > 0]
        posting = which[np.searchsorted(np.cumsum(times), inside, "right")]
        places.append((doc[inside] << PLACES) + position[inside])
        terms.append(begin + np.searchsorted(np.cumsum(read.counts), posting, "right"))
        begin = end
    return np.concatenate(places), np.concatenate(terms)


def _bits(rising: Array, size: int) -> Array:
    """A map of so many bits in which those with these numbers are set."""
    found = np.zeros(size // 8 + 1, np.uint8)
    of = rising >> 3
    firsts = np.flatnonzero(np.diff(of, prepend=-1))
    set_ = np.left_shift(1, rising & 7).astype(np.uint8)
    found[of[firsts]] = np.bitwise_or.reduceat(set_, firsts)
    return found
