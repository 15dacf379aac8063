"""Numbers of two reports that an editor would hold against each other, and that the rules do not.

In go two `Side`s whose figures were compared; out come pairs of figures, each with the one reason
why they are not held to conflict: days too far apart, a part and a whole, other deeds. Only where
the same or a like thing is counted in sentences that face each other, or that open both reports.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from corpus.comparison.agreements import SMALL, Between
from corpus.comparison.conflicts import (
    AT_THE_TOP,
    CLOSELY,
    NEARLY_SAME,
    OPENING,
    SURE,
    conflicting,
    facing,
    is_narrower,
    is_of_others,
    is_of_otherwise,
    of_the_one,
    same_thing,
    told_apart,
)
from corpus.comparison.counted import Counted, counted
from corpus.comparison.event import answer, is_countable
from corpus.comparison.event_signs import EventSigns
from corpus.comparison.evidence import Likelihoods
from corpus.comparison.facing import SideName
from corpus.comparison.in_rows import in_rows
from corpus.comparison.likeness import Scored
from corpus.comparison.looked_at import looked_at
from corpus.comparison.ranges import Range, agreement, of_one_size
from corpus.comparison.result import FigurePair, FiguresNotHeld, NotHeldWhy
from corpus.comparison.sides import Side

NEAR_SIZE = 1.5  # the larger number is at most so many times the smaller
IN_ONE_DEED = 2.0  # the same in one deed, in sentences that are nearly the same
MOST = 6  # what a short list holds
_LIKE, _ALIKE = 0.6, 0.9  # what `same_thing` says of things in like words, of people and people

_ASKED = re.compile(r"\b(?:poll(?:ed|s)?|surveys?|surveyed)\b", re.IGNORECASE)

Value = tuple[tuple[str, str], Range]
Why = tuple[NotHeldWhy, str, SideName | None]

_NOT_NEAR: Why = "sentences", "the sentences are not near enough", None


def not_held(
    left: Side,
    right: Side,
    near: Scored,
    likely: Likelihoods,
    found: tuple[FigurePair, ...],
    signs: EventSigns,
    matched: Collection[tuple[int, int]] = (),
) -> tuple[FiguresNotHeld, ...]:
    """Figures that may count one thing with two numbers and are not held to conflict.

    `found` are the pairs of figures that agree or may conflict. A number that the other report has
    too is not asked about, nor are reports that are said to be of different events. `matched` are
    the sentences that stand beside each other: what they may count alike is listed in any case.
    """
    if answer(signs) == "different":
        return ()
    between = replace(Between.of(left, right, near, likely), by_nouns=True)
    days = None if is_countable(signs) else _days(signs)
    told = _told(found)
    every = counted(left), counted(right)
    values = [
        {
            _value(one)
            for one in side
            if (one.head or one.kind[0] != "age")  # "it is four years old"
            and not one.past
        }
        for side in every
    ]
    ours = _asked_about(every[0], told[0], values[1])
    theirs = _asked_about(every[1], told[1], values[0])
    scored = [
        (between.sentences(a, b), why, a, b)
        for a, b in ((ours[i], theirs[j]) for i, j in looked_at(ours, theirs, near))
        if (why := _why(left, right, a, b, between, days)) is not None
    ]
    scored += [
        (score, why, a, b)
        for score, a, b in in_rows(every, between, told, matched)
        if (why := _why_in_row(left, right, a, b, between, days)) is not None
    ]
    taken: set[Value] = set()  # each number stands in one pair at most
    result: list[FiguresNotHeld] = []
    for _, why, a, b in sorted(scored, key=lambda s: (-s[0], s[2].number, s[3].number)):
        if taken.isdisjoint((_value(a), _value(b))) and len(result) < MOST:
            taken.update((_value(a), _value(b)))
            result.append(_pair(a, b, why))
    return tuple(sorted(result, key=lambda p: (p.left, p.left_figure)))


def _told(found: tuple[FigurePair, ...]) -> tuple[set[int], set[int]]:
    """The figures that agree or may conflict; "dozens" tell no number."""
    lefts = {p.left_figure for p in found if p.left_value is None or p.right_value is not None}
    rights = {p.right_figure for p in found if p.right_value is None or p.left_value is not None}
    return lefts, rights


def _why_in_row(
    left: Side, right: Side, a: Counted, b: Counted, between: Between, days: str | None
) -> Why | None:
    """Why two numbers of sentences that stand beside each other are not held to conflict."""
    if days is not None:
        return "days", days, None
    if conflicting(a, b, between.sentences):
        return None
    why = _reason(a, b) if a.kind == b.kind else _NOT_NEAR
    if why is None and a.goes & b.goes:
        why = _NOT_NEAR  # "fell 1.5 percent", "had fallen 4.3 percent"
    if why != _NOT_NEAR:
        return why
    if told_apart(left, right, a, b) or a.kind != b.kind:
        return "size", "one report gives both numbers", None
    if not of_one_size(a.low_high, b.low_high, CLOSELY):
        return "size", "too far apart to be surely of one thing", None
    return why


def _value(one: Counted) -> Value:
    return one.kind, one.low_high


def _asked_about(
    every: Collection[Counted], told: Collection[int], others: Collection[Value]
) -> list[Counted]:
    """The figures of a side that neither agree nor may conflict, and whose number the other side
    has nowhere of the event; none that are of another event, or that were so before."""
    known = {_value(one) for one in every if one.number in told} | set(others)
    return [
        one for one in every
        if _value(one) not in known and not one.past and not one.earlier
        and one.figure.value not in (None, 1)
    ]  # fmt: skip


def _why(
    left: Side, right: Side, a: Counted, b: Counted, between: Between, days: str | None
) -> Why | None:
    """Why two numbers are not held to conflict, or None where nobody would look. `days`: what is
    said of days of publication that do not let numbers be held against each other."""
    near = between.sentences
    if days is not None and a.kind[1] == "points":
        return None  # where a market stood on two days
    if a.grave != b.grave:
        return None
    held = days is not None and (
        conflicting(a, b, near) or facing(a, b, near) or of_the_one(left, right, a, b, near)
    )
    if not held and not _is_worth_a_look(a, b, between):
        return None
    if agreement(a.figure, b.figure) or told_apart(left, right, a, b):
        return None
    asked = (_ASKED.search(s.sentences[c.sentence].text) for s, c in ((left, a), (right, b)))
    if not held and all(asked):
        return None  # two polls
    if days is not None:
        return "days", days, None
    return None if conflicting(a, b, near) else _reason(a, b)


def _is_worth_a_look(a: Counted, b: Counted, between: Between) -> bool:
    return _is_near(a, b, between) and _is_alike(a, b) and not _is_some_of(a, b)


def _is_near(a: Counted, b: Counted, between: Between) -> bool:
    """Whether two numbers are not far from each other, nor their sentences."""
    sentences = between.sentences(a, b)
    one_deed = a.deed is not None and a.deed == b.deed
    nearly = one_deed and sentences >= NEARLY_SAME
    if not of_one_size(a.low_high, b.low_high, IN_ONE_DEED if nearly else NEAR_SIZE):
        return False
    if not nearly and min(abs(one.figure.value or 0.0) for one in (a, b)) <= SMALL:
        return sentences >= NEARLY_SAME
    tops = one_deed and max(a.sentence, b.sentence) <= OPENING
    return sentences >= (AT_THE_TOP if tops else SURE)


def _is_alike(a: Counted, b: Counted) -> bool:
    """Whether what is counted is called the same, or nearly so in one deed."""
    thing = same_thing(a, b) if a.head and b.head else 0.0
    return thing >= (_LIKE if a.deed == b.deed else _ALIKE)


def _is_some_of(a: Counted, b: Counted) -> bool:
    """Whether the smaller of two numbers is told to be some of more: "nine of the dead"."""
    fewer, more = sorted((a, b), key=lambda one: abs(one.figure.value or 0.0))
    return fewer.part and not more.part and not of_one_size(a.low_high, b.low_high, CLOSELY)


def _reason(a: Counted, b: Counted) -> Why | None:
    """The first of the conditions of a conflict that two numbers of one event do not meet."""
    sides: tuple[tuple[Counted, Counted, SideName], ...] = ((a, b, "left"), (b, a, "right"))
    for one, _, side in sides:
        if one.part and not (a.part and b.part):
            return "part", "may count only some of them, or others", side
    if a.part and b.part and not a.grave:
        return "part", "each may count only some of them", None
    for one, other, side in sides:
        if is_of_others(one, other):
            return "names", "counts those of a name that the other does not give", side
    if a.scope != b.scope:
        return "part", "the two sums may not take in the same", None
    for one, _, side in sides:
        if not one.settled:
            return "foreseen", "may be expected, needed or a limit", side
    if a.treated != b.treated:
        return "deed", "counts those treated in hospital", "left" if a.treated else "right"
    if is_narrower(a, b):
        return "part", "one may count only some of what the other counts", None
    if a.kind[0] == "percent" and is_of_otherwise(a, b):
        return None  # "95 percent of precincts", "100 percent of precincts"
    if a.deed != b.deed or ((a.persons or b.persons) and a.deed is None):
        return "deed", "no one deed is read in which both count them", None
    if not a.head & b.head and a.head and b.head:
        return "named", "what they count is named otherwise", None
    if not a.head & b.head:
        return "named", "what they count is not named by both", None
    return _NOT_NEAR


def _days(signs: EventSigns) -> str:
    """What keeps the numbers of two reports apart that may be of one event."""
    if signs.days_apart is None:
        return "a day of publication is not known"
    return f"published {signs.days_apart} days apart"


def _pair(a: Counted, b: Counted, why: Why) -> FiguresNotHeld:
    return FiguresNotHeld(
        left=a.sentence,
        right=b.sentence,
        left_text=a.figure.text,
        right_text=b.figure.text,
        left_value=a.figure.value,
        right_value=b.figure.value,
        kind=a.figure.kind,
        why=why[0],
        reason=why[1],
        left_figure=a.number,
        right_figure=b.number,
        left_about=a.figure.about,
        right_about=b.figure.about,
        side=why[2],
    )
