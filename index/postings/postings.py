"""Postings of a field: for every term the articles it stands in, and how often.

A term's bytes are packed numbers: for each article the step from the article before, doubled,
and one more where the term stands there several times; then, for these articles only, how
often less two. Invariants: every term has a posting; the articles of a term rise.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.postings.arrays import Array, offsets, pack, ranges, running, steps, unpack
from index.postings.directory import Directory, Sizes
from index.postings.format import Mapped


class Read(NamedTuple):
    """Postings of several terms, one term after the other."""

    terms: Array
    counts: Array  # how many of the postings belong to each term
    docs: Array
    times: Array  # how often the term stands there


class Postings:
    """The postings of one field of a segment."""

    def __init__(self, file: Mapped, field: str) -> None:
        self._counts = Sizes(file, f"{field}.counts")
        self._places = Directory(file, f"{field}.posting_sizes")
        self._packed = file.array(f"{field}.postings")

    def articles(self, terms: Array) -> Array:
        """In how many articles each term stands, deleted ones included."""
        return self._counts.of(terms)

    @property
    def counts(self) -> Array:
        """In how many articles each of all terms stands."""
        return self._counts.all

    def read(self, terms: Array) -> Read:
        """The postings of these terms, which must rise."""
        counts = self.articles(terms)
        if not len(terms):
            return Read(terms, counts, counts, counts)
        starts, sizes = self._places.spans(terms)
        if len(terms) == 1 or int(terms[-1]) - int(terms[0]) + 1 == len(terms):
            packed = self._packed[int(starts[0]) : int(starts[-1] + sizes[-1])]
        else:
            packed = self._packed[ranges(starts, sizes)]
        values, ends = unpack(packed)
        total = int(counts.sum())
        if len(values) == total:  # no term stands twice anywhere
            return Read(terms, counts, running(values >> 1, counts), np.ones(total, np.int64))
        is_step = np.zeros(len(values), bool)
        if len(terms) == 1:
            is_step[: counts[0]] = True
        else:
            is_step[ranges(np.searchsorted(ends, offsets(sizes)[:-1]), counts)] = True
        codes = values[is_step]
        times = np.ones(total, np.int64)
        times[(codes & 1).astype(bool)] = values[~is_step] + 2
        return Read(terms, counts, running(codes >> 1, counts), times)


def packed_postings(counts: Array, docs: Array, times: Array) -> tuple[Array, Array]:
    """The bytes of the postings of several terms, and how many bytes belong to each term."""
    if not len(counts):
        return np.zeros(0, np.uint8), np.zeros(0, np.int64)
    firsts = offsets(counts)
    many = times > 1
    codes = (steps(docs, firsts[:-1]) << 1) | many
    extra = np.add.reduceat(many, firsts[:-1], dtype=np.int64)
    begins = offsets(counts + extra)
    values = np.empty(len(codes) + int(extra.sum()), np.int64)
    values[ranges(begins[:-1], counts)] = codes
    values[ranges(begins[:-1] + counts, extra)] = times[many] - 2
    packed, lengths = pack(values)
    return packed, np.add.reduceat(lengths, begins[:-1])
