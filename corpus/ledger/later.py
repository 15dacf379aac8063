"""Which articles tell of a day behind the one that their page bears.

In go the `Side`s of a story's articles, out come the ids of those whose text is later than their
stamp: a page put up on a Saturday and written anew on Monday bears the Saturday still. Such a one
is not surely the first report, whatever its stamp says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.article import Figure
from corpus.comparison.days_told import TELLS
from corpus.comparison.sides import Side
from corpus.figures.tense import WILL, due, has_passed, in_sentence, looks_ahead, told
from corpus.words import DAYS, WEEK

_ZONES = 1  # days by which the clocks of two places may differ
_LATE = 40  # days behind the stamp up to which a page is written anew; others are slips of a year
_COMMON = 3  # words of two sentences that tell of one thing on a day of one name
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ISSUE = re.compile(r",? (?:issue|edition)\b")
_TO_COME = re.compile(r"\b(?:after|when|until|till|before|by|if) [^.;]{0,60}$")
_WEEK = timedelta(7)
SEVERAL = 2  # reports by which a day is known: one may bear a late stamp itself
_GALLERY = re.compile(r"\bHide Caption\b|\bPhotos?:")
"""What stands in a gallery, which is filled up below a text that stays as it was."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the week that an opening tells, and the words of its sentence."""

    name: str
    day: date
    words: frozenset[str]


def told_later(sides: Sequence[Side]) -> tuple[str, ...]:
    """The articles (full ids) whose text tells a day later than that of their publication: with
    its year, as past; or one by its name that later reports of the same name a week on."""
    named = [tuple(_named(one)) for one in sides]
    stamps = [_day(one.article.published) for one in sides]
    return tuple(
        one.article.id
        for k, (one, stamp) in enumerate(zip(sides, stamps, strict=True))
        if stamp is not None
        and (
            _dates_later(one, stamp)
            or any(_is_week_on(k, ours, named, stamps) for ours in named[k])
        )
    )


def _day(iso: str | None) -> date | None:
    """A whole day; None for a month, a year, or what is none."""
    try:
        return date.fromisoformat(iso) if iso and len(iso) == len("2031-03-13") else None
    except ValueError:
        return None


def _dates_later(one: Side, published: date) -> bool:
    """Whether a date with its year lies behind the stamp and is told as past, not under
    a picture."""
    return any(
        _YEAR.search(figure.text) is not None
        and (day := _day(figure.iso)) is not None
        and _ZONES < (day - published).days <= _LATE
        and not _is_to_come(one, figure)
        and _GALLERY.search(one.article.text_of(figure.within, figure.paragraph)) is None
        and not _is_caption(one, figure)
        for figure in one.article.figures
        if figure.kind == "date" and figure.sure
    )


def _is_caption(one: Side, figure: Figure) -> bool:
    """Whether a date stands under a picture, which may be newer than the text."""
    number = one.sentence_at(figure.within, figure.paragraph, figure.start)
    return number is not None and one.sentences[number].role == "caption"


def _is_to_come(one: Side, figure: Figure) -> bool:
    """Whether a date is told as one to come, or is that of a printed issue."""
    text = one.article.text_of(figure.within, figure.paragraph)
    before, after = text[: figure.start], text[figure.end :]
    ahead = told(before, after)
    if ahead or looks_ahead(before) or due(before, after) or _ISSUE.match(after):
        return True
    return ahead is None and (
        WILL.search(after.partition(".")[0]) is not None
        or _TO_COME.search(in_sentence(before)) is not None
    )


def _named(one: Side) -> Iterator[_Day]:
    """The days of the week that a report tells in its opening, as past, by their names alone."""
    for figure in one.article.figures:
        day = _day(figure.iso)
        if figure.kind != "date" or not figure.sure or day is None:
            continue
        number = one.sentence_at(figure.within, figure.paragraph, figure.start)
        name = figure.text.lower()
        if number is None or number >= TELLS or name not in WEEK:
            continue
        before = one.article.text_of(figure.within, figure.paragraph)[: figure.start]
        if not has_passed(before):
            continue
        words = zip(one.forms[number], one.roots[number], strict=True)
        yield _Day(name, day, frozenset(
            root for form, root in words if root in one.stems[number] and form not in DAYS
        ))  # fmt: skip


def _is_week_on(
    k: int, ours: _Day, named: Sequence[Sequence[_Day]], stamps: Sequence[date | None]
) -> bool:
    """Whether a day that was read as one before the stamp of the k-th article is one behind it:
    SEVERAL that came out later tell it a week on, and none tells it as it was read."""
    stamp = stamps[k]
    again: set[int] = set()
    for number, (theirs, then) in enumerate(zip(named, stamps, strict=True)):
        for other in theirs:
            if number == k or other.name != ours.name or len(ours.words & other.words) < _COMMON:
                continue
            if other.day == ours.day:
                return False
            late = stamp and then and ours.day < stamp < other.day <= then
            if late and other.day - ours.day == _WEEK:
                again.add(number)
    return len(again) >= SEVERAL
