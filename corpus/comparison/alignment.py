"""Which sentences of two articles face each other: n:m, in any order.

In go two `Side`s, out come `Alignment`s and the numbers of sentences that stand on one side
only. Outlets reorder and split what they report, so neither a one-to-one matching nor a
monotone path fits; each sentence keeps the partners that are near its best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from corpus.comparison.likeness import Likeness
from corpus.comparison.result import Alignment, Nearest, SideName
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS
from corpus.words import NEGATIONS, Token

KEEP = 0.22  # lowest score of a pair; with HALF the best F1 on hand-labelled pairs (.73)
HALF = 0.5  # a pair is kept only at half of its row's and its column's best or more
SURE = 0.35  # below this two sentences must share two words, or one that is rare in both texts
RARE = 0.6  # weight of a word that at most two or three sentences of both articles have
SAME = 0.75  # from here on two sentences are called the same, below it reworded

Pairs = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Aligned:
    """What faces each other, what stands on one side only, and what came nearest to that."""

    alignments: tuple[Alignment, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
    nearest: tuple[Nearest, ...]


def align(left: Side, right: Side, near: Likeness) -> Aligned:
    """Lay the sentences of two sides against each other.

    Two titles always face each other and nothing else, whatever their score. Alignments come
    in the order of the left article.
    """
    titles = _titles(left, right)
    kept = _kept(left, right, near)
    if titles is not None:
        kept = {pair: score for pair, score in kept.items() if 0 not in pair}
        kept[titles] = near.score(*titles)
    alignments = tuple(
        Alignment(
            lefts,
            rights,
            value,
            _relation(left, right, lefts, rights, value),
            "titles face each other"
            if (lefts, rights) == ((0,), (0,)) and titles
            else "common words",
            _common(left, right, lefts, rights, near),
        )
        for lefts, rights, value in _stars(kept)
    )
    paired = {i for i, _ in kept}, {j for _, j in kept}
    nearest = (
        *_nearest(left, near.dice, near.of_left_in_two, paired[0], "left"),
        *_nearest(right, near.dice.T, near.of_right_in_two.T, paired[1], "right"),
    )
    settled = (
        paired[0] | {n.sentence for n in nearest if n.unsure and n.side == "left"},
        paired[1] | {n.sentence for n in nearest if n.unsure and n.side == "right"},
    )
    return Aligned(
        alignments,
        tuple(s.i for s in left.sentences if s.i not in settled[0]),
        tuple(s.i for s in right.sentences if s.i not in settled[1]),
        nearest,
    )


def _kept(left: Side, right: Side, near: Likeness) -> Pairs:
    """Pairs that score enough, and enough beside the best of their row and column."""
    import numpy as np

    dice = near.dice
    if not dice.size:
        return {}
    rows = dice.max(axis=1, keepdims=True)
    columns = dice.max(axis=0, keepdims=True)
    enough = (dice >= KEEP) & (dice >= HALF * rows) & (dice >= HALF * columns)
    return {
        (i, j): float(dice[i, j])
        for i, j in np.argwhere(enough).tolist()
        if _grounded(left.stems[i] & right.stems[j], float(dice[i, j]), near.weight)
    }


def _nearest(
    side: Side, dice: Any, in_two: Any, paired: set[int], name: SideName
) -> Iterator[Nearest]:
    for s in side.sentences:
        if s.i in paired or not dice.shape[1]:
            continue
        other = int(dice[s.i].argmax())
        share = float(in_two[s.i].max())
        yield Nearest(name, s.i, other, float(dice[s.i, other]), share, False)


def _common(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], near: Likeness
) -> tuple[str, ...]:
    """The words that both sides of an alignment have, the rarest first."""
    ours = frozenset[str]().union(*(left.stems[i] for i in lefts))
    theirs = frozenset[str]().union(*(right.stems[j] for j in rights))
    words = {t.stem: t.word for i in lefts for t in left.tokens[i] if t.stem in theirs & ours}
    return tuple(words[s] for s in sorted(words, key=lambda s: (-near.weight[s], s)))


def _grounded(shared: frozenset[str], score: float, weight: dict[str, float]) -> bool:
    """Whether a pair rests on common words, not on near ones alone."""
    if score >= SURE or len(shared) >= 2:
        return bool(shared)
    return any(weight[stem] >= RARE for stem in shared)


def _relation(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], score: float
) -> Literal["same", "reworded"]:
    """ "same" only for one sentence against one with nearly the same words, where no number, no
    name and no negation stands on one side alone."""
    if score < SAME or len(lefts) != 1 or len(rights) != 1:
        return "reworded"
    (i,), (j,) = lefts, rights
    facts = [_facts(one.tokens[k], one.sentences[k].text) for one, k in ((left, i), (right, j))]
    return "same" if facts[0] == facts[1] else "reworded"


def _facts(tokens: Sequence[Token], text: str) -> Counter[str]:
    """The words of a sentence that change what it says when they change."""
    return Counter(
        token.stem
        for k, token in enumerate(tokens)
        if token.word[0].isdigit()
        or token.word in NEGATIONS
        or token.word.endswith("n't")
        or token.word in NUMBERS
        or (k and text[token.start].isupper())
    )


def _titles(left: Side, right: Side) -> tuple[int, int] | None:
    pair = []
    for one in (left, right):
        if not one.sentences or one.sentences[0].role != "title":
            return None
        pair.append(0)
    return pair[0], pair[1]


def _stars(kept: Pairs) -> list[tuple[tuple[int, ...], tuple[int, ...], float]]:
    """Group pairs into stars, one sentence against one or more: never a pair that was not kept.

    Strongest pairs first; a sentence that already stands in a star as its centre takes
    further partners, others wait for their own.
    """
    open_pairs = dict(sorted(kept.items(), key=lambda item: (-item[1], item[0])))
    rows: defaultdict[int, list[int]] = defaultdict(list)
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in open_pairs:
        rows[i].append(j)
        columns[j].append(i)
    stars = []
    taken: set[tuple[int, int]] = set()
    for i, j in open_pairs:
        if (i, j) in taken:
            continue
        rest_right = [b for b in rows[i] if (i, b) not in taken]
        rest_left = [a for a in columns[j] if (a, j) not in taken]
        if len(rest_right) >= len(rest_left):
            pairs = [(i, b) for b in rest_right]
        else:
            pairs = [(a, j) for a in rest_left]
        taken.update(pairs)
        stars.append(
            (
                tuple(sorted({a for a, _ in pairs})),
                tuple(sorted({b for _, b in pairs})),
                max(kept[p] for p in pairs),
            )
        )
    return sorted(stars)
