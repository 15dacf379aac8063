"""Keyword in context: every place where a query's words stand, each with what is around it.

Articles and a query go in, one `Hit` a place comes out, whose snippet is the place with its
surroundings and one span. In the order of the articles, or by the words that follow or precede,
so that the usage of a word can be read across outlets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from corpus.article import Article, Where
from corpus.text import plain
from index.analysis import folded_words
from index.answers import Snippet
from index.marking import spans
from index.query.tree import Node
from index.results import Hit
from index.satisfying import marking

ContextOrder = Literal["found", "following", "preceding"]
AROUND = 120  # characters on either side, before they are cut at words
MOST = 2_000  # places that are enough at once


def contexts(hits: Sequence[tuple[Hit, Article | None]], query: Node) -> tuple[list[Hit], int]:
    """The places in these articles, and in how many of them, from the first on, they are.

    An article is looked through whole; after `MOST` places no other one is. A title counts as a
    text of its own.
    """
    of_title, of_body = marking(query, "title"), marking(query, "body")
    found: list[Hit] = []
    for number, (hit, article) in enumerate(hits, 1):
        for within, paragraph, text in article.texts() if article is not None else ():
            shown = plain(" ".join(text.split()))
            for start, end in spans(shown, *(of_title if within == "title" else of_body)):
                at = start if len(text) == len(shown) else _inked(text, _ink(shown[:start]))
                place = within, paragraph, at
                sentence = _sentence(article, *place) if article is not None else None
                around = _around(shown, start, end)
                found.append(replace(hit, snippet=around, sentence=sentence))
        if len(found) >= MOST:
            return found, number
    return found, len(hits)


def in_order(places: Iterable[Hit], order: ContextOrder) -> list[Hit]:
    """Places as they were found, or by the words that follow or precede them."""
    if order == "following":
        return sorted(places, key=lambda one: _words_after(one.snippet))
    if order == "preceding":
        return sorted(places, key=lambda one: _words_before(one.snippet))
    return list(places)


def _ink(text: str) -> int:
    """How many characters of a text are no blanks."""
    return len(text) - sum(map(str.isspace, text))


def _inked(text: str, count: int) -> int:
    """The place in a text before which so many characters are no blanks."""
    return next(islice((n for n, sign in enumerate(text) if not sign.isspace()), count, None), 0)


def _sentence(article: Article, within: Where, paragraph: int, at: int) -> int | None:
    """The number of the sentence that stands at a place."""
    for number, one in enumerate(article.sentences):
        if (one.within, one.paragraph) == (within, paragraph) and one.start <= at < one.end:
            return number
    return None


def _around(text: str, start: int, end: int) -> Snippet:
    """A place with what stands around it, cut at words."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return Snippet(text[first:last], ((start - first, end - first),))


def _words_after(snippet: Snippet | None) -> list[str]:
    """The words that follow; the hit itself and what precedes only where these are the same."""
    if snippet is None:
        return []
    before, hit, after = _cut(snippet)
    return [*after, "", *hit, *reversed(before)]


def _words_before(snippet: Snippet | None) -> list[str]:
    """The words before, the nearest first, then the hit itself and what follows."""
    if snippet is None:
        return []
    before, hit, after = _cut(snippet)
    return [*reversed(before), "", *hit, *after]


def _cut(snippet: Snippet) -> tuple[list[str], list[str], list[str]]:
    start, end = snippet.spans[0]
    text = snippet.text
    return folded_words(text[:start]), folded_words(text[start:end]), folded_words(text[end:])


def parts_of(hits: Iterable[Hit]) -> Iterable[tuple[Hit, str, str, str]]:
    """Each place as what precedes, the hit, what follows."""
    for hit in hits:
        if hit.snippet is not None:
            (start, end), text = hit.snippet.spans[0], hit.snippet.text
            yield hit, text[:start], text[start:end], text[end:]
