"""Surnames that several people of one article bear: alone they do not tell who is meant.

In go the names of an article as they were read, out comes who bears a surname, and what was left
standing by a surname alone because two bear it.
"""

from __future__ import annotations

from corpus.article import Entity, Names
from corpus.text import fold

_SEVERAL = 2  # bearers from which a surname alone tells nobody


def surname(name: str) -> str:
    """The last word of a name, folded."""
    return fold(name).rpartition(" ")[2]


def borne(names: Names) -> dict[str, int]:
    """By how many persons whom an article names in full each surname is borne."""
    found: dict[str, int] = {}
    for entity in names.entities:
        if entity.type == "person" and " " in entity.name:
            last = surname(entity.name)
            found[last] = found.get(last, 0) + 1
    return found


def not_told_apart(entity: Entity, bearers: dict[str, int]) -> bool:
    """Whether an entity is a surname alone that several bear."""
    alone = entity.type == "person" and " " not in entity.name
    return alone and bearers.get(surname(entity.name), 0) >= _SEVERAL
