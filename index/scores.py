"""What a score is made of: for each part of a query what it adds, by the fields it stands in.

The sum of the parts is the score of the hit. Where a part stands in title and body, each field
says how often (forms of the word count less) and with which weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from index.outside import Outside
from index.postings.evaluate import OneOf
from index.postings.scoring import WEIGHTS, Scoring
from index.query.compile import Compiler
from index.query.print import read_as
from index.query.tree import And, Boosted, Field, Node, Not, Or


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of the query, what it adds, and (field, times, weight) of where it stands."""

    part: str
    score: float
    fields: tuple[tuple[str, float, float], ...] = ()


def score_parts(scoring: Scoring, tree: Node, outside: Outside, seq: int) -> tuple[ScorePart, ...]:
    """What each part of a query adds to the score of one article, the most first."""
    compiler = Compiler(scoring.snapshot, outside)
    at = np.flatnonzero(scoring.snapshot.column("seq") == seq)
    at = scoring.snapshot.living(at)
    if not len(at):
        return ()
    doc = int(at[0])

    def score_of(node: Node) -> tuple[float, tuple[tuple[str, float, float], ...]]:
        compiled = compiler.query(node)
        hits, here = compiled.hits(scoring), np.array([doc])
        if not hits.scored or not hits.among(here, scoring.snapshot.size)[0]:
            return 0.0, ()
        times: dict[str, float] = {}
        if isinstance(compiled, OneOf):
            for part in compiled.counted(scoring):
                often = float(part.times[part.docs == doc].sum())
                times[part.field] = times.get(part.field, 0.0) + often
        fields = ((name, round(n, 2), WEIGHTS.get(name, 1.0)) for name, n in times.items() if n)
        return float(hits.scores_of(here)[0]), tuple(fields)

    found = []
    for node, factor in _scoring_parts(tree, None, 1.0):
        score, fields = score_of(node)
        if score:
            said = read_as(node) + (f"^{factor:g}" if factor != 1 else "")
            found.append(ScorePart(said, score * factor, fields))
    whole, _ = score_of(tree)
    rest = whole - sum(part.score for part in found)
    if abs(rest) > 1e-6:
        found.append(ScorePart("in the speaker's own words", rest))
    return tuple(sorted(found, key=lambda part: -part.score))


def _scoring_parts(node: Node, field: str | None, factor: float) -> Iterator[tuple[Node, float]]:
    """The parts whose scores are added, each with what it is multiplied by."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _scoring_parts(inner, field, factor)
        case Not():
            return
        case Boosted(inner, more):
            yield from _scoring_parts(inner, field, factor * more)
        case Field(name, And() | Or() | Boosted() as inner) if name not in ("story", "quote"):
            yield from _scoring_parts(inner, name, factor)
        case _:
            yield (node if field is None else Field(field, node)), factor
