"""What speaks for two sentences saying the same, weighed into one likelihood.

In go two `Side`s with the tables of their likeness, out comes a likelihood for every pair of
sentences that has enough in common to be looked at. It weighs how much of each the other
carries with what those shares cannot see: words that keep their neighbours, one clause carried
whole, equal numbers, one speaker, a quotation in both, a better partner elsewhere.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.comparison.attribution import Attribution
from corpus.comparison.likeness import Likeness
from corpus.comparison.result import QuotationPair
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS
from corpus.words import content_stem, word_and_stem, written

MOST = 12  # sentences of the other side that one is held against, the nearest first
LOOKED_AT = 0.17  # soft Dice coefficient below which two sentences never say the same
_BREAKS = frozenset(
    """who which that and but while when after before as because where since although though amid
    despite with , ; : — – ( “ ” \"""".split()
)
_WORD_OR_MARK = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+[^\W\d_]+|[,;:—–(“”\"]")
_SHORT = 3  # content words below which a clause goes with its neighbour
_WHOLE = 1.5  # weight from which a clause counts in full
_OFFICES = frozenset(
    """spokesman spokeswoman president police chief minister officer sgt secretary general senator
    director official officials lawyer coach mayor governor gov vice rep sen judge""".split()
)
_DAYS = frozenset(
    "one first monday tuesday wednesday thursday friday saturday sunday".split()
)  # numbers that two sentences of one event share by chance

_NUMBERS = NUMBERS - _DAYS

WEIGHTS = {
    "more": 0.49,
    "less": -0.51,
    "beside": -0.50,
    "ahead": 3.27,
    "numbers": 0.76,
    "neighbours": 0.55,
    "quoted": 0.87,
    "core": 0.77,
    "speaker": -0.16,
    "meaning": 1.60,
    "clause": 0.97,
    "core beside": 0.12,
    "around": 1.57,
    "rarest": 2.52,
    "unnamed": 0.38,
    "in two": 2.46,
    "apart": -1.29,
}
BIAS = -5.76  # fitted on 105 development pairs; each tenth judged by weights fitted on the others,
# without titles, from .40 on: P .79, R .54


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What is asked of one sentence again and again."""

    numbers: frozenset[str]
    neighbours: frozenset[tuple[str, str]]  # content stems that stand side by side
    clauses: tuple[frozenset[str], ...]
    speaker: frozenset[str]  # stems that name who says it, with the office
    named: frozenset[str]  # stems of words with a capital, the first word apart


Likelihoods = dict[tuple[int, int], float]


def likelihoods(
    left: Side,
    right: Side,
    near: Likeness,
    said: tuple[dict[int, Attribution], dict[int, Attribution]],
    quoted: tuple[QuotationPair, ...],
) -> Likelihoods:
    """For each pair looked at, from 0 to 1, how likely its sentences say the same.

    A logistic regression over what `evidence` gives; weights and their fit: benchmarks/accuracy/
    comparison_fit.py. Titles are left out: they face each other whatever they say.
    """
    result: Likelihoods = {}
    for pair, features in evidence(left, right, near, said, quoted).items():
        total = BIAS + sum(WEIGHTS[name] * value for name, value in features.items())
        result[pair] = 1 / (1 + math.exp(-total))
    return result


def evidence(
    left: Side,
    right: Side,
    near: Likeness,
    said: tuple[dict[int, Attribution], dict[int, Attribution]],
    quoted: tuple[QuotationPair, ...],
) -> dict[tuple[int, int], dict[str, float]]:
    """What speaks for and against each pair, by name; symmetric in the two sides."""
    import numpy as np

    looked_at = near.dice >= LOOKED_AT
    if max(near.dice.shape) > MOST:
        looked_at &= _among_best(near.dice) | _among_best(near.dice.T).T
    pairs = [
        (i, j)
        for i, j in np.argwhere(looked_at).tolist()
        if left.sentences[i].role != "title" and right.sentences[j].role != "title"
    ]
    if not pairs:
        return {}
    both = {(i, j) for q in quoted if q.score >= _QUOTED for i in q.left for j in q.right}
    ours = _sentences(left, {i for i, _ in pairs}, said[0])
    theirs = _sentences(right, {j for _, j in pairs}, said[1])
    weight = near.weight
    dice = near.dice
    places = tuple(zip(*pairs, strict=True))
    values = zip(
        *(
            table[places].tolist()
            for table in (dice, near.of_left, near.of_right, near.meaning, _in_two(near))
        ),
        strict=True,
    )
    core = {
        (i, j): _core(left.stems[i], right.stems[j], ours[i], theirs[j], weight) for i, j in pairs
    }
    best = _two_best(near.dice), _two_best(near.dice.T)
    best_core = _best_of(core)
    found = {}
    for (i, j), (score, of_left, of_right, meaning, in_two) in zip(pairs, values, strict=True):
        one, other = ours[i], theirs[j]
        shared = left.stems[i] & right.stems[j]
        rival = max(_other(best[0][i], score), _other(best[1][j], score))
        rival_core = max(_other(best_core[0][i], core[i, j]), _other(best_core[1][j], core[i, j]))
        found[i, j] = {
            "more": max(of_left, of_right),
            "less": min(of_left, of_right),
            "beside": min(1.0, score / rival) if rival > 0 else 1.0,
            "ahead": score - rival,
            "numbers": float(min(2, len(one.numbers & other.numbers))),
            "neighbours": min(
                3.0,
                sum((weight[a] + weight[b]) / 2 for a, b in one.neighbours & other.neighbours),
            ),
            "quoted": float((i, j) in both),
            "core": core[i, j],
            "speaker": _sum((one.speaker | other.speaker) & shared, weight),
            "meaning": meaning,
            "clause": max(
                _clause(one, right.stems[j], weight), _clause(other, left.stems[i], weight)
            ),
            "core beside": core[i, j] / max(core[i, j], rival_core, 0.01),
            "around": max(
                (
                    float(dice[i + step, j + step])
                    for step in (-1, 1)
                    if 0 <= i + step < dice.shape[0] and 0 <= j + step < dice.shape[1]
                ),
                default=0.0,
            ),
            "rarest": max((weight[s] for s in shared), default=0.0),
            "unnamed": _sum(shared - one.named - other.named, weight),
            "in two": in_two,
            "apart": abs(i / dice.shape[0] - j / dice.shape[1]),
        }
    return found


def _in_two(near: Likeness) -> Any:
    """How much of either sentence the other carries together with one of its neighbours."""
    import numpy as np

    of_left, of_right = near.of_left_in_two.copy(), near.of_right_in_two.copy()
    of_left[:, 1:] = np.maximum(of_left[:, 1:], near.of_left_in_two[:, :-1])
    of_right[1:] = np.maximum(of_right[1:], near.of_right_in_two[:-1])
    return np.maximum(of_left, of_right)


def _among_best(dice: Any) -> Any:
    """Where a score is among the best of its row."""
    import numpy as np

    size = dice.shape[1]
    if size <= MOST:
        return np.ones(dice.shape, dtype=bool)
    least = np.partition(dice, size - MOST, axis=1)[:, size - MOST, None]
    return dice >= least


_QUOTED = 0.6  # share of the shorter quotation that must match to speak for its sentences


def _sum(stems: frozenset[str], weight: dict[str, float]) -> float:
    return sum(map(weight.__getitem__, stems))


def _core(
    ours: frozenset[str],
    theirs: frozenset[str],
    one: _Sentence,
    other: _Sentence,
    weight: dict[str, float],
) -> float:
    """Dice coefficient of equal stems without those that only name the speaker."""
    a, b = ours - one.speaker, theirs - other.speaker
    mass = _sum(a, weight) + _sum(b, weight)
    return 2 * _sum(a & b, weight) / mass if mass else 0.0


def _clause(one: _Sentence, stems: frozenset[str], weight: dict[str, float]) -> float:
    """How much of its best clause stands in the other sentence; short clauses count less."""
    best = 0.0
    for clause in one.clauses:
        mass = _sum(clause, weight)
        if mass >= _FAINT:
            share = _sum(clause & stems, weight) / mass
            best = max(best, share * min(1.0, mass / _WHOLE))
    return best


_FAINT = 0.5  # weight below which a clause says nothing


def _sentences(side: Side, numbers: set[int], said: dict[int, Attribution]) -> dict[int, _Sentence]:
    return {i: _sentence(side, i, said.get(i)) for i in numbers}


def _sentence(side: Side, number: int, said: Attribution | None) -> _Sentence:
    stems = side.stems[number]
    content = [root for root in side.roots[number] if root in stems]
    speaker = _speaker(side, number, said) if said is not None else frozenset[str]()
    return _Sentence(
        numbers=frozenset(
            root
            for form, root in zip(side.forms[number], side.roots[number], strict=True)
            if form[0].isdigit() or form in _NUMBERS
        ),
        neighbours=frozenset(pairwise(content)),
        clauses=tuple(clause - speaker for clause in _clauses(side, number)),
        speaker=speaker,
        named=frozenset(
            root
            for surface, root in zip(side.surfaces[number][1:], side.roots[number][1:], strict=True)
            if surface[0].isupper()
        ),
    )


def _clauses(side: Side, number: int) -> list[frozenset[str]]:
    """The content stems of a sentence, parted at marks and at words that open a clause."""
    stems = side.stems[number]
    merged: list[list[str]] = [[]]
    part: list[str] = []

    def close() -> None:
        if len(part) < _SHORT or len(merged[-1]) < _SHORT:
            merged[-1] += part
        else:
            merged.append(part[:])
        part.clear()

    for word in _WORD_OR_MARK.findall(side.sentences[number].text):
        if word in _BREAKS:
            close()
        elif (root := content_stem(word)) in stems and root is not None:
            part.append(root)
    close()
    return [frozenset(p) for p in merged if len(p) >= _SHORT] or [stems]


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


Best = list[tuple[float, float]]


def _two_best(table: object) -> Best:
    """The best and the second best of each row."""
    import numpy as np

    rows = np.asarray(table)
    if rows.shape[1] < 2:
        return [(float(row.max(initial=0.0)), 0.0) for row in rows]
    two = np.partition(rows, rows.shape[1] - 2, axis=1)[:, -2:]
    return [(float(best), float(second)) for second, best in two.tolist()]


def _best_of(scores: dict[tuple[int, int], float]) -> tuple[dict[int, tuple[float, float]], ...]:
    """The best and second best score of every left and every right sentence."""
    found: tuple[dict[int, tuple[float, float]], ...] = ({}, {})
    for pair, score in scores.items():
        for side, number in zip(found, pair, strict=True):
            best, second = side.get(number, (0.0, 0.0))
            side[number] = (score, best) if score > best else (best, max(second, score))
    return found


def _other(best: tuple[float, float], own: float) -> float:
    """The best score but one's own."""
    return best[1] if own >= best[0] else best[0]
