"""Which facing sentences are nearly the same, and how likely all that face each other are."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.alignment import BESIDE, KEEP, align
from corpus.comparison.likeness import likeness
from corpus.comparison.sides import side


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        ("Court tries girl who punched guard", "Court tries girl who slapped guard", "reworded"),
        ("Court tries girl who punched a guard", "Court tries girl who punched the guard", "same"),
    ],
)  # fmt: skip
def test_a_short_title_with_another_verb_is_not_nearly_the_same(
    ours: str, theirs: str, relation: str
) -> None:
    text = "Ines Varga stood before the court of Port Calder on Friday."
    found = compare(report(text, title=ours), report(text, title=theirs))
    (titles,) = (a for a in found.alignments if a.left == (0,))
    assert titles.relation == relation


def test_a_word_in_the_place_of_another_leaves_a_long_sentence_nearly_the_same() -> None:
    ours = (
        "A family of seven from the hills north of Port Calder flew home on Friday from a holiday "
        "on the islands when the engine of the small plane failed over the bay."
    )
    theirs = ours.replace("holiday", "vacation")
    found = compare(report(ours), report(theirs))
    assert [a.relation for a in found.alignments] == ["same"]


def test_nothing_faces_another_by_a_neighbour_that_faces_a_third() -> None:
    left = side(
        report("Gunmen killed 56 soldiers of the army.\nThe airport of Sarn fell on Saturday.")
    )
    right = side(
        report(
            "Gunmen killed 71 soldiers since the airport of Sarn fell on Saturday.\n"
            "The airport of Sarn fell to gunmen on Saturday, said an officer."
        )
    )
    likely = {(0, 0): BESIDE + 0.01, (1, 0): KEEP + 0.1, (1, 1): KEEP + 0.3}
    found = align(left, right, likeness(left, right), likely)
    assert [(a.left, a.right) for a in found.alignments] == [((1,), (0, 1))]
    assert all(a.likelihood >= KEEP for a in found.alignments)
