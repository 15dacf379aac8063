"""Sentences without a partner that are not to be called one-sided all the same.

In go `Side`s and the numbers of their sentences, out comes what each of the others may go with. A
caption often repeats a sentence of its body: what the other report may say of the one it may say of
both. And one statement is told in other words where its actor and rare words are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from corpus.comparison.sides import Side

TWIN = 0.6  # Dice coefficient of the weighted stems of two sentences of one article
CARRIED = 0.7  # share of the shorter one that the other has, where one is a caption: on 105
# development pairs both together took back 5 sentences of 2,626 called one-sided, one wrongly
FEWEST = 4  # stems of a caption that can be told from others
RARE = 3  # sentences of both articles, at most, in which a word tells something
TELLING = 2  # such words beside the actor's name: 6 sentences more, 4 of them said on both sides


def twins(
    side: Side,
    weight: Mapping[str, float],
    settled: Collection[int],
    *,
    without: Collection[int] = (),
) -> dict[int, int]:
    """For each sentence that is not settled its nearest twin, if it has one that is settled or has
    such a twin itself. `without`: sentences that are nobody's twin (titles face each other whatever
    they say)."""
    mass = [sum(weight.get(s, 1.0) for s in stems) for stems in side.stems]
    open_ones = {s.i for s in side.sentences} - set(settled) - set(without)
    known = sorted(set(settled) - set(without))
    found: dict[int, int] = {}
    while known:
        near = {}
        for i in sorted(open_ones):
            score, twin = max((_likeness(side, i, k, weight, mass), -k) for k in known)
            if score >= 1.0:
                near[i] = -twin
        found.update(near)
        open_ones -= near.keys()
        known = sorted(near)
    return found


def of_one_actor(
    left: Side, right: Side, only: tuple[Collection[int], Collection[int]]
) -> list[tuple[int, int]]:
    """Pairs of sentences out of `only` that share a name and `TELLING` words rare in both reports:
    what somebody said or did, in words of one's own. A name is one on both sides."""
    names = frozenset(_names(left)) & frozenset(_names(right))
    if not names:
        return []
    held = Counter(stem for stems in (*left.stems, *right.stems) for stem in stems)
    found = []
    for i in only[0]:
        for j in only[1]:
            shared = left.stems[i] & right.stems[j]
            rare = sum(held[stem] <= RARE for stem in shared - names)
            if rare >= TELLING and shared & names:
                found.append((i, j))
    return found


def _names(side: Side) -> Iterator[str]:
    """The stems of a side that are written with a capital within a sentence."""
    for surfaces, roots, stems in zip(side.surfaces, side.roots, side.stems, strict=True):
        for surface, root in zip(surfaces[1:], roots[1:], strict=True):
            if surface[0].isupper() and root in stems:
                yield root


def _likeness(
    side: Side, one: int, other: int, weight: Mapping[str, float], mass: list[float]
) -> float:
    """How near two sentences come to being twins; from 1 on they are."""
    shared = sum(weight.get(s, 1.0) for s in side.stems[one] & side.stems[other])
    both, less = mass[one] + mass[other], min(mass[one], mass[other])
    if not shared:
        return 0.0
    dice = 2 * shared / both / TWIN
    stems = min(len(side.stems[one]), len(side.stems[other]))
    roles = side.sentences[one].role, side.sentences[other].role
    caption = "caption" in roles and stems >= FEWEST
    return max(dice, shared / less / CARRIED if caption else 0.0)
