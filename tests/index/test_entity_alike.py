"""Who is counted as one beside an entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from index.entity.alike import joins


def asked(counts: Mapping[str, int], *keys: str) -> dict[str, str]:
    def counted(wanted: Iterable[str]) -> dict[str, int]:
        return {key: counts[key] for key in wanted if key in counts}

    def bearing(word: str) -> list[str]:
        return [key for key in counts if key.startswith("person:") and word in key]

    return joins(keys or tuple(counts), counted, bearing)


def test_a_surname_alone_is_who_bears_it_in_nearly_all_articles() -> None:
    known = {"person:ines varga": 40, "person:varga": 12, "person:lina varga": 2}
    assert asked(known) == {"person:varga": "person:ines varga"}


def test_a_surname_that_two_people_bear_stays_apart() -> None:
    assert asked({"person:ines varga": 40, "person:varga": 12, "person:lina varga": 20}) == {}
    known = {"person:ines varga": 40, "person:varga": 12, "person:lina varga": 2}
    assert asked(known, "person:varga", "person:lina varga") == {}


def test_an_acronym_is_the_only_body_beside_it_with_these_letters() -> None:
    bodies = {"organisation:harbour protection agency": 5, "organisation:hpa": 3}
    assert asked(bodies) == {"organisation:hpa": "organisation:harbour protection agency"}
    assert asked({**bodies, "organisation:hall of press affairs": 2}) == {}


def test_a_name_is_of_the_kind_that_most_articles_give_it() -> None:
    assert asked({"organisation:cabinet": 30, "person:cabinet": 2}) == {
        "person:cabinet": "organisation:cabinet"
    }
    assert asked({"organisation:calder": 30, "place:calder": 20}) == {}
