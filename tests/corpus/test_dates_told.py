"""Dates are told as certain only where something decides their day, month or year."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures

WEDNESDAY = "2031-07-16"


def dates(text: str, published: str | None = WEDNESDAY) -> list[Figure]:
    return [one for one in figures([("body", 0, text)], published) if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The pier burned on Tuesday.", None),
        ("The pier burned last May.", None),
        ("The pier burned about ten years ago.", WEDNESDAY),
        ("The pier burned two hours ago.", WEDNESDAY),
    ],
)
def test_a_date_that_is_not_resolved_is_not_certain(text: str, published: str | None) -> None:
    (date,) = dates(text, published)
    assert (date.iso, date.sure) == (None, False)


def test_a_decade_is_the_span_of_its_years() -> None:
    (decade,) = dates("The pier was built in the 1980s.", None)
    assert (decade.text, decade.iso, decade.sure) == ("1980s", "1980/1989", True)
