"""Whether "today" and "tomorrow" are days, and which; seasons and days that lie ahead."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures


def _date(text: str, published: str) -> Figure:
    (one,) = [it for it in figures([("body", 0, text)], published) if it.kind == "date"]
    return one


@pytest.mark.parametrize(
    "text",
    [
        "The council met today in Aldmere.",
        "Today, the council passed the plan.",
        "The council will vote today on the plan.",
        "She is visiting the quay today.",
        "Earlier today the bridge was shut.",
        "The bridge opens today at 4 p.m.",
        "The plan was in her statement today.",
    ],
)
def test_today_is_a_day_where_something_happens_on_it(text: str) -> None:
    one = _date(text, "2031-05-14")
    assert (one.iso, one.sure) == ("2031-05-14", True)


@pytest.mark.parametrize(
    "text",
    [
        "Today, the company employs a great many people in the valley.",
        "Young people today want other work.",
        "The island is richer today than it was.",
        "The mill, which closed its doors, stands empty today.",
        "Ferries are slow in the world today.",
        "The old quay remains closed today.",
        "They built the bridges that we cross today.",
    ],
)
def test_today_is_no_sure_day_where_it_is_our_time(text: str) -> None:
    assert _date(text, "2031-05-14").sure is False


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The council meets again tomorrow.", True),
        ("The island hopes for a better tomorrow.", False),
        ("It was about the sailors of tomorrow.", False),
        ("If the vote were held tomorrow, she would win.", False),
        ("They share a belief in yesterday.", False),
        ("The council met yesterday.", True),
        ("LENA ORLOVA: The council met yesterday.", False),
        ("The council met yesterday. — Lena Orlova (@orlova)", False),
        ("The quay marked the tenth anniversary of April 11.", False),
    ],
)
def test_tomorrow_and_yesterday_may_be_no_day(text: str, sure: bool) -> None:
    assert _date(text, "2031-05-14").sure is sure


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The mayor left the day before yesterday.", "2031-05-12"),
        ("The mayor leaves the day after tomorrow.", "2031-05-16"),
        ("The mayor left yesterday.", "2031-05-13"),
    ],
)
def test_the_day_before_yesterday_is_two_days_back(text: str, iso: str) -> None:
    one = _date(text, "2031-05-14")
    assert (one.iso, one.sure) == (iso, True)


@pytest.mark.parametrize(
    ("text", "published", "iso", "sure"),
    [
        ("The pier burned last summer.", "2031-04-14", "2030", True),
        ("The pier burned last summer.", "2031-08-14", "2030", True),
        ("The pier burned last summer.", "2031-10-14", "2031", False),
        ("The pier burned last spring.", "2031-06-22", "2031", False),
        ("The pier burned last winter.", "2031-04-14", "2030", False),
        ("The pier closes this winter.", "2031-11-14", "2031", True),
        ("The pier closed this winter.", "2031-02-14", "2031", False),
        ("We ate more fat in winter.", "2031-02-14", "2030", False),
    ],
)
def test_a_season_is_of_its_year(text: str, published: str, iso: str, sure: bool) -> None:
    one = _date(text, published)
    assert (one.iso, one.sure) == (iso, sure)


def test_every_spring_is_none() -> None:
    assert figures([("body", 0, "The quay is painted every spring.")], "2031-05-14") == ()


@pytest.mark.parametrize(
    ("text", "iso", "sure"),  # in a paper of Thursday
    [
        ("The primary is on Tuesday, and she looks shaky.", "2031-05-20", True),
        ("The debate set for Tuesday draws many.", "2031-05-20", True),
        ("She leads the field heading into Tuesday.", "2031-05-20", True),
        ("The house gets ready to debate on Tuesday the matter of the quay.", "2031-05-20", True),
        ("Council to vote Monday on the quay", "2031-05-19", True),
        ("Before Tuesday he will also visit the islands.", "2031-05-20", True),
        ("If she loses the vote Tuesday, the race is over.", "2031-05-20", False),
        ("If she loses the vote Tuesday, the party will choose another.", "2031-05-20", True),
        ("They put off the hearing, originally scheduled for Monday.", "2031-05-19", False),
        ("She won the primary on Tuesday.", "2031-05-13", True),
    ],
)
def test_a_weekday_that_the_present_tells_lies_ahead(text: str, iso: str, sure: bool) -> None:
    one = _date(text, "2031-05-15")
    assert (one.iso, one.sure) == (iso, sure)


@pytest.mark.parametrize(
    ("text", "published", "iso", "sure"),
    [
        ("The deadline was moved to the end of May.", "2031-04-14", "2031-05", False),
        ("The order runs to the end of May.", "2031-04-14", "2031-05", True),
        ("The town, where in November the party took both houses.", "2032-02-14", "2032-11", False),
        ("He lost the 2030 elections in November.", "2032-02-14", "2031-11", False),
        ("She was beaten this November.", "2031-01-14", "2031-11", False),
    ],
)
def test_a_month_that_lies_ahead_or_may_not(
    text: str, published: str, iso: str, sure: bool
) -> None:
    one = next(it for it in figures([("body", 0, text)], published) if it.unit == "month")
    assert (one.iso, one.sure) == (iso, sure)
