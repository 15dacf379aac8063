"""Fits the weights of corpus/comparison/evidence.py on labelled pairs and prints them.

    python benchmarks/accuracy/comparison_fit.py ARTICLES.jsonl[.xz] [...] --gold GOLD.jsonl [...]

A logistic regression with an L2 penalty, fitted by Newton's method; before the weights it prints
what the same fit gives when each tenth of the pairs is judged by weights fitted on the others. A
second regression on top, over a pair's neighbours and rivals, added .01 to F1 and was left out, as
were trees (no better than this).
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from comparison_gold import Pair, aligned, mapped, pairs

from corpus.comparison import quotations
from corpus.comparison.attribution import attributions
from corpus.comparison.evidence import WEIGHTS, evidence
from corpus.comparison.likeness import likeness
from corpus.comparison.sides import side

PENALTY = 10.0
TENTHS = 10
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)

Numbers = Any


@dataclass
class Case:
    """One pair of articles: a row of evidence for each pair of sentences looked at."""

    features: Numbers
    right: Numbers
    met: list[set[tuple[int, int]]]  # the labels that each row would find
    labels: int


def case(pair: Pair) -> Case:
    left, right = side(pair.left.article), side(pair.right.article)
    near = likeness(left, right)
    said = attributions(left), attributions(right)
    found = evidence(left, right, near, said, quotations.pairs(left, right))
    sure, unsure = aligned(pair.label)
    numbers = mapped(pair.left, left.sentences), mapped(pair.right, right.sentences)
    noise = [set(pair.label.get(f"noise_{name}", [])) for name in ("left", "right")]
    rows, answers, met = [], [], []
    for (i, j), values in zip(found.pairs, found.table, strict=True):
        gold = {(x, y) for x in numbers[0][i] for y in numbers[1][j]}
        if not gold or (gold & unsure and not gold & sure):
            continue
        if {x for x, _ in gold} <= noise[0] or {y for _, y in gold} <= noise[1]:
            continue
        rows.append(values)
        answers.append(bool(gold & sure))
        met.append(gold & sure)
    return Case(
        np.array(rows).reshape(-1, len(WEIGHTS)),
        np.array(answers, dtype=float),
        met,
        len({(x, y) for x, y in sure if x and y}),
    )


def fit(features: Numbers, right: Numbers) -> tuple[Numbers, float]:
    mean, spread = features.mean(0), features.std(0) + 1e-6
    z = np.c_[(features - mean) / spread, np.ones(len(features))]
    w = np.zeros(z.shape[1])
    penalty = np.r_[np.full(z.shape[1] - 1, PENALTY), 1e-6]
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ (p - right) + penalty * w
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty), gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = w[:-1] / spread
    return weights, float(w[-1] - weights @ mean)


def judge(cases: list[Case], threshold: float) -> tuple[float, float]:
    """Precision and recall, each tenth by weights fitted on the others."""
    found = right = met = 0
    for n, one in enumerate(cases):
        others = [c for k, c in enumerate(cases) if k % TENTHS != n % TENTHS]
        weights, bias = fit(
            np.concatenate([c.features for c in others]), np.concatenate([c.right for c in others])
        )
        kept = 1 / (1 + np.exp(-(one.features @ weights + bias))) >= threshold
        found += int(kept.sum())
        right += int(one.right[kept].sum())
        met += len({pair for k in np.nonzero(kept)[0] for pair in one.met[k]})
    return right / max(1, found), met / sum(c.labels for c in cases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    arguments = parser.parse_args()
    made = [
        case(pair)
        for gold in arguments.gold
        for pair in pairs(gold, arguments.articles)
        if pair.label.get("task", "full") == "full" and pair.label.get("same_event", True)
    ]
    cases = [c for c in made if len(c.right)]
    print("without titles, each pair of articles by weights fitted on the others:")
    for threshold in THRESHOLDS:
        precision, recall = judge(cases, threshold)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {threshold:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    weights, bias = fit(
        np.concatenate([c.features for c in cases]), np.concatenate([c.right for c in cases])
    )
    for name, value in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {value:.2f},')
    print(f"BIAS = {bias:.2f}")


if __name__ == "__main__":
    main()
