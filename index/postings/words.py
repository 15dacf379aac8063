"""All different words of a field of a segment, for what no beginning narrows: /x+/, word~.

Made when first asked for. Expressions run once over all words on lines (re2: linear time);
before spellings are compared letter by letter, which letters a word has and how many leaves
few of them over.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np

from index.postings.arrays import Array, ranges

_LINE = ord("\n")


class Lines:
    """Words, each on a line of its own, given by all lines."""

    def __init__(self, blob: bytes) -> None:
        self.blob = blob

    @cached_property
    def ends(self) -> Array:
        """Where the lines end."""
        return np.flatnonzero(np.frombuffer(self.blob, np.uint8) == _LINE)

    def text(self, place: int) -> str:
        """One of the words."""
        start = int(self.ends[place - 1]) + 1 if place else 0
        return self.blob[start : int(self.ends[place])].decode()

    def matching(self, expression: Any) -> Array:
        """The rising places of the words that a compiled RE2 expression matches as a whole.

        `expression` is compiled from bytes, for one line among many.
        """
        found = [match.span() for match in expression.finditer(self.blob) if match[0]]
        starts = np.array([start for start, _ in found], np.int64)
        ends = np.array([end for _, end in found], np.int64)
        places = np.searchsorted(self.ends, starts, "right")
        if np.array_equal(ends, self.ends[places]):
            return places
        # Some match runs over the end of its line: each word by itself.
        lines = self.blob.split(b"\n")[:-1]
        fits = [expression.fullmatch(line) is not None for line in lines]
        return np.flatnonzero(np.array(fits, bool))


class WordList(Lines):
    """Different words in the order of the terms they are the folded forms of."""

    def __init__(self, blob: bytes, firsts: Array) -> None:
        super().__init__(blob)
        self._firsts = firsts  # the first term of each word; then the number of all terms

    def terms(self, places: Array) -> Array:
        """The terms of some words, given by their rising places."""
        return ranges(self._firsts[places], self.counts(places))

    def counts(self, places: Array) -> Array:
        """How many terms some words have."""
        found: Array = self._firsts[places + 1] - self._firsts[places]
        return found

    def like(self, word: str, edits: int) -> list[tuple[int, str, int]]:
        """(place, word, letters that differ) of all words so like one, in their order.

        A possessive is as like it as the word it belongs to.
        """
        found = {place: (text, distance) for place, text, distance in self._near(word, edits)}
        for place, text, distance in self._near(word + "'s", edits):
            if text.endswith("'s") and distance <= found.get(place, (text, distance))[1]:
                found[place] = text, distance
        return sorted((place, text, distance) for place, (text, distance) in found.items())

    def _near(self, word: str, edits: int) -> Iterator[tuple[int, str, int]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        places = self._likely(word, edits).tolist()
        texts = [self.text(place) for place in places]
        near = process.extract(word, texts, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return ((places[at], text, int(distance)) for text, distance, at in near)

    def _likely(self, word: str, edits: int) -> Array:
        """Places of all words that may be so like one, and of a few others."""
        signs, lengths, plain = self._signs
        fits = np.abs(lengths - len(word)) <= edits
        if word.isascii():  # an edit adds one letter at most, and takes one away
            mine = np.bitwise_or.reduce(_sign(np.frombuffer(word.encode(), np.uint8)))
            places = np.flatnonzero(fits)
            near = np.bitwise_count(signs[places] ^ mine) <= 2 * edits
            likely: Array = places[near | ~plain[places]]
            return likely
        return np.flatnonzero(fits)

    @cached_property
    def _signs(self) -> tuple[Array, Array, Array]:
        """Of each word: its letters as bits, how many characters, whether all are ASCII."""
        blob = np.frombuffer(self.blob, np.uint8)
        starts = np.append(0, self.ends[:-1] + 1)
        signs = _sign(blob)
        signs[self.ends] = 0
        characters = np.add.reduceat((blob & 0xC0) != 0x80, starts, dtype=np.int64) - 1
        plain = np.bitwise_or.reduceat(blob & 0x80, starts) == 0
        return np.bitwise_or.reduceat(signs, starts), characters, plain


def _sign(letters: Array) -> Array:
    found: Array = np.uint32(1) << (letters & 31).astype(np.uint32)
    return found
