"""Which segments of the index are written anew at a commit: few segments, bounded work.

Segments of about one size are gathered until there are eight of them, then written as one of
the next size, so an article is rewritten once for each size, not at every commit. Very large
segments are left alone: writing them anew would hold the writer's lock for minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from whoosh.reading import SegmentReader

TOGETHER = 8
LARGEST = 4_000  # articles in a segment that is still written anew; more take seconds and memory

Policy = Callable[[Any, list[Any]], list[Any]]
"""(writer, segments) → the segments that stay as they are; the others go into the writer."""


def tiered(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge sizes that have become many, and segments most of which was deleted."""
    small = [segment for segment in segments if segment.doc_count_all() <= LARGEST]
    sizes = sorted({_size(segment) for segment in small}, reverse=True)
    crowded = [
        size for size in sizes if sum(_size(segment) == size for segment in small) >= TOGETHER
    ]
    merged = [
        segment
        for segment in small
        if (crowded and _size(segment) <= crowded[0])
        or segment.deleted_count() * 2 > segment.doc_count_all()
    ]
    return _write(writer, segments, merged)


def without_deleted(writer: Any, segments: list[Any]) -> list[Any]:
    """Write anew every segment that holds deleted articles."""
    return _write(writer, segments, [one for one in segments if one.has_deletions()])


def _size(segment: Any) -> int:
    size, count = 0, segment.doc_count_all()
    while count >= TOGETHER:
        size, count = size + 1, count // TOGETHER
    return size


def _write(writer: Any, segments: list[Any], merged: list[Any]) -> list[Any]:
    for segment in merged:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        try:
            if reader.doc_count():
                writer.add_reader(reader)
        finally:
            reader.close()
    return [segment for segment in segments if not any(segment is one for one in merged)]
