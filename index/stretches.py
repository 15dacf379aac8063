"""Stretches of an article's words: where its sentences begin, where it quotes, and whom.

An article goes in; out come, for title and body, rising word positions under short keys, in the
very positions under which the index files the words. With them a search can ask for words of
one sentence, or inside a quotation, or in somebody's, without reading the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from corpus.article import Article, Quotation, Where
from index.analysis import SEPARATOR, starts, words

SENTENCE = b"s"  # positions of the first words
QUOTED = b"q"  # first and last word of one quotation after the other
_SAID = "by" + SEPARATOR

Marks = dict[bytes, list[int]]


def said_key(word: str) -> bytes:
    """The key of everything that somebody with this (folded) word in the name says."""
    return (_SAID + word).encode("utf-8", "replace")


def stretches(article: Article, gap: int) -> tuple[Marks, Marks]:
    """The stretches of title and body; `gap` positions lie between two pieces of the body."""
    title = _Piece(article.title or "", 0)
    body: dict[tuple[Where, int], _Piece] = {}
    at = 0
    for within, number, text in article.texts():
        if within != "title":
            body[within, number] = piece = _Piece(text, at)
            at += len(piece.starts) + gap
    return _marks({("title", 0): title}, article), _marks(body, article)


class _Piece:
    """A text with the places of its words, and the position of its first word."""

    def __init__(self, text: str, at: int) -> None:
        self.starts = starts(text)
        self.at = at

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word between two characters."""
        first, beyond = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return (self.at + first, self.at + beyond - 1) if beyond > first else None


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
