"""Stretches of an article's words: where its sentences begin, where it quotes, and whom.

An article goes in; out come, for title and body, the words as the index files them, and rising
word positions under short keys, in the very positions of those words. With them a search can
ask for words of one sentence, or inside a quotation, or in somebody's, without reading the
article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.article import Article, Quotation, Where
from index.analysis import SEPARATOR, raw_words, words

SENTENCE = b"s"  # positions of the first words
QUOTED = b"q"  # first and last word of one quotation after the other
_SAID = "by" + SEPARATOR

Marks = dict[bytes, list[int]]


def said_key(word: str) -> bytes:
    """The key of everything that somebody with this (folded) word in the name says."""
    return (_SAID + word).encode("utf-8", "replace")


class Cut(NamedTuple):
    """A text field of an article: the words of each of its pieces, and the stretches of them."""

    words: list[list[str]]
    marks: Marks


def stretches(article: Article, gap: int) -> tuple[Cut, Cut]:
    """Title and body; `gap` positions lie between two pieces of the body."""
    begins: dict[tuple[Where, int], list[int]] = {}
    for one in article.sentences:
        begins.setdefault((one.within, one.paragraph), []).append(one.start)
    title = _Piece(article.title or "", begins.get(("title", 0), ()), 0)
    body: dict[tuple[Where, int], _Piece] = {}
    at = 0
    for within, number, text in article.texts():
        if within != "title":
            body[within, number] = piece = _Piece(text, begins.get((within, number), ()), at)
            at += len(piece.words) + gap
    return (
        Cut([title.words], _marks({("title", 0): title}, article)),
        Cut([piece.words for piece in body.values()], _marks(body, article)),
    )


class _Piece:
    """A text cut into words sentence by sentence, and the position of its first word."""

    def __init__(self, text: str, sentences: Sequence[int], at: int) -> None:
        self.text, self.at = text, at
        # Between blanks a word ends whatever follows, so there the text may be cut.
        blanks = {
            start for start in sentences if 0 < start < len(text) and text[start - 1] in " \n"
        }
        self.begins = [0, *sorted(blanks)]
        self.before: list[int] = []  # words before each part
        self.words: list[str] = []
        for start, end in pairwise([*self.begins, len(text)]):
            self.before.append(len(self.words))
            self.words.extend(raw_words(text[start:end]))

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word between two characters."""
        first, beyond = self._before(start), self._before(end)
        return (self.at + first, self.at + beyond - 1) if beyond > first else None

    def _before(self, place: int) -> int:
        """How many words begin before a character."""
        if place >= len(self.text):
            return len(self.words)
        part = bisect_right(self.begins, place) - 1
        return self.before[part] + len(raw_words(self.text[self.begins[part] : place]))


def _marks(pieces: dict[tuple[Where, int], _Piece], article: Article) -> Marks:
    marks: Marks = {}
    sentences = {
        span[0]
        for one in article.sentences
        if (piece := pieces.get((one.within, one.paragraph)))
        and (span := piece.span(one.start, one.end))
    }
    if sentences:
        marks[SENTENCE] = sorted(sentences)
    said: dict[bytes, list[tuple[int, int]]] = {}
    for quotation in article.quotations:
        piece = pieces.get((quotation.within, quotation.paragraph))
        span = piece.span(quotation.start, quotation.end) if piece else None
        if span is not None:
            for key in _keys(quotation):
                said.setdefault(key, []).append(span)
    marks.update((key, _flat(spans)) for key, spans in said.items())
    return marks


def _keys(quotation: Quotation) -> Iterable[bytes]:
    if quotation.kind != "indirect":
        yield QUOTED
    if quotation.speaker:
        for word in {form.folded for form in words(quotation.speaker)}:
            yield said_key(word)


def _flat(spans: Sequence[tuple[int, int]]) -> list[int]:
    """First and last positions one after the other; what overlaps becomes one."""
    flat: list[int] = []
    for first, last in sorted(spans):
        if flat and first <= flat[-1]:
            flat[-1] = max(flat[-1], last)
        else:
            flat += (first, last)
    return flat
