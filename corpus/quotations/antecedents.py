"""Whom a pronoun that speaks may mean: what its words allow, before the evidence is weighed.

"It" and "they" mean a body that spoke last; of a text only what stands before a pronoun tells
who "he" is.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.quotations.people import BY_ROLE, People
from corpus.quotations.words import ROLES

_DESCRIBED = re.compile(r"(?:^|[.!?]\s)(?:A|An|One|The)\s(?:[a-z-]+\s){0,2}?(?P<role>[a-z-]+)\b")
_NEAR_CUE = 40  # characters between a pronoun and its verb


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


def up_to_subject(text: str, pronoun: str, cue: str | None) -> str:
    """A text up to the pronoun that is the subject of its cue: who is named later is not meant."""
    at = text.rfind(f" {cue}") if cue else -1
    if at < 0:
        return text
    met = [m.start() for m in _alone(pronoun).finditer(text, max(0, at - _NEAR_CUE), at + 1)]
    return text[: met[-1]] if met else text
