"""Whole-array steps that the other rooms are built from: ranges, runs, packed numbers.

Numbers are packed byte-wise: seven bits a byte, the highest first, and the last byte of a
number has its top bit clear. Packing and unpacking touch whole arrays, never one number.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]

_LIMITS = tuple(1 << bits for bits in (7, 14, 21, 28, 35, 42, 49, 56, 63))


def ranges(starts: Array, lengths: Array) -> Array:
    """The numbers start … start + length - 1 of every pair, one after the other.

    >>> ranges(np.array([5, 20]), np.array([2, 3])).tolist()
    [5, 6, 20, 21, 22]
    """
    total = int(lengths.sum())
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts.astype(np.int64) - before, lengths) + np.arange(total)


def offsets(lengths: Array) -> Array:
    """Where each piece begins when they stand in a row, and where the last one ends."""
    found = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=found[1:])
    return found


def running(values: Array, lengths: Array) -> Array:
    """Sums that run on within each piece and begin anew with the next; no piece is empty."""
    sums = np.cumsum(values, dtype=np.int64)
    firsts = offsets(lengths)[1:-1]
    if len(firsts):
        base = np.zeros(len(lengths), np.int64)
        base[1:] = sums[firsts - 1]
        sums -= np.repeat(base, lengths)
    return sums


def distinct(values: Array) -> Array:
    """The different values, rising. (Many times faster than numpy's own, which hashes.)"""
    found = np.sort(values)
    if len(found) < 2:
        return found
    fresh = np.empty(len(found), bool)
    fresh[0] = True
    np.not_equal(found[1:], found[:-1], out=fresh[1:])
    return found[fresh]


def tallied(values: Array) -> tuple[Array, Array]:
    """The different ones of rising values, and how often each of them stands there."""
    fresh = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=fresh[1:])
    firsts = np.flatnonzero(fresh)
    return values[firsts], np.diff(firsts, append=len(values))


def steps(values: Array, firsts: Array) -> Array:
    """Differences to the value before; at `firsts` the values themselves."""
    found = np.empty(len(values), np.int64)
    if len(values):
        found[0] = values[0]
        np.subtract(values[1:], values[:-1], out=found[1:])
        found[firsts] = values[firsts]
    return found


def pack(values: Array) -> tuple[Array, Array]:
    """Natural numbers as bytes, and how many bytes each of them takes."""
    lengths = np.ones(len(values), np.int64)
    highest = int(values.max()) if len(values) else 0
    for limit in _LIMITS:
        if highest < limit:
            break
        lengths += values >= limit
    ends = np.cumsum(lengths) - 1
    packed = np.empty(int(lengths.sum()), np.uint8)
    packed[ends] = values & 127
    more, shift = np.flatnonzero(lengths > 1), 1
    while len(more):
        packed[ends[more] - shift] = ((values[more] >> (7 * shift)) & 127) | 128
        shift += 1
        more = more[lengths[more] > shift]
    return packed, lengths


def unpack(packed: Array) -> tuple[Array, Array]:
    """The numbers that bytes stand for, and the place of each one's last byte."""
    ends = np.flatnonzero(packed < 128)
    if len(ends) == len(packed):
        return packed.astype(np.int64), ends
    values = packed[ends].astype(np.int64)
    lengths = np.empty(len(ends), np.int64)
    lengths[0] = ends[0] + 1
    np.subtract(ends[1:], ends[:-1], out=lengths[1:])
    more, shift = np.flatnonzero(lengths > 1), 1
    while len(more):
        values[more] |= (packed[ends[more] - shift].astype(np.int64) & 127) << (7 * shift)
        shift += 1
        more = more[lengths[more] > shift]
    return values, ends


def smallest(values: Array) -> Array:
    """Natural numbers in the smallest unsigned type that holds them all."""
    highest = int(values.max()) if len(values) else 0
    for kind in ("<u1", "<u2", "<u4"):
        if highest < 1 << (8 * np.dtype(kind).itemsize):
            return values.astype(kind)
    return values.astype("<u8")
