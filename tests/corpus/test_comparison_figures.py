"""Which figures of two reports agree, and which may conflict."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.counted import counted
from corpus.comparison.sides import side

Found = set[tuple[str, str, str]]


def figures(left: str, right: str, *, right_day: str = "2031-03-13") -> Found:
    fire = "Fire swept the ferry Aurelia off Port Calder on Thursday."
    comparison = compare(report(f"{fire}\n{left}"), report(f"{fire}\n{right}", published=right_day))
    return {(f.left_text, f.right_text, f.relation) for f in comparison.figures}


def test_each_number_keeps_its_own_deed_in_one_sentence() -> None:
    found = figures(
        "The blast killed at least six people and wounded 120.",
        "The blast killed two people and wounded more than 80.",
    )
    assert found == {("six", "two", "differ"), ("120", "80", "differ")}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("More than 50 people were injured.", "Some 51 people were injured.", "approximate"),
        ("Nearly 300 people were injured.", "Injured were 290 people.", "approximate"),
        ("At least 16 people were killed.", "The fire killed 19 people.", "differ"),
        ("Dozens of people were killed.", "The fire killed 84 people.", "approximate"),
    ],
)
def test_a_hedge_reaches_as_far_as_people_round(left: str, right: str, relation: str) -> None:
    assert {r for _, _, r in figures(left, right)} == {relation}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire killed 14 people.", "The fire injured 17 people."),
        ("The fire killed 14 people.", "Of the dead, 17 people came from Sarn."),
        ("The fire killed 14 people.", "The fire killed another 17 people on the quay."),
        ("The fire killed 14 people.", "A fire in May 2022 killed 17 people at Sarn."),
        ("The fire killed 14 people.", "The fire killed 12 soldiers."),
        ("One child was missing.", "Two children were missing."),
        ("The fee rose by 14 per cent.", "The fee rose by 17 crowns."),
    ],
)
def test_look_alikes_do_not_conflict(left: str, right: str) -> None:
    assert "differ" not in {relation for _, _, relation in figures(left, right)}


def test_a_part_named_beside_its_whole_conflicts_with_nothing() -> None:
    found = figures(
        "The fire killed 14 people.", "The fire killed 17 people, including 9 children."
    )
    assert found == {("14", "17", "differ")}


def test_two_children_and_two_boats_are_no_agreement() -> None:
    assert not figures("Two children were found in a hut.", "The owner has two boats elsewhere.")


def test_counts_of_two_days_may_be_later_counts() -> None:
    found = figures(
        "The fire killed 14 people.", "The fire killed 17 people.", right_day="2031-03-14"
    )
    assert found == {("14", "17", "differ")}


def test_headlines_are_held_against_each_other() -> None:
    left = report("Fire swept the ferry.", title="Ferry fire kills seven")
    right = report("Fire swept the ferry.", title="Five dead in ferry fire")
    assert [(f.left_text, f.right_text) for f in compare(left, right).figures] == [
        ("seven", "Five")
    ]


def test_a_figure_that_both_sides_say_twice_is_given_once() -> None:
    once = "The ferry carried 412 passengers to the island of Aurel on Thursday."
    again = "Aurel has no room for the 412 passengers of the ferry."
    found = compare(report(f"{once}\n{again}"), report(f"{again}\n{once}"))
    assert [p.left_text for p in found.figures if p.left_value == 412] == ["412"]


def test_more_than_before_the_next_number_makes_no_part_of_the_one_before() -> None:
    text = "The tour makes 75 stops in more than 20 towns of Aurel."
    assert not any(c.part for c in counted(side(report(text))))
