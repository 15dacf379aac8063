"""Whom a text means, of the people of an article: the evidence for each, weighed in one sum.

Where a pronoun stands for the speaker, or nothing says who speaks, everybody named in the texts
before comes in with what the text tells for and against; the likeliest goes out with a
probability (a conditional logit: McFadden 1974). The weights stand in `weights.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from corpus.article import Quotation
from corpus.frozen import quickly_made
from corpus.quotations.antecedents import described
from corpus.quotations.holders import Holders
from corpus.quotations.looking import NEAR, looking_back
from corpus.quotations.names import LINKS, has_word, is_acronym
from corpus.quotations.nearer import is_another_between, is_several
from corpus.quotations.openings import opening_subject
from corpus.quotations.people import CROWD, WORDS, People
from corpus.quotations.places import Places
from corpus.quotations.sexes import BY_ROLE
from corpus.quotations.unspoken import SPOKEN
from corpus.quotations.weights import HE, NOBODY
from corpus.quotations.words import (
    DESCRIBED,
    ROLES,
)

Evidence = dict[str, float]

_UNTOLD = re.compile(  # "Another added", or words that are put to the subject of their sentence
    r"(?:Another|Others|One|Some|Many|Several)\b|"
    r".*\b(?:was|were|is|are|been|be|being)\s(?:[a-z]+\s)?(?:asked|told|warned|reminded)\b[^.;]{0,30}$",
    re.DOTALL,
)
_SURE = 0.95  # probability from which a pronoun's person is told as sure
_LEAST = 1.45  # evidence for it: with more 119 of 122 are right, with less 4 of 5
_AHEAD = 12  # quotations, this one counted, in which the next speaker is looked for
_FEW = 6  # sentences that are looked back through
_ENOUGH = 3  # the same where several are named in them


@quickly_made
@dataclass(frozen=True, slots=True)
class Moment:
    """A place of an article where somebody speaks: what stands before it, and who spoke."""

    before: Sequence[str]  # texts without their quoted words, nearest first
    quoted: str
    last: str | None  # who spoke last
    since: int  # texts since
    spoke: Set[str]  # everybody who has spoken by the time that the choice is made
    pronoun: str | None  # that stands for the speaker, or opens the sentence
    subject: str | None  # that opens the sentence
    sentence: str = ""  # what stands before the words in their sentence
    following: str | None = None  # who speaks next
    words: Sequence[str] = ()  # what the quoted words and those around them tell


def choose(rows: Mapping[str, Evidence], weights: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest of the candidates and its probability."""
    sums = {name: math.exp(_sum(row, weights)) for name, row in rows.items()}
    best = max(sums, key=lambda name: sums[name])
    return best, sums[best] / sum(sums.values())


def _sum(row: Evidence, weights: Mapping[str, float]) -> float:
    total = 0.0
    for what, value in row.items():
        total += weights.get(what, 0.0) * value
    return total


class Choice:
    """The people of one article as those who may speak."""

    def __init__(self, people: People, holders: Holders, title: str) -> None:
        self._people = people
        self._holders = holders
        self._places = Places(people, holders)
        self._title_words = frozenset(WORDS.findall(title))
        self._counts: dict[str, float] = {}
        self._parted: dict[str, list[str]] = {}  # texts → sentences, nearest first
        self._known: Mapping[str, Sequence[str]] = {}
        self._named: dict[str, list[tuple[str, int, list[str]]]] = {}  # by sentence

    def he(self, moment: Moment) -> tuple[str | None, bool]:
        """Who "he" or "she" is, and whether that is sure."""
        rows = self.candidates(moment)
        if not any("text 0" in row for row in rows.values()):
            role = described(moment.before[0][-NEAR:], moment.pronoun)
            if role is not None or not rows:
                return role, False
        name, probability = choose(rows, HE)
        row = rows[name]
        told = name[:1].isupper() and "unnamed" not in row and "quoted" not in row
        sure = told and probability > _SURE and _sum(row, HE) > _LEAST
        if not sure or self._is_another_spoken_of(moment, name, row):
            return name, False
        return name, not is_another_between(moment.before, name, moment.pronoun, self._people)

    def _is_another_spoken_of(self, moment: Moment, name: str, row: Evidence) -> bool:
        """Whether a sentence of a pronoun's own paragraph, since `name` is named in it, opens with
        somebody else: "Zanna Orlov, the father of two, came. “We wait,” he said."."""
        surname = name.split()[-1]
        for sentence in self._sentences(moment.before[0]):
            named = has_word(sentence, surname)
            if named and "governed" not in row and "owner" not in row:
                return False
            opening = opening_subject(sentence)
            if opening is not None and surname not in opening:
                tokens = opening.split()
                noun = opening.partition(" of ")[0].split()[-1]
                if all(token[0].isupper() or token in LINKS for token in tokens):
                    if len(tokens) > 1 and not self._people.is_body(opening):
                        return True
                elif (
                    noun in ROLES
                    and BY_ROLE.get(noun, moment.pronoun) == moment.pronoun
                    and self._holders.one(noun) != name
                    and not (noun in DESCRIBED and sentence.startswith(f"The {noun} "))
                ):
                    return True
            if named:
                return False
        return False

    def _sentences(self, text: str) -> list[str]:
        """The sentences at the end of a text, nearest first."""
        parted = self._parted.get(text)
        if parted is None:
            parted = self._parted[text] = looking_back(text)
        return parted

    def nobody(self, moment: Moment) -> str | None:
        """Who speaks where no words say so, or None, which is a candidate too."""
        rows = self.candidates(moment)
        if SPOKEN not in moment.words or not rows:
            rows[""] = {"nobody": 1.0, **dict.fromkeys(moment.words, 1.0)}
        return choose(rows, NOBODY)[0] or None

    def named(
        self, found: list[Quotation], untold: Sequence[tuple[int, Moment]]
    ) -> list[Quotation]:
        """An article's quotations, those without an attribution with their likeliest speaker."""
        for at, moment in untold:
            if found[at].speaker is None and _UNTOLD.match(moment.sentence) is None:
                later = (q.speaker for q in found[at + 1 : at + _AHEAD] if q.kind != "indirect")
                moment = replace(moment, following=next(filter(None, later), None))
                name = self.nobody(moment)
                if name is not None:
                    found[at] = replace(found[at], speaker=name, sure=False)
        return found

    def candidates(self, moment: Moment) -> dict[str, Evidence]:
        """Everybody who may be meant, with the evidence for and against."""
        named = self._mentions(moment)
        subject = moment.subject
        if subject is not None and subject in self._known:
            subject = self._known[subject][0]  # of a surname
        elif subject is not None and " " not in subject and not self._people.named_again(subject):
            subject = None
        for name in (moment.last, subject, moment.following):
            if name is not None:
                named.setdefault(name, {"unnamed": 1.0})
        rows: dict[str, Evidence] = {}
        for name, row in named.items():
            told = self._people.gender(name)
            if moment.pronoun is not None:
                if (told is not None and told != moment.pronoun) or is_acronym(name):
                    continue
                if is_several(name):
                    continue
                if "unnamed" in row and self._people.is_body(name):
                    row["body"] = 1.0
                row["told" if told else "untold"] = 1.0
            if name == moment.last:
                row[f"last {min(moment.since, 3)}"] = 1.0
                if moment.pronoun is not None and self._carried(moment):
                    row["carried"] = 1.0
            elif name in moment.spoke:
                row["spoke"] = 1.0
            if name == moment.following:
                row["following"] = 1.0
            if name == subject:
                row["subject"] = 1.0
                if "fragment" in moment.words:
                    row["subject of a part"] = 1.0
            surname = name.split()[-1]
            row["often"] = self._often(surname)
            if surname in self._title_words:
                row["title"] = 1.0
            if surname in moment.quoted and surname in WORDS.findall(moment.quoted):
                row["quoted"] = 1.0
            if name[:1].islower():
                row["role"] = 1.0
            elif " " not in name:
                row["one word"] = 1.0
            rows[name] = row
        here = [row for row in rows.values() if "text 0" in row]
        if len(here) == 1:
            here[0]["alone"] = 1.0
        return rows

    @staticmethod
    def _carried(moment: Moment) -> bool:
        """Whether a pronoun opens a sentence since somebody spoke: "He worries about it."."""
        opening = f"{(moment.pronoun or '').title()} "
        return any(
            text.startswith(opening) or f". {opening}" in text
            for text in moment.before[: moment.since + 1]
        )

    def _often(self, surname: str) -> float:
        """How often the article has a surname, as a logarithm."""
        known = self._counts.get(surname)
        if known is None:
            many = len(self._known) > CROWD  # a list of names: who is named often is not sought
            times = 0 if many else self._people.times(surname)
            known = self._counts[surname] = math.log1p(times)
        return known

    def _mentions(self, moment: Moment) -> dict[str, Evidence]:
        """Who is named in the sentences before, by the nearest mention."""
        found: dict[str, Evidence] = {}
        back = 0
        known = self._people.alone()
        if known is not self._known:
            self._known = known
            self._named.clear()
        for distance, text in enumerate(moment.before):
            for sentence in self._sentences(text):
                mentions = self._named.get(sentence)
                if mentions is None:
                    mentions = self._named[sentence] = self._places.named(sentence, known)
                met = _place(moment.pronoun, sentence) if mentions and moment.pronoun else -1
                for name, start, what in mentions:
                    if name in found:
                        continue
                    row = dict.fromkeys(what, 1.0)
                    row[f"sentence {min(back, 4)}"] = row[f"text {min(distance, 3)}"] = 1.0
                    if "says" in row:
                        row[f"says {min(back, 2)}"] = 1.0
                    if "acts" in row and "opens" in row:
                        row[f"opens and acts {min(back, 2)}"] = 1.0
                    if 0 <= met < start:
                        row["behind"] = 1.0
                    found[name] = row
                back += 1
                if back >= _FEW or (back >= _ENOUGH and len(found) > 1):
                    return found
        return found


def _place(pronoun: str, sentence: str) -> int:
    """Where a sentence has a pronoun as a word, or -1."""
    return 0 if sentence.startswith(f"{pronoun.title()} ") else sentence.find(f" {pronoun} ")
