"""Which sentences of two articles face each other: n:m, in any order.

In go two `Side`s, out come `Alignment`s and the numbers of sentences that stand on one side
only. Outlets reorder and split what they report, so neither a one-to-one matching nor a
monotone path fits; each sentence keeps the partners that are near its best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Literal

from corpus.comparison.result import Alignment
from corpus.comparison.sides import Side, weights
from corpus.comparison.similarity import NUMBERS, matrix
from corpus.words import NEGATIONS, Token

KEEP = 0.22  # lowest score of a pair; with HALF the best F1 on hand-labelled pairs (.73)
HALF = 0.5  # a pair is kept only at half of its row's and its column's best or more
SURE = 0.35  # below this two sentences must share two words, or one that is rare in both texts
RARE = 0.6  # weight of a word that at most two or three sentences of both articles have
FLOOR = 0.03  # lower scores are chance and are not kept
SAME = 0.75  # from here on two sentences are called the same, below it reworded

Scores = dict[tuple[int, int], float]


def scores(left: Side, right: Side) -> Scores:
    """Soft weighted Dice coefficient of all sentence pairs that share a word or a near one.

    Each word counts with its weight times its nearness to the nearest word of the other
    sentence (Dice 1945 over sets of stems, made soft by `similarity.matrix`). 0 ≤ score ≤ 1;
    pairs without common ground are absent.
    """
    import numpy as np

    ours, theirs = _vocabulary(left), _vocabulary(right)
    if not ours or not theirs:
        return {}
    weight = weights(left, right)
    near = matrix(list(ours.values()), list(theirs.values()))
    # Equal stems are equal whatever words stood for them.
    column = {stem: n for n, stem in enumerate(theirs)}
    for row, stem in enumerate(ours):
        if stem in column:
            near[row, column[stem]] = 1.0
    in_left = _incidence(left, ours)
    in_right = _incidence(right, theirs)
    weight_left = np.array([weight[s] for s in ours], dtype=np.float32)
    weight_right = np.array([weight[s] for s in theirs], dtype=np.float32)
    common = np.zeros((len(in_left), len(in_right)), dtype=np.float32)
    for j, members in enumerate(in_right):
        if len(members):
            common[:, j] += _sums(in_left, weight_left * near[:, members].max(axis=1))
    for i, members in enumerate(in_left):
        if len(members):
            common[i, :] += _sums(in_right, weight_right * near[members, :].max(axis=0))
    mass = _sums(in_left, weight_left)[:, None] + _sums(in_right, weight_right)[None, :]
    result = np.divide(common, mass, out=np.zeros_like(common), where=mass > 0)
    rows, columns = np.nonzero(result > FLOOR)
    return {
        (int(i), int(j)): min(1.0, float(result[i, j])) for i, j in zip(rows, columns, strict=True)
    }


def _vocabulary(side: Side) -> dict[str, str]:
    """Each stem of a side with the first word that stood for it, in order of appearance."""
    words: dict[str, str] = {}
    for stems, tokens in zip(side.stems, side.tokens, strict=True):
        for token in tokens:
            if token.stem in stems:
                words.setdefault(token.stem, token.word)
    return words


def _incidence(side: Side, vocabulary: dict[str, str]) -> list[Any]:
    """For each sentence the numbers of its stems in the vocabulary, as an array."""
    import numpy as np

    number = {stem: n for n, stem in enumerate(vocabulary)}
    return [np.array(sorted(number[s] for s in stems), dtype=np.int64) for stems in side.stems]


def _sums(sentences: list[Any], values: Any) -> Any:
    """Sum of `values` over the stems of each sentence."""
    import numpy as np

    flat = np.concatenate(sentences)
    bounds = np.cumsum([0] + [len(s) for s in sentences])
    running = np.concatenate([[0.0], np.cumsum(values[flat], dtype=np.float64)])
    return running[bounds[1:]] - running[bounds[:-1]]


def align(
    left: Side, right: Side, score: Scores
) -> tuple[tuple[Alignment, ...], tuple[int, ...], tuple[int, ...]]:
    """The alignments, and the numbers of sentences only on the left and only on the right.

    Two titles always face each other and nothing else, whatever their score. Alignments come
    in the order of the left article.
    """
    weight = weights(left, right)
    titles = _titles(left, right)
    if titles is not None:
        facing = score.get(titles, 0.0)
        score = {pair: s for pair, s in score.items() if 0 not in pair}
    best_row: defaultdict[int, float] = defaultdict(float)
    best_column: defaultdict[int, float] = defaultdict(float)
    for (i, j), value in score.items():
        best_row[i] = max(best_row[i], value)
        best_column[j] = max(best_column[j], value)
    kept = {
        (i, j): value
        for (i, j), value in score.items()
        if value >= KEEP
        and value >= HALF * best_row[i]
        and value >= HALF * best_column[j]
        and _grounded(left.stems[i] & right.stems[j], value, weight)
    }
    if titles is not None:
        kept[titles] = facing
    alignments = tuple(
        Alignment(lefts, rights, value, _relation(left, right, lefts, rights, value))
        for lefts, rights, value in _stars(kept)
    )
    paired_left = {i for i, _ in kept}
    paired_right = {j for _, j in kept}
    return (
        alignments,
        tuple(s.i for s in left.sentences if s.i not in paired_left),
        tuple(s.i for s in right.sentences if s.i not in paired_right),
    )


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


def _stars(kept: Scores) -> list[tuple[tuple[int, ...], tuple[int, ...], float]]:
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
