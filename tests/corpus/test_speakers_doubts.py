"""What is never called sure, and speakers that the sentence states."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations
from corpus.quotations.doubts import is_broken, is_whole


def read(*paragraphs: str) -> list[Quotation]:
    texts = [("body", number, text) for number, text in enumerate(paragraphs)]
    return [q for q in quotations(texts) if q.kind != "indirect"]  # type: ignore[arg-type]


def last(*paragraphs: str) -> Quotation:
    return read(*paragraphs)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Aalto would have said it was “a very long winter for the whole of the harbour”.",
        "Karl Aalto might say, “We are not going to wait for the tide this year.”",
        "Karl Aalto never said, “We are not going to wait for the tide this year.”",
        "Karl Aalto did not say that it was “the very last winter of the old harbour”.",
        "Karl Aalto: Is the harbour truly “a place without a heart and without a plan”?",
        "“We wait for the tide, and the pilot has gone home already, Karl Aalto said. He left.",
    ],
)
def test_what_is_imagined_denied_or_run_into_the_report_is_not_sure(text: str) -> None:
    assert all(not q.sure for q in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Karl Aalto said it was “a very long winter for the whole of the harbour”.",
        "Karl Aalto will say, “We are not going to wait for the tide this year.”",
        "“We wait for the tide,” Karl Aalto said.",
        "“We wait for the tide,” said a spokeswoman for the harbour office.",
        "“We wait for the tide,” said one pilot familiar with the plans.",
        "“We wait for the tide,” said another.",
    ],
)
def test_what_is_plainly_said_stays_sure(text: str) -> None:
    quoted = last(text)
    assert quoted.sure
    assert quoted.speaker


@pytest.mark.parametrize(
    ("speaker", "whole"),
    [
        ("Karl Aalto", True),
        ("Rex Aalto", True),
        ("Karl A Aalto", True),
        ("QNA Aalto", True),
        ("Save the Harbour movement", True),
        ("EPA Administrator Karl Aalto", True),
        ("Sterling Aalto", True),
        ("Comparing himself to his brother", False),
        ("New Trailer", False),
        ("New Year", False),
        ("Aldmere Authorities", False),
        ("EPA Quill", False),
        ("Reuters The Harbour Council", False),
        ("MOST READ IN NEWS QUAY CITY How Aalto", False),
        ("CALM KARL Karl Aalto", False),
        ("Quill Quill", False),
        ("Karl Aalto Karl Aalto", False),
        ("Little Boat Man,", False),
        ("spokesman for the harbour office", True),
        ("two pilots familiar with the plan", True),
        ("memo to Karl Aalto", True),
        ("the Harbour Research Center", True),
        ("those who have heard of it", True),
        ("smart money in Aldmere", False),
        ("the letter was not", False),
        ("winds have emptied the port", False),
        ("an offer that", False),
        ("according to the prepared", False),
        ("combined 60%", False),
    ],
)
def test_a_speaker_is_a_name_or_a_phrase_of_somebody(speaker: str, whole: bool) -> None:
    assert is_whole(speaker) == whole


def test_a_phrase_cut_out_of_a_clause_is_broken_and_a_long_office_is_not() -> None:
    assert is_broken("once the quay is complete")
    assert not is_broken("head of the harbour office in Aldmere")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Close the gate,” an officer ordered.", "officer"),
        ("The plan was described by the Aldmere Gazette as a “wall around nothing at all”.",
         "Aldmere Gazette"),
        ("Karl Aalto kept to the plan, affirming that it was “the only one that will last”.",
         "Karl Aalto"),
        ("The bill states that a ship “may not be held for longer than a single tide”.", "bill"),
        ("The Harbour Times is now saying that “nobody will be asked to leave the quay”.",
         "Harbour Times"),
        ("Karl Aalto did say that the port “will be open to everybody in the spring”.",
         "Karl Aalto"),
        ("As Karl Aalto puts it, “we can wait for the tide or we can row.”", "Karl Aalto"),
        ("(Karl Aalto tweeted that the mayor “is a pilot without a ship or a map”.)",
         "Karl Aalto"),
        ("Karl Aalto said that if the union asked for more, “we will close the whole quay”.",
         "Karl Aalto"),
        ("Lena Orlova mocked Karl Aalto for claiming he is “a friend of every pilot here”.",
         "Karl Aalto"),
        ("Lena Orlova showed a video of captain Karl Aalto describing it as “a big nothing”.",
         "Karl Aalto"),
        ("In his letter, Karl Aalto claimed the USDW has not responded to him, and asked for an "
         "answer “without any delay at all”.", "Karl Aalto"),
        ("Karl Aalto told the Harbour Times the union's reported answer was “not serious at all”.",
         "Karl Aalto"),
    ],
)  # fmt: skip
def test_the_speaker_that_the_sentence_states_is_taken(text: str, speaker: str) -> None:
    assert last(text).speaker == speaker


def test_the_opening_of_the_next_sentence_is_no_subject_of_a_verb_of_saying() -> None:
    found = read(
        "Karl Aalto said the ships would be “sold at last”. Once the sale is done, he said, "
        "the quay will be “a garden for the whole town”."
    )
    assert [q.speaker for q in found] == ["Karl Aalto", "Karl Aalto"]


def test_a_sentence_behind_a_quotation_that_opens_with_a_participle_is_the_next() -> None:
    quoted = read(
        "“He was the calm one of us, so who would have thought it?” Comparing himself to his "
        "brother, he said, “I have much more anger.”"
    )
    assert all("Comparing" not in (q.speaker or "") for q in quoted)


def test_a_paper_of_one_word_and_a_party_are_not_what_their_names_close() -> None:
    quoted = last("The Little People came first.", "“They have parted for good,” People reported.")
    assert quoted.speaker == "People"


def test_he_behind_a_sentence_of_a_spokesman_is_not_surely_who_spoke_before() -> None:
    quoted = read(
        "The harbour master, Karl Aalto, said: “The pier is closed until the spring.” A council "
        "spokesman said the islanders were kept informed. He stressed: “Our boats are all safe.”"
    )
    assert quoted[0].speaker == "Karl Aalto"
    assert quoted[0].sure
    assert not (quoted[1].speaker == "Karl Aalto" and quoted[1].sure)


def test_he_behind_his_own_sentence_stays_sure() -> None:
    quoted = read(
        "The harbour master, Karl Aalto, said: “The pier is closed until the spring.” A storm had "
        "damaged it. He added: “Our boats are all safe.”"
    )
    assert (quoted[1].speaker, quoted[1].sure) == ("Karl Aalto", True)


def test_what_a_paper_quotes_in_its_own_report_is_not_surely_its_own() -> None:
    text = "The Gull Times reported that the harbour office had opened a “deep and wide inquiry.”"
    assert not last(text).sure
    assert last("The Gull Times reported that “the harbour office was shut at noon.”").sure


def test_others_close_to_somebody_are_not_that_person() -> None:
    text = "But people close to Karl Aalto said it was “a very long winter for the harbour”."
    assert last(text).speaker == "people close to Karl Aalto"


def test_what_a_paper_is_called_behind_in_is_nobody_s_words() -> None:
    quoted = read(
        "In “Holding Back the Northern Tide,” the council’s memo, Karl Aalto said that "
        "the boats were “not going to wait for the spring this year”."
    )
    assert [q.speaker for q in quoted if q.text.startswith("Holding")] in ([], [None])
    assert quoted[-1].speaker == "Karl Aalto"


def test_words_that_somebody_else_said_according_to_a_witness_are_not_surely_the_witness_s() -> (
    None
):
    relayed = last(
        "The pilot asked her whether she was “going to wait for the tide,” according to Aalto."
    )
    assert not relayed.sure
    plain = last("The harbour is “in need of a very long rest,” according to Karl Aalto.")
    assert (plain.speaker, plain.sure) == ("Karl Aalto", True)
