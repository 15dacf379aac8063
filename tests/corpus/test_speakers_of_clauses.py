"""Whose clause a quotation stands in: who is heard, who is asked, who opens the sentence."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(*paragraphs: str) -> tuple[Quotation, ...]:
    return quotations([("body", number, text) for number, text in enumerate(paragraphs)])


def last(*paragraphs: str) -> Quotation:
    return read(*paragraphs)[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lena Orlov said she recalled Aalto saying, “We will wait here.”", "Aalto"),
        ("She told the court that she heard Karl Aalto yell, “Get off the boat!”", "Karl Aalto"),
        (
            "A port official who was told of the matter on Friday said senior officials had "
            "explained that the search “began with two boats”.",
            "officials",
        ),
        (
            "The crew read, in one of the letters, pilots in the U.K. wrote that it “hums at low "
            "tide”.",
            "pilots in the U.K.",
        ),
        ("Added former pilot Lena Orlov (D-Norland): “We will wait here.”", "Lena Orlov"),
        ("Added another harbour pilot: “We will wait here all night.”", "another harbour pilot"),
        ("The pilots (Orlov herself tweeted: “We will wait here.”) left.", "Orlov"),
        ("“We will wait for all of them here” said harbour master Lena Orlov.", "Lena Orlov"),
        ("“We will wait,” said one source close to the port.", "one source"),
        ("“We will wait,” said prosecutor Ines de la Torre.", "Ines de la Torre"),
        ("“We will wait,” Mrs. May said. Theresa May then left.", "Theresa May"),
        ("Late on Monday night, Lena Orlov left the port, saying, “We will wait.”", "Lena Orlov"),
        ("Afterwards, Lena Orlov left the port, saying, “We will wait.”", "Lena Orlov"),
        (
            "In January Lena Orlov, Quill correspondent of the Harbour News, nodded to the mayor, "
            "tweeting: “We will wait.”",
            "Lena Orlov",
        ),
        (
            "In a letter to Karl Aalto, who sits there, Lena Orlov left no doubt, adding that "
            "they “will wait for it”.",
            "Lena Orlov",
        ),
    ],
)
def test_the_speaker_of_a_clause(text: str, speaker: str) -> None:
    assert last(text).speaker == speaker


def test_who_is_asked_and_not_who_asks_goes_on() -> None:
    found = last(
        "Karl Aalto spoke first. “No boats,” Karl Aalto said.",
        "When Ms. Lena Orlov asks about the boats, he brushes it aside, saying, “Not now.”",
    )
    assert (found.speaker, found.sure) == ("Karl Aalto", False)


def test_a_pronoun_is_not_taken_for_a_name_of_the_other_sex() -> None:
    found = last(
        "Karl Aalto ran the port. “It is late,” Karl Aalto said.",
        "Mary Orlov said he had called the pier a “bridge made of biscuits”. She left. Orlov, she "
        "said, was tired. Orlov and her team went.",
    )
    assert found.speaker == "Karl Aalto"


def test_a_foreign_president_is_not_the_one_at_home() -> None:
    found = last(
        "Maltese President Andre Lopez wrote to President Donald Trump. Trump read it, and Trump "
        "and President Trump's team answered.",
        "“No boats,” the Maltese president said.",
    )
    assert found.speaker == "Andre Lopez"


def test_a_dash_and_a_name_below_tell_who_said_it() -> None:
    found = read(
        "“We will never close the port for them.”",
        "-- Mayor Lena Orlov, D-Norland, at a dinner of pilots on Friday.",
    )
    assert (found[0].speaker, found[0].sure) == ("Lena Orlov", False)


def test_lindsey_is_a_mans_name_too() -> None:
    found = last(
        "Lindsey Graham left. Graham said he would stay; Graham and his aides left.",
        "Graham spoke of boats. “They will wait,” he said.",
    )
    assert found.speaker == "Lindsey Graham"


@pytest.mark.parametrize(
    ("told", "role", "speaker"),
    [
        ("Russian President Igor Moss came.", "Chinese president", "Chinese president"),
        ("Russian President Igor Moss came.", "Russian president", "Igor Moss"),
        ("President Igor Moss of Russia met U.S. officials.", "Russian president", "Igor Moss"),
        ("Igor Moss, Russia’s president, met Americans.", "Russian president", "Igor Moss"),
        ("Igor Moss, the president of Malta, came.", "Russian president", "Russian president"),
        ("South Korean President Igor Moss came.", "North Korean president", None),
        ("President Lena Adams left the White House.", "Chinese president", "Chinese president"),
        ("President Lena Adams left the White House.", "American president", "Lena Adams"),
        ("President Igor Moss left the port.", "Russian president", "Igor Moss"),
        ("Prime Minister Igor Moss met Americans.", "Russian prime minister", "Igor Moss"),
        ("President Igor Moss, a Republican, spoke.", "Republican president", "Igor Moss"),
    ],
)
def test_an_office_of_one_land_is_not_held_by_who_is_of_another(
    told: str, role: str, speaker: str | None
) -> None:
    assert last(told, f"“No boats,” the {role} said.").speaker == (speaker or role)
