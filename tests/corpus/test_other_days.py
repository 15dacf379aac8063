"""Facing sentences that tell two days of what they say in the same words."""

from __future__ import annotations

from reports import report

from corpus.comparison.other_days import other_days
from corpus.comparison.sides import side

PASSED = "The council of Port Calder passed a resolution against the ferries {}, its clerk found."
SHUT = "A resolution that the council passed {} shuts the quay to ferries of any size."


def told(one: str, other: str, published: str = "2031-03-14") -> tuple[str, str] | None:
    left = report(PASSED.format(one), published="2031-03-13")
    right = report(SHUT.format(other), published=published)
    found = other_days(side(left), side(right), [((0,), (0,))])
    return (found[0].telling[0].left_text, found[0].telling[0].right_text) if found else None


def test_two_dates_of_one_deed_are_marked() -> None:
    assert told("on Feb. 22", "in September 2030") == ("Feb. 22", "September 2030")
    assert told("last month", "this month") == ("last month", "this month")
    assert told("on Monday", "on Sunday") == ("Monday", "Sunday")


def test_a_day_in_its_month_is_no_other_day() -> None:
    assert told("on Feb. 22", "in February") is None
    assert told("in 2030", "in September 2030") is None


def test_where_pages_were_dated_far_apart_only_other_names_of_days_are_two() -> None:
    assert told("on Monday", "on Monday", "2031-03-26") is None
    assert told("last month", "this month", "2031-04-26") is None
    assert told("on Monday", "on Sunday", "2031-03-26") == ("Monday", "Sunday")


def test_tonight_of_a_page_put_up_a_day_later_is_the_night_before() -> None:
    assert told("on Thursday", "tonight", "2031-03-14") is None


def test_the_day_on_which_something_was_said_is_not_the_day_of_what_was_said() -> None:
    left = report("Ferries burned at the quay of Port Calder on Tuesday and sank at the quay.")
    right = report("Ferries burned and sank at the quay of Port Calder, police said Wednesday.")
    assert other_days(side(left), side(right), [((0,), (0,))]) == ()


def test_dates_of_other_things_are_not_held_against_each_other() -> None:
    left = report("In September 2030 a lamp fell on the stage of the Halvern opera house.")
    right = report("Ferries burned at the quay in 2029, when the harbour master was away.")
    assert other_days(side(left), side(right), [((0,), (0,))]) == ()


def test_a_date_in_common_says_that_they_tell_of_one_day() -> None:
    left = report(PASSED.format("on Feb. 22"))
    right = report(SHUT.format("on Jan. 5 and again on Feb. 22"))
    assert other_days(side(left), side(right), [((0,), (0,))]) == ()
