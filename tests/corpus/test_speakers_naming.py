"""Words that only name something have no speaker but whoever is said to have given the name."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(*paragraphs: str) -> tuple[Quotation, ...]:
    return quotations([("body", number, text) for number, text in enumerate(paragraphs)])


def speakers(*paragraphs: str) -> list[str | None]:
    return [q.speaker for q in read(*paragraphs)]


@pytest.mark.parametrize(
    "text",
    [
        "Orlov set up a working group dubbed the “Slow Boats of the Northern Harbour”.",
        "Orlov wrote a paper for the Quill Institute called “we wait for nobody in the rain”.",
        "The bill, dubbed “a gift to every boat owner”, passed on Monday.",
        "His long speech — dubbed a “night without any end in sight” — made him known.",
        "Orlov said the council may use the so-called “last boat out of town” rule.",
        "Orlov wrote a column titled, “You will not take our boats away.”",
        "She stood by the monument known as the “gate of all the northern winds”.",
        "The men left the port in a state described as “somewhere close to being asleep”.",
        "It is called “the end of the world for boats”.",
    ],
)
def test_a_name_that_something_bears_has_no_speaker(text: str) -> None:
    assert set(speakers("Lena Orlov came to the port on Monday.", text)) <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The plan, dubbed “a mess” by Lena Orlov, passed.", "Lena Orlov"),
        ("He was called “weird” by Mayor Lena Orlov in May.", "Lena Orlov"),
        ("The council passed what Lena Orlov called “a mess”.", "Lena Orlov"),
        ("It was, in a move Lena Orlov called a “great honour”, closed.", "Lena Orlov"),
        ("The pier, which Lena Orlov described as “old”, fell.", "Lena Orlov"),
        ("Lena Orlov called the plan a “mess”.", "Lena Orlov"),
    ],
)
def test_whoever_gives_a_name_says_it(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_whoever_only_gave_a_name_is_not_the_next_he() -> None:
    found = read(
        "Juha Aalto, the mayor, spoke. Aalto was called “scripted” by his rival Karl Orlov.",
        "“I have lost and it is my own doing,” Aalto told them.",
    )
    assert [q.speaker for q in found] == ["Karl Orlov", "Juha Aalto"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The senator from Ohio called “a disaster” the plan.", "senator from Ohio"),
        ("A spokesman for Lena Orlova called “outrageous” the report.", None),
        ("Police in Vell termed “suspicious” the death.", "Police"),
        (
            "The head of the Quill Institute described as “reckless” the plan.",
            "head of the Quill Institute",
        ),
        ("The senator from Ohio called “a disaster” what Orlov did.", "senator from Ohio"),
    ],
)
def test_what_is_called_may_stand_behind_the_marks(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker or "spokesman for Lena Orlova"]


@pytest.mark.parametrize(
    "text",
    [
        "A book by a senator from Ohio called “we wait in the rain” sold well.",
        "A council in Vell called “the boats of all the rain” met.",
        "A man from Vell called “the slow boat of the north” came.",
        "Orlov gave a talk in Vell called “the slow boat of the north” the next day.",
        "In a talk in Vell called “the slow boat of the north,” the mayor laughed.",
    ],
)
def test_what_comes_from_somewhere_or_somebody_bears_its_name(text: str) -> None:
    assert set(speakers(text)) <= {None}


def test_that_captain_is_who_wrote_and_no_clause() -> None:
    assert speakers("“It froze,” wrote that ship’s captain Lena Orlova.") == ["Lena Orlova"]
    assert speakers("“It froze,” added that official, who stood there.") == ["that official"]
    assert speakers("Orlov, who was “sorry,” said that plans had failed.") == []
    assert speakers("Orlov, “who froze,” said that ferries “sink” in May.") == []


@pytest.mark.parametrize("break_", [",", ";", ":", " —", "”"])
def test_a_clause_that_begins_with_its_preposition_is_read(break_: str) -> None:
    text = f"Orlov wrote a paper{break_} for the Quill Institute called “we wait for nobody now”."
    assert [q.text for q in read(text)]
