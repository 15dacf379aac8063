"""One number of two things: it agrees with nothing, and hides no other number."""

from __future__ import annotations

from corpus.comparison import compare
from corpus.comparison.result import Comparison
from tests.corpus.reports import report


def _agreeing(found: Comparison) -> set[tuple[str, str]]:
    return {(f.left_text, f.right_text) for f in found.figures if f.relation != "differ"}


def test_the_age_of_a_picture_is_not_that_of_a_boy() -> None:
    left = report("""A three-year-old boy fell into the harbour of Lindhavn on Saturday.
The picture is understood to be four years old.""")
    right = report("""A four-year-old boy fell into the harbour of Lindhavn on Saturday.
Divers pulled him out of the water.""")
    found = compare(left, right)
    assert not _agreeing(found)
    assert {(f.left_text, f.right_text) for f in found.figures if f.relation == "differ"} == {
        ("three-year-old", "four-year-old")
    }


def test_of_reports_days_apart_the_two_ages_of_one_boy_are_listed_as_not_held() -> None:
    left = report("A three-year-old boy fell into the harbour of Lindhavn on Saturday.")
    right = report(
        "A four-year-old boy fell into the harbour of Lindhavn on Saturday.",
        published="2031-03-16",
    )
    found = compare(left, right, one_story=True)
    assert [(f.left_text, f.right_text) for f in found.not_held] == [
        ("three-year-old", "four-year-old")
    ]


def test_a_handful_of_people_is_not_as_many_things() -> None:
    left = report("Seven people were killed when a two-car tram overturned in Lindhavn.")
    right = report("In the earlier crash two women passengers were killed in a tram in Lindhavn.")
    assert ("two", "two") not in _agreeing(compare(left, right))


def test_a_handful_of_those_who_are_named_otherwise_is_one_number() -> None:
    left = report("Two spectators were injured when a barge caught fire off Lindhavn.")
    right = report("Two people were injured when a barge caught fire off Lindhavn.")
    assert _agreeing(compare(left, right)) == {("Two", "Two")}


def test_a_sum_is_not_the_billions_of_others() -> None:
    left = report("""The bank Holm expects a hit to its earnings.
The charge will push the bank from earnings to a likely loss of around $3 billion.""")
    right = report("""The bank Holm expects a hit to its earnings.
Many firms warned that new rules will mean billions of dollars in one-off losses.""")
    assert not _agreeing(compare(left, right))


def test_of_different_events_a_bare_count_agrees_with_nothing() -> None:
    left = report(
        """Lindhavn beat Holm at home on Saturday for the eighth time in nine games.
The keeper Orlov saved twice before the break.""",
        title="Lindhavn beat Holm",
    )
    right = report(
        """The orchestra of Veldau hired a conductor who had led nine games in Aldmere.
She starts in the spring, the board said.""",
        title="Veldau orchestra hires conductor",
        published="2031-09-16",
    )
    found = compare(left, right)
    assert not found.same_event
    assert not _agreeing(found)
