"""Versions of one quotation: what alters it, what only spells it otherwise, and what is no cut."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.result import QuotationPair
from tui.views.marks import quoted_on


def quoted(ours: str, theirs: str) -> tuple[QuotationPair, ...]:
    """What two outlets have of one speaker's words, in reports that are otherwise much alike."""
    one = f'The school was shut on Friday.\n"{ours}," said Ines Varga.\nParents waited outside.'
    two = f'The school was shut on Friday.\n"{theirs}," said Ines Varga.\nParents came.'
    return compare(report(one), report(two)).quotations


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("One of the great regrets of my life", "One of the great regret of my life"),
        ("It was the best day of all my years here", "It is the best day of all my years here"),
        ("We ran up the stairs to the roof", "We ran down the stairs to the roof"),
        ("We will open the school again", "We would open the school again"),
        ("They apologise to every parent", "They apologised to every parent"),
    ],
)  # fmt: skip
def test_another_ending_tense_or_way_alters_a_quotation(ours: str, theirs: str) -> None:
    assert [q.relation for q in quoted(ours, theirs)] == ["altered"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("We organised all of it for the school", "We organized all of it for the school"),
        ("We learnt a lot about the old boiler", "We learned a lot about the old boiler"),
        ("We ran towards the gate of the school", "We ran toward the gate of the school"),
        ("There was nothing wrong with that boiler", "There was nothing wrong with the boiler"),
        ("He'd seen the smoke behind us", "He had seen the smoke behind us"),
    ],
)  # fmt: skip
def test_a_spelling_or_a_small_word_does_not_alter_it(ours: str, theirs: str) -> None:
    assert [q.relation in ("identical", "minor") for q in quoted(ours, theirs)] == [True]


def test_what_is_altered_and_cut_is_altered_and_says_that_it_is_cut() -> None:
    whole = "After all these long years here, it was the best day of my life"
    (found,) = quoted("it is the best day of my life", whole)
    assert found.relation == "altered"
    assert (found.left_cut, found.right_cut) == (True, False)
    assert quoted_on(found) == "also trimmed on the left"


def test_a_negation_that_only_the_longer_has_hides_no_other_tense() -> None:
    whole = "The film does not give me any proof that would show that he is holding a tool"
    (found,) = quoted("any proof that would show that he was holding a tool", whole)
    assert (found.relation, found.left_cut) == ("altered", True)


def test_what_is_altered_and_whole_is_not_called_cut() -> None:
    (found,) = quoted("It is the best day of my life", "It was the best day of my life")
    assert found.relation == "altered"
    assert quoted_on(found) == ""


def test_a_sentence_of_one_word_faces_the_sentence_that_has_it() -> None:
    whole = "It was heartbreaking. Beyond all the noise, it was the worst day of our lives"
    (found,) = quoted(
        whole, "Heartbreaking. Beyond all the noise, it was the worst day of our lives"
    )
    assert found.relation == "trimmed_right"
    assert (found.left_more, found.right_more) == (0, 0)


POST = 'So that you stop asking us all day long, "Where is the cat / where is the dog?"'


def test_marks_within_a_post_that_stands_without_marks_of_its_own_cut_nothing() -> None:
    ours = f"The two shops part.\n{POST} — Ines Varga (@inesvarga) March 14, 2031\nThe shops stay."
    theirs = f"The two shops part.\n'{POST}' wrote Varga, who lives in Calder.\nThe shops stay."
    found = compare(report(ours), report(theirs)).quotations
    assert found
    assert {q.relation for q in found} == {"identical"}


def test_a_part_in_marks_of_what_another_quotes_at_length_is_cut() -> None:
    ours = 'The school was shut.\nInes Varga spoke of "the worst day of all our lives" in Calder.'
    theirs = (
        'The school was shut.\n"When the boiler burst it was the worst day of all our lives," '
        "said Ines Varga."
    )
    (found,) = compare(report(ours), report(theirs)).quotations
    assert found.relation == "trimmed_left"
