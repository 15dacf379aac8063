"""How surely two numbers that agree count one thing: what is counted, in which deed, how near.

In go `Counted` figures of two reports whose numbers may be one, and how near the sentences of the
reports are; out comes a score. Small and round numbers are equal by chance, so their sentences must
be near or what they count named alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.comparison.conflicts import (
    NEARLY_SAME,
    PERHAPS,
    RATES,
    SURE,
    WHERE,
    are_of_two,
    like_nouns,
    named_otherwise,
    same_thing,
)
from corpus.comparison.counted import ANYBODY, Counted
from corpus.comparison.deeds import PERSONS
from corpus.comparison.evidence import Likelihoods
from corpus.comparison.likeness import Scored
from corpus.comparison.ranges import significant_digits
from corpus.comparison.sides import Side
from corpus.words import written

IN_HEADLINE = 0.6  # a headline rather faces the other headline than a sentence of the body
FACING = 0.85  # likelihood from which two sentences count one thing, whatever they call it
FEW = 25  # numbers of so much, that is; of 18 new agreements in 700 pairs of reports 17 are right
_PEOPLE = 0.6  # what `same_thing` says of people who are named otherwise
_ANYBODY = 0.9  # and of people who are only people
_SOMEBODY = 0.5  # what is said of people and of others who may be people
_LONG = frozenset(("year", "decade", "century"))
_SOMEBODYS = re.compile(
    r"(?:[eo]r|ist|ian|[ae]nt|ee|m[ae]n|adult|kid|teen|cop|suspect|dead|bab(?:y|ie)|twin|couple"
    r"|famil(?:y|ie)|friend|relative|colleague|male)s?$"
)
"""How words end that count people, of those that `PERSONS` has not."""
_LONG_AGO = 2  # years from which a share is hardly that of today
_YOUNG = 12  # years that a child has, and a picture, a plan or a law
SMALL = 4  # numbers up to here are equal by chance in any two reports


@dataclass(frozen=True, slots=True)
class Between:
    """How near the sentences of two figures are; `titles` are the numbers of the headlines."""

    near: Scored
    likely: Likelihoods
    titles: tuple[frozenset[int], frozenset[int]]
    by_nouns: bool = False  # what is counted must be named alike
    year: int | None = None  # in which the left report was published
    apart: bool = False  # the reports tell of different events

    @classmethod
    def of(cls, left: Side, right: Side, near: Scored, likely: Likelihoods) -> Between:
        """Two reports whose sentences are as near as `near` and `likely` say."""
        year = int(left.article.published[:4]) if left.article.published else None
        return cls(near, likely, (_titles(left), _titles(right)), year=year)

    def sentences(self, a: Counted, b: Counted) -> float:
        """From 0 to 1: the likelihood, between titles the Dice coefficient and a little more."""
        in_title = a.sentence in self.titles[0], b.sentence in self.titles[1]
        dice = self.near.score(a.sentence, b.sentence)
        if all(in_title):
            return min(1.0, 0.5 + dice)
        if any(in_title):
            return dice * IN_HEADLINE
        return max(self.likely.get((a.sentence, b.sentence), 0.0), dice / 2)


def counting_one(a: Counted, b: Counted, between: Between) -> float:
    """How surely two numbers that agree count the same thing; for `figures.AGREES`."""
    thing = _one_thing(a, b) if between.by_nouns else same_thing(a, b)
    sentences = between.sentences(a, b)
    if between.by_nouns and thing == 0.0 and _somebody(a, b):
        thing = _SOMEBODY
    alone = _by_itself(a, b, thing)
    if a.persons and b.persons and a.grave != b.grave:
        return 0.0  # those in hospital are not those whose lives are in danger
    if between.by_nouns and sentences < NEARLY_SAME and _of_two(a, b):
        return 0.0
    if between.apart and not alone and sentences < FACING:
        return 0.0  # nine games, two countries: of another event nothing counts one by itself
    same_deed = a.deed is not None and a.deed == b.deed
    if (a.past != b.past or a.part != b.part) and sentences < SURE and not alone:
        return 0.0
    if between.by_nouns and sentences < SURE and _of_another_time(a, b, between.year):
        return 0.0  # the rate of another year's law
    if between.by_nouns and thing == 0.0 and a.head and b.head and are_of_two(a, b):
        return 0.0
    if between.by_nouns and a.kind[0] == "age" and a.past != b.past and sentences < FACING:
        return 0.0  # the boy of another year
    if between.by_nouns and not alone and sentences < _least_near(a, b, thing):
        return 0.0
    if between.by_nouns and a.earlier != b.earlier and same_deed and a.persons:
        return 0.0  # the toll before it rose is not the toll
    one_number = a.figure.value is not None and a.figure.value == b.figure.value
    facing = between.by_nouns and one_number and thing == 1.0 and sentences >= FACING
    facing = facing and a.added == b.added
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


def _one_thing(a: Counted, b: Counted) -> float:
    """The same for one number on both sides: "Americans" may be soldiers, but twelve officers and
    twelve demonstrators are nobody's agreement."""
    thing = same_thing(a, b)
    if thing != 0.4 or (a.deed and a.deed == b.deed and (a.a_people or b.a_people)):
        return thing
    return like_nouns(a, b)


def _of_two(a: Counted, b: Counted) -> bool:
    """Whether a handful is counted in sentences about what is named otherwise: the two engines of
    one maker's craft are not those of another's."""
    same_deed = a.deed is not None and a.deed == b.deed
    if a.of_another == b.of_another or same_deed or abs(a.figure.value or SMALL + 1) > SMALL:
        return False
    return named_otherwise(a, b)


def _of_another_time(a: Counted, b: Counted, year: int | None) -> bool:
    """Whether one of two shares is that of a year long past, and the other is not."""
    if a.kind[0] != "percent" or year is None or (a.past is None) == (b.past is None):
        return False
    return year - int(a.past or b.past or year) >= _LONG_AGO


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
        return SURE if _two_people(a, b) else _of_nobody(a, b)
    same_deed = a.deed is not None and a.deed == b.deed
    small = a.figure.value is not None and abs(a.figure.value) <= SMALL
    if a.kind != b.kind:
        return _in_two_units(a, b, thing)
    if a.kind[0] == "money" and _is_vague(a) != _is_vague(b):
        return NEARLY_SAME  # a loss of $3 billion is not that of many firms, "billions"
    if a.kind[0] != "count":
        return 0.0 if thing == 1.0 or a.around & b.around else _by_chance(a)
    if small and _people_and_things(a, b):
        return 2.0  # never near enough: "a two-car tram", "two women passengers", of one crash
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


def _of_nobody(a: Counted, b: Counted) -> float:
    """How near the sentences of equal ages must be where nothing says who is of one: "the picture
    is four years old". Those of the grown tell enough."""
    young = a.figure.value is not None and abs(a.figure.value) <= _YOUNG
    return SURE if young and not (a.head and b.head) else 0.0


def _is_vague(a: Counted) -> bool:
    """Whether only a scale is given: "billions of dollars"."""
    figure = a.figure
    return figure.value is None and None in (figure.low, figure.high)


def _people_and_things(a: Counted, b: Counted) -> bool:
    """Whether one counts people, and the other what is named and may be none."""
    if not a.head or not b.head or a.head & b.head:
        return False
    people, things = [], []
    for one in (a, b):
        people.append(bool(one.head & (PERSONS | ANYBODY)))
        somebody = one.a_people or one.of_one_kind or any(map(_SOMEBODYS.search, one.words))
        things.append(not people[-1] and not somebody)
    return (people[0] and things[1]) or (people[1] and things[0])


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


def _titles(side: Side) -> frozenset[int]:
    return frozenset(s.i for s in side.sentences if s.role == "title")
