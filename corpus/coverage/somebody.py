"""Whether what stands before a verb of saying is somebody at all, and whether it names anybody.

Where names were not recognised, a speaker is what the reading found: "a Clinton aide", but also
half a clause ("the story sits ironically"), a share of a poll, or a town of which the state's
abbreviation was cut off. Nobody is counted as a voice whose noun is none for people or bodies.
"""

from __future__ import annotations

import re

from corpus.coverage.speaking import is_name
from corpus.quotations.words import BODIES, DETERMINERS, DOCUMENTS, INDEFINITE, ROLES
from corpus.text import fold
from corpus.words import STOP

_BEHIND = re.compile(
    r" (?:of|in|at|from|to|for|with|on|by|who\w*|that|which|involved|familiar|close|working|"
    r"traveling|protesting|not|outside|inside|who[’']\w+)(?= |$)"
)
_NO_NAME = re.compile(r"[%$()]|\bvs\.|^[^\w“\"]|[’'](?:m|re|ve|ll)\b")
_PEOPLE = frozenset(
    """person people individual authority authorities insider ally confidant backer expert observer
    policymaker protestor police prosecutor ambassador critic adviser man men woman women child
    children police spokespeople businesswoman businessman contractor lobbyist mogul neurosurgeon
    sultan theorist nurse trader leader whistleblower republican democrat conservative liberal
    independent libertarian american activist observer elector member spokesperson buyer justice
    administration speaker opponent rival informant friend staff mother mum patient worker
    president-elect mayor-elect half majority service local channel outlet checker constitutionalist
    physicist economist retiree homeowner newcomer officeholder donor partisan""".split()
)
_COUNTED = frozenset(
    "second third fourth fifth one two three four five six seven eight nine ten several many "
    "some".split()
)


_OWNERS = frozenset("his her their its our my the".split())
_OWNED = re.compile(r"[’']s?(?= )")
_ONE_HOLDS = frozenset(
    """president president-elect premier chancellor king queen pope attorney-general general
    secretary governor mayor speaker administration service local channel outlet wife husband
    majority half""".split()
)


def is_somebody(name: str, text: str) -> bool:
    """Whether a speaker without an entity may be a person or a body, in this text.

    >>> is_somebody("senior Trump adviser", ""), is_somebody("one of the aides", "")
    (True, True)
    >>> is_somebody("1,400-word essay sought", ""), is_somebody("63 % of voters", "")
    (False, False)
    """
    name = " ".join(name.split())
    if not name or _NO_NAME.search(name):
        return False
    if " " not in name:
        return is_name(name, text) and (name[0].isupper() or _speaks(name))
    words = name.split()
    if fold(words[0]) in STOP - DETERMINERS - INDEFINITE - _COUNTED - {"her", "his", "the"}:
        return False
    core = _BEHIND.split(name, maxsplit=1)[0].split()
    if core and all(fold(word) in INDEFINITE | _COUNTED for word in core):
        return " of " in name and _speaks(name.split(" of ", 1)[1].rpartition(" ")[2])
    last = core[-1] if core else ""
    if last[:1].isupper():
        common = rf"(?<![^\W_]){re.escape(last.lower())}(?![^\W_])"
        return not (last.lower().endswith(("ed", "ing", "ly")) and re.search(common, text))
    return _speaks(last)


def is_unnamed(name: str) -> bool:
    """Whether a voice says what somebody is and not who: several articles may mean several. A body,
    an office that one holds and whoever is somebody's are one.

    >>> is_unnamed("senior official"), is_unnamed("Clinton aide"), is_unnamed("Ines Varga")
    (True, True, False)
    >>> is_unnamed("Clinton campaign"), is_unnamed("the president"), is_unnamed("his wife")
    (False, False, False)
    """
    core = _BEHIND.split(name, maxsplit=1)[0].split()
    if not core or not core[-1][0].islower() or not _speaks(core[-1]):
        return False
    noun = _singular(fold(core[-1]))
    owned = fold(core[0]) in _OWNERS or _OWNED.search(name) is not None
    return not (owned or noun in _BODIES or noun in _ONE_HOLDS)


def _singular(noun: str) -> str:
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _speaks(noun: str) -> bool:
    plain = fold(noun).rstrip(".,;:?!")
    return any(
        one in ROLES or one in _BODIES or one in _PEOPLE
        for form in (plain, plain.rpartition("-")[2])
        for one in (form, _singular(form))
    )


_WRITTEN = frozenset(
    "report study survey memo statement letter email e-mail lawsuit complaint filing document "
    "indictment affidavit agreement resolution ruling editorial blog manifesto transcript "
    "treaty dissent suit estate".split()
)
_BODIES = BODIES - DOCUMENTS - _WRITTEN
