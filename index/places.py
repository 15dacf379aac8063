"""Places in an article that people decided about: written down, and found again in a later reading.

A place is named by its text, paragraph, first character and words: "body:3:120:fourteen". Words
recur, so those that stand elsewhere are the same only where it is plain that they moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from corpus.article import Article, Where

LONGEST = 400  # characters of words in a name or a figure
_BRIEF = 60  # characters
_PLACE = re.compile(r"(title|standfirst|body):([0-9]{1,9}):([0-9]{1,9}):(.+)", re.S)


class Found(Protocol):
    """A mention, figure or quotation."""

    @property
    def within(self) -> Where: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...


class Place(NamedTuple):
    """Words at a place of an article, `start` in characters of that text."""

    within: str
    paragraph: int
    start: int
    words: str


class Span(NamedTuple):
    """A stretch of one of an article's texts, in characters."""

    within: Where
    paragraph: int
    start: int
    end: int


def target_of(found: Found) -> str:
    """What a judgement calls a place: "body:3:120:fourteen"."""
    return f"{found.within}:{found.paragraph}:{found.start}:{found.text}"


def parsed(target: str | None) -> Place | None:
    """The place that a judgement names; None where it names none."""
    match = _PLACE.fullmatch(target or "")
    return Place(match[1], int(match[2]), int(match[3]), match[4]) if match else None


def brief(text: str | None) -> str:
    """What was given, short enough to stand in a sentence."""
    return repr(text) if len(text or "") <= _BRIEF else f"{(text or '')[:_BRIEF]!r}…"


def again(found: Sequence[tuple[str, int, int]], there: Place) -> int | None:
    """Which of several places of the same words (text, paragraph, start) is the one meant.

    That very one; else one that stands as far into another paragraph, as when lines above came or
    went; else the nearest of the same paragraph; else the only one there is. None: it is gone.
    """
    ranked = []
    for number, (within, paragraph, start) in enumerate(found):
        apart = abs(paragraph - there.paragraph), abs(start - there.start)
        if within == there.within and 0 in apart:
            ranked.append((apart != (0, 0), apart[1] != 0, sum(apart), number))
        elif len(found) == 1:
            ranked.append((True, True, 0, number))
    return min(ranked)[-1] if ranked else None


def standing(article: Article, words: str) -> list[Span]:
    """Where these very words stand in an article, as words of their own, in reading order."""
    sought = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [
        Span(within, paragraph, match.start(), match.end())
        for within, paragraph, text in article.texts()
        if words in text
        for match in sought.finditer(text)
    ]


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of an article have a character in common."""
    return one[:2] == other[:2] and one.start < other.end and other.start < one.end
