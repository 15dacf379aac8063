"""Two articles of the archive held against each other: what it knows of both goes in with them.

Two records come in and whether the archive holds both in one story; a `Comparison` comes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.comparison import compare

if TYPE_CHECKING:
    from corpus.comparison.facing import SideName
    from corpus.comparison.result import Comparison
    from index.answers import Record


def compared(left: Record, right: Record, *, one_story: bool) -> Comparison:
    """What two articles say alike, and what only one of them says."""
    after = left.came_after(right)
    later: SideName | None = None if after is None else "left" if after else "right"
    return compare(
        left.article,
        right.article,
        left.names,
        right.names,
        came_later=later,
        one_story=one_story,
    )
