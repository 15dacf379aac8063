"""Short quotations of one speaker, one of which denies what the other says."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare


def relations(ours: str, theirs: str, speaker: str = "Ines Varga", other: str = "") -> list[str]:
    """How what two outlets quote is related, in reports that are otherwise much alike."""
    one = f'The school was shut on Friday.\n"{ours}," said {speaker}.\nParents waited outside.'
    two = f'The school was shut on Friday.\n"{theirs}," said {other or speaker}.\nParents came.'
    return [q.relation for q in compare(report(one), report(two)).quotations]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("We had no warning at all", "We had a warning"),
        ("We had a warning", "We had no warning"),
        ("It is not true", "It is true"),
        ("I never said that to them", "I said that to them"),
        ("Nobody warned the parents", "Somebody warned the parents"),
        ("We did not warn the parents", "We warned the parents"),
    ],
)
def test_a_short_quotation_that_is_denied_is_altered(ours: str, theirs: str) -> None:
    assert relations(ours, theirs) == ["altered"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("We had no warning at all", "We had a good breakfast"),
        ("We had no warning", "We had the storm warning from the office in Port Calder"),
        ("It is not over", "It is cold here"),
        ("We saw no smoke there", "We heard the smoke alarm"),
    ],
)
def test_short_quotations_that_say_other_things_are_not_one(ours: str, theirs: str) -> None:
    assert relations(ours, theirs) == []


def test_what_two_speakers_say_is_not_turned_round() -> None:
    assert (
        relations("We had no warning at all", "We had a warning", "Ines Varga", "Otto Bell") == []
    )


def test_a_quotation_that_both_carry_is_not_held_against_another_that_denies_it() -> None:
    both = '"It is not safe," said Ines Varga.\nLater the gates opened.\n"It is safe," Varga said.'
    found = compare(report(both), report(both)).quotations
    assert [q.relation for q in found] == ["identical", "identical"]


def test_sentences_whose_quotation_is_turned_round_do_not_say_the_same() -> None:
    ours = report('"We had no warning at all," said Ines Varga, the head of the school in Calder.')
    theirs = report('"We had a warning," said Ines Varga, the head of the school in Calder.')
    found = compare(ours, theirs)
    assert [a.relation for a in found.alignments] == ["reworded"]
