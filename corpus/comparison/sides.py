"""The two sides of a comparison: which sentences take part, with their words and weights.

In goes an Article, out comes a `Side`: its compared sentences in reading order, the content
stems of each, and which stand in quotation marks. Subheads and pull quotes stay out: the
first say nothing by themselves, the second repeat the body.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from corpus.article import Article
from corpus.comparison.result import ComparedSentence
from corpus.words import Token, content, tokens

_MAX_SENTENCES = 2_000  # beyond this a "sentence" is a line of a list; the rest is left out


@dataclass(frozen=True, slots=True)
class Side:
    """One article laid out for comparison. All tuples run parallel to `sentences`."""

    article: Article
    sentences: tuple[ComparedSentence, ...]
    tokens: tuple[tuple[Token, ...], ...]
    stems: tuple[frozenset[str], ...]

    def sentence_at(self, within: str, paragraph: int, position: int) -> int | None:
        """Number of the compared sentence that holds a position, or None."""
        for s in self.sentences:
            if (s.within, s.paragraph) == (within, paragraph) and s.start <= position < s.end:
                return s.i
        return None

    def sentences_in(self, within: str, paragraph: int, start: int, end: int) -> tuple[int, ...]:
        """Numbers of the compared sentences that a span touches."""
        return tuple(
            s.i
            for s in self.sentences
            if (s.within, s.paragraph) == (within, paragraph) and s.start < end and start < s.end
        )


def side(article: Article) -> Side:
    """Lay an article out: title, standfirst, then body and captions, sentence by sentence."""
    sentences: list[ComparedSentence] = []
    words: list[tuple[Token, ...]] = []
    stems: list[frozenset[str]] = []
    for sentence in article.sentences:
        if sentence.within == "body":
            role = article.paragraphs[sentence.paragraph].role
            if role in ("subhead", "pullquote"):
                continue
        text = article.sentence_text(sentence)
        found = tokens(text)
        if not found or len(sentences) >= _MAX_SENTENCES:
            continue
        sentences.append(
            ComparedSentence(
                i=len(sentences),
                within=sentence.within,
                paragraph=sentence.paragraph,
                start=sentence.start,
                end=sentence.end,
                text=text,
                role=role if sentence.within == "body" else sentence.within,
            )
        )
        words.append(tuple(found))
        stems.append(frozenset(t.stem for t in content(found)))
    return Side(article, tuple(sentences), tuple(words), tuple(stems))


def weights(left: Side, right: Side) -> dict[str, float]:
    """Weight of each stem: ln(1 + N/sf) / ln(1 + N), over the sentences of these two only.

    N is the number of sentences, sf the number that hold the stem. Frequencies of a whole
    archive were measured and are worse: what tells sentences of one event apart is what is
    rare within the event.
    """
    counts: Counter[str] = Counter()
    for stems in (*left.stems, *right.stems):
        counts.update(stems)
    total = len(left.stems) + len(right.stems)
    scale = math.log(1 + total) or 1.0
    return {stem: math.log(1 + total / count) / scale for stem, count in counts.items()}
