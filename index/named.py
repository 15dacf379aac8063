"""Who is meant by a name in a query: the articles that name an entity so.

Any spelling will do: part of the name, the whole of it between quotation marks, its beginning
before an asterisk, or another spelling that the lists of names know (UK, United Kingdom).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from corpus.text import fold
from index.analysis import folded_words

How = Literal["part", "whole", "beginning"]


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
    With "beginning" the last word may go on.
    """
    asked = folded_words(name)
    if not asked:
        return set()
    type_ = None if field == "entity" else field
    held = _held(records, type_, max(asked, key=len))
    same = {key for key, name_words in held.items() if name_words == asked}
    for other in () if how == "beginning" else otherwise(name, type_):
        wanted = folded_words(other)
        known = _held(records, type_, max(wanted, key=len)) if wanted else {}
        same |= {key for key, name_words in known.items() if name_words == wanted}
    if how == "whole" and same:
        return records.seqs_naming(same)
    begun = how == "beginning"
    return records.seqs_naming(
        same | {key for key, name_words in held.items() if in_a_row(asked, name_words, begun)}
    )


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


def in_a_row(asked: list[str], held: list[str], begun: bool) -> bool:
    """Whether the words stand in a row in a name; `begun`: the last one may go on."""
    *before, last = asked
    for at in range(len(held) - len(before)):
        word = held[at + len(before)]
        fits = word == last or (begun and word.startswith(last))
        if fits and held[at : at + len(before)] == before:
            return True
    return False
