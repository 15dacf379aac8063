"""The words of a row or a stretch in each segment, where all of them occur; several at a time.

Segments know nothing of each other, and most of the work on them is done by numpy, which lets
other threads run meanwhile: a large index of several segments is asked by as many threads as
there are processors. What they find comes in the order of the segments.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from index.postings.arrays import Array
from index.postings.forms import chosen
from index.postings.occurring import Occurring, Standing
from index.postings.one_form import Remembering
from index.postings.segment import Terms
from index.postings.snapshot import Snapshot
from index.postings.spans import bounds
from index.query.shapes import Anything, Shape
from index.query.watch import Watch

_MANY = 200_000  # articles from which threads are worth starting: the dearest take 50 ms
_MOST = 4  # threads

_Found = TypeVar("_Found")


class _Asked(NamedTuple):
    """A word that is asked for in one segment."""

    offset: int  # so many words behind the first of the row
    shape: Shape
    part: Terms
    terms: Array


def in_segments(
    snapshot: Snapshot,
    field: str,
    shapes: Sequence[Shape],
    watch: Watch,
    looked_at: Array | None,
    find: Callable[[int, list[Standing], Array], _Found],
) -> list[tuple[int, _Found]]:
    """What is found in each segment that has all these words, with the segment's base.

    `find` hears the base, the words, and a mark for every article of the segment: whether it is
    looked at, alive and holds all of them.
    """

    def found_in(base: int) -> tuple[int, _Found]:
        watch.mind()
        words = _words(snapshot, field, base, asked[base])
        size = words[0].word.part.size
        alive = np.ones(size, bool)
        for marks in (looked_at, snapshot.live):
            if marks is not None:
                alive &= marks[base : base + size]
        for word in {id(word): word for _, word in words}.values():
            if not (word.read.counts == size).any():
                alive &= bounds(size, word.read.docs)
        return base, find(base, words, alive)

    asked = _asked(snapshot, field, shapes, watch)
    threads = min(_MOST, len(asked), _processors()) if snapshot.size >= _MANY else 1
    if threads < 2:
        return [found_in(base) for base in asked]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(found_in, asked))


def _processors() -> int:
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _asked(
    snapshot: Snapshot, field: str, shapes: Sequence[Shape], watch: Watch
) -> dict[int, list[_Asked]]:
    """The words to look for in each segment, by its base; only where there are all of them."""
    found: dict[int, list[_Asked]] = {}
    wanted = [pair for pair in enumerate(shapes) if not isinstance(pair[1], Anything)]
    known: dict[Shape, list[tuple[int, Terms, Array]]] = {}
    for number, (offset, shape) in enumerate(wanted):
        if shape not in known:
            known[shape] = [one[:3] for one in chosen(snapshot, field, shape, watch)]
        for base, part, terms in known[shape]:
            if len(found.get(base, ())) == number:
                found.setdefault(base, []).append(_Asked(offset, shape, part, terms))
    return {base: found[base] for base in sorted(found) if len(found[base]) == len(wanted)}


def _words(snapshot: Snapshot, field: str, base: int, asked: Sequence[_Asked]) -> list[Standing]:
    """The words with their postings; one that is asked for twice is read once."""
    read: dict[Shape, Occurring] = {}
    for _, shape, part, terms in asked:
        if shape not in read:
            read[shape] = _occurring(snapshot, (field, base, shape), part, terms)
    return [Standing(one.offset, read[one.shape]) for one in asked]


def _occurring(
    snapshot: Snapshot, asked: tuple[str, int, Shape], part: Terms, terms: Array
) -> Occurring:
    remembering = Remembering(snapshot.one_form, asked, part.size / snapshot.size)
    if (known := remembering.known(part, terms)) is not None:
        return known
    return Occurring(part, part.read(terms), remembering)
