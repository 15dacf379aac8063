"""Where a name begins and ends: without days, offices in letters, and what a writer says of it."""

from __future__ import annotations

import pytest
from test_entities import Scripted, article, by_rule, entity
from test_entities_kinds import Everywhere, kind, kinds

from corpus.entities.naming import find_names


def found(text: str, **types: str) -> dict[str, str]:
    return kinds(find_names(article(text), Scripted(**types)))


def test_a_body_is_named_without_the_day_behind_it() -> None:
    text = "She wrote on Quillgram Monday that the ferry had left."
    assert found(text, **{"Quillgram Monday": "organisation"}) == {"Quillgram": "organisation"}
    text = "The shops open early on Cyber Monday and close late."
    assert found(text, **{"Cyber Monday": "event"}) == {"Cyber Monday": "event"}


@pytest.mark.parametrize("sort", ["Congressional", "Fellow", "Moderate", "Most"])
def test_a_party_is_named_without_what_is_said_of_its_members(sort: str) -> None:
    text = f"{sort} Republicans missed the ferry on Tuesday."
    assert found(text, **{f"{sort} Republicans": "group"}) == {"Republican": "group"}


@pytest.mark.parametrize("word", ["Congressional", "Recognition", "Communism", "NEVER", "Mom"])
def test_a_generic_word_with_a_capital_is_no_name(word: str) -> None:
    text = f"The captain said on Tuesday that {word} would be of little use on the ferry."
    assert not find_names(article(text), Scripted(**{word: "organisation"})).entities


def test_a_president_and_the_house_under_the_president_are_two_names() -> None:
    text = "The Obama White House kept silent about the ferry on Tuesday."
    assert found(text, **{"Obama White House": "organisation"}) == {
        "Obama": "person",
        "White House": "organisation",
    }


def test_an_office_in_letters_is_no_part_of_a_person() -> None:
    text = "Lena Orlova spoke first. He saw AG Orlova on the ferry."
    spans = {"Lena Orlova": "person", "AG Orlova": "organisation"}
    assert found(text, **spans) == {"Lena Orlova": "person"}


def test_a_well_known_surname_and_its_land_are_two_names() -> None:
    text = "Nothing was heard from Tlaib of Michigan on Tuesday."
    assert found(text, **{"Tlaib of Michigan": "organisation"}) == {
        "Tlaib": "person",
        "Michigan": "place",
    }


def test_a_committee_keeps_all_its_matters() -> None:
    text = "He told the Senate Harbours, Fisheries, and Dues Committee of the ferry."
    assert by_rule(text).entities[0].name == "Senate Harbours, Fisheries, and Dues Committee"


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Similar to the Harbour Dues Act, it names no sum.", "Harbour Dues Act"),
        ("They sued Quill for First Amendment violations.", "First Amendment"),
    ],
)
def test_a_law_begins_where_its_name_does(text: str, law: str) -> None:
    assert [e.name for e in by_rule(text).entities if e.type == "work"] == [law]


def test_the_parties_of_a_case_are_those_beside_it() -> None:
    text = "They spoke of the Harbour Dues Amendment and Roe v. Wade on the ferry."
    assert "Roe v. Wade" in {e.name for e in by_rule(text).entities}


def test_a_line_that_is_a_name_with_a_particle_is_english() -> None:
    names = find_names(
        article("Lena van Orlova was on the ferry, the captain said.", "Lena van Orlova"),
        Everywhere(**{"Lena van Orlova": "person"}),
    )
    assert len(entity(names, "Lena van Orlova").mentions) == 2


def test_a_surname_known_elsewhere_brings_a_given_name_that_nobody_saw() -> None:
    text = "On the ferry was the Gazette's Zulaya Quillfeather, with a bag."
    names = find_names(
        article(text, "It was Quillfeather who had asked for tea."),
        Everywhere(Quillfeather="person"),
    )
    assert kinds(names)["Zulaya Quillfeather"] == "person"
    text = "On the ferry they spoke of Hurricane Quillfeather all night."
    names = find_names(
        article(text, "It was Quillfeather who had asked for tea."),
        Everywhere(Quillfeather="person"),
    )
    assert "Hurricane Quillfeather" not in kinds(names)


@pytest.mark.parametrize(
    ("name", "its_kind"),
    [
        ("Howard University", "organisation"),
        ("Rand Corporation", "organisation"),
        ("Lena Orlova Show", "work"),
        ("Brady Campaign", "organisation"),
    ],
)
def test_what_is_called_after_somebody_is_nobody(name: str, its_kind: str) -> None:
    text = f"On Tuesday the ferry was full of people from the {name}, the captain said."
    assert kind(name, "organisation", text) != "person"
    if its_kind == "work":
        assert kind(name, "person", text) == its_kind


def test_a_surname_that_is_a_peoples_name_stays_the_persons() -> None:
    text = "The alderman Antonio French has a boat."
    assert found(text, **{"Antonio French": "person"}) == {"Antonio French": "person"}


@pytest.mark.parametrize(
    ("letters", "full"), [("LBJ", "Lyndon Johnson"), ("MLK", "Martin Luther King Jr.")]
)
def test_letters_of_a_known_person_are_that_person(letters: str, full: str) -> None:
    text = f"{full} wrote a letter. The {letters} estate has it now."
    names = find_names(article(text), Scripted(**{full: "person", letters: "organisation"}))
    assert kinds(names) == {full: "person"}


def test_the_south_is_no_land_that_never_had_halves_here() -> None:
    text = "He fought in Vietnam and came home to the South by ferry."
    names = find_names(article(text), Scripted(Vietnam="place", South="place"))
    assert kinds(names) == {"Vietnam": "place", "South": "place"}


def test_a_dinner_is_an_event_and_a_state_by_its_other_name_a_place() -> None:
    text = "He missed the Harbour Press Dinner, and then the ferry to the Granite State."
    spans = {"Harbour Press Dinner": "organisation", "Granite State": "organisation"}
    assert found(text, **spans) == {"Harbour Press Dinner": "event", "Granite State": "place"}
