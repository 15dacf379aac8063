"""Of whom a share is told, years that are no counts, ages with a limit, and days to come."""

from __future__ import annotations

import pytest

from corpus.article import Figure
from corpus.figures import figures

PUBLISHED = "2031-03-05"  # a Wednesday


def read(text: str, published: str | None = PUBLISHED) -> tuple[Figure, ...]:
    return figures([("body", 0, text)], published)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Among islanders, 44 percent said the port should stay open.", ["islanders"]),
        ("Among islanders, 44 percent back the port, and 30 percent oppose it.",
         ["islanders", "islanders"]),
        ("Half the town came. Just 44 percent believe the mayor.", [None]),
        ("44 percent of sailors and 30 of pilots are new.", ["sailors", "pilots"]),
        ("It is read by 44 percent of those surveyed on the quay.", ["those surveyed"]),
        ("The index was 8 percent lower in May.", ["index"]),
        ("It won 60 percent support on the quay.", ["support"]),
    ],
)  # fmt: skip
def test_a_share_is_of_those_whom_the_sentence_names(text: str, about: list[str | None]) -> None:
    assert [f.about for f in read(text) if f.kind == "percent"] == about


def test_the_second_share_of_two_may_leave_its_unit_out() -> None:
    first, second = read("44 percent of sailors and 30 of pilots are new.")
    assert (first.unit, second.unit, second.kind, second.value) == ("%", "%", "percent", 30)


@pytest.mark.parametrize(
    "text",
    [
        "Asked about his 2027 confirmation hearings, Aalto left.",
        "None of the 2032 candidates came to the quay.",
        "It is far below 2005 levels.",
        "It is slower than 2029's wild spike.",
    ],
)
def test_a_year_before_a_noun_is_a_date(text: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.iso) == ("date", found.text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("More than 2014 ships came.", 2014), ("The flood killed 2000 people.", 2000)],
)
def test_a_number_of_four_digits_that_counts_stays_a_count(text: str, value: float) -> None:
    (found,) = read(text)
    assert (found.kind, found.value) == ("count", value)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Most voters under 30 trust the mayor.", "voters"),
        ("Islanders over 65 have it.", "Islanders"),
        ("It is for children aged 6 and up.", "children"),
        ("They are held there now, ages 13-17, after the storm.", None),
    ],
)
def test_a_limit_of_age_is_an_age(text: str, whose: str | None) -> None:
    (found,) = read(text)
    assert (found.kind, found.about) == ("age", whose)


def test_a_number_hurt_is_not_counted_to_the_town_before_it() -> None:
    (found,) = read("In Aldmere, 200 have been killed.")
    assert (found.kind, found.value, found.about) == ("count", 200, None)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("On Friday, the council will vote.", ["2031-03-07"]),
        ("On Tuesday, Aalto is scheduled to tour the quay.", ["2031-03-11"]),
        ("The vote would come soon. On Friday, the council said so.", ["2031-02-28"]),
        ("Aalto could not be reached for comment on Tuesday.", ["2031-03-04"]),
        ("Aalto could have left on Tuesday.", ["2031-03-04"]),
        ("The storm will move on on Friday and Saturday.", ["2031-03-07", "2031-03-08"]),
        ("They met on Monday and Tuesday.", ["2031-03-03", "2031-03-04"]),
        ("Earlier Tuesday, Aalto said the quay will open.", ["2031-03-04"]),
    ],
)
def test_days_to_come_are_told_from_days_gone(text: str, isos: list[str]) -> None:
    assert [f.iso for f in read(text) if f.kind == "date"] == isos


def test_a_span_of_days_that_has_begun_ended_by_the_day_of_publication() -> None:
    days = [f.iso for f in read("The poll of voters Sunday through Thursday said so.")]
    assert days[1] == "2031-02-27"


def test_a_month_that_something_is_to_be_done_by_is_the_coming_one() -> None:
    (found,) = read("He had the chance to be done by the end of June.")
    assert found.iso == "2031-06"


def test_a_duration_is_not_of_the_year_that_it_is_a_part_of() -> None:
    found = [f for f in read("The first two months of this year were wet.") if f.kind == "duration"]
    assert [f.about for f in found] == [None]


def test_a_dash_of_two_hyphens_ends_what_is_counted() -> None:
    (found,) = read("It was his first term -- overtaken by the storm.")
    assert found.about == "term"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Catches of cod fell, output expanded by 35 percent, prices by 4 percent.", "output"),
        ("In 2030, the port said, wages have risen by 3 percent, rents by 4 percent.", "wages"),
        ("Fares tend to be about 4 percent higher in June.", "Fares"),
        ("Varga recently announced her campaign raised over $25 million.", "campaign"),
        ("The rate today is 4 percent.", "rate"),
        ("The mayor vowed to cut as much as $5 million.", None),
        ("They've fallen close to 10 percent.", None),
        ("Aldmere had a high rate. Seaham's was 7 percent.", None),
        ("Masks were 91 percent effective.", "Masks"),
        ("Rates stay at 3 percent forever.", None),
        ("Most of the cash, $3 trillion worth, is abroad.", None),
        ("You can feed them for $25 bucks.", None),
    ],
)
def test_what_a_number_tells_of_is_no_verb_pronoun_or_adjective(
    text: str, about: str | None
) -> None:
    assert next(f.about for f in read(text) if f.kind in ("percent", "money")) == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("He wrote 20 concurring or dissenting opinions.", "concurring or dissenting opinions"),
        ("One sign warning of fog stood there.", "sign"),
        ("Two Aldmere appeals court judges agreed.", "Aldmere appeals court judges"),
        (
            "It pays 300 holders of the Temporary Harboured Status papers.",
            "holders of the Temporary Harboured Status papers",
        ),
        ("Pay a fine of 500 or six months.", "fine"),
        ("The rivals of the 43's time came.", None),
    ],
)
def test_a_counted_phrase_holds_its_modifiers_and_ends_before_its_participle(
    text: str, about: str | None
) -> None:
    assert next(f.about for f in read(text) if f.kind == "count") == about


def test_a_year_that_owns_something_is_a_year() -> None:
    (year,) = read("It is duller than 2012’s.")
    assert (year.kind, year.iso) == ("date", "2012")


def test_points_that_an_index_lost_are_a_measure_of_it() -> None:
    (points,) = read("The harbour index tumbled 17 points in Aldmere.")
    assert (points.text, points.kind, points.about) == ("17 points", "measure", "harbour index")
