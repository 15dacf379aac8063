"""Words for what happens count where both sides speak of it, in the sense that is meant."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare

PORT = "{} the port of Lindholm killed two dockers before dawn on Thursday."


def called(left: str, right: str, of: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = [one for one in compare(report(left), report(right)).labels if one.of == of]
    return [(tuple(x.text for x in f.left), tuple(x.text for x in f.right)) for f in found]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (PORT.format("A drone strike on"), [(("strike",), ("assault",))]),
        (PORT.format("A strike at"), []),
    ],
)
def test_a_strike_is_an_attack_only_beside_what_flies(
    said: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert called(said, PORT.format("An assault on"), "the attack") == expected


def test_another_raid_in_a_sentence_that_faces_none_is_not_counted() -> None:
    attack = PORT.format("An attack on")
    left = f"{attack}\nPolice arrested a thief in a raid on a villa in the hills last spring."
    assert called(left, attack, "the attack") == []


def test_an_airstrike_and_an_air_strike_are_one_word() -> None:
    assert (
        called(PORT.format("An airstrike on"), PORT.format("An air strike on"), "the attack") == []
    )


@pytest.mark.parametrize(
    ("left", "right", "of"),
    [
        (
            "The government said it would keep to the sanctions regime at the port of Lindholm.",
            "The sanctions regime would be kept to at the port of Lindholm, it said.",
            "those who rule",
        ),
        (
            "It would be a major coup for the port of Lindholm after years of war with Vell.",
            "After years of war with Vell it would be a major coup for the port of Lindholm.",
            "the fighting",
        ),
    ],
)
def test_a_word_in_another_sense_is_no_label(left: str, right: str, of: str) -> None:
    assert called(left, right, of) == []
