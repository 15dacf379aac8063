"""Fits the weights of corpus/comparison/evidence.py on labelled pairs and prints them.

    python benchmarks/accuracy/comparison_fit.py ARTICLES.jsonl[.xz] [...] --gold GOLD.jsonl [...]
                                                 [--by-file]

A logistic regression with an L2 penalty, fitted by Newton's method; before the weights it prints
what the same fit gives when each tenth of the events is judged by weights fitted on the others,
with the thresholds of corpus/comparison/alignment.py. With --by-file each file is judged by
weights fitted on the other files, whose pairs were drawn and labelled at other times. A second
regression on top, over a pair's neighbours and rivals, added .01 to F1 and was left out, as were
trees, rarity in a whole archive, and vectors of words learnt from 37,000 articles or from pairs of
reports (no better than this).
Also left out: names, numbers and other words apart, clauses instead of sentences, letters in
threes, fives and sixes, what a title carries, how alike a sentence is to others of its own side
(all worth nothing); pairs of words, words that no other sentence has, how many sentences lie
between (a log-likelihood better by 13 of 1,727, and half as much time again).
Nor did these win: words learnt for one thing from 40,000 pairs of sentences that share a rare
quotation or a figure with its noun (PMI and IBM model 1; F1 .648 before, .646 to .649 with them);
thresholds by how much of a pair faces something, or lower for what faces nothing yet (only P for
R); short quotations that both have (.648), clauses (.651) and whom pronouns mean (.651), the last
two together .653 by events, and in one file of four less than before. Of 1,407 labelled links 102
are between a title and a sentence of the body, 96 of them in one file: those are never made.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from comparison import Tally, measure_sentences, report
from comparison_gold import Pair, aligned, mapped, pairs

from corpus.comparison import evidence as weighing
from corpus.comparison import quotations
from corpus.comparison.attribution import attributions
from corpus.comparison.event import event_signs, weighed
from corpus.comparison.evidence import WEIGHTS, evidence
from corpus.comparison.likeness import likeness
from corpus.comparison.sides import side

PENALTY = 10.0
TENTHS = 10
OPENING = 12  # sentences of an article by which its event is told
ONE_EVENT = 0.25  # score from which two pairs are taken to be of one event

Numbers = Any


@dataclass
class Case:
    """One pair of articles: a row of evidence for each pair of sentences looked at."""

    features: Numbers
    right: Numbers


def case(pair: Pair) -> Case:
    left, right = side(pair.left.article), side(pair.right.article)
    near = likeness(left, right)
    said = attributions(left), attributions(right)
    found = evidence(left, right, near, said, quotations.pairs(left, right))
    sure, unsure = aligned(pair.label)
    numbers = mapped(pair.left, left.sentences), mapped(pair.right, right.sentences)
    noise = [set(pair.label.get(f"noise_{name}", [])) for name in ("left", "right")]
    rows, answers = [], []
    for (i, j), values in zip(found.pairs, found.table, strict=True):
        gold = {(x, y) for x in numbers[0][i] for y in numbers[1][j]}
        if not gold or (gold & unsure and not gold & sure):
            continue
        if {x for x, _ in gold} <= noise[0] or {y for _, y in gold} <= noise[1]:
            continue
        rows.append(values)
        answers.append(bool(gold & sure))
    return Case(np.array(rows).reshape(-1, len(WEIGHTS)), np.array(answers, dtype=float))


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


def events(found: list[Pair]) -> list[int]:
    """For each pair the number of its event: pairs whose left articles tell of one, however it
    came that they were labelled twice, are never judged by weights fitted on each other."""
    sides = [side(pair.left.article).first(OPENING) for pair in found]
    number = list(range(len(found)))
    for n, one in enumerate(sides):
        for k in range(n):
            if number[k] == number[n]:
                continue
            if weighed(event_signs(sides[k], one, likeness(sides[k], one))) >= ONE_EVENT:
                number = [number[k] if e == number[n] else e for e in number]
    order = {event: n for n, event in enumerate(dict.fromkeys(number))}
    return [order[event] for event in number]


def fitted(cases: list[Case]) -> tuple[Numbers, float]:
    return fit(
        np.concatenate([c.features for c in cases]), np.concatenate([c.right for c in cases])
    )


def judge(found: list[Pair], cases: list[Case]) -> Tally:
    """What the comparison finds, each tenth of the events by weights fitted on the others."""
    tally = Tally()
    tenths = [event % TENTHS for event in events(found)]
    for tenth in range(TENTHS):
        weights, bias = fitted([c for c, t in zip(cases, tenths, strict=True) if t != tenth])
        weighing.WEIGHTS = dict(zip(WEIGHTS, weights.tolist(), strict=True))
        weighing.BIAS = bias
        for pair, t in zip(found, tenths, strict=True):
            if t == tenth:
                measure_sentences(pair, tally)
    return tally


def by_file(found: list[Pair], cases: list[Case], files: list[Path]) -> None:
    """Prints for each file what the weights of the other files find, no event in both."""
    numbers = events(found)
    for name in dict.fromkeys(files):
        here = [n for n, file in enumerate(files) if file == name]
        told = {numbers[n] for n in here}
        others = [n for n, file in enumerate(files) if file != name and numbers[n] not in told]
        weights, bias = fitted([cases[n] for n in others])
        weighing.WEIGHTS = dict(zip(WEIGHTS, weights.tolist(), strict=True))
        weighing.BIAS = bias
        tally = Tally()
        for n in here:
            measure_sentences(found[n], tally)
        print(name.name)
        report(tally, len(here))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--by-file", action="store_true")
    arguments = parser.parse_args()
    taken = [
        (pair, gold)
        for gold in arguments.gold
        for pair in pairs(gold, arguments.articles)
        if pair.label.get("task", "full") == "full" and pair.label.get("same_event", True)
    ]
    found = [pair for pair, _ in taken]
    cases = [case(pair) for pair in found]
    if arguments.by_file:
        by_file(found, cases, [gold for _, gold in taken])
        return
    weights, bias = fitted(cases)
    report(judge(found, cases), len(found))
    for name, value in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {value:.2f},')
    print(f"BIAS = {bias:.2f}")


if __name__ == "__main__":
    main()
