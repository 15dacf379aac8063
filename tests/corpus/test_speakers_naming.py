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
