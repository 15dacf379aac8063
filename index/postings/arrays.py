"""Whole-array steps that the other rooms are built from: ranges, runs, distinct numbers.

Each touches whole arrays, never one number at a time.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]


def ranges(starts: Array, lengths: Array) -> Array:
    """The numbers start … start + length - 1 of every pair, one after the other.

    >>> ranges(np.array([5, 20]), np.array([2, 3])).tolist()
    [5, 6, 20, 21, 22]
    """
    some = np.flatnonzero(lengths)
    if len(some) < len(lengths):
        starts, lengths = starts[some], lengths[some]
    if not len(some):
        return np.zeros(0, np.int64)
    # One step on within a piece, and a jump at its first: less than numpy's repeat and a sum.
    starts, ends = starts.astype(np.int64), np.cumsum(lengths, dtype=np.int64)
    found = np.ones(int(ends[-1]), np.int64)
    found[0] = starts[0]
    found[ends[:-1]] = starts[1:] - starts[:-1] - lengths[:-1] + 1
    return np.cumsum(found, out=found)


def offsets(lengths: Array) -> Array:
    """Where each piece begins when they stand in a row, and where the last one ends."""
    found = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=found[1:])
    return found


def running(values: Array, lengths: Array) -> Array:
    """Sums that run on within each piece and begin anew with the next; no piece is empty."""
    sums = values.astype(np.int64)
    np.cumsum(sums, out=sums)
    firsts = offsets(lengths)[1:-1]
    if len(firsts):
        base = np.zeros(len(lengths), np.int64)
        base[1:] = sums[firsts - 1]
        sums -= np.repeat(base, lengths)
    return sums


def distinct(values: Array) -> Array:
    """The different values, rising. (Many times faster than numpy's own, which hashes.)"""
    found = np.sort(values, kind="stable")  # mostly a few rising runs: they are only merged
    if len(found) < 2:
        return found
    fresh = np.empty(len(found), bool)
    fresh[0] = True
    np.not_equal(found[1:], found[:-1], out=fresh[1:])
    return found[fresh]


def rising(values: Array) -> Array:
    """The places of natural numbers in their order, those of equal ones as they stand.

    Sixteen bits at a time, which numpy sorts by counting: five times as fast as by comparing.
    """
    order: Array = np.argsort(values.astype(np.uint16), kind="stable")
    above = values >> 16
    while len(values) and above.any():
        order = order[np.argsort(above[order].astype(np.uint16), kind="stable")]
        above = above >> 16
    return order


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


def smallest(values: Array) -> Array:
    """Natural numbers in the smallest unsigned type that holds them all."""
    highest = int(values.max()) if len(values) else 0
    for kind in ("<u1", "<u2", "<u4"):
        if highest < 1 << (8 * np.dtype(kind).itemsize):
            return values.astype(kind)
    return values.astype("<u8")
