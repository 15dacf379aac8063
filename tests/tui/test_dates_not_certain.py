"""Dates whose year or week stays open are told so wherever their figure is shown."""

from __future__ import annotations

import pytest

from corpus.figures import figures
from tui.cli.documents import figure_json
from tui.views.fitting import told
from tui.views.lenses import figure_said, hedged


@pytest.mark.parametrize(
    ("text", "published", "doubt"),
    [
        ("The mayor resigned last week.", "2031-07-20", "week not certain"),
        ("The ferry and the pier, Oct. 20.", "2031-07-16", "year not certain"),
        ("The mayor resigned last week.", "2031-07-16", ""),
        ("The island is richer today than it was.", "2031-07-16", "day not certain"),
        ("The pier burned last summer.", "2031-10-16", "year not certain"),
    ],
)
def test_a_date_says_what_of_it_is_not_certain(text: str, published: str, doubt: str) -> None:
    (date,) = figures([("body", 0, text)], published)
    assert ("not certain" in told(figure_said(date))) == bool(doubt)
    assert doubt in told(figure_said(date))
    assert doubt in hedged(date)
    assert figure_json(date)["sure"] is (not doubt)


def test_a_number_says_nothing_of_days() -> None:
    (count,) = figures([("body", 0, "There were 41 prisoners.")], "2031-07-16")
    assert figure_json(count)["sure"] is None
