"""Who is meant by "the company", "the researchers" and a credit below; names are whole words."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations
from corpus.quotations.people import People


def read(*paragraphs: str) -> list[Quotation]:
    texts = [("body", number, text) for number, text in enumerate(paragraphs)]
    return [q for q in quotations(texts) if q.kind != "indirect"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            (
                "A Doorwell spokeswoman did not answer at once.",
                "“We have never sold a door that would not open,” the company added.",
            ),
            "Doorwell",
        ),
        (
            (
                "Divers told the Harbour Herald that the wall had moved.",
                "“Nobody had looked at it for a year,” the paper wrote.",
            ),
            "Harbour Herald",
        ),
        (
            (
                "Much of it was first told by the local group Quaywatch and its friends.",
                "“The wall was never safe,” the organization said.",
            ),
            "Quaywatch",
        ),
        (
            (
                "The Harbour Herald editorial board was not convinced by any of it.",
                "“It is long past time to mend the wall,” the editorial went on, and the paper "
                "added: “Nobody will thank us.”",
            ),
            "Harbour Herald editorial board",
        ),
    ],
)
def test_the_company_is_the_one_that_the_article_names(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    (first, *_) = read(*paragraphs)
    assert first.speaker == speaker
    assert not first.sure


def test_a_body_without_a_name_stays_what_it_is_called() -> None:
    (only,) = read("Lena Orlova came to Veldau.", "“We know of no wall,” the company said.")
    assert only.speaker == "company"


def test_they_are_the_one_who_is_named_with_colleagues() -> None:
    (only,) = read(
        "A study by Lena Orlova and her colleagues looked at a hundred harbours.",
        "The walls were measured twice a year.",
        "“Most of them move,” they write.",
    )
    assert only.speaker == "Lena Orlova"


ROUND_UP = "“The wall has been neglected for longer than anybody in this town can remember, and it \
is the council that will have to answer for it once the tide comes in, not the divers"


@pytest.mark.parametrize("credit", ["Lena Orlova, Harbour Herald", "— Lena Orlova, Harbour Herald"])
def test_a_credit_below_or_behind_a_long_quotation_says_who_speaks(credit: str) -> None:
    below = read("“It is safe,” Tom Reyl said.", f"{ROUND_UP}.”", credit)
    behind = read("“It is safe,” Tom Reyl said.", f"{ROUND_UP}.” {credit}")
    for found in (below, behind):
        assert [q.speaker for q in found] == ["Tom Reyl", "Lena Orlova"]


def test_a_credit_is_of_all_paragraphs_of_one_speech_and_of_both_who_are_named() -> None:
    found = read(
        "“It is safe,” Tom Reyl said.",
        f"{ROUND_UP}.",
        f"{ROUND_UP}.”",
        "Lena Orlova and Eve Aalto, Harbour Herald",
    )
    assert [q.speaker for q in found][1:] == ["Lena Orlova and Eve Aalto"] * 2


def test_a_surname_within_another_word_names_nobody() -> None:
    people = People(["Ann Moss and Kim Li spoke on the quay."])
    assert people.named_in("It was Li.")
    assert not people.named_in("The ship under the flag of Libya stayed.")
    assert people.only(["Moss came back from Libya."]) == "Ann Moss"


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            ("Orlova lives in Aldmere.", "“She threw stones,” the military said."),
            "military",
        ),
        (
            (
                "Police came.",
                "The harbour said that the boy “fell into it.”",
            ),
            "harbour",
        ),
        (
            (
                "The FBI did not answer. The LAX staff knew nothing.",
                "“We failed that day,” the airline said.",
            ),
            "airline",
        ),
        (
            (
                "Tamar Coast Airways (TCA) has nine jets. TCA looks into it.",
                "The FBI did not answer.",
                "“We failed that day,” the airline said.",
            ),
            "TCA",
        ),
        (
            (
                "Ann Orlova was there.",
                "“We are glad,” said the ‘Open Every Door’ movement on Monday.",
            ),
            "Open Every Door movement",
        ),
        (("“It was part of the deal,” according to the BBC.",), "BBC"),
    ],
)
def test_the_phrase_beside_the_verb_speaks_and_nobody_else(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert read(*paragraphs)[0].speaker == speaker


def test_he_is_the_spokesman_of_the_sentence_before_and_not_another_who_spoke() -> None:
    found = read(
        "“We did it all,” Marek Orlov, the rebels’ spokesman, said.",
        "The wall lies in the north.",
        "A harbour ministry spokesman in Aldmere said the fire was out by noon.",
        "“All our people there are safe,” he said.",
    )[-1]
    assert (found.speaker, found.sure) == ("harbour ministry spokesman", False)


def test_a_pronoun_is_nobody_of_the_other_sex_and_no_airline() -> None:
    assert [
        q.speaker
        for q in read(
            "Quadira Tamsin was held when police saw her at the wall. Tamsin said she was well.",
            "Marek Orlov, head of the Prisoners Club, said the charges were false.",
            "Tamsin came to the court.",
            "“Their aim is to frighten people,” he said.",
        )
    ] == ["Marek Orlov"]
    assert (
        read(
            "“We turned back,” TCA said.",
            "Model Zelinda Tarn was aboard and live-tweeted it. She wondered why they had turned.",
            "“Why not just land and send him back?” she wrote.",
        )[-1].speaker
        == "Zelinda Tarn"
    )


def test_who_was_named_long_before_and_is_the_only_one_is_unsure() -> None:
    found = read(
        "“The talks went well,” Marek Orlov said.",
        "The wall is in the north of the town.",
        "Rain fell on it for a week.",
        "“It would be a major blow to all of us,” he said.",
    )[-1]
    assert not found.sure


def test_he_said_behind_a_quotation_is_who_says_it_ahead_of_it() -> None:
    found = read(
        "“She was pale,” Marek Orlov said.",
        "Dr. David Senn, a second surgeon, said by the time he came, Lind was in a coma, “almost "
        "brain dead,” he said.",
    )[-1]
    assert found.speaker == "David Senn"
