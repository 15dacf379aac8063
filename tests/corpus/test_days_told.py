"""What the days of two openings say to each other, whatever day their pages bear."""

from __future__ import annotations

from dataclasses import replace

from reports import report

from corpus.article import Article, Paragraph
from corpus.comparison.days_told import days_told
from corpus.comparison.event import answer
from corpus.comparison.event_signs import EventSigns
from corpus.comparison.sides import side

SUNK = "A ferry sank off Port Calder on Sunday, the coastguard said."


def told(left: Article, right: Article) -> str | None:
    return days_told(side(left), side(right))


def test_one_day_of_the_week_is_no_other_day_because_a_page_is_dated_late() -> None:
    first = report(SUNK, published="2031-03-10")
    late = report(SUNK, published="2031-03-24")
    assert told(first, late) == "undecided"
    assert told(first, report(SUNK, published="2031-03-11")) == "together"
    monday = report(SUNK.replace("Sunday", "Monday"), published="2031-03-25")
    assert told(first, monday) == "apart"


def test_days_of_the_month_are_two_whatever_day_of_the_week_they_are() -> None:
    first = report(SUNK.replace("Sunday", "March 9, 2031"), published="2031-03-10")
    later = report(SUNK.replace("Sunday", "March 16, 2031"), published="2031-03-24")
    assert told(first, later) == "apart"


def test_the_day_of_a_picture_from_the_files_is_not_the_day_of_the_report() -> None:
    pictured = report(f"The ferry Aurelia on Nov. 2, 2030.\n{SUNK.replace(' on Sunday', '')}")
    shown, text = pictured.paragraphs
    caption = Paragraph(shown.text, "caption", None)
    first = report(SUNK, published="2031-03-10")
    assert told(first, pictured) == "apart"
    pictured = replace(pictured, paragraphs=(caption, text))
    assert told(first, pictured) is None


def test_what_recurs_on_its_day_of_the_week_is_not_surely_one_event() -> None:
    signs = EventSigns(titles=0.4, leads=0.5, found_again=0.5, names=0.5, like=0.45, days_apart=7)
    assert answer(replace(signs, days_told="undecided")) == "perhaps"
    far = replace(signs, days_apart=12)
    assert answer(replace(far, days_told="undecided")) == "perhaps"
    assert answer(replace(far, days_told="apart")) == "different"


def test_quotations_in_both_make_one_event_thinkable_within_a_month() -> None:
    signs = EventSigns(titles=0.1, leads=0.3, found_again=0.4, names=0.5, like=0.3, days_apart=12)
    assert answer(signs) == "different"
    assert answer(replace(signs, quoted=2)) == "perhaps"
    assert answer(replace(signs, quoted=2, days_apart=45)) == "different"
