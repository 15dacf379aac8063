"""A few words that two articles quote are one row only of one speaker and on one matter."""

from __future__ import annotations

from reports import report

from corpus.ledger import ledger


def rows(*texts: str) -> int:
    """How many rows of quotations these articles have."""
    facts = ledger([report(text) for text in texts]).facts
    return sum(fact.kind == "quotation" for fact in facts)


def test_two_speakers_of_a_few_words_have_two_rows() -> None:
    one = 'Ines Varga said the owners had found "common ground" on the repair of the ferry doors.'
    other = 'Anton Rask said the crews had found "common ground" on the repair of the ferry doors.'
    assert rows(one, one.replace("the owners", "owners")) == 1
    assert rows(one, other) == 2


def test_the_very_same_words_of_one_speaker_are_one_row_whatever_stands_around_them() -> None:
    one = 'Ines Varga said the minister had done "a very good job" in the talks with Tamar.'
    other = 'Ines Varga thought that plumbers did "a very good job" at her house.'
    assert rows(one, other) == 1


def test_a_few_words_without_a_speaker_are_of_whom_their_sentence_names() -> None:
    one = 'Ines Varga said the repair of the doors was a "bitter pill" for the owners.'
    named = 'The repair of the doors that Varga announced is a "bitter pill" for the owners.'
    other = 'The repair of the doors that Rask announced is a "bitter pill" for the owners.'
    assert rows(one, named) == 1
    assert rows(one, other) == 2


def test_a_short_sentence_of_one_speaker_is_one_wherever_it_stands() -> None:
    one = '"He did not use that word," Ines Varga said.'
    other = '"I tell you, he did not use that word," Ines Varga said of the captain.'
    assert rows(one, other) == 1
