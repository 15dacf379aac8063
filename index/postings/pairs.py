"""Pairs of very frequent words that stand next to each other, kept as terms of their own.

"in the" stands in every second article, at millions of places; to find them by the places of
"in" and of "the" costs more than all other phrases together. So a segment also holds, for the
words listed here, which two follow each other in which articles, and how often (common-grams;
Williams, Zobel and Bahle 2004). A segment says how many words of the list it has pairs of; of
the others the places are read, and a merge keeps the pairs of which every segment can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from index.postings.arrays import Array
from index.postings.postings import Read
from index.postings.scoring import Counted
from index.postings.segment import Segment, Terms
from index.postings.snapshot import Snapshot
from index.query.shapes import Exactly, Shape

# The most frequent words of 20,000 news articles, without names: together 35 of 100 words of a
# text. Their pairs take .02 of its bytes. More words are only ever put at the end.
WORDS = (
    "the to of and a in that for is on with said as was it he have be his are has by not at "
    "from an who i "
    "but this they more will about we or their would if you had been were"
).split()
KNOWN = "words_of_pairs"  # what a segment says of itself: the pairs of how many words it has
_FORMERLY = 28  # words, where it does not say
_NUMBERS = {
    form: number for number, word in enumerate(WORDS, 1) for form in (word, f"{word}'s", f"{word}'")
}

PAIRED = "body"  # the field that keeps pairs


def pairs_of(field: str) -> str:
    """The field that holds the pairs of a field of words."""
    return f"pairs_{field}"


def number_of(folded: str) -> int:
    """Which of the frequent words a word is, given by its folded form; 0: none of them."""
    return _NUMBERS.get(folded, 0)


def keys_of_pairs() -> list[bytes]:
    """The keys of all pairs, by the first word's number times `len(WORDS) + 1` and the second's."""
    words = ["", *WORDS]
    return [_key(one, other) for one in words for other in words]


def pairs_in(numbers: Array, texts: Array) -> tuple[Array, Array]:
    """Where two frequent words follow each other: (places of the first, numbers of the pairs).

    `numbers` says of each word which of the frequent ones it is, `texts` in which text it stands.
    """
    both = (numbers[:-1] > 0) & (numbers[1:] > 0) & (texts[:-1] == texts[1:])
    found = np.flatnonzero(both)
    return found, numbers[found] * (len(WORDS) + 1) + numbers[found + 1]


def known_by(segment: Segment) -> int:
    """Of how many words of the list a segment has the pairs."""
    return min(int(segment.file.about.get(KNOWN, _FORMERLY)), len(WORDS))


def known_by_all(segments: Sequence[Segment]) -> int:
    """Of how many words of the list all of these segments have the pairs."""
    held = [known_by(segment) for segment in segments if segment.terms(PAIRED) is not None]
    return min(held, default=len(WORDS))


def kept_pairs(keys: Sequence[bytes], known: int) -> Array:
    """Which pairs a merge keeps: those of the first so many words of the list."""
    words = {word.encode() for word in WORDS[:known]}
    return np.fromiter((words.issuperset(key.split(b" ")) for key in keys), bool, len(keys))


def paired(snapshot: Snapshot, field: str, base: int, shapes: Sequence[Shape]) -> Iterator[Read]:
    """The postings, in one segment, of the pairs of frequent words in a row of shapes."""
    segment = snapshot.segment_at(base)
    terms = segment.terms(pairs_of(field))
    if terms is not None:
        words = [_frequent(shape, known_by(segment)) for shape in shapes]
        for one, other in pairwise(words):
            if one and other:
                yield _read(terms, one, other)


def whole_pair(snapshot: Snapshot, field: str, shapes: Sequence[Shape]) -> tuple[str, str] | None:
    """The two frequent words that a row of shapes is, where all segments have pairs; else None."""
    if field != PAIRED or len(shapes) != 2:
        return None
    known = known_by_all(snapshot.segments)
    one, other = (_frequent(shape, known) for shape in shapes)
    return (one, other) if one and other else None


def counted(snapshot: Snapshot, field: str, pair: tuple[str, str]) -> list[Counted]:
    """In which articles a pair stands, and how often."""
    found = []
    for base, terms in snapshot.parts(pairs_of(field)):
        read = _read(terms, *pair)
        found.append(Counted(field, read.docs, read.times, base))
    return found


def _read(terms: Terms, one: str, other: str) -> Read:
    number = terms.lexicon.find(_key(one, other))
    return terms.read(np.array([] if number is None else [number], np.int64))


def _frequent(shape: Shape, known: int) -> str:
    """The frequent word that a shape stands for, if it is one of the first so many; or nothing."""
    if isinstance(shape, Exactly) and shape.form.folded in WORDS[:known]:
        return shape.form.folded
    return ""


def _key(one: str, other: str) -> bytes:
    return f"{one} {other}".encode()
