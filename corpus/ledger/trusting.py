"""What tells two numbers of one story apart that may else conflict.

In go two `Counted` figures that `conflicts.conflicting` lets through, out comes whether nothing in
their clauses says that they are of two things. Only what costs hardly any true conflict stands
here, since a reader takes a number without a mark for one that nobody contradicts: in 43 stories
that were read 35 of 43 marked rows whose numbers were read are right, and 24 of 38 things that are
given in two numbers have a mark; 8 of the others are given by an article without a day, which never
conflicts (benchmarks/accuracy/ledger.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Figure
from corpus.comparison.counted import Counted
from corpus.comparison.ranges import of_one_size
from corpus.comparison.sides import Side
from corpus.figures.words import VAGUE
from corpus.ledger.scenes import Scenes
from corpus.words import DAYS, written

FEW = 10  # counts up to here are given of many things, but of the dead, hurt and missing
APART = 1.75  # the larger of two counts of things is at most so many times the smaller
ALIKE = 0.5  # score from which sentences that differ in so small a number tell of one thing
KNOWN = 0.5  # share of the articles from which a place is that of the whole story
NEAR = 0.35  # score of sentences of people to whom nothing befell: crowds gather every day
_BEFALLEN = frozenset(("dead", "hurt", "missing"))
_AROUND = 80  # characters of the clause before and behind a figure that are looked at

_VAGUE = re.compile(rf"(?:(?:several|a few|many) )?(?:{'|'.join(VAGUE)})\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|across|around|from|of)\s(?:the\s|an?\s)?(?:[a-z]+\s){0,2}"
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
    r"|\b(?P<own>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)\s(?:police|residents|firefighters)\b"
)
_NOT_YET = re.compile(
    r"\b(?:will|would|could|can|may|might|must|should|if|plans?|planned|wants?|like to|hopes?"
    r"|promis\w+|pledg\w+|propos\w+|predict\w+|expect\w*|suggest\w*|recommend\w*|intends?|faces?"
    r"|maximum|outfitted|capacity|able to|going to|seeks?|asked|requested|aims?|warn\w*)\b|'d\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:(?:this|last|next|each|per|every)\s(?:year|month|week)|annual(?:ly)?|yearly|a year"
    r"|(?:in|by|since|for|from)\s(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def can_be_told(figures: Sequence[Counted]) -> bool:
    """Whether a row of counts says so much that one of other words may contradict it: most of them
    are no "dozens", and more than a few, or of the dead, hurt or missing."""
    told = [
        not is_vague(one.figure) and (one.deed in _BEFALLEN or not _is_few(one)) for one in figures
    ]
    return 3 * sum(told) > 2 * len(told)


def is_vague(figure: Figure) -> bool:
    """Whether a figure is one of those that count nothing exactly: "dozens", "many hundreds"."""
    return _VAGUE.match(figure.text) is not None


def is_planned(side: Side, one: Counted) -> bool:
    """Whether the clause of a figure tells what is wanted, foreseen or possible."""
    figure = one.figure
    text = side.article.text_of(figure.within, figure.paragraph)
    before = re.split(r"[.;:]\s", text[max(0, figure.start - _AROUND) : figure.start])[-1]
    behind = re.split(r"[.;:]\s|,", text[figure.end : figure.end + _AROUND])[0]
    return bool(_NOT_YET.search(before) or _NOT_YET.search(behind))


def _counts_wounds(one: Counted) -> bool:
    """Whether a figure counts what one body has, not the wounded: "three gunshot wounds"."""
    return (one.figure.about or "").endswith(("wounds", "fractures", "bruises"))


def _is_few(one: Counted) -> bool:
    value = one.figure.value
    return one.kind[0] == "count" and value is not None and abs(value) <= FEW


@dataclass(frozen=True, slots=True)
class Trust:
    """What telling two numbers of a story apart needs to know of it."""

    sides: Sequence[Side]
    places: Mapping[str, int]  # in how many articles each capitalised word stands
    scenes: Scenes

    @classmethod
    def of(cls, sides: Sequence[Side]) -> Trust:
        """That of the story with these articles."""
        count: Counter[str] = Counter()
        for side in sides:
            count.update({w.lower() for row in side.surfaces for w in row if w[:1].isupper()})
        return cls(sides, count, Scenes.of(sides))

    def may_conflict(self, a: int, one: Counted, b: int, other: Counted, score: float) -> bool:
        """Whether the figures of two articles (by place), whose sentences have this score, may be
        two numbers of one thing."""
        texts = (
            self.sides[a].sentences[one.sentence].text,
            self.sides[b].sentences[other.sentence].text,
        )
        if is_vague(one.figure) or is_vague(other.figure):
            return False
        if _counts_wounds(one) != _counts_wounds(other):
            return False
        if self.scenes.are_two(self.sides[a], one, self.sides[b], other):
            return False
        if one.kind == ("duration", "year"):
            return False
        if is_planned(self.sides[a], one) != is_planned(self.sides[b], other):
            return False
        if _spans(texts[0]) != _spans(texts[1]):
            return False
        befallen = one.deed in _BEFALLEN and one.deed == other.deed
        if not befallen and score < ALIKE and (_is_few(one) or _is_few(other)):
            return False
        if befallen or one.persons or other.persons:
            return (befallen or score >= NEAR) and not self._elsewhere(texts)
        return of_one_size(one.low_high, other.low_high, APART)

    def _elsewhere(self, texts: tuple[str, str]) -> bool:
        """Whether both sentences name places other than the story's, and each none that the other
        names."""
        most = KNOWN * len(self.sides)
        places = [
            {
                word.lower()
                for match in _PLACE.finditer(text)
                for word in written(match["name"] or match["own"])
                if word.lower() not in DAYS and self.places[word.lower()] < most
            }
            for text in texts
        ]
        words = [{w.lower() for w in written(text)} for text in texts]
        return bool(all(places) and not places[0] & words[1] and not places[1] & words[0])


def _spans(text: str) -> frozenset[str]:
    """The stretches of time that a sentence counts over: a year, since 2017."""
    return frozenset(match[0].lower().split()[-1] for match in _SPAN.finditer(text))
