"""Acronyms that a document explains: in parentheses behind a name, or by the letters of its words.

"Harbour Workers Union (HWU)", or "HWU" in a text that names the Harbour Workers Union, are two
ways to write one name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.article import EntityType
from corpus.entities.lexicon import Lexicon, in_capitals
from corpus.entities.patterns import words_of
from corpus.entities.recogniser import RawSpan

_ACRONYM = re.compile(r"\s*[\"”’']?\s*\(\s*[\"“‘']?(?:the\s)?([A-Z][A-Za-z&.-]{1,9})[\"”’']?\s*\)")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_IN_CAPITALS = re.compile(r"\b[A-Z]{3,7}\b")


def explained(text: str, span: RawSpan) -> str | None:
    """The acronym in parentheses right after a name, when its letters come from the name."""
    match = _ACRONYM.match(text, span.end)
    if match is None:
        return None
    short, name = match[1], text[span.start : span.end]
    letters = short.replace(".", "").replace("&", "").replace("-", "")
    if sum(c.isupper() for c in letters) < 2 or len(name.split()) < 2:
        return None
    initials = [word[0].lower() for word in re.split(r"[\s-]+", name) if word[:1].isalpha()]
    at = 0
    for letter in letters.lower():
        if letter in initials[at:]:
            at = initials.index(letter, at) + 1
        elif letter not in name.lower():
            return None
    return short if letters[0].lower() in initials and at >= 2 else None


def initials(
    types: Mapping[str, EntityType],
    passages: Sequence[tuple[str, Sequence[RawSpan]]],
    gazetteer: Lexicon,
) -> dict[str, str]:
    """Acronyms in the text that are the first letters of one of its organisations, and that are
    not known to stand for another."""
    short: dict[str, str] = {}
    for name, kind in types.items():
        words = [word for word in words_of(name) if word]
        if kind == "organisation" and len(words) > 2:
            short["".join(first_letters(word) for word in words if word[0].isupper())] = name
            short["".join(first_letters(word).upper() for word in words)] = name
    if not short:
        return {}
    return {
        match[0]: short[match[0]]
        for text, _ in passages
        if not in_capitals(text)
        for match in _IN_CAPITALS.finditer(text)
        if match[0] in short and match[0] not in types
        if may_stand_for(match[0], short[match[0]], gazetteer)
    }


def may_stand_for(short: str, name: str, gazetteer: Lexicon) -> bool:
    """Whether an acronym that is made of a name's letters is not known as another's: GOP."""
    known = gazetteer.get(short)
    return known is None or known.name == short or known.name.split()[0] == name.split()[0]


def first_letters(word: str) -> str:
    """What an acronym takes of a word: its first letter, of "U.S." both."""
    return word.replace(".", "") if _DOTTED.fullmatch(word) else word[0]
