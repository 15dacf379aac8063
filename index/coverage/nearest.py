"""What the other side has that is nearest to an event it seems not to have.

A large affair is several stories, so that one side's story may be told by the other within
another one: before it is said that an event was not found, the other side's articles of these
days are held against it, as stories hold articles against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.connections import Connections
from index.coverage.result import Article, Nearest
from index.stories.shelving import Shelves, parts_of

if TYPE_CHECKING:
    from corpus.stories.likeness import Entrant
    from corpus.stories.nearest import Nearest as Likest

DAYS = 7  # before and after an event in which the nearest article is looked for
PERHAPS = 0.12
"""Likeness from which the nearest article may report the same event.

Of the nearest articles of 48 events, read one by one, 6 of 24 from .08 to .12 did and 14 of 24 from
.12 to .17. Of 32 events drawn from four other pairs of outlets, 28 were not to be found on the
other side; of the 25 with nothing so like, 23.
"""
THROUGH = 0.2
"""The same for one that is so like a third outlet's report of the event, and not this side's own.

Of 14 such read one by one 9 report the same event; from .12 to .2, 5 of 28.
"""
UNDATED = 0.16
"""What a missing day takes off besides what it does among stories.

Of 54 nearest articles of five pairs of outlets where one side has no day, 3 of 24 reported the same
from .12 to .18, 7 of 22 to .28, 4 of 8 above: as many as from .12 on where both have one.
"""
NEAR = 0.05  # below it none of the nearest articles of 35 events reported the same


class Looking:
    """Looks for the nearest articles in one archive."""

    def __init__(self, connections: Connections) -> None:
        self._ask = connections.rows
        self._shelves = Shelves(connections)

    def nearest(
        self,
        events: Mapping[int, Sequence[Article]],
        others: Sequence[Article],
        everyones: Mapping[int, Sequence[int]],
    ) -> dict[int, Nearest]:
        """For each event (its number → one side's articles) the nearest article of the others;
        events to which nothing is near are left out. `everyones` are the numbers of all articles
        on an event, whoever's they are."""
        known = {one.seq: one for articles in (*events.values(), others) for one in articles}
        there = self._shelves.entrants(self._ask, others)
        ours = {event: [one.seq for one in articles] for event, articles in events.items()}
        found = {
            event: _told(known[one.number], known[one.member], one.likeness, PERHAPS)
            for event, one in self._near(ours, there, NEAR).items()
        }
        left = {
            event: seqs
            for event, seqs in everyones.items()
            if event in events and len(seqs) > len(ours[event])
            if event not in found or not found[event].perhaps
        }
        for event, one in self._near(left, there, THROUGH).items():
            beside = events[event][0]
            found[event] = _told(known[one.number], beside, one.likeness, THROUGH)
        return found

    def _near(
        self, events: Mapping[int, Sequence[int]], there: Sequence[Entrant], floor: float
    ) -> dict[int, Likest]:
        """For each event (its number → numbers of articles) which of those there is nearest."""
        from corpus.stories.likeness import NO_DAY
        from corpus.stories.nearest import Group, nearest

        dated = [
            _Report(*row)
            for part in parts_of({seq for seqs in events.values() for seq in seqs})
            for row in self._ask(
                "SELECT seq, published FROM articles WHERE current AND seq IN "
                "(SELECT value FROM json_each(?))",
                (part,),
            )
        ]
        entrants = {one.number: one for one in self._shelves.entrants(self._ask, dated)}
        groups = []
        for seqs in events.values():
            members = tuple(entrants[seq] for seq in seqs if seq in entrants)
            days = [one.day for one in members if one.day != NO_DAY]
            between = (min(days) - DAYS, max(days) + DAYS) if days else ()
            groups.append(Group(members, *between))
        found = nearest(groups, there, floor, UNDATED)
        return {event: one for event, one in zip(events, found, strict=True) if one is not None}


@dataclass(frozen=True, slots=True)
class _Report:
    seq: int
    published: str | None


def _told(article: Article, beside: Article, likeness: float, perhaps: float) -> Nearest:
    return Nearest(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        beside=beside.id,
        likeness=likeness,
        perhaps=likeness >= perhaps,
    )
