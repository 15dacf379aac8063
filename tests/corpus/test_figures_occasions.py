"""Weekdays that what happens on them puts before or behind, and names that are no days."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures

WEDNESDAY, TUESDAY, SATURDAY = "2031-07-16", "2031-07-15", "2031-07-19"


def dates(text: str, published: str = WEDNESDAY) -> list[Figure]:
    return [one for one in figures([("body", 0, text)], published) if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        # what has happened is past, whatever the sentence expects of others
        ("The mayor is expected to meet the victims of Sunday’s attack.", "2031-07-13"),
        ("The owners will have two weeks to use Monday’s performance.", "2031-07-14"),
        ("The clerk expects no talks in the wake of Tuesday’s violence.", "2031-07-15"),
        ("No captain will talk his way out of Tuesday night’s election.", "2031-07-15"),
        ("She may run again, she said in a Sunday television interview.", "2031-07-13"),
        ("Polls leading up to Monday’s vote had shown a close race.", "2031-07-14"),
        ("Even before Monday’s races, both ferries had their captains.", "2031-07-14"),
        ("It won just 39 votes on Monday, fewer than two others.", "2031-07-14"),
        # what is to come
        ("The ferry owners are nervous ahead of Sunday’s vote.", "2031-07-20"),
        ("The ferries agree on a deal to avert a strike before Friday’s deadline.", "2031-07-18"),
        ("She also has a Friday speech on ferries.", "2031-07-18"),
        ("The Friday hearing will be short.", "2031-07-18"),
        ("The pier is closed, starting Saturday.", "2031-07-19"),
        ("Watch “The Pier” Sunday at 11 a.m.", "2031-07-20"),
        ("He spoke in an interview with “The Pier” airing Sunday.", "2031-07-20"),
        ("The vote is set for this Friday.", "2031-07-18"),
        ("The deadline is Sunday.", "2031-07-20"),
        ("ARLEN: On Sunday, the mayor will open the pier.", "2031-07-20"),
        ("“Next Tuesday let’s vote,” she said.", "2031-07-22"),
    ],
)
def test_what_happens_on_a_weekday_puts_it_ahead_or_behind(text: str, iso: str) -> None:
    (one,) = dates(text)
    assert (one.iso, one.sure) == (iso, True)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The clerk resigned last Monday.", TUESDAY),
        ("The pier was set to be opened on Tuesday.", WEDNESDAY),
        ("Going into Monday’s vote, the clerk reported six ballots.", WEDNESDAY),
        ("The loss in the election on Tuesday will change little.", WEDNESDAY),
    ],
)
def test_a_weekday_that_could_be_of_two_weeks_is_not_sure(text: str, published: str) -> None:
    assert [one.sure for one in dates(text, published)] == [False]


def test_last_monday_in_a_paper_of_tuesday_is_hardly_yesterday() -> None:
    assert dates("The clerk resigned last Monday.", TUESDAY)[0].iso == "2031-07-07"


@pytest.mark.parametrize(
    "text",
    [
        "He came home the following Monday.",
        "She planned a speech on the Thursday after the election.",
        "The next morning, the ferry sank.",
        "The trial begins a week from Friday.",
        "They vote on the first Monday in November.",
        "He resigned on the last Friday of the year.",
    ],
)
def test_a_day_counted_from_another_one_is_left_open(text: str) -> None:
    assert [one.iso for one in dates(text) if one.unit == "day"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Telegraph praised the ferry.",
        "A Saturday Evening Post reporter asked.",
        "The preacher Billy Sunday spoke.",
        "It was a Freaky Friday swap.",
        "The show is on each day. Each Monday the pier is swept.",
        "They met with the union and March for Fair Fares.",
        "America votes in November of every even year.",
    ],
)
def test_names_and_habits_are_no_days(text: str) -> None:
    assert dates(text) == []


def test_may_is_a_person_where_the_article_says_so() -> None:
    texts = ["Theresa May spoke.", "He apologized to May and met her in May."]
    found = figures([("body", at, text) for at, text in enumerate(texts)], WEDNESDAY)
    assert [(one.text, one.start) for one in found if one.kind == "date"] == [("May", 36)]
    assert len(dates("Fares rose from April to May.")) == 2


@pytest.mark.parametrize(
    ("text", "iso", "sure", "published"),
    [
        ("The port hired a smaller-than-expected crew in June.", "2031-06", True, WEDNESDAY),
        ("The ferries would rather avoid more strikes after the one in June.", "2031-06", True, ""),
        ("She called for the pier to be closed in an interview in May.", "2031-05", True, ""),
        ("Clerks expect the statement to be that from June again.", "2031-06", False, ""),
        ("Since entering the race in June, she has raised millions.", "2031-06", True, ""),
        ("She will open the pier in April.", "2032-04", True, ""),
        ("She issued an order asking for proposals by December.", "2030-12", False, ""),
        ("In 2029 the plan of October was dropped.", "2030-10", False, ""),
    ],
)  # fmt: skip
def test_a_month_far_ahead_is_the_last_one_unless_will_says_so(
    text: str, iso: str, sure: bool, published: str
) -> None:
    one = dates(text, published or WEDNESDAY)[-1]
    assert (one.iso, one.sure) == (iso, sure)


def test_of_two_years_for_one_month_of_an_article_the_rarer_is_doubted() -> None:
    texts = ["Fares rose in May.", "Fares fell in May.", "The pier will open in May."]
    found = figures([("body", at, text) for at, text in enumerate(texts)], WEDNESDAY)
    assert [(one.iso, one.sure) for one in found if one.kind == "date"] == [
        ("2031-05", True),
        ("2031-05", True),
        ("2032-05", False),
    ]


@pytest.mark.parametrize(
    ("text", "iso", "sure", "published"),
    [
        ("She is fighting to be re-elected on Nov. 2.", "2032-11-02", True, "2032-05-20"),
        ("“As a result, by June 6, the town had tested none.”", "2031-06-06", True, WEDNESDAY),
        ("The clerk took a call Aug. 12, ’29 from the pier.", "2029-08-12", True, WEDNESDAY),
        ("They lowered their forecast to 60 ferries by Dec. 4.", "2030-12-04", False, WEDNESDAY),
        ("Tempers fray in the run-up to their Jan. 1 launch.", "2031-01-01", False, WEDNESDAY),
        ("It sat on June 8, 1974, and ruled two weeks later on June 24.", "1974-06-24", True, ""),
        ("It ran from Oct. 1, 2030, through May 31.", "2031-05-31", True, ""),
    ],
)
def test_the_year_of_a_day_is_told_by_elections_deadlines_and_years_beside_it(
    text: str, iso: str, sure: bool, published: str
) -> None:
    one = dates(text, published or WEDNESDAY)[-1]
    assert (one.iso, one.sure) == (iso, sure)


def test_a_weekday_that_opens_after_a_colon_or_begins_a_raid_is_read_by_its_verb() -> None:
    assert dates("Starting Sunday, agents began raids on the pier.")[0].iso == "2031-07-13"
    assert dates("The pier is closed starting Sunday.", SATURDAY)[0].iso == "2031-07-20"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("It means whatever five justices of the harbour court say it means.",
         "justices of the harbour court"),
        ("The second trial begins on the pier.", "trial"),
        ("A $40 harbour fee becomes the talk of the inns.", "harbour fee"),
        ("One reason why fares rose is fuel.", "reason"),
        ("A 10-day motion stops the clock.", "motion"),
        ("The two briefly appeared to agree.", None),
        ("One wonders how it sank.", None),
        ("He gave half of what the law allows.", "what the law allows"),
    ],
)  # fmt: skip
def test_what_is_counted_ends_before_its_verb(text: str, about: str | None) -> None:
    assert figures([("body", 0, text)], WEDNESDAY)[0].about == about
