"""What speaks for two sentences saying the same, weighed into one likelihood.

In go two `Side`s with the tables of their likeness, out comes a likelihood for every pair of
sentences that has enough in common to be looked at. It weighs how much of each the other
carries with what those shares cannot see: letters in the same order, equal numbers, one speaker,
a quotation in both, the same said in other words, neighbours that are alike too, a better partner
elsewhere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.comparison.attribution import Attribution
from corpus.comparison.event_signs import EventAnswer
from corpus.comparison.letters import letters
from corpus.comparison.likeness import Likeness
from corpus.comparison.meetings import Held, Places, common
from corpus.comparison.result import QuotationPair
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS
from corpus.comparison.surroundings import around, beside
from corpus.comparison.synonyms import said_otherwise
from corpus.comparison.together import equal_figures, one_source
from corpus.words import WEEK, word_and_stem, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 12  # sentences of the other side that one is held against, the nearest first
LOOKED_AT = 0.1  # soft Dice coefficient below which two sentences never say the same
_QUOTED = 0.6  # share of the shorter quotation that must match to speak for its sentences
_MARKS = '"“”'
_OFFICES = frozenset(
    """spokesman spokeswoman president police chief minister officer sgt secretary general senator
    director official officials lawyer coach mayor governor gov vice rep sen judge""".split()
)
BY_CHANCE = frozenset(("one", "first", *WEEK))  # numbers that two sentences share by chance

_NUMBERS = NUMBERS - BY_CHANCE

WEIGHTS = {
    "less": -3.13,
    "ahead": 2.92,
    "ahead in letters": 3.64,
    "numbers": 0.69,
    "figures": 1.43,
    "quoted": 2.45,
    "speaker": -0.73,
    "one source": 0.77,
    "meaning": 1.22,
    "otherwise": 0.87,
    "in two": 1.59,
    "apart": -1.15,
    "letters": 9.00,
    "shared": 0.65,
    "around": 0.60,
    "beside": 2.09,
    "rank": 0.69,
    "one quotes": -0.47,
    "both quote": -0.82,
    "caption": -0.86,
}
BIAS = -5.83
# Fitted on 123 development pairs. Cross-validated, no event in both parts: from .44 on sentences
# say the same with P .82, R .55; what is then called of one side is so with P .94, R .82.

_ODDS: dict[EventAnswer, float] = {
    "same": 1.0,
    "perhaps": math.exp(-1.3),
    "different": math.exp(-2.2),
}
"""What the odds of two sentences are multiplied by, for what is said of the two reports: in two of
different events the same names and words stand in sentences that say other things. Of 172 pairs
laid beside each other in reports that are perhaps of one event, 115 say the same, where the words
alone promise 143; of 77 read in 614 pairs of reports of different events 41, instead of 66."""

Likelihoods = dict[tuple[int, int], float]
Said = dict[int, Attribution]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """The pairs of sentences looked at, and for each a row of what speaks for and against it, in
    the order of `WEIGHTS`."""

    pairs: list[tuple[int, int]]
    table: NDArray[Any]


def likelihoods(
    left: Side,
    right: Side,
    near: Likeness,
    said: tuple[Said, Said],
    quoted: tuple[QuotationPair, ...],
) -> Likelihoods:
    """For each pair looked at, from 0 to 1, how likely its sentences say the same.

    A logistic regression over what `evidence` gives; weights and their fit: benchmarks/accuracy/
    comparison_fit.py. Titles are left out: they face each other whatever they say.
    """
    import numpy as np

    found = evidence(left, right, near, said, quoted)
    total = found.table @ np.array(list(WEIGHTS.values())) + BIAS
    return dict(zip(found.pairs, (1 / (1 + np.exp(-total))).tolist(), strict=True))


def measured(likelihood: float, answer: EventAnswer) -> float:
    """A likelihood as it holds where two reports are said to be of one event, perhaps of one, or
    of two.

    >>> round(measured(0.9, "different"), 2)
    0.5
    """
    odds = _ODDS[answer]
    return likelihood * odds / (1 - likelihood + likelihood * odds)


def evidence(
    left: Side,
    right: Side,
    near: Likeness,
    said: tuple[Said, Said],
    quoted: tuple[QuotationPair, ...],
) -> Evidence:
    """What speaks for and against each pair; symmetric in the two sides."""
    import numpy as np

    dice = _less_titles(left, right, near.dice)
    looked_at = dice >= LOOKED_AT
    if max(dice.shape) > MOST:
        looked_at &= _among_best(dice) | _among_best(dice.T).T
    at = i, j = np.nonzero(looked_at)
    pairs = list(zip(i.tolist(), j.tolist(), strict=True))
    if not pairs:
        return Evidence([], np.zeros((0, len(WEIGHTS))))
    both = {(a, b) for q in quoted if q.score >= _QUOTED for a in q.left for b in q.right}
    places = Places(i, j, dice.shape)
    score = dice[at]
    rivals = _rival(dice, i, score), _rival(dice.T, j, score)
    shared, speaker = _shared(left, right, near, said, places)
    quotes = _quotes(left)[i].astype(int) + _quotes(right)[j]
    by_letters = letters(left, right, places)
    spelt = np.zeros(dice.shape, dtype=np.float32)
    spelt[at] = by_letters
    found = {
        "less": np.minimum(near.of_left[at], near.of_right[at]),
        "ahead": score - np.maximum(*rivals),
        "ahead in letters": by_letters
        - np.minimum(_rival_among(i, by_letters), _rival_among(j, by_letters)),
        "numbers": np.minimum(2, _numbers_shared(left, right, places)),
        "figures": np.minimum(2, equal_figures(left, right, places)),
        "quoted": np.array([pair in both for pair in pairs]),
        "speaker": speaker,
        "one source": one_source(said, places),
        "meaning": near.meaning[at],
        "otherwise": said_otherwise(left, right, places),
        "in two": _in_two(near, i, j),
        "apart": np.abs(i / dice.shape[0] - j / dice.shape[1]),
        "letters": by_letters,
        "shared": shared,
        "around": around(spelt, places),
        "beside": beside(dice, places),
        "rank": np.maximum(1 / _rank(i, score), 1 / _rank(j, score)),
        "one quotes": quotes == 1,
        "both quote": quotes == 2,
        "caption": _captions(left)[i] | _captions(right)[j],
    }
    return Evidence(pairs, np.column_stack([found[name] for name in WEIGHTS]).astype(float))


def _less_titles(left: Side, right: Side, dice: Any) -> Any:
    """The table without what faces a title: titles face each other whatever they say."""
    for side, rows in ((left, True), (right, False)):
        titles = [s.i for s in side.sentences if s.role == "title"]
        if titles:
            dice = dice.copy()
            dice[titles if rows else (slice(None), titles)] = 0.0
    return dice


def _in_two(near: Likeness, i: Any, j: Any) -> Any:
    """How much of either sentence the other carries together with one of its neighbours."""
    import numpy as np

    before = np.maximum(i - 1, 0), np.maximum(j - 1, 0)
    of_left = np.maximum(near.of_left_in_two[i, j], near.of_left_in_two[i, before[1]])
    of_right = np.maximum(near.of_right_in_two[i, j], near.of_right_in_two[before[0], j])
    return np.maximum(of_left, of_right)


def _among_best(dice: Any) -> Any:
    """Where a score is among the best of its row."""
    import numpy as np

    size = dice.shape[1]
    if size <= MOST:
        return np.ones(dice.shape, dtype=bool)
    least = np.partition(dice, size - MOST, axis=1)[:, size - MOST, None]
    return dice >= least


def _rival(table: Any, rows: Any, scores: Any) -> Any:
    """The best of the row of each score, or the second best where the score is the best."""
    import numpy as np

    if table.shape[1] < 2:
        return np.zeros(len(rows))
    two = np.partition(table, table.shape[1] - 2, axis=1)[:, -2:]
    return np.where(scores >= two[rows, 1], two[rows, 0], two[rows, 1])


def _rival_among(of: Any, scores: Any) -> Any:
    """The same of those pairs alone that are looked at: `of` says whose pairs they are."""
    import numpy as np

    order = np.lexsort((-scores, of))
    sentences = of[order]
    first = np.searchsorted(sentences, of)
    best = scores[order[first]]
    second = np.minimum(first + 1, len(of) - 1)
    other = np.where(sentences[second] == of, scores[order[second]], 0.0)
    return np.where(scores >= best, np.where(second > first, other, 0.0), best)


def _rank(of: Any, scores: Any) -> Any:
    """Which of the pairs of its sentence each is, 1 the nearest."""
    import numpy as np

    order = np.lexsort((-scores, of))
    sentences = of[order]
    rank = np.empty(len(of))
    rank[order] = 1 + np.arange(len(of)) - np.searchsorted(sentences, sentences)
    return rank


def _shared(
    left: Side, right: Side, near: Likeness, said: tuple[Said, Said], at: Places
) -> tuple[Any, Any]:
    """The weight of all equal stems, and of those that name who says it on either side."""
    import numpy as np

    number = {stem: n for n, stem in enumerate(near.weight)}
    weight = np.array(list(near.weight.values()))
    whole, less = [], []
    for side, by in ((left, said[0]), (right, said[1])):
        sizes = [len(stems) for stems in side.stems]
        rows = np.repeat(np.arange(len(sizes)), sizes)
        things = np.array([number[s] for stems in side.stems for s in stems], dtype=np.int64)
        kept = np.ones(len(things), dtype=bool)
        starts = np.cumsum([0, *sizes])
        for n, one in by.items():
            names = _speaker(side, n, one)
            kept[starts[n] : starts[n + 1]] = [stem not in names for stem in side.stems[n]]
        whole.append(Held(rows, things))
        less.append(Held(rows[kept], things[kept]))
    shared = common(whole[0], whole[1], weight, at)
    return shared, shared - common(less[0], less[1], weight, at)


def _numbers_shared(left: Side, right: Side, at: Places) -> Any:
    """How many numbers two sentences have in common."""
    import numpy as np

    number: dict[str, int] = {}
    entries = []
    for side in (left, right):
        told = {f for f in frozenset().union(*side.words) if f in _NUMBERS or f[0].isdigit()}
        rows = {
            (n, number.setdefault(root, len(number)))
            for n, words in enumerate(side.words)
            if not told.isdisjoint(words)
            for form, root in zip(side.forms[n], side.roots[n], strict=True)
            if form in told
        }
        entries.append(np.array(sorted(rows), dtype=np.int64).reshape(-1, 2))
    held = [Held(rows[:, 0], rows[:, 1]) for rows in entries]
    return common(held[0], held[1], np.ones(len(number)), at)


def _quotes(side: Side) -> Any:
    """Which sentences hold a quotation mark."""
    import numpy as np

    return np.array([any(mark in s.text for mark in _MARKS) for s in side.sentences])


def _captions(side: Side) -> Any:
    import numpy as np

    return np.array([s.role == "caption" for s in side.sentences])


def _speaker(side: Side, number: int, said: Attribution) -> frozenset[str]:
    """The stems that name whoever says a sentence, with what stands before the name."""
    forms, surfaces = side.forms[number], side.surfaces[number]
    found: set[str] = set()
    for named in (said.source, *said.via):
        words = [word_and_stem(surface) for surface in written(named.name)] if named else []
        if not words or words[0][0] not in forms:
            continue
        found.update(root for _, root in words)
        first = forms.index(words[0][0])
        while first and (surfaces[first - 1][0].isupper() or forms[first - 1] in _OFFICES):
            first -= 1
            found.add(side.roots[number][first])
    return frozenset(found)
