"""Days, months and years that facing sentences tell otherwise: "on Dec. 22", "in September".

In go two `Side`s and sentences that face each other, out comes for each of them the two dates that
stand beside the same words and can be no one day. A date tells when one thing of a sentence was, so
only sentences that have no date in common are held against each other by it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from corpus.article import Figure
from corpus.comparison.days_told import are_near
from corpus.comparison.facing import SentenceDifference, TellingChange, WordChange
from corpus.comparison.sides import Side
from corpus.quotations.words import REPORTING
from corpus.words import DAYS, STOP, WEEK

_BESIDE = 6  # words around a date that say what it is the date of
_LEAST = 2  # of them, those that both have
_STAMPED = 1  # days by which "tonight" may be off: a page is dated when it is put up
_BEFORE = 40  # characters before a date in which a verb of saying may stand
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WEEK_OF = re.compile(r"(\d{4})-W(\d{2})")
_ROUNDED = re.compile(r"\b(?:ago|earlier|later|since|until|before|after)\b", re.I)
_SAYS = re.compile(r"(\w+)(?:\s(?:late|early))?(?:\s(?:on|in|at)(?:\s(?:a|an|the)\s\w+)?)?\s*$")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a sentence: where it stands there, the days that it may be, whether these go by the
    day that the page bears, and the words around it."""

    start: int
    end: int
    text: str
    first: date
    last: date
    relative: bool
    stamped: bool
    weekday: str | None
    beside: frozenset[str]


def other_days(
    left: Side, right: Side, facing: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]
) -> tuple[SentenceDifference, ...]:
    """For what faces each other (left, right numbers) and has no day in common, the first two dates
    beside the same words."""
    ours = _dates(left, {i for lefts, _ in facing for i in lefts})
    theirs = _dates(right, {j for _, rights in facing for j in rights})
    near = are_near(left, right)
    return tuple(
        found
        for lefts, rights in facing
        if (found := _other(left, right, (ours, theirs), (lefts, rights), near)) is not None
    )


def _other(
    left: Side,
    right: Side,
    dates: tuple[dict[int, list[_Dated]], dict[int, list[_Dated]]],
    numbers: tuple[tuple[int, ...], tuple[int, ...]],
    near: bool,
) -> SentenceDifference | None:
    ours = [(i, one) for i in numbers[0] for one in dates[0].get(i, ())]
    theirs = [(j, one) for j in numbers[1] for one in dates[1].get(j, ())]
    pairs = list(product(ours, theirs))
    if any(not _are_two(a, b, near) for (_, a), (_, b) in pairs):
        return None
    for (i, a), (j, b) in pairs:
        if len(a.beside & b.beside) >= _LEAST:
            change = WordChange(a.start, a.end, b.start, b.end)
            told = TellingChange("day", a.text, b.text)
            both = len(left.words[i] & right.words[j])
            score = both / max(len(left.words[i]), len(right.words[j]))
            return SentenceDifference(i, j, score, (change,), (told,))
    return None


def _are_two(a: _Dated, b: _Dated, near: bool) -> bool:
    """Whether two dates can be no one day, as far as the pages' own days can be trusted: one day of
    the week may be one day, and of other pages "last month" is any month."""
    if a.text.lower() == b.text.lower():
        return False
    if not near and (a.relative or b.relative):
        names = a.weekday, b.weekday
        return None not in names and names[0] != names[1]
    apart = max((b.first - a.last).days, (a.first - b.last).days)
    return apart > (_STAMPED if a.stamped or b.stamped else 0)


def _dates(side: Side, among: Collection[int]) -> dict[int, list[_Dated]]:
    found: dict[int, list[_Dated]] = {}
    for figure in side.article.figures:
        if figure.kind != "date" or not figure.sure or not figure.iso:
            continue
        number = side.sentence_at(figure.within, figure.paragraph, figure.start)
        if number is None or number not in among or _ROUNDED.search(figure.text):
            continue
        days = _days(figure.iso)
        if days is None:
            continue
        one = _dated(side, number, figure, days)
        if one is not None:
            found.setdefault(number, []).append(one)
    return found


def _dated(side: Side, number: int, figure: Figure, days: tuple[date, date]) -> _Dated | None:
    """A date in its sentence; None where it says when something was said ("police said Friday")."""
    sentence = side.sentences[number]
    start, end = figure.start - sentence.start, figure.end - sentence.start
    says = _SAYS.search(sentence.text[max(0, start - _BEFORE) : max(0, start)])
    if says is not None and says[1].lower() in REPORTING:
        return None
    tokens = side.tokens[number]
    first = next((n for n, t in enumerate(tokens) if t.end > start), len(tokens))
    behind = next((n for n, t in enumerate(tokens) if t.start >= end), len(tokens))
    around = (*tokens[max(0, first - _BESIDE) : first], *tokens[behind : behind + _BESIDE])
    beside = frozenset(
        t.stem for t in around
        if t.word not in STOP and t.word not in DAYS and t.word[0].isalpha() and len(t.word) > 2
    )  # fmt: skip
    named = next((word for word in WEEK if word in figure.text.lower()), None)
    exact = days[0] == days[1]
    return _Dated(
        start,
        end,
        figure.text,
        *days,
        relative=not any(map(str.isdigit, figure.text)),
        stamped=exact and named is None and not any(map(str.isdigit, figure.text)),
        weekday=named or (WEEK[days[0].weekday()] if exact else None),
        beside=beside,
    )


def _days(iso: str) -> tuple[date, date] | None:
    """The first and the last day that a date may be: of a month, of a year, of a week."""
    try:
        if match := _ISO.fullmatch(iso):
            year, month, day = (int(part) if part else None for part in match.groups())
            if year is None:
                return None
            if month is None:
                return date(year, 1, 1), date(year, 12, 31)
            if day is None:
                return date(year, month, 1), date(year, month, monthrange(year, month)[1])
            return date(year, month, day), date(year, month, day)
        if match := _WEEK_OF.fullmatch(iso):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(6)
    except ValueError:
        return None
    return None
