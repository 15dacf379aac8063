"""What the screen of a story shows, asked of the archive in one go; runs in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.ledger.result import Ledger
    from index.archive import Archive
    from index.stories.listing import Report, StoryRow


@dataclass(frozen=True, slots=True)
class Shown:
    """What the archive knows of a story, or of some articles (`row` is None then)."""

    row: StoryRow | None
    reports: Sequence[Report]
    ledger: Ledger
    before: Sequence[StoryRow]
    after: Sequence[StoryRow]


def asked(archive: Archive, story: str, articles: Sequence[str]) -> Shown:
    """Everything the screen shows, asked of the archive."""
    room = archive.stories()
    listing = room.listing()
    if articles:
        return Shown(None, listing.of(articles), room.ledger_of(articles), (), ())
    number = room.resolve(story)
    (row,) = listing.spelt_out([number])
    before, after = listing.neighbours(number)
    return Shown(row, listing.reports(number), room.ledger(number), before, after)
