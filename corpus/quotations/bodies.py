"""Which named body "the company" or "the group" is, and whose "the researchers" are.

The texts before come in, or all that an article says; a name as it stands there goes out, or
None where none is told to be such a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.first_names import is_given
from corpus.quotations.looking import looking_back
from corpus.quotations.names import CAPITAL, PARTICLE, POSSESSIVE, strip_titles
from corpus.quotations.people import People
from corpus.quotations.words import NOT_NAMES, words
from corpus.text import fold

AUTHORS = words("researchers authors scientists psychologists economists investigators")
_RUN = re.compile(
    rf"(?:[Tt]he )?(?P<np>{CAPITAL}(?:(?: (?:of|for|on|and|&))?(?: the)? {CAPITAL}){{0,6}})"
)
_PRESS = words(
    "Times Post News Journal Herald Tribune Globe Telegraph Guardian Independent Beast Magazine "
    "Gazette Chronicle Mail Mirror Sun Star Inquirer Register Observer Standard Dispatch Courier "
    "Bulletin Record Examiner Republic Press Review Week Economist Atlantic Yorker Hill Politico "
    "Reuters Bloomberg"
)
_OUTLETS = words("newspaper paper magazine network website")
_AND_OTHERS = (
    r"(?:and|along with) (?:(?:his|her|their|other) )?(?:[a-z-]+ )?"
    r"(?:colleagues|co-?authors|team)\b"
)
_OTHERS = re.compile(_AND_OTHERS)
_LED = re.compile(rf"(?P<np>{CAPITAL}(?: (?:{PARTICLE} )?{CAPITAL}){{0,3}}) {_AND_OTHERS}")
_EDITORS = re.compile(
    rf"(?:The )?(?P<np>(?!The ){CAPITAL}(?: {CAPITAL}){{0,4}} [Ee]ditorial [Bb]oard)\b"
)
_TEXTS = 3  # paragraphs in which the body that is meant is sought
_TOLD_BY = {
    "airline": words("Air Airline Airlines Airways Aviation Jet Wings JetBlue Ryanair Lufthansa"),
    "bank": words("Bank Banco Banking Banque"),
    "newspaper": _PRESS,
    "paper": _PRESS,
    "magazine": _PRESS,
}
"""Words of a name that tell what kind of body it is, of kinds whose names mostly have one."""
_PRIVATE = words("company firm group club retailer carmaker automaker manufacturer giant startup")
_AUTHORITIES = words(
    "FBI CIA NSA FAA NTSB TSA DHS EPA FDA IRS NASA EU UN NATO Nato UK US USA Airport Police "
    "Department Ministry Court Congress Senate Parliament Government States Kingdom Commission"
)
_OWN = ("Its ", "His ", "Her ", "Their ", "Representatives ")
_OFFICES = words(
    "York Office House City County State Street Congress Senate Parliament Committee Court"
)
"""Last words of bodies and places that no company or group is called by."""
_KINDS = words("company firm group organization organisation retailer network paper charity")
_ITS = (
    r"(?:[’']s?)? (?:spokes[a-z]+|CEO|chief executive|executives?|founder|website|employees|"
    r"workers|users|customers|stores|representatives?|officials?|products|services|shares|app|statement)\b"
)


def suits(noun: str, name: str, people: People) -> bool:
    """Whether a body may be what `noun` says: an airline has "Airways" in its name, or is called
    an airline in the article; a company or a team is no authority and no place to fly from."""
    tokens = {name} if name.isupper() else set(name.split())
    if name[:1].islower() or " for " in name or name.startswith(_OWN):
        return False
    told = _TOLD_BY.get(noun)
    if told is None:
        return noun not in _PRIVATE or tokens.isdisjoint(_AUTHORITIES)
    if not told.isdisjoint(name.split()) or noun.capitalize() in tokens:
        return True
    text = people.joined
    if f"{noun} {name}" in text or f"{name} {noun}" in text:
        return True
    spelled = re.search(rf"((?:{CAPITAL} ){{1,6}})\({re.escape(name)}\)", text)
    if spelled is not None and not told.isdisjoint(spelled[1].split()):
        return True
    return (
        re.search(rf"{re.escape(name)}, (?:an?|the) (?:[\w’'-]+ ){{0,4}}{noun}\b", text) is not None
    )


def named_body(noun: str, before: Sequence[str], people: People) -> str | None:
    """The body that `noun` ("company", "paper") stands for: the nearest named before."""
    for text in before[:_TEXTS]:
        for sentence in looking_back(text):
            for name in reversed(list(_names(sentence))):
                if _may_be(name, noun, sentence, people):
                    return name
    return None


def led(people: People) -> str | None:
    """Who is named with colleagues or co-authors, where the article has one such name."""
    text = people.joined
    if "colleagues" not in text and "author" not in text:
        return None
    if _OTHERS.search(text) is None:
        return None
    found = {
        people.full(one["np"].split()[-1])[0]
        for one in _LED.finditer(text)
        if one["np"] not in ("He", "She", "They")
    }
    return found.pop() if len(found) == 1 else None


def editors(people: People) -> str | None:
    """Whose editorial it is, where the article names one paper's editorial board."""
    found = {fold(one["np"]): one["np"] for one in _EDITORS.finditer(people.joined)}
    return next(iter(found.values())) if len(found) == 1 else None


def _names(sentence: str) -> Iterator[str]:
    """The runs of capitals in a sentence as names, without titles and stray words."""
    for match in _RUN.finditer(sentence):
        tokens = match["np"].split()
        if tokens[-1].endswith(POSSESSIVE):
            tokens[-1] = tokens[-1][:-2]
        tokens = strip_titles(tokens)
        if tokens and tokens[0] not in NOT_NAMES:
            yield " ".join(tokens)


def _may_be(name: str, noun: str, sentence: str, people: People) -> bool:
    last = name.split()[-1]
    if last in people.persons() or is_given(name.split()[0]) or last in _OFFICES:
        return False
    if any(f"{kind} {name}" in sentence for kind in _KINDS):  # "the group Doorwatch"
        return True
    if noun in _OUTLETS:
        return last in _PRESS
    if last in _PRESS or not suits(noun, name, people):
        return False
    if people.is_body(name):
        return True
    return noun != "group" and re.search(re.escape(name) + _ITS, people.joined) is not None
