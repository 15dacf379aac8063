"""What the other side has that is nearest to an event it seems not to have.

A large affair is several stories, so that one side's story may be told by the other within
another one: before it is said that an event was not found, the other side's articles of these
days are held against it, as stories hold articles against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from index.connections import Connections
from index.coverage.result import Article, Nearest
from index.stories.shelving import Shelves, day_of, parts_of

if TYPE_CHECKING:
    from corpus.stories.likeness import Entrant
    from corpus.stories.nearest import Group
    from corpus.stories.nearest import Nearest as Likest
    from corpus.stories.telling import Among

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
ONE_EVENT = 0.12
"""The same with what telling words add, where the days are at most SOON apart, and where more are.

Of 62 events of nine pairs of outlets that come to it by these words, 36 have their nearest on the
same event or the next turn of one; of 60 first "not found" in six pairs 11 were there before, 2
since.
"""
SOON = 2
LATER = 0.17
WHOLE = 0.6
"""How much likeness to all reports of an event together counts: it is higher than to any one."""
REPORTS = 3  # from which on they are taken together
LOOKED_AT = 8  # articles of the other side, the likest, of which the words tell the nearest
GLIMPSE = 0.02  # likeness below which nothing else is looked at
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
        here = self._here(seq for seqs in (*ours.values(), *everyones.values()) for seq in seqs)
        among = self._among(here, there, known)
        groups = {
            event: _group(seqs, here, everyones.get(event, ())) for event, seqs in ours.items()
        }
        found = {}
        for event, those in _likest(groups, there, GLIMPSE, LOOKED_AT).items():
            told = [(one.likeness, among.telling(one.member, one.number), one) for one in those]
            likeness, telling, one = max(told, key=lambda each: each[0] + each[1])
            if likeness + telling >= NEAR:
                found[event] = _told(known[one.number], known[one.member], likeness, telling)
        left = {
            event: _group(everyones[event], here)
            for event, seqs in ours.items()
            if len(everyones.get(event, ())) > len(seqs)
            if event not in found or not found[event].perhaps
        }
        for event, those in _likest(left, there, THROUGH, 1).items():
            beside = events[event][0]
            found[event] = _told(
                known[those[0].number], beside, those[0].likeness, 0.0, through=True
            )
        return found

    def _here(self, seqs: Iterable[int]) -> dict[int, Entrant]:
        """The articles with these numbers, by them; those without traits are left out."""
        dated = [
            _Report(*row)
            for part in parts_of(set(seqs))
            for row in self._ask(
                "SELECT seq, published FROM articles WHERE current AND seq IN "
                "(SELECT value FROM json_each(?))",
                (part,),
            )
        ]
        return {one.number: one for one in self._shelves.entrants(self._ask, dated)}

    def _among(
        self, here: Mapping[int, Entrant], there: Sequence[Entrant], known: Mapping[int, Article]
    ) -> Among:
        from corpus.stories.telling import Among

        every = {**here, **{one.number: one for one in there}}
        return Among((every[seq], known[seq].title) for seq in sorted(every.keys() & known.keys()))


def _group(
    seqs: Sequence[int], here: Mapping[int, Entrant], everyones: Sequence[int] = ()
) -> Group:
    """The articles of one side on an event, and all reports of it as one where there are enough."""
    from corpus.stories.likeness import NO_DAY
    from corpus.stories.nearest import Group, whole

    members = [here[seq] for seq in seqs if seq in here]
    days = [one.day for one in members if one.day != NO_DAY]
    reports = [here[seq] for seq in everyones if seq in here]
    if members and len(reports) >= REPORTS:
        members.append(whole(reports, members[0].number, members[0].day, WHOLE))
    between = (min(days) - DAYS, max(days) + DAYS) if days else ()
    return Group(tuple(members), *between)


def _likest(
    groups: Mapping[int, Group], there: Sequence[Entrant], floor: float, most: int
) -> dict[int, tuple[Likest, ...]]:
    """For each event which of those there are likest to it; without those to which none is."""
    from corpus.stories.nearest import likest

    found = likest(list(groups.values()), there, floor, UNDATED, most)
    return {event: those for event, those in zip(groups, found, strict=True) if those}


@dataclass(frozen=True, slots=True)
class _Report:
    seq: int
    published: str | None


def _told(
    article: Article, beside: Article, likeness: float, telling: float, *, through: bool = False
) -> Nearest:
    return Nearest(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        beside=beside.id,
        likeness=likeness,
        telling=round(telling, 4),
        perhaps=through or likeness >= PERHAPS or likeness + telling >= _enough(article, beside),
    )


def _enough(one: Article, other: Article) -> float:
    """From when on two with telling words in common may report one event; never without days:
    among the articles of all years some share them by chance."""
    days = day_of(one.published), day_of(other.published)
    if not all(days):
        return inf
    return ONE_EVENT if abs(days[0] - days[1]) <= SOON else LATER
