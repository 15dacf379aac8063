"""Lists as tables for a spreadsheet: the names of the columns, and the cells of one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.documents import short

if TYPE_CHECKING:
    from index.coverage.result import OutletRow
    from index.results import Hit
    from index.stories.listing import StoryRow

HITS = ("id", "outlet", "published", "title", "score", "words", "copies", "story", "snippet")
STORIES = ("id", "first", "last", "articles", "outlets", "copies", "disputed", "title", "members")
OUTLETS = ("outlet", "articles", "words", "first", "last", "undated", "agency")


def hit_cells(hit: Hit) -> tuple[object, ...]:
    """One hit of an answer."""
    return (
        short(hit.row.id),
        hit.row.outlet,
        hit.row.published,
        hit.row.title,
        round(hit.score, 4),
        hit.row.words,
        " ".join(short(copy) for copy in hit.copies),
        short(hit.story) if hit.story else None,
        hit.snippet.text if hit.snippet else None,
    )


def story_cells(row: StoryRow, digits: int = 16) -> tuple[object, ...]:
    """One story, its ids cut to so many digits."""
    return (
        row.id[:digits], row.first, row.last, len(row.articles), len(row.outlets), row.copies,
        row.disputed, row.title, " ".join(one[:digits] for one in row.articles),
    )  # fmt: skip


def outlet_cells(row: OutletRow) -> tuple[object, ...]:
    """One outlet of the list."""
    return (row.name, row.articles, row.words, row.first, row.last, row.undated, row.agency)
