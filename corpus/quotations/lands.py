"""Of which land somebody is: "Maltese President Lena Orlova", "Lena Orlova, president of Malta".

A name and the text of its article come in, the countries that the words beside it tell go out;
`corpus.entities.gazetteer` knows the lands and their peoples.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.entities.gazetteer import lands
from corpus.quotations.words import ROLES, words
from corpus.trie import trie

_ROLE_OF_LAND = re.compile(  # "Maltese president"
    r"(?P<land>[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)*) "
    r"(?P<office>president|premier|chancellor|king|[a-z]* ?minister|leader)"
)
_OFFICES = ROLES | words("prime foreign finance interior defense defence vice former new")
_REACH = 90  # characters before and behind a name in which its land is sought
HOME = "United States"
"""The land whose president English papers tell without it, as soon as they speak of that land."""
HOME_OFFICES = frozenset({"president", "leader"})


def land_of_role(role: str) -> str | None:
    """The country that a role belongs to, by its people's name: "Maltese president"."""
    found = _ROLE_OF_LAND.fullmatch(role)
    return lands().get(found["land"]) if found is not None else None


def parted(role: str) -> tuple[str, str]:
    """The name of a land's people and the office of a role that has one (`land_of_role`)."""
    found = _ROLE_OF_LAND.fullmatch(role)
    return (found["land"], found["office"]) if found is not None else ("", role)


def lands_of(name: str, text: str) -> set[str]:
    """The countries that the words beside a name in a text give to who bears it."""
    surname = name.split()[-1]
    known, found = lands(), set[str]()
    ahead, behind = _patterns()
    at = text.find(surname)
    while at >= 0:
        end = at + len(surname)
        begin = max(0, at - _REACH, text.rfind("\n", 0, at) + 1)
        told = (*ahead.findall(text[begin:at]), *behind.findall(text[end : end + _REACH]))
        found.update(known[land] for lands_told in told for land in lands_told if land)
        at = text.find(surname, end)
    return found


def at_home(text: str) -> bool:
    """Whether a text speaks of the land whose offices are told without it."""
    return _home().search(text) is not None


@cache
def _home() -> re.Pattern[str]:
    told = trie(word for word, land in lands().items() if land == HOME)
    return re.compile(rf"\b(?:{told}|U\.S|White House)\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells a land right before a name, and right behind it."""
    land = rf"(?:{trie(lands())})"
    office = rf"(?:(?i:{trie(sorted(_OFFICES))})\b)"
    offices = rf"(?:{office},? )"
    given = r"(?:[A-Z][\w.’'-]* |al-|el-){0,3}"
    before = re.compile(
        rf"(?<![\w-])(?:({land})(?:[’']s?)? {offices}{{1,4}}|({land})[’']s? |"
        rf"{office} of (?:the )?({land}),? ){given}\Z"
    )
    article = r",? (?:the |a |an )?"
    after = re.compile(
        rf"\A(?:[’']s?)?(?: of (?:the )?({land})\b|"
        rf"{article}({land})(?:[’']s?)? {offices}{{0,3}}{office}|"
        rf"{article}{offices}{{0,2}}{office} of (?:the )?({land})\b)"
    )
    return before, after
