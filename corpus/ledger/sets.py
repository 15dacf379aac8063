"""Whether two figures of a story count one set: the same people or things, in one incident.

In go two `Counted` figures of two articles, out comes whether anything tells their sets apart
(militants and civilians, the dead and those in hospital, two people's ages), and whether enough
says that they are one. What is neither stands in a ledger as a number that may be of the row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.comparison.agreements import SMALL
from corpus.comparison.conflicts import same_thing
from corpus.comparison.counted import ANYBODY, Counted, counts_anybody
from corpus.comparison.days_told import days_apart
from corpus.comparison.ranges import significant_digits
from corpus.comparison.sides import Side
from corpus.ledger.close import (
    CLOSE,
    NEAR,
    NEARER,
    SOME,
    TELLING,
    are_close,
    sums_are_one,
    within_a_day,
)
from corpus.ledger.incidents import (
    BEFALLEN,
    GENERIC,
    Numbers,
    are_named_apart,
    is_one_number,
    key,
    noun_of,
    one_number,
    steady,
    told_once,
)
from corpus.ledger.matching import StoryScores
from corpus.ledger.scenes import Scenes, clause
from corpus.ledger.subjects import are_two_subjects, group, shared
from corpus.ledger.trusting import is_planned, is_vague
from corpus.ledger.whom import (
    are_two_people,
    are_two_peoples,
    are_two_sorts,
    is_narrowed,
    is_of,
    names_of,
    whom,
)
from corpus.words import stem

ALIKE = 0.2  # and for "dozens" with the same noun
SOMEWHAT_NEARER = 0.3  # and from which shares and sums of two digits are, whosever they are
QUITE_NEAR = 0.32  # and from which lengths of time are, whatever they are the time of
MANY = 1_000  # or so large
KNOWN = 0.5  # share of the articles from which a word is that of the whole story
FEW_KNOW = 3  # and articles up to which none is
FEW = 20  # counts up to here are given of many things
SOME_DOZEN = 30  # counts of people up to here
FAR = 0.1  # below which tolls in sentences that name other places and people are two
FAR_APART = 2.0  # are of two incidents where the larger is more than so many times the smaller
LONG = 30  # days between publication, from which sentences must be twice as near
DAYS = 3  # up to which rough counts of those whom something befell are of one day's
HUNDREDS = 100  # counts from here on are of the whole, whatever the day
LIKE = 0.4  # how surely two nouns name one thing
_ALL_BUT = re.compile(r"\ball but\s$", re.IGNORECASE)
_BEDS = re.compile(
    r"\bhospitali[sz]ed\b|\b(?:in|at) (?:the |a |area |local )*(?:hospitals?|intensive care)\b"
    r"|\b(?:treated|discharged|released|critical|serious)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?:once|twice|one|two|three|times?)\s(?:a|an|each|every|per)\s(?:day|week|month|year)"
    r"|\bor (?:twice|two|three)\b",
    re.IGNORECASE,
)
_TOLD_ALIKE = frozenset({"count", "money", "percent"})
_BEFELL = BEFALLEN | {"saved"}
_BALLOTS = frozenset(map(stem, "votes vote delegates seats superdelegates points point".split()))
_SPEAKERS = frozenset(map(stem, "source sources official officials experts".split()))
_NAME = re.compile(r"\b[A-Z][a-z][\w’'-]+")
_BEFORE = 60  # characters before a number of votes that say whose they are
_OFF = re.compile(r"\b(?:of|from|to)\s(?:the\s)?(?P<name>[A-Z][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Sets:
    """What telling the sets of a story's figures apart needs to know of it."""

    sides: Sequence[Side]
    found: StoryScores
    scenes: Scenes
    steady: frozenset[tuple[int, int]]
    told_once: frozenset[str]  # deeds that befell people in one incident only
    known: frozenset[str]  # stems that most articles have
    one_number: Numbers

    @classmethod
    def of(
        cls, sides: Sequence[Side], found: StoryScores, every: Sequence[tuple[int, Counted]]
    ) -> Sets:
        """Those of the story with these articles and figures."""
        count = Counter(root for side in sides for root in frozenset().union(*side.stems))
        known = frozenset(
            root for root, n in count.items() if n > max(FEW_KNOW, KNOWN * len(sides))
        )
        return cls(
            sides, found, Scenes.of(sides), steady(found, every), told_once(every), known,
            one_number(every),
        )  # fmt: skip

    def score(self, a: int, one: Counted, b: int, other: Counted) -> float:
        """How near the sentences of two figures are."""
        if a > b:
            a, one, b, other = b, other, a, one
        return self.found.get((a, b), {}).get((one.sentence, other.sentence), 0.0)

    def are_two(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether words of their sentences say that two figures are of two sets."""
        if one.kind != other.kind:
            return True
        if one.kind[0] == "age":
            return are_two_people(one, other)
        if one.kind[0] == "measure":
            return self._off(a, one, b, other)
        if are_two_subjects(self.sides[a], one, self.sides[b], other):
            return True
        if self.say_one_thing(a, one, b, other):
            return False
        if are_two_sorts(one, other) or are_two_peoples(one, other):
            return True
        if one.deed != other.deed and {one.deed, other.deed} <= _BEFELL:
            return True
        if are_named_apart(one, other):
            return True
        texts = [self._text(a, one), self._text(b, other)]
        starts = [self._start(a, one), self._start(b, other)]
        if any(_ALL_BUT.search(t[:at]) for t, at in zip(texts, starts, strict=True)):
            return True
        if self._is_often(a, one) != self._is_often(b, other):
            return True
        if one.deed == "hurt" == other.deed and self._in_beds(a, one) != self._in_beds(b, other):
            return True
        return self.scenes.are_two(self.sides[a], one, self.sides[b], other)

    def say_one_thing(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether two sentences give one telling number, and so much else alike that no name, place
        or noun in them parts it: "85% of the Pentagon's budget", "85 percent of DoD's"."""
        value = one.figure.value
        if value is None or value != other.figure.value or one.kind[0] not in _TOLD_ALIKE:
            return False
        if one.deed != other.deed and {one.deed, other.deed} <= _BEFELL:
            return False
        digits, score = significant_digits(value), self.score(a, one, b, other)
        if one.kind[0] == "count" and abs(value) < MANY and digits < TELLING:
            return False
        return digits > 1 and score >= (NEAR if digits >= TELLING else SOMEWHAT_NEARER)

    def may_be_one(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether so much speaks for two figures being of one set that a reader may hold them for
        it: not for "three guards" and "three Tamarians", whom nothing but the number joins."""
        if self.are_two(a, one, b, other):
            return False
        score, value = self.score(a, one, b, other), one.figure.value
        nouns = bool(noun_of(one)) and noun_of(one) == noun_of(other)
        deed = one.deed is not None and one.deed == other.deed
        if value is None or value != other.figure.value:
            apart = days_apart(self.sides[a].article, self.sides[b].article) or 0
            if apart > DAYS or not (deed or score >= SOME) or not are_close(one, other, CLOSE):
                return False
        if one.kind[0] != "count":
            words = shared(self.sides[a], one, self.sides[b], other) - self.known
            return nouns or score >= NEAR or len(words) > 1
        if abs(value or 0.0) <= FEW and one.part != other.part:
            return False
        named = one.head - ANYBODY - GENERIC, other.head - ANYBODY - GENERIC
        if all(named) and not nouns and same_thing(one, other) <= LIKE:
            return False
        people = counts_anybody(one) and counts_anybody(other)
        if people and significant_digits(value or 0.0) > 1 and abs(value or 0.0) > SMALL:
            return True
        if abs(value or 0.0) <= FEW and noun_of(one) in GENERIC | ANYBODY:
            return score >= NEAR
        if nouns or (deed and (people or score >= SOME)):
            return bool(named[0] & named[1]) or deed or score >= SOME
        words = shared(self.sides[a], one, self.sides[b], other) - self.known
        return score >= SOME and bool(words)

    def are_one(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether enough says that two figures that agree, or roughly do, are of one set."""
        if self.are_two(a, one, b, other):
            return False
        if self.say_one_thing(a, one, b, other) and one.past == other.past:
            return True
        score = self.score(a, one, b, other)
        both = shared(self.sides[a], one, self.sides[b], other)
        if one.kind[0] == "percent" and len(both) < 2 and not one.head & other.head:
            return False
        apart_named = bool(one.named and other.named) and one.named.isdisjoint(other.named)
        known = is_one_number(one, other, self.one_number)
        both_befallen = one.deed in BEFALLEN and one.deed == other.deed
        if both_befallen and apart_named and score < FAR and not known:
            return False
        apart = days_apart(self.sides[a].article, self.sides[b].article) or 0
        if apart > LONG:
            score /= 2
        vague = is_vague(one.figure) or is_vague(other.figure)
        if vague:
            return self._tell_one_day(apart, one) and self._vaguely(a, one, b, other, score)
        value = one.figure.value
        exact = value is not None and value == other.figure.value
        narrowed = is_narrowed(one, other) or is_narrowed(other, one)
        if not exact and (narrowed or not are_close(one, other, CLOSE)):
            return False
        if not (exact or self._tell_one_day(apart, one) or abs(value or 0.0) >= HUNDREDS):
            return False
        nouns = bool(one.head & other.head - ANYBODY)
        if one.kind[0] == "age":
            named_too = names_of(one) & names_of(other) or is_of(one, other) or is_of(other, one)
            if named_too or score >= NEAR or self._are_steady(a, one, b, other):
                return True
            named = names_of(one) or names_of(other)
            return exact and not named and len(both - self.known) > 1
        if one.kind[0] == "duration":
            if exact and significant_digits(value or 0.0) > 1 and len(both - self.known) > 1:
                return True
            alike = nouns or bool(one.around & other.around)
            return score >= (SOME if nouns else NEAR if alike else QUITE_NEAR)
        if one.kind[0] != "count":
            return sums_are_one(one, other, score, len(both), nouns=nouns)
        if value is None or not float(value).is_integer():
            return score >= NEAR
        if nouns and exact and significant_digits(value) >= TELLING:
            return True
        planned = is_planned(self.sides[a], one) != is_planned(self.sides[b], other)
        if known and (score >= SOME or not planned):
            return True
        if planned:
            return score >= 2 * NEAR
        deed = one.deed is not None and one.deed == other.deed
        if abs(value) >= MANY or significant_digits(value) >= TELLING:
            people = bool(one.head & ANYBODY) and bool(other.head & ANYBODY)
            enough = same_thing(one, other) >= LIKE and score >= (SOME / 2 if deed else NEAR)
            return (nouns or people or enough) and not (narrowed and score < SOME)
        alike = nouns or same_thing(one, other) >= LIKE
        once = one.deed in self.told_once
        if deed and alike and once and abs(value) > SMALL and one.part == other.part:
            return True
        if score < NEAR and (narrowed or one.part != other.part):
            return False
        befallen = (one.deed in BEFALLEN) != (other.deed in BEFALLEN)
        if score >= NEAR and not alike:
            return False
        if abs(value) > FEW:
            if score >= NEAR or (nouns and score >= SOME):
                return True
            if deed and one.deed in BEFALLEN and not once and abs(value) < HUNDREDS:
                return bool(whom(one).peoples & whom(other).peoples)
            if nouns or deed:
                return score >= SOME or (deed and not befallen) or not (one.deed or other.deed)
            return False
        if self._text(a, one) == self._text(b, other):
            return True
        if abs(value) <= 1 or one.head & other.head & _SPEAKERS:
            return score >= 2 * NEAR or (score >= NEAR and nouns)
        if score >= NEAR:
            return bool(one.head and other.head) or abs(value) > 2 or score >= NEARER
        if befallen:
            return False
        if self._are_steady(a, one, b, other):
            return True
        return score >= SOME and (deed or nouns) and not one.head & other.head & GENERIC

    def may_differ(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether two numbers that do not agree are of one set of people or things, as two count
        them at one time: published a day apart at most, of the same people in the same deed."""
        if not within_a_day(self.sides[a], self.sides[b]):
            return False
        if one.part or other.part or self.are_two(a, one, b, other):
            return False
        if is_narrowed(one, other) or is_narrowed(other, one):
            return False
        if one.kind[0] == "vote" or (one.head | other.head) & _BALLOTS:
            whose = {self._whose(a, one), self._whose(b, other)}  # everybody who stands has some
            if len(whose) > 1 or None in whose:
                return False
        days = {self.sides[k].article.published for k in (a, b)}
        if len(days) > 1 and (self._in_beds(a, one) or self._in_beds(b, other)):
            return False  # some are let go every day
        score = self.score(a, one, b, other)
        values = [abs(c.figure.value) for c in (one, other) if c.figure.value is not None]
        few = min(values, default=0.0)
        once = one.deed in self.told_once and few > SMALL
        persons = (one.persons or other.persons) and not once
        if persons and few <= SOME_DOZEN and not are_close(one, other, FAR_APART):
            return False
        if persons and few <= FEW and score < SOME:
            ours, theirs = whom(one), whom(other)
            return bool(ours.peoples) and ours == theirs
        return True

    def may_be_too_far(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether two rounded counts of people in one deed are too far apart to be one number:
        "more than 170 hurt", "more than 200"."""
        if None in (one.figure.value, other.figure.value) or one.deed is None:
            return False
        persons = one.kind[0] == "count" and one.deed == other.deed and one.deed in BEFALLEN
        return persons and not are_close(one, other, CLOSE) and self.score(a, one, b, other) >= SOME

    def _tell_one_day(self, apart: int, one: Counted) -> bool:
        """Whether rough counts published so many days apart may be of one: what befell people
        befalls others on other days."""
        return apart <= DAYS or one.deed not in BEFALLEN or one.deed in self.told_once

    def _are_steady(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        places = {(a, one.number), (b, other.number)}
        return places <= self.steady and key(one) == key(other)

    def _vaguely(self, a: int, one: Counted, b: int, other: Counted, score: float) -> bool:
        if is_planned(self.sides[a], one) != is_planned(self.sides[b], other):
            return False
        if one.deed is not None and one.deed == other.deed:
            both = is_vague(one.figure) and is_vague(other.figure)
            return score >= (NEAR if both else SOME)
        nouns = bool(one.head & other.head - ANYBODY)
        return score >= (ALIKE if nouns and not (one.deed and other.deed) else NEARER)

    def _text(self, a: int, one: Counted) -> str:
        return self.sides[a].sentences[one.sentence].text

    def _start(self, a: int, one: Counted) -> int:
        return one.figure.start - self.sides[a].sentences[one.sentence].start

    def _is_often(self, a: int, one: Counted) -> bool:
        at = self._start(a, one)
        return bool(_TIMES.search(self._text(a, one)[max(0, at - 12) : at + 30]))

    def _whose(self, a: int, one: Counted) -> str | None:
        """The name before a number of votes, in its clause: "Varga won 1,243 delegates"."""
        before = self._text(a, one)[: self._start(a, one)]
        named = _NAME.findall(before[-_BEFORE:])
        return group(named[-1]) if named else None

    def _in_beds(self, a: int, one: Counted) -> bool:
        return bool(_BEDS.search(clause(self.sides[a], one)))

    def _off(self, a: int, one: Counted, b: int, other: Counted) -> bool:
        """Whether two ways are measured from different places."""
        ours, theirs = (
            {m["name"].lower() for m in _OFF.finditer(self._text(k, c), self._start(k, c))}
            for k, c in ((a, one), (b, other))
        )
        return bool(ours and theirs) and ours.isdisjoint(theirs)
