"""Whom a pronoun that speaks may mean: what its words allow, before the evidence is weighed.

"It" and "they" mean a body that spoke last; of a text only what stands before a pronoun tells
who "he" is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.quotations.behind import OF_SPEECH
from corpus.quotations.bodies import led as named_with_others
from corpus.quotations.cues import cues_in
from corpus.quotations.joint import both_opening
from corpus.quotations.looking import looking_back
from corpus.quotations.names import CAPITAL, PARTISANS
from corpus.quotations.openings import opening_subject
from corpus.quotations.people import People
from corpus.quotations.phrases import is_speaker
from corpus.quotations.sexes import BY_ROLE
from corpus.quotations.speakers import said_himself
from corpus.quotations.words import ROLES

_DESCRIBED = re.compile(r"(?:^|[.!?]\s)(?:A|An|One|The)\s(?:[a-z-]+\s){0,2}?(?P<role>[a-z-]+)\b")
_LED = re.compile(
    rf"(?:[a-z, ]+ )?(?P<np>{CAPITAL}(?: {CAPITAL}){{0,3}})(?: \([^)]*\))? and (?:his|her|their) "
    r"(?:[a-z-]+ )?(?:colleagues|team|co-?authors|group)\b"
)
_COUNTED = re.compile(  # "In July, 20 state attorneys general"
    r"(?:[^,]{2,80}, )?(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Ss]ome|"
    r"[Dd]ozens of) "
    r"(?P<lead>(?:[A-Za-z-]+ ){0,3}?)(?P<noun>[a-z]+s(?: general)?)\b"
)
_TEXTS = 2  # paragraphs in which those whom "they" means are sought
_NEAR_CUE = 40  # characters between a pronoun and its verb


@cache
def _alone(pronoun: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pronoun}|{pronoun.capitalize()})(?:[’'](?:s|d|ll))?\b")


def of_body(pronoun: str, last: str | None, people: People) -> str | None:
    """Whom "it" or "they" means: who spoke last, where that is a body or a role in number."""
    if pronoun not in ("it", "they") or last is None:
        return None
    if last.partition(" of ")[0].split()[-1] in ROLES or not (
        last[0].islower() or people.is_body(last)
    ):
        return None
    return last if (pronoun == "they") == last.endswith("s") else None


def several(before: Sequence[str], people: People) -> str | None:
    """Whom "they" means: the several who are the subject of one of the last sentences."""
    for text in before[:_TEXTS]:
        for sentence in looking_back(text):
            led = _LED.match(sentence)
            if led is not None:  # "Orlova and her colleagues looked at it"
                return people.full(led["np"])[0]
            both = both_opening(sentence)
            if both is not None:
                return both
            counted = _COUNTED.match(sentence)
            if counted is not None and is_speaker(counted["noun"].partition(" ")[0]):
                return f"{counted['lead']}{counted['noun']}"
            opening = opening_subject(sentence)
            if opening is None:
                continue
            noun = opening.split()[-1]
            if (noun[0].islower() and noun[-1] == "s" and is_speaker(noun)) or noun in PARTISANS:
                return opening
    return named_with_others(people)


def described(text: str, pronoun: str | None) -> str | None:
    """The person whom the text before a pronoun only describes: "A technician told us"."""
    role: str | None = None
    for match in _DESCRIBED.finditer(text):
        noun = match["role"]
        if noun in ROLES and BY_ROLE.get(noun, pronoun) == pronoun:
            role = noun
    return role


def own_subject(ahead: str, pronoun: str, people: People) -> str | None:
    """Who "he said" behind a quotation is by the verb of saying ahead of it in its sentence:
    "Orlov said it was, “all in all, safe,” he said"."""
    if " said " not in ahead or ahead.rstrip()[-1:] in (".", "!", "?"):
        return None
    sentence = looking_back(ahead)[0]
    name = said_himself(sentence, [at for at, cue in cues_in(sentence) if cue in OF_SPEECH])
    if name is None:
        return None
    name = people.full(name)[0] if " " not in name else name
    person = name.split()[-1] in people.persons()
    return name if person and people.gender(name) in (None, pronoun) else None


def up_to_subject(text: str, pronoun: str, cue: str | None) -> str:
    """A text up to the pronoun that is the subject of its cue: who is named later is not meant."""
    at = text.rfind(f" {cue}") if cue else -1
    if at < 0:
        return text
    met = [m.start() for m in _alone(pronoun).finditer(text, max(0, at - _NEAR_CUE), at + 1)]
    return text[: met[-1]] if met else text
