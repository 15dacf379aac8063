"""What the words around a number say of how it counts: a threshold, a forecast, a list, a cut.

In go a text and the place of a figure, out comes whether it may be held against another number of
the same thing. Sixty votes that are needed, half a million who are expected to leave and five
things to watch conflict with no other count.
"""

from __future__ import annotations

import re

_AROUND = 45  # characters before and behind a figure that say what it is
_NEEDED = re.compile(
    r"\b(?:need(?:s|ed)?|requir\w+|threshold|hurdle|shy of|at stake|majority of)\b", re.IGNORECASE
)
_BALLOT = re.compile(r"\b(?:votes?|seats?|delegates?|majority|senators|ballots?)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:expect\w*|urged|ordered|project\w*|forecast\w*|predict\w*|feared|target)\b",
    re.IGNORECASE,
)
LISTED = frozenset("things reasons takeaways ways questions facts lessons tips moments".split())
_LISTED = re.compile(rf"\s*(?:\w+\s){{0,2}}(?:{'|'.join(sorted(LISTED))})\b", re.IGNORECASE)
_TREATED = re.compile(
    r"(?:\s\w+){0,3}?\s(?:requir\w+|need\w+|remain\w*|were treated)\b[^.;,]{0,30}"
    r"\b(?:hospital\w*|treat\w+|critical)"
)
_AT_LEAST = re.compile(r"\b(?:at least|more than|over)\s$", re.IGNORECASE)
_BY_THEN = re.compile(  # "at least 200 had been brought ashore by 05:30"
    r"[^.;:]{0,70}?\bby\s(?:\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m\b|dawn|daybreak|noon|midday|midnight|"
    r"nightfall|(?:(?:the )?(?:early |late |mid-?))?(?:morning|afternoon|evening))"
)


def settled(text: str, start: int, end: int) -> bool:
    """Whether a figure says how many there were, not how many are needed, foreseen or listed."""
    around = _clause(text, start, end)
    cut_off = start >= 2 and text[start - 1] in ",." and text[start - 2].isdigit()
    return not (
        cut_off  # "1,800" read as 800
        or (_NEEDED.search(around) and _BALLOT.search(around))
        or _SUPPOSED.search(around)
        or _LISTED.match(text, end)
        or (_AT_LEAST.search(text[max(0, start - 12) : start]) and _BY_THEN.match(text, end))
    )


_UP = re.compile(
    r"\b(?:up|ris(?:e|es|en|ing)|rose|gain\w*|jump\w*|climb\w*|higher|increas\w+|soar\w*|surg\w+)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:down|fall(?:s|en|ing)?|fell|los(?:e|es|t|ing)|dropp?\w*|declin\w+|lower|decreas\w+|slid"
    r"|sank|plung\w+|tumbl\w+|shed)\b",
    re.IGNORECASE,
)


def goes(text: str, start: int, end: int) -> frozenset[bool]:
    """Whether the words around a number say that something went up (True) or down.

    >>> goes("Shares fell 5.8 per cent.", 12, 24)
    frozenset({False})
    """
    around = _clause(text, start, end)
    return frozenset(up for up, found in ((True, _UP), (False, _DOWN)) if found.search(around))


def in_hospital(text: str, end: int) -> bool:
    """Whether those counted are the ones who were treated, not all who were hurt."""
    return _TREATED.match(text, end) is not None


_GRAVE = re.compile(
    r"\b(?:critical(?:ly)?(?!\s(?:of|to|for|about)\b)|life-threatening|intensive care|"
    r"fighting for (?:their )?li(?:fe|ves))\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.;:,]\s|\s(?:and|but|while|with)\s")
_FAR = 70  # characters behind a number in which its clause tells how those counted are


def is_grave(text: str, end: int) -> bool:
    """Whether those counted are the ones whose lives are in danger, not all who were hurt.

    >>> is_grave("Nine people were in a critical condition and 40 in hospital.", 4)
    True
    """
    return _GRAVE.search(_CLAUSE_ENDS.split(text[end : end + _FAR])[0]) is not None


_OTHER_THING = re.compile(
    r"\b(?:surpass\w*|outdo\w*|rivals?|compared (?:to|with)|(?:by|in) (?:comparison|contrast)"
    r"|unlike|predecessor)\b",
    re.IGNORECASE,
)


def is_of_another(text: str) -> bool:
    """Whether a sentence sets beside what the report is about something else of the kind."""
    return _OTHER_THING.search(text) is not None


_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s)?")


def all_of_them(text: str, end: int) -> int | None:
    """Where the number of all begins behind the number of some: "9 of 40", "9 out of the 40"."""
    found = _OUT_OF.match(text, end)
    return found.end() if found else None


def _clause(text: str, start: int, end: int) -> str:
    """The words around a figure, within its clause."""
    before = re.split(r"[.;:]\s", text[max(0, start - _AROUND) : start])[-1]
    behind = re.split(r"[.;:]\s", text[end : end + _AROUND])[0]
    return f"{before} {behind}"
