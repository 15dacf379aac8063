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


@pytest.mark.parametrize(
    ("text", "iso", "published"),
    [
        # what is kept, paid for or put off runs on to the next month of that name
        ("The council approved a bill that funds the ferry through September.", "2031-09", ""),
        ("A bill that keeps the pier open through the end of December passed.", "2031-12", ""),
        ("She has annoyed them by delaying the vote until November.", "2031-11", ""),
        (
            "They tried to extend the time to vote until late August, papers reported.",
            "2031-08",
            "",
        ),
        ("The fair isn’t set until the last week in October.", "2031-10", ""),
        # what must, may or is about to be lies ahead
        ("The owners must sail again in October.", "2031-10", ""),
        ("The race is likely to be over when the schools open in September.", "2031-09", ""),
        ("She held it before the hearings begin in August.", "2031-08", ""),
        ("Markets see a slim chance of a rise in October.", "2031-10", ""),
        ("If she fails, she could face a furious contested vote in August.", "2031-08", ""),
        ("Nowhere will the race be more contested than in August.", "2031-08", ""),
        ("He said that his decision to skip the fair in August is final.", "2031-08", ""),
        # and what the ferry waited for does not
        ("He came under fire because he waited until March to tell the clerk.", "2031-03", ""),
        ("It was not until May that the clerk knew.", "2031-05", ""),
        # a month told with its year, earlier in the sentence or behind a row, governs
        ("In June 2026 the pier fell; in October the ferry sank.", "2026-10", ""),
        ("She led in 2026 but fell ill in March and August of that year.", "2026-03", ""),
        ("It burned on May 6, 2026, and again on May 23 of that year.", "2026-05-23", ""),
        ("He sailed in 2026. Her own boats left on June 30 of that year.", "2026-06-30", ""),
        ("The clerk was hired last April 12.", "2031-04-12", "2032-02-16"),
    ],
)
def test_a_month_is_the_one_that_its_verb_or_the_year_beside_it_tells(
    text: str, iso: str, published: str
) -> None:
    assert iso in [one.iso for one in dates(text, published or WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("In June 2026 the pier fell; in October the ferry sank.", WEDNESDAY),
        ("The pier fell in May of 2026. By November, the ferry was gone.", WEDNESDAY),
        ("Fares peaked in October of the mayor’s first year in office.", WEDNESDAY),
        ("The deal ended the strike with a rise of fares starting in August.", WEDNESDAY),
        ("Lee won in 2024 and beating her in November is a task.", "2032-02-27"),
        # the two days of one name cannot be of two years
        ("On July 2 she was ill. It must be sold by July 2nd.", "2031-09-20"),
    ],
)
def test_a_month_whose_year_nothing_tells_is_not_certain(text: str, published: str) -> None:
    assert False in [one.sure for one in dates(text, published)]


def test_what_neighbours_settle_is_neither_told_as_past_nor_beside_another_year() -> None:
    """Days told for certain settle a month of an open year where the text does not speak against
    it."""
    text = "The fair opened on Oct. 2. Two stalls, robbed in early October, stayed shut."
    assert [one.iso for one in dates(text, "2031-07-16")][1] == "2030-10"
    text = "She said it in November. She lost in 2024 and a win in November is near."
    assert dates(text, "2032-02-27")[-1].sure is False


@pytest.mark.parametrize(
    ("text", "iso", "sure"),
    [
        # one attack of that day in an article on it, and the other ones' anniversary
        ("The Sept. 11 attack in Benghazi killed four.", "2012-09-11", True),
        (
            "The siege of Benghazi fell on the anniversary of the Sept. 11 attacks.",
            "2001-09-11",
            True,
        ),
        (
            f"Benghazi was in the news{' and on the air' * 8}. She spoke of Sept. 11.",
            "2012-09-11",
            False,
        ),
        ("A fair opened on Sept. 11, 2010. Families recalled Sept. 11 again.", "2012-09-11", False),
        # and where nothing tells which one is meant
        ("Wars, floods, Sept. 11 and worse came over the town.", "2012-09-11", False),
        ("The terror attacks of Sept. 11 changed the town.", "2012-09-11", False),
        ("The 9/11 report tells how the town has changed since Sept. 11.", "2001-09-11", True),
    ],
)
def test_september_11_is_of_the_year_that_its_words_tell(text: str, iso: str, sure: bool) -> None:
    day = [one for one in dates(text, "2013-01-08") if one.text == "Sept. 11"][-1]
    assert (day.iso, day.sure) == (iso, sure)


def test_a_year_that_owns_something_is_no_decade() -> None:
    assert [one.iso for one in dates("Growth was below 2010’s wan rate.", "2013-07-22")] == ["2010"]


@pytest.mark.parametrize(
    ("text", "iso", "sure"),
    [
        ("The pier is closed Monday for the fair.", "2031-07-21", True),
        ("Lee, who is retiring at the end of October, spoke.", "2031-10", True),
        ("A vote that had been scheduled in early June was called off.", "2031-06", True),
        ("The word was common, but is considered rude today.", WEDNESDAY, False),
        ("A report on the Sept. 11 attack in Libya came out.", "2012-09-11", True),
    ],
)
def test_what_is_told_of_now_or_had_been_planned_gives_the_day(
    text: str, iso: str, sure: bool
) -> None:
    assert [(one.iso, one.sure) for one in dates(text)] == [(iso, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "He earned much in her last year in office.",
        "The ferry carried Saturday morning cartoons and toys.",
    ],
)
def test_a_year_of_somebody_and_what_is_named_by_a_day_are_no_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She told it on the Saturday shows.",
        "She told Quill News Saturday that the pier is safe.",
        "He has been summoned to testify on Friday about the pier.",
        "In Saturday’s election, the mayor hopes for a second term.",
    ],
)
def test_a_programme_and_what_may_lie_ahead_are_no_certain_days(text: str) -> None:
    assert not any(one.sure for one in dates(text))


def test_an_election_that_is_told_as_past_stays_certain() -> None:
    (date,) = dates("The mayor won in Saturday’s election.")
    assert (date.iso, date.sure) == ("2031-07-12", True)
