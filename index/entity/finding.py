"""Which entity is meant by a name: its key, or the names that it may be.

The whole name decides first, in any spelling that the lists of names know; then, for a person,
the name without a title, words of it in a row, another form of the first name. Where several may
be meant they are listed, unless one is named far more often than all others; then that is told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, get_args

from corpus.article import EntityType
from corpus.errors import BroadsheetError
from corpus.first_names import is_given
from corpus.text import fold
from index import same_names
from index.analysis import folded_words
from index.entity.asked import (
    LEADS,
    LEADS_AS_KIND,
    Way,
    are_one_name,
    given_otherwise,
    leads,
    turned_round,
    untitled,
    worn,
)
from index.entity.near import misspelt, most_likely, near_to
from index.entity.result import Candidate, Meant
from index.entity.saying import articles_of, listed, told
from index.named import in_a_row, is_particle, name_words, otherwise
from index.query.turned import turned
from index.records import Records
from index.titled import Titles

TITLED = 2  # articles that give a person a title with the full name, before it tells whom it means
REMEMBERED = 64  # entities whose namesakes are known until the archive changes
OFFERED = 12  # names that are listed where several may be meant
TYPES: tuple[str, ...] = get_args(EntityType)


class NoSuchEntity(BroadsheetError):
    """A name that no article has, as far as names were read; the message offers near ones."""

    exit_status = 1


class AmbiguousEntity(BroadsheetError):
    """A name that several entities have; `candidates` are these, the most named first."""

    exit_status = 2

    def __init__(self, name: str, candidates: Sequence[Candidate]) -> None:
        listed = "\n".join(
            f"  {one.key}  {one.name}, {articles_of(one.articles)}" for one in candidates
        )
        super().__init__(f"“{name}” may be one of these; write it as it stands first:\n{listed}")
        self.candidates = tuple(candidates)


class Finding:
    """Looking for entities among the names of one archive."""

    def __init__(
        self, ask: Callable[..., list[tuple[Any, ...]]], records: Records, titles: Titles
    ) -> None:
        self._ask = ask
        self._records = records
        self._titles = titles
        self._also: dict[str, tuple[int, int, list[Candidate]]] = {}

    def key_of(self, name: str, type_: str | None = None) -> str:
        """The key of the entity that a name means; NoSuchEntity or AmbiguousEntity."""
        return self.read(name, type_).key

    def read(self, name: str, type_: str | None = None) -> Meant:
        """The entity that a name means, and how that was read; NoSuchEntity or AmbiguousEntity.

        A key as it is written means itself, whatever other names have its words.
        """
        exact = self._ask("SELECT key FROM keys WHERE key = ?", (fold(name.strip()),))
        if exact and type_ in (None, _type(exact[0][0])) and (one := self.candidates(exact[0])):
            return Meant(one[0].key)
        asked, type_ = split(name, type_)
        names = tuple(dict.fromkeys((asked, worn(asked))))
        found = None
        for way in (self._as_typed, self._otherwise):
            for written in names:
                found = found or way(written, type_)
        if found is None:
            raise NoSuchEntity(self._unknown(asked, type_))
        return found

    def _as_typed(self, asked: str, type_: str | None) -> Meant | None:
        """Who has this very name; of a single word also the persons of whose names it is one."""
        whole = self._whole(turned(asked, "entity"), type_)
        if not whole:
            return None
        found = self.candidates(whole)
        if not found:  # no article that is current names it
            return None
        if len(folded_words(asked)) == 1 and type_ in (None, "person"):
            return self._by_one_word(asked, found)
        if len(found) == 1:
            return self._as_named(asked, found[0])
        person = self._written(asked, type_, found)
        if person is not None:
            return self._as_named(asked, next(one for one in found if one.key == person))
        return self._chosen(Way(asked, ""), asked, found, LEADS_AS_KIND)

    def _by_one_word(self, asked: str, found: Sequence[Candidate]) -> Meant | None:
        """Whom a surname or a first name means: its own entity where it is named most, else the
        person who bears it."""
        whole = {one.key for one in found}
        every = self._persons(asked, found)
        if every[0].key in whole:
            if len(found) == 1:
                return Meant(found[0].key)
            if not leads([one.articles for one in found], LEADS_AS_KIND):
                raise AmbiguousEntity(asked, every[:OFFERED])
            return self._chosen(Way(asked, ""), asked, found, LEADS_AS_KIND)
        return self._chosen(Way(asked, ""), asked, every)

    def _otherwise(self, asked: str, type_: str | None) -> Meant | None:
        """Who is meant by a name that nobody has as it is typed."""
        of_people = type_ in (None, "person")
        bare = untitled(asked) if of_people else None
        if bare is not None and (found := self._persons(bare.name)):
            return self._by_title(bare, asked, found) or self._chosen(bare, asked, found)
        if part := self.meant(asked, type_):
            return self._chosen(Way(asked, ""), asked, part)
        name = bare.name if bare is not None else asked
        for way in (*given_otherwise(name), *turned_round(name)) if of_people else ():
            if found := self._persons(way.name):
                return self._chosen(way, asked, found)
        return None

    def _chosen(
        self, way: Way, asked: str, found: Sequence[Candidate], times: int = LEADS
    ) -> Meant:
        """The first of several, where it is named so much more often; AmbiguousEntity else."""
        alone = f"person:{fold(way.name)}"  # no rival of those who bear the name
        rivals = [one for one in found[1:] if one.key != alone]
        if not leads([one.articles for one in _beside(found[0], rivals)], times):
            raise AmbiguousEntity(asked, found[:OFFERED])
        first, others = found[0], self._apart(found[0], found[1:])
        if not (way.why or others):
            return Meant(first.key)
        return Meant(first.key, told(asked, first, way.why, others), others)

    def _by_title(self, bare: Way, asked: str, found: Sequence[Candidate]) -> Meant | None:
        """Who of the bearers of a surname has the title with the full name in the archive."""
        if len(found) == 1 or len(folded_words(bare.name)) != 1:
            return None
        holding = self._titles.holding(bare.title, [one.key for one in found])
        first, *others = sorted(found, key=lambda one: -holding.get(one.key, 0))
        counts = [holding.get(one.key, 0) for one in _beside(first, others)]
        if counts[0] < TITLED:
            return None
        if not leads(counts):
            with_it = [one for one in found if holding.get(one.key)]
            raise AmbiguousEntity(
                asked, (*with_it, *(o for o in found if o not in with_it))[:OFFERED]
            )
        title = bare.title.title() if bare.title.islower() else bare.title
        why = f"{title} {first.name} in {articles_of(counts[0])}"
        apart = self._apart(first, others)
        return Meant(first.key, told(asked, first, why, apart), apart)

    def _apart(self, first: Candidate, others: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """The others with those of their articles that are not counted with the first."""
        left = {one.key: self._titles.beside(first.key, one.key) for one in others}
        counts = ((one, left[one.key]) for one in others)
        apart = [one if n is None else replace(one, articles=n) for one, n in counts if n != 0]
        return tuple(apart)

    def _persons(self, name: str, others: Sequence[Candidate] = ()) -> list[Candidate]:
        """The persons whose names hold this one, and others, as their pages count them: a name with
        a middle initial and the same without it are one."""
        asked = name_words(turned(name, "entity"), begun=True)
        if not asked:
            return list(others)
        held = self._held(max((word for word, _ in asked), key=len), "person")
        whole = folded_words(name)
        keys = [key for key, spelt in held.items() if in_a_row(asked, spelt)]
        same = [key for key in keys if held[key] == whole] if len(whole) > 1 else []
        found = {one.key: one for one in (*others, *self.candidates(same or keys))}
        plain = {key: self._titles.with_plain(key) for key in found if key.count(" ") > 1}
        kept = [one for key, one in found.items()
                if not ((known := plain.get(key)) and known.key in found)]  # fmt: skip
        kept.sort(key=lambda one: (-one.articles, one.key))
        kept[:OFFERED] = [
            replace(one, articles=self._titles.articles(one.key)) if " " in one.key else one
            for one in kept[:OFFERED]
        ]
        return sorted(kept, key=lambda one: (-one.articles, one.key))

    def _as_named(self, asked: str, found: Candidate) -> Meant:
        """Who has this very name, or who bears it in another form and is named so much more often;
        the other of them is told either way."""
        if found.type != "person":
            return Meant(found.key)
        for bearers, why, times in self._bearers(asked):
            more = [o for o in bearers if o.articles > found.articles and o.key != found.key]
            if not more:
                continue
            lead = leads([one.articles for one in _beside(more[0], more[1:])])
            if lead and leads([more[0].articles, found.articles], times):
                others = (found, *more[1:])
                return Meant(more[0].key, told(asked, more[0], why, others), others)
            said = f"{listed(more)} may be meant as well{f' ({why})' if why else ''}."
            return Meant(found.key, said, tuple(more))
        surname = folded_words(asked)[-1]
        near = self.candidates(misspelt(asked, self._records.keys_holding("person", surname)))
        if near and leads([near[0].articles, found.articles]):
            return Meant(found.key, f"{listed(near[:1])} is spelt nearly so.", tuple(near[:1]))
        return Meant(found.key)

    def _bearers(self, asked: str) -> Iterator[tuple[list[Candidate], str, int]]:
        """Persons whom a name in full may mean in another form of it, why, and how many times as
        many articles have to name them before they are meant."""
        for way in given_otherwise(asked):
            yield self._persons(way.name), way.why, LEADS
        words = folded_words(asked)
        first, surname = words[0], words[-1]
        yield self.candidates(self._with_middle(first, surname)), "with the middle name", LEADS
        if is_particle(first):
            held = self._held(surname, "person")
            longer = [key for key, spelt in held.items() if spelt[1:][-len(words) :] == words]
            yield self.candidates(longer), "", LEADS if is_given(first.title()) else 1

    def _with_middle(self, first: str, surname: str) -> list[str]:
        """The keys of persons with this first name and this surname, whatever stands between."""
        held = self._held(surname, "person")
        return [key for key, spelt in held.items() if len(spelt) > 2 and (
            (spelt[0], spelt[-1]) == (first, surname))]  # fmt: skip

    def _written(self, name: str, type_: str | None, found: Sequence[Candidate]) -> str | None:
        """The person whose full name this is as it stands, of those whose names have its words,
        where nobody and nothing else has it so; the page tells of the others."""
        held = [f"{one}:{fold(name)}" for one in TYPES if type_ in (None, one)]
        rows = self._ask(
            "SELECT key FROM keys WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(held),),
        )
        exact = {same_names.root_of(self._ask, key) for (key,) in rows}
        exact &= {one.key for one in found}
        person = " " in name.strip() and len(exact) == 1 and min(exact).startswith("person:")
        return min(exact) if person else None

    def meant(self, name: str, type_: str | None = None) -> list[Candidate]:
        """The entities that a name may mean, those in most articles first.

        The surname may stand first, and initials are beginnings: "Brandis, Otto", "O. Brandis".
        """
        name = turned(name, "entity")
        asked = name_words(name, begun=True)
        if not asked:
            return []
        found = self._whole(name, type_)
        if not found:
            held = self._held(max((word for word, _ in asked), key=len), type_)
            found = [key for key, spelt in held.items() if in_a_row(asked, spelt)]
        before, comma, behind = name.partition(", ")
        if comma and not found:  # no forename that is common anywhere
            return self.meant(f"{behind} {before}", type_)
        return self.candidates(found)

    def _whole(self, name: str, type_: str | None) -> list[str]:
        """The keys of entities with this whole name, in any spelling that the lists know."""
        found: list[str] = []
        for one in (name, *otherwise(name, type_)):
            if wanted := folded_words(one):
                held = self._held(max(wanted, key=len), type_)
                found += [key for key, spelt in held.items() if spelt == wanted]
        return found

    def also(self, key: str, limit: int) -> list[Candidate]:
        """Other entities whose names hold all words of this one's, or are the last word of it
        alone, those most named first."""
        change, known = self._records.change(), self._also.get(key)
        if known is None or known[:2] != (change, limit):
            known = change, limit, self._counted_also(key, limit)
            while len(self._also) >= REMEMBERED:
                self._also.pop(next(iter(self._also)), None)
            self._also[key] = known
        return known[2]

    def _counted_also(self, key: str, limit: int) -> list[Candidate]:
        name = key.partition(":")[2]
        wanted, asked = folded_words(name), name_words(name)
        if not wanted:
            return []
        keys = self._records.keys_holding(None, wanted[-1])
        held = {one: folded_words(one.partition(":")[2]) for one in keys if _may_hold(wanted, one)}
        found = [
            one for one, spelt in held.items() if spelt == wanted[-1:] or in_a_row(asked, spelt)
        ]
        counts = [(one, count) for one, count in self._counts(found) if one != key]
        return [self._candidate(*one) for one in counts[:limit]]

    def candidates(self, keys: Iterable[str]) -> list[Candidate]:
        """These keys as entities, those in most articles first: names that stand for one another
        are one."""
        return [self._candidate(*one) for one in self._counts(keys)]

    def _candidate(self, key: str, articles: int) -> Candidate:
        return Candidate(key, same_names.name_of(self._ask, key), articles)

    def _counts(self, keys: Iterable[str]) -> list[tuple[str, int]]:
        """These keys with the numbers of articles, as `candidates` has them."""
        asked = json.dumps(sorted(set(keys)))
        roots = self._ask(
            "SELECT value, COALESCE((SELECT root FROM same_names WHERE key = value), value) "
            "FROM json_each(?)",
            (asked,),
        )
        return self._ask(
            "SELECT COALESCE(root, key) AS shown, COUNT(DISTINCT seq) FROM mentions "
            "LEFT JOIN same_names USING (key) JOIN articles USING (seq) WHERE current AND key IN ("
            "SELECT value FROM json_each(?1) UNION SELECT key FROM same_names "
            "WHERE root IN (SELECT value FROM json_each(?1))) "
            "GROUP BY shown ORDER BY 2 DESC, shown",
            (json.dumps(sorted({root for _, root in roots})),),
        )  # fmt: skip

    def beginning(self, typed: str, limit: int) -> list[Candidate]:
        """Entities one of whose words begins as the last typed word, all others being whole; of
        persons also without a title that is typed, and with other forms of a first name."""
        keys = self._begun(typed, None)
        bare = untitled(typed.strip())
        name = bare.name if bare is not None else typed.strip()
        ways = [bare, *given_otherwise(name)] if bare is not None else given_otherwise(name)
        for way in ways:
            keys += self._begun(way.name, "person")
        return self.candidates(keys)[:limit]

    def _begun(self, typed: str, type_: str | None) -> list[str]:
        wanted = folded_words(typed)
        if not wanted or len(fold(typed.strip())) < 2:
            return []
        held = self._held(max(wanted, key=len), type_, 2_000)
        asked = name_words(turned(f"{typed.strip()}*", "entity"), begun=True)
        return [key for key, spelt in held.items() if in_a_row(asked, spelt)]

    def _held(self, part: str, type_: str | None, most: int | None = None) -> dict[str, list[str]]:
        keys = self._records.keys_holding(type_, part)[:most]
        return {key: folded_words(key.partition(":")[2]) for key in keys}

    def _unknown(self, name: str, type_: str | None) -> str:
        waiting = self._records.unrecognised()
        keys = [key for (key,) in self._ask("SELECT key FROM keys")]
        bare = untitled(name)
        near = near_to(name, (key for key in keys if type_ in (None, _type(key))))
        if bare is not None and type_ in (None, "person"):
            near |= near_to(bare.name, (key for key in keys if _type(key) == "person"))
        told = f"No article names “{name}”"
        if waiting:
            wait = "1 article waits" if waiting == 1 else f"{waiting:,} articles wait"
            told += f" as far as names were read: {wait} for it, and "
            told += "`broadsheet recognise` goes on"
        if found := most_likely(near, self.candidates(near)):
            offered = " or ".join(f"“{one.name}” ({one.type})" for one in found)
            return f"{told}. Did you mean {offered}?"
        return f"{told}. `broadsheet names PART` lists names that hold a part."


def _beside(first: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """The first of several and those who are surely somebody or something else."""
    apart = [
        one for one in others
        if not (first.type == one.type == "person" and are_one_name(first.name, one.name))
    ]  # fmt: skip
    return [first, *apart]


def split(name: str, type_: str | None = None) -> tuple[str, str | None]:
    """A name and its type: a key ("place:washington") holds both.

    >>> split("place:Washington")
    ('Washington', 'place')
    """
    first, colon, rest = name.strip().partition(":")
    if colon and first in TYPES:
        return rest.strip(), first
    return name.strip(), type_


def _may_hold(wanted: Sequence[str], key: str) -> bool:
    """Whether a key may hold all these words, or is no longer than the last of them."""
    return all(word in key for word in wanted) or len(key.partition(":")[2].split()) == 1


def _type(key: str) -> str:
    return key.partition(":")[0]
