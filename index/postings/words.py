"""All different words of a field of a segment, for what no beginning narrows: /x+/, word~.

Made when first asked for. Expressions run once over all words on lines (re2: linear time);
before spellings are compared letter by letter, which letters a word has and how many leaves
few of them over.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from index.postings.arrays import Array, ranges

_LINE = ord("\n")


class WordList:
    """Different words in the order of the terms they are the folded forms of."""

    def __init__(self, texts: list[str], firsts: Array) -> None:
        self.texts = texts
        self._firsts = firsts  # the first term of each word; then the number of all terms

    def terms(self, places: Array) -> Array:
        """The terms of some words, given by their rising places."""
        return ranges(self._firsts[places], self.counts(places))

    def counts(self, places: Array) -> Array:
        """How many terms some words have."""
        found: Array = self._firsts[places + 1] - self._firsts[places]
        return found

    def matching(self, expression: Any) -> Array:
        """The rising places of the words that a compiled RE2 expression matches as a whole.

        `expression` is compiled from bytes, for one line among many.
        """
        found = [(m.start(), m.end()) for m in expression.finditer(self._lines) if m[0]]
        starts = np.array([start for start, _ in found], np.int64)
        ends = np.array([end for _, end in found], np.int64)
        places = np.searchsorted(self._ends, starts, "right")
        if np.array_equal(ends, self._ends[places]):
            return places
        # Some match runs over the end of its line: each word by itself.
        fits = [expression.fullmatch(text.encode()) is not None for text in self.texts]
        return np.flatnonzero(np.array(fits, bool))

    def like(self, word: str, edits: int) -> list[tuple[int, str, int]]:
        """(place, word, letters that differ) of all words so like one, in their order."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        places = self._likely(word, edits).tolist()
        texts = [self.texts[place] for place in places]
        near = process.extract(word, texts, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return sorted((places[at], text, int(distance)) for text, distance, at in near)

    def _likely(self, word: str, edits: int) -> Array:
        """Places of all words that may be so like one, and of a few others."""
        signs, lengths, plain = self._signs
        fits = np.abs(lengths - len(word)) <= edits
        if word.isascii():  # an edit adds one letter at most, and takes one away
            mine = np.bitwise_or.reduce(_sign(np.frombuffer(word.encode(), np.uint8)))
            apart = signs[fits] ^ mine
            fits[fits] = (_bits(apart) <= 2 * edits) | ~plain[fits]
        return np.flatnonzero(fits)

    @cached_property
    def _lines(self) -> bytes:
        return "".join(f"{text}\n" for text in self.texts).encode()

    @cached_property
    def _ends(self) -> Array:
        return np.flatnonzero(np.frombuffer(self._lines, np.uint8) == _LINE)

    @cached_property
    def _signs(self) -> tuple[Array, Array, Array]:
        """Of each word: its letters as bits, how many characters, whether all are ASCII."""
        blob = np.frombuffer(self._lines, np.uint8)
        starts = np.append(0, self._ends[:-1] + 1)
        signs = _sign(blob)
        signs[self._ends] = 0
        characters = np.add.reduceat((blob & 0xC0) != 0x80, starts, dtype=np.int64) - 1
        plain = np.bitwise_or.reduceat(blob & 0x80, starts) == 0
        return np.bitwise_or.reduceat(signs, starts), characters, plain


def _sign(letters: Array) -> Array:
    found: Array = np.uint32(1) << (letters & 31).astype(np.uint32)
    return found


def _bits(values: Array) -> Array:
    """How many bits are set in each number."""
    each = np.ascontiguousarray(values, "<u4").view(np.uint8).reshape(-1, 4)
    found: Array = np.unpackbits(each, axis=1).sum(axis=1)
    return found
