"""Names of two surnames, verbs before a surname and offices cut short, as a model sees them."""

from __future__ import annotations

from test_entities_people import found


def test_a_double_surname_is_the_persons_who_bears_it_whatever_a_model_took_it_for() -> None:
    text = "President Enrique Pena Orlov came. Pena Orlov said he would not pay."
    names = found(text, **{"Enrique Pena Orlov": "person", "Pena Orlov": "organisation"})
    assert {kind for name, kind in names if "Pena" in name} == {"person"}


def test_a_bank_with_two_words_of_a_longer_name_stays_a_body() -> None:
    text = "The Ada Moor Bank opened. Moor Bank said so."
    names = found(text, **{"Ada Moor Bank": "organisation", "Moor Bank": "organisation"})
    assert ("Moor Bank", "organisation") in names


def test_how_somebody_took_it_is_no_given_name() -> None:
    names = found("Surprised Obama said it was over.", **{"Surprised Obama": "person"})
    assert {name for name, _ in names} == {"Obama"}


def test_an_office_cut_short_is_no_body() -> None:
    text = "Defense Sec. Ada Moor spoke to them."
    names = found(text, **{"Defense Sec": "organisation", "Ada Moor": "person"})
    assert {name for name, _ in names} == {"Ada Moor"}
