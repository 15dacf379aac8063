"""Which whole values a leaf of the query means: outlets, tags, and notes by their words.

A leaf goes in, a test of one value comes out; QueryError for a leaf that no value can be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from functools import lru_cache

from corpus.outlets import outlet_key, outlets_called, without_article
from corpus.text import fold
from index.analysis import folded_words
from index.named import Asked, in_a_row, name_words
from index.query.names import beginning
from index.query.print import read_as
from index.query.rows import patterned, row
from index.query.tree import (
    Capitals,
    Everything,
    Loose,
    Near,
    Node,
    Phrase,
    Prefix,
    QueryError,
    Shaped,
    Wildcard,
    Word,
)


def like(node: Node) -> Callable[[str], bool]:
    """Whether a whole value is the one a leaf names, in any case and with or without accents."""
    match node:
        case Prefix(text):
            start = fold(text)
            return lambda value: fold(value).startswith(start)
        case Wildcard(pattern) | Shaped(pattern):
            shape = patterned(pattern).pattern
            return lambda value: shape.fullmatch(fold(value)) is not None
        case Word(text) | Phrase(text) | Capitals(text):
            whole = fold(text)
            return lambda value: fold(value) == whole
        case Everything():
            return lambda value: True
    raise QueryError(f"{read_as(node)} cannot be asked of whole values; write one, or a* for all.")


def noted(node: Node) -> Callable[[str], bool]:
    """Whether the words of a leaf stand in a note."""
    if isinstance(node, Everything):
        return lambda note: True
    from index.marking import spans

    shapes = row(node)
    if isinstance(node, Near | Loose):
        raise QueryError(f"{read_as(node)} cannot be asked of note:; write words or a phrase.")
    return lambda note: bool(spans(note, [shapes]))


def outlets_meant(node: Node, known: Set[str]) -> set[str]:
    """The keys of the outlets that a leaf means, of those there are.

    A name means the outlet that goes by it, or by it without its "The"; where none does, all in
    whose names its words stand.
    """
    if isinstance(node, Word | Phrase):
        named = without_article(outlet_key(node.text))
        called = outlets_called(node.text, known)
        return called or outlets_holding(name_words(named), known)
    if (start := beginning(node)) is not None:
        fits = like(Prefix(start))
        holding = outlets_holding(name_words(f"{start}*", begun=True), known)
        return holding.union(filter(fits, known))
    return set(filter(like(node), known))


def outlets_holding(asked: Sequence[Asked], known: Set[str]) -> set[str]:
    """The outlets in whose names words stand in a row: "sabah" in "Daily Sabah"."""
    return {name for name in known if asked and in_a_row(asked, _words_of(name))}


@lru_cache(maxsize=4_096)
def _words_of(name: str) -> list[str]:
    # While one types, the names of all outlets are held against a query with every key.
    return folded_words(name)
