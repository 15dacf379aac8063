"""Positions of a field: where in its article each posting's words stand.

Per posting the steps between positions, packed, the first from 0. A term's bytes are found by
its number; of a term with many postings every `BLOCK` of them can be found by itself, so a
phrase with a common word reads only what lies in the articles of the rare one.
Invariant: positions of a posting rise, and it has as many as its `times`.
"""

from __future__ import annotations

import numpy as np

from index.postings.arrays import Array, offsets, pack, ranges, running, steps, tallied, unpack
from index.postings.directory import Directory
from index.postings.format import Mapped
from index.postings.postings import Read

BLOCK = 32


class Positions:
    """The positions of one field of a segment."""

    def __init__(self, file: Mapped, field: str) -> None:
        self._places = Directory(file, f"{field}.position_sizes")
        self._packed = file.array(f"{field}.positions")
        self._long = file.array(f"{field}.long")  # terms with more than one block
        self._long_first = file.array(f"{field}.long_first")  # their first entry in `blocks`
        self._blocks = file.array(f"{field}.blocks")  # where later blocks begin, from the term's

    def read(self, found: Read, wanted: Array) -> tuple[Array, Array]:
        """The positions of the wanted postings: (how many of each, all in a row).

        `wanted` are places in `found`, rising.
        """
        chunks = -(-found.counts // BLOCK)
        of_term = offsets(chunks)
        begins, sizes = self._chunks(found, chunks, of_term)
        first_posting = offsets(found.counts)
        chunk_first = np.repeat(first_posting[:-1] - of_term[:-1] * BLOCK, chunks)
        chunk_first += np.arange(len(begins)) * BLOCK
        touched, _ = tallied(np.searchsorted(chunk_first, wanted, "right") - 1)
        packed = self._packed[ranges(begins[touched], sizes[touched])]
        values, _ = unpack(packed)
        last = np.append(chunk_first, len(found.docs))
        held = ranges(chunk_first[touched], last[touched + 1] - chunk_first[touched])
        times = found.times[held]
        value_first = offsets(times)
        if len(held) != len(wanted):
            at = np.searchsorted(held, wanted)
            times = times[at]
            values = values[ranges(value_first[at], times)]
        return times, running(values, times)

    def raw(self, found: Read) -> tuple[Array, Array]:
        """The packed positions of all postings as they stand, and each posting's size."""
        packed = self._packed[ranges(*self._places.spans(found.terms))]
        last = np.flatnonzero(packed < 128)[np.cumsum(found.times) - 1] + 1
        return packed, np.diff(last, prepend=0)

    def _chunks(self, found: Read, chunks: Array, of_term: Array) -> tuple[Array, Array]:
        starts, sizes = self._places.spans(found.terms)
        begins = np.repeat(starts, chunks)
        ends = np.empty(len(begins), np.int64)
        ends[of_term[1:] - 1] = starts + sizes
        long = np.flatnonzero(chunks > 1)
        if len(long):
            more = chunks[long] - 1
            place = np.searchsorted(self._long, found.terms[long])
            entries = ranges(self._long_first[place], more)
            later = ranges(of_term[long] + 1, more)
            begins[later] += self._blocks[entries]
            ends[later - 1] = begins[later]
        return begins, ends - begins


def packed_positions(times: Array, positions: Array) -> tuple[Array, Array]:
    """The bytes of the positions of postings, and how many bytes belong to each posting."""
    if not len(times):
        return np.zeros(0, np.uint8), np.zeros(0, np.int64)
    firsts = offsets(times)[:-1]
    packed, lengths = pack(steps(positions, firsts))
    return packed, np.add.reduceat(lengths, firsts)


def blocks(counts: Array, sizes: Array) -> tuple[Array, Array]:
    """Where the later blocks of long terms begin, from `counts` postings and bytes a posting.

    Returns (number of later blocks of each term, their places from the term's own).
    """
    later = (counts - 1) // BLOCK
    long = np.flatnonzero(later)
    firsts = offsets(counts)[:-1][long]
    begins = offsets(sizes)
    more = later[long]
    number = ranges(np.ones(len(long), np.int64), more)
    return later, begins[np.repeat(firsts, more) + number * BLOCK] - np.repeat(begins[firsts], more)
