"""Who is a person: by what a name does, by what it is called, and without the word before it."""

from __future__ import annotations

import pytest
from test_entities_kinds import Everywhere

from corpus.entities.gazetteer import GazetteerRecogniser
from corpus.entities.naming import find_names
from tests.corpus.test_entities import article


def found(text: str, **took_for: str) -> set[tuple[str, str]]:
    names = find_names(article(text), Everywhere(**took_for))
    return {(m.text, e.type) for e in names.entities for m in e.mentions}


def kind(name: str, took_for: str, text: str) -> set[str]:
    return {kind for words, kind in found(text, **{name: took_for}) if words == name}


@pytest.mark.parametrize("took_for", ["place", "work", "event"])
@pytest.mark.parametrize(
    "text",
    [
        "On Sunday, Quellen argued that the bridge was safe.",
        "The bridge was safe, Quellen said.",
        "It was late when Quellen told them that the bridge was safe.",
    ],
)
def test_what_speaks_is_no_place_and_no_work(took_for: str, text: str) -> None:
    assert kind("Quellen", took_for, text) == {"person"}


@pytest.mark.parametrize("took_for", ["organisation", "place", "work"])
@pytest.mark.parametrize(
    "does",
    ["was born in a tent", "was arrested at noon", "died of his wounds", "grew up on a farm"],
)
def test_who_is_born_arrested_or_dies_is_a_person(took_for: str, does: str) -> None:
    assert kind("Quellen", took_for, f"They say that Quellen {does}.") == {"person"}


def test_a_body_with_more_than_a_persons_name_that_speaks_is_an_organisation() -> None:
    text = "Ready for Quellen said that the bridge was safe."
    assert kind("Ready for Quellen", "work", text) == {"organisation"}


def test_a_book_that_argues_stays_a_work() -> None:
    book = "How We Sailed to a Far Land"
    assert kind(book, "work", f"Her book {book} argues that the bridge was safe.") == {"work"}


@pytest.mark.parametrize("pair", ["Putin-Russia", "Putin and Merkel"])
def test_two_known_names_in_one_span_are_two(pair: str) -> None:
    names = found(f"They spoke of the {pair} letter all night.", **{pair: "organisation"})
    assert {words for words, _ in names} == set(pair.replace("-", " and ").split(" and "))


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said that the bridge was safe.",
        "France argued that the bridge was safe.",
    ],
)
def test_a_capital_and_a_land_stay_places_where_they_speak(text: str) -> None:
    assert {kind for _, kind in found(text)} == {"place"}


def test_where_somebody_is_who_speaks_is_a_place() -> None:
    text = "A baker in Quellen said that it was safe. Anna Moor, of Quellen, said so. In Quellen, "
    assert kind("Quellen", "place", text + "nobody knew.") == {"place"}


@pytest.mark.parametrize("took_for", ["person", "organisation"])
@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Frenchman", "Zorel Quellec"),
        ("Frenchwoman", "Zorel Quellec"),
        ("Briton", "Zorel Quell"),
        ("Spaniard", "Zorel Quellano"),
        ("Australian", "Zorel Quell Moor"),
    ],
)
def test_a_people_before_a_person_is_no_part_of_the_name(
    took_for: str, before: str, name: str
) -> None:
    text = f"They say that {before} {name} was born on a ship."
    assert (name, "person") in found(text, **{f"{before} {name}": took_for})


def test_a_body_named_after_a_people_keeps_the_whole_name() -> None:
    text = "They joined the Australian Quell Institute on Friday."
    whole = "Australian Quell Institute"
    assert (whole, "organisation") in found(text, **{whole: "organisation"})


@pytest.mark.parametrize(
    "called",
    ["Nobel laureate", "the pollster", "party spokeswoman", "Swede", "her colleague, economist"],
)
def test_whom_a_word_calls_so_is_a_person_though_no_model_saw_it(called: str) -> None:
    names = find_names(article(f"They met {called} Zorel Quellen in town."), Everywhere())
    assert ("Zorel Quellen", "person") in {(e.name, e.type) for e in names.entities}


def test_an_office_behind_such_a_word_is_no_name() -> None:
    names = find_names(
        article("They met the nominee, and the nominee Virginia Sen. Zorel Quellen."),
        GazetteerRecogniser(),
    )
    assert "Virginia Sen" not in {e.name for e in names.entities}


def test_a_prize_that_somebody_won_is_no_name_of_a_person() -> None:
    assert found("They met the Oscar winner of last year.", Oscar="person") == set()
    assert found("They met Oscar at noon.", Oscar="person") == {("Oscar", "person")}


@pytest.mark.parametrize(
    ("span", "name"),
    [
        ("Drs. Zorel Quellen", "Zorel Quellen"),
        ("Major General Quellen", "Quellen"),
        ("Sens. Zorel Quellen", "Zorel Quellen"),
    ],
)
def test_ranks_and_titles_go_whatever_a_model_took_them_for(span: str, name: str) -> None:
    assert (name, "person") in found(f"They met {span} at noon.", **{span: "organisation"})


def test_what_is_left_of_an_office_is_no_part_of_who_holds_it() -> None:
    text = "They met Secretary of State Zorel Quellen at noon."
    names = found(text, **{"State Zorel Quellen": "organisation"})
    assert {words for words, _ in names} == {"Zorel Quellen"}


@pytest.mark.parametrize(
    ("name", "took_for", "text"),
    [
        ("Harbour PAC", "place", "They gave to Harbour PAC in May."),
        ("Center for a Quiet Harbour", "place", "They met at the Center for a Quiet Harbour."),
        ("Oslo Vikings", "place", "They watched the Oslo Vikings at noon."),
        ("Quellby School District", "place", "They sued the Quellby School District in May."),
        ("Quellcom", "person", "They sold it to Quellcom, a company that digs wells."),
        ("House", "place", "They waited with House lawmakers."),
    ],
)
def test_bodies_are_known_by_their_words(name: str, took_for: str, text: str) -> None:
    assert kind(name, took_for, text) == {"organisation"}


@pytest.mark.parametrize("name", ["March 4, 2014", "FY18", "Phase 2", "K-12"])
def test_days_and_numbers_are_no_names(name: str) -> None:
    assert found(f"It was said of {name} that it was long.", **{name: "event"}) == set()


def test_who_is_written_to_is_no_place_for_it() -> None:
    text = "A letter to Quellen came. They saw Quellen there."
    assert kind("Quellen", "person", text) == {"person"}
    assert kind("Quell", "person", "He won a pro-Quell district. They saw Quell.") == {"person"}


def test_what_a_quotation_adds_in_brackets_is_no_name() -> None:
    added = {"Adam] Quellen": "work", "Harbour] Department": "organisation", "I]t": "place"}
    text = "They said [Adam] Quellen would see [the Harbour] Department, and “[I]t” was late."
    names = found(text, **added)
    assert ("Quellen", "person") in names
    assert not {words for words, _ in names if "]" in words or "[" in words}
