"""Words around a number that are no part of what it counts, and numbers that count nothing."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures


def read(text: str) -> tuple[Figure, ...]:
    return figures([("body", 0, text)], "2031-07-16")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The boy fell into a 130-foot-deep shaft last week.", "shaft"),
        ("The ferry made its sixth crossing last month.", "crossing"),
        ("It was the first female captain ever to sail there.", "female captain"),
        ("It was the first ever manned ferry.", "manned ferry"),
        ("They held the first-ever meeting of the islands.", "meeting of the islands"),
        ("Half of the country thinks it will rain.", "country"),
        ("The court convicted nineteen others of insulting the judges.", "others"),
        ("The court heard of three cases of insulting the judges.", "cases"),
        ("The port earned $9 billion in all of last year.", "all of last year"),
    ],
)
def test_when_and_what_somebody_thinks_are_not_counted(text: str, about: str) -> None:
    first = next(one for one in read(text) if one.kind != "date")
    assert (first.about or "").startswith(about)
    if about == "others":
        assert first.about == about


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("They followed a 7-8-1 record with a better one.", "7-8-1"),
        ("He was 50-32-1 in five seasons with the Gulls.", "50-32-1"),
        ("Orlova went 9-3 and became the first interim head coach of the league.", "9-3"),
        ("He began his coaching career 10-6 in 2025.", "10-6"),
    ],
)
def test_games_won_and_lost_are_one_figure(text: str, record: str) -> None:
    found = read(text)
    assert [one.text for one in found if one.unit == "score"] == [record]
    assert not any(one.kind == "count" and one.text in record for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The first base coach lost his hat.",
        "Gulls third baseman Ivo Marr dropped the ball.",
        "Harbours 101: what the tide does.",
    ],
)
def test_names_of_places_on_a_field_and_of_courses_count_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("A magnitude 6.3 quake shook the island.", 6.3, "quake"),
        ("The blast caused a magnitude-6.3 tremor.", 6.3, "tremor"),
        ("A quake measuring 6.1 shook the island.", 6.1, "quake"),
        ("The shock had a magnitude of 5.9, the office said.", 5.9, None),
    ],
)
def test_the_strength_of_a_quake_is_a_measure(text: str, value: float, about: str | None) -> None:
    (found,) = read(text)
    assert (found.kind, found.unit, found.value) == ("measure", "magnitude", value)
    assert found.about == about


def test_a_vote_is_no_record_of_games() -> None:
    (found,) = read("The Senate was 52-48 in favour, senators said.")
    assert found.kind == "vote"


@pytest.mark.parametrize(
    ("text", "hedge", "low"),
    [
        ("The quay costs two billion kroner over 10 years.", None, None),
        ("Over 15 years, the harbour lost most of its fleet.", None, None),
        ("They have waited for over 28 months.", "over", 28),
        ("The fire broke out over 10 days ago.", "over", 10),
        ("She left over 12 months after the storm.", "over", 12),
    ],
)
def test_over_a_time_is_its_span_or_more_than_it(
    text: str, hedge: str | None, low: float | None
) -> None:
    found = read(text)[-1]
    assert (found.hedge, found.low) == (hedge, low)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The four-day visit wraps up on the quay.", "visit"),
        ("The three-day fair concludes at noon.", "fair"),
        ("They stripped the 7,000 people of Elbrook Bay of the rights they had.",
         "people of Elbrook Bay"),
        ("He was accused by eight women of a range of misdeeds.", "women"),
        ("They informed two members of Congress of the plan.", "members of Congress"),
        ("She met two members of the council of Elbrook.", "members of the council of Elbrook"),
        ("It robbed 40 members of Congress.", "members of Congress"),
    ],
)  # fmt: skip
def test_what_a_verb_says_is_not_counted(text: str, about: str) -> None:
    first = next(one for one in read(text) if one.kind != "date")
    assert first.about == about


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Three-fourths of the sailors left.", 0.75),
        ("It needs three fourths of the sailors.", 0.75),
        ("About one-fourth of the sailors left.", 0.25),
        ("He served one-seventh of his term.", 0.1429),
        ("Two-thirds of the sailors left.", 0.6667),
    ],
)
def test_parts_of_any_number_are_shares(text: str, value: float) -> None:
    (share,) = read(text)
    assert (share.unit, share.value) == ("fraction", value)


@pytest.mark.parametrize("text", ["One fourth grader sang.", "It is a Fourth of July fair."])
def test_a_fourth_grader_is_no_share(text: str) -> None:
    assert not [one for one in read(text) if one.unit == "fraction"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The court voted 5-to-4 on the port.", (4, 5)),
        ("It came in a 5-to-4 decision.", (4, 5)),
        ("It came in a five-to-four ruling.", (4, 5)),
        ("The judges voted five to four.", (4, 5)),
        ("It failed in a 195-to-234 vote.", (195, 234)),
        ("A 2-to-1 ruling followed.", (1, 2)),
    ],
)
def test_sides_joined_by_to_are_a_vote(text: str, sides: tuple[int, int]) -> None:
    (vote,) = read(text)
    assert (vote.kind, vote.low, vote.high) == ("vote", *sides)


def test_a_margin_to_one_and_a_range_are_no_votes() -> None:
    texts = ("It won by a 2-to-1 margin.", "They voted three to four times.")
    assert [one.kind for text in texts for one in read(text)] == ["odds", "count"]
