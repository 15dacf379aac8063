"""Taking articles in among others: which are copies of which, and who is like whom.

In go a pool and the articles that come, earliest first; out come the copies with the article
each is a copy of, and the likenesses of the rest. Of several copies the first in their order (the
earliest) is the one that the others are copies of, so the order of adding does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.copies import furnished, is_copy
from corpus.stories.likeness import Entrant, Pool
from corpus.stories.standing import Standing

FURNITURE = 5  # common prints from which two openings are looked at: a paragraph
STANDING = 0.1  # share of the openings that a common passage must be to make a likeness doubtful
OWN = 0.05  # likeness of what is not common below which the rest is no likeness
MOST = 250  # links of one article that are kept, the strongest; a bound for made-up archives


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking articles in: copy → origin, and (number, number, likeness)."""

    copies: dict[int, int] = field(default_factory=dict)
    links: list[tuple[int, int, float]] = field(default_factory=list)


def origins_of(pool: Pool, entrants: Sequence[Entrant]) -> dict[int, int]:
    """Those that are copies of an article in the pool, with the one they share most with."""
    return _origins(entrants, pool.sharing(entrants), frozenset())


def take_in(
    pool: Pool,
    entrants: Sequence[Entrant],
    alone: frozenset[int] = frozenset(),
    standing: Standing | None = None,
) -> Taken:
    """Take articles in, which come earliest first; those `alone` are never made copies. `standing`
    knows the words that stand in the articles of an outlet whatever it reports."""
    before = pool.sharing(entrants)
    taken = Taken(_origins(entrants, before, alone))
    new = [one for one in entrants if one.number not in taken.copies]
    place = {one.number: k for k, one in enumerate(new)}
    among = Pool()  # those in the pool were asked already
    among.add(new)
    sharing = dict(zip((one.number for one in entrants), before, strict=True))
    for one, others in zip(new, among.sharing(new), strict=True):
        sharing[one.number] += others
        if one.number in alone:
            continue
        copied = [
            (-common, place[number], number)
            for number, common, size in others
            if place[number] < place[one.number]
            and number not in taken.copies
            and is_copy(common, len(one.prints), size)
        ]
        if copied:
            taken.copies[one.number] = min(copied)[2]
    new = [one for one in new if one.number not in taken.copies]
    pool.add(new)
    for one, alike in zip(new, pool.like(new, standing), strict=True):
        shared = {number for number, common, _ in sharing[one.number] if common >= FURNITURE}
        others_first = [
            (-likeness, number)
            for number, likeness in alike
            if number != one.number
            and place.get(number, -1) < place[one.number]
            and not (number in shared and _furniture(pool, one.number, number, likeness))
        ]
        taken.links.extend(
            (one.number, number, -less) for less, number in sorted(others_first)[:MOST]
        )
    return taken


def _origins(
    entrants: Sequence[Entrant],
    sharing: Sequence[Sequence[tuple[int, int, int]]],
    alone: frozenset[int],
) -> dict[int, int]:
    found = {}
    for one, others in zip(entrants, sharing, strict=True):
        copied = [
            (-common, number)
            for number, common, size in others
            if number != one.number and is_copy(common, len(one.prints), size)
        ]
        if copied and one.number not in alone:
            found[one.number] = min(copied)[1]
    return found


def _furniture(pool: Pool, one: int, other: int, likeness: float) -> bool:
    """Whether two articles are like each other by passages that both openings have word for word,
    and by nothing else: a newsletter's standing blocks make no event."""
    same = furnished(pool.opening(one), pool.opening(other))
    return same >= STANDING and likeness - same < OWN * (1.0 - same)
