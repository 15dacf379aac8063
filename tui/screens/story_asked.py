"""What the screen of a story shows, asked of the archive in one go; runs in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.ledger.result import Ledger
    from index.archive import Archive
    from index.stories.listing import Report, StoryRow
    from index.stories.room import Stories
    from tui.compute import Compute

AT_ONCE = 3  # articles whose ledger is made in less time than a process starts


@dataclass(frozen=True, slots=True)
class Shown:
    """What the archive knows of a story, or of some articles (`row` is None then)."""

    row: StoryRow | None
    reports: Sequence[Report]
    ledger: Ledger
    before: Sequence[StoryRow]
    after: Sequence[StoryRow]


def asked(
    archive: Archive,
    story: str,
    articles: Sequence[str],
    compute: Compute | None = None,
    wanted: Sequence[str] = (),
) -> Shown:
    """Everything the screen shows, asked of the archive; a ledger that is new is made by
    `compute`, where there is such a process. Of more articles than are compared those `wanted` are
    rather than others."""
    from index.stories.listing import beside

    room = archive.stories()
    listing = room.listing()
    if articles:
        return Shown(None, listing.of(articles), _ledger(room, articles, compute), (), ())
    number = room.resolve(story)
    (row,) = listing.spelt_out([number])
    before, after = listing.neighbours(number)
    heads = room.heads(number)
    found = _ledger(room, heads, compute, [one for one in wanted if one in heads])
    reports = beside(listing.reports(number), [column.article for column in found.columns])
    return Shown(row, reports, found, before, after)


def _ledger(
    room: Stories, ids: Sequence[str], compute: Compute | None, wanted: Sequence[str] = ()
) -> Ledger:
    from corpus.ledger.result import Ledger

    known = room.known_ledger(ids, wanted)
    if known is not None:
        return known
    if compute is None or len(ids) <= AT_ONCE:
        return room.ledger_of(ids, wanted)
    made: Ledger = compute.ask("ledger", (*wanted, "", *ids), Ledger)
    return made
