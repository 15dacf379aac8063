"""Names that need no model: countries with capitals and peoples, organisations, agencies.

The facts stand in the tab-separated files beside this module, the curated aliases in
`aliases.toml`; a person's own aliases are read from a file of the same form. Without a model
`GazetteerRecogniser` stands in for it, with rules for persons by title, given name and speech.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, cast, get_args

from corpus.article import EntityType
from corpus.entities.lexicon import Entry, Lexicon
from corpus.entities.patterns import organisations, persons
from corpus.entities.recogniser import RawSpan
from corpus.errors import BroadsheetError
from corpus.first_names import given_names

VERSION = "gazetteer-8"
TYPES = cast(tuple[EntityType, ...], get_args(EntityType))


class UnreadableAliases(BroadsheetError):
    """A file of aliases that is not TOML or misses a field."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One name, its type, and the spellings that mean it wherever they stand."""

    name: str
    type: EntityType
    spellings: tuple[str, ...]


def _alias(table: Mapping[str, Any]) -> Alias:
    name, spellings = table["name"], table["spellings"]
    if not isinstance(spellings, list) or not all(
        isinstance(word, str) and word.strip() for word in (name, *spellings)
    ):
        raise TypeError("names are texts, spellings a list of texts")
    return Alias(name, table["type"], tuple(spellings))


def read_aliases(text: str, source: str = "aliases.toml") -> tuple[Alias, ...]:
    """Aliases from TOML: tables [[alias]] with name, type and spellings."""
    try:
        tables = tomllib.loads(text).get("alias", [])
        aliases = tuple(_alias(table) for table in tables)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableAliases(
            f"{source} cannot be read ({error}); every [[alias]] needs name, type and spellings."
        ) from error
    for alias in aliases:
        if alias.type not in TYPES:
            raise UnreadableAliases(
                f'{source}: "{alias.name}" has the type "{alias.type}"; '
                f"use one of {', '.join(TYPES)}."
            )
    return aliases


def aliases_version(aliases: tuple[Alias, ...]) -> str:
    """What a reading with these aliases of one's own adds to its version; nothing without any."""
    if not aliases:
        return ""
    told = json.dumps([[a.name, a.type, *a.spellings] for a in aliases])
    return f"+aliases-{sha256(told.encode()).hexdigest()[:8]}"


def _data(name: str) -> str:
    return resources.files("corpus.entities").joinpath(name).read_text(encoding="utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    for line in _data(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _marked(cell: str) -> Iterator[tuple[str, bool]]:
    for value in cell.split(";"):
        if value:
            yield value.removeprefix("?"), value.startswith("?")


def countries() -> Iterator[tuple[str, Entry]]:
    """Countries, their capitals and peoples: every spelling with what it stands for."""
    for country, others, capitals, peoples in _rows("countries.tsv"):
        name = country.removeprefix("?")
        yield name, Entry(name, "place", country.startswith("?"))
        for spelling, doubtful in _marked(others):
            yield spelling, Entry(name, "place", doubtful)
        first: str | None = None
        for spelling, doubtful in _marked(peoples):
            first = first or spelling
            yield spelling, Entry(first, "group", doubtful)
        first = None
        for spelling, doubtful in _marked(capitals):
            first = first or spelling
            same = spelling.startswith((f"{first},", f"{first} D")) or spelling in ("D.C.", "DC")
            yield spelling, Entry(first if same else spelling, "place", doubtful)


@cache
def lands() -> Mapping[str, str]:
    """What means a country or its people, with the country's name: "Maltese" gives Malta."""
    found: dict[str, str] = {}
    for country, others, _, peoples in _rows("countries.tsv"):
        name = country.removeprefix("?")
        found[name] = name
        for spelling, _ in (*_marked(others), *_marked(peoples)):
            found.setdefault(spelling, name)
    return found


def known() -> Iterator[tuple[str, Entry]]:
    """All other names that need no model: every spelling with what it stands for."""
    for kind, name, others in _rows("known.tsv"):
        bare, doubtful = name.removeprefix("?"), name.startswith("?")
        yield bare, Entry(_singular(bare) if kind == "group" else bare, _type(kind), doubtful)
        for spelling, unsure in _marked(others):
            yield spelling, Entry(bare, _type(kind), unsure)


@cache
def _groups() -> frozenset[str]:
    return frozenset(row[1].removeprefix("?") for row in _rows("known.tsv") if row[0] == "group")


def _singular(group: str) -> str:
    return group[:-1] if group.endswith("s") and group[:-1] in _groups() else group


def _type(kind: str) -> EntityType:
    if kind not in TYPES:
        raise ValueError(f"known.tsv names a type that does not exist: {kind}")
    return kind


@cache
def curated() -> tuple[Alias, ...]:
    """The aliases that come with the program."""
    return read_aliases(_data("aliases.toml"))


@cache
def gazetteer(extra: tuple[Alias, ...] = ()) -> Lexicon:
    """All known names; aliases first, so that they decide what a spelling stands for."""
    spellings: list[tuple[str, Entry]] = []
    for alias in (*extra, *curated()):
        entry = Entry(alias.name, alias.type)
        spellings += [(spelling, entry) for spelling in (alias.name, *alias.spellings)]
    return Lexicon([*spellings, *countries(), *known()])


class GazetteerRecogniser:
    """Stands in where no model is installed: persons and organisations by rule alone."""

    version = VERSION

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """Persons and organisations that rules find; known names are added by `naming`."""
        known, given = gazetteer(), given_names()
        return [[*persons(text, known, given), *organisations(text)] for text in texts]
