"""The numbers of words: one for every key under which the index files a word.

A short word is looked up by its letters, sixteen bytes as two numbers, in a table that answers
for all words of many texts at once (open addressing, a step at a time). Words that the table
does not know, and those it cannot hold, are worked out one by one and remembered.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable

import numpy as np

from index.analysis import fresh_form, key_of, raw_words
from index.postings.arrays import Array
from index.postings.beginnings import NONE, numbers_of
from index.postings.pairs import number_of

LETTERS = 16  # bytes of a word that the table holds
_MOST = 200_000  # surface forms remembered; about 50 MB, and 30,000 articles until all are met
_FIRST = 12  # the table begins with 2^12 places
_MIXED = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(29))


class Vocabulary(dict[str, int]):
    """Surface forms of words → numbers of their keys; 0 is for words of which nothing is seen."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.clear()
        self.keys_by_number: list[bytes] = [b""]
        self._numbers: dict[bytes, int] = {b"": 0}
        self._frequent = array("q", [0])
        self._begins = array("q", [NONE, NONE])
        self._short = _Table(_FIRST)
        self._pieces: dict[str, tuple[tuple[int, int], ...]] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self._number(word)
        return number

    def of_letters(self, low: Array, high: Array, word_at: Callable[[int], str]) -> Array:
        """The numbers of words in plain letters, each given by its first and next eight bytes.

        `word_at` tells the word that stands at a place; asked once for each that is new.
        """
        numbers = self._short.find(low, high)
        unknown = np.flatnonzero(numbers < 0)
        if len(unknown):
            order = unknown[np.lexsort((high[unknown], low[unknown]))]
            fresh = np.ones(len(order), bool)
            fresh[1:] = (low[order[1:]] != low[order[:-1]]) | (high[order[1:]] != high[order[:-1]])
            firsts = order[fresh]
            found = np.array([self._number(word_at(at)) for at in firsts.tolist()], np.int64)
            self._short.put(low[firsts], high[firsts], found)
            numbers[order] = found[np.cumsum(fresh) - 1]
        return numbers

    def pieces(self, text: str) -> tuple[tuple[int, int], ...]:
        """The words of a stretch without blanks: where each begins in it, and its number."""
        found = self._pieces.get(text)
        if found is None:
            placed = ((start, self[word]) for start, word in raw_words(text))
            found = self._pieces[text] = tuple(pair for pair in placed if pair[1])
        return found

    def frequent(self) -> Array:
        """For each number which of the frequent words it is that stand in pairs; 0: none."""
        return np.frombuffer(self._frequent.tobytes(), np.int64)

    def beginnings(self) -> tuple[Array, Array]:
        """For each number that of its first letter, and that of its first two."""
        found = np.frombuffer(self._begins.tobytes(), np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def forget(self) -> None:
        """Begin anew when there is too much to remember."""
        if len(self) + len(self._pieces) + self._short.held > _MOST:
            self._begin()

    def _number(self, word: str) -> int:
        form = fresh_form(word)
        key = key_of(form)
        number = self._numbers.setdefault(key, len(self.keys_by_number))
        if number == len(self.keys_by_number):
            self.keys_by_number.append(key)
            self._frequent.append(number_of(form.folded))
            self._begins.extend(numbers_of(form.folded))
        return number


class _Table:
    """Pairs of numbers → a number of its own, for many pairs at once; half of it stays free.

    Invariant: from the place a pair is mixed to, up to where it stands, no place is free.
    """

    def __init__(self, bits: int) -> None:
        self.held, self._bits = 0, bits
        self._low, self._high = np.zeros((2, 1 << bits), np.uint64)
        self._value = np.full(1 << bits, -1, np.int32)  # -1: free

    def find(self, low: Array, high: Array) -> Array:
        """The number of each pair, -1 where there is none."""
        place = self._mixed(low, high)
        found: Array = self._value.take(place).astype(np.int64)
        differs = (self._low.take(place) != low) | (self._high.take(place) != high)
        left = np.flatnonzero(differs & (found >= 0))
        while len(left):
            place[left] = (place[left] + 1) & ((1 << self._bits) - 1)
            at = place[left]
            found[left] = self._value[at]
            differs = (self._low[at] != low[left]) | (self._high[at] != high[left])
            left = left[differs & (found[left] >= 0)]
        return found

    def put(self, low: Array, high: Array, values: Array) -> None:
        """Take in pairs that are new and differ from each other."""
        if 2 * (self.held + len(values)) > 1 << self._bits:
            self._grow(self.held + len(values))
        self._place(low, high, values)
        self.held += len(values)

    def _grow(self, wanted: int) -> None:
        taken = self._value >= 0
        old = self._low[taken], self._high[taken], self._value[taken]
        self._bits = (4 * wanted).bit_length()
        self._low, self._high = np.zeros((2, 1 << self._bits), np.uint64)
        self._value = np.full(1 << self._bits, -1, np.int32)
        self._place(*old)

    def _place(self, low: Array, high: Array, values: Array) -> None:
        place, left = self._mixed(low, high), np.arange(len(values))
        while len(left):
            at = place[left]
            free = self._value[at] < 0
            self._value[at[free]] = values[left[free]]  # of several for one place the last stays
            stays = free & (self._value[at] == values[left])
            here = left[stays]
            self._low[place[here]], self._high[place[here]] = low[here], high[here]
            left = left[~stays]
            place[left] = (place[left] + 1) & ((1 << self._bits) - 1)

    def _mixed(self, low: Array, high: Array) -> Array:
        first, second, shift = _MIXED
        mixed = low * first
        mixed ^= (high + second) * second
        mixed ^= mixed >> shift
        mixed *= first
        mixed >>= np.uint64(64 - self._bits)
        return mixed.view(np.int64)
