"""Who is named in which article of a story."""

from __future__ import annotations

import pytest

from corpus.article import Entity, EntityType, Mention, Names
from corpus.ledger.naming import named


def entity(name: str, type_: EntityType = "person", times: int = 1) -> Entity:
    mentions = tuple(Mention("body", n, 0, len(name), name) for n in range(times))
    return Entity(f"{type_}:{name.lower()}", name, type_, mentions)


def names(*entities: Entity) -> Names:
    return Names("test", entities, ())


def told(*articles: Names | None) -> dict[str, dict[str, int]]:
    rows = named([(f"article {n}", one) for n, one in enumerate(articles)])
    return {row.name: dict(zip(row.articles, row.times, strict=True)) for row in rows}


IN_FULL = names(entity("Ines Varga", times=2))


@pytest.mark.parametrize("type_", ["person", "organisation", "place"])
def test_a_surname_alone_is_the_one_whom_the_other_articles_name(type_: EntityType) -> None:
    alone = names(entity("Varga", type_, 5))
    assert told(IN_FULL, IN_FULL, alone) == {
        "Ines Varga": {"article 0": 2, "article 1": 2, "article 2": 5}
    }


def test_of_two_who_bear_a_surname_none_is_meant() -> None:
    both = names(entity("Ines Varga"), entity("Karl Varga"))
    assert "article 2" in told(both, both, names(entity("Varga")))["Varga"]


def test_one_article_is_not_enough_to_tell_whose_surname_it_is() -> None:
    assert "Varga" in told(IN_FULL, names(entity("Varga")), None)


def test_a_country_stays_a_country_and_who_is_named_in_full_is_not_counted_twice() -> None:
    people = names(entity("Michael Jordan"))
    found = told(people, people, names(entity("Jordan", "place")))
    assert found["Jordan"] == {"article 2": 1}
    kin = names(entity("Ines Varga"), entity("Varga", "organisation"))
    assert told(kin, IN_FULL)["Varga"] == {"article 0": 1}
