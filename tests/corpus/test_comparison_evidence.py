"""What speaks for two sentences saying the same: letters, neighbours, and what both have."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from reports import report

from corpus.comparison import compare, meetings
from corpus.comparison.attribution import attributions
from corpus.comparison.evidence import WEIGHTS, Evidence, evidence
from corpus.comparison.letters import letters
from corpus.comparison.likeness import likeness
from corpus.comparison.meetings import Held, Places, common
from corpus.comparison.quotations import pairs
from corpus.comparison.sides import side

SPY = """The inquiry named Andrei Lugovoi as the man who carried out the poisoning.
Rain fell on the harbour all night.
Ferries to the island were cancelled.
The mayor spoke of a quiet winter."""
TEAPOT = """A brass band opened the market.
Lugovoy put the poison into the teapot, the inquiry found.
The orchard was sold in May."""


def everything(left: str, right: str) -> Evidence:
    one, other = side(report(left)), side(report(right))
    said = attributions(one), attributions(other)
    return evidence(one, other, likeness(one, other), said, pairs(one, other))


def alike(left: str, right: str) -> float:
    one, other = side(report(left)), side(report(right))
    at = Places(np.array([0]), np.array([0]), (len(one.sentences), len(other.sentences)))
    return float(letters(one, other, at)[0])


def test_other_forms_of_a_word_and_other_spellings_of_a_name_are_alike_by_their_letters() -> None:
    assert alike(SPY, "Lugovoy poisoned the spy with a teapot.") > 0.05
    assert alike(SPY, "The orchard was sold in May.") < 0.01


def test_what_is_said_in_other_forms_and_spellings_is_not_called_said_only_here() -> None:
    comparison = compare(report(SPY), report(TEAPOT))
    assert 0 not in comparison.only_left
    assert 1 not in comparison.only_right
    assert {1, 2, 3} <= set(comparison.only_left)


@pytest.mark.parametrize(
    "text", ["Паром загорелся у причала.", "渡轮在码头着火了。", "El buque ardió en alta mar."]
)
def test_letters_of_any_script_count(text: str) -> None:
    assert alike(text, text) == pytest.approx(1.0)
    assert alike(text, "The orchard was sold in May.") < 0.1


def test_a_text_with_half_a_character_has_letters_like_any_other() -> None:
    whole = side(report("The ferry burned at sea."))
    broken = replace(whole.sentences[0], text="The ferry burned \ud83d at sea.")
    at = Places(np.array([0]), np.array([0]), (1, 1))
    assert letters(whole, replace(whole, sentences=(broken,)), at)[0] > 0.5


def test_what_speaks_for_a_pair_does_not_depend_on_which_side_stands_left() -> None:
    there, back = everything(SPY, TEAPOT), everything(TEAPOT, SPY)
    turned = {(j, i): row for (i, j), row in zip(back.pairs, back.table, strict=True)}
    assert set(turned) == set(there.pairs)
    for pair, row in zip(there.pairs, there.table, strict=True):
        assert row == pytest.approx(turned[pair], abs=1e-6)


def test_every_piece_of_evidence_has_a_weight_and_a_column() -> None:
    found = everything(SPY, TEAPOT)
    assert found.table.shape == (len(found.pairs), len(WEIGHTS))
    assert np.isfinite(found.table).all()


def test_titles_are_held_against_titles_alone() -> None:
    one = side(report(SPY, title="Poison in the teapot"))
    other = side(report(TEAPOT, title="Lugovoi named"))
    found = evidence(one, other, likeness(one, other), ({}, {}), ())
    assert found.pairs
    assert all(i and j for i, j in found.pairs)


def test_meetings_are_all_pairs_of_equal_numbers() -> None:
    draw = random.Random(7)
    ours, theirs = (np.array([draw.randrange(9) for _ in range(40)]) for _ in range(2))
    found = set(zip(*(part.tolist() for part in meetings.meetings(ours, theirs)), strict=True))
    wanted = {(i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a == b}
    assert found == wanted


def test_of_too_many_meetings_the_commonest_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "MOST", 20)
    ours, theirs = np.array([1] * 10 + [2, 3]), np.array([1] * 10 + [2, 2, 3])
    left, right = meetings.meetings(ours, theirs)
    assert sorted(zip(left.tolist(), right.tolist(), strict=True)) == [(10, 10), (10, 11), (11, 12)]


@pytest.mark.parametrize("at_once", [0, 1_000])
def test_what_two_sentences_hold_in_common_is_summed_alike_for_short_and_long_articles(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(meetings, "AT_ONCE", at_once)
    ours = Held(np.array([0, 0, 1]), np.array([0, 1, 2]))
    theirs = Held(np.array([0, 2, 2]), np.array([2, 0, 1]))
    at = Places(np.array([0, 1, 1]), np.array([2, 0, 1]), (2, 3))
    found = common(ours, theirs, np.array([0.5, 0.25, 9.0]), at)
    assert found.tolist() == [0.75, 9.0, 0.0]


OTHER = "Gulls came in.\nClocks were sold at noon.\nBread rose by a coin."


def test_a_lead_that_says_the_other_title_is_not_called_said_only_here() -> None:
    lead = "The harbour company put 9 billion crowns on the table for its rival Norvik on Monday."
    left = report(f"{lead}\nShares fell.\nRain is due.", title="Harbour bids again")
    right = report(OTHER, title="Harbour company raises its Norvik bid")
    comparison = compare(left, right)
    (near,) = (n for n in comparison.nearest if n.side == "left" and n.sentence == 1)
    assert 1 not in comparison.only_left
    assert comparison.right[near.other].role == "title"
    assert near.rule == "an opening that says part of the other title"
    assert set(comparison.only_left) == {2, 3}  # what says nothing of the title stands alone


def test_what_counts_the_same_as_a_sentence_over_there_is_not_called_said_only_here() -> None:
    left = report(
        "Gulls came in.\nAda Kern talks to Bo Lind, a reporter for a weekly, about the storm that "
        "left more than 70 people dead."
    )
    right = report(
        "The mayor of Sarn spoke.\nNearly 80 people were killed on Thursday as the crowd watched "
        "fireworks, the prosecutor in Sarn said."
    )
    comparison = compare(left, right, one_story=True)
    assert [(f.left, f.right) for f in comparison.figures] == [(1, 1)]
    assert 1 not in comparison.only_left
    assert 1 not in comparison.only_right


def test_a_quotation_is_not_taken_for_told_again_by_a_few_common_words() -> None:
    left = report('Later he called it a "red car for a red planet" in a message.')
    right = report("He has said that he wants to send his car to the Red Planet, people believe.")
    assert not compare(left, right).paraphrases


@pytest.mark.parametrize(
    "credit",
    ["Reuters", "(Bo Lind, File/Associated Press)", "(University of Nordvik)", "Photo: Bo Lind"],
)
def test_a_credit_behind_a_paragraph_is_no_sentence(credit: str) -> None:
    left = report(f"The truck stood on the quay. {credit}")
    right = report("He told Reuters at the scene that the quay was dark.")
    assert [s.text for s in compare(left, right).left] == ["The truck stood on the quay."]


def test_a_sentence_in_brackets_that_names_an_agency_stays() -> None:
    text = "(The minister had said so in May, Reuters reported.)"
    assert [s.text for s in compare(report(text), report(OTHER)).left] == [text]
