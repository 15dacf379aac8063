"""Whom else a name in a query may mean: `person:"Jim Quill"` where articles write James Quill.

A query finds the name as it is typed. Where another form of it is named in many times as many
articles, that is told, with the query that finds both.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.named import is_particle
from index.outside import Outside
from index.query.tree import Node, Phrase, leaves

MORE = 5  # times as many articles as the typed form has, from which another one is told
_FIELDS = ("person", "entity")


def name_notes(tree: Node, outside: Outside) -> tuple[str, ...]:
    """The sentences."""
    asked = [
        (leaf.field, leaf.node.text)
        for leaf in leaves(tree)
        if leaf.field in _FIELDS and isinstance(leaf.node, Phrase)
    ]
    names = dict.fromkeys(asked)
    return tuple(told for field, name in names for told in _told(field, name, outside))


def _told(field: str, name: str, outside: Outside) -> Iterator[str]:
    bearers = outside.bearers(name)
    if not bearers:
        return
    found = set(outside.names(field, name, "whole"))
    usual = max(bearers, key=lambda one: (len(bearers[one]), one))
    every = found | bearers[usual]
    times = 1 if is_particle(name.split()[0]) else MORE  # "bin Quill" is a surname alone
    if len(bearers[usual]) > len(found) and len(bearers[usual]) >= times * len(found):
        yield (
            f'{field}:"{usual}", who may be the same as "{name}" ({len(found):,}), finds '
            f'{len(bearers[usual]):,}; {field}:("{name}" OR "{usual}") finds both, {len(every):,}.'
        )
