"""Equal numbers are one row only where the words beside them do not say whose else they are."""

from __future__ import annotations

import pytest
from reports import report

from corpus.ledger import ledger
from corpus.ledger.subjects import group


def carried(value: float, one: str, other: str) -> int:
    """How many of two reports are said to carry the widest row with this number."""
    facts = ledger([report(one), report(other)]).facts
    return max(
        len(fact.carried)
        for fact in facts
        if fact.kind == "figure" and any(cell.value == value for cell in fact.carried)
    )


@pytest.mark.parametrize(
    ("value", "one", "other"),
    [
        (60, "A CNN poll found that 60 percent of Americans disapprove of the tax on boats.",
         "A Gallup poll found that 60 percent of Americans disapprove of the tax on boats."),
        (39, "The ferry tax is supported by 39% of Democrats in the towns of the coast.",
         "Among voters, Republicans (39%) support the ferry tax in the towns of the coast."),
        (48, "Varga has won 48 percent of the delegates awarded so far in the north.",
         "Rask won the north over Varga, 48 percent to 35 percent, as delegates were awarded."),
        (31, "Of the harbour's visitors, 31 percent arrive by train.",
         "The price of herring rose by 31 percent in a year of storms."),
    ],
)  # fmt: skip
def test_shares_of_two_pollsters_parties_or_wholes_never_agree(
    value: float, one: str, other: str
) -> None:
    assert carried(value, one, other) == 1


def test_shares_of_one_group_in_one_poll_agree() -> None:
    one = "A CNN poll found that 60 percent of Democrats disapprove of the tax on boats."
    other = "Some 60 percent of Democrats disapprove of the boat tax, according to a CNN poll."
    assert carried(60, one, other) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("an AP", "an Associated Press"), ("a PPP", "a Public Policy Polling"),
     ("a Fox", "a Fox News")],
)  # fmt: skip
def test_a_pollster_by_two_names_is_one(one: str, other: str) -> None:
    first, second = (
        f"In {who} poll, 60 percent of voters disapprove of the tax on boats."
        for who in (one, other)
    )
    assert carried(60, first, second) == 2


@pytest.mark.parametrize(("one", "other"), [("women", "woman"), ("men", "man")])
def test_a_group_is_one_in_the_singular_and_the_plural(one: str, other: str) -> None:
    assert group(one) == group(other)


def test_whoever_stands_is_one_by_the_whole_name() -> None:
    assert group("Varga’s") == group("Varga")
    assert group("Democrats") == group("Democratic")
    assert group("Martin") != group("Martens")


def test_a_number_alone_puts_no_sentence_into_a_row() -> None:
    one = report("Two men in yellow coats were painting the old lighthouse at Sarn.")
    other = report("The council heard two men about the price of bread on Friday.")
    facts = [fact for fact in ledger([one, other]).facts if fact.kind == "figure"]
    assert facts
    assert not any(fact.perhaps for fact in facts)
