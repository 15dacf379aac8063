"""Queries that compute all their hits at once, as arrays over a snapshot.

Each is a query object of Whoosh (`seam.Query`), so any searcher of Whoosh can run it; our own
asks `hits` for all articles in one go. Scores of AND and OR are added; what only narrows
scores nothing, and such hits carry no scores at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from index.postings.arrays import Array, distinct
from index.postings.forms import chosen
from index.postings.places import Places
from index.postings.scoring import Counted, Hits, Scoring
from index.postings.seam import Computed
from index.postings.snapshot import Snapshot
from index.query.shapes import Shape
from index.query.watch import Watch


class OneOf(Computed):
    """A word, with all the forms it stands for."""

    def __init__(self, fields: Sequence[str], shape: Shape, watch: Watch) -> None:
        self.fields, self.shape, self.watch = fields, shape, watch

    def compute(self, scoring: Scoring) -> Hits:
        """Occurrences of all forms, each by its weight, scored as one term."""
        snapshot = scoring.snapshot
        return scoring.term(
            [occurring(snapshot, field, self.shape, self.watch) for field in self.fields]
        )


def occurring(snapshot: Snapshot, field: str, shape: Shape, watch: Watch) -> Counted:
    """In which living articles the forms of a shape occur, and how often, by weight."""
    found = [np.zeros(0, np.int64)]
    times = [np.zeros(0)]
    for base, part, terms, weights in chosen(snapshot, field, shape, watch):
        read = part.read(terms)
        if len(terms) == 1:
            docs, sums = read.docs, read.times * weights[0]
        else:
            docs, sums = _summed(read.docs, read.times * np.repeat(weights, read.counts))
        found.append(docs + base)
        times.append(sums)
    docs, sums = np.concatenate(found), np.concatenate(times)
    if snapshot.live is not None:
        living = snapshot.live[docs]
        docs, sums = docs[living], sums[living]
    return Counted(field, docs, sums)


def _summed(docs: Array, values: Array) -> tuple[Array, Array]:
    """Every article once, with the sum of its values."""
    highest = int(docs.max()) + 1 if len(docs) else 0
    if highest > 8 * len(docs):
        numbers = distinct(docs)
        return numbers, np.bincount(np.searchsorted(numbers, docs), values, len(numbers))
    sums = np.bincount(docs, values, highest)
    numbers = np.flatnonzero(sums)
    return numbers, sums[numbers]


class Standing(Computed):
    """Articles in which a part stands at places, scored by how many these are."""

    def __init__(self, fields: Sequence[str], places: Places) -> None:
        self.fields, self.places = fields, places

    def compute(self, scoring: Scoring) -> Hits:
        """The spans in all fields, scored as one term."""
        snapshot = scoring.snapshot
        return scoring.term(
            [self.places.of(snapshot, field, None).counted(field) for field in self.fields]
        )


class Between(Computed):
    """Articles whose number in a column lies between two, both included."""

    def __init__(self, name: str, low: int, high: int) -> None:
        self.name, self.low, self.high = name, low, high

    def compute(self, scoring: Scoring) -> Hits:
        """Living articles within the bounds."""
        column = scoring.snapshot.column(self.name)
        found = np.flatnonzero((column >= self.low) & (column <= self.high))
        return Hits(scoring.snapshot.living(found), None)


class IdSet(Computed):
    """Articles whose numbers in the records are in a set."""

    def __init__(self, seqs: Iterable[int]) -> None:
        self.seqs = distinct(np.fromiter(seqs, np.int64))

    def compute(self, scoring: Scoring) -> Hits:
        """Living articles of these numbers."""
        return Hits(self.held(scoring.snapshot), None)

    def held(self, snapshot: Snapshot) -> Array:
        """The places of living articles of these numbers."""
        if not len(self.seqs):
            return self.seqs
        found = np.flatnonzero(np.isin(snapshot.column("seq"), self.seqs, kind="table"))
        return snapshot.living(found)


class Valued(Computed):
    """Articles one of whose values in a field of whole values was chosen."""

    def __init__(
        self, field: str, values: Iterable[bytes] = (), begins: bytes | None = None
    ) -> None:
        self.field, self.values, self.begins = field, sorted(set(values)), begins

    def compute(self, scoring: Scoring) -> Hits:
        """Living articles with such a value, or one that begins so."""
        snapshot = scoring.snapshot
        held = np.zeros(snapshot.size, bool)
        for base, part in snapshot.parts(self.field):
            lexicon = part.lexicon
            if self.begins is not None:
                terms = np.arange(*lexicon.beginning(self.begins))
            else:
                known = map(lexicon.find, self.values)
                terms = np.array([term for term in known if term is not None], np.int64)
            held[part.read(terms).docs + base] = True
        return Hits(snapshot.living(np.flatnonzero(held)), None)


class All(Computed):
    """Every living article."""

    def compute(self, scoring: Scoring) -> Hits:
        """All articles that were not deleted."""
        return Hits(scoring.snapshot.everything, None)


class Both(Computed):
    """Articles that all of these find, their scores added."""

    def __init__(self, parts: Sequence[Computed]) -> None:
        self.parts = parts

    def compute(self, scoring: Scoring) -> Hits:
        """Hits of all parts."""
        found = [part.hits(scoring) for part in self.parts]
        docs = min((hits.docs for hits in found), key=len)
        for hits in found:
            if hits.docs is not docs:
                docs = docs[_within(docs, hits.docs, scoring.snapshot.size)]
        scored = [hits for hits in found if hits.scores is not None]
        if not scored:
            return Hits(docs, None)
        scores = np.zeros(len(docs))
        for hits in scored:
            scores += hits.scores[np.searchsorted(hits.docs, docs)]  # type: ignore[index]
        return Hits(docs, scores)


class Either(Computed):
    """Articles that one of these finds, their scores added."""

    def __init__(self, parts: Sequence[Computed]) -> None:
        self.parts = parts

    def compute(self, scoring: Scoring) -> Hits:
        """Hits of any part."""
        found = [part.hits(scoring) for part in self.parts]
        held = np.zeros(scoring.snapshot.size, bool)
        for hits in found:
            held[hits.docs] = True
        docs = np.flatnonzero(held)
        scored = [hits for hits in found if hits.scores is not None]
        if not scored:
            return Hits(docs, None)
        sums = np.zeros(scoring.snapshot.size)
        for docs_found, scores in scored:
            sums[docs_found] += 0.0 if scores is None else scores
        return Hits(docs, sums[docs])


class Without(Computed):
    """Articles that `kept` finds and `left_out` does not, with the scores of `kept`."""

    def __init__(self, kept: Computed, left_out: Computed) -> None:
        self.kept, self.left_out = kept, left_out

    def compute(self, scoring: Scoring) -> Hits:
        """Hits of the one that are not hits of the other."""
        kept, lost = self.kept.hits(scoring), self.left_out.hits(scoring)
        stays = ~_within(kept.docs, lost.docs, scoring.snapshot.size)
        return Hits(kept.docs[stays], None if kept.scores is None else kept.scores[stays])


class Weighed(Computed):
    """A part whose scores count so many times."""

    def __init__(self, part: Computed, factor: float) -> None:
        self.part, self.factor = part, factor

    def compute(self, scoring: Scoring) -> Hits:
        """The hits of the part, their scores multiplied."""
        docs, scores = self.part.hits(scoring)
        return Hits(docs, None if scores is None else scores * self.factor)


class Preferring(Computed):
    """The hits of a part; those that another part finds too score more."""

    def __init__(self, part: Computed, preferred: Computed) -> None:
        self.part, self.preferred = part, preferred

    def compute(self, scoring: Scoring) -> Hits:
        """The hits of the one, the scores of both."""
        docs, scores = self.part.hits(scoring)
        more = self.preferred.hits(scoring)
        sums = np.zeros(scoring.snapshot.size)
        if more.scores is not None:
            sums[more.docs] = more.scores
        return Hits(docs, sums[docs] if scores is None else scores + sums[docs])


def _within(some: Array, others: Array, size: int) -> Array:
    """Which of some rising numbers are among others."""
    if not len(others) or not len(some):
        return np.zeros(len(some), bool)
    if len(some) * 16 < len(others):
        place = np.searchsorted(others, some)
        place[place == len(others)] = 0
        return np.equal(others[place], some)
    held = np.zeros(size, bool)
    held[others] = True
    return held[some]
