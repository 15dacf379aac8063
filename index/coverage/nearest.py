"""What the other side has that is nearest to an event it seems not to have.

A large affair is several stories, so that one side's story may be told by the other within
another one: before it is said that an event was not found, the other side's articles of these
days are looked through, as stories hold articles against each other. Which of the likest report
the same event, `same_events` decides as a comparison does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.connections import Connections
from index.coverage.result import Article, Nearest
from index.stories.shelving import entrants

if TYPE_CHECKING:
    from corpus.stories.likeness import Entrant
    from corpus.stories.nearest import Group
    from corpus.stories.nearest import Nearest as Likest
    from corpus.stories.telling import Among

DAYS = 7  # before and after an event in which the nearest article is looked for
UNDATED = 0.16
"""What a missing day takes off besides what it does among stories.

Of 54 nearest articles of five pairs of outlets where one side has no day, 3 of 24 reported the same
from .12 to .18, 7 of 22 to .28, 4 of 8 above: as many as from .12 on where both have one.
"""
LOOKED_AT = 8
"""Articles of the other side, the likest, that are held against an event: of 913 events of eight
pairs of outlets it finds one of LOOKED_FOR."""
GLIMPSE = 0.02  # likeness below which nothing else is looked at
NEAR = 0.05  # below it none of the nearest articles of 35 events reported the same


@dataclass(frozen=True, slots=True)
class Around:
    """What is near to an event: the nearest article, where one is near, and, the likest first,
    those of the other side that may report the same, that one among them."""

    nearest: Nearest | None
    candidates: tuple[Nearest, ...]


class Looking:
    """Looks for the nearest articles in one archive."""

    def __init__(self, connections: Connections) -> None:
        self._ask = connections.rows

    def around(
        self, events: Mapping[int, Sequence[Article]], others: Sequence[Article]
    ) -> dict[int, Around]:
        """For each event (its number → one side's articles) what the others have near it; events
        to which nothing is near are left out."""
        from corpus.comparison.event import LIKE_BORNE_OUT

        known = {one.seq: one for articles in (*events.values(), others) for one in articles}
        there = entrants(self._ask, [one.seq for one in others])
        ours = {event: [one.seq for one in articles] for event, articles in events.items()}
        numbers = sorted({seq for seqs in ours.values() for seq in seqs})
        here = {one.number: one for one in entrants(self._ask, numbers)}
        among = self._among(here, there, known)
        groups = {event: _group(seqs, here) for event, seqs in ours.items()}
        found = {}
        for event, those in _likest(groups, there).items():
            told = [_told(known, one, among.telling(one.member, one.number)) for one in those]
            order = sorted(range(len(told)), key=lambda at: -told[at].likeness - told[at].telling)
            first = told[order[0]]
            near = first if first.likeness + first.telling >= NEAR else None
            may_be = [
                told[at] for at in order if told[at] is near or those[at].alike >= LIKE_BORNE_OUT
            ]
            if may_be:
                found[event] = Around(near, tuple(may_be))
        return found

    def _among(
        self, here: Mapping[int, Entrant], there: Sequence[Entrant], known: Mapping[int, Article]
    ) -> Among:
        from corpus.stories.telling import Among

        every = {**here, **{one.number: one for one in there}}
        return Among((every[seq], known[seq].title) for seq in sorted(every.keys() & known.keys()))


def _group(seqs: Sequence[int], here: Mapping[int, Entrant]) -> Group:
    """The articles of one side on an event, and the days on which others are looked for."""
    from corpus.stories.likeness import NO_DAY
    from corpus.stories.nearest import Group

    members = [here[seq] for seq in seqs if seq in here]
    days = [one.day for one in members if one.day != NO_DAY]
    between = (min(days) - DAYS, max(days) + DAYS) if days else ()
    return Group(tuple(members), *between)


def _likest(groups: Mapping[int, Group], there: Sequence[Entrant]) -> dict[int, tuple[Likest, ...]]:
    """For each event which of those there are likest to it; without those to which none is."""
    from corpus.stories.nearest import likest

    found = likest(list(groups.values()), there, GLIMPSE, UNDATED, LOOKED_AT)
    return {event: those for event, those in zip(groups, found, strict=True) if those}


def _told(known: Mapping[int, Article], one: Likest, telling: float) -> Nearest:
    article = known[one.number]
    return Nearest(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        beside=known[one.member].id,
        likeness=max(0.0, one.likeness),
        telling=round(telling, 4),
        perhaps=False,
    )
