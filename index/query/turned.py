"""Names written with the surname first: `person:"Brandis, Otto"` asks for Otto Brandis.

The value of a field that takes people's names comes in, the name as texts have it comes out.
"""

from __future__ import annotations

import re

from corpus.first_names import is_given
from index.query.fields import FieldRule
from index.query.tokens import Lexeme

_PEOPLE = frozenset(("person", "entity", "said", "author"))
_BEHIND = frozenset("jr sr ii iii iv phd md mp mep qc kc esq".split())  # no forenames
_NAME = r"[^\W\d_][^\s,]*[^\W\d_][*?]*"  # two letters or more: "a, b" is no name
_TURNED = re.compile(rf"((?:[^\W\d_][^\s,]*\s+)*{_NAME})\s*,\s*([^\W\d_][^,]*)")


def named(phrase: Lexeme, rule: FieldRule | None, repairs: list[str]) -> tuple[str, str]:
    """The text of a phrase and its pattern with a name in it turned round, which is told."""
    text, field = " ".join(phrase.text.split()), rule.name if rule else ""
    name = turned(text, field)
    if name != text:
        repairs.append(f'"{text}" was read as one name: "{name}"')
    return name, turned(phrase.pattern, field)


def turned(text: str, field: str) -> str:
    """A person's name with the forename first, where it was written behind a comma.

    Two people (`author:"Jonas Odell, Hanne Kroll"`) stay as they are.

    >>> turned("Brandis, Otto", "person"), turned("van der Berg, Jan P.", "said")
    ('Otto Brandis', 'Jan P. van der Berg')
    >>> turned("Jonas Odell, Hanne Kroll", "author"), turned("King, Jr.", "person")
    ('Jonas Odell, Hanne Kroll', 'King, Jr.')
    >>> turned("Washington, D.C.", "entity"), turned("Brandis, Ot*", "said")
    ('Washington, D.C.', 'Brandis, Ot*')
    """
    found = _TURNED.fullmatch(text.strip()) if field in _PEOPLE else None
    if found is None:
        return text
    last, first = found[1].split(), found[2].split()
    if any(word.strip(".").lower() in _BEHIND for word in first):
        return text
    if not is_given(first[0].title()) or set("*?") & set(found[2]):
        return text  # "Washington, D.C." is a place; a name that is only begun is no name yet
    own = [word for word in last if not (len(last) > 1 and word.islower())]  # not "van der"
    given = [word for word in first if len(word.strip(".")) > 1]  # not "P."
    if (len(own) > 1 and len(given) > 1) or len(first) > 3:
        return text
    return " ".join((*first, *last))
