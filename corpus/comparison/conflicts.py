"""Figures that do not agree: whether two may count one thing, or something tells them apart.

In go `Counted` figures of two reports and how near their sentences are, out comes how surely they
are two numbers of one thing. Both must count it in the same kind of deed; sums and shares without a
deed must stand in sentences that face each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.comparison.counted import ANYBODY, BEGINS, Counted, counted, named
from corpus.comparison.ranges import of_one_size, significant_digits
from corpus.comparison.sides import Side
from corpus.comparison.similarity import similarity
from corpus.words import STOP, content_stem, stem, written

_NAMED = 2  # names from which a sentence tells what it is about
_NO_NAMES = frozenset(word[:BEGINS] for word in STOP)  # what else begins a sentence
_DISTANCES = frozenset("km m cm mm mile yd ft in".split())
SURE = 0.44  # likelihood from which two sentences say the same, as in `alignment`
PERHAPS = 0.2  # below it their figures are held against each other only by what they count
A_LITTLE = 0.08  # enough for the same word in the same deed
AT_THE_TOP = 0.03  # and for the tolls that open both reports
OPENING = 8  # sentences in which a report gives the toll of its event
NEARLY_SAME = 0.9  # sentences this likely count the same thing whatever the size of the numbers
FURTHEST = 4  # the larger of two conflicting counts is at most so many times the smaller
CLOSELY = 1.25  # two counts of one thing are seldom further apart; those of two things often are
NEAR_HEADS = 0.55  # similarity of two words from which they may count one thing
_ONE_WAY = 2.0  # one fall is seldom told to be twice as deep
_NEARLY_EQUAL = 1.1  # two sums no further apart are of one thing in sentences that face each other


def same_thing(a: Counted, b: Counted) -> float:
    """How surely two figures count one kind of thing: 1 the same word, 0 surely two things."""
    if a.head & b.head - ANYBODY:
        return 1.0
    if not a.head or not b.head:
        return 0.5
    if a.figure.kind == "age":
        return 0.5  # of one person, named here and called a girl there
    if a.head & ANYBODY and b.head & ANYBODY:
        return 0.9
    if a.persons and b.persons:
        return 0.6 if (a.head | b.head) & ANYBODY else 0.4
    return like_nouns(a, b)


def like_nouns(a: Counted, b: Counted) -> float:
    """The same by how near the words for them are, whoever they count."""
    return 0.6 * any(similarity(x, y) >= NEAR_HEADS for x in a.words for y in b.words)


Nearness = Callable[[Counted, Counted], float]


def conflicting(a: Counted, b: Counted, near: Nearness) -> float:
    """How surely two numbers that do not agree count the same thing; 0 where they may not.

    `near` tells, from 0 to 1, how near the sentences of the two are.
    """
    one, other = a.figure, b.figure
    if a.grave != b.grave:
        return 0.0
    if _of_as_many(a, b) and near(a, b) >= AT_THE_TOP:
        return 1 + near(a, b)
    part = (a.part or b.part) and not a.grave  # "a further nine are critical": all who are
    if part or a.past != b.past or 1 in (one.value, other.value):
        return 0.0
    if a.earlier or b.earlier:
        return 0.0
    if one.kind == "age" and (_one_person(a, b) or (a.head & b.head and near(a, b) >= SURE)):
        return 1 + near(a, b)
    if _of_one_way(a, b) and near(a, b) >= AT_THE_TOP:
        return near(a, b)
    if a.scope != b.scope or is_of_others(a, b) or is_of_others(b, a):
        return 0.0
    if not (a.settled and b.settled) or a.treated != b.treated:
        return 0.0
    sentences = near(a, b)
    counts = one.kind == "count" and sentences >= NEARLY_SAME and _only_ones(a, b)
    if is_narrower(a, b) and not counts:
        return 0.0
    tally = one.kind in ("vote", "odds")
    if tally and not _one_house(a, b):
        return 0.0
    if None in (one.value, other.value) and not tally:
        return _vaguely(a, b, sentences)
    if one.kind == "percent" and is_of_otherwise(a, b):
        return 0.0
    if not (sentences >= NEARLY_SAME or of_one_size(a.low_high, b.low_high, FURTHEST)):
        return 0.0
    specific = bool(a.head & b.head - ANYBODY - _MEASURES)
    if a.deed == b.deed == "lead" and one.kind != "count":  # by how much somebody is ahead
        who = a.named & b.named - _PARTIES if None not in (one.value, other.value) else None
        return sentences if sentences >= AT_THE_TOP and who else 0.0
    if one.kind != "count":
        alike = specific or tally or (not a.head and not b.head and _in_like_words(a, b, sentences))
        enough = NEARLY_SAME if one.kind == "measure" and not specific else SURE  # winds change
        return sentences if alike and sentences >= enough else 0.0
    same_deed = a.deed is not None and a.deed == b.deed
    if a.persons or b.persons or (a.a_people and b.a_people and specific):
        if not same_deed:
            return sentences if _one_crowd(a, b) and sentences >= SURE else 0.0
        total = _may_be_all(a) and _may_be_all(b)
        openings = max(a.sentence, b.sentence) <= OPENING
        enough = AT_THE_TOP if openings else A_LITTLE if specific else PERHAPS
        same_people = specific or (bool(a.head & b.head) and a.of_one_kind == b.of_one_kind)
        return 1 + sentences if (same_people or total) and sentences >= enough else 0.0
    if not specific or (a.deed and b.deed and not same_deed):
        return 0.0
    closely = a.head == b.head and of_one_size(a.low_high, b.low_high, CLOSELY)
    return sentences if sentences >= (PERHAPS if closely else SURE) else 0.0


def _of_as_many(a: Counted, b: Counted) -> bool:
    """Whether two numbers, not far apart, count some of the same many: "9 of 40 boats", "10 of 40"
    in no other deed."""
    if a.out_of is None or a.out_of != b.out_of or a.past != b.past or a.deed != b.deed:
        return False
    if a.earlier or b.earlier or not (a.settled and b.settled):
        return False
    return bool(a.head & b.head) and of_one_size(a.low_high, b.low_high, CLOSELY)


def _only_ones(a: Counted, b: Counted) -> bool:
    """Whether each is the only number of its kind in its sentence."""
    return len(a.numbers) == len(b.numbers) == 1


def _one_house(a: Counted, b: Counted) -> bool:
    """Whether two tallies may be of one vote: of nearly as many voters."""
    if None in (a.figure.low, a.figure.high, b.figure.low, b.figure.high):
        return True
    voters = [sum(part or 0.0 for part in (one.figure.low, one.figure.high)) for one in (a, b)]
    return max(voters) <= CLOSELY * min(voters)


def _of_one_way(a: Counted, b: Counted) -> bool:
    """Whether two measures tell how far somebody went the same way: each the only one of its
    sentence, not far apart, and no range that takes in the other."""
    if a.way is None or a.way != b.way:
        return False
    if not (_only_ones(a, b) and of_one_size(a.low_high, b.low_high, _ONE_WAY)):
        return False
    ranges = a.low_high, b.low_high
    return None not in ranges and not any(  # "10 to 12 feet" and "12 feet"
        low <= end <= high
        for (low, high), other in zip(filter(None, ranges), reversed(ranges), strict=True)
        for end in other or ()
    )


def _vaguely(a: Counted, b: Counted, sentences: float) -> float:
    """The same for numbers that name only a scale, "dozens" and "hundreds", or only a range."""
    if a.figure.value is not None or b.figure.value is not None or sentences < SURE:
        return 0.0
    same_deed = a.deed is not None and a.deed == b.deed and (a.persons or b.persons)
    alike = bool(a.head & b.head) or (_may_be_all(a) and _may_be_all(b))
    return 1 + sentences if same_deed and alike else 0.0


def is_of_otherwise(a: Counted, b: Counted) -> bool:
    """Whether two shares of the same are shares of those who do, think or are something else, or
    one rose where the other fell."""
    if a.head & b.head and not (a.around - a.head) & (b.around - b.head) - _HOLDING:
        return True
    return bool(a.goes and b.goes) and a.goes.isdisjoint(b.goes)


_HOLDING = frozenset(map(stem, "percent compared".split()))  # beside any share


def is_of_others(a: Counted, b: Counted) -> bool:
    """Whether names narrow down what one counts, and the other's sentence has none of them."""
    return bool(a.names) and a.names.isdisjoint(b.named)


def _one_crowd(a: Counted, b: Counted) -> bool:
    """Whether two counts of nearly one size, under one noun, are of those who were there: "had 221
    passengers", "was carrying 212 passengers"."""
    there = all(one.deed is None or one.deed in WHERE for one in (a, b))
    named = a.head == b.head and bool(a.head - _WHOEVER)
    return there and named and of_one_size(a.low_high, b.low_high, CLOSELY)


def _one_person(a: Counted, b: Counted) -> bool:
    """Whether two ages are of one person, by name: "Mr Orban, 23" and "Viktor Orban, 24"."""
    ours, theirs = ({w for w in written(c.figure.about or "") if w[0].isupper()} for c in (a, b))
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


WHERE = frozenset({"inside", "present"})  # deeds that say where people were, not what befell them
_WHOEVER = frozenset(map(stem, "people person persons others individuals lives number".split()))


def is_narrower(a: Counted, b: Counted) -> bool:
    """Whether one counts some of what the other counts: "military aid" and "aid". Who people are by
    trade, or what they did then, narrows nothing down."""
    if not a.head or not b.head or a.head & ANYBODY or b.head & ANYBODY:
        return False
    more = {word for one, other in ((a, b), (b, a)) for word in one.words
            if not _in(word, other) and word[:BEGINS] not in one.names & other.named}  # fmt: skip
    return any(not word.endswith(("ing", "ed")) and word not in _NO_FEWER for word in more)


def _in(word: str, other: Counted) -> bool:
    return content_stem(word) in other.head


_NO_FEWER = frozenset(
    "police people person law enforcement high school total overall whole entire".split()
)
_MEASURES = frozenset(map(stem, "points point times runs outs games steps ways parts".split()))
"""What is counted in many ways in one report."""
_PARTIES = frozenset("demo repu gop elec cong sena hous dist".split())  # as `named` has them


def _in_like_words(a: Counted, b: Counted, sentences: float) -> bool:
    """Whether two figures that name nothing counted stand in sentences and among words alike: a
    missile's height is not held against its way."""
    return sentences >= NEARLY_SAME and bool(a.beside & b.beside)


def _may_be_all(a: Counted) -> bool:
    """Whether a figure may count everybody whom the deed befell: "people", not "U.S. citizens"."""
    return not a.head or (bool(a.head & ANYBODY) and not a.of_one_kind)


def facing(a: Counted, b: Counted, near: Nearness) -> float:
    """How surely two sums or shares that are nearly one number count one thing, since each is the
    only one of a sentence that faces the other's; 0 where they may not.

    What they count is often no noun beside them ("raised its offer to $47 billion").
    """
    if a.kind[0] not in _SUMS or a.kind[1] in RATES:
        return 0.0
    if a.part or b.part or a.past != b.past or a.scope != b.scope or a.earlier or b.earlier:
        return 0.0
    if not (_only_ones(a, b) and a.settled and b.settled):
        return 0.0
    if a.kind[0] == "percent" and is_of_otherwise(a, b):
        return 0.0
    nearly = of_one_size(a.low_high, b.low_high, _NEARLY_EQUAL)
    if (
        is_of_others(a, b)
        or is_of_others(b, a)
        or (a.head & b.head and not nearly and is_narrower(a, b))
    ):
        return 0.0  # "foreign earnings" may be all of them, where the sums are nearly one
    sentences = near(a, b)
    alike = bool(a.around & b.around) and of_one_size(a.low_high, b.low_high, CLOSELY)
    if sentences < SURE or not (alike or nearly):
        return 0.0
    return sentences


def of_the_one(left: Side, right: Side, a: Counted, b: Counted, near: Nearness) -> float:
    """How surely two ages are of the one boy, woman or gorilla that opens both reports: either
    gives every such one a single age, those of other years left out."""
    head = a.head & b.head
    if a.kind[0] != "age" or not head or not (a.persons and b.persons):
        return 0.0
    if max(a.sentence, b.sentence) > OPENING or a.past != b.past or a.earlier or b.earlier:
        return 0.0
    for side in (left, right):
        ages = {
            c.low_high
            for c in counted(side)
            if c.kind == a.kind and c.head & head and c.past == a.past
        }
        if len(ages) != 1:
            return 0.0
    sentences = near(a, b)
    return 1 + sentences if sentences >= A_LITTLE else 0.0


_SUMS = frozenset(("money", "percent", "measure"))
RATES = frozenset(("times", "fraction"))


def _is_rounded(a: Counted, b: Counted) -> bool:
    """Whether one of two numbers is the other with fewer digits: a trillion and 1.07 trillion."""
    values = [abs(one.figure.value) for one in (a, b) if one.figure.value]
    if len(values) < 2:
        return False
    fine, coarse = sorted(values, key=significant_digits, reverse=True)
    return float(f"{fine:.{significant_digits(coarse) - 1}e}") == coarse


def named_otherwise(a: Counted, b: Counted, least: int = _NAMED) -> bool:
    """Whether two figures stand in sentences that both name somebody, and nobody in common."""
    ours, theirs = a.named - _NO_NAMES, b.named - _NO_NAMES
    return min(len(ours), len(theirs)) >= least and ours.isdisjoint(theirs)


def are_of_two(a: Counted, b: Counted) -> bool:
    """Whether two distances are of two things: the 30-yard run of one club, and the goal of
    another from 30 yards."""
    far = a.kind[0] == b.kind[0] == "measure" and {a.kind[1], b.kind[1]} <= _DISTANCES
    one_way = a.way is not None and a.way == b.way  # a child's fall, whoever is named beside it
    return far and not one_way and named_otherwise(a, b, 1)


def told_apart(left: Side, right: Side, a: Counted, b: Counted) -> bool:
    """Whether the reports themselves tell two numbers apart: one has both in a sentence, rounds
    the other's sum, or counts over several places of which the other names one."""
    if (a.kind[0] == "money" and _is_rounded(a, b)) or are_of_two(a, b):
        return True
    if a.kind[0] == "percent":
        polls = [{m[1] for m in _POLL.finditer(side.sentences[one.sentence].text)}
                 for side, one in ((left, a), (right, b))]  # fmt: skip
        if polls[0] and polls[1] and polls[0].isdisjoint(polls[1]):
            return True
    if _number(a) in b.numbers | b.beside_it or _number(b) in a.numbers | a.beside_it:
        return True
    if a.low_high is None or b.low_high is None:
        return False
    more, fewer = (a, b) if a.low_high > b.low_high else (b, a)
    if _ROUGHLY.match(more.figure.hedge or "") and _OR_MORE.match(fewer.figure.hedge or ""):
        return True  # "nearly two dozen" are "at least 20"
    text = (left if more is a else right).sentences[more.sentence].text
    return any(
        not names.isdisjoint(fewer.named) and not names <= fewer.named
        for names in (named(written(found[0])) for found in _LISTED.finditer(text))
    )


def _number(one: Counted) -> tuple[float, float] | None:
    value = one.figure.value
    return one.low_high if value is None else (value, value)


_POLL = re.compile(r"\b([A-Z][\w/&.-]+)\s(?:\w+\s){0,2}?(?:[Pp]oll|[Ss]urvey)s?\b")
_ROUGHLY = re.compile(r"(?:nearly|almost|about|around|some|roughly|approximately|up to)\b", re.I)
_OR_MORE = re.compile(r"(?:at least|more than|over|a minimum)\b", re.I)
_NAME = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*"
_PART_OF = "(?:north|south|east|west|northeast|northwest|southeast|southwest)"
_LISTED = re.compile(
    rf"{_NAME}(?:,\s{_NAME})*,?\sand\s(?:(?:the|nearby|{_PART_OF}ern|central)\s)?{_NAME}"
)
