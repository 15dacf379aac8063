"""Which sentences of a story say the same: an inverted index over all of them.

In go the `Side`s of all articles, out come scores for every two sentences of different articles
that have words in common: the weighted Dice coefficient of their stems, where a stem weighs the
more the fewer sentences of the story have it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.comparison.sides import Side

if TYPE_CHECKING:
    from numpy.typing import NDArray

Scores = dict[tuple[int, int], float]
StoryScores = Mapping[tuple[int, int], Scores]
"""The scores of two articles' sentences, by the numbers of the articles."""

FLOOR = 0.1  # lower scores are chance
LIKELY = 1.4  # a score of .3 is as likely the same as what `alignment` keeps (.42)
COMMON = 400  # sentences; a stem that more of them have finds nobody by itself


def scores(sides: Sequence[Side]) -> dict[tuple[int, int], Scores]:
    """For every two articles (a < b, by place) the scores of their sentences (i, j)."""
    import numpy as np

    owner = np.array([a for a, side in enumerate(sides) for _ in side.sentences], dtype=np.int64)
    first = np.cumsum([0, *(len(side.sentences) for side in sides)])
    stems = [found for side in sides for found in side.stems]
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(stems):
        for stem in found:
            holding[stem].append(number)
    weight = weights(sides)
    postings = {stem: np.array(at, dtype=np.int64) for stem, at in holding.items() if len(at) > 1}
    mass = np.array([sum(sorted(weight[stem] for stem in found)) for found in stems])
    result: dict[tuple[int, int], Scores] = {}
    for number, found in enumerate(stems):
        lists = [
            (postings[stem], weight[stem])
            for stem in sorted(found)
            if stem in postings and len(postings[stem]) <= COMMON
        ]
        if not lists:
            continue
        common = _added_up(lists, number + 1, len(stems))
        near = np.flatnonzero(common) + number + 1
        near = near[owner[near] != owner[number]]
        if not len(near):
            continue
        value = 2 * common[near - number - 1] / (mass[near] + mass[number])
        a = int(owner[number])
        for other, score in zip(near, value, strict=True):
            if score >= FLOOR:
                b = int(owner[other])
                pair = int(number - first[a]), int(other - first[b])
                result.setdefault((a, b), {})[pair] = min(1.0, float(score))
    return result


def weights(sides: Sequence[Side]) -> dict[str, float]:
    """What each stem weighs: ln(1 + N/sf) / ln(1 + N), over the N sentences of these sides."""
    count: Counter[str] = Counter()
    for side in sides:
        for found in side.stems:
            count.update(found)
    total = sum(len(side.stems) for side in sides)
    scale = math.log(1 + total) or 1.0
    return {stem: math.log(1 + total / n) / scale for stem, n in count.items()}


def _added_up(lists: list[tuple[NDArray[Any], float]], begin: int, end: int) -> NDArray[Any]:
    """The weights of the stems that each sentence from `begin` on has in common."""
    import numpy as np

    common = np.zeros(max(0, end - begin))
    for numbers, weight in lists:
        common[numbers[numbers.searchsorted(begin) :] - begin] += weight
    return common


def likely(scores: Scores) -> Scores:
    """How likely sentences say the same, by their scores, from 0 to 1."""
    return {pair: min(1.0, LIKELY * score) for pair, score in scores.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """The scores of two articles as the parts of a comparison ask for them."""

    scores: Scores

    def score(self, left: int, right: int) -> float:
        """The score of one pair of sentences; 0 where they have nothing in common."""
        return self.scores.get((left, right), 0.0)
