"""The side list of an article: its entities by kind, with how often each is named.

Each name is set in the style that marks it in the text, so that the list is the legend.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.article import Entity, Names
from tui.views.lenses import KINDS, PLURALS
from tui.views.lines import EMPTY, Line, Run, fit, thousands


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line of the list: a heading, a blank, or an entity (its number in `Names`)."""

    heading: str = ""
    entity: int = -1


def arrange(names: Names | None) -> list[NameLine]:
    """Kinds in a fixed order, within a kind the most named first."""
    if names is None:
        return []
    lines: list[NameLine] = []
    for kind in KINDS:
        numbers = [n for n, e in enumerate(names.entities) if e.type == kind]
        if not numbers:
            continue
        if lines:
            lines.append(NameLine())
        lines.append(NameLine(heading=PLURALS[kind]))
        numbers.sort(key=lambda n: (-len(names.entities[n].mentions), names.entities[n].name))
        lines += [NameLine(entity=n) for n in numbers]
    return lines


def name_line(line: NameLine, names: Names, width: int, *, cursor: bool, chosen: bool) -> Line:
    """One line of the list."""
    if line.heading:
        return (Run("  "), Run(line.heading, "dim"))
    if line.entity < 0:
        return EMPTY
    entity = names.entities[line.entity]
    count = thousands(len(entity.mentions))
    room = max(4, width - 3 - len(count) - 2)
    name = fit(entity.name, room)
    bare = name.rstrip()
    return (
        Run("▌ " if cursor else "  ", "mark"),
        Run(bare, entity.type + (" current" if chosen else "")),
        Run(" " * (len(name) - len(bare) + 1)),
        Run(count, "dim"),
    )


def spellings(entity: Entity) -> list[tuple[str, int, str]]:
    """Every spelling of an entity with its count and the rule that joined it."""
    rules = dict(entity.why)
    counts: dict[str, int] = {}
    for mention in entity.mentions:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    ordered = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return [
        (text, number, "" if text == entity.name else rules.get(text, ""))
        for text, number in ordered
    ]
