"""Units behind vague numbers, shares of two sides, records of games, numbers of versions."""

from __future__ import annotations

import pytest

from corpus.figures import figures


def read(text: str) -> list[tuple[str, str, str | None]]:
    found = figures([("body", 0, text)], "2031-07-16")
    return [(one.text, one.kind, one.unit) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "kind", "unit"),
    [
        ("The clinic is hundreds of miles away.", "hundreds of miles", "measure", "mile"),
        ("It lay there for thousands of years.", "thousands of years", "duration", "year"),
        ("They moved dozens of tons of steel.", "dozens of tons", "measure", "ton"),
        ("The fire took millions of acres.", "millions of acres", "measure", "acre"),
        ("The sea was gone millions of years ago.", "millions of years ago", "date", "year"),
        ("It told of thousands of pages.", "thousands", "count", None),
    ],
)
def test_a_vague_number_has_the_unit_that_follows_it(
    text: str, words: str, kind: str, unit: str | None
) -> None:
    assert read(text) == [(words, kind, unit)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("It was the second hearing Thursday afternoon.", "hearing"),
        ("She left after five hours of talks last Monday.", "talks"),
        ("The three arrested Saturday were released.", None),
        ("Orlov dies aged 77.", None),
    ],
)
def test_when_it_was_is_no_part_of_what_a_figure_counts(text: str, about: str | None) -> None:
    found = figures([("body", 0, text)], "2031-07-16")
    assert [one.about for one in found if one.kind != "date"] == [about]


def test_shares_of_two_sides_are_one_vote_and_a_range_of_shares_is_a_range() -> None:
    assert read("She had a 48-to-44 percent lead.") == [("48-to-44 percent", "vote", "%")]
    assert read("It costs 40-to-45 percent of the sum.") == [("40-to-45 percent", "percent", "%")]


def test_the_record_of_a_team_in_brackets_counts_nothing() -> None:
    assert read("Players of the Gannets (4-11) knelt.") == [("4-11", "measure", "score")]


@pytest.mark.parametrize(
    "text",
    [
        "The screen shows 4K video and plays in 4K.",
        "Quill released update 5.50 on its site.",
        "The 5.50 update came late.",
        "It runs on version 12.1.3 of the program.",
    ],
)
def test_numbers_of_versions_and_pictures_count_nothing(text: str) -> None:
    assert read(text) == []
