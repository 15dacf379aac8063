"""Spellings of an article on their way to entities: which have been joined, and by which rule.

Rules of `merge` and `persons` join one `Spelling` to another; what hangs together in the end
is one entity, a `Merged`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.article import EntityType
from corpus.entities.addressed import Side

Place = tuple[EntityType, str, Side]


@dataclass(slots=True, eq=False)
class Spelling:
    """One way in which the article writes a name, apart by what is said of a surname's bearer."""

    text: str
    type: EntityType
    count: int
    first: int  # rank of its first mention in the article
    side: Side = ""

    @property
    def place(self) -> Place:
        """What tells this spelling from all others of the article."""
        return self.type, self.text, self.side


@dataclass(slots=True)
class Merged:
    """Spellings that mean one entity, its name, and why each other spelling joined."""

    name: str
    type: EntityType
    spellings: list[Spelling]
    why: dict[str, str] = field(default_factory=dict)


class Joined:
    """Which spellings have been joined, and by which rule."""

    def __init__(self, spellings: Sequence[Spelling]) -> None:
        """Every spelling by itself."""
        self.spellings = {s.place: s for s in spellings}
        self.texts = {(s.type, s.text) for s in spellings}
        self.head = {place: place for place in self.spellings}
        self._members = {place: [s] for place, s in self.spellings.items()}
        self.name: dict[Place, str] = {}
        self.why: dict[Place, str] = {}

    def root(self, spelling: Spelling) -> Place:
        """Where the spellings that this one is joined with hang together."""
        place = spelling.place
        while self.head[place] != place:
            place = self.head[place]
        return place

    def join(self, one: Spelling, to: Spelling, why: str) -> None:
        """Make one entity of two spellings and of all that they are joined with."""
        low, high = self.root(one), self.root(to)
        if low == high:
            return
        self.head[low] = high
        self._members[high] += self._members.pop(low)
        self.why.setdefault(one.place, why)
        if low in self.name and high not in self.name:
            self.name[high] = self.name[low]

    def of(self, kind: EntityType) -> list[Spelling]:
        """All spellings of a type."""
        return [s for s in self.spellings.values() if s.type == kind]

    def heads(self, kind: EntityType) -> list[Spelling]:
        """The spellings of a type that were not joined to another."""
        return [s for s in self.of(kind) if self.head[s.place] == s.place]

    def together(self, spelling: Spelling) -> list[Spelling]:
        """All spellings that are joined with this one, itself among them."""
        return self._members[self.root(spelling)]

    def clusters(self) -> dict[Place, list[Spelling]]:
        """The spellings that hang together, in the order in which the article brings them."""
        found: dict[Place, list[Spelling]] = {}
        for spelling in self.spellings.values():
            found.setdefault(self.root(spelling), []).append(spelling)
        return found


class Table(defaultdict[Any, list[Spelling]]):
    """Spellings under a key."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__(list)
