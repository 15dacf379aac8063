"""The shape of names: what one is written like, and where titles end and the name begins.

Tokens come in, the tokens of the name go out. Nothing here knows of an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from corpus.first_names import MEN, WOMEN, is_given
from corpus.quotations.words import HEADS, NOT_NAMES, ORGANISATIONS, ROLES, words
from corpus.words import WEEKDAYS

UPPER = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŒŘŚŞŠŤŪŮŰŸŹŻŽ"
CAPITAL = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Prof|Rev|St|Adm|Cmdr|Del|Sec|Jr|Sr)\.|"
    rf"(?:[{UPPER}]\.(?:-?(?=[{UPPER}]))?)+|(?:(?:al|el|an|as|ash|at|ad|d|l)[-'’])?"
    rf"[{UPPER}][\w’'-]*+)"
)
_PARTICLES = "de del della der den van von bin ibn bint al el da dos du di la le ter ten".split()
PARTICLES = frozenset(_PARTICLES)
PARTICLE = f"(?:{'|'.join(_PARTICLES)})"
LINKS = PARTICLES | {"of", "for", "the", "&"}
LINK = f"(?:{PARTICLE}|of|for|the|&)"


def full_name(least: int, most: int) -> str:
    """The pattern of a name of so many words in capitals, with "de", "of the" between them."""
    return rf"{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{{least - 1},{most - 1}}}"


_OF = frozenset({"of", "for", "on", "and", "to"})
POSSESSIVE = ("'s", "’s")
_AUTHORITIES = words(
    "Ministry Department Office Council Committee Commission Court Association Center Centre Board "
    "Bureau Service Services Fund Authority Union Institute Foundation Party Group Force Corps"
)
PARTISANS = words("Democrat Democrats Republican Republicans Liberal Conservative Libertarian")
_NO_SURNAMES = PARTISANS | words("One Two Three Four Five Volume Part Chapter Season Episode")
_OF_A_COUNTRY = words("Ministry Parliament Embassy")
_LETTERS = 3  # of a body that is no place
_LANDS = words("U.N. UN U.S. US EU E.U. UK U.K.")
_NO_TITLE = {  # "General Motors" is no general
    "General": words(
        "Motors Electric Mills Assembly Dynamics Hospital Staff Court Council Election"
    ),
    "Chief": words("Justice"),
    "Private": words("Eye"),
}


_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)")


def strip_titles(tokens: Sequence[str]) -> list[str]:
    """The tokens of a name without the titles, offices and stray words before it."""
    rest = list(tokens)
    while len(rest) > 1 and rest[0] in NOT_NAMES:
        if rest.pop(0) == "The" and rest[0].endswith("ing"):
            break  # "The Standing Crane Tribe"
    if len(rest) > 2 and is_given(rest[1]) and _is_beside(rest[0], rest[1]):
        rest.pop(0)  # "ambassador to the U.N. Lena Orlova", "ALDMERE Lena Orlova"
    if len(rest) > 1 and rest[0].lower() in ROLES and not is_given(rest[0]) and is_given(rest[1]):
        rest.pop(0)  # "Singer Lena"
    last = -1
    for at, token in enumerate(rest[:-1]):
        if (
            token in HEADS
            or (token[-1:] == "." and token.rstrip(".") in HEADS)
            or token.endswith(("-elect", "-designate"))
            or (token[-1:] == "s" and token.endswith(POSSESSIVE))
        ):
            if token in PARTISANS and rest[-1] in _AUTHORITIES:
                continue  # "Republican National Committee"
            if token not in HEADS and len(rest) - at < 4 and rest[-1] in _OF_A_COUNTRY:
                break  # "Norland’s Foreign Ministry"
            if rest[at + 1] in _NO_TITLE.get(token, ()) or (
                _SUFFIX.fullmatch(rest[-1]) and at == len(rest) - 2
            ):
                break
            last = at
    if last < 0:
        return rest
    after = last + 1
    if rest[after] in _OF and after + 2 < len(rest):  # "Secretary of State John Kerry"
        after += 2
        if rest[after - 1] == "the" and after + 1 < len(rest):
            after += 1
        if after < len(rest) - 1 and rest[after] in ("for", "and", "of"):
            return rest
    named = rest[after:]
    if not named or named[0] in _OF:
        return rest
    if len(named) == 1 and named[0] in _AUTHORITIES:
        return rest  # "Justice Department"
    return named


def _is_beside(word: str, first: str) -> bool:
    """Whether a word before a first name is a land's letters or a dateline's place."""
    if word in _LANDS:
        return True
    return word.isupper() and len(word) > _LETTERS and not (first.isupper() or is_given(word))


_ON_DAY = re.compile(rf"(?<=\w)(?P<on> (?:(?:late|early) )?on)? (?:{'|'.join(WEEKDAYS)})$")
_DAYS_OF_NAME = words("Super Black Cyber Ash Good Fat Holy Palm Easter Bloody Giving Shrove")


def without_day(name: str) -> str:
    """A name without the day on which its bearer speaks: "Aldmere News on Monday"."""
    found = _ON_DAY.search(name) if name.endswith("day") else None
    if found is None:
        return name
    before = name[: found.start()]
    last = before.rpartition(" ")[2]
    if last in _DAYS_OF_NAME or (found["on"] is None and is_given(last)):
        return name  # "Super Tuesday", "Ruby Tuesday"
    return before


def from_first_name(tokens: list[str]) -> list[str]:
    """The tokens of a person's name from the first name on, where a known one stands."""
    for at, token in enumerate(tokens[:-1]):
        first = token.lower()
        if first in MEN or first in WOMEN:
            return tokens[at:]
    return tokens


@lru_cache(maxsize=4096)
def person_in(words: str) -> tuple[tuple[str, ...], bool]:
    """The name in a row of capitals, and whether a title or its first name tell a person."""
    tokens = words.split()
    if not NOT_NAMES.isdisjoint(tokens):
        begin = next((at for at, token in enumerate(tokens) if token not in NOT_NAMES), 0)
        stray = (
            at
            for at in range(begin + 1, len(tokens))
            if tokens[at] in NOT_NAMES and not (tokens[at] == "May" and _is_may(tokens[at - 1]))
        )
        tokens = tokens[: next(stray, None)]  # a headline's: "Orlov On Closing Quays"
    if tokens[-1].endswith(POSSESSIVE):
        tokens[-1] = tokens[-1][:-2]
    rest = strip_titles(tokens)
    for at in range(len(rest) - 3, -1, -1):
        if rest[at].lower() in ROLES:  # "Executive Editor Dean Orlov"
            return tuple(rest[at + 1 :]), True
    named = from_first_name(rest)
    titled = False
    for token in tokens[: len(tokens) - len(rest)]:
        titled = titled or token in HEADS or token.rstrip(".") in HEADS
    if not 1 <= len(named) <= 4 or named[-1] in _NO_SURNAMES:
        return (), False
    if not ORGANISATIONS.isdisjoint(named):
        return (), False
    if len(named) == 1 and not titled:
        return (), False
    return tuple(named), titled or is_given(named[0].rstrip("."))


def _is_may(ahead: str) -> bool:
    """Whether "May" is a surname, by what stands before it: "Theresa May", "Mrs May"."""
    return ahead.rstrip(".") in ("Mrs", "Ms", "Minister") or ahead.lower() in WOMEN


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals, which no person bears in news: "ANA"."""
    return len(name) > 1 and name.isalpha() and name.isupper()


def has_word(text: str, word: str) -> bool:
    """Whether a text has a word that is not a part of another: no "Li" in "Libya"."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(word, end)
    return False


_ASKING = words("Will May")  # open a headline's question: "Will Quill Pay?"


def in_title(title: str) -> dict[str, str]:
    """The people whom a title names with a known first name: surname → "Lena Orlova"."""
    written = title.split()
    tokens = [token.rstrip(",:;?!’'").removesuffix("’s").removesuffix("'s") for token in written]
    found: dict[str, str] = {}
    for at, (first, last) in enumerate(pairwise(tokens)):
        if not is_given(first) or first in _ASKING or not last[:1].isupper() or last.isupper():
            continue
        if last in NOT_NAMES and not (last == "May" and _is_may(first)):
            continue
        before = tokens[at - 1] if at else ""
        if written[at - 1 : at + 1] == tokens[at - 1 : at + 1] and found.pop(first, ""):
            first = f"{before} {first}"  # "Lena Anna" of "Lena Anna Orlova"
        found[last] = f"{first} {last}"
    return found
