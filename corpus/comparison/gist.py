"""What of one article tells which event it reports, beside its words: a few kilobytes.

In goes an article with its compared sentences, out comes a `Gist`: its day, the days and numbers
that it tells, the names inside its sentences, and what it is known by among other articles. Who
asks of thousands of pairs whether they report one event keeps this of each and no layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Article, Figure
from corpus.comparison.days_told import TELLS, Told, told
from corpus.comparison.facing import ComparedSentence
from corpus.comparison.sides import Side, sentence_of
from corpus.stories.traits import Traits, traits
from corpus.words import STOP, word_and_stem

_COUNTS = 8  # sentences, the title among them, in which a report gives the numbers of its event
_FEW = 4  # numbers up to here stand in any two reports
QUOTED_WORDS = 5  # words of a quotation that two reports do not have by chance

Number = tuple[str, str | None, float]
"""A number with its kind and unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """What one article tells of its event: the days `told` by its opening; the `numbers` of its
    text and those `at_top`; words with capitals inside its sentences, in all and in its opening;
    whether it `quotes` words enough to be known by."""

    published: str | None
    has_title: bool
    traits: Traits
    told: Told
    at_top: tuple[Number, ...]
    numbers: frozenset[Number]
    capitals: frozenset[str]
    capitals_at_top: frozenset[str]
    quotes: bool


def gist_of(side: Side) -> Gist:
    """The gist of an article that is laid out, read once."""
    found: Gist | None = side.read.get("gist")
    if found is None:
        found = side.read["gist"] = gist(side.article, side.sentences, side.surfaces)
    return found


def gist(
    article: Article,
    sentences: Sequence[ComparedSentence],
    surfaces: Sequence[list[str]],
    known: Traits | None = None,
) -> Gist:
    """The gist of an article, of its compared sentences and their words as written; `known` is
    what it is known by among others, where that is at hand."""
    at_top, numbers = _numbers(article.figures, sentences[:_COUNTS])
    opening = _with_capitals(sentences[:TELLS], surfaces[:TELLS])
    return Gist(
        published=article.published,
        has_title=bool(sentences) and sentences[0].role == "title",
        traits=known or traits(article),
        told=told(article, sentences),
        at_top=tuple(at_top),
        numbers=frozenset(numbers),
        capitals=opening | _with_capitals(sentences[TELLS:], surfaces[TELLS:]),
        capitals_at_top=opening,
        quotes=sum(words_in(one.text) for one in article.quotations) >= QUOTED_WORDS,
    )


def words_in(text: str) -> int:
    """How many words a quotation has."""
    return text.count(" ") + 1


def _numbers(
    figures: Iterable[Figure], top: Sequence[ComparedSentence]
) -> tuple[list[Number], set[Number]]:
    """The numbers that the opening gives, and those of all the text."""
    opening: list[Number] = []
    found: set[Number] = set()
    for figure in figures:
        value = figure.value
        if value is None or abs(value) <= _FEW or figure.kind in ("date", "ordinal"):
            continue
        number = (figure.kind, figure.unit, value)
        found.add(number)
        if sentence_of(figure, top) is not None:
            opening.append(number)
    return opening, found


def _with_capitals(
    sentences: Sequence[ComparedSentence], surfaces: Sequence[list[str]]
) -> frozenset[str]:
    """The words with a capital inside sentences, folded."""
    found: set[str] = set()
    for sentence, words in zip(sentences, surfaces, strict=True):
        if sentence.role != "title":  # headlines capitalise every word
            found.update(words[1:])
    return frozenset(filter(None, map(_capital, found)))


@lru_cache(maxsize=50_000)
def _capital(surface: str) -> str | None:
    """The folded form of a word that is written with a capital, as names are."""
    if not surface[0].isupper():
        return None
    word, _ = word_and_stem(surface)
    return word if len(word) > 2 and word not in STOP else None
