"""Which entity is meant by a name: its key, or the names that it may be.

The whole name decides first, in any spelling that the lists of names know; then words of it in
a row. Two entities are never taken for one: where several may be meant, they are listed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, get_args

from corpus.article import EntityType
from corpus.errors import BroadsheetError
from corpus.text import fold
from index import same_names
from index.analysis import folded_words
from index.entity.result import Candidate
from index.named import in_a_row, name_words, otherwise
from index.query.turned import turned
from index.records import Records

NEAR = 70  # likeness, of 100, from which another spelling is offered
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
        listed = "\n".join(f"  {one.key}  {one.name}, {_articles(one)}" for one in candidates)
        super().__init__(f"“{name}” may be one of these; write it as it stands first:\n{listed}")
        self.candidates = tuple(candidates)


class Finding:
    """Looking for entities among the names of one archive."""

    def __init__(self, ask: Callable[..., list[tuple[Any, ...]]], records: Records) -> None:
        self._ask = ask
        self._records = records
        self._also: dict[str, tuple[int, int, list[Candidate]]] = {}

    def key_of(self, name: str, type_: str | None = None) -> str:
        """The key of the entity that a name means; NoSuchEntity or AmbiguousEntity.

        A key as it is written means itself, whatever other names have its words.
        """
        exact = self._ask("SELECT key FROM keys WHERE key = ?", (fold(name.strip()),))
        if exact and type_ in (None, _type(exact[0][0])) and (one := self.candidates(exact[0])):
            return one[0].key
        asked, type_ = split(name, type_)
        found = self.meant(asked, type_)
        if not found:
            raise NoSuchEntity(self._unknown(asked, type_))
        if len(found) > 1 and (person := self._written(asked, type_, found)) is not None:
            return person
        if len(found) > 1:
            raise AmbiguousEntity(asked, found[:OFFERED])
        return found[0].key

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
        wanted, asked = folded_words(name), name_words(name, begun=True)
        if not wanted:
            return []
        held = self._held(max(wanted, key=len), type_)
        whole = [key for key, spelt in held.items() if spelt == wanted]
        for other in otherwise(name, type_):
            known = folded_words(other)
            if known:
                more = self._held(max(known, key=len), type_)
                whole += [key for key, spelt in more.items() if spelt == known]
        part = [key for key, spelt in held.items() if in_a_row(asked, spelt)]
        before, comma, behind = name.partition(", ")
        if comma and not (whole or part):  # no forename that is common anywhere
            return self.meant(f"{behind} {before}", type_)
        return self.candidates(whole or part)

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
        """Entities one of whose words begins as the last typed word, all others being whole."""
        wanted = folded_words(typed)
        if not wanted or len(fold(typed.strip())) < 2:
            return []
        held = self._held(max(wanted, key=len), None, 2_000)
        asked = name_words(turned(f"{typed.strip()}*", "entity"), begun=True)
        keys = [key for key, spelt in held.items() if in_a_row(asked, spelt)]
        return self.candidates(keys)[:limit]

    def _held(self, part: str, type_: str | None, most: int | None = None) -> dict[str, list[str]]:
        keys = self._records.keys_holding(type_, part)[:most]
        return {key: folded_words(key.partition(":")[2]) for key in keys}

    def _unknown(self, name: str, type_: str | None) -> str:
        from rapidfuzz import fuzz, process

        waiting = self._records.unrecognised()
        keys = [key for (key,) in self._ask("SELECT key FROM keys")]
        spelt = {key: key.partition(":")[2] for key in keys if type_ in (None, _type(key))}
        near = process.extract(
            fold(name), spelt, scorer=fuzz.ratio, score_cutoff=NEAR, limit=3
        ) or process.extract(fold(name), spelt, scorer=fuzz.WRatio, score_cutoff=86, limit=3)
        found = {one.key: one for one in self.candidates(key for _, _, key in near)}
        told = f"No article names “{name}”"
        if waiting:
            wait = "1 article waits" if waiting == 1 else f"{waiting:,} articles wait"
            told += f" as far as names were read: {wait} for it, and "
            told += "`broadsheet recognise` goes on"
        if found:
            offered = " or ".join(f"“{one.name}” ({one.type})" for one in found.values())
            return f"{told}. Did you mean {offered}?"
        return f"{told}. `broadsheet names PART` lists names that hold a part."


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


def _articles(one: Candidate) -> str:
    return f"{one.articles:,} article{'' if one.articles == 1 else 's'}"
