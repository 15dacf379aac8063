"""Hashes to who has them: what many share with many others, found in one go.

In go hashes with places and weights, both kept as rows of places behind each hash; out come, for
askers kept in the same way, the sums of products of weights with every place. Weights are whole
numbers, so the sums are exact whatever their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Room = Callable[[int, Any], Any]
"""Makes an array: of so many numbers of a type, whatever they are at first."""

_BLOCK = 1_000_000  # postings looked at in one go
_CELLS = 1_000_000  # askers times places in one go
_THIN = 16  # cells to one posting from which sorting postings is cheaper than a field of cells
_SIEVE = 2  # entries of a sieve to each hash in it, at least


@dataclass(frozen=True, slots=True)
class Inverted:
    """Distinct hashes in order; of each the places that have it, with weights.

    Those of hash k stand at `starts[k]` to `starts[k + 1]`. `sieve` says of the last bits of a
    hash whether any hash here ends in them.
    """

    hashes: NDArray[np.uint32]
    starts: NDArray[np.int32]
    places: NDArray[np.int32]
    weights: NDArray[np.uint16]
    sieve: NDArray[np.bool_]


def in_memory(count: int, kind: np.dtype[Any]) -> NDArray[Any]:
    """An array where arrays are made if nobody says otherwise."""
    import numpy as np

    return np.empty(count, kind)


def inverted(
    hashes: NDArray[np.uint32],
    places: NDArray[np.int32],
    weights: NDArray[np.uint16],
    room: Room | None = None,
) -> Inverted:
    """Postings by their hashes; the three arrays run parallel. `room` makes what is kept."""
    import numpy as np

    def kept(array: NDArray[Any]) -> NDArray[Any]:
        if room is None:
            return array
        found: NDArray[Any] = room(len(array), array.dtype)
        found[:] = array
        return found

    order = np.argsort(hashes, kind="stable")
    hashes = hashes[order]
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = hashes[1:] != hashes[:-1]
    first = np.flatnonzero(new)
    distinct = hashes[first]
    sieve = np.zeros(1 << max(10, (len(distinct) * _SIEVE).bit_length()), dtype=bool)
    sieve[distinct & np.uint32(len(sieve) - 1)] = True
    starts = np.append(first, len(hashes)).astype(np.int32)
    return Inverted(
        kept(distinct), kept(starts), kept(places[order]), kept(weights[order]), kept(sieve)
    )


class Postings:
    """Hashes to the places of those who have them; grows by segments that are merged."""

    def __init__(self, room: Room | None = None) -> None:
        self._room = room
        self._segments: list[Inverted] = []

    def add(
        self,
        hashes: NDArray[np.uint32],
        places: NDArray[np.int32],
        weights: NDArray[np.uint16],
    ) -> None:
        """Take in postings; the arrays run parallel."""
        import numpy as np

        while self._segments and len(self._segments[-1].places) <= 2 * len(hashes):
            last = self._segments.pop()
            again = np.repeat(last.hashes, np.diff(last.starts))
            hashes = np.concatenate([again, hashes])
            places = np.concatenate([last.places, places])
            weights = np.concatenate([last.weights, weights])
        if len(hashes):
            self._segments.append(inverted(hashes, places, weights, self._room))

    def common(
        self, asking: Inverted, askers: int, size: int, least: float = 1.0
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """(who asks, place, sum of products of weights) of all with a sum of at least `least`.

        The places of `asking` are who asks, from 0 to below `askers`; `size` is the number of
        places here. In the order of who asks, then of places.
        """
        import numpy as np

        met = [_met(asking, segment) for segment in self._segments]
        hits = sum(int(one.many.sum()) for one in met)
        if hits * _THIN < askers * size:
            rows, gather = max(1, askers * _BLOCK // max(_BLOCK, hits)), _sparse
        else:
            rows, gather = max(1, min(askers, _CELLS // max(1, size))), _dense
        found: list[tuple[Any, Any, Any]] = []
        for begin in range(0, askers if hits else 0, rows):
            pairs = zip(met, self._segments, strict=True)
            parts = (
                part for one, segment in pairs for part in one.products(segment, begin, rows, size)
            )
            at, sums = gather(parts, rows * size, least)
            found.append((at // size + begin, at % size, sums))
        if not found:
            nothing = np.zeros(0, dtype=np.int64)
            return nothing, nothing, np.zeros(0)
        who, places, values = (np.concatenate(column) for column in zip(*found, strict=True))
        return who, places, values


@dataclass(frozen=True, slots=True)
class _Met:
    """Hashes that askers share with a segment, by who asks: weight, and where the places are."""

    who: NDArray[np.int32]
    weights: NDArray[np.uint16]
    first: NDArray[np.int64]
    many: NDArray[np.int64]

    def products(
        self, segment: Inverted, begin: int, rows: int, size: int
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
        """Cells (row times `size` plus place) and products of weights, a block at a time."""
        import numpy as np

        low, high = np.searchsorted(self.who, (begin, begin + rows))
        ends = np.cumsum(self.many[low:high])
        at = int(low)
        while at < high:
            before = int(ends[at - low - 1]) if at > low else 0
            until = max(at + 1, int(low) + int(ends.searchsorted(before + _BLOCK, "right")))
            part = slice(at, until)
            many = self.many[part]
            where = ranges(self.first[part], many)
            cells = np.repeat((self.who[part].astype(np.int64) - begin) * size, many)
            cells += segment.places[where]
            products = np.repeat(self.weights[part].astype(np.float64), many)
            products *= segment.weights[where]
            yield cells, products
            at = until


def _met(asking: Inverted, segment: Inverted) -> _Met:
    import numpy as np

    mask = np.uint32(len(segment.sieve) - 1)
    maybe = np.flatnonzero(segment.sieve[asking.hashes & mask])
    hashes = asking.hashes[maybe]
    at = segment.hashes.searchsorted(hashes)
    at[at == len(segment.hashes)] = 0
    same = segment.hashes[at] == hashes
    ours, theirs = maybe[same], at[same]
    first = asking.starts[ours]
    have = asking.starts[ours + 1] - first
    where = ranges(first, have)
    who = asking.places[where]
    order = np.argsort(who, kind="stable")
    where, theirs = where[order], np.repeat(theirs, have)[order]
    first = segment.starts[theirs]
    return _Met(who[order], asking.weights[where], first, segment.starts[theirs + 1] - first)


def ranges(first: NDArray[Any], many: NDArray[Any]) -> NDArray[np.int64]:
    """All whole numbers from each of `first` on, as `many` of each."""
    import numpy as np

    ends = np.cumsum(many)
    found: NDArray[np.int64] = np.repeat(first - (ends - many), many)
    found += np.arange(len(found))
    return found


_Parts = Iterator[tuple[Any, Any]]
_Sums = tuple[Any, Any]


def _dense(parts: _Parts, cells: int, least: float) -> _Sums:
    """The cells whose products sum up to `least`, with the sums, by a field of all cells."""
    import numpy as np

    sums: NDArray[Any] | None = None
    for at, products in parts:
        some: NDArray[Any] = np.bincount(at, products, cells)
        sums = some if sums is None else np.add(sums, some, out=sums)
    if sums is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    at = np.flatnonzero(sums >= least)
    return at, sums[at]


def _sparse(parts: _Parts, cells: int, least: float) -> _Sums:
    """The same by sorting what there is."""
    import numpy as np

    every = list(parts)
    if not every:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    at, products = (np.concatenate(column) for column in zip(*every, strict=True))
    order = np.argsort(at)
    at = at[order]
    new = np.ones(len(at), dtype=bool)
    new[1:] = at[1:] != at[:-1]
    first = np.flatnonzero(new)
    sums = np.add.reduceat(products[order], first)
    enough = sums >= least
    return at[first[enough]], sums[enough]
