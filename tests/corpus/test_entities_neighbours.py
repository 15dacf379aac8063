"""What stands beside a name says of what kind it is, and what a body is a person's part of."""

from __future__ import annotations

import pytest
from test_entities_kinds import Everywhere
from test_entities_people import found, kind

from corpus.entities.english import is_table
from corpus.entities.naming import find_names
from tests.corpus.test_entities import article


def test_a_ship_named_after_a_person_is_one_name_and_nobody() -> None:
    text = "Divers went down inside the USS Ned S Quellen. The USS Ned S Quellen lay in port."
    assert found(text, **{"USS Ned": "work", "Quellen": "person"}) == {
        ("USS Ned S Quellen", "work")
    }


def test_a_name_between_two_initials_of_a_ship_goes_on() -> None:
    assert ("Ned S. Quellen", "work") in found("They sank the destroyer Ned S. Quellen at dawn.")


@pytest.mark.parametrize("text", ["the Gang of Eight met", "a Group of Seven summit"])
def test_so_and_so_many_are_one_body(text: str) -> None:
    name = " ".join(text.split()[1:4])
    assert found(f"On Sunday {text} at noon.", **{name.split()[0]: "place"}) == {
        (name, "organisation")
    }


def test_two_persons_in_one_breath_are_persons_though_one_was_taken_for_a_body() -> None:
    text = "On the list are Mykolo Quellen and Anna Moor, both held at sea."
    both = found(text, **{"Mykolo Quellen": "organisation", "Anna Moor": "person"})
    assert ("Mykolo Quellen", "person") in both


def test_a_body_beside_a_person_stays_one() -> None:
    both = found(
        "They heard Anna Moor and Quellen Bank on the matter.",
        **{"Quellen Bank": "organisation", "Anna Moor": "person"},
    )
    assert ("Quellen Bank", "organisation") in both


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They wrote to the Quellen Moorings.", "organisation"),
        ("They wrote of the Quellen Moorings affair.", "person"),
        ("They wrote to Quellen Moorings.", "person"),
    ],
)
def test_no_person_has_an_article_of_its_own(text: str, wanted: str) -> None:
    assert kind("Quellen Moorings", "person", text) == {wanted}


def test_a_pipeline_is_a_place_with_its_letters_and_without() -> None:
    text = "They stopped the Quellen XL pipeline. On Sunday they spoke of Quellen again."
    took = {"Quellen XL": "person", "Quellen": "organisation"}
    names = find_names(article(text), Everywhere(**took)).entities
    assert [(e.name, e.type, len(e.mentions)) for e in names] == [("Quellen XL", "place", 2)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It lay at Singapore's Quellen naval base.", "place"),
        ("A commander at Quellen in northern Norway left.", "place"),
        ("Quellen is close to where the ship sank.", "place"),
        ("Gas was used in an attack on Quellen at dawn.", "place"),
        ("The restaurant Quellen sells bread.", "organisation"),
        ("So write the editors of Quellen every week.", "organisation"),
        ("So the Quellen news agency told them.", "organisation"),
        ("Quellen is close to a deal.", "person"),
    ],
)
def test_words_beside_a_name_tell_a_place_and_a_body(text: str, wanted: str) -> None:
    assert kind("Quellen", "person", text) == {wanted}


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("Charlotte Hornets", "The fund of Charlotte Hornets players grew.", "organisation"),
        ("Dallas Cowboys", "They watched Dallas Cowboys all day.", "organisation"),
        ("Catherine Eagles", "They heard Catherine Eagles all day.", "person"),
        ("Douglas County", "They left Douglas County at noon.", "place"),
        ("Shine Distillery", "They went to Shine Distillery at noon.", "organisation"),
    ],
)
def test_a_name_says_itself_that_it_is_no_person(name: str, text: str, wanted: str) -> None:
    assert kind(name, "person", text) == {wanted}


def test_what_a_shop_sells_beside_belongs_to_its_name() -> None:
    shop = "Lee Pawn and Jewelry Store"
    assert found(f"An alarm went off at {shop} at dawn.", **{"Lee Pawn": "person"}) == {
        (shop, "organisation")
    }


def test_an_office_behind_a_body_is_no_part_of_it() -> None:
    office, person = "Douglas County School Superintendent", "Thomas Quellen"
    assert found(f"So {office} {person} said.", **{office: "organisation", person: "person"}) == {
        ("Douglas County School", "organisation"),
        (person, "person"),
    }
    assert found("The Harbour Patrol Capt. spoke.", **{"Harbour Patrol Capt": "person"}) == {
        ("Harbour Patrol", "organisation")
    }


def test_the_letter_of_a_party_is_no_place() -> None:
    assert found("So Ada Quill (R., Ohio) said.", **{"Ada Quill": "person", "R.": "place"}) == {
        ("Ada Quill", "person"),
        ("Ohio", "place"),
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He is to lead the VA next year.", "organisation"),
        ("She works at a VA hospital.", "organisation"),
        ("They live in Fairfax, VA.", "place"),
    ],
)
def test_letters_of_a_state_may_be_those_of_an_agency(text: str, wanted: str) -> None:
    assert kind("VA", "place", text) == {wanted}


def test_who_writes_in_a_press_review_is_a_person() -> None:
    text = 'Gracy Quellen, The Harbour Times: "The port was always devoted to the cause."'
    assert kind("Gracy Quellen", "organisation", text) == {"person"}


def test_the_pronoun_is_no_land() -> None:
    assert found("They are with Us all the way.", Us="place") == set()


def test_rows_of_a_table_are_not_shown_to_a_model() -> None:
    row = "Sanders large 46% 7% 8% 1% 0% 38% Warren None Sanders medium 37 8 9 1 0 44 in all."
    assert is_table(row)
    assert not is_table("In 1992, 3 of 12 ships, 40% of all, sank within 10 miles of the shore.")
    assert found(row, **{"Warren None Sanders": "person"}) == set()
