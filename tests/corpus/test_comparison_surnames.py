"""A surname alone that two people of a report bear is nobody's of them by itself."""

from __future__ import annotations

import re

from reports import report

from corpus.article import Article, Entity, Mention, Names
from corpus.comparison import compare
from tui.views.lens_places import labels_in_words

BROTHERS = (
    "Ines Varga shut the pier. Karl Varga, her brother, dredges. Varga spoke at noon. Varga left."
)
SISTER = "Ines Varga shut the pier at dawn. Varga spoke to the dockers."


def named(text: str, **persons: str) -> tuple[Article, Names]:
    """A report with its persons, each by the pattern of its mentions."""
    entities = []
    for key, pattern in persons.items():
        name = key.replace("_", " ")
        found = tuple(Mention("body", 0, *m.span(), m[0]) for m in re.finditer(pattern, text))
        entities.append(Entity(f"person:{name.lower()}", name, "person", found))
    return report(text), Names("test", tuple(entities))


def brothers() -> tuple[Article, Names]:
    return named(
        BROTHERS, Ines_Varga="Ines Varga", Karl_Varga="Karl Varga", Varga=r"(?<!Ines |Karl )Varga"
    )


def test_a_surname_that_two_bear_is_told_beside_each() -> None:
    (left, ours), (right, theirs) = brothers(), named(SISTER, Ines_Varga="(?:Ines )?Varga")
    (found,) = [x for x in compare(left, right, ours, theirs).labels if x.kind == "entity"]
    assert labels_in_words(found) == (
        "Ines Varga: Ines Varga 1; Varga, not told apart: 2 | Ines Varga 1, Varga 1"
    )
    assert (found.only_left, found.only_right) == ((), ())
    (turned,) = [x for x in compare(right, left, theirs, ours).labels if x.kind == "entity"]
    assert [(x.text, x.count) for x in turned.apart_right] == [("Varga", 2)]


def test_nobody_is_found_by_a_surname_that_another_bears() -> None:
    (left, ours), (right, theirs) = brothers(), named(SISTER, Ines_Varga="(?:Ines )?Varga")
    places = {x.name: x for x in compare(left, right, ours, theirs).entities}
    assert places["Karl Varga"].right is None
    assert places["Ines Varga"].right is not None


def test_a_surname_that_two_bear_is_not_paired_with_whom_only_the_other_names() -> None:
    left, ours = brothers()
    right, theirs = named("Olga Varga ran. Varga won.", Olga_Varga="(?:Olga )?Varga")
    places = {x.name: x for x in compare(left, right, ours, theirs).entities}
    assert places["Olga Varga"].left is None
    assert places["Varga"].right_name == "Varga"


def test_a_surname_alone_is_still_found_where_nobody_else_bears_it() -> None:
    (left, ours) = named(SISTER, Ines_Varga="(?:Ines )?Varga")
    right, theirs = named("The pier was shut by Varga at dawn.")
    (place,) = compare(left, right, ours, theirs).entities
    assert (place.left, place.right) == (0, 0)
