"""Names as indexes and bylines write them: `person:"Brandis, Otto"`, `said:"O. Brandis"`.

The value of a field that takes people's names comes in, the name as texts have it comes out; a
forename of which only the beginning or the initial is given goes on (`O* Brandis`).
"""

from __future__ import annotations

import re

from corpus.first_names import MEN, WOMEN, given_names, is_given
from index.query.fields import FieldRule
from index.query.tokens import Lexeme

_PEOPLE = frozenset(("person", "entity", "said", "author"))
_OF_PEOPLE = frozenset(("person", "said"))  # whom alone these fields find
_BEHIND = frozenset("jr sr ii iii iv phd md mp mep qc kc esq and or".split())  # no forenames
_NAME = r"[^\W\d_][^\s,]*[^\W\d_]"  # two letters or more: "a, b" is no name
_TURNED = re.compile(rf"((?:[^\W\d_][^\s,]*\s+)*{_NAME})\s*,\s*([^\W\d_][^,]*)")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_INITIALS = re.compile(rf"(?:[^\W\d_]\.\s+)+{_NAME}")


def named(phrase: Lexeme, rule: FieldRule | None, repairs: list[str]) -> tuple[str, str]:
    """The text of a phrase and its pattern with a name in it turned round, which is told."""
    text, field = " ".join(phrase.text.split()), rule.name if rule else ""
    name = turned(text, field)
    if name == text:
        return text, phrase.pattern
    repairs.append(f'"{text}" was read as one name: "{name}"')
    return name, turned(phrase.pattern or text, field) if "*" in name else ""


def turned(text: str, field: str) -> str:
    """A person's name with the forename first, where it was written behind a comma.

    Initials become beginnings where no forename stands beside them. Two people
    (`author:"Jonas Odell, Hanne Kroll"`) and places (`entity:"Atlanta, Georgia"`) stay as they are.

    >>> turned("Brandis, Otto", "person"), turned("van der Berg, Jan P.", "said")
    ('Otto Brandis', 'Jan P. van der Berg')
    >>> turned("Brandis, Xanthe", "person"), turned("Brandis, Xanthe", "entity")
    ('Xanthe Brandis', 'Brandis, Xanthe')
    >>> turned("Brandis, Ot*", "said"), turned("Brandis, O.", "author")
    ('Ot* Brandis', 'O* Brandis')
    >>> turned("Jonas Odell, Hanne Kroll", "author"), turned("King, Jr.", "person")
    ('Jonas Odell, Hanne Kroll', 'King, Jr.')
    >>> turned("Washington, D.C.", "entity"), turned("Atlanta, Georgia", "entity")
    ('Washington, D.C.', 'Atlanta, Georgia')
    """
    text = text.strip()
    if field not in _PEOPLE:
        return text
    if (begun := with_initials_begun(text)) != text:
        return begun
    found = _TURNED.fullmatch(text)
    if found is None:
        return text
    last, first = found[1].split(), found[2].split()
    if not _are_forenames(first, field) or _is_place(found[1], found[2], field):
        return text
    own = [word for word in last if not (len(last) > 1 and word.islower())]  # not "van der"
    given = [word for word in first if len(word.strip(".")) > 1]  # not "P."
    if len(own) > 1 and len(given) > 1:
        return text  # two people
    if not given:
        first = list(map(_going_on, first))
    return " ".join((*first, *last))


def with_initials_begun(text: str) -> str:
    """A name of initials and a surname with the initials as beginnings; else the text as it is.

    >>> with_initials_begun("O. Brandis"), with_initials_begun("Jan P. Moss")
    ('O* Brandis', 'Jan P. Moss')
    """
    return " ".join(map(_going_on, text.split())) if _INITIALS.fullmatch(text) else text


def _going_on(word: str) -> str:
    return f"{word[0]}*" if _INITIAL.fullmatch(word) else word


def _are_forenames(words: list[str], field: str) -> bool:
    """Whether words behind a comma are somebody's forenames, the first perhaps only begun.

    Where only people are asked for any word may be one; elsewhere it must be a common one.
    """
    if len(words) > 3 or any(word.strip(".").lower() in _BEHIND for word in words):
        return False
    first = words[0]
    if any(set("*?") & set(word.removesuffix("*")) for word in words):
        return False
    if first.endswith("*"):
        return _begins_forename(first[:-1].lower())
    if field in _OF_PEOPLE and re.sub(r"['’-]", "", first).isalpha():
        return True
    return is_given(first.title()) or all(map(_INITIAL.fullmatch, words))


def _begins_forename(letters: str) -> bool:
    names = (*WOMEN, *MEN, *(name.lower() for name in given_names()))
    return any(name.startswith(letters) for name in names)


def _is_place(before: str, behind: str, field: str) -> bool:
    """Whether a place stands before the comma and, if it was written out, another behind it."""
    from corpus.entities.gazetteer import gazetteer

    place = gazetteer().get(before.title())
    if place is None or place.type != "place":
        return False
    around = gazetteer().get(behind.title())
    if around is not None and around.type == "place":
        return field == "entity" or not place.doubtful
    begun = behind.endswith(("*", "."))
    return begun and field == "entity" and not place.doubtful
