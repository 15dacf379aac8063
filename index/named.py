"""Who is meant by a name in a query: the articles that name an entity so.

Any spelling will do: part of the name, the whole of it between quotation marks, words of it that
go on where an asterisk stands, or another spelling that the lists of names know (UK, United
Kingdom).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol

from corpus.first_names import forms_of
from corpus.text import fold
from index.analysis import folded_words

How = Literal["part", "whole", "beginning"]
Asked = tuple[str, bool]
"""A word of a name, and whether it may go on."""

_PARTICLES = frozenset("abu al ben bin da de del den der di du el ibn la le ten van von".split())


class Naming(Protocol):
    """What the records must be able to say of names."""

    def keys_holding(self, type_: str | None, part: str) -> list[str]:
        """Keys of entities of a type (None: any) that hold this text, or a full stop."""
        ...

    def seqs_naming(self, keys: Iterable[str]) -> set[int]:
        """The articles that mention an entity with one of these keys."""
        ...


def named(records: Naming, field: str, name: str, how: How) -> set[int]:
    """The numbers of the articles that name an entity so.

    With "whole" the name in full is meant, if there is one such; else words of it in a row.
    With "beginning" words before an asterisk may go on.
    """
    asked = name_words(name, begun=how == "beginning")
    if not asked:
        return set()
    type_ = None if field == "entity" else field
    held = _held(records, type_, max((word for word, _ in asked), key=len))
    in_full = [word for word, _ in asked]
    same = {key for key, words in held.items() if words == in_full}
    for other in () if how == "beginning" else otherwise(name, type_):
        wanted = folded_words(other)
        known = _held(records, type_, max(wanted, key=len)) if wanted else {}
        same |= {key for key, words in known.items() if words == wanted}
    if how == "whole" and same:
        return records.seqs_naming(same)
    return records.seqs_naming(
        same | {key for key, words in held.items() if in_a_row(asked, words)}
    )


def bearers(records: Naming, name: str) -> dict[str, set[int]]:
    """Persons whom a name in full may mean in another form of it, with the articles that name
    them: another form of the first name, a middle name more, a first name before "bin Quill"."""
    words = folded_words(name)
    if len(words) < 2:
        return {}
    held = _held(records, "person", words[-1])
    firsts = {words[0], *forms_of(words[0])}
    found = {}
    for key, spelt in held.items():
        same = spelt[1:] == words[1:] and spelt[0] in firsts
        middle = spelt[0] == words[0] and len(spelt) > 2 and spelt[-1:] == words[1:]
        longer = is_particle(words[0]) and spelt[1:][-len(words) :] == words
        if spelt != words and (same or middle or longer):
            found[key.partition(":")[2]] = records.seqs_naming([key])
    return found


def is_particle(word: str) -> bool:
    """Whether a word stands between first name and surname, and may begin the latter.

    >>> is_particle("bin"), is_particle("ada")
    (True, False)
    """
    return fold(word) in _PARTICLES


def name_words(name: str, *, begun: bool = False) -> list[Asked]:
    """The folded words of a name; with `begun` those before an asterisk may go on.

    >>> name_words("O* Brandis", begun=True)
    [('o', True), ('brandis', False)]
    """
    asked: list[Asked] = []
    for part in name.split():
        words = folded_words(part)
        asked += ((word, False) for word in words)
        if words and begun and part.endswith("*"):
            asked[-1] = words[-1], True
    return asked


def _held(records: Naming, type_: str | None, part: str) -> dict[str, list[str]]:
    """The keys that hold a text, each with the words of the name."""
    return {key: folded_words(key.partition(":")[2]) for key in records.keys_holding(type_, part)}


def otherwise(name: str, type_: str | None) -> Iterator[str]:
    """The name that the lists of names have for a spelling."""
    from corpus.entities.gazetteer import gazetteer

    known = gazetteer()
    for spelling in dict.fromkeys((name, name.upper(), name.title())):
        entry = known.get(spelling)
        if entry is not None and type_ in (None, entry.type) and fold(entry.name) != fold(name):
            yield entry.name
            return


def in_a_row(asked: Sequence[Asked], held: Sequence[str]) -> bool:
    """Whether words stand in a row in a name."""
    return any(
        all(fits(word, one) for word, one in zip(held[at:], asked, strict=False))
        for at in range(len(held) - len(asked) + 1)
    )


def fits(word: str, asked: Asked) -> bool:
    """Whether a word of a name is the one asked for, or goes on where that may."""
    return word.startswith(asked[0]) if asked[1] else word == asked[0]
