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
