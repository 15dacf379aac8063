"""Verbs at quotations count by their places in the text."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.attributing import attributing
from corpus.comparison.result import Label, Labels
from corpus.comparison.sides import side
from tui.views.lens_places import labels_in_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The pier is shut,” Ines Varga said. “Nobody may fish there.”", {"said": [0]}),
        ("Ines Varga mocked him as a “tin sailor” and a “paper captain”.", {"mocked": [0]}),
        (
            "“The pier is shut,” Ines Varga said.\n“Nobody may fish there,” Karl Orlov said.",
            {"said": [0, 1]},
        ),
        (
            "“The pier is shut,” Ines Varga said. “Nobody may fish there,” Karl Orlov said.",
            {"said": [0, 1]},
        ),
        ("“He said he would dredge it,” Ines Varga said.", {"said": [0]}),
        ("Ines Varga added:\n“The pier is shut until the dredgers leave.”", {"added": [0]}),
    ],
)
def test_a_verb_counts_once_for_each_place_where_it_stands(
    text: str, expected: dict[str, list[int]]
) -> None:
    assert attributing(side(report(text))) == expected


def test_a_comparison_counts_the_verbs_of_the_text() -> None:
    left = report("“The pier is shut,” Ines Varga claimed. “Nobody may fish.” “Not for long.”")
    right = report("“The pier is shut,” Ines Varga said.")
    (found,) = compare(left, right).labels
    assert [(x.text, x.count, x.sentences) for x in found.left] == [("claimed", 1, (0,))]


def test_how_many_verbs_there_are_is_told_where_not_all_are_shown() -> None:
    verbs = tuple(Label(v, 1, (0,)) for v in ("added", "claimed", "said", "told", "wrote"))
    labels = Labels("verbs at quotations", "family", verbs, verbs[:4], (), ())
    assert labels_in_words(labels) == (
        "verbs at quotations: added 1, claimed 1, said 1, told 1 (5 verbs in all)"
        " | added 1, claimed 1, said 1, told 1"
    )
