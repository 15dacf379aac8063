"""What comes nearest to the sentences that face nothing, and which of them are called one-sided.

In go two `Side`s with what faces each other, what may and what counts the same; out comes, for each
sentence that is left over, the one of the other side that is nearest, and why it is undecided
where it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.comparison.counted_otherwise import counted_otherwise
from corpus.comparison.evidence import Likelihoods
from corpus.comparison.facing import Alignment, Nearest, SideName
from corpus.comparison.likeness import Likeness
from corpus.comparison.sameness import titles_of
from corpus.comparison.sides import Side
from corpus.comparison.undecided import (
    commonest_names,
    of_one_actor,
    places,
    says_part_of,
    stays_open,
    twins,
)

OPENING = (0.05, 0.15)  # share of the other title that the first, the second sentence of a body
# carries from which it is not "only here": of 105 development pairs 79 of them were called so, 51
# rightly; with this, and with the pairs that are held for a figure, one-sided P .921 to .930, R
# .864 to .855. (That two left over come nearest to each other tells nothing: P .91 for these too.)
_PERHAPS = "the words make it possible, and nothing is nearer to either"
_OPEN = "the words do not rule it out"
_HELD = "they count or quote the same"
_SAYS_TITLE = "an opening that says part of the other title"
_TWIN = "a sentence much like it, on its own side, faces this one or may"
_ACTOR = "they share a name and rare words"
_NUMBER = "they give numbers that may be one, written otherwise"


def left_over(
    left: Side,
    right: Side,
    near: Likeness,
    likely: Likelihoods,
    held: Collection[tuple[int, int]],
    maybe: Mapping[int, int],
    alignments: Sequence[Alignment],
    apart: tuple[frozenset[int], frozenset[int]],
) -> tuple[Nearest, ...]:
    """What comes nearest to the sentences that face nothing, the left article's first.

    `held`: pairs (left, right) that count or quote the same; `maybe`: left → right that may say
    the same; `apart`: the sentences of either side that are set into it and are called neither
    one-sided nor undecided.
    """
    names = commonest_names(left, right)
    seen = _Seen(
        near.dice, near.of_left_in_two, near.of_right, likely, sorted(held), maybe, right.stems,
        names,
    )  # fmt: skip
    turned = _Seen(
        near.dice.T,
        near.of_right_in_two.T,
        near.of_left.T,
        {(j, i): value for (i, j), value in likely.items()},
        sorted((j, i) for i, j in held),
        {j: i for i, j in maybe.items()},
        left.stems,
        names,
    )
    paired = {i for a in alignments for i in a.left}, {j for a in alignments for j in a.right}
    nearest = (
        *_nearest(left, seen, titles_of(right), paired[0], "left"),
        *_nearest(right, turned, titles_of(left), paired[1], "right"),
    )
    nearest = (
        *_like_their_twins(left, near, likely, alignments, nearest, apart[0], "left"),
        *_like_their_twins(right, near, likely, alignments, nearest, apart[1], "right"),
    )
    nearest = _of_one_actor(left, right, near, likely, nearest, apart)
    nearest = _counted_otherwise(left, right, near, likely, nearest, apart)
    return tuple(replace(n, unsure=False, rule="") if _is_in(n, apart) else n for n in nearest)


def _is_in(found: Nearest, apart: tuple[frozenset[int], frozenset[int]]) -> bool:
    return found.sentence in apart[0 if found.side == "left" else 1]


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """The tables of two sides as one of them sees them: a row for each sentence of its own."""

    dice: Any
    in_two: Any
    of_other: Any  # share of the other's sentence that its own carries
    likely: Likelihoods
    held: list[tuple[int, int]]
    beside: Mapping[int, int]  # what each of its own is perhaps the same as
    stems: tuple[frozenset[str], ...]  # of the other's sentences
    names: frozenset[str]  # that both are full of


def _nearest(
    side: Side, seen: _Seen, titles: tuple[int, ...], paired: set[int], name: SideName
) -> Iterator[Nearest]:
    """For each sentence that faces nothing the one that comes nearest; or, where it is not to be
    called one-sided for another reason, the one that is the reason. `titles` are the other's."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), value in seen.likely.items():
        best[i] = max(best.get(i, (0.0, -1)), (value, j))
    held = dict(reversed(seen.held))
    opening = [s.i for s in side.sentences if s.role == "body"][: len(OPENING)]
    place = places(side)
    shares = seen.in_two.max(axis=1).tolist() if seen.dice.shape[1] else []
    for s in side.sentences:
        if s.i in paired or not seen.dice.shape[1]:
            continue
        value, other = best[s.i] if s.i in best else (0.0, int(seen.dice[s.i].argmax()))
        rule = _OPEN if stays_open(value, place[s.i]) else ""
        if s.i in seen.beside:
            rule, other = _PERHAPS, seen.beside[s.i]
        elif s.i in held:
            rule, other = _HELD, held[s.i]
        elif not rule and s.i in opening and titles:
            title = max(titles, key=lambda j: float(seen.of_other[s.i, j]))
            enough = seen.of_other[s.i, title] >= OPENING[opening.index(s.i)]
            if enough and says_part_of(seen.stems[title], side.stems[s.i], seen.names):
                rule, other = _SAYS_TITLE, title
        score = float(seen.dice[s.i, other])
        value = seen.likely.get((s.i, other), 0.0)
        yield Nearest(name, s.i, other, score, shares[s.i], value, bool(rule), rule)


def _like_their_twins(
    side: Side,
    near: Likeness,
    likely: Likelihoods,
    alignments: Sequence[Alignment],
    nearest: Sequence[Nearest],
    apart: frozenset[int],
    name: SideName,
) -> Iterator[Nearest]:
    """What came nearest to the sentences of a side, undecided also where a twin faces something
    or is undecided. `apart`: sentences that are nobody's twin."""
    here = {n.sentence: n for n in nearest if n.side == name}
    opposite = {i: n.other for i, n in here.items() if n.unsure}
    for a in alignments:
        ours, theirs = (a.left, a.right) if name == "left" else (a.right, a.left)
        opposite.update((i, theirs[0]) for i in ours)
    without = apart.union(titles_of(side))
    for i, twin in twins(side, near.weight, opposite.keys(), without=without).items():
        opposite[i] = opposite[twin]
        here[i] = _undecided(here[i], opposite[i], near, likely, _TWIN)
    yield from here.values()


def _of_one_actor(
    left: Side,
    right: Side,
    near: Likeness,
    likely: Likelihoods,
    nearest: Sequence[Nearest],
    apart: tuple[frozenset[int], frozenset[int]],
) -> tuple[Nearest, ...]:
    """The same with those undecided that share an actor and rare words with one left over, too."""
    open_ones = {(n.side, n.sentence): n for n in nearest}
    without = {"left": apart[0].union(titles_of(left)), "right": apart[1].union(titles_of(right))}
    left_over: dict[str, list[int]] = {"left": [], "right": []}
    for n in nearest:
        if not n.unsure and n.sentence not in without[n.side]:
            left_over[n.side].append(n.sentence)
    for i, j in of_one_actor(left, right, (left_over["left"], left_over["right"])):
        ours, theirs = open_ones["left", i], open_ones["right", j]
        open_ones["left", i] = _undecided(ours, j, near, likely, _ACTOR)
        open_ones["right", j] = _undecided(theirs, i, near, likely, _ACTOR)
    return tuple(open_ones.values())


def _counted_otherwise(
    left: Side,
    right: Side,
    near: Likeness,
    likely: Likelihoods,
    nearest: Sequence[Nearest],
    apart: tuple[frozenset[int], frozenset[int]],
) -> tuple[Nearest, ...]:
    """The same with those undecided whose number may be one of a sentence left over, or open."""
    found = {(n.side, n.sentence): n for n in nearest}
    without = {"left": apart[0].union(titles_of(left)), "right": apart[1].union(titles_of(right))}
    over: dict[str, set[int]] = {"left": set(), "right": set()}
    for n in nearest:
        if n.sentence not in without[n.side]:
            over[n.side].add(n.sentence)
    for i, j in counted_otherwise(left, right, (over["left"], over["right"])):
        ours, theirs = found["left", i], found["right", j]
        if not ours.unsure:
            found["left", i] = _undecided(ours, j, near, likely, _NUMBER)
        if not theirs.unsure:
            found["right", j] = _undecided(theirs, i, near, likely, _NUMBER)
    return tuple(found.values())


def _undecided(
    found: Nearest, other: int, near: Likeness, likely: Likelihoods, rule: str
) -> Nearest:
    """A sentence that is undecided for the sake of another than the one that is nearest."""
    pair = (found.sentence, other) if found.side == "left" else (other, found.sentence)
    return replace(
        found,
        other=other,
        score=near.score(*pair),
        likelihood=likely.get(pair, 0.0),
        unsure=True,
        rule=rule,
    )
