"""Titles in quotation marks are works as a whole, and what merely stands in them is not."""

from __future__ import annotations

import pytest
from test_entities import Scripted, article
from test_entities_kinds import kind, kinds

from corpus.entities.naming import find_names


def found(text: str, **types: str) -> dict[str, str]:
    return kinds(find_names(article(text), Scripted(**types)))


def test_a_title_that_a_model_cuts_is_a_work_as_a_whole() -> None:
    text = "He carried “The Salt Road and the Rise of Lena Orlova” on the ferry."
    assert found(text, **{"Salt Road": "work", "Lena Orlova": "person"}) == {
        "Salt Road and the Rise of Lena Orlova": "work"
    }


@pytest.mark.parametrize(
    "before", ["her memoir, ", "her book ", "an essay titled ", "the film ", "a piece headlined "]
)
def test_what_the_words_before_call_a_work_is_one_though_no_model_sees_it(before: str) -> None:
    text = f'On the ferry they spoke of {before}"Tides of Quelland," all night.'
    assert found(text, Quelland="place") == {"Tides of Quelland": "work"}


@pytest.mark.parametrize(
    "quoted", ["Quelland is not for sale", "Quelland First!", "QUELLAND FIRST", "Quelland and the"]
)
def test_what_is_said_or_shouted_is_no_title(quoted: str) -> None:
    text = f'He told her of the book "{quoted}" on the ferry.'
    assert "work" not in found(text, **{quoted: "place"}).values()


def test_a_name_in_quotation_marks_alone_stays_what_it_is() -> None:
    text = 'The ferry that they call "Quill Harbour" left on Tuesday.'
    assert found(text, **{"Quill Harbour": "place"}) == {"Quill Harbour": "place"}


@pytest.mark.parametrize(
    "text",
    [
        "On the ferry they spoke of the film Quelland, which he had not seen.",
        "Her memoir Quelland is the story of a ferry.",
        "He played the video game Quelland on the ferry.",
        "The novel Quelland was in his bag.",
    ],
)
def test_what_is_called_a_film_or_a_book_is_a_work_without_quotation_marks(text: str) -> None:
    assert kind("Quelland", "person", text) == "work"


def test_who_made_a_film_is_not_the_film() -> None:
    text = "On the ferry they spoke of the film Quelland made last year."
    assert kind("Quelland", "person", text) == "person"
