"""Wholes with a share of one behind them, and the ages of people who are named in a row."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures


def _read(text: str) -> list[Figure]:
    return list(figures([("body", 0, text)], None))


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("He spent 2 1/2 years in prison.", "2 1/2 years", 2.5, "duration"),
        ("The talks went on for 6-1/2 hours.", "6-1/2 hours", 6.5, "duration"),
        ("There are 4 ½ years to go.", "4 ½ years", 4.5, "duration"),
        ("They built a 2 1/2-foot wall.", "2 1/2-foot", 2.5, "measure"),
        ("Tariffs rose by 7 1/4% in May.", "7 1/4%", 7.25, "percent"),
        ("The war is now 2 1/2 years old.", "2 1/2 years old", 2.5, "age"),
    ],
)
def test_a_share_behind_a_whole_belongs_to_it(
    text: str, words: str, value: float, kind: str
) -> None:
    found = next(figure for figure in _read(text) if figure.text == words)
    assert (found.value, found.kind) == (value, kind)


def test_a_range_may_end_in_a_share() -> None:
    found = _read("He faced between 15 and 19 1/2 years in prison.")
    assert [(f.low, f.high, f.unit) for f in found] == [(15.0, 19.5, "year")]


def test_a_score_before_a_slash_is_no_share() -> None:
    assert all(f.value != 51.5 for f in _read("The parties stand at 51/49, he wrote, 1/1 1/2."))


@pytest.mark.parametrize("between", ["; ", ", "])
def test_people_named_one_after_the_other_have_their_ages(between: str) -> None:
    names = {"Ada Quill": 58, "Ines Maria Aalto": 43, "Lena Orlova": 59}
    listed = between.join(f"{name}, {age}" for name, age in names.items())
    found = _read(f"The three who died on the ferry were {listed}.")
    assert {f.about: f.value for f in found if f.kind == "age"} == names


def test_candidates_with_their_shares_have_no_ages() -> None:
    found = _read(
        "In the poll of May it was Ada Quill, 48; Ines Aalto, 41; Lena Orlova, 61 points."
    )
    assert all(f.value not in (48, 41) or f.kind != "age" for f in found)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("She met a then-22-year-old sailor on the ferry.", "sailor"),
        ("Twenty-nine-year-old Mateo Quill was his third.", "Mateo Quill"),
    ],
)
def test_an_age_may_follow_then_and_be_spelled_out(text: str, about: str) -> None:
    assert next((f.kind, f.about) for f in _read(text)) == ("age", about)


def test_ages_from_one_to_the_other_are_no_votes() -> None:
    found = _read("She won the youth vote, ages 17 to 29, by a wide margin in May.")
    assert (found[0].kind, found[0].low, found[0].high) == ("age", 17.0, 29.0)


def test_a_package_is_no_age() -> None:
    found = _read("The Senate on Thursday approved the package 80-17.")
    assert ("vote", "80-17") in [(f.kind, f.text) for f in found]
