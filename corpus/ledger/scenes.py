"""Where and when what a figure counts took place, as far as its own clause says.

In go the sentences of a story with the figures in them, out comes whether two figures are of two
scenes: a toll in one town and one in another, the sum of two towns and that of one, what befell on
a day and what befell weeks before. A town and the country it lies in are one scene here, since two
reports may name either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.comparison.counted import Counted
from corpus.comparison.sides import Side
from corpus.words import DAYS as TIMES

LONG_BEFORE = 7  # days before publication from which a clause tells of something else
DAYS = 3  # days between which two clauses may date one thing: the day itself, and its report

_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|across|around)\s(?:the\s|an?\s)?(?:[a-z]+\s){0,2}"
    rf"(?P<first>{_NAME})(?P<more>(?:,\s{_NAME})*(?:,?\sand\s(?:in\s)?{_NAME}(?:,\s{_NAME})?)?)"
)
_WITHIN = re.compile(rf"\b({_NAME}),\s({_NAME})")
_ENDS = re.compile(r"[;:]\s|,\s(?:and|but|while|as|with|when|after)\s|\swhile\s")
_EVERYWHERE = re.compile(
    r"\b(?:(?:across|around|throughout|over) the (?:country|nation|region|world)|nationwide"
    r"|countrywide|statewide|worldwide)\b"
)


@dataclass(frozen=True, slots=True)
class Scenes:
    """What tells scenes of a story apart: which of its places lie within which."""

    within: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, sides: Sequence[Side]) -> Scenes:
        """Those of the story with these articles: "Halvern, Tamar" puts one within the other."""
        found = {
            (inner.lower(), outer.lower())
            for side in sides
            for sentence in side.sentences
            for inner, outer in _WITHIN.findall(sentence.text)
        }
        return cls(frozenset(found))

    def are_two(self, side: Side, one: Counted, other_side: Side, other: Counted) -> bool:
        """Whether the clauses of two figures tell of different places, or of different days."""
        ours, theirs = clause(side, one), clause(other_side, other)
        days = _day(side, one), _day(other_side, other)
        return (
            self._apart(self._places(ours), self._places(theirs))
            or _days_apart(*days)
            or _is_long_before(side, days[0]) != _is_long_before(other_side, days[1])
        )

    def _places(self, words: str) -> frozenset[str]:
        """The places of a clause, without those that others of them lie in."""
        found = {
            name.lower()
            for match in _PLACE.finditer(words)
            for name in re.findall(_NAME, match["first"] + match["more"])
            if name.split()[0].lower() not in TIMES
        }
        if _EVERYWHERE.search(words):
            return frozenset({"the whole of it"})
        return frozenset(p for p in found if not any((q, p) in self.within for q in found))

    def _apart(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        if not ours or not theirs:
            return False
        related = [
            (one, other)
            for one in ours
            for other in theirs
            if one == other or (one, other) in self.within or (other, one) in self.within
            or one in other or other in one
        ]  # fmt: skip
        if not related:
            return True
        return len({one for one, _ in related}) < len(ours) or (
            len({other for _, other in related}) < len(theirs)
        )


def clause(side: Side, one: Counted) -> str:
    """The part of its sentence that a figure stands in."""
    here, figure = side.sentences[one.sentence], one.figure
    text, at = here.text, figure.start - here.start
    first = max((m.end() for m in _ENDS.finditer(text, 0, max(0, at))), default=0)
    last = next((m.start() for m in _ENDS.finditer(text, max(0, at))), len(text))
    return text[first:last]


def _day(side: Side, one: Counted) -> date | None:
    """The day that the clause of a figure states, where it is written out."""
    here, words = side.sentences[one.sentence], clause(side, one)
    start = here.text.find(words) + here.start
    for figure in side.article.figures:
        if (figure.within, figure.paragraph) != (here.within, here.paragraph):
            continue
        if figure.kind != "date" or not start <= figure.start < start + len(words):
            continue
        if figure.sure and figure.iso is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", figure.iso):
            return date.fromisoformat(figure.iso)
    return None


def _days_apart(ours: date | None, theirs: date | None) -> bool:
    return ours is not None and theirs is not None and abs((ours - theirs).days) > DAYS


def _is_long_before(side: Side, day: date | None) -> bool:
    """Whether a day lies so long before that of publication that it is not that of the news."""
    published = side.article.published
    if day is None or published is None:
        return False
    return (date.fromisoformat(published[:10]) - day).days > LONG_BEFORE
