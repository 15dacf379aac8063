"""Which other stories are of the same matter as one: how like, and whether from the same days.

In go the articles of a story and of those that any of them is linked with, out come the near ones.
Links are kept of articles that share their weightiest words; here all words count, so that the
parts of one event that were told in other words are not missed: one debate was three stories.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.stories.shelving import Ask, entrants

if TYPE_CHECKING:
    from corpus.stories.likeness import Entrant

NEAR = 0.12  # from here on another story is named as what was before or after: mean, over the
# articles of the smaller one, of the likeness to the likest of the other
LARGEST = 30  # articles of a story that are held against others, the first
FLOOR = 0.02  # likeness below which two have nothing in common
SEVERAL, AT_ONCE = 2, 1
"""Reports, and days between, from which two stories are from the same days. Of 40 such pairs that
are near, of one campaign, 14 were one event and the others of one matter."""


@dataclass(frozen=True, slots=True)
class Near:
    """A story near to another, how like, and whether both are of several reports at one time."""

    story: int
    likeness: float
    at_once: bool


def near_stories(ask: Ask, story: int, members: Mapping[int, Sequence[int]]) -> list[Near]:
    """Which of the stories (their numbers → their articles') are near to this one of them."""
    told = {number: list(seqs[:LARGEST]) for number, seqs in members.items()}
    numbers = sorted({seq for seqs in told.values() for seq in seqs})
    known = {one.number: one for one in entrants(ask, numbers)}
    ours = [seq for seq in told.pop(story, []) if seq in known]
    others = [seq for seqs in told.values() for seq in seqs if seq in known]
    like = _likenesses([known[seq] for seq in ours], [known[seq] for seq in others])
    days = {seq: one.day for seq, one in known.items() if one.day}
    found = [
        Near(other, _mean(ours, theirs, like), _at_once(ours, theirs, days))
        for other, seqs in told.items()
        if ours and (theirs := [seq for seq in seqs if seq in known])
    ]
    return [one for one in found if one.likeness >= NEAR]


_Likenesses = dict[tuple[int, int], float]


def _likenesses(ours: Sequence[Entrant], theirs: Sequence[Entrant]) -> _Likenesses:
    """How like each of ours is to each of theirs, less what days take off."""
    from corpus.stories.nearest import Group, likest

    groups = [Group((one,)) for one in ours]
    return {
        (group.members[0].number, one.number): one.likeness
        for group, those in zip(
            groups, likest(groups, theirs, FLOOR, 0.0, len(theirs)), strict=True
        )
        for one in those
    }


def _mean(ours: Sequence[int], theirs: Sequence[int], like: _Likenesses) -> float:
    """The mean, over the smaller side's articles, of how like each is to its likest."""
    pairs = [[like.get((one, other), 0.0) for other in theirs] for one in ours]
    rows = pairs if len(ours) <= len(theirs) else list(zip(*pairs, strict=True))
    best: list[float] = [max(row) for row in rows]
    return sum(best) / len(best)


def _at_once(ours: Sequence[int], theirs: Sequence[int], days: Mapping[int, int]) -> bool:
    spans = [[days[seq] for seq in side if seq in days] for side in (ours, theirs)]
    if min(map(len, spans)) < SEVERAL:
        return False
    return max(map(min, spans)) - min(map(max, spans)) <= AT_ONCE
