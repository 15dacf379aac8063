"""Devices, systems and programs are made by somebody, and are nobody themselves."""

from __future__ import annotations

import pytest
from test_entities import Scripted, article, entity
from test_entities_kinds import kind, kinds

from corpus.entities.naming import find_names
from corpus.entities.products import is_product, made_by


@pytest.mark.parametrize(
    "name",
    [
        *("iPhone", "iPhones", "iPhone X", "iPhone 8 Plus", "Galaxy S9", "Samsung Galaxy S9+"),
        *("Android", "Android 10", "Pixel 2 XL", "Windows 10", "Windows Server", "Xbox One"),
        *("App Store", "Google Play", "Apple Watch", "PlayStation 4", "Model S", "Falcon Heavy"),
    ],
)
def test_a_product_is_known_with_its_version_and_without(name: str) -> None:
    assert is_product(name)


@pytest.mark.parametrize(
    "name", ["Apple", "Google", "Samsung", "Galaxy Quill Trust", "Windows on the World", "Model"]
)
def test_a_maker_and_what_is_only_called_alike_are_no_products(name: str) -> None:
    assert not is_product(name)


@pytest.mark.parametrize("took_for", ["organisation", "person", "place"])
def test_a_product_is_nobody_and_no_place_whatever_a_model_says(took_for: str) -> None:
    text = "The makers said on Tuesday that the Galaxy S9 would be sold in March."
    assert kind("Galaxy S9", took_for, text) == "work"


def test_a_product_is_parted_from_its_maker() -> None:
    text = "He asked Apple's Siri where the ferry was, and it did not know."
    names = find_names(article(text), Scripted(**{"Apple's Siri": "organisation"}))
    assert kinds(names) == {"Apple": "organisation", "Siri": "work"}
    assert made_by("Apple's board") is None


@pytest.mark.parametrize("word", ["USB", "GPS", "PDF", "AI", "IPO"])
def test_letters_for_a_thing_of_everyday_name_nobody(word: str) -> None:
    text = f"The captain said on Tuesday that the {word} would be of little use on the ferry."
    assert not find_names(article(text), Scripted(**{word: "organisation"})).entities


@pytest.mark.parametrize(
    "text",
    [
        "The ferry can be booked with the messaging app Quillo, the captain said.",
        "Quillo co-founder Lena Orlova was on the ferry on Tuesday.",
        "Quillo users could not book the ferry on Tuesday, the captain said.",
        "The chipmaker Quillo will pay for the pier, the captain said.",
        "The search engine Quillo did not find the ferry, the captain said.",
    ],
)
def test_who_has_users_and_founders_is_no_person(text: str) -> None:
    assert kind("Quillo", "person", text) == "organisation"


def test_who_makes_laws_is_no_maker() -> None:
    text = "The opposition lawmaker Zulay Orlova Lu missed the ferry on Tuesday."
    names = find_names(article(text), Scripted(**{"Zulay Orlova Lu": "person"}))
    assert entity(names, "Zulay Orlova Lu").type == "person"
