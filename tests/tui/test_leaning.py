"""What is shown of sentences that perhaps say the same as one of the other side."""

from __future__ import annotations

from dataclasses import replace

from shelf import article

from corpus.comparison import compare
from corpus.comparison.result import Comparison, Nearest, SideName
from tui.views.marks import UNSURE
from tui.views.pairs import PairRow, pair_rows

LEFT = article(
    "Ferry burns", ["A door burned.", "Gulls came in.", "Clocks were sold.", "It rained."]
)
RIGHT = article("Clocks", ["Nine cranes fell.", "Maps were lost.", "Bread rose."], outlet="B")


def perhaps(*ties: tuple[SideName, int, int, float]) -> list[PairRow]:
    """The undecided rows of a comparison in which exactly these sentences lean on others."""
    bare = compare(LEFT, RIGHT)
    loose = {side: {n for where, n, _, _ in ties if where == side} for side in ("left", "right")}
    found: Comparison = replace(
        bare,
        alignments=(),
        only_left=tuple(s.i for s in bare.left if s.i not in loose["left"]),
        only_right=tuple(s.i for s in bare.right if s.i not in loose["right"]),
        nearest=tuple(Nearest(side, n, to, 0.2, 0.3, p, unsure=True) for side, n, to, p in ties),
    )
    return [row for row in pair_rows(found) if row.relation is UNSURE]


def test_right_sentences_that_lean_on_one_left_one_stand_beside_it_together() -> None:
    (row,) = perhaps(("right", 1, 2, 0.2), ("right", 3, 2, 0.4))
    assert (row.left, row.right, row.likelihood) == ((2,), (1, 3), 0.4)


def test_left_sentences_keep_the_order_of_their_text() -> None:
    rows = perhaps(("left", 1, 1, 0.2), ("left", 2, 1, 0.3), ("left", 4, 1, 0.4))
    assert [(row.left, row.right) for row in rows] == [((1, 2), (1,)), ((4,), (1,))]


def test_two_that_lean_on_each_other_make_one_row() -> None:
    (row,) = perhaps(("left", 1, 2, 0.3), ("right", 2, 1, 0.3))
    assert (row.left, row.right) == ((1,), (2,))
