"""A report whose text tells a later day than its page bears is not surely the first."""

from __future__ import annotations

import pytest
from reports import report

from corpus.article import Article
from corpus.ledger import ledger

SATURDAY, TUESDAY, WEDNESDAY = "2031-03-15", "2031-03-18", "2031-03-19"
CAUGHT = "The arsonist of the ferry Aurelia was caught Monday in a boat shed, police in Sarn said."


def later(*articles: Article) -> list[int]:
    """Which of them, by their places."""
    ids = [one.id for one in articles]
    return [ids.index(full) for full in ledger(articles).later]


def told(text: str, day: str, title: str = "The arsonist of Sarn") -> Article:
    return report(text, title=title, published=day)


OTHERS = (
    told("The arsonist of the ferry Aurelia was caught on Monday in a shed in Sarn.", TUESDAY),
    told(
        "The arsonist of the Aurelia was caught Monday. Police in Sarn found the ferry's maps.",
        WEDNESDAY,
    ),
)


def test_a_weekday_that_two_later_reports_tell_a_week_on_is_behind_the_stamp() -> None:
    assert later(told(CAUGHT, SATURDAY), *OTHERS) == [0]
    assert later(told(CAUGHT, TUESDAY), *OTHERS) == []


def test_one_later_report_may_be_dated_late_itself_and_who_tells_it_alike_bears_it_out() -> None:
    first = told(CAUGHT, SATURDAY)
    assert later(first, OTHERS[0]) == []
    assert later(first, told(f"{CAUGHT} He is 40.", SATURDAY), *OTHERS) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On March 18, 2031, the Gazette reported that the arsonist was caught.", [0]),
        ("The court will hear the arsonist on March 18, 2031, in Sarn.", []),
        ("This report appeared in the March 18, 2031, issue of the Review.", []),
        ("Photos: The arsonist was caught in Sarn on March 18, 2031. Hide Caption 2 of 9", []),
    ],
)
def test_a_date_with_its_year_tells_it_where_it_is_past_and_of_the_text(
    text: str, found: list[int]
) -> None:
    assert later(told(f"The ferry Aurelia burned in Sarn. {text}", SATURDAY), *OTHERS) == found
