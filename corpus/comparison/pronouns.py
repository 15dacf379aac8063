"""Whom "he said" means: the one whose words the sentence before reports, where that can be.

In go a `Side`, a sentence with its pronoun and who spoke last; out comes whether it may be that
one. "He" is one person, of that sex as far as a first name or an office tells; "they" are several;
"it" is a body. Where the sentence names another person on the way to its verb, it is nobody's.
"""

from __future__ import annotations

import re

from corpus.comparison.sides import Side
from corpus.first_names import MEN, WOMEN, is_given
from corpus.quotations.names import CAPITAL
from corpus.quotations.sexes import BY_ROLE
from corpus.quotations.words import BODIES, ORGANISATIONS, ROLES

_SEVERAL = re.compile(r".*[a-z]s$|(?:.* )?(?:police|people|men|women|staff|crew)$", re.IGNORECASE)
_PERSON = re.compile(rf"\b(?P<first>{CAPITAL})\s(?:{CAPITAL}\s)?{CAPITAL}\b")


def means(side: Side, number: int, pronoun: str, last: str, at: int) -> bool:
    """Whether a pronoun at `at` in sentence `number` may be `last`, who speaks in the one before.

    `pronoun` in small letters.
    """
    if number == 0:
        return False
    here, before = side.sentences[number], side.sentences[number - 1]
    if here.role != before.role or here.paragraph - before.paragraph > 1:
        return False
    noun = last.split()[-1]
    if pronoun == "they":
        return _SEVERAL.match(last) is not None and not _is_person(side, last)
    if pronoun == "it":
        return noun in BODIES or (noun[:1].isupper() and (noun in ORGANISATIONS or noun.isupper()))
    if pronoun not in ("he", "she"):
        return False
    if any(is_given(one["first"]) for one in _PERSON.finditer(here.text[:at])):
        return False
    if noun[:1].islower():
        return noun in ROLES and BY_ROLE.get(noun, pronoun) == pronoun
    return _is_person(side, last) and _sex(side, last) in (None, pronoun)


def _is_person(side: Side, name: str) -> bool:
    """Whether a name is a person's: a known first name stands in it, or before it in the text."""
    tokens = name.split()
    if not tokens[-1][:1].isupper() or tokens[-1] in ORGANISATIONS or tokens[-1].isupper():
        return False
    return is_given(tokens[0]) if len(tokens) > 1 else _first(side, name) is not None


def _first(side: Side, surname: str) -> str | None:
    """The first name with which the article names somebody of this surname."""
    pattern = re.compile(rf"\b({CAPITAL})\s(?:{CAPITAL}\s)?{re.escape(surname)}\b")
    for sentence in side.sentences:
        for found in pattern.finditer(sentence.text) if surname in sentence.text else ():
            if is_given(found[1]):
                return str(found[1])
    return None


def _sex(side: Side, name: str) -> str | None:
    """ "he" or "she", where the first name is one of men or of women only."""
    first = (name.split()[0] if " " in name else _first(side, name) or "").lower()
    told = (first in WOMEN) - (first in MEN)
    return None if not told else "she" if told > 0 else "he"
