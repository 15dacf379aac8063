"""Days, months and weeks that could be of two: what settles them, and when they stay open."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures

WEDNESDAY, SUNDAY = "2031-07-16", "2031-07-20"


def dates(text: str, published: str = WEDNESDAY) -> list[Figure]:
    return [one for one in figures([("body", 0, text)], published) if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        # a month behind a word that runs up to it is the next, whatever lies between
        ("The council found money to fund the ferry after September.", "2031-09"),
        ("A deal that keeps the ferry running through December is near.", "2031-12"),
        ("The clerk expects new elections by December.", "2031-12"),
        ("Our primary isn’t until May, the clerk said.", "2032-05"),
        ("The ferry starts again in August if the pier can bear it.", "2031-08"),
        # and the last where its verb tells that it is over
        ("The council did not ask for help until May.", "2031-05"),
        ("By November, the owners had sold the ferry.", "2030-11"),
        ("Fares grew from April through June.", "2031-06"),
        ("Sales fell from October through March.", "2031-03"),
        ("She was the harbour master until September, when she fell ill.", "2030-09"),
        # this one and the last one
        ("This November, the voters can choose.", "2031-11"),
        ("Last November, the voters chose.", "2030-11"),
        # the year told beside it
        ("They were in touch in September and October 2026, the clerk said.", "2026-09"),
        ("The pier fell in 2024. The clerk left in October of that year.", "2024-10"),
    ],
)
def test_a_months_name_is_of_the_year_that_the_words_around_it_tell(text: str, iso: str) -> None:
    assert iso in [one.iso for one in dates(text)]


def test_the_months_before_an_american_election_look_ahead_to_it() -> None:
    assert dates("She is the favourite in November.", "2032-03-04")[0].iso == "2032-11"
    assert dates("She was the favourite in November.", "2032-03-04")[0].iso == "2031-11"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Two new polls, released Wednesday and Tuesday, agree.", "2031-07-15"),
        ("The bill is coming out of a long markup Tuesday.", "2031-07-15"),
        ("He was forced off the trail until Tuesday.", "2031-07-15"),
        ("The clerk did not know of the letter until Monday.", "2031-07-14"),
        ("Until Monday, the harbour had seemed safe.", "2031-07-14"),
        ("The report is due in May; Monday’s draft focused on ferries.", "2031-07-14"),
        ("The policy announced Monday will touch every ferry.", "2031-07-14"),
        ("Ms. Lee on Monday called the plan, which would close the pier, a shame.", "2031-07-14"),
        ("A meeting which had been planned for Sunday at the pier.", "2031-07-13"),
        ("The vote was put off until Monday.", "2031-07-21"),
        ("The book isn’t released until Monday.", "2031-07-21"),
        ("The plan is to be released Monday.", "2031-07-21"),
        ("The ferry’s licence expires at midnight Monday.", "2031-07-21"),
        ("They are in town for the Wednesday-through-Friday event.", "2031-07-18"),
    ],
)
def test_a_weekday_is_past_or_to_come_as_its_clause_tells(text: str, iso: str) -> None:
    assert dates(text)[-1].iso == iso


def test_what_comes_back_on_every_friday_is_no_day() -> None:
    assert dates("They sing on Friday nights at the pier.") == []


def test_a_sunday_in_a_text_about_the_attacks_is_not_the_day_of_the_attacks() -> None:
    text = "Fifteen years after the Sept. 11, 2001, attacks, the mayor spoke on Sunday."
    assert [one.iso for one in dates(text, "2016-09-12")] == ["2001-09-11", "2016-09-11"]


def test_last_week_in_a_sunday_paper_is_the_week_that_ends_and_not_certain() -> None:
    (said,) = dates("The mayor resigned last week.", SUNDAY)
    assert (said.iso, said.sure) == ("2031-W29", False)
    (weekday,) = dates("The mayor resigned last week.", WEDNESDAY)
    assert (weekday.iso, weekday.sure) == ("2031-W28", True)


def test_this_week_in_a_sunday_paper_is_the_coming_one_unless_it_has_passed() -> None:
    assert dates("The council will vote this week.", SUNDAY)[0].iso == "2031-W30"
    assert dates("The council voted earlier this week.", SUNDAY)[0].iso == "2031-W29"


def test_a_day_on_which_something_is_due_is_the_coming_one() -> None:
    assert dates("Coverage does not begin until Jan. 1.", WEDNESDAY)[0].iso == "2032-01-01"
    assert dates("The island heads for its Nov. 4 elections.", WEDNESDAY)[0].iso == "2031-11-04"
    (was,) = dates("The original date of the summit was Aug. 12.")
    assert (was.iso, was.sure) == ("2031-08-12", False)


def test_a_primary_that_has_been_moved_is_still_to_come() -> None:
    assert dates("The state has moved up its primary to March 3.")[0].iso == "2032-03-03"


def test_a_day_that_nothing_tells_is_not_sure() -> None:
    (open_one,) = dates("The ferry and the pier, Oct. 20.")
    assert not open_one.sure
    (told,) = dates("The ferry will sail on Oct. 20.")
    assert told.sure


def test_days_of_one_article_that_are_told_in_a_run_agree() -> None:
    texts = [
        "On Jan. 20, 2031, the mayor took her oath.",
        "On Jan. 12, eight days before, a letter came.",
        "Her aide was heard on Jan. 27.",
    ]
    found = figures([("body", at, text) for at, text in enumerate(texts)], "2031-10-31")
    days = [(one.iso, one.sure) for one in found if one.kind == "date"]
    assert days == [("2031-01-20", True), ("2031-01-12", True), ("2031-01-27", True)]


def test_days_that_are_only_told_as_past_settle_the_untold_between_them() -> None:
    text = "On Jan. 10, the clerk lied. Jan. 12: a letter. On Jan. 15, the mayor denied it."
    assert [one.iso for one in dates(text, "2031-10-31")] == [
        "2031-01-10",
        "2031-01-12",
        "2031-01-15",
    ]


def test_a_month_beside_the_numbers_of_other_years_is_not_sure() -> None:
    (_, _, month) = dates("In 2024 and in 2028 the race was not settled until June.")
    assert (month.iso, month.sure) == ("2031-06", False)


def test_the_next_year_from_now_is_no_year_of_the_calendar() -> None:
    assert [one.sure for one in dates("We will find nothing in the next year.")] == [False]
    assert [one.sure for one in dates("We will find nothing next year.")] == [True]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Support was back up to 68 percent.", None, None),
        ("The fines are up to 68 percent.", None, None),
        ("It allows up to 68 percent.", None, 68),
        ("Crimes under 41 federal capital statutes are listed.", None, None),
        ("He served under five presidents.", None, None),
        ("There were under 41 prisoners.", None, 41),
    ],
)
def test_a_preposition_sets_no_bound(text: str, low: float | None, high: float | None) -> None:
    (only,) = figures([("body", 0, text)], WEDNESDAY)
    assert (only.low, only.high) == (low, high)


@pytest.mark.parametrize("text", ["She ran a 5K race.", "Three 401-k’s.", "His 401(k) plan."])
def test_the_name_of_a_race_or_a_pension_is_no_count(text: str) -> None:
    assert [
        one.text for one in figures([("body", 0, text)], WEDNESDAY) if one.text[0] in "45"
    ] == []


def test_a_year_of_two_digits_is_none_that_lies_ahead() -> None:
    text = "The ferry was built on June 4, ’89, and sank on Aug. 12, ’16."
    found = [f.iso for f in figures([("body", 0, text)], "2017-03-01") if f.kind == "date"]
    assert found == ["1989-06-04", "2016-08-12"]
    undated = [f.iso for f in figures([("body", 0, text)], None) if f.kind == "date"]
    assert undated == [None, None]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Theresa May said so. The harbour opens at the end of May.", 1),
        ("Theresa May said so. It was closed from May to July.", 2),
        ("Theresa May said so. It was closed between January and May.", 2),
        ("Theresa May said so. The letter was sent to May.", 0),
    ],
)
def test_the_month_is_told_from_the_person(text: str, kept: int) -> None:
    assert len([f for f in figures([("body", 0, text)], "2017-03-01") if f.kind == "date"]) == kept


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("The ship ran aground on Nov. 6.", "2018-01-20", "2017-11-06"),
        ("The Norland parliament met on Nov. 8.", "2016-02-10", "2015-11-08"),
        ("She won the election on Nov. 6.", "2018-01-20", "2017-11-06"),
        ("She is a candidate. The ferry sank on Nov. 6.", "2018-01-20", "2017-11-06"),
        ("Voters choose a mayor on Nov. 8.", "2016-02-10", "2016-11-08"),
        (
            "The island is small, and Nov. 6 is what its voters wait for.",
            "2018-03-20",
            "2018-11-06",
        ),
    ],
)
def test_an_election_day_is_the_coming_one_where_an_election_is_spoken_of(
    text: str, published: str, iso: str
) -> None:
    (found,) = dates(text, published)
    assert (found.iso, found.sure) == (iso, True)
