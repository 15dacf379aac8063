"""Whether two reports are of one event, perhaps of one, or of two, and what days say to it."""

from __future__ import annotations

from dataclasses import replace

from reports import report

from corpus.comparison import compare
from corpus.comparison.event import ALONE, SAME, answer, is_likelier
from corpus.comparison.event_signs import EventSigns

TITLE = "Rebels fire rocket over Port Calder"
FRIDAY = """Rebels fired a rocket over Port Calder on Friday, days after the council cut their pay.
The rocket flew 3,700 kilometres before it fell into the sea, the Halvern coastguard said.
People in Port Calder were told by loudspeakers to go down into their cellars at dawn."""
TUESDAY = """Rebels fired a rocket over Port Calder on Tuesday, the Halvern coastguard said.
The rocket flew 2,700 kilometres before it fell into the sea.
People in Port Calder were told by loudspeakers to go down into their cellars."""


def test_the_same_words_on_near_days_are_the_same_event() -> None:
    found = compare(report(FRIDAY, title=TITLE), report(FRIDAY, title=TITLE + " again"))
    assert found.answer == "same"
    assert found.same_event


def test_the_same_words_a_week_and_more_apart_are_no_more_than_perhaps_one_event() -> None:
    first = report(FRIDAY, title=TITLE, published="2031-03-14")
    later = report(FRIDAY + "\nIt is over.", title=TITLE, published="2031-03-22")
    assert compare(first, later).answer == "perhaps"
    assert compare(first, replace(later, published="2031-03-16")).answer == "same"


def test_months_apart_two_events_are_likelier_than_one() -> None:
    first = report(FRIDAY, title=TITLE, published="2031-03-14")
    found = compare(first, report(TUESDAY, title=TITLE, published="2032-09-21"))
    assert not found.same_event
    assert found.event is not None
    assert found.event.days_apart == 557


def test_two_months_apart_only_near_copies_are_perhaps_of_one_event() -> None:
    signs = EventSigns(0.5, 0.5, 0.5, 0.5, like=0.5, days_apart=59)
    assert answer(signs) == "perhaps"
    assert answer(replace(signs, days_apart=61)) == "different"
    assert answer(replace(signs, days_apart=61, titles=1.0, leads=1.0, like=0.7)) == "perhaps"


def test_where_the_days_told_differ_too_only_what_bears_it_out_makes_one_event_thinkable() -> None:
    signs = EventSigns(0.9, 0.9, 0.9, 0.9, like=0.9, days_apart=9, days_told="apart")
    assert answer(signs) == "different"
    assert answer(replace(signs, days_told=None)) == "perhaps"
    assert answer(replace(signs, numbers=2)) == "perhaps"
    assert answer(replace(signs, quoted=1)) == "perhaps"


def test_an_article_without_a_day_that_tells_of_another_day_is_only_perhaps_of_one_event() -> None:
    dated = report(FRIDAY, title=TITLE, published="2031-03-14")
    undated = report(TUESDAY, title=TITLE, published=None)
    assert compare(dated, undated).answer == "perhaps"
    agreeing = report(TUESDAY.replace("Tuesday", "Friday"), title=TITLE, published=None)
    assert compare(dated, agreeing).answer == "same"


SEIZED = """The Halvern navy has seized a fishing boat that was carrying weapons, officials said.
The boat {boat} was stopped {where} after it did not answer calls by radio, the navy said.
{crew} of its crew were taken ashore, and the weapons were handed to the police."""


def test_two_seizures_in_the_same_words_are_one_only_if_more_than_the_words_bears_it_out() -> None:
    title = "Navy seizes boat with weapons"
    one = SEIZED.format(boat="Sula", where="off Port Calder", crew="Some")
    other = SEIZED.format(boat="Merope", where="near Quillon", crew="Many")
    other = other.replace("The Halvern navy has seized", "Halvern's coastguard caught")
    found = compare(report(one, title=title), report(other, title="A boat with arms is held"))
    assert found.event is not None
    assert SAME <= found.same_event_score < ALONE
    assert found.answer == "perhaps"
    days = [text + "\nThis was on Friday." for text in (one, other)]
    found = compare(report(days[0], title=title), report(days[1], title="A boat with arms is held"))
    assert found.answer == "same"


def test_numbers_that_both_openings_give_bear_one_event_out() -> None:
    signs = EventSigns(titles=0.3, leads=0.4, found_again=0.4, names=0.5, like=0.35)
    assert answer(signs) == "perhaps"
    assert answer(replace(signs, numbers=2)) == "same"
    assert answer(replace(signs, quoted=1)) == "same"
    assert answer(replace(signs, rare=9.0)) == "same"


def test_other_days_in_the_openings_stand_against_one_event_however_near_the_publication() -> None:
    signs = EventSigns(titles=0.4, leads=0.5, found_again=0.5, names=0.5, like=0.45, days_apart=1)
    assert answer(signs) == "same"
    assert answer(replace(signs, days_told="apart")) == "perhaps"
    assert answer(replace(signs, days_told="apart", quoted=1)) == "same"


def conflicts(one: str, other: str, first: str | None, second: str | None) -> list[str]:
    found = compare(
        report(one, title=TITLE, published=first), report(other, title=TITLE, published=second)
    )
    return [f.left_text for f in found.figures if f.relation == "differ"]


COUNTED = "Fourteen people were killed in the fire on {}, the coastguard said."
OTHERWISE = "Seventeen people were killed in the fire on {}, the coastguard said."


def test_figures_are_held_to_conflict_only_where_days_are_known_and_near() -> None:
    ours, theirs = COUNTED.format("Friday"), OTHERWISE.format("Tuesday")
    assert conflicts(ours, theirs, "2031-03-14", "2031-03-15") == ["Fourteen"]
    assert conflicts(ours, theirs, "2031-03-14", "2031-03-18") == []
    assert conflicts(ours, theirs, "2031-03-14", None) == []
    assert conflicts(ours, theirs, None, None) == []


def test_a_friday_of_a_report_without_a_day_of_publication_is_no_day_in_common() -> None:
    assert conflicts(COUNTED.format("Friday"), OTHERWISE.format("Friday"), None, None) == []
    assert conflicts(COUNTED.format("Friday"), OTHERWISE.format("Friday"), "2031-03-14", None) == []
    dated = report(FRIDAY, title=TITLE, published="2031-03-14")
    signs = compare(dated, report(FRIDAY, title=TITLE, published=None)).event
    assert signs is not None
    assert signs.days_told is None
    signs = compare(dated, report(TUESDAY, title=TITLE, published=None)).event
    assert signs is not None
    assert signs.days_told == "apart"


def test_two_reports_of_one_story_are_never_said_to_be_of_two_events() -> None:
    other = report("The mayor of Quillon opened a library.", title="A library for Quillon")
    first = report(FRIDAY, title=TITLE)
    assert compare(first, other).answer == "different"
    held = compare(first, other, one_story=True)
    assert held.answer == "perhaps"
    assert held.event is not None
    assert held.event.one_story
    assert not held.same_event  # which goes by what the two say


def test_a_page_put_up_again_long_after_is_of_one_event_where_much_bears_it_out() -> None:
    signs = EventSigns(0.6, 0.7, 0.6, 0.6, like=0.6, days_apart=550, numbers=3, rare=12.0)
    assert answer(signs) == "perhaps"
    assert is_likelier(signs)
    for less in (replace(signs, numbers=1), replace(signs, rare=2.0), replace(signs, titles=0.3)):
        assert answer(less) == "different"
    quoting = replace(signs, titles=0.3, numbers=0, quoted=2)
    assert is_likelier(quoting)
    assert not is_likelier(replace(quoting, days_apart=50, quoted=0))  # an affair goes on


def test_figures_may_conflict_without_a_day_of_publication_where_the_texts_tell_one_day() -> None:
    ours = COUNTED.format("March 14, 2031")
    assert conflicts(ours, OTHERWISE.format("March 14, 2031"), "2031-03-14", None)


def test_two_versions_of_one_outlet_months_apart_are_versions_still() -> None:
    first = replace(report(FRIDAY, title=TITLE, published="2031-03-14"), outlet="The Gull")
    later = replace(report(FRIDAY, title=TITLE, published="2031-06-14"), outlet="The Gull")
    assert compare(first, later).revision is not None


def test_the_version_that_came_later_is_the_later_one_on_whichever_side_it_stands() -> None:
    older = replace(report(FRIDAY, title=TITLE), outlet="The Gull")
    newer = replace(report(FRIDAY + "\nA new line.", title=TITLE), outlet="The Gull")
    right = compare(older, newer, came_later="right").revision
    left = compare(newer, older, came_later="left").revision
    assert right is not None
    assert left is not None
    assert (right.later, left.later) == ("right", "left")
    assert [c.kind for c in right.changes] == [c.kind for c in left.changes] == ["added"]
