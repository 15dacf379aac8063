"""Stretches of an article's text: where its sentences stand, where it quotes, and whom.

An article goes in; out come, for title and body, the texts of which they are made, and
stretches of them under short keys. The index keeps these as word positions, the very positions
of the words (`index.postings.writer`). With them a search can ask for words of one sentence, or
inside a quotation, or in somebody's, without reading the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from index.analysis import SEPARATOR, folded_words

if TYPE_CHECKING:
    from corpus.article import Article, Quotation

SENTENCE = b"s"  # kept: positions of the first words
QUOTED = b"q"  # kept: first and last word of one quotation after the other
_SAID = "by" + SEPARATOR

Span = tuple[int, int, int]
"""Which of the texts, and from which of its characters to before which."""


def said_key(word: str) -> bytes:
    """The key of everything that somebody with this (folded) word in the name says."""
    return (_SAID + word).encode("utf-8", "replace")


class Part(NamedTuple):
    """A text field of an article: its texts in order, its sentences, and keys of quotations."""

    texts: list[str]
    sentences: list[Span]
    quotations: list[tuple[bytes, Span]]


def parts(article: Article) -> tuple[Part, Part]:
    """Title and body."""
    title, body = Part([], [], []), Part([], [], [])
    places: dict[tuple[str, int], tuple[Part, int]] = {}
    for within, number, text in article.texts():
        part = title if within == "title" else body
        places[within, number] = part, len(part.texts)
        part.texts.append(text)
    for one in article.sentences:
        if place := places.get((one.within, one.paragraph)):
            place[0].sentences.append((place[1], one.start, one.end))
    for quotation in article.quotations:
        if place := places.get((quotation.within, quotation.paragraph)):
            span = place[1], quotation.start, quotation.end
            place[0].quotations.extend((key, span) for key in _keys(quotation))
    return title, body


def _keys(quotation: Quotation) -> Iterable[bytes]:
    if quotation.kind != "indirect":
        yield QUOTED
    if quotation.speaker:
        for word in set(folded_words(quotation.speaker)):
            yield said_key(word)
