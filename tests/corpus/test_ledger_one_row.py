"""What one ledger says, it says once: one number of a story, one message, one sentence."""

from __future__ import annotations

import pytest
from reports import report

from corpus.article import Article
from corpus.ledger import ledger
from corpus.ledger.furniture import reads_alone, states_nothing
from corpus.ledger.result import Fact


def rows(kind: str, *articles: Article) -> list[Fact]:
    return [fact for fact in ledger(articles).facts if fact.kind == kind]


BROTHERS = (
    report("The harbour police arrested two brothers at the quay of Sarn."),
    report("He paid the two brothers to sink the pilot boat, a court in Vell heard."),
    report("The inquiry turned to two brothers who had bought paint that week."),
)


def test_the_one_number_that_a_story_has_of_a_noun_is_one_row_whatever_is_told_of_them() -> None:
    (row,) = rows("figure", *BROTHERS)
    assert len(row.carried) == 3


def test_whom_several_say_were_held_are_one_row_in_words_and_digits_and_by_any_noun() -> None:
    told = (
        "Eighteen people were arrested in Sarn over the fire, the mayor said.",
        "The police of Sarn have arrested 18 suspects.",
        "After the fire 18 people were arrested, a spokesman told the Gazette.",
        "The court wants to see the 18 people who were arrested for it.",
    )
    held = [fact for fact in rows("figure", *map(report, told)) if fact.cells[0].value == 18]
    assert [len(fact.carried) for fact in held] == [4]


def test_equal_small_numbers_of_two_things_are_not_even_perhaps_one() -> None:
    one = report("Three pilots of the port of Sarn fell ill after the fire on the ferry.")
    other = report("The fire on the ferry cost the port of Sarn three cranes.")
    assert all(len(fact.cells) == 1 for fact in rows("figure", one, other))


def test_a_sum_said_twice_in_an_article_is_one_cell_though_it_buys_two_things() -> None:
    one = report("The port pays $267 million for ships. With $267 million it can buy five of them.")
    (row,) = (fact for fact in rows("figure", one) if fact.cells[0].text == "$267 million")
    assert row.cells[0].more


def test_a_sentence_that_counts_otherwise_is_no_rewording() -> None:
    one = report("That brings those who asked the port of Sarn for work in five weeks to 2,600.")
    other = report("That brings those who asked the port of Sarn for work in six weeks to 3,000.")
    assert all(len(fact.carried) == 1 for fact in rows("statement", one, other))


def test_equal_sentences_are_one_row_though_all_their_words_are_names() -> None:
    one, other = (
        report("The Free Harbour Union Is Back."),
        report("The Free Harbour Union Is Back."),
    )
    assert [len(fact.carried) for fact in rows("statement", one, other)] == [2]


MESSAGE = "The gates of the harbour stay shut until every door has been tested."


def test_a_message_that_some_quote_and_others_print_is_one_row() -> None:
    first = report(f'"{MESSAGE}" Ines Varga wrote. The quay was empty at noon.')
    second = report(f'In the evening Ines Varga wrote: "{MESSAGE}" Nobody answered her.')
    prints = report(f'She wrote: "The gates of the harbour stay shut." {MESSAGE}')
    found = ledger([first, second, prints]).facts
    (row,) = (fact for fact in found if "gates of the harbour" in fact.text)
    assert row.kind == "quotation"
    assert len(row.cells) == 3


def test_a_row_is_named_by_a_sentence_that_can_be_understood_by_itself() -> None:
    hung = "But he turned down the offer of the port to raise the wall of Sarn by two metres."
    full = "Mayor Rask turned down the offer of the port to raise the wall of Sarn by two metres."
    (row,) = (f for f in rows("statement", report(hung), report(full)) if "offer" in f.text)
    assert row.text == full
    assert len(row.carried) == 2


@pytest.mark.parametrize(
    "text",
    ["But the port denied it.", "She denied it.", "“They denied it.”", "Divers find the ferry"],
)
def test_a_sentence_hung_on_another_or_a_heading_does_not_read_alone(text: str) -> None:
    assert not reads_alone(text)
    assert reads_alone("The port denied it.")


@pytest.mark.parametrize(
    "text",
    [
        "Hide Caption 4 of 45 Photos: The fire A man looks at the ferry in the port of Sarn.",
        "FILE - In this March 3, 2031 file photo, the ferry lies at the quay of Sarn.",
        "Photos: The ferry burns in the port of Sarn.",
    ],
)
def test_a_caption_states_nothing(text: str) -> None:
    assert states_nothing(text)
    assert not states_nothing("The ferry burns in the port of Sarn.")
