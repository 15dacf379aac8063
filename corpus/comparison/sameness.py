"""What says that two sentences say the same, and in which words; which sentences are titles.

In go sentences of two `Side`s that face each other, out come "same" or "reworded", and the words
that both have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from corpus.comparison.facing import SideName
from corpus.comparison.likeness import Likeness
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS
from corpus.comparison.spellings import plainly
from corpus.words import NEGATIONS, Token

SAME = 0.75  # from here on two sentences are called the same, below it reworded
_PART, _CLEARLY = 0.45, 0.55
"""Share of a sentence's weight up to which only a part of it is matched, by itself and beside what
of the other one is: of 17 pairs read that are close in words 13 are so, each by a clause or more
that the other has not."""
_FEW = 8  # words of weight up to which one in the place of another rewords a sentence


def common(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], near: Likeness
) -> tuple[str, ...]:
    """The words that both sides of an alignment have, the rarest first."""
    ours = frozenset[str]().union(*(left.stems[i] for i in lefts))
    theirs = frozenset[str]().union(*(right.stems[j] for j in rights))
    shared = sorted(ours & theirs, key=lambda s: (-near.weight[s], s))
    return tuple(near.words_left[stem] for stem in shared)


def relation(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], near: Likeness
) -> Literal["same", "reworded"]:
    """ "same" only for one sentence against one with nearly the same words, where no number, no
    name and no negation stands on one side alone."""
    words = [[t.word for n in numbers for t in one.tokens[n]]
             for one, numbers in ((left, lefts), (right, rights))]  # fmt: skip
    if words[0] == words[1]:
        return "same"  # in capitals too, where no name can be told
    if len(lefts) != 1 or len(rights) != 1 or near.score(lefts[0], rights[0]) < SAME:
        return "reworded"
    (i,), (j,) = lefts, rights
    facts = [_facts(one.tokens[k], one.sentences[k].text) for one, k in ((left, i), (right, j))]
    return "reworded" if facts[0] != facts[1] or _replaced(left, right, i, j) else "same"


def part_of(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], near: Likeness
) -> SideName | None:
    """Whose sentence says clearly more than the one that faces it; None where neither does, of
    what several sentences say together, and where the shorter one has a number of its own."""
    if len(lefts) != 1 or len(rights) != 1:
        return None
    at = lefts[0], rights[0]
    ours, theirs = float(near.of_left[at]), float(near.of_right[at])
    if min(ours, theirs) > min(_PART, _CLEARLY * max(ours, theirs)):
        return None
    more, less = (left.words[at[0]], right.words[at[1]]), (right.words[at[1]], left.words[at[0]])
    whole, part = more if ours < theirs else less
    if any(word[0].isdigit() and word not in whole for word in part):
        return None  # "transferred 600 tons" is no part of what says nothing of them
    return "left" if ours < theirs else "right"


def _replaced(left: Side, right: Side, i: int, j: int) -> bool:
    """Whether a word of weight stands in the place of another in sentences of so few that each
    counts: "punched" and "slapped", which mean much the same, are not the same."""
    if max(len(left.stems[i]), len(right.stems[j])) > _FEW:
        return False
    ours, theirs = (
        {plainly(t.word) for t in one.tokens[k] if t.stem in one.stems[k] - other}
        for one, k, other in ((left, i, right.stems[j]), (right, j, left.stems[i]))
    )
    return bool(ours - theirs) and bool(theirs - ours)


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


def titles_of(side: Side) -> tuple[int, ...]:
    """The sentences of the title, which face those of the other title and nothing else."""
    return tuple(s.i for s in side.sentences if s.role == "title")
