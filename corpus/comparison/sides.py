"""The two sides of a comparison: which sentences take part, with their words and weights.

In goes an Article, out comes a `Side`: its compared sentences in reading order, the content
stems of each, and which stand in quotation marks. Short subheads and pull quotes stay out: the
first say nothing by themselves, the second repeat the body.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.article import Article
from corpus.cleaning.marks import credit_line
from corpus.cleaning.pictures import ends_in_credit
from corpus.comparison.facing import ComparedSentence
from corpus.words import Token, content_stem, tokens, word_and_stem, written

_CREDIT = 9  # words of a credit; longer lines go on to say what is seen
_AGENCY = 2  # words of a "sentence" of the body that is a credit: "Reuters", "AFP photo"
_SMALL = 2  # words of a credit in brackets that begin with a small letter: "via AP", "file photo"
_NAME_IN_BRACKETS = re.compile(
    r"\((?:[A-Z][\w’'.-]*|of|the|and|for|at|de|via)(?:\s(?:[A-Z][\w’'-]*|[A-Z]\.|of|the|and|for|at|de|via))+\)"
)  # "(University of Oklahoma)"
_MARKED = re.compile(
    r"^(?:photo|picture|image|photograph|credit)s?(?:\sby\s|:)|\w\s?[/|]\s?\w", re.I
)
_TELLS = 9  # words from which a subhead tells something: of 5,479 a quarter
_WHO_SPEAKS = re.compile(r"[A-Z][A-Z .'’-]{2,40}, (?:HOST|BYLINE):")  # in a transcript, alone
_WHO = 60  # characters of a sentence that tells only who speaks
_ONLY_WHO = re.compile(
    r"(?:(?:The\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}|The\s[a-z]+)\s"
    r"(?:(?:also|later|then)\s)?(?:said|says|adds|added|wrote|writes|tweeted|asked|asks|replied|reported|"
    r"explained|explains|continued|told\s(?:[A-Z]\w+|me|reporters|them|him|her))[.,:]?"
)  # what is left of a quotation that ended before it: "Varga said."
LONGEST = 2_000  # beyond this a "sentence" is a line of a list; the rest is left out


class _Tokens:
    """The words of each sentence with their places, read when they are asked for."""

    __slots__ = ("_read", "_texts")

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._read: list[tuple[Token, ...] | None] = [None] * len(texts)

    def __getitem__(self, number: int) -> tuple[Token, ...]:
        found = self._read[number]
        if found is None:
            found = self._read[number] = tuple(tokens(self._texts[number]))
        return found


@dataclass(frozen=True, slots=True)
class Side:
    """One article laid out for comparison. All rows run parallel to `sentences`.

    Word for word, in order: `surfaces` as written, `forms` folded, `roots` stems, and `tokens`
    with their places in the sentence.
    """

    article: Article
    sentences: tuple[ComparedSentence, ...]
    surfaces: tuple[list[str], ...]
    forms: tuple[tuple[str, ...], ...]
    roots: tuple[tuple[str, ...], ...]
    tokens: _Tokens
    words: tuple[frozenset[str], ...]  # the forms of a sentence
    stems: tuple[frozenset[str], ...]  # the roots of those that carry what it says
    places: dict[tuple[str, int], tuple[ComparedSentence, ...]]  # by text and paragraph
    # What was read out of it once, by its name: a ledger asks for it with every other article.
    read: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def first(self, count: int) -> Side:
        """The side with its first sentences only."""
        kept = self.sentences[:count]
        return replace(
            self,
            sentences=kept,
            surfaces=self.surfaces[:count],
            forms=self.forms[:count],
            roots=self.roots[:count],
            tokens=_Tokens([s.text for s in kept]),
            words=self.words[:count],
            stems=self.stems[:count],
            places={
                place: tuple(s for s in found if s.i < count)
                for place, found in self.places.items()
            },
            read={},
        )

    def sentence_at(self, within: str, paragraph: int, position: int) -> int | None:
        """Number of the compared sentence that holds a position, or None."""
        for s in self.places.get((within, paragraph), ()):
            if s.start <= position < s.end:
                return s.i
        return None

    def sentences_in(self, within: str, paragraph: int, start: int, end: int) -> tuple[int, ...]:
        """Numbers of the compared sentences that a span touches."""
        here = self.places.get((within, paragraph), ())
        return tuple(s.i for s in here if s.start < end and start < s.end)


def side(article: Article) -> Side:
    """Lay an article out: title, standfirst, then body and captions, sentence by sentence."""
    sentences: list[ComparedSentence] = []
    surfaces: list[list[str]] = []
    places: dict[tuple[str, int], list[ComparedSentence]] = {}
    for sentence in article.sentences:
        if sentence.within == "body":
            role = article.paragraphs[sentence.paragraph].role
            if role == "subhead":
                role = "body"  # where it is a sentence: "Before the vote, the mayor said in a film"
                told = article.sentence_text(sentence)
                if len(told.split()) < _TELLS or not (told[0].isalnum() or told[0] in "“\"'‘"):
                    continue
            if role == "pullquote":
                continue
        text = article.sentence_text(sentence)
        found = written(text)
        if sentence.within == "body" and _is_credit(text, len(found), caption=role == "caption"):
            continue
        if text[-1:] == ":" and _WHO_SPEAKS.fullmatch(text) is not None:
            continue
        if not found or len(sentences) >= LONGEST:
            continue
        compared = ComparedSentence(
            i=len(sentences),
            within=sentence.within,
            paragraph=sentence.paragraph,
            start=sentence.start,
            end=sentence.end,
            text=text,
            role=role if sentence.within == "body" else sentence.within,
        )
        sentences.append(compared)
        surfaces.append(found)
        places.setdefault((sentence.within, sentence.paragraph), []).append(compared)
    read = [tuple(zip(*map(word_and_stem, row), strict=True)) for row in surfaces]
    forms = tuple(words for words, _ in read)
    return Side(
        article=article,
        sentences=tuple(sentences),
        surfaces=tuple(surfaces),
        forms=forms,
        roots=tuple(stems for _, stems in read),
        tokens=_Tokens([s.text for s in sentences]),
        words=tuple(map(frozenset, forms)),
        stems=tuple(
            frozenset()
            if tells_only_who(s.text)
            else frozenset(filter(None, map(content_stem, row)))
            for s, row in zip(sentences, surfaces, strict=True)
        ),
        places={place: tuple(found) for place, found in places.items()},
    )


def tells_only_who(text: str) -> bool:
    """Whether a sentence tells nothing but who says what stands beside it: "Varga said." """
    return len(text) <= _WHO and _ONLY_WHO.fullmatch(text) is not None


def _is_credit(text: str, words: int, *, caption: bool) -> bool:
    """Whether a sentence says whose picture or text it is: "(Photo: Ines Varga, AP)". In the body
    it does so in brackets, in a word or two, or with a label or a stroke: "Ines Varga / AP"."""
    if words > _CREDIT:
        return False
    if words > 1 and _NAME_IN_BRACKETS.fullmatch(text):
        return True
    bracketed = text[:1] == "("
    if bracketed and sum(word[0].islower() for word in text[1:].split()) <= _SMALL:
        return ends_in_credit(text) is not None
    marked = caption or words <= _AGENCY or _MARKED.search(text) is not None
    bare = text.strip("().") if marked else ""
    return bool(bare) and credit_line(bare, words) is not None


def weights(left: Side, right: Side, wanted: Iterable[str] | None = None) -> dict[str, float]:
    """Weight of each stem (or those `wanted`): ln(1 + N/sf) / ln(1 + N), over the sentences of
    these two only.

    N is the number of sentences, sf the number that hold the stem. Frequencies of a whole
    archive were measured and are worse: what tells sentences of one event apart is what is
    rare within the event.
    """
    ours, theirs = _holding(left), _holding(right)
    total = len(left.stems) + len(right.stems)
    scale = math.log(1 + total) or 1.0
    known = {**ours, **theirs} if wanted is None else wanted
    return {
        stem: math.log(1 + total / (ours.get(stem, 0) + theirs.get(stem, 0))) / scale
        for stem in known
    }


def _holding(side: Side) -> Counter[str]:
    """How many sentences of a side hold each stem."""
    if "holding" not in side.read:
        counts: Counter[str] = Counter()
        for stems in side.stems:
            counts.update(stems)
        side.read["holding"] = counts
    found: Counter[str] = side.read["holding"]
    return found
