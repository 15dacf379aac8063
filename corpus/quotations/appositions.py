"""Who is named beside a description of him: the words before a cue come in, his name goes out.

"One rower — Lena Orlova, of Aldmere — said" and "Lena Orlova, another rower who had waited there,
said" are both Lena Orlova speaking, and no rower.
"""

from __future__ import annotations

import re

from corpus.first_names import is_given
from corpus.quotations.names import CAPITAL, LINK, PARTICLE, UPPER, full_name, strip_titles
from corpus.quotations.phrases import named_subject
from corpus.quotations.words import BODIES, DOCUMENTS, HEADS, NOT_NAMES, ROLES

_NAME = full_name(2, 5)
_RELATIVES = frozenset({"who", "whom", "which", "whose"})
_DASH = r"(?:\s?—\s?|\s(?:–|--)\s)"
_BETWEEN_DASHES = re.compile(  # "One such rower — Lena Orlova, of Aldmere —"
    r"(?:^|[,;]\s|\b(?:[Bb]ut|[Aa]nd|while|as|when)\s)(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Hh]is|[Hh]er|"
    rf"[Tt]heir)\s(?:[^\s,;:—–]+\s){{0,5}}?(?P<noun>[a-z-]{{3,}}){_DASH}(?P<name>{_NAME})"
    rf"(?:(?:,\s|\s(?:of|from|at|with)\s)[^;—–“”\"]{{2,100}}?)?,?\s?(?:—|–|--)$"
)
DESCRIBED = re.compile(  # "Lena Orlova, a pilot held in May who complained"
    rf"(?P<name>{full_name(2, 4)}),\s"
    rf"(?:a|an|the|one|another|his|her|its|their|(?:{CAPITAL}\s)?[{UPPER}][\w-]*[’']s?)\s[^,;:]+$"
)
_WHO_WHEN = re.compile(  # "comments by Lena Orlova who, when asked about it,"
    rf"(?P<name>{full_name(2, 5)})\swho,\s(?:when|after|while|in|on|at|as|if)\s[^;:]*,$"
)
_OF_TOWN = re.compile(  # "Lena Orlova of Aldmere, Norland"
    rf"(?<![\w’'-])(?P<name>{CAPITAL}\s(?:{CAPITAL}\s){{1,2}})of\s"
    rf"{CAPITAL}(?:\s{CAPITAL})?,\s{CAPITAL}(?:\s{CAPITAL})?$"
)
_WHILE_DOING = re.compile(  # "Orlov, while irritating some who saw it as a pose,"
    rf"(?:But\s|And\s|Yet\s)?(?P<name>(?:(?:{CAPITAL}|{LINK})\s?){{1,5}}),\s"
    r"(?:while|after|despite|before|without|by|when|though|although)\s[a-z]+ing\s[^;:]*,$"
)

_TWO_OFFICES = re.compile(  # "comedian and author Lena Orlova"
    r"(?:the\s)?(?:[a-z-]+\s)?(?P<role>[a-z]+)\sand\s(?=(?:[a-z-]+\s){1,3}[A-Z])"
)
_ENVOY = re.compile(  # "Norish envoy to the United Towns Lena Orlova"
    r"(?:[\w.-]+\s){0,4}?(?:ambassador|envoy|representative)\sto\s(?:the\s)?"
    rf"(?P<of>(?:{CAPITAL}\s){{1,3}}?)(?=(?P<first>{CAPITAL})\s{CAPITAL})"
)
_TWO_OF_HIS = re.compile(  # "longtime Republican strategist and author Lena Orlova"
    r"(?:[A-Za-z-]+\s){1,4}?(?P<role>[a-z]+)\sand\s(?!(?:a|an|the|his|her|their|its)\s)"
    rf"(?=(?:[a-z-]+\s){{1,3}}(?P<first>{CAPITAL})\s{CAPITAL})"
)
_UNCLOSED = re.compile(  # "Lena Orlova, chief strategist at Quill said"
    rf"(?<![\w’'-])(?P<name>{CAPITAL}(?:\s(?:{PARTICLE}\s){{0,2}}{CAPITAL}){{1,3}}),\s"
    r"(?:(?!(?:that|about|asked|by|when|as|after|because)\s)[\w’'-]+\s){0,5}?(?P<role>[A-Za-z]+)\s(?:at|of|for|with|in)\s"
    r"(?P<of>(?:[^,;:]|:\s(?=[A-Z])){2,80})$"  # "author of Night Ships: A History said"
)


def between_dashes(text: str) -> str | None:
    """The name that dashes part from a description of its one bearer, at the end of a text."""
    found = _BETWEEN_DASHES.search(text) if text.endswith(("—", "–", "--")) else None
    if found is None or found["noun"].endswith("s"):
        return None
    if found["noun"] in BODIES or found["noun"] in DOCUMENTS:
        return None  # "the memo — Lena Orlova, its writer, was ill — said"
    name = strip_titles(found["name"].split())
    return named_subject(name) if is_first(name[0]) else None


def before_relative(text: str, upto: int) -> str | None:
    """The name that a description with a relative clause stands behind: "Lena Orlova, a Quill
    lawyer who lives here,". `upto` is where the clause begins."""
    person = DESCRIBED.search(text, 0, upto)
    if person is not None:
        name = named_subject(person["name"].split())
        told = name is not None and is_first(name.split()[0])
        if told or not HEADS.isdisjoint(person["name"].split()[:-1]):
            return name
    if " who, " in text and (asked := _WHO_WHEN.search(text)) is not None:
        tokens = strip_titles(asked["name"].split())
        if is_first(tokens[0]):
            return named_subject(tokens)
    beside = _WHILE_DOING.fullmatch(text)
    if beside is not None and beside["name"].split()[0] not in NOT_NAMES:
        return named_subject(beside["name"].split())
    return None


def with_one_office(text: str) -> str:
    """What stands behind a cue, without the first of two offices of the one who is named."""
    envoy = _ENVOY.match(text) if " to " in text[:60] else None
    if envoy is not None and is_given(envoy["first"]) and HEADS.isdisjoint(envoy["of"].split()):
        return text[envoy.end() :]
    if " and " not in text[:60]:
        return text
    two = _TWO_OFFICES.match(text)
    if two is not None and two["role"] in ROLES:
        return text[two.end() :]
    two = _TWO_OF_HIS.match(text)
    if two is not None and two["role"] in ROLES and is_given(two["first"]):
        return text[two.end() :]
    return text


def before_office(text: str) -> str | None:
    """The name at the end of a text whose bearer's office no comma closes: "Lena Orlova, chief
    strategist at Quill"."""
    town = _OF_TOWN.search(text) if text[-1].isalpha() and " of " in text[-70:] else None
    if town is not None:
        name = strip_titles(town["name"].split())
        return named_subject(name) if len(name) > 1 and is_first(name[0]) else None
    found = _UNCLOSED.search(text)
    if found is None or not _is_unclosed(found):
        return None
    return named_subject(found["name"].split())


def _is_unclosed(found: re.Match[str]) -> bool:
    """Whether a name is followed by its bearer's office, and not by somebody else with one."""
    name, role = found["name"].split(), found["role"]
    if not _RELATIVES.isdisjoint(found["of"].split()):
        return False  # "Lena Orlova, head of the port whom the agency called"
    if role.lower() not in ROLES or found["name"] in NOT_NAMES:
        return False
    if found.start() == 0 and role.islower():
        return True
    ahead = found.string[: found.start()].split()[-1:]
    told = is_given(name[0]) or (bool(ahead) and ahead[0] in ROLES)
    return told and not any(map(is_given, found["of"].split()))


def is_first(word: str) -> bool:
    """Whether a word is a first name, or two of them joined: "Anna-Lena"."""
    return is_given(word) or ("-" in word and all(map(is_given, word.split("-"))))
