"""September 11 without a year: that of 2001, of another year, or open.

The figures of one article and its texts come in; the figures go out, that day with the year that
the words around it tell. An article that tells of another September 11 (of the attack in Benghazi,
or with its year) leaves the day open where its own words do not say which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus.article import Figure, Where

_ATTACKS = re.compile(
    r"\bSept(?:ember|\.)? 11(?:th)?,? (?:2001|(?:terror(?:ist)? )?attacks)|\b9/11\b"
)
_WITH_YEAR = re.compile(r"\bSept(?:ember|\.)? 11(?:th)?,? (?P<year>20\d\d)\b")
_DAY = re.compile(r"Sept(?:ember|\.)? 11(?:th)?|11(?:th)?(?: of)? Sept(?:ember|\.)?")
_OF_2001 = re.compile(
    r"\b(?:terror(?:ist|ism)?|hijack\w*|World Trade|[Tt]owers|[Mm]emorial|[Mm]useum|Commission|"
    r"[Gg]round [Zz]ero|al[- ]Qa(?:ida|eda)|bin Laden|anniversary|attacks)\b"
)
_ELSEWHERE = re.compile(r"\b(?:Benghazi|Libya\w*)\b")
_THERE = re.compile(r"\b(?:Benghazi|Libya|[Cc]onsulate|[Ee]mbass(?:y|ies)|Cairo)\b")
_ONE_ATTACK = re.compile(
    r" (?:terror(?:ist)? |deadly )*(?:attack|assault)\b|[^.;]{0,40}?\b(?:Libya|Benghazi)\b"
)
_ATTACKS_BEHIND = re.compile(r" (?:terror(?:ist)? )?attacks\b")
_THAT_OF = "2012"  # the year of the attack there
_ANNIVERSARY_OF = re.compile(r"\banniversary of (?:the )?$")
_SINCE = re.compile(r"\b(?:[Ss]ince|[Aa]fter|[Bb]efore|post-?|pre-?) ?$")
_AROUND = 80  # characters on both sides in which words tell which is meant
_NEAR = 60  # days from publication within which the day may be the one of that year


def with_attacks(
    found: Sequence[Figure], texts: Sequence[tuple[Where, int, str]], published: date | None
) -> list[Figure]:
    """The figures, September 11 with the year that is meant, or not certain."""
    if not any(_is_bare(one) for one in found):
        return list(found)
    words = {(within, paragraph): text for within, paragraph, text in texts}
    told = any(_ATTACKS.search(text) for text in words.values())
    elsewhere = _years_elsewhere(words.values())
    meant: list[Figure] = []
    for one in found:
        if _is_bare(one):
            text = words[one.within, one.paragraph]
            if elsewhere:
                one = _of_several(one, text, elsewhere)
            else:
                one = _of_one(one, text, told, published)
        meant.append(one)
    return meant


def _is_bare(one: Figure) -> bool:
    """Whether a date is September 11 and neither a year nor a weekday stands in it."""
    return one.kind == "date" and one.unit == "day" and _DAY.fullmatch(one.text) is not None


def _years_elsewhere(texts: Iterable[str]) -> set[str]:
    """The years of other days of that name which an article tells of."""
    years = {year["year"] for text in texts for year in _WITH_YEAR.finditer(text)} - {"2001"}
    if any(_ELSEWHERE.search(text) for text in texts):
        years.add(_THAT_OF)
    return years


def _of_several(one: Figure, text: str, years: set[str]) -> Figure:
    """The day in an article that tells of another one: sure only beside words of one of them."""
    before, after = text[max(0, one.start - _AROUND) : one.start], text[one.end : one.end + _AROUND]
    if _ANNIVERSARY_OF.search(before) is not None:
        return replace(one, iso="2001-09-11", sure=True)
    there = _THAT_OF in years and _THERE.search(before + after) is not None
    here = _OF_2001.search(before + after) is not None
    one_attack = _THAT_OF in years and _ONE_ATTACK.match(after) is not None
    if _ATTACKS_BEHIND.match(after) is not None and not one_attack:
        return replace(one, iso="2001-09-11", sure=not there)
    if one_attack or (there and not here):
        return replace(one, iso=f"{_THAT_OF}-09-11", sure=True)
    return replace(one, sure=False)


def _of_one(one: Figure, text: str, told: bool, published: date | None) -> Figure:
    """The day in an article that tells of no other: of 2001 where it or the words beside it speak
    of those attacks, else the one of its year, if that is near."""
    around = text[max(0, one.start - _AROUND) : one.end + _AROUND]
    here = _OF_2001.search(around) is not None
    here = here or (told and _SINCE.search(text[max(0, one.start - 10) : one.start]) is not None)
    iso = one.iso
    near = (
        published is not None
        and iso is not None
        and abs((date.fromisoformat(iso[:10]) - published).days) <= _NEAR
    )
    if told and (here or not near):
        return replace(one, iso="2001-09-11", sure=True)
    if told:
        return replace(one, iso="2001-09-11", sure=False)
    return replace(one, sure=one.sure and near and not here)
