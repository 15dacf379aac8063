"""Words for fighters, deeds and deals count where they are used in their own sense."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison.families import uses
from corpus.coverage import telling
from corpus.coverage.passages import Sought, passages
from corpus.coverage.words import words_of


def used(sentence: str, title: bool = False) -> list[str]:
    return [word for word, _, _ in uses(sentence, words_of(sentence), title)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The GOP rebel would not vote for it.",
        "Rebel lawmakers would not vote for it.",
        "The bill was called a train wreck.",
        "Rep. Slaughter would not vote for it.",
        "Two fighter jets passed the harbour.",
        "He had a heart attack in the trade war.",
        "The dockers went on strike.",
        "The Revolutionary Guard said so, and remarks were offensive.",
        "They had to deal with it, and it was a big deal.",
        "He was accused of sexual assault, and wanted assault weapons banned.",
        "Disaster aid was late, and the vote was a disaster.",
        "A rebellion among House Republicans met a revolt in his own party.",
        "The insurgent candidate spoke of a political revolution.",
        "They were fighting for more aid, and vowed to battle on.",
        "He claims he won, and they claim credit after a clash of ideas.",
        "Personal attacks marked the midterm battles of the party insurgency.",
        "The stock market crash hurt rape victims who fell victim to it.",
    ],
)
def test_a_word_used_in_another_sense_is_no_label(sentence: str) -> None:
    assert used(sentence) == []


def test_a_word_used_in_its_own_sense_is_one() -> None:
    assert used("Rebels gave arms to rebels after the slaughter.") == [
        "rebel",
        "rebel",
        "slaughter",
    ]
    assert used("Islamist fighters began an offensive, and the ship was a wreck.") == [
        "islamist", "fighter", "offensive", "wreck",
    ]  # fmt: skip
    assert used("A drone strike hit the camp.") == ["strike"]
    assert used("Rebels Take The Harbour", title=True) == ["rebel"]
    assert used("Arms went to rebels while the fighting in the hills went on.") == [
        "rebel", "fighting",
    ]  # fmt: skip


def test_one_word_in_both_senses_counts_where_it_is_meant() -> None:
    assert used("The sexual assault was tried after the assault on the port.") == ["assault"]
    assert used("The disaster killed ten, and disaster aid came late.") == ["disaster"]


def test_a_strike_by_air_is_an_airstrike() -> None:
    assert used("Air strikes and an airstrike hit the missile depot.") == ["airstrike"] * 2


def test_what_is_no_label_is_neither_counted_nor_opened() -> None:
    party = report("The GOP rebel spoke. The rebels by the harbour did not.", title="Quay")
    others = report("The insurgents left. Nobody said why.", title="Pier")
    found = telling([(party, None)], [(others, None)])
    (armed,) = (one for one in found.labels if one.of == "armed groups")
    assert {label.text: label.left.times for label in armed.labels} == {"rebel": 1, "insurgent": 0}
    (opened,) = passages(party, None, Sought("noun", "rebel"))
    assert opened.text == "The rebels by the harbour did not."
