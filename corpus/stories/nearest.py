"""Who among others is nearest to articles that stand together, however unlike they are.

Stories hold only those apart that are hardly alike; here the likest are wanted all the same, so
all traits count, not the weightiest alone. Likeness is that of stories: the product of both
vectors, less what the days between them take off. A `whole` stands for all reports of one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.stories.postings import Postings, inverted
from corpus.stories.shelf import NO_DAY, Entrant, trait_rows, what_days_take
from corpus.stories.traits import ONE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALWAYS = 10**7  # more days than there are
_TOGETHER = 60  # days over which groups may begin that are held against the others in one go
_GROUPS = 400  # of them


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that stand together, and the days (ordinals) on which others are looked for."""

    members: tuple[Entrant, ...]
    begin: int = 0
    end: int = ALWAYS


@dataclass(frozen=True, slots=True)
class Nearest:
    """The article nearest to a group, to which of its members, and how like (below 1); `alike` is
    the same without what days take off."""

    number: int
    member: int
    likeness: float
    alike: float = 0.0


def likest(
    groups: Sequence[Group], others: Sequence[Entrant], floor: float, undated: float, most: int
) -> list[tuple[Nearest, ...]]:
    """For each group the likest so many of the others on its days or without a day, the likest
    first; none that is not at least `floor` alike. Of equals the one with the smaller number.

    `undated` is what a missing day takes off besides: an article without one is held against
    those of all years, among which the likest is like by chance.
    """
    found: list[tuple[Nearest, ...]] = [()] * len(groups)
    order = sorted(range(len(groups)), key=lambda at: groups[at].begin)
    begin = 0
    while begin < len(order):
        until = groups[order[begin]].begin + _TOGETHER
        part = [at for at in order[begin : begin + _GROUPS] if groups[at].begin < until]
        among = _among([groups[at] for at in part], others, floor, undated, most)
        for at, those in zip(part, among, strict=True):
            found[at] = those
        begin += len(part)
    return found


def _among(
    groups: Sequence[Group], others: Sequence[Entrant], floor: float, undated: float, most: int
) -> list[tuple[Nearest, ...]]:
    import numpy as np

    first, last = min(one.begin for one in groups), max(one.end for one in groups)
    near = [one for one in others if one.day == NO_DAY or first <= one.day <= last]
    asking = [one for group in groups for one in group.members]
    found: list[tuple[Nearest, ...]] = [()] * len(groups)
    if not near or not asking:
        return found
    who, places, scores = _common(asking, near, floor)
    days = np.array([one.day for one in near])[places]
    numbers = np.array([one.number for one in near])[places]
    own = np.array([one.day for one in asking])[who]
    alike, scores = scores, scores - what_days_take(own, days)
    scores[(own == NO_DAY) | (days == NO_DAY)] -= undated
    of = np.repeat(np.arange(len(groups)), [len(one.members) for one in groups])[who]
    begins, ends = (np.array(column)[of] for column in
                    ([one.begin for one in groups], [one.end for one in groups]))  # fmt: skip
    wanted = (days == NO_DAY) | ((begins <= days) & (days <= ends))
    kept = np.flatnonzero(wanted & (alike >= floor))
    best = kept[np.lexsort((who[kept], numbers[kept], -scores[kept], of[kept]))]
    several: list[dict[int, Nearest]] = [{} for _ in groups]
    for at in best.tolist():
        those, number = several[int(of[at])], int(numbers[at])
        if len(those) < most and number not in those:
            member = asking[int(who[at])].number
            likeness, bare = (round(float(column[at]), 4) for column in (scores, alike))
            those[number] = Nearest(number, member, likeness, bare)
    return [tuple(those.values()) for those in several]


def _common(
    asking: Sequence[Entrant], others: Sequence[Entrant], floor: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[Any]]:
    held = Postings()
    held.add(*trait_rows(others))
    who, places, sums = held.common(
        inverted(*trait_rows(asking)), len(asking), len(others), floor * ONE * ONE
    )
    return who, places, sums / (ONE * ONE)
