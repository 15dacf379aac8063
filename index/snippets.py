"""Where a query's words stand in a text, and the passage of an article that shows them best.

Both go by the rows of `query.rows`, the very shapes the search went by: a word marks all its
forms, a phrase only its words in a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.text import plain
from index.analysis import Form, Token, tokens
from index.query.rows import Row
from index.results import Snippet

LENGTH = 240  # characters of a passage
_LEAD = 40  # characters before the first hit, at most
_NEW = 8.0  # what a part of the query not yet seen in the passage counts


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    row: int


def spans(text: str, rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Where the rows stand in a text, in order, none within another."""
    merged: list[tuple[int, int]] = []
    for place in _places(tokens(text), rows):
        if merged and place.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], place.end)
        else:
            merged.append((place.start, place.end))
    return merged


def snippet(article: Article, rows: Sequence[Row]) -> Snippet | None:
    """The passage with the most of the query in it; the first one where there is none."""
    best: tuple[float, str, int] | None = None
    first: str | None = None
    for text in _texts(article):
        first = first or text
        places = _places(tokens(text), rows) if rows else []
        for number, place in enumerate(places):
            worth = _worth(places, number)
            if best is None or worth > best[0]:
                best = worth, text, place.start
    if best is not None:
        return _cut(best[1], best[2], rows)
    return _cut(first, 0, rows) if first else None


def _texts(article: Article) -> Iterator[str]:
    for within, _, text in article.texts():
        if within != "title" and text.strip():
            yield plain(" ".join(text.split()))


def _worth(places: list[_Place], number: int) -> float:
    """How much of the query stands in the passage that begins at a place."""
    start, seen, worth = places[number].start, set(), 0.0
    for place in places[number:]:
        if place.end > start + LENGTH - _LEAD:
            break
        worth += 1.0 if place.row in seen else _NEW
        seen.add(place.row)
    return worth


def _cut(text: str, hit: int, rows: Sequence[Row]) -> Snippet:
    words = tokens(text)
    start, end = _bounds(text, hit, words)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    passage = text[start:end]
    shift = len(before)
    marked = tuple((a + shift, b + shift) for a, b in spans(passage, rows)) if rows else ()
    return Snippet(before + passage + after, marked)


def _bounds(text: str, hit: int, words: list[Token]) -> tuple[int, int]:
    if len(text) <= LENGTH:
        return 0, len(text)
    starts = [word.start for word in words]
    # A passage opens at a sentence's beginning if one is near, else at a word.
    opening = max(text.rfind(mark, 0, hit) for mark in (". ", "! ", "? ", ".” ", '." '))
    if opening >= 0 and hit - opening <= LENGTH // 2:
        opening = text.index(" ", opening) + 1
    else:
        opening = max(0, hit - _LEAD)
        at = bisect_left(starts, opening)
        opening = min(starts[at] if at < len(starts) else hit, hit)
    opening = 0 if opening <= _LEAD else opening
    ending = opening + LENGTH
    if ending >= len(text):
        return opening, len(text)
    fitting = [word.end for word in words if opening < word.end <= ending]
    ending = fitting[-1] if fitting else ending
    while ending < len(text) and text[ending] in ".,;:!?)”’\"'" and ending < opening + LENGTH + 3:
        ending += 1
    return opening, ending


def _places(words: list[Token], rows: Sequence[Row]) -> list[_Place]:
    forms = [Form(*word[2:]) for word in words]
    found = []
    for number, row in enumerate(rows):
        first, rest = row[0], row[1:]
        for at, form in enumerate(forms):
            if first.fits(form) and _follow(rest, forms, at + 1):
                found.append(_Place(words[at].start, words[at + len(rest)].end, number))
    found.sort(key=lambda place: (place.start, -place.end))
    return found


def _follow(rest: Row, forms: list[Form], at: int) -> bool:
    if at + len(rest) > len(forms):
        return False
    return all(shape.fits(form) for shape, form in zip(rest, forms[at:], strict=False))
