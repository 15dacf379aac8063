"""Whom a surname alone means by its title: "President Quill", where the archive has one of them.

Recognition leaves "President Quill" apart from Thomas Quill wherever an article has no more of his
name. Here the archive tells, when it is asked, whose the surname is: the one bearer who has the
title with his full name in nearly all of the articles that give it to anybody of that surname.
Nothing is written down and no reading is changed; who parts the two names undoes it.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Any

from corpus.article import Names
from corpus.layer import SameName
from index import same_names
from index.analysis import folded_words
from index.decided_names import decided, joined
from index.initialled import WHY, without_initials
from index.judged import NAME_MERGE, NAME_PART
from index.moved import Moved
from index.records import Records
from index.reports import Judgement

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
MOVED = 200  # articles that changed, from which on all surnames are worked out anew
MOST = 150  # surnames alone, those in most articles: of each some phrases are sought, 1 ms each
_FORMS = (
    ("senator", "sen"), ("governor", "gov"), ("representative", "rep", "congressman",
    "congresswoman"), ("general", "gen"), ("secretary", "secretary of state"),
)  # fmt: skip
"""One office as it is written before a name."""
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
class CountedIn:
    """A name that is counted with a person (`key` and `name`) in these articles, and why."""

    alone: str
    key: str
    name: str
    seqs: frozenset[int]
    why: str


@dataclass(frozen=True, slots=True)
class _Worked:
    """Whom a surname means (`told`), the articles that this rests on, and whether it rests on
    their words too and not on their names alone."""

    told: ByTitle | None
    rests: array[int]
    written: bool


class Titles:
    """What titles tell of surnames, in one archive, until it changes; for any thread."""

    def __init__(self, ask: Ask, records: Records, found: Callable[[str], Iterable[int]]) -> None:
        """`found` gives the numbers of the articles that a query finds."""
        self._ask, self._records, self._found = ask, records, found
        self._lock = RLock()
        self._as_of: tuple[Any, ...] = ()
        self._of: dict[str, _Worked] = {}
        self._moved, self._decided = Moved(ask), ""
        self._listed: Sequence[str] | None = None
        self._full: defaultdict[str, dict[str, int]] | None = None
        self._plain: dict[str, Mapping[str, str]] = {}
        self._parted: frozenset[tuple[str, str]] = frozenset()

    def of(self, key: str) -> ByTitle | None:
        """What is counted with a person by title; None where nothing is."""
        with self._lock:
            self._follow()
            return self._counted_by_title(key)

    def _counted_by_title(self, key: str) -> ByTitle | None:
        type_, _, name = key.partition(":")
        words = folded_words(name)
        if type_ != "person" or len(words) < 2:
            return None
        known = self._alone(f"person:{name.rpartition(' ')[2]}")
        return known if known is not None and known.key == key else None

    def counted_in(self, key: str) -> list[CountedIn]:
        """All that is counted with a person: by title, and with a middle initial."""
        with self._lock:
            self._follow()
            told = self._counted_by_title(key)
            found = [] if told is None else [_counted_in(told)]
            surname = key.rpartition(" ")[2]
            for other, plain in self._initials(surname).items() if " " in key else ():
                if plain == key:
                    found.append(self._with_initial(other, key))
            return found

    def with_plain(self, key: str) -> CountedIn | None:
        """With whom a name that has a middle initial is counted; None where it is with nobody."""
        with self._lock:
            self._follow()
            plain = self._initials(key.rpartition(" ")[2]).get(key)
            return self._with_initial(key, plain) if plain is not None else None

    def _with_initial(self, other: str, key: str) -> CountedIn:
        name = same_names.name_of(self._ask, key)
        return CountedIn(other, key, name, frozenset(self._naming([other])), WHY.format(name))

    def alone(self, alone: str) -> ByTitle | None:
        """Whom the surname with this key means where a title stands at it."""
        with self._lock:
            self._follow()
            return self._alone(alone)

    def _alone(self, alone: str) -> ByTitle | None:
        if alone not in self._surnames():
            return None
        if alone not in self._of:
            self._of[alone] = self._worked(alone)
        return self._of[alone].told

    def articles(self, key: str) -> int:
        """How many articles name a person, with those that are counted in."""
        counted = {seq for one in self.counted_in(key) for seq in one.seqs}
        return len(counted | self._naming([key]))

    def beside(self, key: str, other: str) -> int | None:
        """How many articles have a name and are not counted with a person with whom others that
        have it are; None where none is."""
        counted = self.counted_in(key)
        if other not in {one.alone for one in counted}:
            return None
        seqs = {seq for one in counted for seq in one.seqs}
        return len(self._naming([other]) - seqs - self._naming([key]))

    def holding(self, title: str, keys: Sequence[str]) -> dict[str, int]:
        """In how many articles a title, as it is typed, stands at the full names of persons."""
        words = [word for word in folded_words(title) if word != "former"]
        written = " ".join(words)
        held = [one for one in TITLES if f" {one} " in f" {written} "]
        office = max(held, key=len, default="")
        forms = {written, *next((pair for pair in _FORMS if office in pair), (office,))} - {""}
        found = {}
        with self._lock:
            self._follow()
            for key in keys:
                if " " in key:
                    surname = key.rpartition(" ")[2]
                    seqs = [self._full_titled(one, key, surname) for one in sorted(forms)]
                    found[key] = len(set().union(*seqs))
        return found

    def applied(self, names: Mapping[int, Names]) -> dict[int, Names]:
        """The names of articles, by number, with the surnames that a title tells joined."""
        keys = {
            entity.key
            for one in names.values()
            for entity in one.entities
            if entity.type == "person"
        }
        with self._lock:
            self._follow()
            told = [self._alone(key) for key in sorted(keys & set(self._surnames()))]
            found = [_counted_in(one) for one in told if one is not None]
            for key in sorted(key for key in keys if key.count(" ") > 1):
                plain = self._initials(key.rpartition(" ")[2]).get(key)
                if plain is not None:
                    found.append(self._with_initial(key, plain))
        return self.joined(names, found)

    def joined(self, names: Mapping[int, Names], told: Sequence[CountedIn]) -> dict[int, Names]:
        """The names of articles, by number, with these names joined where they are counted so."""
        found = dict(names)
        for seq in names:
            roots = {
                one.alone: (SameName(one.alone, one.key, one.why), one.name)
                for one in told
                if seq in one.seqs
            }
            if roots:
                found[seq] = joined(names[seq], roots)
        return found

    def stamp(self) -> list[tuple[str, str]]:
        """Which surnames of the archive mean whom: what is counted by titles rests on it."""
        with self._lock:
            self._follow()
            told = (self._alone(key) for key in self._surnames())
            by_title = [(one.alone, one.key) for one in told if one is not None]
            self._in_full("")
            surnames = sorted(self._full or ())
            return by_title + [
                pair for surname in surnames for pair in self._initials(surname).items()
            ]

    def _follow(self) -> None:
        as_of = (*self._records.standing(), *self._records.names_decided())
        if self._as_of == as_of:
            return
        self._listed, self._full, self._plain = None, None, {}
        rows = self._ask(
            "SELECT * FROM judgements WHERE field IN (?, ?) ORDER BY at, id",
            (NAME_MERGE, NAME_PART),
        )
        partings = decided(Judgement(*row) for row in rows).partings
        self._parted = frozenset(
            (name, part) for (article, name, part), _ in partings if not article
        )
        beside = json.dumps([self._records.names_decided(), self._records.layer_version()])
        moved = self._moved.since()
        if beside != self._decided or len(moved) > MOVED:
            self._of, self._decided = {}, beside
        for alone in self._touched(moved) if self._of else ():
            del self._of[alone]
        self._as_of = as_of

    def _touched(self, moved: set[int]) -> list[str]:
        """The surnames of which articles that changed told something, or now may."""
        named = self._surnames_in(moved)
        return [
            alone
            for alone, worked in self._of.items()
            if not moved.isdisjoint(worked.rests)
            or alone.partition(":")[2] in named
            or (worked.written and not moved.isdisjoint(self._writing(alone)))
        ]

    def _surnames_in(self, seqs: set[int]) -> set[str]:
        """The last words of all persons whom these articles name, by whatever name."""
        keys = self._ask(
            "SELECT DISTINCT key FROM mentions WHERE seq IN (SELECT value FROM json_each(?1)) "
            "UNION SELECT other.key FROM mentions JOIN same_names AS one USING (key) "
            "JOIN same_names AS other ON other.root = one.root "
            "WHERE seq IN (SELECT value FROM json_each(?1))",
            (json.dumps(sorted(seqs)),),
        )
        return {key.partition(":")[2].rpartition(" ")[2] for (key,) in keys}

    def _writing(self, alone: str) -> list[int]:
        """The articles in which a surname stands, as a name or not."""
        return list(self._found(f'"{" ".join(folded_words(alone.partition(":")[2]))}"'))

    def _surnames(self) -> Sequence[str]:
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

    def _worked(self, alone: str) -> _Worked:
        """Whom a surname means, and the articles that tell it."""
        surname = alone.partition(":")[2]
        held, bearers = self._naming([alone]), self._bearers(surname)
        rests = held.union(*bearers.values())
        few = max(map(len, bearers.values()), default=0) < ENOUGH
        if few or not folded_words(surname) or self._joined(alone):
            return _Worked(None, array("q", rests), written=False)
        told = self._told(alone, held, bearers)
        return _Worked(told, array("q", rests.union(self._writing(alone))), written=True)

    def _told(self, alone: str, held: set[int], bearers: Mapping[str, set[int]]) -> ByTitle | None:
        surname = alone.partition(":")[2]
        whose: dict[str, list[tuple[str, int, int]]] = {}
        for title in TITLES:
            if not self._titled(title, surname) & held:
                continue
            counts = {key: len(self._full_titled(title, key, surname)) for key in bearers}
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

    def _full_titled(self, title: str, key: str, surname: str) -> set[int]:
        """The articles that have a title right before a bearer's full name, in either form."""
        initials = self._initials(surname).items()
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
        plain = self._initials(surname)
        roots = {same_names.root_of(self._ask, key) for key in self._in_full(surname)}
        found = defaultdict[str, set[int]](set)
        for key in sorted(roots):
            found[plain.get(key, key)] |= self._naming([key])
        return found

    def _in_full(self, surname: str) -> Mapping[str, int]:
        """The keys of persons named in full with a surname, with how many articles have each."""
        if self._full is None:
            full = defaultdict[str, dict[str, int]](dict)
            for key, count in self._ask(
                "SELECT key, COUNT(*) FROM mentions JOIN articles USING (seq) WHERE current "
                "AND key >= 'person:' AND key < 'person;' AND INSTR(key, ' ') > 0 "
                "AND INSTR(key, ']') = 0 GROUP BY key ORDER BY key"
            ):
                full[key.rpartition(" ")[2]][key] = count
            self._full = full
        return self._full.get(surname, {})

    def _initials(self, surname: str) -> Mapping[str, str]:
        """The names with this surname that have a middle initial → the same without it, where
        nobody decided about them otherwise."""
        full = self._in_full(surname)
        if surname not in self._plain:
            self._plain[surname] = {
                key: plain
                for key, plain in without_initials(full).items()
                if (plain, key) not in self._parted and not self._joined(key)
            }
        return self._plain[surname]

    def _naming(self, keys: Sequence[str]) -> set[int]:
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


def _counted_in(one: ByTitle) -> CountedIn:
    return CountedIn(one.alone, one.key, one.name, one.seqs, why(one))


def why(one: ByTitle) -> str:
    """The reason why a surname is counted with a person."""
    title, count, total = max(one.titles, key=lambda told: told[1])
    of = "" if count == total else f" of {total:,}"
    return f"by title: {written(title)} {one.name} in {count:,}{of} articles"


def written(title: str) -> str:
    """A title as articles write it before a name."""
    return "President-elect" if title == "president elect" else title.title()
