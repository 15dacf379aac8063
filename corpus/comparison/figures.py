"""Figures of two reports that count the same thing: those that agree, those that may conflict.

In go two `Side`s, how likely their sentences say the same, and whom they name; out come
`FigurePair`s. Agreement is found first and taken out; what is left may conflict only when both
reports may tell of the same event (see `event`), and the same thing is counted in the same kind of
deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from corpus.article import Article
from corpus.comparison.agreements import Between, counting_one
from corpus.comparison.attribution import Attribution
from corpus.comparison.conflicts import conflicting, facing, of_the_one, told_apart
from corpus.comparison.counted import Counted, counted
from corpus.comparison.evidence import Likelihoods
from corpus.comparison.facing import SideName
from corpus.comparison.hidden import LEAD, hides_a_conflict
from corpus.comparison.likeness import Scored
from corpus.comparison.looked_at import looked_at
from corpus.comparison.ranges import agreement
from corpus.comparison.result import FigurePair, FigureRelation
from corpus.comparison.sides import Side
from corpus.comparison.sizes import agreed, sizes

AGREES = {"agree": 0.55, "approximate": 1.05}
"""Lowest score of figures that agree, chosen on 114 development pairs: below it recall grows slower
than precision falls; rough numbers are like by chance more often."""

_RULES: dict[FigureRelation, str] = {
    "agree": "the same number of the same thing",
    "approximate": "one number lies within what the other, hedged, may stand for",
    "differ": "the same thing counted in the same kind of deed, two numbers",
}

Said = dict[int, Attribution]


def pairs(
    left: Side,
    right: Side,
    near: Scored,
    likely: Likelihoods,
    said: tuple[Said, Said],
    *,
    comparable: bool,
    by_nouns: bool = False,
    apart: bool = False,
) -> tuple[FigurePair, ...]:
    """Figures of both sides that count the same: agreeing, approximately, or differing.

    `said` gives for the sentences of either side whom they name for what they say. Numbers that do
    not agree are held against each other only where the reports are `comparable`. `by_nouns`:
    things named otherwise never agree (a ledger has other reports to go by, and does without).
    `apart`: the reports tell of different events, where a bare count agrees by chance.
    """
    ours, theirs = counted(left), counted(right)
    mine, other = sizes(ours, in_any_unit=by_nouns), sizes(theirs, in_any_unit=by_nouns)
    kinds = [one.kind for one in mine], [one.kind for one in other]
    alike = [
        (ours[i], theirs[j], agreed(ours[i], theirs[j], mine[i], other[j]))
        for i, j in looked_at(ours, theirs, near, kinds)
    ]
    between = replace(Between.of(left, right, near, likely), by_nouns=by_nouns, apart=apart)
    result: list[FigurePair] = []
    taken: tuple[set[int], set[int]] = set(), set()
    told, differing = _Pairs(), _Pairs()

    def take(found: list[tuple[float, Counted, Counted]], relation: FigureRelation) -> None:
        for score, a, b in sorted(found, key=lambda f: (-f[0], f[1].number, f[2].number)):
            if a.number not in taken[0] and b.number not in taken[1]:
                taken[0].add(a.number)
                taken[1].add(b.number)
                # a toll stands in headline, lead and body: said again on both sides it is no news
                if any(_again(a, one) and _again(b, other) for one, other in told.like(a, b)):
                    continue
                if relation == "differ" and differing.like(a, b):
                    continue
                if relation == "differ":
                    differing.add(a, b)
                told.add(a, b)
                result.append(_pair(left, right, a, b, relation, score, said))

    def differ(a: Counted, b: Counted) -> float:
        return (
            _differing(left, right, a, b, between) if agreement(a.figure, b.figure) is None else 0
        )

    relations: tuple[FigureRelation, ...] = ("agree", "approximate")
    for relation in relations:
        hidden = by_nouns and comparable and relation == "approximate"
        take(
            [
                (score, a, b)
                for a, b, found in alike
                if found == relation
                and (score := counting_one(a, b, between)) >= AGREES[relation]
                and not (hidden and hides_a_conflict(a, b, ours, theirs, differ))
            ],
            relation,
        )
    if comparable:
        take(
            [
                (score, a, b)
                for a, b, found in alike
                if found is None
                and a.kind == b.kind
                and a.number not in taken[0]
                and b.number not in taken[1]
                and not (by_nouns and told.has_again(a, b))
                and (score := _differing(left, right, a, b, between)) > 0
            ],
            "differ",
        )
    return tuple(sorted(result, key=lambda p: (p.left, p.left_figure)))


class _Pairs:
    """Pairs of figures by their numbers, so that the same ones are found again at once."""

    def __init__(self) -> None:
        self._of: defaultdict[object, list[tuple[Counted, Counted]]] = defaultdict(list)
        self._alone: tuple[_ByNumber, _ByNumber] = defaultdict(list), defaultdict(list)

    def add(self, a: Counted, b: Counted) -> None:
        """Keep a pair."""
        self._of[_number(a), _number(b)].append((a, b))
        for held, one in zip(self._alone, (a, b), strict=True):
            held[_number(one)].append(one)

    def like(self, a: Counted, b: Counted) -> Sequence[tuple[Counted, Counted]]:
        """The pairs of the same two numbers."""
        return self._of.get((_number(a), _number(b)), ())

    def has_again(self, a: Counted, b: Counted) -> bool:
        """Whether one of the two is a figure that was kept with another of the other report."""
        return any(
            _once_more(one, earlier)
            for held, one in zip(self._alone, (a, b), strict=True)
            for earlier in held.get(_number(one), ())
        )


_ByNumber = defaultdict[object, list[Counted]]


def _number(one: Counted) -> object:
    return one.kind, one.low_high


def _differing(left: Side, right: Side, a: Counted, b: Counted, between: Between) -> float:
    """How surely two numbers that do not agree count one thing; a story has other reports that tell
    two things apart, of two reports one has to."""
    score = conflicting(a, b, between.sentences)
    if not between.by_nouns:
        return score
    score = score or facing(a, b, between.sentences)
    score = score or of_the_one(left, right, a, b, between.sentences)
    if score > 1.0 and max(a.sentence, b.sentence) <= LEAD:
        score += 1.0  # the toll a report opens with, not that of one hospital
    return 0.0 if score and told_apart(left, right, a, b) else score


def _again(a: Counted, earlier: Counted) -> bool:
    """Whether a figure says again what an earlier one of its report has said."""
    return (
        a.kind == earlier.kind
        and a.low_high == earlier.low_high
        and (not a.head or not earlier.head or not a.head.isdisjoint(earlier.head))
    )


def _once_more(a: Counted, agreed: Counted) -> bool:
    """Whether a figure is one that agreed with the other report in another sentence."""
    return bool(a.head) and a.deed == agreed.deed and _again(a, agreed)


def later_side(left: Article, right: Article) -> SideName | None:
    """Which of two reports is the later one, by the moment where both state it, else the day."""
    moments = left.published_at, right.published_at
    if moments[0] and moments[1] and moments[0] != moments[1]:
        with suppress(ValueError, TypeError):  # a moment without its zone next to one with
            a, b = (datetime.fromisoformat(m) for m in moments if m)
            return "left" if a > b else "right"
    days = left.published, right.published
    if days[0] and days[1] and days[0] != days[1]:
        return "left" if days[0] > days[1] else "right"
    return None


def source_of(found: Said, sentence: int) -> str | None:
    """Whom the sentence itself names for what it says, in its own words; nobody who is only guessed
    to speak in it."""
    one = found.get(sentence)
    if one is None:
        return None
    named = [one.source if one.sure else None, *one.via]
    return " via ".join(n.name for n in named if n is not None) or None


def _note(pair: FigurePair) -> str | None:
    sources = [s for s in (pair.left_source, pair.right_source) if s]
    parts = []
    if len(sources) == 2:
        parts.append(f"sources: {sources[0]} / {sources[1]}")
    elif sources:
        parts.append(f"source of one: {sources[0]}")
    if pair.later is not None:
        parts.append("the later report may give a later count")
    return "; ".join(parts) or None


def _pair(
    left: Side,
    right: Side,
    a: Counted,
    b: Counted,
    relation: FigureRelation,
    score: float,
    said: tuple[Said, Said],
) -> FigurePair:
    pair = FigurePair(
        left=a.sentence,
        right=b.sentence,
        left_text=a.figure.text,
        right_text=b.figure.text,
        left_value=a.figure.value,
        right_value=b.figure.value,
        kind=a.figure.kind,
        relation=relation,
        note=None,
        left_figure=a.number,
        right_figure=b.number,
        left_about=a.figure.about,
        right_about=b.figure.about,
        left_source=source_of(said[0], a.sentence),
        right_source=source_of(said[1], b.sentence),
        later=later_side(left.article, right.article) if relation == "differ" else None,
        score=score,
        rule=_RULES[relation],
    )
    return replace(pair, note=_note(pair)) if relation == "differ" else pair
