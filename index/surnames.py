"""Which surnames stand alone in an archive, who bears them, and whom one means by its title.

In goes the key of a surname, out comes what tells whom it means: the titles that nearly all
articles give to one of its bearers, and the articles that this rests on. What was asked is kept as
long as this object is, and that is until the archive changes (`titled`).
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from index import same_names
from index.analysis import folded_words
from index.initialled import without_initials

TITLES = (
    "president", "vice president", "president elect", "prime minister", "chancellor", "senator",
    "sen", "governor", "gov", "representative", "rep", "mayor", "speaker", "secretary", "justice",
    "director", "general", "gen", "pope", "king", "queen",
)  # fmt: skip
"""Offices of which a surname has one holder, as articles write them before a name."""
ENOUGH = 5  # articles that give a bearer the title with the full name
NEARLY_ALL = 0.9  # of the articles that give it to anybody of the surname in full
MOSTLY = 0.5
"""Share of the articles with the surname alone in which the title stands, from which it is so
usual that a namesake in the article takes nothing from its bearer."""
FEWEST = 3  # articles with a surname alone from which on it is looked for a title
MOST = 150  # surnames alone, those in most articles: of each some phrases are sought, 1 ms each
_GOVERNED = ("administration", "presidency")  # behind a president's surname

Ask = Callable[..., list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class ByTitle:
    """A surname alone that means a person by a title: where it does, and why.

    `alone` is the key of the surname, `key` and `name` the person's; `titles` the titles by which
    it is told, with the articles that have them with the person's full name, and with anybody's of
    the surname; `seqs` the articles counted so; `left` how many have the surname without them.
    """

    alone: str
    key: str
    name: str
    titles: tuple[tuple[str, int, int], ...]
    seqs: frozenset[int]
    left: int


@dataclass(frozen=True, slots=True)
class Worked:
    """Whom a surname means (`told`), the articles that this rests on, and whether it rests on
    their words too and not on their names alone."""

    told: ByTitle | None
    rests: array[int]
    written: bool


class Surnames:
    """The surnames of one archive as it stands; for one thread at a time."""

    def __init__(
        self, ask: Ask, found: Callable[[str], Iterable[int]], parted: Set[tuple[str, str]]
    ) -> None:
        """`found` gives the numbers of the articles that a query finds; `parted` are the names that
        were told apart: a name, and the one that is no other spelling of it."""
        self._ask, self._found, self._parted = ask, found, parted
        self._listed: Sequence[str] | None = None
        self._full: Mapping[str, Mapping[str, int]] | None = None
        self._plain: dict[str, Mapping[str, str]] = {}

    def of_articles(self, seqs: set[int]) -> set[str]:
        """The last words of all persons whom these articles name, by whatever name."""
        keys = self._ask(
            "SELECT DISTINCT key FROM mentions WHERE seq IN (SELECT value FROM json_each(?1)) "
            "UNION SELECT other.key FROM mentions JOIN same_names AS one USING (key) "
            "JOIN same_names AS other ON other.root = one.root "
            "WHERE seq IN (SELECT value FROM json_each(?1))",
            (json.dumps(sorted(seqs)),),
        )
        return {key.partition(":")[2].rpartition(" ")[2] for (key,) in keys}

    def writing(self, alone: str) -> list[int]:
        """The articles in which a surname stands, as a name or not."""
        return list(self._found(f'"{" ".join(folded_words(alone.partition(":")[2]))}"'))

    def listed(self) -> Sequence[str]:
        """The keys of the surnames alone for which titles are sought, the most named first."""
        if self._listed is None:
            rows = self._ask(
                "SELECT key FROM mentions JOIN articles USING (seq) WHERE current "
                "AND key >= 'person:' AND key < 'person;' AND INSTR(key, ' ') = 0 "
                "GROUP BY key HAVING COUNT(*) >= ? ORDER BY COUNT(*) DESC, key LIMIT ?",
                (FEWEST, MOST),
            )
            self._listed = [key for (key,) in rows]
        return self._listed

    def worked(self, alone: str) -> Worked:
        """Whom a surname means, and the articles that tell it."""
        surname = alone.partition(":")[2]
        held, bearers = self.naming([alone]), self._bearers(surname)
        rests = held.union(*bearers.values())
        few = max(map(len, bearers.values()), default=0) < ENOUGH
        if few or not folded_words(surname) or self._joined(alone):
            return Worked(None, array("q", rests), written=False)
        told = self._told(alone, held, bearers)
        return Worked(told, array("q", rests.union(self.writing(alone))), written=True)

    def _told(self, alone: str, held: set[int], bearers: Mapping[str, set[int]]) -> ByTitle | None:
        surname = alone.partition(":")[2]
        whose: dict[str, list[tuple[str, int, int]]] = {}
        for title in TITLES:
            if not self._titled(title, surname) & held:
                continue
            counts = {key: len(self.full_titled(title, key, surname)) for key in bearers}
            total, most = sum(counts.values()), max(counts, key=lambda key: (counts[key], key))
            if counts[most] >= ENOUGH and counts[most] >= NEARLY_ALL * total:
                whose.setdefault(most, []).append((title, counts[most], total))
        if not whose:
            return None
        key = max(whose, key=lambda key: (sum(count for _, count, _ in whose[key]), key))
        titles = whose[key]
        if (key, alone) in self._parted:
            return None
        seqs = self._meant(alone, key, [title for title, _, _ in titles], held, bearers)
        name, left = same_names.name_of(self._ask, key), held - bearers[key] - seqs
        return ByTitle(alone, key, name, tuple(titles), frozenset(seqs), len(left))

    def _meant(
        self,
        alone: str,
        key: str,
        titles: Sequence[str],
        held: set[int],
        bearers: Mapping[str, set[int]],
    ) -> set[int]:
        """The articles that have the surname alone with one of the titles and not the full name."""
        surname = alone.partition(":")[2]
        open_to = held - bearers[key]
        titled = {seq for title in titles for seq in self._titled(title, surname)} & open_to
        if len(titled) >= MOSTLY * len(open_to):
            if "president" in titles:
                governed = (self._found(f'"{surname} {word}"') for word in _GOVERNED)
                titled |= {seq for seqs in governed for seq in seqs} & open_to
            return titled
        others = {seq for other, seqs in bearers.items() if other != key for seq in seqs}
        return titled - others

    def full_titled(self, title: str, key: str, surname: str) -> set[int]:
        """The articles that have a title right before a bearer's full name, in either form."""
        initials = self.initials(surname).items()
        written = [key, *(other for other, plain in initials if plain == key)]
        return {seq for one in written for seq in self._titled(title, one.partition(":")[2])}

    def _titled(self, title: str, name: str) -> set[int]:
        """The articles that have a title right before a name."""
        words = " ".join(folded_words(name))
        found = set(self._found(f'"{title} {words}"'))
        if title == "president" and found:
            found -= set(self._found(f'"vice president {words}"'))
        return found

    def _bearers(self, surname: str) -> dict[str, set[int]]:
        """The persons named in full with this surname, by the key that all their names go by."""
        plain = self.initials(surname)
        roots = {same_names.root_of(self._ask, key) for key in self.in_full().get(surname, {})}
        found = defaultdict[str, set[int]](set)
        for key in sorted(roots):
            found[plain.get(key, key)] |= self.naming([key])
        return found

    def in_full(self) -> Mapping[str, Mapping[str, int]]:
        """Surname → the keys of persons named in full with it → how many articles have each."""
        if self._full is None:
            full = defaultdict[str, dict[str, int]](dict)
            for key, count in self._ask(
                "SELECT key, COUNT(*) FROM mentions JOIN articles USING (seq) WHERE current "
                "AND key >= 'person:' AND key < 'person;' AND INSTR(key, ' ') > 0 "
                "AND INSTR(key, ']') = 0 GROUP BY key ORDER BY key"
            ):
                full[key.rpartition(" ")[2]][key] = count
            self._full = full
        return self._full

    def initials(self, surname: str) -> Mapping[str, str]:
        """The names with this surname that have a middle initial → the same without it, where
        nobody decided about them otherwise."""
        full = self.in_full().get(surname, {})
        if surname not in self._plain:
            self._plain[surname] = {
                key: plain
                for key, plain in without_initials(full).items()
                if (plain, key) not in self._parted and not self._joined(key)
            }
        return self._plain[surname]

    def naming(self, keys: Sequence[str]) -> set[int]:
        """The articles that have one of these names, or another that is the same."""
        every = [one for key in keys for one in same_names.members(self._ask, key)]
        rows = self._ask(
            "SELECT DISTINCT seq FROM mentions JOIN articles USING (seq) "
            "WHERE current AND key IN (SELECT value FROM json_each(?))",
            (json.dumps(every),),
        )
        return {seq for (seq,) in rows}

    def _joined(self, alone: str) -> bool:
        """Whether the surname stands for another name already, by a person or as learnt."""
        return len(same_names.members(self._ask, alone)) > 1
