"""Sentences that are alike but for a word: which words are told, and who says a quotation."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import Comparison, compare
from corpus.comparison.swapped import swapped

BRIDGE = """The council met in Harlow on Monday to settle the matter of the old bridge.
Mayor Ruth Tamsin said the bridge would reopen in April, after the repairs.
The firm, Calder Works, denied that the cables had been weak.
The new road is 12 kilometres long and leads past the old mill.
"We were not told about the cables and nobody asked us," Ruth Tamsin said. "The bridge is safe."
"Someone has to answer for this before the summer," said Paul Orrin."""


def otherwise(*changes: tuple[str, str]) -> Comparison:
    """The report against one in which some words are others."""
    text = BRIDGE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    title = "Bridge to reopen"
    return compare(report(BRIDGE, title=title), report(text, title=title))


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Every telling word of a comparison."""
    return [
        (one.kind, one.left_text, one.right_text)
        for difference in comparison.word_differences
        for one in difference.telling
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Harlow", "Denton", "name"),
        ("Calder Works", "Brightwell", "name"),
        ("Monday", "Thursday", "day"),
        ("April", "May", "day"),
        ("denied", "admitted", "verb"),
        ("kilometres", "miles", "unit"),
    ],
)
def test_one_word_that_matters_is_told_with_its_kind(old: str, new: str, kind: str) -> None:
    assert told(otherwise((old, new))) == [(kind, old, new)]


def test_a_dropped_not_is_told_on_the_side_that_has_it() -> None:
    comparison = otherwise(("would reopen", "would not reopen"))
    assert told(comparison) == [("negation", "", "not")]
    assert told(swapped(comparison)) == [("negation", "not", "")]


def test_two_who_change_places_are_told() -> None:
    text = "The army says rebels shelled the market in the old town at noon."
    turned = text.replace("army", "x").replace("rebels", "army").replace("x", "rebels")
    assert told(compare(report(text), report(turned))) == [("order", "army", "rebels")]


def test_two_phrases_that_change_places_are_told() -> None:
    text = "Calder Rovers beat the old Sarn United by three goals at noon."
    turned = "The old Sarn United beat Calder Rovers by three goals at noon."
    assert [kind for kind, _, _ in told(compare(report(text), report(turned)))] == ["order"]


@pytest.mark.parametrize("between", ["and", "met", "will meet"])
def test_two_who_may_be_named_in_either_order_have_not_changed_places(between: str) -> None:
    text = f"Calder Rovers {between} Sarn United at the harbour on Friday at noon."
    turned = f"Sarn United {between} Calder Rovers at the harbour on Friday at noon."
    assert told(compare(report(text), report(turned))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("said the bridge", "says the bridge"),
        ("Mayor Ruth Tamsin", "Ms Tamsin"),
        ("kilometres", "km"),
        ("Calder Works, denied", "Calder Works, firmly denied"),
        ("old mill", "former mill"),
    ],
)
def test_a_word_that_changes_nothing_is_marked_and_not_told(old: str, new: str) -> None:
    comparison = otherwise((old, new))
    assert told(comparison) == []
    assert [d.changes for d in comparison.word_differences] != [()]
    assert len(comparison.word_differences) == 1


def test_the_same_text_differs_in_no_word() -> None:
    assert otherwise().word_differences == ()


def test_the_same_words_of_another_person_are_told_as_such() -> None:
    one, other = otherwise(("said Paul Orrin", "said Lena Voss")).quotations
    assert (one.speakers, other.speakers) == ("same", "other")


def test_a_speaker_without_a_whole_name_is_only_perhaps_another() -> None:
    *_, last = otherwise(("said Paul Orrin", "said Calder")).quotations
    assert last.speakers == "perhaps"


def test_a_sentence_beside_an_altered_quotation_stays_the_same() -> None:
    comparison = otherwise(("were not told", "were told"))
    (beside,) = [n for n in comparison.left if n.text == '"The bridge is safe."']
    (own,) = [a for a in comparison.alignments if a.left == (beside.i,)]
    assert own.relation == "same"
    assert comparison.quotations[0].relation == "altered"
