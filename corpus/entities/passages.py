"""The stretches of an article in which names are sought.

Body, subheads, captions and the standfirst count; a pull quote only repeats the body, a label
over a caption names the picture's file, and credits name who sent text or picture. Long
paragraphs are cut between sentences so that no text is too much for a model at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.article import Article, Where
from corpus.entities.english import is_prose

LONGEST = 3000  # characters a model gets at once; memory grows with the longest of a batch
# Who took or sent a picture, at the end of its caption.
_CREDIT = re.compile(
    r"\s*(?:Image|Photo|Photograph|Picture|Foto|Credit|Bild)s?(?: by| credit)?: ?\S.*$"
)
_LAST_BRACKET = re.compile(r"\s*\(([^()]{2,60})\)\W*$")
_IN_CREDITS = frozenset("via by for of photo file handout courtesy pool the".split())
# The agency between a dateline and its dash.
_SENDER = re.compile(r"[^()\n]{2,60}\(([A-Z][\w &./-]{0,40})\) ?[—–-]")


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
        if within == "body":
            if article.paragraphs[number].role == "pullquote" or _is_label(article, number):
                continue
            if article.paragraphs[number].role == "caption":
                text = _without_credit(text)
        start = 0
        for end in _cuts(text, ends.get((within, number), [])):
            found.append(Passage(within, number, start, text[start:end]))
            start = end
    return found


def sender(passage: Passage) -> tuple[int, int] | None:
    """Where in a passage its dateline names the agency that sent it."""
    match = _SENDER.match(passage.text) if passage.start == 0 else None
    return match.span(1) if match else None


def _is_label(article: Article, number: int) -> bool:
    """Whether a caption is but keywords of the picture that the next line describes."""
    here, after = article.paragraphs[number], article.paragraphs[number + 1 : number + 2]
    return (
        here.role == "caption"
        and bool(after)
        and after[0].role == "caption"
        and is_prose(after[0].text)
        and not is_prose(here.text)
    )


def _without_credit(caption: str) -> str:
    """A caption up to the credit of its picture."""
    caption = _CREDIT.sub("", caption)
    bracket = _LAST_BRACKET.search(caption)
    if bracket is None:
        return caption
    words = re.split(r"[\s/,:]+", bracket[1])
    credits = all(not word[:1].islower() or word in _IN_CREDITS for word in words)
    return caption[: bracket.start()] if "/" in bracket[1] or credits else caption


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
