"""Whom a surname alone means by its title: "President Quill", where the archive has one of them.

Recognition leaves "President Quill" apart from Thomas Quill wherever an article has no more of his
name. Here the archive tells, when it is asked, whose the surname is: the one bearer who has the
title with his full name in nearly all of the articles that give it to anybody of that surname.
Nothing is written down and no reading is changed; who parts the two names undoes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Any

from corpus.article import Names
from corpus.layer import SameName
from index import same_names
from index.analysis import folded_words
from index.decided_names import decided, joined
from index.initialled import WHY
from index.judged import NAME_MERGE, NAME_PART
from index.moved import Moved
from index.records import Records
from index.reports import Judgement
from index.surnames import TITLES, Ask, ByTitle, Surnames, Worked

MOVED = 200  # articles that changed, from which on all surnames are worked out anew
_FORMS = (
    ("senator", "sen"), ("governor", "gov"), ("representative", "rep", "congressman",
    "congresswoman"), ("general", "gen"), ("secretary", "secretary of state"),
)  # fmt: skip
"""One office as it is written before a name."""


@dataclass(frozen=True, slots=True)
class CountedIn:
    """A name that is counted with a person (`key` and `name`) in these articles, and why."""

    alone: str
    key: str
    name: str
    seqs: frozenset[int]
    why: str


class Titles:
    """What titles tell of surnames, in one archive, until it changes; for any thread."""

    def __init__(self, ask: Ask, records: Records, found: Callable[[str], Iterable[int]]) -> None:
        """`found` gives the numbers of the articles that a query finds."""
        self._ask, self._records, self._found = ask, records, found
        self._lock = RLock()
        self._as_of: tuple[Any, ...] = ()
        self._of: dict[str, Worked] = {}
        self._moved, self._decided = Moved(ask), ""
        self._surnames = Surnames(ask, found, frozenset())

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
            for other, plain in self._surnames.initials(surname).items() if " " in key else ():
                if plain == key:
                    found.append(self._with_initial(other, key))
            return found

    def with_plain(self, key: str) -> CountedIn | None:
        """With whom a name that has a middle initial is counted; None where it is with nobody."""
        with self._lock:
            self._follow()
            plain = self._surnames.initials(key.rpartition(" ")[2]).get(key)
            return self._with_initial(key, plain) if plain is not None else None

    def _with_initial(self, other: str, key: str) -> CountedIn:
        name = same_names.name_of(self._ask, key)
        return CountedIn(
            other, key, name, frozenset(self._surnames.naming([other])), WHY.format(name)
        )

    def alone(self, alone: str) -> ByTitle | None:
        """Whom the surname with this key means where a title stands at it."""
        with self._lock:
            self._follow()
            return self._alone(alone)

    def _alone(self, alone: str) -> ByTitle | None:
        if alone not in self._surnames.listed():
            return None
        if alone not in self._of:
            self._of[alone] = self._surnames.worked(alone)
        return self._of[alone].told

    def articles(self, key: str) -> int:
        """How many articles name a person, with those that are counted in."""
        counted = {seq for one in self.counted_in(key) for seq in one.seqs}
        return len(counted | self._surnames.naming([key]))

    def beside(self, key: str, other: str) -> int | None:
        """How many articles have a name and are not counted with a person with whom others that
        have it are; None where none is."""
        counted = self.counted_in(key)
        if other not in {one.alone for one in counted}:
            return None
        seqs = {seq for one in counted for seq in one.seqs}
        return len(self._surnames.naming([other]) - seqs - self._surnames.naming([key]))

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
                    seqs = [self._surnames.full_titled(one, key, surname) for one in sorted(forms)]
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
            told = [self._alone(key) for key in sorted(keys & set(self._surnames.listed()))]
            found = [_counted_in(one) for one in told if one is not None]
            for key in sorted(key for key in keys if key.count(" ") > 1):
                plain = self._surnames.initials(key.rpartition(" ")[2]).get(key)
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
            told = (self._alone(key) for key in self._surnames.listed())
            by_title = [(one.alone, one.key) for one in told if one is not None]
            return by_title + [
                pair
                for surname in sorted(self._surnames.in_full())
                for pair in self._surnames.initials(surname).items()
            ]

    def _follow(self) -> None:
        as_of = (*self._records.standing(), *self._records.names_decided())
        if self._as_of == as_of:
            return
        rows = self._ask(
            "SELECT * FROM judgements WHERE field IN (?, ?) ORDER BY at, id",
            (NAME_MERGE, NAME_PART),
        )
        partings = decided(Judgement(*row) for row in rows).partings
        parted = frozenset((name, part) for (article, name, part), _ in partings if not article)
        self._surnames = Surnames(self._ask, self._found, parted)
        beside = json.dumps([self._records.names_decided(), self._records.layer_version()])
        moved = self._moved.since()
        if beside != self._decided or len(moved) > MOVED:
            self._of, self._decided = {}, beside
        for alone in self._touched(moved) if self._of else ():
            del self._of[alone]
        self._as_of = as_of

    def _touched(self, moved: set[int]) -> list[str]:
        """The surnames of which articles that changed told something, or now may."""
        named = self._surnames.of_articles(moved)
        return [
            alone
            for alone, worked in self._of.items()
            if not moved.isdisjoint(worked.rests)
            or alone.partition(":")[2] in named
            or (worked.written and not moved.isdisjoint(self._surnames.writing(alone)))
        ]


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
