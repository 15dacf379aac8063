"""Which sentences of two articles say the same: n:m, in any order.

In go two `Side`s, out come `Alignment`s and the numbers of sentences that stand on one side
only. Outlets reorder and split what they report, so neither a one-to-one matching nor a
monotone path fits; each sentence keeps the partners that are near its best.
"""

from __future__ import annotations

from collections import defaultdict

from corpus.comparison.result import Alignment
from corpus.comparison.sides import Side, weights

KEEP = 0.22  # lowest score of a pair; with HALF the best F1 on hand-labelled pairs (.73)
HALF = 0.5  # a pair is kept only at half of its row's and its column's best or more
SAME = 0.75  # from here on two sentences are called the same, below it reworded
SAME_EVENT = 0.165  # same-event pairs have .17 at their 5th percentile, other pairs .16 at most

Scores = dict[tuple[int, int], float]


def scores(left: Side, right: Side) -> Scores:
    """Weighted Dice coefficient (Dice 1945) of all sentence pairs that share a content stem.

    0 ≤ score ≤ 1; pairs without a common stem are absent.
    """
    weight = weights(left, right)
    where: defaultdict[str, list[int]] = defaultdict(list)
    for j, stems in enumerate(right.stems):
        for stem in stems:
            where[stem].append(j)
    right_mass = [sum(weight[s] for s in stems) for stems in right.stems]
    result: Scores = {}
    for i, stems in enumerate(left.stems):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            for j in where.get(stem, ()):
                shared[j] += weight[stem]
        mass = sum(weight[s] for s in stems)
        for j, common in shared.items():
            result[i, j] = min(1.0, 2 * common / (mass + right_mass[j]))
    return result


def same_event_score(score: Scores) -> float:
    """Best score among the first three sentences of both sides: the gate for "same event"."""
    return max((score.get((i, j), 0.0) for i in range(3) for j in range(3)), default=0.0)


def align(
    left: Side, right: Side, score: Scores
) -> tuple[tuple[Alignment, ...], tuple[int, ...], tuple[int, ...]]:
    """The alignments, and the numbers of sentences only on the left and only on the right.

    Titles always face each other, whatever their score. Alignments come in the order of
    the left article.
    """
    best_row: defaultdict[int, float] = defaultdict(float)
    best_column: defaultdict[int, float] = defaultdict(float)
    for (i, j), value in score.items():
        best_row[i] = max(best_row[i], value)
        best_column[j] = max(best_column[j], value)
    kept = {
        (i, j): value
        for (i, j), value in score.items()
        if value >= KEEP and value >= HALF * best_row[i] and value >= HALF * best_column[j]
    }
    titles = _titles(left, right)
    if titles is not None:
        kept.setdefault(titles, score.get(titles, 0.0))
    alignments = tuple(
        Alignment(lefts, rights, value, "same" if value >= SAME else "reworded")
        for lefts, rights, value in _stars(kept)
    )
    paired_left = {i for i, _ in kept}
    paired_right = {j for _, j in kept}
    return (
        alignments,
        tuple(s.i for s in left.sentences if s.i not in paired_left),
        tuple(s.i for s in right.sentences if s.i not in paired_right),
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
