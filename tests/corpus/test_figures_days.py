"""Days without a year, and days of a week, that the words around them put before or behind."""

from __future__ import annotations

import pytest

from corpus.figures import figures

PUBLISHED = "2031-07-16"  # a Wednesday


def days(text: str, published: str = PUBLISHED) -> list[str | None]:
    return [one.iso for one in figures([("body", 0, text)], published) if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        # what has happened lies behind, however near the coming day of that name would be
        ("Militants killed nine people in Port Calder on Nov. 13.", "2030-11-13"),
        ("The plan was put in place during the Nov. 13 Calder attacks.", "2030-11-13"),
        ("Gunmen stormed two cafes on the 13th of November.", "2030-11-13"),
        ("On Aug. 21, the clerk pleaded guilty to fraud.", "2030-08-21"),
        ("The mayor has been silent since 9 November.", "2030-11-09"),
        ("By Sept. 5, the builders had left the site.", "2030-09-05"),
        # what is to come lies ahead
        ("The mayor will open the bridge on Nov. 13.", "2031-11-13"),
        ("They said they’ll meet again on Dec. 3.", "2031-12-03"),
        ("The gallery won’t open again until Dec. 3.", "2031-12-03"),
        ("The new bridge, officials said, is scheduled to open on 13 November.", "2031-11-13"),
        ("The judge set a hearing for Aug. 15.", "2031-08-15"),
        ("Owners must show a permit by Dec. 31.", "2031-12-31"),
        ("The vote on Nov. 4 will be close.", "2031-11-04"),
        ("Nerves are on edge as November 8 approaches.", "2031-11-08"),
        ("The fair opens on Aug. 2, followed by the regatta Aug. 9.", "2031-08-02"),
        ("On Friday however, the clerk told the court that it would be open.", "2031-07-11"),
        # the year that stands behind a day is its year
        ("A gunman opened fire in the harbour on June 12 last year.", "2030-06-12"),
        ("The games begin on 12 June next year.", "2032-06-12"),
        ("The survey ran from Feb. 16 to May 8, 2029.", "2029-02-16"),
        ("The survey ran between 16 February and 8 May 2029.", "2029-02-16"),
    ],
)
def test_a_day_without_a_year_is_past_or_to_come_as_its_verb_says(text: str, iso: str) -> None:
    assert days(text)[0] == iso


def test_the_name_of_a_weekday_settles_the_year() -> None:
    assert days("The pair said on Thursday, January 4 that they had parted.") == ["2029-01-04"]
    assert days("The harbour master retired on Monday, 14 July.") == ["2031-07-14"]


def test_a_weekday_in_error_does_not_move_a_day_of_this_week_by_years() -> None:
    assert days("The harbour master retired on Tuesday, 14 July.") == ["2031-07-14"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Another nine inches of rain fell by Tuesday night.", "2031-07-15"),
        ("Seventy of the patients were discharged by Monday, officials said.", "2031-07-14"),
        ("The ferry was due to sail at noon on Friday, but left an hour late.", "2031-07-11"),
        ("The union had said it would sue, but changed course on Monday.", "2031-07-14"),
        ("“Nothing will ever be as it was,” Ms. Arlen tweeted Sunday.", "2031-07-13"),
        ("The islanders seemed to be unaware of it on Tuesday night.", "2031-07-15"),
        ("The road must be open by Friday.", "2031-07-18"),
        ("The lock will be formally opened on Friday.", "2031-07-18"),
        ("The clerk told residents to leave by Friday.", "2031-07-18"),
        ("“We’re prepared for a long strike that will begin on Friday,” he said.", "2031-07-18"),
    ],
)
def test_the_verb_of_its_clause_decides_over_the_word_before_a_weekday(text: str, iso: str) -> None:
    assert days(text) == [iso]


def test_the_earliest_day_on_which_something_may_happen_is_to_come() -> None:
    assert days("The mayor wants a vote as early as Monday.") == ["2031-07-21"]
    assert days("The ferry sails again as soon as late August.") == ["2031-08"]
    assert days("The owners complained as early as Monday.") == ["2031-07-14"]


def test_a_name_that_ends_with_a_month_is_no_day() -> None:
    assert days("The Long March 9 rocket is in development.") == []
    assert days("Operation May 7 was a film.") == []
    assert days("It was a long March 9 for the crew.") == ["2031-03-09"]


def test_this_weekend_is_the_one_just_over_in_a_paper_of_monday() -> None:
    monday = "2031-07-14"
    assert days("Two courts ruled on the map this weekend.", monday) == ["2031-W28"]
    assert days("The fair will open this weekend.", monday) == ["2031-W29"]
    assert days("Two courts rule on the map this weekend.", "2031-07-17") == ["2031-W29"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The lock will open on Thursday.", "2031-07-17"),
        ("The harbour has a second opportunity on Thursday.", "2031-07-17"),
        ("“I think it is a big win on Thursday,” she said.", "2031-07-17"),
        ("Boats burned in the harbour late on Thursday.", None),
        ("On Thursday, 11 boats were lost.", None),
        ("Boats burned in the harbour last Thursday.", "2031-07-10"),
        ("Boats burned in the harbour on Sunday.", "2031-07-13"),
    ],
)
def test_the_weekday_behind_publication_is_never_said_to_be_six_days_before(
    text: str, iso: str | None
) -> None:
    assert days(text) == [iso]
