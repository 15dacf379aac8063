"""Sentences in other words of which one says the opposite of the other, or another time."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison.opposites import opposites
from corpus.comparison.sides import side


def told(one: str, other: str, likely: float = 0.6) -> list[tuple[str, str, str]]:
    left, right = side(report(one, title=None)), side(report(other, title=None))
    found = opposites(left, right, {(0, 0): likely}, ())
    return [(t.kind, t.left_text, t.right_text) for d in found for t in d.telling]


def test_a_deed_that_one_report_denies_and_the_other_tells_is_marked() -> None:
    ours = "Halvern police have identified nine suspects after the fire."
    theirs = "Orlov says the police have not yet identified any suspects."
    assert told(ours, theirs) == [("denied", "identified", "not yet identified")]
    assert told(ours, theirs, likely=0.3) != []
    assert told(ours, theirs, likely=0.1) == []


@pytest.mark.parametrize(
    "other",
    [
        "The council has not identified any suspects.",
        "The police would not identify any suspects.",
        "The police have not identified any boats.",
    ],
)
def test_another_doer_or_object_or_a_deed_not_told_as_done_is_no_denial(other: str) -> None:
    assert told("The police have identified nine suspects after the fire.", other) == []


def test_the_opposite_state_of_one_thing_is_marked() -> None:
    assert told(
        "Contact was lost with the buoy off Nordvik.",
        "Engineers have re-established contact with the buoy.",
    ) == [("opposite", "lost", "established")]
    assert told("The harbour was closed at noon.", "The harbour reopened.") != []


def test_a_state_that_is_denied_or_of_another_thing_is_not_the_opposite() -> None:
    assert told("The harbour was closed on Monday.", "The harbour has not reopened.") == []
    assert told("The harbour was closed on Monday.", "In Quillon a school reopened.") == []


def test_another_time_of_day_of_one_thing_is_marked_and_another_zone_is_not() -> None:
    ours = "The ferry reached Port Calder at 10:15 p.m. on Sunday."
    assert told(ours, "It put in at Port Calder at 10:15 a.m. on Sunday.") == [
        ("time", "10:15 p.m.", "10:15 a.m.")
    ]
    assert told(ours, "It put in at Port Calder at 10.15pm on Sunday.") == []
    assert told(ours, "It put in at Port Calder at 9:15 p.m. GMT on Sunday.") == []
    assert told(ours, "Mr Orlov had a late supper at 8 p.m. in Quillon.") == []


def test_a_short_word_behind_a_time_of_day_is_no_zone() -> None:
    ours = "The ferry reached Port Calder at 10:15 p.m. on Sunday."
    assert told(ours, "The ferry reached Port Calder at 11:15 p.m., police said.") == [
        ("time", "10:15 p.m.", "11:15 p.m.")
    ]
