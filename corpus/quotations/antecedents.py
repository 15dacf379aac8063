"""Whom a pronoun that speaks may mean: what its words allow, before the evidence is weighed.

"It" and "they" mean a body that spoke last; of a text only what stands before a pronoun tells
who "he" is, and a first name may tell who he is not.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.quotations.first_names import MEN, WOMEN
from corpus.quotations.people import BY_ROLE, People
from corpus.quotations.words import DETERMINERS, ROLES

_DESCRIBED = re.compile(r"(?:^|[.!?]\s)(?:A|An|One|The)\s(?:[a-z-]+\s){0,2}?(?P<role>[a-z-]+)\b")
_NEAR_CUE = 40  # characters between a pronoun and its verb
_FEMALE = frozenset({"she", "her"})


@cache
def _alone(pronoun: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pronoun}|{pronoun.capitalize()})(?:[’'](?:s|d|ll))?\b")


def of_body(pronoun: str, last: str | None, people: People) -> str | None:
    """Whom "it" or "they" means: who spoke last, where that is a body or a role in number."""
    if pronoun not in ("it", "they") or last is None:
        return None
    if not (last[0].islower() or people.is_body(last)):
        return None
    return last if (pronoun == "they") == last.endswith("s") else None


def described(text: str, pronoun: str | None) -> str | None:
    """The person whom the text before a pronoun only describes: "A technician told us"."""
    role: str | None = None
    for match in _DESCRIBED.finditer(text):
        noun = match["role"]
        if noun in ROLES and BY_ROLE.get(noun, pronoun) == pronoun:
            role = noun
    return role


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
    met = [m.start() for m in _alone(pronoun).finditer(text, max(0, at - _NEAR_CUE), at + 1)]
    return text[: met[-1]] if met else text
