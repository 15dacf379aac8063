"""Fits the weights of corpus/quotations/weights.py on labelled quotations and prints the module.

    python benchmarks/accuracy/speakers_fit.py ARTICLES.jsonl [MORE.jsonl] [--gold FILE ...]

Whom a pronoun means, and who speaks where nothing says so, is a choice among the people named
before (`corpus/quotations/choice.py`): a conditional logit with an L2 penalty, fitted by Newton's
method. Before the weights it prints, for every file of labels, how many are right when they are
fitted on the other files only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from readings import Text, of_records, same_speaker

from corpus.quotations import choice
from corpus.reading import read

PENALTY = 3.0
STEPS = 60
FOLDS = 10
GOLD = (
    "development.jsonl",
    "development_2.jsonl",
    "development_3.jsonl",
    "development_4.jsonl",
    "development_5.jsonl",
)

Rows = dict[str, dict[str, float]]
Numbers = Any


@dataclass
class Case:
    """One choice that the program made on the way: the candidates, and who is right."""

    kind: str
    words: str
    rows: Rows
    right: tuple[str, ...] = ()
    fold: int = 0  # by article


@contextmanager
def recorded(cases: list[Case]) -> Iterator[None]:
    """Keep every choice that is made while this is open."""
    chosen = choice.choose
    of_moment = choice.Choice.candidates
    quoted: list[str] = []

    def candidates(self: choice.Choice, moment: choice.Moment) -> Rows:
        quoted.append(moment.quoted)
        return of_moment(self, moment)

    def choose(rows: Rows, weights: dict[str, float]) -> tuple[str, float]:
        cases.append(Case("HE" if weights is choice.HE else "NOBODY", quoted[-1], rows))
        return chosen(rows, weights)

    choice.choose, choice.Choice.candidates = choose, candidates  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        choice.choose, choice.Choice.candidates = chosen, of_moment  # type: ignore[method-assign]


def bare(words: str) -> str:
    return words.strip().rstrip(" .,!?;:\n")


def cases_of(text: Text) -> Iterator[Case]:
    """The choices about labelled quotations of one article, once each; "no speech" is nobody's."""
    labels = {
        bare(text.words_at((x["in"], x["start"], x["end"]))): [
            text.words_at(place) if place else None for place in x.get("speakers", [None])
        ]
        for x in text.labels
        if x["kind"] in ("quotation", "no speech") and not x["disputed"]
    }
    made: list[Case] = []
    with recorded(made):
        read(text.document)
    seen: set[tuple[str, str]] = set()
    for case in made:
        wanted = labels.get(bare(case.words))
        if wanted is None or (case.kind, bare(case.words)) in seen:
            continue
        seen.add((case.kind, bare(case.words)))
        case.fold = int(text.document.path.replace("-", ""), 36)
        case.right = tuple(n for n in case.rows if same_speaker(n or None, wanted))
        yield case


def fitted(cases: list[Case]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest, rounded to two places."""
    names = sorted({what for case in cases for row in case.rows.values() for what in row})
    at = {name: number for number, name in enumerate(names)}
    known: list[tuple[Numbers, Numbers]] = []
    for case in cases:
        if case.right:
            matrix = np.zeros((len(case.rows), len(names)))
            for line, row in enumerate(case.rows.values()):
                for what, value in row.items():
                    matrix[line, at[what]] = value
            known.append((matrix, np.array([float(name in case.right) for name in case.rows])))
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        gradient, curve = -PENALTY * weights, PENALTY * np.eye(len(names))
        for matrix, right in known:
            sums = matrix @ weights
            likely = np.exp(sums - sums.max())
            likely /= likely.sum()
            wanted = likely * right / (likely * right).sum()
            gradient += matrix.T @ (wanted - likely)
            curve += matrix.T @ (np.diag(likely) - np.outer(likely, likely)) @ matrix
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(weights[number]), 2) for name, number in at.items()}


def right(cases: list[Case], weights: dict[str, float]) -> int:
    return sum(choice.choose(c.rows, weights)[0] in c.right for c in cases if c.rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, nargs="+", metavar="ARTICLES.jsonl")
    parser.add_argument("--gold", nargs="+", default=GOLD, metavar="FILE", help="in gold/")
    arguments = parser.parse_args()
    made = {
        file: [case for text in of_records(arguments.articles, file) for case in cases_of(text)]
        for file in arguments.gold
    }
    module = []
    for kind in ("HE", "NOBODY"):
        for file in made:
            others = [c for f in made for c in made[f] if f != file and c.kind == kind]
            own = [c for c in made[file] if c.kind == kind]
            print(f"# {kind} on {file}: {right(own, fitted(others))} of {len(own)}")
        parts = [c for cases in made.values() for c in cases if c.kind == kind]
        folds = [[c for c in parts if c.fold % FOLDS == n] for n in range(FOLDS)]
        good = sum(
            right(own, fitted([c for c in parts if c.fold % FOLDS != n]))
            for n, own in enumerate(folds)
        )
        print(f"# {kind}, {FOLDS} folds of articles: {good} of {len(parts)}")
        weights = fitted([c for cases in made.values() for c in cases if c.kind == kind])
        lines = [f'    "{what}": {weight},' for what, weight in weights.items()]
        module.append("\n".join([f"{kind} = {{", *lines, "}"]))
    print("\n\n".join(module))


if __name__ == "__main__":
    main()
