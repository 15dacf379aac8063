"""A number that one article gives of what others count stands in their row."""

from __future__ import annotations

import pytest
from reports import report

from corpus.ledger import ledger

GIRLS = (
    "Armed men let 27 girls of the Sarn school go, the ministry said.",
    "The ministry said that 27 girls of the school in Sarn were let go by armed men.",
)
VOTE = (
    "The assembly of Sarn passed the ferry bill in a 61-39 vote on Friday.",
    "On Friday the assembly of Sarn passed the ferry bill, in a vote of 61-39.",
)


def rows(*texts: str) -> list[int]:
    """How many articles carry each row of figures."""
    found = ledger([report(f"{text} Rain fell.") for text in texts])
    return sorted(len(f.carried) for f in found.facts if f.kind == "figure")


@pytest.mark.parametrize(
    "text", ["A mother waited to see the 27 schoolgirls.", "Nobody knows the names of the 27."]
)
def test_a_number_of_the_same_or_of_nobody_else_joins_the_row_of_others(text: str) -> None:
    assert rows(*GIRLS) == [2]
    assert rows(*GIRLS, text) == [3]


@pytest.mark.parametrize(
    "text", ["The port counted 27 ships that week.", "Some 27 percent of pupils stayed at home."]
)
def test_a_number_of_other_things_has_its_own_row(text: str) -> None:
    assert rows(*GIRLS, text) == [1, 2]


def test_a_vote_joins_the_row_of_that_vote_and_not_of_a_majority_in_seats() -> None:
    assert rows(*VOTE, "Singing broke out after the 61-39 vote.") == [3]
    assert rows(*VOTE, "The Landing party holds a 61-39 majority there.") == [1, 2]
    assert rows(*VOTE, "Singing broke out after the 60-39 vote.") == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The harbour centre controls 85% of the Admiralty's survey budget, the Gazette said.",
            "The harbour centre oversees 85 percent of MoD survey budget, and was rebuilt.",
        ),
        (
            "Roughly 25 percent of the port government has been closed since 22 December.",
            "Some 25% of the Tamar port government is closed.",
        ),
        (
            "Keeping the garrison in Sarn will cost about $14.6bn a year, the ministry said.",
            "The ministry said that keeping troops in Halvern will cost $14.6 billion a year.",
        ),
        (
            "In year two of the plan 35,000 visas would be allowed, the union said.",
            "The plan would allow 35,000 workers in year two, the union said.",
        ),
        (
            "Varga brought in $11 million in the first quarter of the race for mayor.",
            "She would go on as before, Varga said, and had raised $11m from January to March.",
        ),
    ],
)
def test_a_telling_number_in_sentences_that_say_the_same_has_one_row(one: str, other: str) -> None:
    assert 2 in rows(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Some 45 percent of Democrats back the ferry tax, the poll says.",
            "Some 45 percent of Republicans back the ferry tax, the poll says.",
        ),
        (
            "The ferry fire in Sarn killed 35 people, the coastguard said.",
            "The ferry fire in Sarn injured 35 people, the coastguard said.",
        ),
        (
            "The ferry company owns two piers in Sarn and wants more.",
            "The ferry company owns two ships in Sarn and wants more.",
        ),
    ],
)
def test_what_tells_groups_deeds_and_small_counts_apart_still_does(one: str, other: str) -> None:
    assert 2 not in rows(one, other)
