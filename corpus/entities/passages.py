"""The stretches of an article in which names are sought.

Body, subheads, captions and the standfirst count; a pull quote only repeats the body. Long
paragraphs are cut between sentences so that no text is too much for a model at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.article import Article, Where

LONGEST = 3000  # characters a model gets at once; memory grows with the longest of a batch


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the standfirst or a paragraph, with the place where it starts."""

    within: Where
    paragraph: int
    start: int
    text: str


def passages(article: Article) -> list[Passage]:
    """The passages of an article in reading order."""
    found: list[Passage] = []
    ends: dict[tuple[Where, int], list[int]] = {}
    for sentence in article.sentences:
        ends.setdefault((sentence.within, sentence.paragraph), []).append(sentence.end)
    for within, number, text in article.texts():
        if within == "title":
            continue
        if within == "body" and article.paragraphs[number].role == "pullquote":
            continue
        start = 0
        for end in _cuts(text, ends.get((within, number), [])):
            found.append(Passage(within, number, start, text[start:end]))
            start = end
    return found


def _cuts(text: str, ends: list[int]) -> list[int]:
    """Where passages end: at the last sentence end, blank or letter within the longest length."""
    cuts: list[int] = []
    start, next_end = 0, 0
    while len(text) - start > LONGEST:
        limit, cut = start + LONGEST, 0
        while next_end < len(ends) and ends[next_end] <= limit:
            cut = ends[next_end]
            next_end += 1
        if cut <= start:
            cut = text.rfind(" ", start + 1, limit) + 1 or limit
        cuts.append(cut)
        start = cut
    if start < len(text):
        cuts.append(len(text))
    return cuts
