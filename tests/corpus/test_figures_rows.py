"""Rows of shares, scores and ratios, and numbers that belong to names."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures


def read(text: str) -> tuple[Figure, ...]:
    return figures([("body", 0, text)], "2031-03-05")


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Among fishers, crews and pilots, 44, 30 and 12 percent said so.",
         [(44, "fishers"), (30, "crews"), (12, "pilots")]),
        ("Among fishers and crews, 44 percent and 30 percent said so.",
         [(44, "fishers"), (30, "crews")]),
        ("The survey put men, women and pilots at 40, 30 and 20%.",
         [(40, "men"), (30, "women"), (20, "pilots")]),
        ("Aalto and Brandis trailed with 18 and 17 percent.", [(18, "Aalto"), (17, "Brandis")]),
        ("Among fishers, crews and pilots, 40 percent agreed.",
         [(40, "fishers, crews and pilots")]),
        ("Fishers, crews and pilots stood at 40 percent.", [(40, None)]),
        ("Rates rose to 4 and 5 percent.", [(4, None), (5, None)]),
    ],
)  # fmt: skip
def test_shares_of_a_row_are_of_those_named_in_the_row(
    text: str, shares: list[tuple[float, str | None]]
) -> None:
    assert [(f.value, f.about) for f in read(text) if f.kind == "percent"] == shares


def test_an_age_before_a_share_is_no_share() -> None:
    first, second = read("The fund is for those under the age of 30 and 22 percent are women.")
    assert (first.kind, second.kind) == ("age", "percent")


@pytest.mark.parametrize(
    ("text", "words", "kind", "sides"),
    [
        ("The team won 3-0 at home.", "3-0", "measure", (None, None)),
        ("The harbour team beat Aldmere 7:1 in the match.", "7:1", "measure", (None, None)),
        ("It has an 18:9 screen and a notch.", "18:9", "measure", (None, None)),
        ("The court ruled 5–4 against the port.", "5–4", "vote", (4, 5)),
        ("It was a 5-4 decision and a victory for the port.", "5-4", "vote", (4, 5)),
        ("The council voted 7:2 for the ferry.", "7:2", "vote", (2, 7)),
        ("It passed by a final vote of 51-48.", "51-48", "vote", (48, 51)),
        ("Aalto leads 48-40 among Democrats.", "48-40", "vote", (40, 48)),
        ("The poll has Aalto ahead 48-40 percent.", "48-40 percent", "vote", (40, 48)),
        ("The odds were 5-1 on the day.", "5-1", "odds", (None, None)),
    ],
)
def test_two_numbers_of_one_score_ratio_or_vote_are_one_figure(
    text: str, words: str, kind: str, sides: tuple[float | None, float | None]
) -> None:
    (found,) = read(text)
    assert (found.text, found.kind, (found.low, found.high)) == (words, kind, sides)


@pytest.mark.parametrize(
    "text",
    [
        "The iPhone 8 and the iPhone 8 Plus are out.",
        "Windows 10 users can wait.",
        "Boeing 737 jets were grounded.",
        "Formula 1 teams met the Channel 4 crew.",
        "Euro 2016 fans came.",
        "He met the Apollo 11 astronauts.",
        "They watched Fast & Furious 7 on Fox 9.",
        "H.R. 8 and Prop. 12 failed.",
        "The S&P 500 trades higher.",
        "The Kestrel 9 rockets were moved.",
        "He read Matthew 5:9 aloud.",
        "She spoke to them on “60 Minutes” and was heard.",
        "It is a case of COVID‑19 in town.",
        "Aalto 52 37 15 Varga",
    ],
)
def test_a_number_of_a_name_is_no_figure(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("In Aldmere 130 people died.", "people"),
        ("On Monday 30 people came.", "people"),
        ("In the Wolds 12 men were hurt.", "men"),
        ("They met the FBI 13 times.", "times"),
        ("Aldmere's 29 seats went to others.", "seats"),
        ("It gave the Guild 270 votes.", "votes"),
        ("The line bought 7 Boeing 737 jets.", "Boeing 737 jets"),
    ],
)
def test_a_number_behind_a_place_a_day_or_an_owner_counts(text: str, about: str) -> None:
    assert [f.about for f in read(text) if f.kind != "date"] == [about]


def test_a_mother_of_five_is_not_five_years_old() -> None:
    (five,) = read("She is a mother of five.")
    assert (five.kind, five.about) == ("count", None)
    (old,) = read("He met a mother of 47.")
    assert (old.kind, old.about) == ("age", "mother")


def test_the_first_of_two_ends_counts_what_the_second_does() -> None:
    first, second = read("It was cut from 45 to 29 floors.")
    assert (first.about, second.about) == ("floors", "floors")
    first, _ = read("Calls rose from 1 million to 2 million. Between them he slept.")
    assert first.about == "Calls"
