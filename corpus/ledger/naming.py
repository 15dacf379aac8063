"""Who is named in which article of a story: full names, and surnames that stand for one of them.

Articles with their names come in, `Named` rows go out, those whom most name first. What is told
of one event in several reports is told of the same people: where an article has a surname alone
and the others name one person who bears it, and no second one, that person is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.article import Entity, Names
from corpus.entities.gazetteer import gazetteer
from corpus.ledger.result import Named
from corpus.text import fold

BEARERS = 2  # articles that name somebody in full before a surname elsewhere means that person


def named(articles: Sequence[tuple[str, Names | None]]) -> tuple[Named, ...]:
    """Every name of the articles (full id, names) with who names it how often."""
    bearers = _bearers(articles)
    known: dict[str, tuple[str, str, dict[str, int]]] = {}
    for article, read in articles:
        entities = read.entities if read else ()
        here = {entity.key for entity in entities}
        for entity in entities:
            meant = _meant(entity, bearers, here) or entity
            entry = known.setdefault(meant.key, (meant.name, meant.type, {}))
            entry[2][article] = entry[2].get(article, 0) + len(entity.mentions)
    found = [
        Named(key, name, type_, tuple(times), tuple(times.values()))
        for key, (name, type_, times) in known.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.name, one.key)))


def _bearers(articles: Iterable[tuple[str, Names | None]]) -> Mapping[str, Sequence[Entity]]:
    """Surname → the people who bear it, each named in full by articles enough; all who bear a
    surname count where there are several."""
    full: dict[str, Entity] = {}
    times: defaultdict[str, int] = defaultdict(int)
    for _, read in articles:
        for entity in read.entities if read else ():
            if entity.type == "person" and " " in entity.name:
                full.setdefault(entity.key, entity)
                times[entity.key] += 1
    bearing: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in full.values():
        bearing[fold(entity.name).rpartition(" ")[2]].append(entity)
    return {
        surname: people
        for surname, people in bearing.items()
        if max(times[one.key] for one in people) >= BEARERS
    }


def _meant(
    entity: Entity, bearers: Mapping[str, Sequence[Entity]], here: set[str]
) -> Entity | None:
    """The person whom a word alone stands for, also where it was taken for a place or a body."""
    people = bearers.get(fold(entity.name), ())
    if len(people) != 1 or people[0].key in here:
        return None
    if entity.type not in ("person", "organisation", "place"):
        return None
    if entity.type != "person" and gazetteer().get(entity.name) is not None:
        return None  # "Jordan" is the country
    return people[0]
