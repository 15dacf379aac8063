"""Whether somebody else stands nearer to a pronoun than the person it is taken for.

The texts before a pronoun and that person come in; whether another person of fitting or unknown
sex is named between them goes out, even one whom only an apposition or a verb of saying tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.first_names import is_given
from corpus.quotations.looking import NEAR, looking_back
from corpus.quotations.names import CAPITAL, LINKS, PARTICLE, has_word, is_acronym
from corpus.quotations.openings import opening_subject
from corpus.quotations.phrases import is_speaker
from corpus.quotations.sexes import BY_ROLE
from corpus.quotations.words import (
    CUES,
    NOT_NAMES,
    NOUNS,
    ORGANISATIONS,
    ROLES,
    SPEECH,
    SPEECH_CUE,
)

if TYPE_CHECKING:
    from corpus.quotations.people import People

_SPEAKS = re.compile(  # "that could change, Lena Orlova, fellow at Quill, told"
    rf"(?P<name>{CAPITAL}(?:\s(?:{PARTICLE}\s)?{CAPITAL}){{1,3}})(?:,\s[^,;:]{{2,90}},)?\s"
    rf"(?:also\s|then\s|later\s|has\s)?{SPEECH_CUE}\b"
)
_SPEECH = frozenset(SPEECH)
_VERBS = (CUES - NOUNS) | {"gave", "spoke", "appeared"}
_NAMED = re.compile(r"\b(?:named|called|identified)\b|,\s[A-Z]")  # "A man, Karl Aalto, said"
_TEXTS = 4  # paragraphs that are looked back


def is_several(name: str) -> bool:
    """Whether a name is a plural that opened its sentence: "Producers", which is no "she"."""
    return " " not in name and name[-1] == "s" and is_speaker(name.lower())


def is_role_between(text: str, pronoun: str) -> bool:
    """Whether a pronoun opens the last sentence of a text, and the one before has somebody as its
    subject whom only a new role tells: "A spokesman said so. He"."""
    if "A" not in text or pronoun not in ("he", "she"):
        return False
    sentences = looking_back(text[-NEAR:].strip())
    if len(sentences) < 2 or not sentences[0].startswith(pronoun.capitalize()):
        return False
    before = sentences[1]
    if not before.startswith(("A ", "An ")) or _NAMED.search(before) is not None:
        return False
    opening = opening_subject(before)
    noun = opening.partition(" of ")[0].split()[-1] if opening else ""
    return noun in ROLES and BY_ROLE.get(noun, pronoun) == pronoun


def is_another_between(
    before: Sequence[str], name: str, pronoun: str | None, people: People
) -> bool:
    """Whether a sentence since `name` was named has another person as its subject, or as that of
    a verb of saying. `before`: the texts before the pronoun, nearest first."""
    own = name.split()
    known_by = own[-1:] + own[:1]
    for text in before[:_TEXTS]:
        for sentence in looking_back(text[-NEAR:]):
            named = any(has_word(sentence, word) for word in known_by)
            ahead = sentence[max(map(sentence.rfind, known_by)) :] if named else sentence
            if not _SPEECH.isdisjoint(ahead.split()):
                for found in _SPEAKS.finditer(ahead):
                    if _may_be(found["name"], own, pronoun, people):
                        return True
            if named:
                return False
            opening = opening_subject(sentence)
            if opening is not None and opening[:1].isupper():
                if " " not in opening and not _acts(opening, sentence, people):
                    continue
                if _may_be(opening, own, pronoun, people):
                    return True
    return False


def _acts(name: str, sentence: str, people: People) -> bool:
    """Whether one word that opens a sentence is a person who says or does something there."""
    if name in people.persons() or is_given(name):
        return True
    verb = sentence[sentence.find(name) + len(name) :].split(None, 1)[:1]
    return bool(verb) and verb[0] in _VERBS and f" in {name}" not in people.joined


def _may_be(name: str, own: list[str], pronoun: str | None, people: People) -> bool:
    """Whether a name is another person's, of fitting or unknown sex."""
    tokens = name.split()
    if (
        not set(own).isdisjoint(tokens)
        or tokens[0] in NOT_NAMES
        or is_acronym(name)
        or is_several(name)
    ):
        return False
    if not all(token[0].isupper() or token in LINKS for token in tokens):
        return False
    if people.is_body(name) or not ORGANISATIONS.isdisjoint(tokens):
        return False
    return people.gender(name) in (None, pronoun)
