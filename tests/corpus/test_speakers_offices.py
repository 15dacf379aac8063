"""Where an office ends and its holder begins: of two words, of somebody to come, abroad."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def speakers(*paragraphs: str) -> list[str | None]:
    return [q.speaker for q in quotations([("body", n, p) for n, p in enumerate(paragraphs)])]


@pytest.mark.parametrize(
    "office",
    [
        "House Ways and Means Chairman",
        "House Oversight and Reform Committee Chairwoman",
        "Health and Human Services Secretary",
        "Quill Boats President and CEO",
        "President and Chief Executive Officer",
        "Quill News Senior Analyst and Harbour Journal Editorial Director",
        "Aldmere Mayor-elect",
        "House Minority Leader and Speaker-designate",
        "Secretary of the Interior",
        "Norish envoy to the UN",
        "state Del.",
        "Defense Sec.",
        "Quill Editor",
        "Lawmaker",
    ],
)
def test_who_holds_an_office_speaks_by_the_name_alone(office: str) -> None:
    assert speakers(f"“We wait for the tide,” said {office} Lena Orlova.") == ["Lena Orlova"]


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("Senate Majority Leader Lena Orlova and House Speaker John Aalto", ("Lena Orlova", True)),
        ("Lena Orlova and House Majority Leader John Aalto", ("Lena Orlova", True)),
        ("Rep. King and Senator Aalto", ("King", True)),
    ],
)
def test_two_who_each_hold_one_speak_together(who: str, speaker: tuple[str, bool]) -> None:
    (told,) = speakers(f"“We wait for the tide,” said {who}.")
    assert told is not None
    assert told.startswith(f"{speaker[0]} and ")


def test_the_given_names_of_one_person_stay_together() -> None:
    text = "Norish candidate Andrés Manuel López Orlov has won, saying “a change” is coming."
    assert speakers(text) == ["Andrés Manuel López Orlov"]


@pytest.mark.parametrize(
    "opening", ["Retorted Orlov: “Oh, come on!”", "Surprised Orlov said it was “no good.”"]
)
def test_a_verb_that_opens_a_sentence_is_no_part_of_the_name_behind_it(opening: str) -> None:
    assert speakers("Lena Orlov came.", opening) == ["Lena Orlov"]


def test_the_place_of_a_dateline_is_no_part_of_the_name_behind_it() -> None:
    assert speakers("ALDMERE Lena Orlova said it was “no good.”") == ["Lena Orlova"]
