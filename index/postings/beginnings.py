"""Beginnings of one or two letters, kept as terms of their own: what `s*` stands for.

Half of all words may begin so, and while a query is typed its first letters are asked for at
every key. So a segment also holds, for beginnings that most articles have, in which articles
words begin so, and how often. A segment of few commits holds all beginnings (`WHOLE`); of those
that a merge leaves out the words themselves are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase, digits

import numpy as np

from index.postings.arrays import Array
from index.postings.scoring import Counted
from index.postings.segment import Segment
from index.postings.snapshot import Snapshot
from index.query.shapes import Beginning, Shape

BEGUN = "body"  # the field that keeps beginnings
WHOLE = "all_beginnings"  # what a segment says of itself that leaves none out
FREQUENT = 0.9  # share of the articles that must have a beginning for a merge to keep it

_SIGNS = ascii_lowercase + digits
_PLACE = {sign: place for place, sign in enumerate(_SIGNS)}
_NUMBER = len(_SIGNS)
NONE = _NUMBER * (_NUMBER + 1)
"""The number of what begins with another sign, or has no second one."""


def beginnings_of(field: str) -> str:
    """The field that holds the beginnings of a field of words."""
    return f"begins_{field}"


def numbers_of(folded: str) -> tuple[int, int]:
    """The numbers of the first letter and of the first two letters of a folded form."""
    first = _PLACE.get(folded[:1], -1)
    second = _PLACE.get(folded[1:2], -1)
    if first < 0:
        return NONE, NONE
    return first, NONE if second < 0 else _NUMBER * (first + 1) + second


def keys_of_beginnings() -> list[bytes]:
    """The keys of all beginnings, by their numbers."""
    return [one.encode() for one in _SIGNS] + [
        (one + other).encode() for one in _SIGNS for other in _SIGNS
    ]


def counts_of(numbers: Sequence[Array], docs: Array, size: int) -> tuple[Array, Array, Array]:
    """(numbers of beginnings, articles, how often), in this order, from those of every word."""
    table = sum(np.bincount(one * size + docs, minlength=(NONE + 1) * size) for one in numbers)
    found = np.flatnonzero(table[: NONE * size])  # type: ignore[index]
    return found // size, found % size, table[found]  # type: ignore[index]


def counted(snapshot: Snapshot, field: str, shape: Shape) -> list[Counted] | None:
    """In which articles words begin so, and how often; None where only the words can say."""
    if field != BEGUN or not isinstance(shape, Beginning) or not _kept(shape.prefix):
        return None
    key, found = shape.prefix.encode(), []
    for base, segment in zip(snapshot.bases, snapshot.segments, strict=False):
        terms = segment.terms(beginnings_of(field))
        number = None if terms is None else terms.lexicon.find(key)
        if terms is not None and number is not None:
            read = terms.read(np.array([number]))
            found.append(Counted(field, read.docs, read.times, base))
        elif not says_all(segment) and segment.terms(field) is not None:
            return None
    return found


def says_all(segment: Segment) -> bool:
    """Whether a segment leaves no beginning out."""
    return bool(segment.file.about.get(WHOLE))


def kept_in(keys: Sequence[bytes], sources: Sequence[Segment], total: Array, size: int) -> Array:
    """Which beginnings a merge keeps: frequent ones of which every source can tell.

    `total` says how many articles have each, `size` how many there are.
    """
    kept = total >= FREQUENT * size
    for source in sources:
        if not says_all(source) and source.terms(BEGUN) is not None:
            terms = source.terms(beginnings_of(BEGUN))
            held = set() if terms is None else set(terms.lexicon.slice())
            kept &= np.fromiter((key in held for key in keys), bool, len(keys))
    return kept


def _kept(prefix: str) -> bool:
    return 0 < len(prefix) < 3 and all(sign in _PLACE for sign in prefix)
