"""Names across articles: which keys are spellings of one name, and never where two could be.

Every key of an archive comes in with its usual name and its articles; the joins come out,
each with its reason. Full names join by sound, particles and letters; a lone surname joins
the only person who bears it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.article import EntityType
from corpus.entities.lexicon import plain
from corpus.entities.shared import is_shared
from corpus.entities.variants import is_variant, skeleton
from corpus.layer import SameName
from corpus.text import fold

BEARERS = 3  # articles that must name a person in full before a lone surname means them
_CROWD = 40  # names of one sound that are compared; more stand only in made-up texts
_GENERATION = re.compile(r",? (jr|sr|ii|iii)\.?$")
_PARTICLE = re.compile(r"^(?:al|el|ul|as|ash|ad|an|ar)-(?=\w{3})")
_LOOSE = frozenset(("al", "el", "ul"))
_LETTERS = re.compile(r"[\s.'-]+")
# Words that two countries write in two ways.
_SPELT = (
    ("isation", "ization"),
    ("centre", "center"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("programme", "program"),
    ("theatre", "theater"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name's key with its usual spelling and the number of articles that have it."""

    key: str
    name: str
    type: EntityType
    articles: int


def same_names(names: Iterable[Named]) -> tuple[SameName, ...]:
    """The keys that stand for another key, sorted; a key that is not here stands for itself."""
    known = {name.key: name for name in names}
    ordered = sorted(known.values(), key=lambda name: name.key)
    classes: list[list[tuple[Named, str]]] = []
    persons = [name for name in ordered if name.type == "person"]
    classes += _persons(persons, {_word(n.name) for n in ordered if n.type != "person"})
    for type_ in sorted({name.type for name in ordered if name.type != "person"}):
        of_type = [name for name in ordered if name.type == type_]
        for group in _groups(of_type, lambda name: _same_letters(name.name)):
            classes.append([(name, "the same letters as {}") for name in group])
    found = []
    for members in classes:
        root = _foremost([name for name, why in members if why != _SURNAME])
        found += [
            SameName(name.key, root.key, why.format(root.name))
            for name, why in members
            if name.key != root.key
        ]
    return tuple(sorted(found, key=lambda same: same.key))


_SPELLING = "another spelling of {}"
_SURNAME = "surname of {}, the only one in the archive"


def _persons(persons: Sequence[Named], elsewhere: set[str]) -> list[list[tuple[Named, str]]]:
    full = [name for name in persons if len(_parts(name.name)) > 1]
    alike = _groups(full, lambda name: " ".join(_parts(name.name)), alone=True)
    people = _by_sound(alike)
    bearing: defaultdict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for name in person:
            bearing[_parts(name.name)[-1].partition(" ")[0]].add(number)
    lone: defaultdict[int, list[Named]] = defaultdict(list)
    for name in persons:
        parts = _parts(name.name)
        if len(parts) != 1 or _word(name.name) in elsewhere:
            continue
        bearers = bearing.get(parts[0], set())
        if len(bearers) == 1:
            (number,) = bearers
            if max(one.articles for one in people[number]) >= BEARERS:
                lone[number].append(name)
    return [
        [*((name, _SPELLING) for name in person), *((name, _SURNAME) for name in lone[number])]
        for number, person in enumerate(people)
        if len(person) + len(lone[number]) > 1
    ]


def _by_sound(groups: Sequence[list[Named]]) -> list[list[Named]]:
    """Join groups whose names sound alike, where every one is like every other."""
    sounding: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    parts = [_parts(group[0].name) for group in groups]
    for number, words in enumerate(parts):
        sounding[tuple(map(skeleton, words))].append(number)
    taken: set[int] = set()
    result: list[list[Named]] = []
    for numbers in sounding.values():
        for together in _cliques(numbers[:_CROWD], lambda a, b: _alike(parts[a], parts[b])):
            taken.update(together)
            result.append([name for number in together for name in groups[number]])
    result += [list(group) for number, group in enumerate(groups) if number not in taken]
    return sorted(result, key=lambda person: person[0].key)


def _cliques(numbers: Sequence[int], alike: Callable[[int, int], bool]) -> list[list[int]]:
    """Connected groups in which all are alike; a group that hangs together by one is none."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in combinations(numbers, 2):
        if alike(a, b):
            near[a].add(b)
            near[b].add(a)
    found, done = [], set[int]()
    for number in sorted(near):
        if number in done:
            continue
        reached, waiting = {number}, [number]
        while waiting:
            fresh = near[waiting.pop()] - reached
            reached |= fresh
            waiting += fresh
        done |= reached
        if all(len(near[one]) == len(reached) - 1 for one in reached):
            found.append(sorted(reached))
    return found


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(map(is_variant, one, other))


def _parts(name: str) -> list[str]:
    """The words of a person's name, folded, without Arabic articles.

    A generation stays with the surname: a father is not his son.
    """
    text = fold(plain(name))
    generation = _GENERATION.search(text)
    words = _GENERATION.sub("", text).split()
    kept = [
        _PARTICLE.sub("", word)
        for number, word in enumerate(words)
        if not (word in _LOOSE and number + 1 < len(words) and (number or len(words) > 2))
    ]
    if generation and len(kept) > 1:
        kept[-1] = f"{kept[-1]} {generation[1]}"
    return kept or words or [text]


def _same_letters(name: str) -> str:
    """A name without hyphens, full stops and the country's way of spelling; one that bodies of
    several states bear as it is."""
    text = fold(plain(name))
    if is_shared(name):
        return text  # Norland's Defence Ministry is not Veldau's Defense Ministry
    for british, american in _SPELT if " " in text else ():  # Labour is no Department of Labor
        text = text.replace(british, american)
    if text.startswith("the ") and text.count(" ") > 1:
        text = text.removeprefix("the ")
    return _LETTERS.sub("", text)


def _word(name: str) -> str:
    return fold(plain(name))


def _groups(
    names: Sequence[Named], by: Callable[[Named], str], *, alone: bool = False
) -> list[list[Named]]:
    groups: defaultdict[str, list[Named]] = defaultdict(list)
    for name in names:
        groups[by(name)].append(name)
    found: Mapping[str, list[Named]] = groups
    return [group for _, group in sorted(found.items()) if alone or len(group) > 1]


def _foremost(names: Sequence[Named]) -> Named:
    """The name in most articles, of those the fullest."""
    return min(names, key=lambda name: (-name.articles, -len(name.name), name.key))
