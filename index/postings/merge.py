"""Writing several segments as one: sorted terms are joined, arrays are cut and put together.

Positions are copied as they stand, article numbers are counted anew, what belongs to deleted
articles stays behind, words that only they held included. Work goes through the terms in
stretches of bounded size, so memory does not grow with the segments.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.postings.arrays import Array, offsets, ranges, rising, smallest
from index.postings.beginnings import BEGUN, beginnings_of, kept_in
from index.postings.columns import merged_labels
from index.postings.format import Spool, Writing
from index.postings.lexicon import Lexicon, write_terms
from index.postings.pairs import KNOWN, PAIRED, kept_pairs, known_by_all, pairs_of
from index.postings.positions import put_beyond, put_occurrences
from index.postings.postings import Packed, halves, packed_postings, put_often, put_places
from index.postings.segment import Segment, Terms
from index.schema import Keys, Label, Stretches, Words

STRETCH = 500_000  # postings that are held in memory at once
_AT_ONCE = 1 << 15  # postings whose positions are put in order at once
_PLACES = 4  # occurrences that take about as much memory as one posting


def merge_segments(file: Path, segments: Sequence[Segment], schema: Any, mode: int) -> int:
    """Write the living articles of segments as one segment; returns the file's checksum."""
    kept = [segment.kept for segment in segments]
    renumbered = _renumbered(segments, kept)
    writing = Writing(file, mode)
    try:
        for name, kind in schema.items():
            if isinstance(kind, Words | Stretches | Keys):
                _merge_field(writing, name, segments, renumbered, not isinstance(kind, Keys))
                if isinstance(kind, Words):
                    lengths = [s.lengths(name)[k] for s, k in zip(segments, kept, strict=True)]
                    writing.put(f"{name}.lengths", smallest(np.concatenate(lengths)))
            elif isinstance(kind, Label):
                parts = [(s.labels(name), k) for s, k in zip(segments, kept, strict=True)]
                merged_labels(writing, name, parts)
            else:
                columns = [s.column(name)[k] for s, k in zip(segments, kept, strict=True)]
                writing.put(name, np.concatenate(columns))
        return writing.close({"docs": sum(map(len, kept)), KNOWN: known_by_all(segments)})
    except BaseException:
        writing.abandon()
        raise


def _renumbered(segments: Sequence[Segment], kept: Sequence[Array]) -> list[Array]:
    """For each segment the new place of every article, -1 for deleted ones."""
    found, base = [], 0
    for segment, living in zip(segments, kept, strict=True):
        places = np.full(segment.docs, -1, np.int64)
        places[living] = np.arange(base, base + len(living))
        found.append(places)
        base += len(living)
    return found


def _merge_field(
    writing: Writing,
    field: str,
    segments: Sequence[Segment],
    renumbered: Sequence[Array],
    positions: bool,
) -> None:
    sources = [
        (terms, places)
        for segment, places in zip(segments, renumbered, strict=True)
        if (terms := segment.terms(field)) is not None
    ]
    if not sources:
        return
    lexicons = [terms.lexicon for terms, _ in sources]
    keys = _joined(lexicons)
    number = {key: place for place, key in enumerate(keys)}
    fresh = [
        np.fromiter(map(number.__getitem__, one.slice()), np.int64, len(one)) for one in lexicons
    ]
    del number
    total, often = np.zeros((2, len(keys)), np.int64)
    for (terms, _), mapped in zip(sources, fresh, strict=True):
        total[mapped] += terms.postings.counts
        if positions:
            often[mapped] += terms.positions.counts
    merging = _Field(writing, positions)
    size = sum(int(np.count_nonzero(places >= 0)) for places in renumbered)
    if field == beginnings_of(BEGUN):
        merging.kept = kept_in(keys, segments, total, size)
    elif field == pairs_of(PAIRED):
        merging.kept = kept_pairs(keys, known_by_all(segments))
    for low, high in pairwise(_stretches(np.maximum(total, often // _PLACES))):
        merging.stretch(sources, fresh, low, high)
    merging.write(writing, field, keys, size)


def _joined(lexicons: Sequence[Lexicon]) -> list[bytes]:
    """The keys of all of them, rising; those of one at a time are held beside what is joined."""
    keys: dict[bytes, None] = {}
    for one in lexicons:
        keys.update(dict.fromkeys(one.slice()))
    return sorted(keys)  # of runs that are sorted already, which are only merged


def _stretches(weights: Array) -> list[int]:
    """Where the stretches of terms begin that are worked on at once, and where the last ends."""
    sums = np.cumsum(weights)
    found, reached = [0], 0
    while found[-1] < len(weights):
        end = int(np.searchsorted(sums, reached + STRETCH, "right"))
        end = max(end, found[-1] + 1)
        found.append(end)
        reached = int(sums[end - 1])
    return found


class _Field:
    """What is gathered of one field, stretch by stretch."""

    def __init__(self, writing: Writing, positions: bool) -> None:
        folder = writing.file.parent
        self.near, self.far = Spool(folder), Spool(folder)
        self.high, self.times = Spool(folder), Spool(folder)
        self.positions = Spool(folder) if positions else None
        self.held: list[Array] = []  # in how many articles each term stands, 0 included
        self.sizes: list[Array] = []
        self.occurrences: list[Array] = []
        self.often: list[tuple[Array, Array]] = []
        self.beyond: list[tuple[Array, Array]] = []
        self.kept: Array | None = None  # terms that are not left out; None: all of them

    def stretch(
        self, sources: Sequence[tuple[Terms, Array]], fresh: Sequence[Array], low: int, high: int
    ) -> None:
        """Take in the terms from `low` to before `high`."""
        terms: list[Array] = []
        docs: list[Array] = []
        times: list[Array] = []
        positions: list[Array] = []
        for (source, places), mapped in zip(sources, fresh, strict=True):
            first, last = np.searchsorted(mapped, (low, high))
            if first == last:
                continue
            found = source.read(np.arange(first, last))
            terms.append(np.repeat(mapped[first:last] - low, found.counts))
            docs.append(places[found.docs])
            times.append(found.times)
            if self.positions is not None:
                stretch = source.positions.stretch(found.terms)
                positions.append(source.positions.between(*stretch).astype(np.uint32))
        term, doc, often = (np.concatenate(column) for column in (terms, docs, times))
        order = rising(term)
        if self.kept is not None:
            doc[~self.kept[term + low]] = -1
        order = order[doc[order] >= 0]
        counts = np.bincount(term[order], minlength=high - low)
        self.held.append(counts)
        held = counts[counts > 0]
        self._keep(packed_postings(held, doc[order], often[order]))
        if self.positions is not None:
            per_term = np.bincount(term[order], often[order], high - low).astype(np.int64)
            self.occurrences.append(per_term[counts > 0])
            self._keep_positions(np.concatenate(positions), often, order)

    def _keep(self, packed: Packed) -> None:
        self.sizes.append(packed.sizes)
        self.often.append((packed.often_at + self.times.size, packed.often))
        self.near.add(packed.near)
        low, high = halves(packed.far)
        self.far.add(low.view(np.uint8))
        self.high.add(high)
        self.times.add(packed.times)

    def _keep_positions(self, found: Array, often: Array, order: Array) -> None:
        """Positions of postings that have so many each, in another order, some at a time."""
        assert self.positions is not None
        begins = offsets(often)[:-1]
        for at in range(0, max(1, len(order)), _AT_ONCE):
            some = order[at : at + _AT_ONCE]
            positions = found[ranges(begins[some], often[some])]
            beyond = np.flatnonzero(positions >> 16)
            self.beyond.append((beyond + self.positions.size // 2, positions[beyond] >> 16))
            self.positions.add((positions & 0xFFFF).astype("<u2").view(np.uint8))

    def write(self, writing: Writing, field: str, keys: list[bytes], docs: int) -> None:
        """Write everything that was taken in."""
        counts = np.concatenate(self.held)
        held = np.flatnonzero(counts)
        if len(held):
            write_terms(writing, field, [keys[number] for number in held.tolist()])
            put_places(writing, field, counts[held], np.concatenate(self.sizes))
            writing.put_spooled(f"{field}.near", self.near)
            writing.put_spooled(f"{field}.far", self.far, "<u2")
            if docs > 1 << 16:
                writing.put_spooled(f"{field}.far_high", self.high)
            writing.put_spooled(f"{field}.times", self.times)
            put_often(writing, field, *_both(self.often))
            if self.positions is not None:
                put_occurrences(writing, field, np.concatenate(self.occurrences))
                writing.put_spooled(f"{field}.positions", self.positions, "<u2")
                put_beyond(writing, field, *_both(self.beyond))
        for spool in (self.near, self.far, self.high, self.times, self.positions):
            if spool is not None:
                spool.close()


def _both(pairs: Sequence[tuple[Array, Array]]) -> tuple[Array, Array]:
    return np.concatenate([one for one, _ in pairs]), np.concatenate([two for _, two in pairs])
