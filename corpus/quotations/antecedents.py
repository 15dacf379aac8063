"""Whom "he" or "she" means: the texts before a pronoun come in, the person it means goes out.

The nearest text that names somebody decides, and in it who is its subject or spoke last. Who is
named after "he" in one sentence ("he met Orlov") is another than he, unless "he" stands in an
introduction ("When he left, Orlov said").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from corpus.quotations.first_names import MEN, WOMEN, is_given
from corpus.quotations.names import UPPER
from corpus.quotations.people import CROWD, NEAR, WINDOW, WORDS, People
from corpus.quotations.subjects import opening_subject
from corpus.quotations.words import DETERMINERS, NOT_NAMES, ORGANISATIONS, ROLES, words

_DESCRIBED = re.compile(r"(?:^|[.!?]\s)(?:A|An|One|The)\s(?:[a-z-]+\s){0,2}?(?P<role>[a-z-]+)\b")
_OPENS = re.compile(
    rf"(?:^|[.!?]\s)(?P<name>[{UPPER}][\w’'-]+\s[{UPPER}][\w’'-]+)\b(?!\s[{UPPER}])"
)
_NEAR_CUE = 40  # characters between a pronoun and its verb
_FEMALE = frozenset({"she", "her"})
_OTHERS = {
    "he": words("woman girl mother daughter wife widow sister aunt actress spokeswoman chairwoman"),
    "she": words("man boy father son husband brother uncle fisherman spokesman chairman barman"),
}

_SENTENCES = re.compile(
    r"(?<=[a-z0-9)][.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSen\.)(?<!\bRep\.)"
    r"(?<!\bGov\.)(?<!\bGen\.)(?<!\bSt\.)(?<!\bLt\.)(?<!\bCol\.)[\"”’]?\s+(?=[\"“‘A-Z])"
)
_INTRODUCES = re.compile(
    r"[\"“‘]?(?:(?:But|And|Yet|So|Then)\s)?(?:When|As|While|After|Before|Asked|If|Though|Although|"
    r"Since|Because|Despite|Once|Until|In|On|At|During|With|For|By|[A-Z][a-z]+ing)\b"
)
_NAME_BEHIND = re.compile(r",\s(?=[A-Z])")


@cache
def _alone(pronoun: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pronoun}|{pronoun.capitalize()})(?:[’'](?:s|d|ll))?\b")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, plainly parted."""
    return [s for s in _SENTENCES.split(text) if s.strip()] or [text]


def without_others(text: str, pronoun: str) -> str:
    """A text without what stands behind the pronoun in a sentence of its own."""
    alone = _alone(pronoun)
    if alone.search(text) is None:
        return text
    kept: list[str] = []
    for sentence in sentences_of(text):
        found = alone.search(sentence)
        if found is None or sentence.startswith(" and ", found.end()):
            kept.append(sentence)
            continue
        head = sentence[: found.start()]
        kept.append(head)
        if "," not in head and _INTRODUCES.match(sentence) is not None:
            main = _NAME_BEHIND.search(sentence, found.end())
            if main is not None:
                kept.append(sentence[main.end() :])
    return " ".join(kept)


class Antecedents:
    """The people of one article as those whom its pronouns mean."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._firsts: dict[str, tuple[str, ...]] = {}  # surname → first names worth looking for

    def meant(
        self, pronoun: str, before: Sequence[str], last: str | None, recent: bool
    ) -> tuple[str | None, bool]:
        """Who a pronoun means, nearest text first, and whether only one person stands.

        `before` are the texts that precede it without their quoted words, nearest first;
        `last` is who spoke last, `recent` whether just before this text.
        """
        near = [text[-NEAR:] for text in before[: WINDOW + 1]]
        kept = [without_others(text, pronoun) for text in near]
        name, sure = self._meant(pronoun, kept, last, recent)
        if sure and any(map(self._lost, near, kept)):
            return name, name == last and recent
        return name, sure

    def _meant(
        self, pronoun: str, nearest: Sequence[str], last: str | None, recent: bool
    ) -> tuple[str | None, bool]:
        if (
            pronoun in ("it", "they")
            and last is not None
            and (last[0].islower() or self._people.is_body(last))
        ):
            return (last, False) if (pronoun == "they") == last.endswith("s") else (None, False)
        if pronoun not in ("he", "she"):
            return None, False
        people = self._people.persons()
        for text in nearest:
            standing: dict[str, int] = {}
            owning: dict[str, int] = {}  # only "Orlov's"
            here = people
            if len(people) > CROWD:
                here = {w: people[w] for w in WORDS.findall(text) if w in people}
            for surname, names in here.items():
                at = text.find(surname)
                if at < 0:
                    at, surname = self._first_in(text, surname, names)
                follows = text[at + len(surname) : at + len(surname) + 1] if at >= 0 else "x"
                if follows.isalnum() or follows == "-":
                    continue
                owner = follows in ("'", "’")
                fitting = [n for n in names if fits(n, pronoun)]
                if fitting:
                    full = last if last in fitting else max(sorted(fitting), key=len)
                    if " " not in full:
                        full = self._people.full(full)[0]
                        if not fits(full, pronoun):
                            continue
                    (owning if owner else standing)[full] = at
            if standing and last is not None and self._adds(last, text, pronoun, standing):
                standing[last] = text.find(last)
            if len(standing) > 1:
                opens = _opens(text, standing)
                if opens is not None and last not in standing:
                    return opens, False
                known = {n: at for n, at in standing.items() if _told(n, pronoun)}
                standing = known or standing
            if not standing and owning:
                return (last if last in owning else max(owning, key=lambda n: owning[n])), False
            if len(standing) == 1:
                name = next(iter(standing))
                if text is not nearest[0] and not _told(name, pronoun):
                    known_last = last is not None and _told(last, pronoun)
                    return (last, False) if known_last else (name, True)
                return name, True
            if standing:
                if last in standing:
                    return last, False
                if recent and last is not None and " " in last and fits(last, pronoun):
                    return last, False
                return min(standing, key=lambda name: standing[name]), False
            described = _described(text, pronoun) if text is nearest[0] else None
            if described is not None:
                return described, False
        if (
            last is not None
            and fits(last, pronoun)
            and last[:1].isupper()
            and not self._people.is_body(last)
        ):
            return last, False
        if last in ROLES:
            return last, False
        for text in nearest[:2]:
            for match in _OPENS.finditer(text):
                tokens = match["name"].split()
                whole = match.end() >= len(text.rstrip())  # a subhead
                if ORGANISATIONS.isdisjoint(tokens) and tokens[0] not in NOT_NAMES and not whole:
                    return match["name"], False
        return None, False

    def _adds(self, last: str, text: str, pronoun: str, standing: Mapping[str, int]) -> bool:
        """Whether who spoke last stands in a text too, by the only name that is given."""
        named = last[:1].isupper() and last.isalpha() and not last.isupper() and last in text
        named = named and fits(last, pronoun) and not self._people.is_body(last)
        return named and not any(name.endswith(last) for name in standing)

    def _lost(self, text: str, kept: str) -> bool:
        """Whether a person is named in what was taken out of a text."""
        people = self._people.persons()
        if text == kept or len(people) > CROWD:
            return text != kept
        return any(surname in text and surname not in kept for surname in people)

    def _first_in(self, text: str, surname: str, names: set[str]) -> tuple[int, str]:
        """Where a text has one of these people by the first name alone."""
        firsts = self._firsts.get(surname)
        if firsts is None:
            given = sorted({name.split()[0] for name in names if " " in name})
            firsts = tuple(first for first in given if len(first) > 3 and is_given(first))
            self._firsts[surname] = firsts
        for first in firsts:
            if (at := text.find(first)) >= 0:
                return at, first
        return -1, ""


def _opens(text: str, standing: Mapping[str, int]) -> str | None:
    """Which of the people named in a text its last sentence has as its subject."""
    named = opening_subject(sentences_of(text)[-1])
    if named is None or not named[:1].isupper():
        return None
    surname = named.split()[-1]
    same = [name for name in standing if name.split()[-1] == surname]
    return same[0] if len(same) == 1 else None


def _described(text: str, pronoun: str) -> str | None:
    """The person whom the text before a pronoun only describes: "A technician told us"."""
    role: str | None = None
    for match in _DESCRIBED.finditer(text):
        if match["role"] in ROLES and match["role"] not in _OTHERS[pronoun]:
            role = match["role"]
    return role


def _told(name: str, pronoun: str) -> bool:
    """Whether a first name tells that a name may stand behind a pronoun."""
    return name.split()[0].rstrip(".").lower() in (WOMEN if pronoun == "she" else MEN)


def fits(name: str, pronoun: str) -> bool:
    """Whether a name may stand behind "he" or "she", by its first name where it tells."""
    first = name.split()[0].rstrip(".").lower()
    if not name[:1].isupper() and first not in DETERMINERS:
        return False
    if first in DETERMINERS:
        return True
    if pronoun in _FEMALE:
        return not (first in MEN and first not in WOMEN)
    return not (first in WOMEN and first not in MEN)


def up_to_subject(text: str, pronoun: str, cue: str | None) -> str:
    """A text up to the pronoun that is the subject of its cue: who is named later is not meant."""
    at = text.rfind(f" {cue}") if cue else -1
    if at < 0:
        return text
    subject = max(
        text.rfind(f"{pronoun} ", 0, at + 1), text.rfind(f"{pronoun.capitalize()} ", 0, at + 1)
    )
    return text[:subject] if subject >= 0 and at - subject < _NEAR_CUE else text
