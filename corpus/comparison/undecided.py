"""Sentences without a partner that are not to be called one-sided all the same.

In go `Side`s and the numbers of their sentences, out comes what each of the others may go with. Few
face one that may say the same, each one at most; of the others it stays open. What a report opens
with is seldom told by it alone. A caption often repeats a sentence of its body: what the other
report may say of the one it may say of both. And one statement is told in other words where its
actor and rare words are the same.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from corpus.comparison.evidence import Likelihoods
from corpus.comparison.sides import Side

PERHAPS = 0.22  # lowest likelihood of two that are shown as perhaps the same; see `perhaps`
NEAR_BEST = 0.5  # the same, as a share of what a sentence is likely to say the same with already
OPEN = (
    0.04  # odds of its likeliest partner from which the first sentence of a body stays open; they
)
# rise with the square root of its place, for of sentences said to be of one side alone the first
# five were so in .78, those from the twentieth on in .97. On 123 development pairs one-sided
# P .923, 2,653 right with one limit for all, P .941, 2,550 right so
LAST = 30  # place from which the odds rise no more
BESIDE_BODY = 3  # the place that a caption counts as

TWIN = 0.6  # Dice coefficient of the weighted stems of two sentences of one article
CARRIED = 0.7  # share of the shorter one that the other has, where one is a caption: on 105
# development pairs both together took back 5 sentences of 2,626 called one-sided, one wrongly
COMMONEST = 3  # names of whom both reports tell, at most
OF_TITLE = 2  # words of a title beside them that a sentence must have to say part of it
_LEAST = TWIN / (2 - TWIN) - 1e-6  # share of a sentence's weight that its twin has, at least
FEWEST = 4  # stems of a caption that can be told from others
RARE = 3  # sentences of both articles, at most, in which a word tells something
TELLING = 2  # such words beside the actor's name: 6 sentences more, 4 of them said on both sides


def perhaps(
    likely: Likelihoods,
    kept: Likelihoods,
    without: tuple[Collection[int], Collection[int]],
) -> list[tuple[int, int]]:
    """Pairs of sentences that may say the same, of which one at least faces nothing (`kept`: the
    pairs that face each other). The likeliest first, and none twice; one that faces another already
    only with what comes near that. `without`: sentences of either side that take no part.

    On 123 development pairs 960 sentences were undecided, each beside its likeliest: with one that
    says the same or half of it .40. Of 186 such pairs it is .61.
    """
    best: dict[tuple[int, int], float] = {}
    for pair, value in kept.items():
        for end in enumerate(pair):
            best[end] = max(best.get(end, 0.0), value)
    taken: set[tuple[int, int]] = set()
    found = []
    # Two pairs in each other's way have one number in common: of equals the order is the same
    # whichever side is left.
    for pair, value in sorted(likely.items(), key=lambda item: (-item[1], sum(item[0]))):
        if value < PERHAPS:
            break
        ends = tuple(enumerate(pair))
        if pair in kept or taken.intersection(ends) or all(end in best for end in ends):
            continue
        if pair[0] in without[0] or pair[1] in without[1]:
            continue
        if any(value < NEAR_BEST * best.get(end, 0.0) for end in ends):
            continue
        taken.update(ends)
        found.append(pair)
    return sorted(found)


def places(side: Side) -> dict[int, int]:
    """Where each sentence stands in its report, the first of the body being 0."""
    body = [s.i for s in side.sentences if s.role == "body"]
    beside = {s.i: BESIDE_BODY if s.role == "caption" else 0 for s in side.sentences}
    return beside | {number: place for place, number in enumerate(body)}


def stays_open(likelihood: float, place: int) -> bool:
    """Whether a sentence at a place of its report is not to be called one-sided, by the likelihood
    that its likeliest partner says the same."""
    odds = OPEN * math.sqrt(1 + min(place, LAST))
    return likelihood >= (1 - likelihood) * odds


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
    known = set(settled) - set(without)
    found: dict[int, int] = {}
    candidates = _Candidates(side, weight, mass) if known and open_ones else None
    while known and candidates is not None:
        near = {}
        for i in sorted(open_ones):
            score, twin = max(
                ((_likeness(side, i, k, weight, mass), -k) for k in candidates.of(i, known)),
                default=(0.0, 0),
            )
            if score >= 1.0:
                near[i] = -twin
        found.update(near)
        open_ones -= near.keys()
        known = set(near)
    return found


class _Candidates:
    """Which sentences of a side can be twins at all: a pair as near as `TWIN` shares one of the
    rarest stems of either, those that carry more than a twin may lack (the prefix filter of
    Chaudhuri, Ganti and Kaushik 2006). Only captions are held against everything."""

    def __init__(self, side: Side, weight: Mapping[str, float], mass: list[float]) -> None:
        self._side, self._weight, self._mass = side, weight, mass
        self._captions = {s.i for s in side.sentences if s.role == "caption"}
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for i, stems in enumerate(side.stems):
            for stem in stems:
                self._holding[stem].append(i)

    def of(self, number: int, known: set[int]) -> set[int]:
        """Those of the known ones that may be the twin of a sentence."""
        if number in self._captions:
            return known
        found = self._captions & known
        rest = self._mass[number]
        for stem in sorted(self._side.stems[number], key=lambda s: len(self._holding[s])):
            if rest < _LEAST * self._mass[number]:
                break
            rest -= self._weight.get(stem, 1.0)
            found.update(known.intersection(self._holding[stem]))
        return found


def commonest_names(left: Side, right: Side) -> frozenset[str]:
    """The stems of the few names that both reports are full of: they tell no sentence from
    another."""
    held = Counter((*_names(left), *_names(right)))
    most = sorted(held, key=lambda name: (-held[name], name))[:COMMONEST]
    return frozenset(name for name in most if held[name] > RARE)


def says_part_of(title: frozenset[str], said: frozenset[str], names: frozenset[str]) -> bool:
    """Whether a sentence says part of a title, beside the `names` that are everywhere: all are
    given by their stems."""
    return len((title & said) - names) >= OF_TITLE


def of_one_actor(
    left: Side, right: Side, only: tuple[Collection[int], Collection[int]]
) -> list[tuple[int, int]]:
    """Pairs of sentences out of `only` that share a name and `TELLING` words rare in both reports:
    what somebody said or did, in words of one's own. A name is one on both sides."""
    names = frozenset(_names(left)) & frozenset(_names(right))
    if not names:
        return []
    held = Counter(stem for stems in (*left.stems, *right.stems) for stem in stems)
    rare = frozenset(stem for stem, count in held.items() if count <= RARE) - names
    ours, theirs = (
        [
            (i, side.stems[i] & names, side.stems[i] & rare)
            for i in numbers
            if not side.stems[i].isdisjoint(names)
        ]
        for side, numbers in ((left, only[0]), (right, only[1]))
    )
    return [
        (i, j)
        for i, who, words in ours
        if len(words) >= TELLING
        for j, other, others in theirs
        if not who.isdisjoint(other) and len(words & others) >= TELLING
    ]


def _names(side: Side) -> tuple[str, ...]:
    """The stems of a side that are written with a capital within a sentence."""
    if "names" not in side.read:
        side.read["names"] = tuple(_capitals(side))
    found: tuple[str, ...] = side.read["names"]
    return found


def _capitals(side: Side) -> Iterator[str]:
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
