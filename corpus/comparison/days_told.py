"""What the openings of two reports say to one another by the days they tell.

In go two `Side`s, out comes whether they tell a day in common, only others, or days that differ
only as their pages are dated: "on Sunday" of a page stamped two weeks late is no other Sunday.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from corpus.article import Article
from corpus.comparison.event_signs import DaysTold
from corpus.comparison.sides import Side
from corpus.words import WEEK

TELLS = 5  # sentences, the title among them, in which a report tells the day of its event
_DAY = len("2031-03-13")


@dataclass(slots=True)
class _Told:
    """The days that an opening tells: those that are known, those of them that captions do not tell
    alone (a picture is older than its page), both as days of the week, and which of these are told
    by their names alone."""

    days: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    week: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)


NEAR = 3
"""Days of publication at most so far apart say nothing against one event."""


def days_apart(one: Article, other: Article) -> int | None:
    """How many days lie between the days of publication; None where one has none."""
    if one.published is None or other.published is None:
        return None
    days = (date.fromisoformat(each.published[:10]) for each in (one, other) if each.published)
    first, second = days
    return abs((first - second).days)


def are_near(left: Side, right: Side) -> bool:
    """Whether both were published within a few days."""
    apart = days_apart(left.article, right.article)
    return apart is not None and apart <= NEAR


def days_told(left: Side, right: Side) -> DaysTold | None:
    """Whether the openings tell a day in common or only others; None where one tells none.

    Days are held against each other where both are known. Of days of the week only other ones tell
    something: every week has a Friday. Where both were not published within a few days, two Fridays
    may be one, of which a page is dated too late: "undecided".
    """
    near = are_near(left, right)
    ours, theirs = _told(left), _told(right)
    if ours.days & theirs.days:
        return "together"
    week = ours.week & theirs.week
    if ours.own and theirs.own:
        by_name = week & (ours.named | theirs.named)
        return "apart" if near or not by_name else "undecided"
    return "apart" if ours.week and theirs.week and not week else None


def _told(side: Side) -> _Told:
    found = _Told()
    for figure in side.article.figures:
        if figure.kind != "date":
            continue
        sentence = side.sentence_at(figure.within, figure.paragraph, figure.start)
        if sentence is None or sentence >= TELLS:
            continue
        words = {word for word in WEEK if word in figure.text.lower()}
        known = figure.sure and figure.iso is not None and len(figure.iso) == _DAY
        if known and figure.iso is not None:
            found.days.add(figure.iso)
        if side.sentences[sentence].role == "caption":
            continue
        if not any(map(str.isdigit, figure.text)):
            found.named |= words
        if known and figure.iso is not None:
            found.own.add(figure.iso)
            words = {WEEK[date.fromisoformat(figure.iso).weekday()]}
        found.week |= words
    return found
