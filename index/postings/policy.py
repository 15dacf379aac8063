"""Which segments are written anew: few segments, bounded work.

Segments of about one size are gathered until there are eight of them, then written as one of
the next size, so an article is rewritten once for each size, not at every commit. Very large
segments are left alone: writing them anew would hold the writer's lock for long.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.postings.toc import Entry

TOGETHER = 8
LARGEST = 4_000  # articles in a segment that an ordinary commit still writes anew
WHOLE = 200_000  # articles in the segments that are written as one when there is time


def tiered(segments: Sequence[Entry]) -> list[Entry]:
    """Sizes that have become many, and segments most of which was deleted."""
    small = [segment for segment in segments if segment.docs <= LARGEST]
    sizes = sorted({_size(segment) for segment in small}, reverse=True)
    crowded = [
        size for size in sizes if sum(_size(segment) == size for segment in small) >= TOGETHER
    ]
    return [
        segment
        for segment in segments
        if (crowded and segment.docs <= LARGEST and _size(segment) <= crowded[0])
        or segment.gone_count * 2 > segment.docs
    ]


def with_deleted(segments: Sequence[Entry]) -> list[Entry]:
    """Every segment that holds deleted articles."""
    return [segment for segment in segments if segment.gone_count]


def whole(segments: Sequence[Entry]) -> list[Entry]:
    """The smaller segments, as many as make one large one."""
    chosen: list[Entry] = []
    for segment in sorted(segments, key=lambda segment: segment.docs):
        if sum(one.docs for one in chosen) + segment.docs > WHOLE:
            break
        chosen.append(segment)
    return chosen if len(chosen) > 1 else []


def _size(segment: Entry) -> int:
    size, count = 0, segment.docs
    while count >= TOGETHER:
        size, count = size + 1, count // TOGETHER
    return size
