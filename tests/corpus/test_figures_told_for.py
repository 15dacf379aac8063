"""What a number is told for each of, and what it only seems to count."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures
from tui.cli.documents import figure_json
from tui.views.lenses import figure_value


def numbers(text: str) -> list[Figure]:
    return [one for one in figures([("body", 0, text)], "2031-07-16") if one.kind != "date"]


@pytest.mark.parametrize(
    ("text", "per", "shown"),
    [
        ("The ferry costs $10 billion a year.", "year", "10,000,000,000 USD a year"),
        ("They earn $15 per hour at the pier.", "hour", "15 USD an hour"),
        ("The town pays €40 annually for it.", "year", "40 EUR a year"),
        ("It carries 20,000 passengers a day.", "day", "20,000 a day"),
        ("The ferry cost $10 million a year ago.", None, "10,000,000 USD"),
        ("It carries 20,000 passengers.", None, "20,000"),
    ],
)
def test_a_sum_or_count_tells_for_each_of_what_it_is(
    text: str, per: str | None, shown: str
) -> None:
    (one,) = numbers(text)
    assert (one.per, figure_json(one)["per"], figure_value(one)) == (per, per, shown)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("They built 40 miles of wall along the river.", "wall"),
        ("She won 60 percent of the vote there.", "vote"),
        ("The share is now 7 percent away from its peak.", None),
        ("He came in with a third-place finish.", "place"),
        ("Growth fell in a fourth-quarter slump.", "quarter"),
    ],
)
def test_what_is_counted_ends_before_the_way_it_goes(text: str, about: str | None) -> None:
    assert numbers(text)[-1].about == about


@pytest.mark.parametrize(
    "text",
    [
        "Lee, a first-term senator, spoke.",
        "It is her second-term agenda.",
        "One senior official said the pier would burn.",
        "“It burned,” said one former captain’s aide.",
        "The pier burned, according to one official.",
    ],
)
def test_a_term_and_somebody_who_speaks_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_one_of_those_who_do_something_is_still_counted() -> None:
    (one,) = numbers("The blast hurt one official at the pier.")
    assert (one.value, one.about) == (1.0, "official")
