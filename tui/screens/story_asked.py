"""What the screen of a story shows, asked of the archive; runs in a thread.

Articles, days and neighbours are there at once. A ledger that is new is made in a process beside
the explorer, which says how far it is and can be told to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
class Head:
    """A story (or articles that were put side by side: `row` is None then) without its ledger;
    `heads` are the articles (full ids) that it is made of, `wanted` those of them that are compared
    rather than others."""

    row: StoryRow | None
    reports: Sequence[Report]
    before: Sequence[StoryRow]
    after: Sequence[StoryRow]
    heads: Sequence[str]
    wanted: Sequence[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the archive knows of a story, or of some articles (`row` is None then)."""

    row: StoryRow | None
    reports: Sequence[Report]
    ledger: Ledger
    before: Sequence[StoryRow]
    after: Sequence[StoryRow]


def head_of(
    archive: Archive, story: str, articles: Sequence[str], wanted: Sequence[str] = ()
) -> Head:
    """What needs no ledger: costs milliseconds. Of more articles than are compared those `wanted`
    are rather than others."""
    room = archive.stories()
    listing = room.listing()
    if articles:
        return Head(None, listing.of(articles), (), (), articles, wanted)
    number = room.resolve(story)
    (row,) = listing.spelt_out([number])
    before, after = listing.neighbours(number)
    heads = room.heads(number)
    return Head(
        row, listing.reports(number), before, after, heads, [one for one in wanted if one in heads]
    )


def known(archive: Archive, head: Head) -> Shown | None:
    """All of it, where the ledger was made before."""
    found = archive.stories().known_ledger(head.heads, head.wanted)
    return with_ledger(head, found) if found is not None else None


def asked(
    archive: Archive,
    head: Head,
    compute: Compute | None,
    progress: Callable[[int, int], None],
) -> Shown:
    """All of it; a new ledger is made by `compute`, where there is such a process, and `progress`
    hears (steps done, of how many). NotComputed where that was told to stop."""
    return with_ledger(head, _ledger(archive.stories(), head, compute, progress))


def with_ledger(head: Head, found: Ledger) -> Shown:
    """A story with its ledger: copies stand under the article that is a column of it."""
    from index.stories.listing import beside

    reports = head.reports
    if head.row is not None:
        reports = beside(
            reports, [column.article for column in found.columns], found.apart, found.later
        )
    return Shown(head.row, reports, found, head.before, head.after)


def _ledger(
    room: Stories, head: Head, compute: Compute | None, progress: Callable[[int, int], None]
) -> Ledger:
    if compute is None or len(head.heads) <= AT_ONCE:
        return room.ledger_of(head.heads, head.wanted, progress)
    from corpus.ledger.result import Ledger

    made: Ledger = compute.ask("ledger", (*head.wanted, "", *head.heads), Ledger, progress)
    return made
