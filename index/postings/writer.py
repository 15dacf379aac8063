"""Taking articles in: every field is inverted by one sort and written as a new segment.

The texts of all articles are cut into words at once (`index.postings.cutting`), a word is the
number of its key, and from there on all work is done on whole arrays. What comes in are the
values of `schema.document`; how a field is written depends on its type in the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from index.postings.arrays import Array, distinct, offsets, ranges, rising, smallest, tallied
from index.postings.beginnings import (
    BEGUN,
    WHOLE,
    beginnings_of,
    counts_of,
    keys_of_beginnings,
)
from index.postings.columns import write_labels
from index.postings.cutting import Cut, cut
from index.postings.format import Writing
from index.postings.lexicon import write_terms
from index.postings.pairs import KNOWN, PAIRED, WORDS, keys_of_pairs, pairs_in, pairs_of
from index.postings.positions import put_positions
from index.postings.postings import packed_postings, put_postings
from index.postings.vocabulary import Vocabulary
from index.schema import GAP, Derived, Keys, Label, Stretches, Words, within
from index.stretches import SENTENCE, Part

_PLACE = 32  # bits for a position beside the number of its article
_MASK = (1 << _PLACE) - 1


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
    placed: dict[str, _Placed | None] = {}
    try:
        for name, kind in sorted(schema.items(), key=lambda pair: isinstance(pair[1], Stretches)):
            values = [document.get(name) for document in documents]
            if isinstance(kind, Words):
                placed[within(name)] = _write_words(writing, name, values, vocabulary)
            elif isinstance(kind, Stretches):
                _write_stretches(writing, name, values, placed.get(name))
            elif isinstance(kind, Keys) and not isinstance(kind, Derived):
                _write_keys(writing, name, values)
            elif isinstance(kind, Label):
                write_labels(writing, name, [value or () for value in values])
            elif not isinstance(kind, Derived):  # written with their words
                numbers = np.array([value or 0 for value in values], np.int64)
                writing.put(name, numbers.astype("<i4" if name == "day" else "<u4"))
        return writing.close({"docs": len(documents), WHOLE: True, KNOWN: len(WORDS)})
    except BaseException:
        writing.abandon()
        raise


class _Placed(NamedTuple):
    """The words of a field in all articles of a segment, and where each of its texts stands."""

    cut: Cut
    first_text: Array  # of each article; at the end the number of texts
    first_word: Array  # of each text
    begins: Array  # the position in its article at which each text begins


def _write_words(
    writing: Writing, field: str, values: Sequence[Sequence[str] | None], vocabulary: Vocabulary
) -> _Placed | None:
    texts = [text for held in values for text in held or ()]
    found = cut(texts, vocabulary)
    first_text = offsets(np.array([len(held or ()) for held in values], np.int64))
    if not len(found.numbers):
        return None
    text_doc = np.repeat(np.arange(len(values)), np.diff(first_text))
    # Positions run on through the texts of an article, with a gap between two of them.
    begins = offsets(found.counts + GAP)
    begins = begins[:-1] - begins[first_text[text_doc]]
    first_word = offsets(found.counts)[:-1]
    positions = np.arange(len(found.numbers)) + np.repeat(begins - first_word, found.counts)
    docs = np.repeat(text_doc, found.counts)
    invert(writing, field, vocabulary.keys_by_number, found.numbers, docs, positions)
    writing.put(f"{field}.lengths", smallest(np.bincount(docs, minlength=len(values))))
    if field == BEGUN:
        _write_beginnings(writing, field, vocabulary, found.numbers, docs)
    if field == PAIRED:
        text_of = np.repeat(np.arange(len(texts)), found.counts)
        firsts, pairs = pairs_in(vocabulary.frequent()[found.numbers], text_of)
        invert(writing, pairs_of(field), keys_of_pairs(), pairs, docs[firsts], None)
    return _Placed(found, first_text, first_word, begins)


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
    writing: Writing, field: str, values: Sequence[Part | None], placed: _Placed | None
) -> None:
    if placed is None:
        return
    asked = [(doc, *span) for doc, part in enumerate(values) if part for span in part.sentences]
    which, first, _ = _word_spans(placed, asked)
    begun = distinct((np.array([doc for doc, *_ in asked], np.int64)[which] << _PLACE) + first)
    keys: dict[bytes, int] = {SENTENCE: 0}
    numbers, docs, positions = [np.zeros(len(begun), np.int64)], [begun >> _PLACE], [begun & _MASK]
    for (doc, key), spans in _said(placed, values).items():
        flat = _flat(spans)
        numbers.append(np.full(len(flat), keys.setdefault(key, len(keys))))
        docs.append(np.full(len(flat), doc))
        positions.append(np.array(flat, np.int64))
    invert(writing, field, list(keys), *map(np.concatenate, (numbers, docs, positions)))


def _said(
    placed: _Placed, values: Sequence[Part | None]
) -> dict[tuple[int, bytes], list[tuple[int, int]]]:
    """The first and last words of what is quoted: of each article under each key."""
    asked = [
        (doc, key, *span)
        for doc, part in enumerate(values)
        if part
        for key, span in part.quotations
    ]
    found: dict[tuple[int, bytes], list[tuple[int, int]]] = {}
    which, first, last = _word_spans(placed, [(doc, *span) for doc, _, *span in asked])
    for one, begin, end in zip(which.tolist(), first.tolist(), last.tolist(), strict=True):
        found.setdefault(asked[one][:2], []).append((begin, end))
    return found


def _word_spans(placed: _Placed, spans: Sequence[tuple[int, ...]]) -> tuple[Array, Array, Array]:
    """Which of (article, text, first sign, end) hold words, and positions of first and last."""
    doc, text, start, end = np.array(spans, np.int64).reshape(-1, 4).T
    text = placed.first_text[doc] + text
    starts, begins = placed.cut.starts, placed.cut.begins
    most = begins[text + 1] - 1  # where the text ends
    first = np.searchsorted(starts, np.minimum(begins[text] + start, most))
    beyond = np.searchsorted(starts, np.minimum(begins[text] + end, most))
    which = np.flatnonzero(beyond > first)
    to_position = (placed.begins - placed.first_word)[text[which]]
    return which, first[which] + to_position, beyond[which] - 1 + to_position


def _flat(spans: Sequence[tuple[int, int]]) -> list[int]:
    """First and last positions one after the other; what overlaps becomes one."""
    flat: list[int] = []
    for first, last in sorted(spans):
        if flat and first <= flat[-1]:
            flat[-1] = max(flat[-1], last)
        else:
            flat += (first, last)
    return flat


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
    ranked = rank[numbers]
    order = rising(ranked)
    terms, docs = ranked[order], docs[order]
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
