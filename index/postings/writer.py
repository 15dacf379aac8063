"""Taking articles in: every field is inverted by one sort and written as a new segment.

A word of a text becomes a number by one look in a dictionary that remembers the key of every
surface form; from there on all work is done on whole arrays. What comes in are the values of
`schema.document`; how a field is written depends on its type in the schema.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from index.analysis import fresh_form, key_of
from index.postings.arrays import Array, offsets, ranges, smallest, tallied
from index.postings.beginnings import (
    BEGUN,
    NONE,
    WHOLE,
    beginnings_of,
    counts_of,
    keys_of_beginnings,
    numbers_of,
)
from index.postings.columns import write_labels
from index.postings.format import Writing
from index.postings.lexicon import write_terms
from index.postings.pairs import PAIRED, keys_of_pairs, number_of, pairs_in, pairs_of
from index.postings.positions import put_positions
from index.postings.postings import packed_postings, put_postings
from index.schema import GAP, Derived, Keys, Label, Stretches, Words

_MOST = 400_000  # surface forms remembered; about 60 MB


class Vocabulary(dict[str, int]):
    """Surface forms of words → numbers of their keys; 0 is for words of which nothing is seen."""

    def __init__(self) -> None:
        self.keys_by_number: list[bytes] = [b""]
        self._numbers: dict[bytes, int] = {b"": 0}
        self._frequent = array("q", [0])
        self._begins = array("q", [NONE, NONE])

    def __missing__(self, word: str) -> int:
        form = fresh_form(word)
        key = key_of(form)
        number = self._numbers.setdefault(key, len(self.keys_by_number))
        if number == len(self.keys_by_number):
            self.keys_by_number.append(key)
            self._frequent.append(number_of(form.folded))
            self._begins.extend(numbers_of(form.folded))
        self[word] = number
        return number

    def frequent(self) -> Array:
        """For each number which of the frequent words it is that stand in pairs; 0: none."""
        return np.frombuffer(self._frequent.tobytes(), np.int64)

    def beginnings(self) -> tuple[Array, Array]:
        """For each number that of its first letter, and that of its first two."""
        found = np.frombuffer(self._begins.tobytes(), np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def forget(self) -> None:
        """Begin anew when there is too much to remember."""
        if len(self) > _MOST:
            self.clear()
            self.keys_by_number = [b""]
            self._numbers = {b"": 0}
            self._frequent = array("q", [0])
            self._begins = array("q", [NONE, NONE])


def write_segment(
    file: Path,
    documents: Sequence[Mapping[str, Any]],
    schema: Any,
    vocabulary: Vocabulary,
    mode: int,
) -> int:
    """Write articles as a segment, in their order; returns the file's checksum."""
    vocabulary.forget()
    writing = Writing(file, mode)
    try:
        for name, kind in schema.items():
            values = [document.get(name) for document in documents]
            if isinstance(kind, Words):
                _write_words(writing, name, values, vocabulary)
            elif isinstance(kind, Stretches):
                _write_stretches(writing, name, values)
            elif isinstance(kind, Keys) and not isinstance(kind, Derived):
                _write_keys(writing, name, values)
            elif isinstance(kind, Label):
                write_labels(writing, name, [value or () for value in values])
            elif not isinstance(kind, Derived):  # written with their words
                numbers = np.array([value or 0 for value in values], np.int64)
                writing.put(name, numbers.astype("<i4" if name == "day" else "<u4"))
        return writing.close({"docs": len(documents), WHOLE: True})
    except BaseException:
        writing.abandon()
        raise


def _write_words(
    writing: Writing,
    field: str,
    values: Sequence[Sequence[Sequence[str]] | None],
    vocabulary: Vocabulary,
) -> None:
    pieces = [(doc, text) for doc, texts in enumerate(values) for text in texts or ()]
    per_text = np.array([len(text) for _, text in pieces], np.int64)
    text_doc = np.array([doc for doc, _ in pieces], np.int64)
    total = int(per_text.sum())
    if not total:
        return
    words = chain.from_iterable(text for _, text in pieces)
    numbers = np.fromiter(map(vocabulary.__getitem__, words), np.int64, total)
    if not numbers.all():
        text_of = np.repeat(np.arange(len(per_text)), per_text)[numbers > 0]
        per_text = np.bincount(text_of, minlength=len(per_text))
        numbers = numbers[numbers > 0]
    lengths = np.bincount(text_doc, per_text, len(values)).astype(np.int64)
    # Positions run on through the texts of an article, with a gap between two of them.
    begins = offsets(per_text + GAP)[:-1]
    first_text = np.searchsorted(text_doc, np.arange(len(values)))
    begins = begins - begins[np.minimum(first_text, len(begins) - 1)][text_doc]
    positions = np.repeat(begins - offsets(per_text)[:-1], per_text) + np.arange(len(numbers))
    invert(
        writing,
        field,
        vocabulary.keys_by_number,
        numbers,
        np.repeat(text_doc, per_text),
        positions,
    )
    writing.put(f"{field}.lengths", smallest(lengths))
    if field == BEGUN:
        _write_beginnings(writing, field, vocabulary, numbers, np.repeat(text_doc, per_text))
    if field == PAIRED:
        text_of = np.repeat(np.arange(len(per_text)), per_text)
        firsts, pairs = pairs_in(vocabulary.frequent()[numbers], text_of)
        invert(writing, pairs_of(field), keys_of_pairs(), pairs, text_doc[text_of[firsts]], None)


def _write_beginnings(
    writing: Writing, field: str, vocabulary: Vocabulary, numbers: Array, docs: Array
) -> None:
    of_word = [one[numbers] for one in vocabulary.beginnings()]
    begun, places, times = counts_of(of_word, docs, int(docs[-1]) + 1)
    keys = keys_of_beginnings()
    used, counts = tallied(begun)
    order = sorted(range(len(used)), key=lambda place: keys[used[place]])
    at = ranges(offsets(counts)[order], counts[order])
    name = beginnings_of(field)
    if len(used):
        write_terms(writing, name, [keys[used[place]] for place in order])
        put_postings(writing, name, packed_postings(counts[order], places[at], times[at]))


def _write_keys(writing: Writing, field: str, values: Sequence[Iterable[str] | None]) -> None:
    numbers: dict[bytes, int] = {}
    found: list[int] = []
    docs: list[int] = []
    for doc, held in enumerate(values):
        for key in dict.fromkeys(held or ()):
            encoded = key.encode("utf-8", "replace")
            found.append(numbers.setdefault(encoded, len(numbers)))
            docs.append(doc)
    if found:
        invert(writing, field, list(numbers), np.array(found), np.array(docs), None)


def _write_stretches(
    writing: Writing, field: str, values: Sequence[Mapping[bytes, Sequence[int]] | None]
) -> None:
    numbers: dict[bytes, int] = {}
    found: list[int] = []
    counts: list[int] = []
    docs: list[int] = []
    positions: list[int] = []
    for doc, stretches in enumerate(values):
        for key, places in (stretches or {}).items():
            found.append(numbers.setdefault(key, len(numbers)))
            counts.append(len(places))
            docs.append(doc)
            positions.extend(places)
    if found:
        times = np.array(counts)
        invert(
            writing,
            field,
            list(numbers),
            np.repeat(np.array(found), times),
            np.repeat(np.array(docs), times),
            np.array(positions, np.int64),
        )


def invert(
    writing: Writing,
    field: str,
    keys: Sequence[bytes],
    numbers: Array,
    docs: Array,
    positions: Array | None,
) -> None:
    """Write occurrences, which stand in the order of the articles, in the order of the terms."""
    if not len(numbers):
        return
    present = np.zeros(len(keys), bool)
    present[numbers] = True
    used = np.flatnonzero(present).tolist()
    used.sort(key=keys.__getitem__)
    rank = np.zeros(len(keys), np.int64)
    rank[used] = np.arange(len(used))
    order = np.sort((rank[numbers] << 32) | np.arange(len(numbers)))
    terms, order = order >> 32, order & 0xFFFFFFFF
    docs = docs[order]
    fresh = np.ones(len(terms), bool)
    fresh[1:] = (terms[1:] != terms[:-1]) | (docs[1:] != docs[:-1])
    firsts = np.flatnonzero(fresh)
    times = np.diff(firsts, append=len(terms))
    counts = np.bincount(terms[firsts], minlength=len(used))
    write_terms(writing, field, [keys[number] for number in used])
    put_postings(writing, field, packed_postings(counts, docs[firsts], times))
    if positions is not None:
        occurrences = np.bincount(terms, minlength=len(used))
        put_positions(writing, field, occurrences, positions[order])
