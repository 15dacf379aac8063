"""Taking articles in among others: which are copies of which, and who is like whom.

In go a pool and the articles that come, earliest first; out come the copies with the article
each is a copy of, and the likenesses of the rest. Of several copies the earliest is the one that
the others are copies of, of the same day the longest, so the order of adding does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.copies import is_copy
from corpus.stories.likeness import Entrant, Pool

MOST = 250  # links of one article that are kept, the strongest; a bound for made-up archives


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking articles in: copy → origin, and (number, number, likeness)."""

    copies: dict[int, int] = field(default_factory=dict)
    links: list[tuple[int, int, float]] = field(default_factory=list)


def origins_of(pool: Pool, entrants: Sequence[Entrant]) -> dict[int, int]:
    """Those that are copies of an article in the pool, with the one they share most with."""
    found = {}
    for one, sharing in zip(entrants, pool.sharing(entrants), strict=True):
        copied = [
            (-common, number)
            for number, common, size in sharing
            if number != one.number and is_copy(common, len(one.prints), size)
        ]
        if copied:
            found[one.number] = min(copied)[1]
    return found


def take_in(pool: Pool, entrants: Sequence[Entrant], alone: frozenset[int] = frozenset()) -> Taken:
    """Take articles in, which come earliest first; those `alone` are never made copies."""
    asking = [one for one in entrants if one.number not in alone]
    taken = Taken(origins_of(pool, asking))
    new = [one for one in entrants if one.number not in taken.copies]
    place = {one.number: k for k, one in enumerate(new)}
    among = Pool()  # those in the pool were asked already
    among.add(new)
    for one, others in zip(new, among.sharing(new), strict=True):
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
    for one, alike in zip(new, pool.like(new), strict=True):
        others_first = [
            (-likeness, number)
            for number, likeness in alike
            if number != one.number and place.get(number, -1) < place[one.number]
        ]
        taken.links.extend(
            (one.number, number, -less) for less, number in sorted(others_first)[:MOST]
        )
    return taken
