"""Many texts cut into words at once, as `index.analysis` cuts each of them.

Nearly all words of a text are runs of plain letters and digits, some with an apostrophe inside;
these are found on whole arrays of signs, sixteen letters looked up as two numbers. A stretch
between two blanks in which other letters stand, or a full stop or comma between letters or
digits (U.S., 3.5, 250,000), is cut by the rules of `index.analysis`, once for each spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from index.analysis import APOSTROPHES, inside_words
from index.postings.arrays import Array, distinct, offsets, ranges
from index.postings.vocabulary import LETTERS, Vocabulary

_SIGNS = 1 << 16  # what lies beyond is taken for a letter that is not plain
_NOTHING, _APOSTROPHE, _DIGIT, _OTHER = 0, ord("'"), ord("0"), 0xFF
_POINT, _POINTS = ord(","), 0xFD  # a comma, and with this bit left out a full stop too


class Cut(NamedTuple):
    """The words of several texts, one text after the other."""

    numbers: Array  # of each word in the vocabulary
    starts: Array  # the sign each begins at, counted through all texts
    counts: Array  # how many words each text has
    begins: Array  # the sign each text begins at, and where one after the last would


def cut(texts: Sequence[str], vocabulary: Vocabulary) -> Cut:
    """The words of some texts; nothing of a text that is not seen becomes a word."""
    joined = "\n".join(("", *texts, "")).replace("_", " ")
    signs = _signs(joined)
    odd_starts, odd_numbers = _odd(joined, signs, vocabulary)
    starts, numbers = _plain(joined, signs, vocabulary)
    if len(odd_starts):
        starts = np.concatenate([starts, odd_starts])
        order = np.argsort(starts, kind="stable")  # two rising rows: they are only merged
        starts, numbers = starts[order], np.concatenate([numbers, odd_numbers])[order]
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    begins = 1 + offsets(lengths + 1)
    counts = np.diff(np.searchsorted(starts, begins))
    return Cut(numbers, starts, counts, begins)


def _signs(joined: str) -> Array:
    """A byte for every sign: plain ones as they are, 0 for what ends a word; 0 behind the last."""
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds = _kinds()
    signs = np.zeros((len(codes) // 8 + 3) * 8, np.uint8)
    kinds.take(codes, mode="clip", out=signs[: len(codes)])
    return signs


@cache
def _kinds() -> Array:
    found = np.zeros(_SIGNS, np.uint8)
    for start, end in inside_words("".join(map(chr, range(_SIGNS)))):
        found[start:end] = _OTHER
    found[-1] = _OTHER  # also stands for all beyond
    plain = np.flatnonzero(found[:128])
    found[plain] = plain
    for sign in ".,'":
        found[ord(sign)] = ord(sign)
    for sign in APOSTROPHES:
        if not sign.isalpha():  # a letter apostrophe belongs to its word
            found[ord(sign)] = _APOSTROPHE
    return found


def _odd(joined: str, signs: Array, vocabulary: Vocabulary) -> tuple[Array, Array]:
    """(starts, numbers) of the words in stretches that are not plain, which are then blanked."""
    letters = signs >= _DIGIT
    points = (signs[1:-1] & _POINTS) == _POINT
    points &= letters[:-2]
    points &= letters[2:]
    places = np.concatenate([np.flatnonzero(points) + 1, np.flatnonzero(signs == _OTHER)])
    if not len(places):
        return places, places
    blanks = np.flatnonzero(signs == _NOTHING)
    after = distinct(np.searchsorted(blanks, np.sort(places)))
    left, right = blanks[after - 1] + 1, blanks[after]
    starts: list[int] = []
    numbers: list[int] = []
    for begin, end in zip(left.tolist(), right.tolist(), strict=True):
        for start, number in vocabulary.pieces(joined[begin:end]):
            starts.append(begin + start)
            numbers.append(number)
    signs[ranges(left, right - left)] = _NOTHING
    return np.array(starts, np.int64), np.array(numbers, np.int64)


def _plain(joined: str, signs: Array, vocabulary: Vocabulary) -> tuple[Array, Array]:
    """(starts, numbers) of all words of plain letters, with apostrophes between them or not."""
    inside = signs >= _DIGIT
    between = signs[1:-1] == _APOSTROPHE
    between &= inside[:-2]
    between &= inside[2:]
    inside[1:-1] |= between
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    lengths = ends - starts
    low, high = _letters(signs, starts, lengths)

    def word(number: int) -> str:
        return joined[starts[number] : ends[number]]

    numbers = np.empty(len(starts), np.int64)
    long = np.flatnonzero(lengths > LETTERS)
    if not len(long):
        return starts, vocabulary.of_letters(low, high, word)
    short = np.flatnonzero(lengths <= LETTERS)
    numbers[long] = [vocabulary[word(number)] for number in long.tolist()]
    numbers[short] = vocabulary.of_letters(
        low[short], high[short], lambda number: word(int(short[number]))
    )
    return starts, numbers


def _letters(signs: Array, starts: Array, lengths: Array) -> tuple[Array, Array]:
    """The first and the next eight bytes of every word, 0 behind its end."""
    eights = signs.view("<u8")
    place = starts >> 3
    right = ((starts & 7) << 3).astype(np.uint64)
    left = np.uint64(63) - right
    first, second, third = (eights.take(place + number, mode="clip") for number in range(3))
    low = first >> right
    low |= (second << np.uint64(1)) << left
    high = second >> right
    high |= (third << np.uint64(1)) << left
    masks = _masks()
    low &= masks.take(lengths, mode="clip")
    high &= masks.take(np.maximum(lengths - 8, 0), mode="clip")
    return low, high


@cache
def _masks() -> Array:
    return np.array([(1 << 8 * count) - 1 for count in range(9)], np.uint64)
