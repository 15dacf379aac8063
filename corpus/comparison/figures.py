"""Figures of two reports that count the same thing: those that agree, those that may conflict.

In go two `Side`s, how likely their sentences say the same, and whom they name; out come
`FigurePair`s. Agreement is found first and taken out; what is left may conflict only when both
reports may tell of the same event (see `event`), and the same thing is counted in the same kind of
deed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from corpus.article import Article
from corpus.comparison.attribution import Attribution
from corpus.comparison.conflicts import (
    NEARLY_SAME,
    PERHAPS,
    RATES,
    SURE,
    WHERE,
    conflicting,
    facing,
    like_nouns,
    same_thing,
    told_apart,
)
from corpus.comparison.counted import (
    ANYBODY,
    BEGINS,
    Counted,
    counted,
    significant_digits,
)
from corpus.comparison.evidence import Likelihoods
from corpus.comparison.likeness import Scored
from corpus.comparison.result import FigurePair, FigureRelation, SideName
from corpus.comparison.sides import Side
from corpus.comparison.sizes import agreed, sizes
from corpus.words import STOP, written

MANY = 40_000  # pairs of figures from which only those in near sentences are looked at
CLOSE = 0.2  # Dice coefficient of such sentences
AGREES = {"agree": 0.55, "approximate": 1.05}
"""Lowest score of figures that agree, chosen on 114 development pairs: below it recall grows slower
than precision falls; rough numbers are like by chance more often."""
IN_HEADLINE = 0.6  # a headline rather faces the other headline than a sentence of the body
LEAD = 2  # sentences that give the toll of a report, the headline first
FACING = 0.85  # likelihood from which two sentences count one thing, whatever they call it
FEW = 25  # numbers of so much, that is; of 18 new agreements in 700 pairs of reports 17 are right
_PEOPLE = 0.6  # what `same_thing` says of people who are named otherwise
_ANYBODY = 0.9  # and of people who are only people
_SOMEBODY = 0.5  # what is said of people and of others who may be people
_LONG = frozenset(("year", "decade", "century"))
_NAMED = 2  # names from which a sentence tells what it is about
_NO_NAMES = frozenset(word[:BEGINS] for word in STOP)  # what else begins a sentence
SMALL = 4  # numbers up to here are equal by chance in any two reports

_RULES: dict[FigureRelation, str] = {
    "agree": "the same number of the same thing",
    "approximate": "one number lies within what the other, hedged, may stand for",
    "differ": "the same thing counted in the same kind of deed, two numbers",
}

Said = dict[int, Attribution]


@dataclass(frozen=True, slots=True)
class Between:
    """How near the sentences of two figures are; `titles` are the numbers of the headlines."""

    near: Scored
    likely: Likelihoods
    titles: tuple[frozenset[int], frozenset[int]]
    by_nouns: bool = False  # what is counted must be named alike

    @classmethod
    def of(cls, left: Side, right: Side, near: Scored, likely: Likelihoods) -> Between:
        """Two reports whose sentences are as near as `near` and `likely` say."""
        return cls(near, likely, (_titles(left), _titles(right)))

    def sentences(self, a: Counted, b: Counted) -> float:
        """From 0 to 1: the likelihood, between titles the Dice coefficient and a little more."""
        in_title = a.sentence in self.titles[0], b.sentence in self.titles[1]
        dice = self.near.score(a.sentence, b.sentence)
        if all(in_title):
            return min(1.0, 0.5 + dice)
        if any(in_title):
            return dice * IN_HEADLINE
        return max(self.likely.get((a.sentence, b.sentence), 0.0), dice / 2)


def pairs(
    left: Side,
    right: Side,
    near: Scored,
    likely: Likelihoods,
    said: tuple[Said, Said],
    *,
    comparable: bool,
    by_nouns: bool = False,
) -> tuple[FigurePair, ...]:
    """Figures of both sides that count the same: agreeing, approximately, or differing.

    `said` gives for the sentences of either side whom they name for what they say. Numbers that do
    not agree are held against each other only where the reports are `comparable`. `by_nouns`:
    things named otherwise never agree (a ledger has other reports to go by, and does without).
    """
    ours, theirs = counted(left), counted(right)
    few = len(ours) * len(theirs) <= MANY
    kinds = sizes(ours, in_any_unit=by_nouns), sizes(theirs, in_any_unit=by_nouns)
    alike = [
        (a, b, agreed(a, b, x, y))
        for a, x in zip(ours, kinds[0], strict=True)
        for b, y in zip(theirs, kinds[1], strict=True)
        if x.kind == y.kind and (few or near.score(a.sentence, b.sentence) >= CLOSE)
    ]
    between = replace(Between.of(left, right, near, likely), by_nouns=by_nouns)
    result: list[FigurePair] = []
    taken: tuple[set[int], set[int]] = set(), set()
    told: list[tuple[Counted, Counted]] = []
    differing: list[tuple[Counted, Counted]] = []

    def take(found: list[tuple[float, Counted, Counted]], relation: FigureRelation) -> None:
        for score, a, b in sorted(found, key=lambda f: (-f[0], f[1].number, f[2].number)):
            if a.number not in taken[0] and b.number not in taken[1]:
                taken[0].add(a.number)
                taken[1].add(b.number)
                # a toll stands in headline, lead and body: said again on both sides it is no news
                if any(_again(a, one) and _again(b, other) for one, other in told):
                    continue
                if relation == "differ" and any(_same(a, c) and _same(b, d) for c, d in differing):
                    continue
                if relation == "differ":
                    differing.append((a, b))
                told.append((a, b))
                result.append(_pair(left, right, a, b, relation, score, said))

    relations: tuple[FigureRelation, ...] = ("agree", "approximate")
    for relation in relations:
        take(
            [
                (score, a, b)
                for a, b, agreement in alike
                if agreement == relation and (score := _agreeing(a, b, between)) >= AGREES[relation]
            ],
            relation,
        )
    if comparable:
        take(
            [
                (score, a, b)
                for a, b, agreement in alike
                if agreement is None
                and a.kind == b.kind
                and a.number not in taken[0]
                and b.number not in taken[1]
                and not (by_nouns and any(_once_more(a, c) or _once_more(b, d) for c, d in told))
                and (score := _differing(left, right, a, b, between)) > 0
            ],
            "differ",
        )
    return tuple(sorted(result, key=lambda p: (p.left, p.left_figure)))


def _differing(left: Side, right: Side, a: Counted, b: Counted, between: Between) -> float:
    """How surely two numbers that do not agree count one thing; a story has other reports that tell
    two things apart, of two reports one has to."""
    score = conflicting(a, b, between.sentences)
    if not between.by_nouns:
        return score
    score = score or facing(a, b, between.sentences)
    if score > 1.0 and max(a.sentence, b.sentence) <= LEAD:
        score += 1.0  # the toll a report opens with, not that of one hospital
    return 0.0 if score and told_apart(left, right, a, b) else score


def _same(a: Counted, b: Counted) -> bool:
    return a.kind == b.kind and a.low_high == b.low_high


def _titles(side: Side) -> frozenset[int]:
    return frozenset(s.i for s in side.sentences if s.role == "title")


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


def _one_thing(a: Counted, b: Counted) -> float:
    """The same for one number on both sides: "Americans" may be soldiers, but twelve officers and
    twelve demonstrators are nobody's agreement."""
    thing = same_thing(a, b)
    if thing != 0.4 or (a.deed and a.deed == b.deed and (a.a_people or b.a_people)):
        return thing
    return like_nouns(a, b)


def _agreeing(a: Counted, b: Counted, between: Between) -> float:
    """How surely two numbers that agree count the same thing; from `AGREES` on it is taken."""
    thing = _one_thing(a, b) if between.by_nouns else same_thing(a, b)
    sentences = between.sentences(a, b)
    if between.by_nouns and thing == 0.0 and _somebody(a, b):
        thing = _SOMEBODY
    alone = _by_itself(a, b, thing)
    if a.persons and b.persons and a.grave != b.grave:
        return 0.0  # those in hospital are not those whose lives are in danger
    if between.by_nouns and sentences < NEARLY_SAME and _of_two(a, b):
        return 0.0
    same_deed = a.deed is not None and a.deed == b.deed
    if (a.past != b.past or a.part != b.part) and sentences < SURE and not alone:
        return 0.0
    if between.by_nouns and not alone and sentences < _least_near(a, b, thing):
        return 0.0
    if between.by_nouns and a.earlier != b.earlier and same_deed and a.persons:
        return 0.0  # the toll before it rose is not the toll
    one_number = a.figure.value is not None and a.figure.value == b.figure.value
    facing = between.by_nouns and one_number and thing == 1.0 and sentences >= FACING
    if a.kind[0] == "count" and a.part != b.part and not same_deed and not facing:
        return 0.0  # "850 soldiers, with another 1,000 from partners" are not "1,000 troops"
    if a.part != b.part and a.figure.value != b.figure.value:
        return 0.0
    if a.deed and b.deed and a.deed != b.deed and a.persons and b.persons:
        there = WHERE & {a.deed, b.deed} and thing == 1.0
        if not (there and sentences >= SURE):
            return 0.0
    deed = 0.25 if same_deed else 0.0
    value = a.figure.value
    if value is None:
        telling = 0.1
    elif abs(value) <= SMALL:
        telling = 0.1 if a.figure.unit else -0.2
    else:
        telling = 0.5 if alone or significant_digits(value) >= 3 else 0.25
    if thing == 0.0 and sentences < SURE and not alone:
        return 0.0
    return thing * 0.7 + deed + telling + sentences


def _of_two(a: Counted, b: Counted) -> bool:
    """Whether a handful is counted in sentences about what is named otherwise: the two engines of
    one maker's craft are not those of another's."""
    same_deed = a.deed is not None and a.deed == b.deed
    if a.of_another == b.of_another or same_deed or abs(a.figure.value or SMALL + 1) > SMALL:
        return False
    ours, theirs = a.named - _NO_NAMES, b.named - _NO_NAMES
    return min(len(ours), len(theirs)) >= _NAMED and ours.isdisjoint(theirs)


def _somebody(a: Counted, b: Counted) -> bool:
    """Whether one counts people, and the other may: "19 others" and "19 other defendants"."""
    return bool(a.head & ANYBODY) != bool(b.head & ANYBODY) and bool(a.head and b.head)


def _of_one_list(a: Counted, b: Counted) -> bool:
    """Whether the sentences of two numbers give the same ones: "20 pupils and six adults", "twenty
    children and six adults"."""
    return len(a.numbers) > 1 and a.numbers == b.numbers


def _least_near(a: Counted, b: Counted, thing: float) -> float:
    """How near the sentences of equal numbers must be, by what is known of the things counted."""
    if a.kind[0] == "age" or b.kind[0] == "age":
        return SURE if _two_people(a, b) else 0.0
    same_deed = a.deed is not None and a.deed == b.deed
    small = a.figure.value is not None and abs(a.figure.value) <= SMALL
    if a.kind != b.kind:
        return _in_two_units(a, b, thing)
    if a.kind[0] != "count":
        return 0.0 if thing == 1.0 or a.around & b.around else _by_chance(a)
    if a.figure.value is None and thing < 1.0 and not (same_deed and thing >= _PEOPLE):
        return SURE  # there are thousands of anything
    nouns = bool(a.head and b.head) and not (a.head | b.head) & ANYBODY
    apart = nouns and thing < 1.0 and bool(a.head & b.told_apart or b.head & a.told_apart)
    if not apart and thing < _PEOPLE and _of_one_list(a, b):
        return NEARLY_SAME if small else SURE
    lone = len(a.numbers) == len(b.numbers) == 1 and a.persons == b.persons
    if not apart and thing == 0.0 and lone:
        return NEARLY_SAME  # "two officials", "two employees", the only numbers of facing sentences
    if thing == _SOMEBODY and a.head and b.head:
        return FACING if small else SURE
    if apart or (thing == 0.0 and (a.figure.value or 0.0) < FEW):
        return 2.0  # never near enough: "60 cars and 100 vans" are not "100 cars"
    if thing == 0.0:
        return FACING  # "spotted 30 transfers", "sold oil 30 times"
    if same_deed:
        return 0.0
    if small and bool(a.head) != bool(b.head):
        return FACING  # "two of us" are not "two countries"
    anybody = thing == _ANYBODY and _is_short(a)  # two hundred people, wherever and whatever of
    return PERHAPS if small or anybody or thing < _ANYBODY else 0.0


def _in_two_units(a: Counted, b: Counted, thing: float) -> float:
    """How near sentences must be that give a number in two units: half and a decade stand in any
    two reports."""
    units = {a.kind[1], b.kind[1]}
    if "fraction" in units or units & _LONG:
        return SURE
    return 0.0 if thing == 1.0 or a.around & b.around else PERHAPS


def _is_short(a: Counted) -> bool:
    """Whether one digit of a number tells something."""
    return a.figure.value is not None and significant_digits(a.figure.value) == 1


def _by_chance(a: Counted) -> float:
    """How near sentences must be that give a share or a time, with no word in common beside it: 20
    per cent, a third, two days and six years stand in any two reports."""
    value = a.figure.value
    if value is None:
        return 0.0
    if a.kind[0] == "duration":
        return SURE if abs(value) <= SMALL or a.kind[1] in _LONG else 0.0
    short = a.kind[1] in RATES or (a.kind[0] == "percent" and _is_short(a))
    return PERHAPS if short else 0.0


def _two_people(a: Counted, b: Counted) -> bool:
    """Whether two ages are of people who are both named in full, with no name in common."""
    ours, theirs = (written(one.figure.about or "") for one in (a, b))
    if min(len(ours), len(theirs)) < 2 or not all(w[0].isupper() for w in (*ours, *theirs)):
        return False
    return set(ours).isdisjoint(theirs)


def _by_itself(a: Counted, b: Counted, thing: float) -> bool:
    """Whether one number in two reports of one event is telling enough without its sentence:
    $5.25 billion, 2.3 per cent, the age of somebody named on both sides."""
    value = a.figure.value
    if value is None or value != b.figure.value or abs(value) <= SMALL:
        return False
    kind = a.figure.kind
    if kind in ("money", "percent", "vote") and significant_digits(value) >= 2:
        return True
    return thing == 1.0 and (kind == "age" or significant_digits(value) >= 2)


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
    """Whom the sentence itself names for what it says, in its own words."""
    one = found.get(sentence)
    if one is None:
        return None
    named = [one.source, *one.via]
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
