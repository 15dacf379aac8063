"""Two who share a name stay two: by courtesy titles, offices, generations and initials."""

from __future__ import annotations

import pytest

from corpus.article import Entity, Names
from corpus.entities.gazetteer import GazetteerRecogniser
from corpus.entities.naming import find_names
from tests.corpus.test_entities import Scripted, article


def by_rule(*paragraphs: str, title: str | None = None) -> Names:
    return find_names(article(*paragraphs, title=title), GazetteerRecogniser())


def places(names: Names, name: str) -> set[int]:
    """The paragraphs in which the entity of that name is mentioned."""
    return {m.paragraph for m in _entity(names, name).mentions}


def _entity(names: Names, name: str) -> Entity:
    found = [e for e in names.entities if e.name == name]
    assert found, f"no {name} among {[e.name for e in names.entities]}"
    return found[0]


def test_mr_and_mrs_of_one_surname_are_told_apart() -> None:
    names = by_rule(
        "President Thomas Quill and Helen Quill arrived on Monday.",
        "“We are late,” Mrs. Quill said.",
        "Mr. Quill said nothing.",
        "Officials say Quill is pleased.",
    )
    assert places(names, "Helen Quill") == {0, 1}
    assert places(names, "Thomas Quill") == {0, 2}
    assert places(names, "Quill") == {3}, "a surname that could be both is neither"


def test_a_man_is_not_the_woman_who_alone_is_named_in_full() -> None:
    names = by_rule(
        "Minister Helen Quill resigned.", "Mr. Quill said he was proud of her.", "Ms. Quill left."
    )
    assert places(names, "Helen Quill") == {0, 2}
    assert places(names, "Quill") == {1}


def test_a_title_before_the_full_name_goes_before_what_the_given_name_says() -> None:
    names = by_rule("Mr. Helen Quill resigned.", "Mr. Quill said it was time.")
    assert places(names, "Helen Quill") == {0, 1}


def test_a_surname_alone_is_whom_the_article_addresses_by_it() -> None:
    names = by_rule(
        "Mrs. Helen Quill met Thomas Quill.", "Mrs. Quill said yes.", "Critics say Quill won."
    )
    assert places(names, "Helen Quill") == {0, 1, 2}


def test_a_couple_is_neither_of_the_two() -> None:
    names = by_rule("Helen Quill is here.", "Mr. and Mrs. Quill said so.", "Mr. Quill said so.")
    assert places(names, "Helen Quill") == {0, 1}


def test_a_presidents_government_is_not_his_wifes() -> None:
    names = by_rule(
        "Critics of the Clinton administration say it failed.",
        "Hillary Clinton said so.",
    )
    assert places(names, "Hillary Clinton") == {1}


def test_a_government_that_may_come_is_the_candidates() -> None:
    names = by_rule("Hillary Clinton is running.", "Officials fear a Clinton administration.")
    assert places(names, "Hillary Clinton") == {0, 1}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("William Quill", "Bill Quill"),
        ("Steven Quill", "Steve Quill"),
        ("Mohammad Javad Zar", "Javad Zar"),
    ],
)
def test_everyday_forms_of_a_first_name_are_one_person(one: str, other: str) -> None:
    names = by_rule(f"President {one} met them. Later President {other} left, and Mr. Quill too.")
    assert len([e for e in names.entities if e.name in (one, other)]) == 1


@pytest.mark.parametrize("other", ["Bob Quill", "Stephanie Quill", "Ann Quill"])
def test_other_first_names_are_other_people(other: str) -> None:
    names = by_rule(f"President William Quill met them. Later Senator {other} left.")
    assert {e.name for e in names.entities} == {"William Quill", other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thomas Quill", "Thomas Quill Jr."),
        ("Thomas H.W. Quill", "Thomas W. Quill"),
        ("Thomas A. Quill", "Thomas B. Quill"),
        ("Thomas Albert Quill", "Thomas B. Quill"),
    ],
)
def test_father_and_son_are_two(one: str, other: str) -> None:
    both = Scripted()
    both.types = {one: "person", other: "person"}
    names = find_names(
        article(f"They said that {one} was there, and then {other} was there as well."), both
    )
    assert {e.name for e in names.entities} == {one, other}


def test_initials_that_do_not_differ_are_one_person() -> None:
    names = by_rule("President Thomas Albert Quill met Thomas A. Quill.")
    assert len(names.entities) == 1


def test_a_name_without_initials_that_two_could_bear_is_neither() -> None:
    names = by_rule("President Thomas A. Quill met Senator Thomas B. Quill. Thomas Quill said so.")
    assert {e.name for e in names.entities} == {
        "Thomas A. Quill", "Thomas B. Quill", "Thomas Quill",
    }  # fmt: skip


def test_the_elder_is_meant_by_the_surname_and_the_son_by_jr() -> None:
    names = by_rule(
        "President Thomas Quill met Thomas Quill Jr.", "Mr. Quill Jr. said no.", "Mr. Quill left."
    )
    assert places(names, "Thomas Quill Jr.") == {0, 1}
    assert places(names, "Thomas Quill") == {0, 2}


def test_a_professor_is_no_namesake_of_another_trade() -> None:
    names = by_rule(
        "Thomas Quill drove the lorry into the harbour.", "“It was steep,” Prof Quill said."
    )
    assert places(names, "Thomas Quill") == {0}


def test_a_professor_is_who_was_called_a_scholar() -> None:
    names = by_rule(
        "Thomas Quill teaches history at the college.", "“It was steep,” Prof Quill said."
    )
    assert places(names, "Thomas Quill") == {0, 1}


def test_a_surname_of_two_words_joins_the_full_name() -> None:
    names = by_rule("Senator Ada Van Hollen voted. Mrs. Van Hollen said so. Van Hollen said no.")
    assert [e.name for e in names.entities] == ["Ada Van Hollen"]


def test_the_house_is_not_its_committee_nor_a_town_its_county() -> None:
    names = find_names(
        article(
            "The House voted. The House Fisheries Committee met. In Harlow people slept. Then "
            "Harlow County Council met."
        ),
        Scripted(
            House_Fisheries_Committee="organisation",
            House="organisation",
            Harlow_County_Council="organisation",
            Harlow="place",
        ),
    )
    assert {"House", "House Fisheries Committee"} <= {e.name for e in names.entities}
    assert ("Harlow", "place") in {(e.name, e.type) for e in names.entities}


def test_parliament_without_an_article_is_not_the_one_that_was_named() -> None:
    scripted = Scripted(Nordic_Parliament="organisation", Parliament="organisation")
    text = "The Nordic Parliament met. Voters hope Parliament agrees. {} voted."
    apart = find_names(article(text.format("Nobody")), scripted)
    assert {e.name for e in apart.entities} == {"Nordic Parliament", "Parliament"}
    joined = find_names(article("The Nordic Parliament met. Then the Parliament voted."), scripted)
    assert {e.name for e in joined.entities} == {"Nordic Parliament"}


def test_a_presidents_surname_alone_is_never_his_relatives() -> None:
    names = by_rule(
        "President Trump was late.", "Mr. Trump said so.", "Eric Trump and Lara Trump were there."
    )
    assert places(names, "Eric Trump") == {2}
    assert places(names, "Trump") == {0, 1}


def test_among_his_family_a_president_is_meant_by_the_surname_alone() -> None:
    names = by_rule(
        "President Donald Trump met Eric Trump and Ivanka Trump.", "Critics say Trump was late.",
        "Ms. Trump said no.",
    )  # fmt: skip
    assert places(names, "Donald Trump") == {0, 1}
    assert places(names, "Ivanka Trump") == {0, 2}


def test_the_supreme_court_of_one_land_is_not_anothers() -> None:
    def named(court: str) -> set[str]:
        return {e.name for e in find_names(article(text.format(court)), Scripted()).entities}

    text = "They said that the {} had ruled. Then they said that the Supreme Court was late."
    assert "U.S. Supreme Court" in named("U.S. Supreme Court")
    assert "U.S. Supreme Court" not in named("UK Supreme Court")


def test_a_committee_a_team_and_a_paper_go_by_the_end_of_their_names() -> None:
    both = Scripted()
    both.types = {
        "House Fisheries Committee": "organisation",
        "Fisheries Committee was": "organisation",
        "Boston Herons": "organisation",
        "Herons were": "organisation",
    }
    text = (
        "It was the House Fisheries Committee. The Fisheries Committee was late. "
        "They saw the Boston Herons. The Herons were late."
    )
    names = {e.name for e in find_names(article(text), both).entities}
    assert {"House Fisheries Committee", "Boston Herons"} <= names
    assert not {"Fisheries Committee", "Herons"} & names


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("U.S. Parcel Service", "UPS"),
        ("Growth and Outlook Project", "GOP"),
        ("Navy Yard", "Navy"),
        ("Internet Association", "Internet"),
        ("House of Representatives Judiciary Committee", "House"),
        ("Quillnet Gathering", "Quillnet"),
    ],
)
def test_what_only_begins_like_a_body_or_has_its_letters_is_another(long: str, short: str) -> None:
    text = f"They wrote to the {long} in the spring. Then they wrote to {short} about the harbour."
    finder = Scripted()
    finder.types = {long: "organisation", f"{short} about": "organisation"}
    names = find_names(article(text), finder)
    whole = next(e for e in names.entities if any(m.text == long for m in e.mentions))
    assert {m.text for m in whole.mentions} == {long}


def test_both_letters_of_a_land_begin_the_acronym_of_its_bodies() -> None:
    finder = Scripted()
    finder.types = {"U.S. Harbour Committee": "organisation"}
    text = "They wrote to the U.S. Harbour Committee in May. The USHC wrote back at once."
    (one,) = find_names(article(text), finder).entities
    assert {m.text for m in one.mentions} == {"U.S. Harbour Committee", "USHC"}


def test_an_office_is_not_that_of_the_son_who_alone_is_named_in_full() -> None:
    names = by_rule(
        "Robert Biden sat on the board of the port.",
        "Former Vice President Biden said so.",
        "President Biden left.",
    )
    assert places(names, "Robert Biden") == {0}
    assert places(names, "Biden") == {1, 2}


def test_an_office_is_whose_it_was_among_two_of_a_family() -> None:
    names = by_rule(
        "Bill Clinton met Hillary Clinton.", "Secretary Clinton left.", "Critics say Clinton won."
    )
    assert places(names, "Hillary Clinton") == {0, 1}
    assert places(names, "Clinton") == {2}, "an office tells of itself only"


@pytest.mark.parametrize(
    "full", ["Senator Helen Kennedy came.", "Helen Kennedy, a former senator from Elbrook, came."]
)
def test_an_office_is_also_that_of_whoever_is_told_to_bear_it(full: str) -> None:
    assert places(by_rule(full, "Senator Kennedy left."), "Helen Kennedy") == {0, 1}
    assert places(by_rule("Helen Kennedy came.", "Senator Kennedy left."), "Helen Kennedy") == {0}


def test_an_office_behind_any_other_surname_is_the_bearers() -> None:
    names = by_rule("Helen Quill came.", "Senator Quill left.")
    assert places(names, "Helen Quill") == {0, 1}


def test_whom_a_place_is_named_for_is_nobody_who_comes_later() -> None:
    names = find_names(
        article(
            "They met on the Benjamin Franklin Parkway.", "It was planned by Franklin himself.",
            "Aretha Franklin sang.",
        ),
        Scripted(**{
            "Benjamin Franklin Parkway": "person", "Aretha Franklin": "person",
            "Franklin himself": "person",
        }),
    )  # fmt: skip
    assert places(names, "Aretha Franklin") == {2}
    assert _entity(names, "Benjamin Franklin Parkway").type == "place"
