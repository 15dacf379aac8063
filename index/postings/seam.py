"""Where the engine meets Whoosh: every name of Whoosh that it stands on, in one module.

`Computed` is a Whoosh query that knows all its hits at once, `Gathering` the collector that
takes them so, `searcher` a Whoosh searcher over a snapshot: its readers are Whoosh's own, over
the codec of `index.postings.codec`. A query that computes nothing falls back to its matcher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, TermsReader
from whoosh.codec.base import Segment as WhooshSegment
from whoosh.collectors import Collector
from whoosh.columns import ColumnReader
from whoosh.formats import Format
from whoosh.matching import ListMatcher
from whoosh.query import Query
from whoosh.reading import EmptyReader, MultiReader, SegmentReader, TermInfo
from whoosh.searching import Searcher

from index.postings.scoring import Hits, Scoring

if TYPE_CHECKING:
    from index.postings.arrays import Array
    from index.postings.snapshot import Snapshot

__all__ = [
    "Codec",
    "ColumnReader",
    "Computed",
    "FieldCursor",
    "Format",
    "Gathering",
    "ListMatcher",
    "PerDocumentReader",
    "TermInfo",
    "TermsReader",
    "WhooshSegment",
    "searcher",
]


class Computed(Query):  # type: ignore[misc]
    """A query that computes all its hits in one go; they are remembered for one state."""

    _hits: tuple[Any, Hits] | None = None

    def compute(self, scoring: Scoring) -> Hits:
        """The hits over a whole snapshot."""
        raise NotImplementedError

    def hits(self, scoring: Scoring) -> Hits:
        """The hits, computed once for each state of the index."""
        if self._hits is None or self._hits[0] is not scoring:
            self._hits = scoring, self.compute(scoring)
        return self._hits[1]

    def whole(self, reader: Any) -> Hits:
        """The hits in the whole snapshot that the segment of a reader is part of."""
        segment = reader.segment()
        if segment is None:  # of an empty index
            return Hits(np.zeros(0, np.int64), None)
        return self.hits(segment.scoring)

    def share(self, reader: Any) -> Hits:
        """The hits in the segment of a reader, by their places there."""
        segment = reader.segment()
        if segment is None:  # of an empty index
            return Hits(np.zeros(0, np.int64), None)
        hits = self.hits(segment.scoring)
        docs, scores = hits.docs, hits.scores
        low, high = np.searchsorted(docs, (segment.base, segment.base + segment.part.docs))
        return Hits(docs[low:high] - segment.base, None if scores is None else scores[low:high])

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """The hits as Whoosh's own collectors walk over them."""
        hits = self.share(searcher.reader())
        scores = np.zeros(len(hits)) if hits.scores is None else hits.scores
        return ListMatcher(hits.docs.tolist(), scores.tolist())


class Gathering(Collector):  # type: ignore[misc]
    """Gathers all hits of a query at once; `fallen_back` says whether a matcher was walked."""

    def __init__(self) -> None:
        self.fallen_back = False
        self._found: list[Hits] = []
        self._whole: Hits | None = None

    def set_subsearcher(self, subsearcher: Any, offset: int) -> None:
        """Go on to the next segment."""
        self.subsearcher, self.offset = subsearcher, offset

    def collect_matches(self) -> None:
        """Take all hits of the segment; of a query of ours those of all segments at once."""
        if isinstance(self.q, Computed):
            if self._whole is None:
                self._whole = self.q.whole(self.subsearcher.reader())
            return
        hits = self._walked()
        if len(hits):
            self._found.append(Hits(hits.docs + self.offset, hits.scores))

    def _walked(self) -> Hits:
        self.fallen_back = True
        docs, scores = [], []
        matcher = self.q.matcher(self.subsearcher, self.context)
        while matcher.is_active():
            docs.append(matcher.id())
            scores.append(matcher.score())
            matcher.next()
        return Hits(np.array(docs, np.int64), np.array(scores))

    @property
    def hits(self) -> Hits:
        """All hits, by their numbers in the snapshot."""
        if self._whole is not None:
            return self._whole
        if len(self._found) == 1:
            return self._found[0]
        if not self._found:
            return Hits(np.zeros(0, np.int64), None)
        docs: Array = np.concatenate([hits.docs for hits in self._found])
        if self._found[0].scores is None:
            return Hits(docs, None)
        return Hits(docs, np.concatenate([hits.scores for hits in self._found]))


def searcher(scoring: Scoring, schema: Any) -> Any:
    """A Whoosh searcher over a snapshot."""
    from index.postings.codec import ArrayCodec, ArraySegment

    snapshot: Snapshot = scoring.snapshot
    codec = ArrayCodec()
    readers = [
        SegmentReader(None, schema, ArraySegment(part, base, scoring, codec), codec=codec)
        for part, base in zip(snapshot.segments, snapshot.bases, strict=False)
    ]
    if not readers:
        return Searcher(EmptyReader(schema))
    return Searcher(readers[0] if len(readers) == 1 else MultiReader(readers))
