"""The sentences behind a count: where in an article a word, a voice or a name stands.

In go an article with its names and what is sought, out come `Passage`s in reading order: the
sentence with the places in it. What is found is what was counted, by the same rules: a word
in a standing line is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.article import Article, Names, Where
from corpus.comparison.families import MEMBERS, uses
from corpus.coverage.gathering import form_of, is_running, is_said, voice_key
from corpus.coverage.words import CAPITALS, STATES, line_of
from corpus.denials import is_denied
from corpus.text import fold


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought: a word, a family's noun, a verb of saying, a voice, a name, its form.

    `what` is the word, the folded verb, the key of the voice (empty: quotations for which nobody
    was found) or of the name; `form` the form of a name, `also` further keys of the voice.
    """

    kind: Literal["word", "noun", "verb", "voice", "name"]
    what: str
    form: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article (its number there), and the places in it that were sought."""

    sentence: int
    text: str
    spans: tuple[tuple[int, int], ...]


def passages(
    article: Article,
    names: Names | None,
    sought: Sought,
    standing: frozenset[int] = frozenset(),
) -> tuple[Passage, ...]:
    """The sentences in which it stands, each once, in reading order.

    `standing` are the lines of a `Telling` in which no word counts.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    of_text: defaultdict[tuple[Where, int], list[int]] = defaultdict(list)
    for number, sentence in enumerate(article.sentences):
        of_text[sentence.within, sentence.paragraph].append(number)
    for within, paragraph, start, end in _places(article, names, sought):
        numbers = of_text[within, paragraph]
        at = bisect_right(numbers, start, key=lambda n: article.sentences[n].start) - 1
        holding = article.sentences[numbers[at]] if at >= 0 else None
        if holding is not None and start < holding.end:
            span = start - holding.start, min(end, holding.end) - holding.start
            found.setdefault(numbers[at], []).append(span)
    told = {number: article.sentence_text(article.sentences[number]) for number in sorted(found)}
    if sought.kind in ("word", "noun"):
        told = {
            n: text for n, text in told.items() if line_of(article.outlet, text) not in standing
        }
    return tuple(
        Passage(number, text, tuple(sorted(found[number]))) for number, text in told.items()
    )


Place = tuple[Where, int, int, int]


def _places(article: Article, names: Names | None, sought: Sought) -> Iterator[Place]:
    if sought.kind == "word":
        return _words(article, {sought.what})
    if sought.kind == "noun":
        return _nouns(article, sought.what)
    if sought.kind == "name":
        return _mentions(article, names, sought)
    return _quotations(article, names, sought)


def _nouns(article: Article, noun: str) -> Iterator[Place]:
    forms = [form for form, (_, word) in MEMBERS.items() if word == noun]
    for one in article.sentences:
        if is_running(article, one.within, one.paragraph):
            text = article.sentence_text(one)
            for _, start, end in uses(text, forms, one.within == "title"):
                yield one.within, one.paragraph, one.start + start, one.start + end


def _words(article: Article, words: set[str]) -> Iterator[Place]:
    """As `words_of` counts them: "fire" is no word of "cease-fire"."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    either = either.replace("US", f"US|{STATES}") if words == {"US"} else either
    pattern = re.compile(
        rf"(?<![^\W\d_])(?<![^\W\d_]['-])(?:{either})(?!['-](?!s\b)[^\W\d_])(?![^\W\d_])",
        0 if words <= {*CAPITALS} else re.IGNORECASE,
    )
    for within, paragraph, text in article.texts():
        if not is_running(article, within, paragraph):
            continue
        for match in pattern.finditer(text.replace("’", "'")):
            yield within, paragraph, *match.span()


def _mentions(article: Article, names: Names | None, sought: Sought) -> Iterator[Place]:
    for entity in names.entities if names is not None else ():
        if entity.key != sought.what:
            continue
        for one in entity.mentions:
            text = article.text_of(one.within, one.paragraph)
            form = form_of(text, one.start, one.end)
            if sought.form is None or fold(form) == fold(sought.form):
                yield one.within, one.paragraph, one.start, one.end


def _quotations(article: Article, names: Names | None, sought: Sought) -> Iterator[Place]:
    speakers = dict(names.speakers) if names is not None else {}
    for number, one in enumerate(article.quotations):
        if not is_said(article, one):
            continue
        verb = sought.kind == "verb" and fold(one.cue or "") == sought.what
        key = voice_key(article, one, speakers.get(number))
        voice = sought.kind == "voice" and (key == sought.what or key in sought.also)
        voice = voice and not is_denied(article, one)
        if verb or voice:
            yield one.within, one.paragraph, one.start, one.end
