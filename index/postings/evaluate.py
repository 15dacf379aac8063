"""Queries that compute all their hits at once, as arrays over a snapshot.

Each is a query object of Whoosh (`seam.Query`), so any searcher of Whoosh can run it; our own
asks `hits` for all articles in one go. Scores of AND and OR are added; what only narrows
scores nothing, and such hits carry no scores at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from corpus.text import fold
from index.postings import beginnings
from index.postings.arrays import Array, distinct
from index.postings.forms import chosen
from index.postings.nearby import counted
from index.postings.places import Places
from index.postings.scoring import Counted, Hits, Scoring
from index.postings.seam import Computed
from index.postings.snapshot import Snapshot
from index.query.shapes import (
    Beginning,
    Exactly,
    Expressed,
    InCapitals,
    Patterned,
    Related,
    Shape,
)
from index.query.watch import Watch

_MOST = 2  # articles to one hit up to which sums are made for all of them
_SCATTERED = 32  # articles to one hit from which hits are put together one by one

# What each form counts is a whole number of units in all but words that are only spelt alike.
_REMEMBERED = (Exactly, Related, InCapitals, Beginning, Patterned, Expressed)


class OneOf(Computed):
    """A word, with all the forms it stands for."""

    def __init__(self, fields: Sequence[str], shape: Shape, watch: Watch) -> None:
        self.fields, self.shape, self.watch = tuple(fields), shape, watch

    def compute(self, scoring: Scoring) -> Hits:
        """Occurrences of all forms, each by its weight, scored as one term."""
        if isinstance(self.shape, _REMEMBERED):
            return scoring.word((self.fields, self.shape), lambda: self._whole(scoring))
        return scoring.term(self.counted(scoring))

    def _whole(self, scoring: Scoring) -> tuple[list[Counted], bool]:
        """The same, and whether none of the forms was left out."""
        left_out: list[bool] = []

        def cut() -> None:
            self.watch.cut()
            left_out.append(True)

        return self.counted(scoring, self.watch.over(cut)), not left_out

    def counted(self, scoring: Scoring, watch: Watch | None = None) -> list[Counted]:
        """Where the forms occur and how often, by the weight of each."""
        found: list[Counted] = []
        for field in self.fields:
            begun = beginnings.counted(scoring.snapshot, field, self.shape)
            if begun is not None:
                found += begun
                continue
            for base, part, terms, weights in chosen(
                scoring.snapshot, field, self.shape, watch or self.watch
            ):
                read = part.read(terms)
                alike = bool((weights == 1.0).all())
                times = read.times if alike else read.times * np.repeat(weights, read.counts)
                found.append(Counted(field, read.docs, times, base, once=len(terms) == 1))
        return found


class Standing(Computed):
    """Articles in which a part stands at places, scored by how many these are."""

    def __init__(self, fields: Sequence[str], places: Places) -> None:
        self.fields, self.places = fields, places

    def compute(self, scoring: Scoring) -> Hits:
        """The spans in all fields, scored as one term."""
        return scoring.term(
            [
                found
                for field in self.fields
                for found in counted(self.places, scoring.snapshot, field)
            ]
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


class Labelled(Computed):
    """Articles that carry a label of a column as it stands, or if none is spelt so, in any case."""

    def __init__(self, column: str, label: str) -> None:
        self.column, self.label = column, label

    def compute(self, scoring: Scoring) -> Hits:
        """Living articles with the label."""
        snapshot = scoring.snapshot
        columns = [segment.labels(self.column) for segment in snapshot.segments]
        names = {name for labels in columns for name in labels.names}
        wanted = {self.label} & names or {n for n in names if fold(n) == fold(self.label)}
        found = [
            labels.carrying(wanted) + base
            for base, labels in zip(snapshot.bases, columns, strict=False)
        ]
        docs = np.concatenate(found) if found else np.zeros(0, np.int64)
        return Hits(snapshot.living(docs), None)


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
        """Hits of all parts, looked for from the rarest on."""
        size = scoring.snapshot.size
        found = sorted((part.hits(scoring) for part in self.parts), key=len)
        scored = [hits for hits in found if hits.scored]
        if len(found[0]) * _MOST > size:
            held = found[0].marks(size)
            for hits in found[1:]:
                held &= hits.marks(size)
            return _added(scored, np.flatnonzero(held), size)
        docs = found[0].docs
        for hits in found[1:]:
            docs = docs.take(np.flatnonzero(hits.among(docs, size)), mode="clip")
        if not scored:
            return Hits(docs, None)
        scores = scored[0].scores_of(docs)
        for hits in scored[1:]:
            scores = scores + hits.scores_of(docs)
        return Hits(docs, scores)


class Either(Computed):
    """Articles that one of these finds, their scores added."""

    def __init__(self, parts: Sequence[Computed]) -> None:
        self.parts = parts

    def compute(self, scoring: Scoring) -> Hits:
        """Hits of any part."""
        size = scoring.snapshot.size
        found = [part.hits(scoring) for part in self.parts]
        if sum(map(len, found)) * _SCATTERED < size:
            return _gathered(found)
        held = found[0].marks(size)
        for hits in found[1:]:
            held |= hits.marks(size)
        return _added([hits for hits in found if hits.scored], np.flatnonzero(held), size)


def _added(scored: Sequence[Hits], docs: Array, size: int) -> Hits:
    """Many articles with the scores of all parts added, summed up for every article there is."""
    if not scored:
        return Hits(docs, None)
    sums = np.zeros(size)
    for hits in scored:
        hits.add_to(sums)
    return Hits(docs, sums if len(docs) == size else sums.take(docs, mode="clip"))


def _gathered(found: Sequence[Hits]) -> Hits:
    """Few hits put together without a sum for every article."""
    held = np.concatenate([hits.docs for hits in found])
    docs = distinct(held)
    scored = [hits for hits in found if hits.scored]
    if not scored:
        return Hits(docs, None)
    places = np.searchsorted(docs, np.concatenate([hits.docs for hits in scored]))
    scores = np.concatenate([hits.scores_of(hits.docs) for hits in scored])
    return Hits(docs, np.bincount(places, scores, len(docs)))


class Without(Computed):
    """Articles that `kept` finds and `left_out` does not, with the scores of `kept`."""

    def __init__(self, kept: Computed, left_out: Computed) -> None:
        self.kept, self.left_out = kept, left_out

    def compute(self, scoring: Scoring) -> Hits:
        """Hits of the one that are not hits of the other."""
        kept, lost = self.kept.hits(scoring), self.left_out.hits(scoring)
        docs = kept.docs[~lost.among(kept.docs, scoring.snapshot.size)]
        return Hits(docs, kept.scores_of(docs) if kept.scored else None)


class Weighed(Computed):
    """A part whose scores count so many times."""

    def __init__(self, part: Computed, factor: float) -> None:
        self.part, self.factor = part, factor

    def compute(self, scoring: Scoring) -> Hits:
        """The hits of the part, their scores multiplied."""
        return self.part.hits(scoring).times(self.factor)


class Preferring(Computed):
    """The hits of a part; those that another part finds too score more."""

    def __init__(self, part: Computed, preferred: Computed) -> None:
        self.part, self.preferred = part, preferred

    def compute(self, scoring: Scoring) -> Hits:
        """The hits of the one, the scores of both."""
        kept, more = self.part.hits(scoring), self.preferred.hits(scoring)
        docs = kept.docs
        scores = kept.scores_of(docs) if kept.scored else np.zeros(len(docs))
        if more.scored:
            both = more.among(docs, scoring.snapshot.size)
            scores = scores.copy()
            scores[both] += more.scores_of(docs[both])
        return Hits(docs, scores)
