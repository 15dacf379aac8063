"""Clauses with a subject of their own, speakers that are none, and signs in marks."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations
from corpus.quotations.doubts import is_whole
from corpus.quotations.names import without_day


def read(text: str) -> list[Quotation]:
    return [q for q in quotations([("body", 0, text)]) if q.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Karl Orlov was heard on the radio saying “We are sinking fast” while Lena Aalto "
            "agreed, saying “The pumps have all failed us”.",
            ["Karl Orlov", "Lena Aalto"],
        ),
        (
            "Karl Orlov said “We are sinking fast” and Lena Aalto, a pilot, nodded, adding “The "
            "pumps have all failed us”.",
            ["Karl Orlov", "Lena Aalto"],
        ),
        (
            "Karl Orlov said “We are sinking fast” but the mayor disagreed, saying “The pumps "
            "have never failed us”.",
            ["Karl Orlov", "mayor"],
        ),
        (
            "Karl Orlov said “We are sinking fast” and left the quay, adding “The pumps have all "
            "failed us”.",
            ["Karl Orlov", "Karl Orlov"],
        ),
        (
            "Karl Orlov said “We are sinking fast” in the ports of Aldmere and Quill, adding “The "
            "pumps have all failed us”.",
            ["Karl Orlov", "Karl Orlov"],
        ),
    ],
)
def test_a_clause_with_its_own_subject_is_not_who_spoke_before(
    text: str, speakers: list[str]
) -> None:
    assert [q.speaker for q in read(text)] == speakers


@pytest.mark.parametrize("clause", ["Lena Aalto listened", "she agreed", "he waited"])
def test_behind_who_only_listened_or_is_not_named_nobody_is_sure(clause: str) -> None:
    found = read(
        f"Karl Orlov said “We are sinking fast” while {clause}, adding “The pumps have all failed "
        "us”."
    )
    assert [q.sure for q in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Thursday, police said: “We are looking for the boat.”", "police"),
        ("Meanwhile, officials said: “We are looking for the boat.”", "officials"),
        ("Costa Rican officials said: “We are looking for the boat.”", "Costa Rican officials"),
        ("Later Costa Rican officials said: “We look for the boat.”", "Costa Rican officials"),
        ("The Aldmere Foundation on Monday warned: “The boat is lost.”", "Aldmere Foundation"),
    ],
)
def test_a_speaker_has_its_whole_name_and_no_day(text: str, speaker: str) -> None:
    (quoted,) = read(text)
    assert (quoted.speaker, quoted.sure) == (speaker, True)


@pytest.mark.parametrize(
    "speaker", ["Marle Grand Prix", "Friday", "More", "finish in Sao Paulo", "Harbour War"]
)
def test_days_events_and_stray_words_are_no_sure_speakers(speaker: str) -> None:
    assert not is_whole(speaker)


@pytest.mark.parametrize("name", ["Super Tuesday", "Anna Friday", "Harbour Today"])
def test_a_day_within_a_name_stays(name: str) -> None:
    assert without_day(name) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He hung a “W” flag from his window, Karl Orlov said.", []),
        ("Karl Orlov said he voted for the “no” side.", []),
        ("Karl Orlov said “no” to the plan.", ["no"]),
        ("Karl Orlov wrote “OK” on the paper.", ["OK"]),
    ],
)
def test_letters_that_describe_a_noun_are_no_quotation(text: str, words: list[str]) -> None:
    assert [q.text for q in read(text)] == words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Lena Orlova, a pilot and author of Norland by Night: The Long Way Over said that "
            "the sea had never been so calm.",
            "Lena Orlova",
        ),
        (
            "Doorwell Works technical director Juha van der Aalto, Technical Director for Doorwell "
            "explains: “We wait.”",
            "Juha van der Aalto",
        ),
        (
            "Ines Varga, who is president of the Pilots' Guild and chair of its wall task force "
            "said, “We wait.”",
            "Ines Varga",
        ),
        (
            "“Nobody will pay for it,” a statement released by the Norland Radio Service read.",
            "Norland Radio Service",
        ),
        ("A statement from the Veldau Port Office said it was “no loss”.", "Veldau Port Office"),
        (
            "GN:Getty Images Norland says its wall was “the first step” of many.",
            "Norland",
        ),
        (
            "In New Veldau, Director of Health Lena Orlova said: “We wait.”",
            "Lena Orlova",
        ),
    ],
)
def test_the_one_who_bears_the_office_speaks_and_not_what_the_office_is_of(
    text: str, speaker: str
) -> None:
    (found,) = quotations([("body", 0, text)])
    assert found.speaker == speaker


def test_who_goes_on_with_what_another_told_him_is_not_surely_speaking_himself() -> None:
    told, further = quotations(
        [
            (
                "body",
                0,
                "“He said, ‘I have never seen this,’” Lena Orlova told the Quill. "
                "“There is a bird in the tower.”",
            )
        ]
    )
    assert (told.speaker, told.sure) == ("Lena Orlova", True)
    assert (further.speaker, further.sure) == ("Lena Orlova", False)


def test_a_verb_beside_the_words_is_told_though_it_names_nobody() -> None:
    found = quotations(
        [
            ("body", 0, "Lena Orlova came to the port on Monday."),
            ("body", 1, "“Gross negligence by the whole port,” the tweet read."),
        ]
    )
    assert [(q.speaker, q.cue, q.sure) for q in found] == [("Lena Orlova", "read", False)]


def test_a_name_behind_two_offices_speaks() -> None:
    (found,) = quotations([("body", 0, "“We wait,” said comedian and author Lena Orlova.")])
    assert (found.speaker, found.sure) == ("Lena Orlova", True)


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("one top manager at a very large port company said", "one top manager"),
        ("a skipper directly involved in the long talks said", "skipper"),
        ("the crowd chanted", "crowd"),
        ("a fundraiser continued", "fundraiser"),
    ],
)
def test_who_is_not_named_speaks_all_the_same_and_no_name_nearby(said: str, speaker: str) -> None:
    (found,) = quotations(
        [
            ("body", 0, "Lena Orlova came to the port on Monday."),
            ("body", 1, f"“Nobody is going to pay for it,” {said}."),
        ]
    )
    assert found.speaker == speaker
