"""Parts of a query inside something: one sentence, a quotation, what somebody is quoted with.

The stretches that the index holds for every article (`index.stretches`) say where these stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from typing import Protocol

import numpy as np

from index.postings.arrays import Array, distinct
from index.postings.evaluate import IdSet
from index.postings.places import Places
from index.postings.scoring import Hits, Scoring
from index.postings.seam import Computed
from index.postings.snapshot import Snapshot
from index.postings.spans import (
    PLACES,
    Spans,
    bounds,
    common,
    held,
    merged,
    no_spans,
    put_together,
    sorted_spans,
    within,
)
from index.query.tree import And, Boosted, Node, Not, Or
from index.schema import TEXT_FIELDS
from index.schema import within as stretches_of
from index.stretches import QUOTED, SENTENCE, said_key


class Stretch(Protocol):
    """Something that words can stand inside."""

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Its stretches, none within another."""
        ...


class Quoted:
    """What stands in quotation marks."""

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where quotations stand."""
        return _pairs(snapshot, field, QUOTED, looked_at)


class Said:
    """What somebody is quoted with whose name holds all of these words.

    With `begun` the last of them may go on.
    """

    def __init__(self, words: Sequence[str], *, begun: bool = False) -> None:
        self.words, self.begun = words, begun

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where the quotations stand."""
        *before, last = map(said_key, self.words)
        found = [_pairs(snapshot, field, key, looked_at) for key in before]
        return reduce(common, [*found, self._last(snapshot, field, last, looked_at)])

    def _last(self, snapshot: Snapshot, field: str, key: bytes, looked_at: Array | None) -> Spans:
        if not self.begun:
            return _pairs(snapshot, field, key, looked_at)
        docs, flat = _positions(snapshot, stretches_of(field), key, looked_at, begun=True)
        return merged(sorted_spans(docs[::2], flat[::2], flat[1::2]))


class InThose:
    """Stretches in articles with these numbers in the records."""

    def __init__(self, stretch: Stretch, seqs: Iterable[int]) -> None:
        self.stretch, self.seqs = stretch, IdSet(seqs)

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where they stand in these articles."""
        spans = self.stretch.of(snapshot, field, looked_at)
        return spans.chosen(bounds(snapshot.size, self.seqs.held(snapshot))[spans.docs])


class OneOfThese:
    """Stretches of any of several kinds."""

    def __init__(self, kinds: Sequence[Stretch]) -> None:
        self.kinds = kinds

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where they stand; what overlaps is one."""
        return merged(put_together([kind.of(snapshot, field, looked_at) for kind in self.kinds]))


class Common:
    """Stretches of two kinds at once: a quotation that is somebody's."""

    def __init__(self, one: Stretch, other: Stretch) -> None:
        self.one, self.other = one, other

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """What they have in common."""
        mine = self.one.of(snapshot, field, looked_at)
        theirs = self.other.of(snapshot, field, bounds(snapshot.size, mine.docs))
        return common(mine, theirs)


class Inside:
    """A part of the query inside stretches."""

    def __init__(self, part: Places, stretch: Stretch) -> None:
        self.part, self.stretch, self.gaps = part, stretch, part.gaps

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """Where the part stands wholly inside one of them."""
        around = self.stretch.of(snapshot, field, looked_at)
        return within(self.part.of(snapshot, field, bounds(snapshot.size, around.docs)), around)


class Having(Computed):
    """Articles that have a stretch; it scores nothing."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch

    def compute(self, scoring: Scoring) -> Hits:
        """Articles that have one in title or body."""
        snapshot = scoring.snapshot
        found = [self.stretch.of(snapshot, field, None).docs for field in TEXT_FIELDS]
        return Hits(distinct(np.concatenate(found)), None)


class InOneSentence(Computed):
    """Articles in one sentence of which, or in the title, a tree of placed parts holds."""

    def __init__(self, tree: Node, places: dict[Node, Places]) -> None:
        self.tree, self.places = tree, places

    def compute(self, scoring: Scoring) -> Hits:
        """Articles with such a sentence; it scores nothing."""
        snapshot = scoring.snapshot
        found = [
            self._sentences(self.tree, snapshot, field, None) >> PLACES for field in TEXT_FIELDS
        ]
        return Hits(distinct(np.concatenate(found)), None)

    def of(self, snapshot: Snapshot, field: str, looked_at: Array | None) -> Spans:
        """From the first to the last of the words wanted, in each such sentence."""
        those = self._sentences(self.tree, snapshot, field, looked_at)
        looked_at = bounds(snapshot.size, those >> PLACES)
        wanted = [self.places[node] for node in _wanted(self.tree, self.places)]
        spans = put_together([one.of(snapshot, field, looked_at) for one in wanted])
        spans, keys = self._keyed(spans, snapshot, field)
        inside = np.flatnonzero(np.isin(keys, those))
        if not len(inside):
            return no_spans()
        spans = spans.chosen(inside)
        firsts = np.flatnonzero(np.diff(keys[inside], prepend=-1))
        last = np.maximum.reduceat(spans.last, firsts)
        return Spans(spans.docs[firsts], spans.first[firsts], last)

    def _sentences(
        self, node: Node, snapshot: Snapshot, field: str, looked_at: Array | None
    ) -> Array:
        """The sentences for which a part of the tree holds: article and number in one."""
        match node:
            case Boosted(inner, _):
                return self._sentences(inner, snapshot, field, looked_at)
            case Or(nodes) if node not in self.places:
                found = [self._sentences(inner, snapshot, field, looked_at) for inner in nodes]
                return distinct(np.concatenate(found))
            case And(nodes):
                return self._all(nodes, snapshot, field, looked_at)
        spans = self.places[node].of(snapshot, field, looked_at)
        return distinct(self._keyed(spans, snapshot, field)[1])

    def _keyed(self, spans: Spans, snapshot: Snapshot, field: str) -> tuple[Spans, Array]:
        """The spans that stand in one sentence, and for each a rising number for that."""
        if field == "title":
            return spans, spans.docs << PLACES
        one, keys = _numbered(spans, snapshot, stretches_of(field))
        return spans.chosen(one), keys

    def _all(
        self, nodes: tuple[Node, ...], snapshot: Snapshot, field: str, looked_at: Array | None
    ) -> Array:
        found: Array | None = None
        for node in sorted(nodes, key=lambda node: isinstance(node, Not)):
            wanted = not isinstance(node, Not)
            inner = node.node if isinstance(node, Not) else node
            those = self._sentences(inner, snapshot, field, looked_at)
            if found is None:
                found = those
            else:
                found = found[np.isin(found, those, invert=not wanted)]
            looked_at = bounds(snapshot.size, found >> PLACES)
        return np.zeros(0, np.int64) if found is None else found


class InOneQuotation(InOneSentence):
    """Articles in one quotation of which, of those in a stretch, a tree of placed parts holds."""

    def __init__(self, tree: Node, places: dict[Node, Places], quotations: Stretch) -> None:
        super().__init__(tree, places)
        self.quotations = quotations

    def _keyed(self, spans: Spans, snapshot: Snapshot, field: str) -> tuple[Spans, Array]:
        around = self.quotations.of(snapshot, field, bounds(snapshot.size, spans.docs))
        inside, at = held(spans, around)
        return spans.chosen(inside), around.begins()[at[inside]]


def _wanted(node: Node, placed: Collection[Node]) -> Iterator[Node]:
    """The placed parts that a sentence must have, or one of which it must have."""
    if node in placed:
        yield node
        return
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _wanted(inner, placed)
        case Boosted(inner, _):
            yield from _wanted(inner, placed)


def _numbered(spans: Spans, snapshot: Snapshot, field: str) -> tuple[Array, Array]:
    """Which spans stand in one sentence, and in which: article and number in one."""
    docs, begins = _positions(snapshot, field, SENTENCE, bounds(snapshot.size, spans.docs))
    places = (docs << PLACES) + begins
    at = np.searchsorted(places, spans.begins(), "right")
    ends = np.searchsorted(places, (spans.docs << PLACES) + spans.last, "right")
    first = np.searchsorted(docs, spans.docs, "left")
    has = np.searchsorted(docs, spans.docs, "right") > first
    one = np.flatnonzero(has & (at == ends))
    return one, (spans.docs[one] << PLACES) + at[one] - first[one]


def _pairs(snapshot: Snapshot, field: str, key: bytes, looked_at: Array | None) -> Spans:
    docs, flat = _positions(snapshot, stretches_of(field), key, looked_at)
    return Spans(docs[::2], flat[::2], flat[1::2])


def _positions(
    snapshot: Snapshot, field: str, key: bytes, looked_at: Array | None, *, begun: bool = False
) -> tuple[Array, Array]:
    """Articles and positions of one key of stretches; `begun`: of all that begin so, by key."""
    docs, positions = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for base, part in snapshot.parts(field):
        if begun:
            terms = np.arange(*part.lexicon.beginning(key))
        else:
            term = part.lexicon.find(key)
            terms = np.zeros(0, np.int64) if term is None else np.array([term])
        if not len(terms):
            continue
        read = part.read(terms)
        wanted = np.ones(len(read.docs), bool)
        for marks in (looked_at, snapshot.live):
            if marks is not None:
                wanted &= marks[read.docs + base]
        chosen = np.flatnonzero(wanted)
        if len(chosen):
            times, held = part.positions.read(read, chosen)
            docs.append(np.repeat(read.docs[chosen] + base, times))
            positions.append(held)
    return np.concatenate(docs), np.concatenate(positions)
