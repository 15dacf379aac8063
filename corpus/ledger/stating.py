"""How likely two sentences of a story state one thing: what speaks for it and against it, weighed.

In go the `Side`s of a story's articles with the scores of their sentences, out comes a likelihood
for pairs of them. It weighs how much of either sentence stands in the other, by words, by words
near in meaning and by letters, with what those shares cannot see: names and numbers that one has
and the other has otherwise, a negation on one side only, a better partner elsewhere.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.comparison.attribution import Attribution
from corpus.comparison.evidence import BY_CHANCE
from corpus.comparison.sameness import SAME
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS, nearness, vectors
from corpus.ledger.matching import Scores, StoryScores, weights
from corpus.quotations.words import ROLES
from corpus.words import denies, stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ALONG = 0.25  # score from which neighbours that face each other tell something
_SIGNS = 4  # letters in a row

REWORDED = 0.7  # likelihood from which one is said to be the other in other words
DOUBTFUL = 0.85  # the same where only one of them denies, or each has numbers of its own
UNSURE = 0.55  # from here on a sentence may state it, in part or in passing, or deny it

WEIGHTS = {
    "score": 0.27,
    "less": 0.23,
    "more": 0.28,
    "soft less": 0.88,
    "soft more": 1.45,
    "letters": 1.93,
    "ahead": 1.67,
    "ahead of one": 1.28,
    "names": -0.06,
    "other names": 0.19,
    "numbers": 0.68,
    "other numbers": -0.09,
    "negated": 0.01,
    "bare less": 0.36,
    "bare more": 0.14,
    "run": 2.11,
    "speakers": -0.03,
    "along": 0.63,
    "one quotes": -0.14,
    "longer": 0.28,
    "apart": -1.19,
}
PART = 0.45
"""Share of what a row says, by weight, up to which a sentence in other words says a part of it: so
do 12 of 13 cells read, and 3 of 15 above it."""
BIAS = -2.76
# Fitted on 1,297 pairs of sentences of the development gold and 94 cells of ledgers that were read.
# Of 102 cells of other stories .62 stated what their row states; of those from .70 on .82 do.

_ANNOUNCES = re.compile(  # what a list is of, and no word of it: "A look at the claims:"
    r"(?:(?:Here|Below|Following) (?:is|are)\b|Here[’']s\b|(?:A|Some|The|Our) (?:\w+ )?(?:look|"
    r"glance|list|recap|summary|guide|selection|roundup|timeline|rundown|excerpts?|highlights|"
    r"takeaways|transcript)\b(?: \w+)? (?:at|of|from|to)\b)[^:]{0,120}[:.]"
)

Item = tuple[int, int]  # the place of an article, the number of its sentence


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A sentence with what is asked of it."""

    stems: frozenset[str]
    mass: float
    names: frozenset[str]
    bare: frozenset[str]  # without whom or when it speaks of
    bare_mass: float
    numbers: frozenset[str]
    negated: bool
    letters: frozenset[str]
    length: float  # of the vector of letters
    roots: tuple[str, ...]
    rest: tuple[str, ...]  # the stems in an order, with the words that stand for them
    words: tuple[str, ...]
    vectors: NDArray[Any]
    source: str | None
    quotes: bool


class Stating:
    """Pairs of sentences of one story, held against each other when they are asked for."""

    def __init__(
        self, sides: Sequence[Side], found: StoryScores, said: Sequence[Mapping[int, Attribution]]
    ) -> None:
        self._sides, self._found, self._attributed = sides, found, said
        self._weight = weights(sides)
        self._read: dict[Item, _Said] = {}
        self._signs: Counter[str] = Counter()
        for side in sides:
            for sentence in side.sentences:
                self._signs.update(_letters(sentence.text))
        self._sentences = sum(len(side.sentences) for side in sides)
        self._best = {pair: _two_best(scores) for pair, scores in found.items()}

    def held(self, one: Item, other: Item) -> tuple[float, bool]:
        """How likely two sentences (of articles a < b, with a score) state one thing, from 0 to 1,
        and whether that is enough to say so."""
        values = dict(zip(WEIGHTS, self.evidence(one, other), strict=True))
        total = BIAS + sum(WEIGHTS[name] * value for name, value in values.items())
        likelihood = 1 / (1 + math.exp(-total))
        if any(_ANNOUNCES.fullmatch(self._sides[a].sentences[i].text) for a, i in (one, other)):
            return min(likelihood, UNSURE - 0.01), False
        if values["negated"] and values["score"] >= SAME:
            return likelihood, False  # word for word but for a "not": the opposite
        doubtful = values["negated"] or values["other numbers"]
        return likelihood, likelihood >= (DOUBTFUL if doubtful else REWORDED)

    def says_a_part(self, one: Item, of: Item) -> bool:
        """Whether a sentence that states what another does has clearly not all that this says."""
        ours, theirs = self._said(one), self._said(of)
        return _share(self._mass(ours.stems & theirs.stems), theirs.mass) <= PART

    def evidence(self, one: Item, other: Item) -> list[float]:
        """What speaks for and against a pair, in the order of `WEIGHTS`."""
        (a, i), (b, j) = one, other
        ours, theirs = self._said(one), self._said(other)
        scores = self._found[a, b]
        score = scores[i, j]
        rows, columns = self._best[a, b]
        rivals = sorted(score - _rival(best, score) for best in (rows[i], columns[j]))
        covered = self._covered(ours, theirs)
        shared = self._mass(ours.stems & theirs.stems)
        bare = self._mass(ours.bare & theirs.bare)
        bares = sorted((_share(bare, ours.bare_mass), _share(bare, theirs.bare_mass)))
        few, many = sorted((_share(shared, ours.mass), _share(shared, theirs.mass)))
        names = ours.names & theirs.names
        numbers = ours.numbers & theirs.numbers
        return [
            score,
            few,
            many,
            covered[0],
            covered[1],
            self._alike(ours, theirs),
            rivals[0],
            rivals[1],
            min(2, len(names)),
            float(bool(ours.names - names) and bool(theirs.names - names)),
            min(2, len(numbers)),
            float(bool(ours.numbers) and bool(theirs.numbers) and not numbers),
            float(ours.negated != theirs.negated),
            bares[0],
            bares[1],
            min(1.0, _longest_run(ours.roots, theirs.roots) / 8),
            float(bool(ours.source and theirs.source) and not _one_source(ours, theirs)),
            float(self._along(scores, i, j)),
            float(ours.quotes != theirs.quotes),
            abs(math.log((1 + ours.mass) / (1 + theirs.mass))),
            abs(i / len(self._sides[a].sentences) - j / len(self._sides[b].sentences)),
        ]

    def _mass(self, stems: frozenset[str]) -> float:
        return sum(self._weight[one] for one in stems)

    def _said(self, item: Item) -> _Said:
        found = self._read.get(item)
        if found is None:
            found = self._read[item] = self._reading(item)
        return found

    def _reading(self, item: Item) -> _Said:
        a, i = item
        side = self._sides[a]
        stems = side.stems[i]
        apart = set_apart(side, i)
        names = frozenset(_capitals(side, i)) & stems
        word_of = dict(zip(side.roots[i], side.forms[i], strict=True))
        order = tuple(sorted(stems))
        words = tuple(word_of[one] for one in order)
        signs = frozenset(_letters(side.sentences[i].text))
        said = self._attributed[a].get(i)
        source = said.source.name if said and said.source else None
        return _Said(
            stems,
            self._mass(stems),
            names,
            stems - apart,
            self._mass(stems - apart),
            frozenset(
                root
                for form, root in zip(side.forms[i], side.roots[i], strict=True)
                if form[0].isdigit() or (form in NUMBERS and form not in BY_CHANCE)
            ),
            sum(map(denies, side.forms[i])) % 2 == 1,
            signs,
            math.sqrt(sum(self._worth(one) for one in signs)),
            side.roots[i],
            order,
            words,
            vectors(words),
            source,
            any(mark in side.sentences[i].text for mark in '"“”'),
        )

    def _worth(self, signs: str) -> float:
        return math.log(1 + self._sentences / self._signs[signs]) ** 2

    def _alike(self, ours: _Said, theirs: _Said) -> float:
        """The cosine of their letters, four in a row."""
        both = sum(self._worth(one) for one in ours.letters & theirs.letters)
        return both / ((ours.length * theirs.length) or 1.0)

    def _covered(self, ours: _Said, theirs: _Said) -> tuple[float, float]:
        """The share of each that the other carries, words near in meaning included, the lesser
        first."""
        if not ours.words or not theirs.words:
            return 0.0, 0.0
        near = nearness(ours.words, ours.vectors, theirs.words, theirs.vectors)
        equal = [(n, theirs.rest.index(s)) for n, s in enumerate(ours.rest) if s in theirs.stems]
        for n, m in equal:
            near[n, m] = 1.0
        shares = []
        for best, said in ((near.max(axis=1), ours), (near.max(axis=0), theirs)):
            carried = sum(self._weight[s] * float(v) for s, v in zip(said.rest, best, strict=True))
            shares.append(_share(carried, said.mass))
        return min(shares), max(shares)

    def _along(self, scores: Scores, i: int, j: int) -> int:
        """How many of their neighbours face each other."""
        return sum(
            any(scores.get((i + step, j + to), 0.0) >= _ALONG for to in (step, 2 * step))
            for step in (-1, 1)
        )


def set_apart(side: Side, i: int) -> set[str]:
    """The stems of a sentence that name whom or when it speaks of: capitalised words (the first
    one only before another), offices, stretches of time, numbers."""
    here = side.sentences[i]
    spans = [
        (figure.start - here.start, figure.end - here.start)
        for figure in side.article.figures
        if (figure.within, figure.paragraph) == (here.within, here.paragraph)
    ]
    numbers = {t.stem for t in side.tokens[i] if any(a <= t.start < b for a, b in spans)}
    return _capitals(side, i) | _OFFICES_AND_TIMES | numbers


def _capitals(side: Side, i: int) -> set[str]:
    surfaces, roots = side.surfaces[i], side.roots[i]
    return {
        root
        for n, (surface, root) in enumerate(zip(surfaces, roots, strict=True))
        if surface[:1].isupper() and (n > 0 or (surfaces[1:2] and surfaces[1][:1].isupper()))
    }


_OFFICES_AND_TIMES = frozenset(stem(word) for word in ROLES) | frozenset(
    stem(word)
    for word in """second minute hour day week month year half quarter past morning afternoon
    evening night today yesterday tomorrow chief deputy""".split()
)


def _letters(text: str) -> set[str]:
    plain = "".join(c for c in text.lower() if c.isalnum() or c == " ")
    return {plain[n : n + _SIGNS] for n in range(len(plain) - _SIGNS + 1)}


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else 0.0


def _one_source(ours: _Said, theirs: _Said) -> bool:
    one, other = (set((said.source or "").lower().split()) for said in (ours, theirs))
    return bool(one & other)


def _longest_run(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words in a row both have."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for n, root in enumerate(theirs):
        at[root].append(n)
    best = 0
    before: dict[int, int] = {}
    for root in ours:
        now = {n: before.get(n - 1, 0) + 1 for n in at.get(root, ())}
        best = max(best, *now.values(), 0) if now else best
        before = now
    return best


def _two_best(
    scores: Scores,
) -> tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]]:
    """For every sentence of either side the best score and the second best."""
    rows: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    columns: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for (i, j), score in scores.items():
        for best, at in ((rows, i), (columns, j)):
            first, second = best[at]
            if score > first:
                best[at] = score, first
            elif score > second:
                best[at] = first, score
    return rows, columns


def _rival(best: tuple[float, float], score: float) -> float:
    """The best of the others."""
    return best[1] if score >= best[0] else best[0]
