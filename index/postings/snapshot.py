"""A snapshot: the segments of one state of the index, seen as one run of articles.

Articles are numbered through all segments: place in the segment plus the segment's base.
Everything here is read-only and computed at most once. Statistics count living articles only,
over all segments, so one archive gives one answer however it is cut into segments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.postings.arrays import Array
from index.postings.remembered import Remembered
from index.postings.segment import Segment, Terms


class Snapshot:
    """The whole index as of one commit."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self.bases = [0]
        for segment in self.segments:
            self.bases.append(self.bases[-1] + segment.docs)
        self.size = self.bases[-1]
        self.one_form = Remembered()
        self.likest: dict[str, str | None] = {}  # of words, as `index.spelling` finds them
        self._columns: dict[str, Array] = {}
        self._lengths: dict[str, Array] = {}
        self._means: dict[str, float] = {}

    @cached_property
    def live(self) -> Array | None:
        """Which articles are not deleted; None when none is."""
        if all(segment.gone is None for segment in self.segments):
            return None
        found = np.ones(self.size, bool)
        for base, segment in zip(self.bases, self.segments, strict=False):
            if segment.gone is not None:
                found[base : base + segment.docs] = ~segment.gone
        return found

    @cached_property
    def everything(self) -> Array:
        """The numbers of all living articles."""
        return np.arange(self.size) if self.live is None else np.flatnonzero(self.live)

    @cached_property
    def count(self) -> int:
        """How many living articles there are."""
        return self.size if self.live is None else int(np.count_nonzero(self.live))

    def living(self, numbers: Array) -> Array:
        """Those of some articles that are not deleted."""
        return numbers if self.live is None else numbers[self.live[numbers]]

    def column(self, name: str) -> Array:
        """A column of numbers over all articles."""
        if name not in self._columns:
            self._columns[name] = self._joined([s.column(name) for s in self.segments], np.int64)
        return self._columns[name]

    def lengths(self, field: str) -> Array:
        """How many words each article has in a field."""
        if field not in self._lengths:
            self._lengths[field] = self._joined([s.lengths(field) for s in self.segments], np.int64)
        return self._lengths[field]

    def mean_length(self, field: str) -> float:
        """How many words a living article has in a field on average; 1 where there are none."""
        if field not in self._means:
            lengths = self.lengths(field)
            total = int((lengths if self.live is None else lengths[self.live]).sum())
            self._means[field] = total / self.count if total else 1.0
        return self._means[field]

    def labels(self, name: str, docs: Array) -> Counter[str]:
        """How many of some articles, whose numbers rise, carry each label of a column."""
        found: Counter[str] = Counter()
        for base, segment in zip(self.bases, self.segments, strict=False):
            low, high = np.searchsorted(docs, (base, base + segment.docs))
            if low < high:
                labels = segment.labels(name)
                whole = high - low == segment.docs
                counts = labels.counts(None if whole else docs[low:high] - base)
                held = np.flatnonzero(counts)
                for code, count in zip(held.tolist(), counts[held].tolist(), strict=True):
                    found[labels.names[code]] += count
        return found

    def parts(self, field: str) -> list[tuple[int, Terms]]:
        """The terms of a field in each segment that has any, with the segment's base."""
        return [
            (base, terms)
            for base, segment in zip(self.bases, self.segments, strict=False)
            if (terms := segment.terms(field)) is not None
        ]

    def segment_at(self, base: int) -> Segment:
        """The segment with this base."""
        return self.segments[self.bases.index(base)]

    def _joined(self, arrays: list[Array], kind: type) -> Array:
        if len(arrays) == 1:
            return arrays[0]
        return np.concatenate(arrays) if arrays else np.zeros(0, kind)
