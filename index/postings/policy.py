"""Which segments are written anew: few segments, bounded work.

Segments of about one size are gathered until there are eight of them, then written as one of
the next size, so an article is rewritten once for each size, not at every commit. A commit does
so with small ones only; large ones are written anew beside the writers (`index.postings.tidying`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.postings.toc import Entry

TOGETHER = 8
LARGEST = 1_000  # articles in a segment that a commit writes anew while it holds the lock
WHOLE = 200_000  # articles in the segments that are written as one when there is time
FEW = 4  # segments that need no tidying
FREE = 2_000  # articles that are written anew however few came in
SHARE = 4  # articles written anew for each that came in


def tiered(segments: Sequence[Entry]) -> list[Entry]:
    """Sizes that have become many, and segments most of which was deleted."""
    return _crowded(segments, LARGEST)


def beside(segments: Sequence[Entry]) -> list[Entry]:
    """The same for all sizes; for work that holds no lock."""
    return _crowded(segments, WHOLE // TOGETHER)


def after(added: int) -> Callable[[Sequence[Entry]], list[Entry]]:
    """What is worth writing as one after so many articles came in: as many as a few of them."""

    def chosen(segments: Sequence[Entry]) -> list[Entry]:
        if len(segments) <= FEW:
            return []
        return _smallest(segments, min(WHOLE, FREE + SHARE * added))

    return chosen


def _crowded(segments: Sequence[Entry], largest: int) -> list[Entry]:
    small = [segment for segment in segments if segment.docs <= largest]
    sizes = sorted({_size(segment) for segment in small}, reverse=True)
    crowded = [
        size for size in sizes if sum(_size(segment) == size for segment in small) >= TOGETHER
    ]
    return [
        segment
        for segment in segments
        if (crowded and segment.docs <= largest and _size(segment) <= crowded[0])
        or segment.gone_count * 2 > segment.docs
    ]


def with_deleted(segments: Sequence[Entry]) -> list[Entry]:
    """Every segment that holds deleted articles."""
    return [segment for segment in segments if segment.gone_count]


def whole(segments: Sequence[Entry]) -> list[Entry]:
    """The smaller segments, as many as make one large one."""
    return _smallest(segments, WHOLE)


def _smallest(segments: Sequence[Entry], docs: int) -> list[Entry]:
    chosen: list[Entry] = []
    for segment in sorted(segments, key=lambda segment: segment.docs):
        if sum(one.docs for one in chosen) + segment.docs > docs:
            break
        chosen.append(segment)
    return chosen if len(chosen) > 1 else []


def _size(segment: Entry) -> int:
    size, count = 0, segment.docs
    while count >= TOGETHER:
        size, count = size + 1, count // TOGETHER
    return size
