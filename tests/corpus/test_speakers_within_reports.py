"""Words in a clause that somebody reports of another: whose they are, and when that stays open."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def told(text: str) -> list[tuple[str | None, bool]]:
    return [(q.speaker, q.sure) for q in quotations([("body", 0, text)])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lena Orlova said that Juha Aalto has said the quay is “a swamp.”", "Juha Aalto"),
        ("Lena Orlova said Juha Aalto told her, “The quay is a swamp.”", "Juha Aalto"),
        ("“The quay is a swamp,” Lena Orlova said Juha Aalto told her.", "Juha Aalto"),
    ],
)
def test_whose_verb_governs_the_words_speaks_them(text: str, speaker: str) -> None:
    assert told(text) == [(speaker, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orlova told reporters Juha Aalto has asked the crews to “look for another quay.”",
        "Lena Orlova said Juha Aalto was proposing a “tax on boats” for the town.",
        "Lena Orlova wrote that the clerks expressed “his fixed will” to stay.",
        "Lena Orlova spoke on Monday, complaining that opponents had called the quay “a swamp.”",
        "Lena Orlova said she was told by the clerk that the quay was “a swamp.”",
    ],
)
def test_whose_words_a_reported_clause_holds_stays_open(text: str) -> None:
    assert all(not sure for _, sure in told(text))


def test_who_answers_speaks_and_not_those_who_asked() -> None:
    text = "Lena Orlova smiled, telling rowers who asked whether it was over, “I hope not.”"
    assert told(text)[0][0] == "Lena Orlova"


def test_a_party_is_not_named_longer_by_the_place_where_it_speaks() -> None:
    text = "Democrats on the House floor pointed out that the boats were late."
    assert told(text) == [("Democrats", True)]
