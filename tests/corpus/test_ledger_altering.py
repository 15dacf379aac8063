"""A quotation is called altered only where words of one sentence of one speaker differ."""

from __future__ import annotations

import pytest
from reports import report

from corpus.ledger import ledger

LONG = "We will not reopen the route to the islands until every door on every ship is checked."


def relations(one: str, other: str, *more: str) -> list[str]:
    """How the versions of a quotation relate, the one that names the row left out."""
    facts = ledger([report(text) for text in (one, other, *more)]).facts
    cells = [cell for fact in facts if fact.kind == "quotation" for cell in fact.cells]
    return [cell.relation for cell in cells if cell.relation != "medoid"]


@pytest.mark.parametrize("word", ["bleep", "[bleep]", "(bleep)", "d***ed", "[expletive]"])
def test_what_is_not_printed_alters_nothing(word: str) -> None:
    said = '"We will not wait for the {} doors of the islands another year," Ines Varga said.'
    assert relations(said.format("damned"), said.format(word)) == ["same"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will do whatever it takes to get her story heard in full",
         "We will take whatever it takes to get her story heard in full"),
        ("This is a critical time for the region and for its ports",
         "This is a critical moment for the region and for its ports"),
        ("We will not reopen the route until every ship is checked",
         "We will reopen the route until every ship is checked"),
        ("The council of the islands accepts the result of the vote on the port",
         "The council of the islands does not accept the result of the vote on the port"),
        ("In the first week we sent the money of the harbour on two boats for the islands",
         "In the first week we spent the money of the harbour on two boats for the islands"),
        ("The first action of the summer is the old ferry in the harbour",
         "The first attraction of the summer is the old ferry in the harbour"),
    ],
)  # fmt: skip
def test_other_words_or_a_negation_in_one_sentence_alter_it(one: str, other: str) -> None:
    assert relations(f'"{one}," Ines Varga said.', f'"{other}," Ines Varga said.') == ["altered"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("For too long women who made such charges were ignored by this house",
         "For too long woman who made such charges were ignored by this house"),
        ("They dont see what women of this town have done for its port",
         "They don't see what women of this town have done for its port"),
        ("We are looking at June 12 for the first boat to the islands",
         "We are looking at June 12th for the first boat to the islands"),
        ("They picked HK for the yard, and they will build it there in spring",
         "They picked Hong Kong for the yard, and they will build it there in spring"),
        ("I have no idea why he would sail in weather like this",
         "I have no idea, no idea why he would sail in weather like this"),
        ("He can give it from the quay of Sarn if he wants to give it",
         "He can give (the speech) from the quay of Sarn if he wants to give it"),
        ("We [the owners] may have done some things differently on that boat",
         "We may have done some things different on that boat"),
        ("Nobody told me why they call this harbour a s---hole of the north",
         "Nobody told me why they call this harbour a shithole of the north"),
        ("Nobody told me why they call this harbour a sh**hole of the north",
         "Nobody told me why they call this harbour a shithole of the north"),
    ],
)  # fmt: skip
def test_spelling_insertions_and_stutters_alter_nothing(one: str, other: str) -> None:
    said = relations(f'"{one}," Ines Varga said.', f'"{other}," Ines Varga said.')
    assert said
    assert "altered" not in said


def test_a_sentence_left_out_whole_with_its_negation_alters_nothing() -> None:
    one = (
        '"The office does not judge what a witness says about the doors. The charge does not '
        'involve a crime. Its role is to give the court what it asks for," Ines Varga said.'
    )
    other = (
        'The office "does not judge what a witness says about the doors" and its role '
        '"is to give the court what it asks for," Ines Varga said.'
    )
    assert "altered" not in relations(one, other)


def test_two_speakers_never_alter_each_other() -> None:
    one = '"The consequences for peace and stability could be serious," Anton Rask said.'
    other = '"The consequences for peace and security could be serious," Anton Varga said.'
    assert "altered" not in relations(one, other)


def test_what_several_quote_in_other_words_is_another_sentence() -> None:
    one = '"The owners of the ship never told the inquiry of the two doors," Rask wrote.'
    other = '"The owners of the ship never told the court of the two doors," Rask wrote.'
    assert relations(one, other) == ["altered"]
    assert "altered" not in relations(one, f"{one} So it is.", other, f"{other} It rained.")


def test_what_is_said_on_two_days_or_occasions_alters_nothing() -> None:
    one = '"This is a critical time for the region and for its ports," Ines Varga said'
    other = '"This is a critical moment for the region and for its ports," Ines Varga said'
    assert relations(f"{one} on Monday.", f"{other} on Monday.") == ["altered"]
    assert "altered" not in relations(f"{one} on Monday.", f"{other} on Thursday.")
    assert "altered" not in relations(f"{one} at a rally.", f"{other} in a radio interview.")


def test_a_name_for_a_pronoun_alters_nothing() -> None:
    one = '"I think he would do a very good job for the ports of the islands," Ines Varga said.'
    other = '"I think Rask would do a very good job for the ports of the islands," Ines Varga said.'
    assert "altered" not in relations(one, other)
