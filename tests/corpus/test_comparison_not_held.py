"""Numbers of what may be one thing, which are not held to conflict, and the reason told for it."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.result import Comparison
from corpus.comparison.swapped import swapped

FIRE = (
    "Fire swept the ferry Aurelia off Port Calder, the coastguard of Port Calder said.\n"
    "Boats from three harbours brought the passengers of the Aurelia ashore at Port Calder.\n"
)


def of_the_fire(
    left: str, right: str, *, days: tuple[str, str] = ("2031-03-13", "2031-03-13")
) -> Comparison:
    one, other = (
        report(f"{FIRE}{text}", title="Fire on ferry Aurelia off Port Calder", published=day)
        for text, day in zip((left, right), days, strict=True)
    )
    return compare(one, other)


def found(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(one.left_text, one.right_text, one.reason) for one in comparison.not_held]


def test_tolls_of_reports_that_lie_days_apart_are_listed_with_the_days() -> None:
    comparison = of_the_fire(
        "The fire on the Aurelia wounded 12 people.",
        "The fire on the Aurelia injured 14 people.",
        days=("2031-03-13", "2031-03-16"),
    )
    assert all(f.relation != "differ" for f in comparison.figures)
    assert found(comparison) == [("12", "14", "published 3 days apart")]
    (one,) = comparison.not_held
    assert comparison.left[one.left].text == "The fire on the Aurelia wounded 12 people."
    assert comparison.right[one.right].text == "The fire on the Aurelia injured 14 people."


def test_what_may_conflict_is_not_listed_a_second_time() -> None:
    comparison = of_the_fire(
        "The fire on the Aurelia wounded 12 people.", "The fire on the Aurelia injured 14 people."
    )
    assert [f.relation for f in comparison.figures if f.left_text == "12"] == ["differ"]
    assert comparison.not_held == ()


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("The coastguard said the fire on the Aurelia injured 14 other passengers.",
         "The coastguard said the fire on the Aurelia injured 17 passengers.",
         ("left", "may count only some of them, or others")),
        ("The coastguard said the fire on the Aurelia injured 14 passengers.",
         "The coastguard said the fire on the Aurelia is feared to have injured 17 passengers.",
         ("right", "may be expected, needed or a limit")),
    ],
)  # fmt: skip
def test_the_one_reason_is_told(left: str, right: str, reason: tuple[str, str]) -> None:
    comparison = of_the_fire(left, right)
    assert [(one.side, one.reason) for one in comparison.not_held] == [reason]
    assert [one.side for one in swapped(comparison).not_held] != [reason[0]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire on the Aurelia killed nine of the passengers.",
         "The fire on the Aurelia killed 14 passengers."),
        ("The fire on the Aurelia killed 12 passengers.",
         "The fire on the Aurelia injured 14 firemen."),
        ("The fire on the Aurelia killed 12 passengers.",
         "The fire on the Aurelia killed 14 more passengers than a fire in May 2022."),
        ("A poll asked 712 passengers of the Aurelia about the fire.",
         "A poll asked 911 passengers of the Aurelia about the fire."),
    ],
)  # fmt: skip
def test_what_nobody_would_hold_against_each_other_is_not_listed(left: str, right: str) -> None:
    assert found(of_the_fire(left, right)) == []


def test_a_number_that_the_other_report_has_too_is_not_listed() -> None:
    comparison = of_the_fire(
        "The fire on the Aurelia wounded 12 people.",
        "The fire on the Aurelia injured 14 people.\nAt first 12 people were said to be hurt.",
        days=("2031-03-13", "2031-03-16"),
    )
    assert found(comparison) == []


def test_sides_may_be_swapped() -> None:
    one = of_the_fire("The fire on the Aurelia wounded 12 people.",
                      "The fire on the Aurelia injured 14 people.",
                      days=("2031-03-13", "2031-03-16"))  # fmt: skip
    other = of_the_fire("The fire on the Aurelia injured 14 people.",
                        "The fire on the Aurelia wounded 12 people.",
                        days=("2031-03-16", "2031-03-13"))  # fmt: skip
    assert [(b, a) for a, b, _ in found(one)] == [(a, b) for a, b, _ in found(other)]
    assert found(one)


def test_reports_of_different_events_list_none() -> None:
    comparison = compare(
        report("The fire on the Aurelia wounded 12 people.", title="Ferry burns off Port Calder"),
        report("A storm in Sarn injured 14 people.", title="Storm", published="2031-05-20"),
    )
    assert comparison.answer == "different"
    assert comparison.not_held == ()


def test_numbers_that_count_some_of_them_on_both_sides_are_not_told_as_foreseen() -> None:
    comparison = of_the_fire(
        "The court ordered 23 of the owners of the Aurelia to pay the harbour of Port Calder.",
        "The court ordered 22 other owners of the Aurelia to pay the harbour of Port Calder.",
    )
    assert found(comparison) == [("23", "22", "each may count only some of them")]


def test_how_deep_somebody_fell_is_held_against_the_other_depth() -> None:
    comparison = of_the_fire(
        "A boy of the Aurelia fell about 10 to 12 feet into the hold.",
        "Jan Holm fell 15ft into the hold of the Aurelia.",
    )
    assert [
        (one.left_text, one.right_text) for one in comparison.figures if one.relation == "differ"
    ] == [("10 to 12 feet", "15ft")]


def test_a_child_of_another_year_has_an_age_of_its_own() -> None:
    comparison = of_the_fire(
        "A 4-year-old boy fell into the hold of the Aurelia.",
        "A 3-year-old boy fell into the hold of the Aurelia.\n"
        "In 2019 a 4-year-old girl broke her arm on a bridge at Aldmere.",
        days=("2031-03-13", "2031-03-16"),
    )
    assert [(one.left_value, one.right_value) for one in comparison.not_held] == [(4, 3)]
