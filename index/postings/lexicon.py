"""The sorted terms of a field: one run of bytes with the place where each term ends.

Terms are the keys of `index.analysis`: stem, folded and surface form. Invariant: terms are
unique and sorted as bytes, so the forms of one stem, and of one folded word, stand side by
side, and every prefix is one contiguous slice.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

import numpy as np

from index.analysis import SEPARATOR, Form, read_key
from index.postings.arrays import Array, distinct, offsets, ranges
from index.postings.directory import Directory, put_sizes
from index.postings.format import Mapped, Writing
from index.postings.words import Lines, WordList

EVERY = 32  # terms of a block, of which only one is read until it is the one wanted
_CUT = ord(SEPARATOR)
_CUT_BYTES = SEPARATOR.encode()
_LINE = ord("\n")

# Capital letters as small ones; what else there is as it is.
_SMALL = np.frombuffer(bytes(range(256)).lower(), np.uint8)


class Lexicon:
    """The terms of one field of a segment, numbered in their order."""

    def __init__(self, file: Mapped, field: str) -> None:
        self._file = file
        self._blob = f"{field}.terms"
        self._places = Directory(file, f"{field}.term_sizes")
        self._firsts: dict[int, bytes] = {}
        self.looked_up: dict[object, tuple[Array, Array]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def key(self, term: int) -> bytes:
        """A term by its number."""
        return self._file.bytes_of(self._blob, *self._places.stretch(term, term + 1))

    def slice(self, start: int = 0, stop: int | None = None) -> list[bytes]:
        """The terms of a slice."""
        ends = self._places.places(start, len(self) if stop is None else stop).tolist()
        first = ends[0]
        blob = self._file.bytes_of(self._blob, first, ends[-1])
        return [blob[a - first : b - first] for a, b in pairwise(ends)]

    def at_least(self, key: bytes) -> int:
        """The number of the first term that does not sort before a key."""
        start = self._block(key)
        return start + bisect_left(self.slice(start, min(start + EVERY, len(self))), key)

    def _block(self, key: bytes) -> int:
        """The number of the first term of the block in which a key stands, or would."""
        blocks = range(0, len(self), EVERY)
        return blocks[max(0, bisect_left(blocks, key, key=self._first) - 1)] if blocks else 0

    def _first(self, term: int) -> bytes:
        """The first term of a block, remembered: the same few are asked for at every search."""
        found = self._firsts.get(term)
        if found is None:
            found = self._firsts[term] = self.key(term)
        return found

    def find(self, key: bytes) -> int | None:
        """The number of a term, or None."""
        term = self.at_least(key)
        return term if term < len(self) and self.key(term) == key else None

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The slice of terms that begin so: the first, and the one after the last."""
        following = prefix.rstrip(b"\xff")
        if not following:
            return self.at_least(prefix), len(self)
        following = following[:-1] + bytes([following[-1] + 1])
        start = self._block(prefix)
        keys = self.slice(start, min(start + EVERY, len(self)))
        low, high = bisect_left(keys, prefix), bisect_left(keys, following)
        if high < len(keys) or start + len(keys) == len(self):
            return start + low, start + high
        return start + low, self.at_least(following)

    def stretch(self, prefix: bytes) -> tuple[int, list[bytes]]:
        """The terms that begin so: the number of the first, and all of them."""
        first, last = self.beginning(prefix)
        return first, self.slice(first, last)

    def forms(self, start: int, stop: int) -> list[Form]:
        """The forms that the terms of a slice were made from."""
        return [read_key(key) for key in self.slice(start, stop)]

    def beginning_folded(self, prefix: str, start: int, stop: int) -> Array:
        """The terms of a slice whose folded form begins so."""
        wanted = np.frombuffer(prefix.encode("utf-8", "replace"), np.uint8)
        blob, begins, lengths = self._folded(np.arange(start, stop))
        fitting = np.flatnonzero(lengths >= len(wanted))
        same = blob[begins[fitting, None] + np.arange(len(wanted))] == wanted
        found: Array = start + fitting[same.all(axis=1)]
        return found

    def folded(self, terms: Array) -> list[str]:
        """The folded forms of some rising terms."""
        return self.lines(terms).split("\n")[1:-1]

    def lines(self, terms: Array) -> str:
        """The folded forms of some rising terms, a line's end before, between and behind them."""
        return f"\n{_lines(*self._folded(terms)).tobytes().decode()}"

    def holding(self, part: str) -> Array:
        """The terms in one of whose forms these letters stand."""
        blob = self._file.array(self._blob)
        letters = part.encode("utf-8", "replace")
        last = len(blob) - len(letters) + 1
        held = blob[:last] == letters[0]
        for number, letter in enumerate(letters[1:], 1):
            held &= blob[number : last + number] == letter
        found = np.flatnonzero(held)
        return distinct(np.searchsorted(self._places.begins, found, "right") - 1)

    @cached_property
    def words(self) -> WordList:
        """The different folded words, in the order of the terms."""
        blob, begins, lengths = self._folded(np.arange(len(self)))
        fresh = np.ones(len(self), bool)
        alike = np.flatnonzero(lengths[1:] == lengths[:-1])
        same = _equal(blob, begins[alike], blob, begins[alike + 1], lengths[alike])
        fresh[alike[same] + 1] = False
        firsts = np.flatnonzero(fresh)
        lines = _lines(blob, begins[firsts], lengths[firsts])
        return WordList(lines.tobytes(), np.append(firsts, len(self)))

    @cached_property
    def written(self) -> tuple[Array, Lines]:
        """The terms whose surface in small letters is not their folded form, and the surface."""
        terms = np.arange(len(self))
        blob, begins, lengths = self._folded(terms)
        ends = self._places.begins[1:].astype(np.int64)
        starts = np.flatnonzero(blob == _CUT)[1::2] + 1
        sizes = ends - starts
        alike = np.flatnonzero(sizes == lengths)
        small = _SMALL.take(blob)
        same = _equal(small, starts[alike], blob, begins[alike], lengths[alike])
        differs = sizes > 0
        differs[alike[same]] = False
        terms = np.flatnonzero(differs)
        return terms, Lines(_lines(blob, starts[terms], sizes[terms]).tobytes())

    def _folded(self, terms: Array) -> tuple[Array, Array, Array]:
        """Bytes, and where in them the folded form of each term begins, and its length."""
        starts, sizes = self._places.spans(terms)
        blob = self._file.array(self._blob)
        if len(terms) and int(terms[-1]) - int(terms[0]) + 1 == len(terms):
            blob = blob[starts[0] : starts[-1] + sizes[-1]]
        else:
            blob = blob[ranges(starts, sizes)]
        first = offsets(sizes)[:-1]
        cuts = np.flatnonzero(blob == _CUT).reshape(-1, 2)
        same = cuts[:, 1] == cuts[:, 0] + 1  # left out: the stem itself
        begins = np.where(same, first, cuts[:, 0] + 1)
        return blob, begins, np.where(same, cuts[:, 0], cuts[:, 1]) - begins


def _lines(blob: Array, begins: Array, lengths: Array) -> Array:
    """Stretches of bytes, the end of a line behind each."""
    places = offsets(lengths + 1)
    found = np.full(int(places[-1]), _LINE, np.uint8)
    found[ranges(places[:-1], lengths)] = blob[ranges(begins, lengths)]
    return found


def _equal(some: Array, starts: Array, others: Array, begins: Array, lengths: Array) -> Array:
    """Which stretches of bytes are the same as others of the same lengths."""
    differ = some[ranges(starts, lengths)] != others[ranges(begins, lengths)]
    sums, ends = offsets(differ), offsets(lengths)
    found: Array = sums[ends[1:]] == sums[ends[:-1]]
    return found


def write_terms(file: Writing, field: str, keys: list[bytes]) -> None:
    """Write sorted terms as the lexicon of a field."""
    lengths = np.fromiter(map(len, keys), np.int64, len(keys))
    file.put(f"{field}.terms", np.frombuffer(b"".join(keys), np.uint8))
    put_sizes(file, f"{field}.term_sizes", lengths)
