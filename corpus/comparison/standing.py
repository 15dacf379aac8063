"""Whether a figure is stated, or named only to be taken back; and what it is said to take in.

"14, not 17" states 14. A number that a text denies or withdraws agrees with nobody who gives it,
one that it places earlier ("up from 14") is in no conflict with one of now, nor are sums that take
in different things ("debts included"). Rules over the words right around a figure.
"""

from __future__ import annotations

import re

AROUND = 70  # characters before and behind a figure that are looked at

_NUMBER = r"(?:numbers?|figures?|tolls?|counts?|totals?|estimates?)"
_DENIED = re.compile(r"(?<!or )\b(?:not|rather than|instead of)\s+(?:the\s+|an?\s+)?[\"“(]?$", re.I)
_CORRECTED = re.compile(
    r"\b(?:corrected|revised|amended|lowered|raised|cut)\s(?:(?:up|down|upwards?|downwards?)\s)?"
    r"from\s(?:an?\s|the\s)?(?:earlier\s|initial\s|previous\s)?$",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:(?:earlier|previously|initially|originally|wrongly|mistakenly)\s(?:had\s)?"
    r"(?:reported|said|gave|given|stated|put|spoke|spoken|announced|counted|listed)\b"
    r"|(?:earlier|initial|previous|original|wrong|mistaken)\s(?:\w+\s)?"
    rf"(?:reports?|versions?|story|article|{_NUMBER})\b[^.;]*\b(?:of|gave|said|put|was|stated)\b)"
    r"[^.;,]{0,30}$",
    re.I,
)
_TAKEN_BACK = re.compile(
    rf"[^.;]*\b{_NUMBER}\b[^.;]*\b(?:withdrawn|retracted|corrected|incorrect|mistaken|wrong)\b",
    re.I,
)
_HEDGED = re.compile(r"(?:more|less|fewer|over|under|only|just|even|yet|at)\b", re.I)
_HEDGES = r"(?:(?:an?|the|just|only|about|nearly|almost|around|some|over|more\sthan|at\sleast)\s)*"
_FROM = re.compile(
    r"\b(?:up|down|r[io]s\w+|rais\w+|gr[eo]w\w*|f[ea]ll\w*|dropp\w+|climb\w*|increas\w+|jump\w*"
    rf"|lower\w*|decreas\w+|doubl\w+)\s(?:\w+\s){{0,3}}?from\s{_HEDGES}"
    rf"(?:(?:earlier|initial|previous)\s(?:{_NUMBER}\s)?(?:of\s)?{_HEDGES})?$",
    re.I,
)
_AT_FIRST = re.compile(
    r"\b(?:initially|originally|at\sfirst)\b(?:(?!\b(?:but|later|now|then|before)\b)[^.;])*"
    r"\b(?:said|reported|put|gave|counted|believed|feared|thought|listed|announced|told|spoke)\b"
    r"(?:(?!\b(?:but|later|now|then|before)\b)[^.;]){0,40}$"
    r"|\bhad\s(?:said|reported|put|counted|spoken)\b[^.;,]{0,25}$",
    re.I,
)
_THEN_OLD = re.compile(
    r"\bat\sthe\stime\b|\bthen,?\s(?:only\s|just\s|aged?\s)?\d|\d,?\sthen\b|"
    r"\d\swhen\s(?:he|she|they|it)\b|\bwhen\s(?:he|she|they)\s(?:was|were|turned)\s",
    re.I,
)
_SIGNS = re.compile(r"from\s|initially|originally|at\sfirst|had\s", re.I)
_SCOPE = re.compile(
    r"\b(?P<what>debts?|tax(?:es)?|vat|fees?|interest|expenses|bonuses|add-ons|inflation)\s"
    r"(?P<how>included|excluded)\b"
    r"|\b(?P<before>including|inclusive of|with|excluding|without|before|after|plus|net of)\s"
    r"(?:(?:all|the|its|their|his|her|any)\s)?"
    r"(?P<of>debts?|tax(?:es)?|vat|fees?|interest|expenses|bonuses|add-ons|inflation)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.;:]|\s(?:and|but|while)\s")
_IN = frozenset(("included", "including", "inclusive of", "with", "after"))


def is_taken_back(text: str, start: int, end: int) -> bool:
    """Whether the number at `text[start:end]` is denied or withdrawn by the words around it.

    >>> is_taken_back("The number was 14, not 17.", 23, 25)
    True
    >>> is_taken_back("The number was 14, not 17.", 15, 17)
    False
    """
    before = text[max(0, start - AROUND) : start]
    if _DENIED.search(before):
        return _HEDGED.match(text, start) is None
    if _CORRECTED.search(before) or _EARLIER.search(before):
        return True
    return _TAKEN_BACK.match(text, end, end + 2 * AROUND) is not None


def is_earlier(text: str, start: int, end: int) -> bool:
    """Whether the words before the number at `text[start:end]` say that it was so before: what has
    since become another is no other report's count of the same.

    >>> is_earlier("The toll rose from 10 to 12.", 19, 21)
    True
    >>> is_earlier("The toll rose from 10 to 12.", 25, 27)
    False
    """
    before = text[max(0, start - AROUND) : start]
    if _SIGNS.search(before) is None:
        return False
    return _FROM.search(before) is not None or _AT_FIRST.search(before) is not None


def is_age_then(sentence: str) -> bool:
    """Whether a sentence tells how old somebody was when something else happened.

    >>> is_age_then("Varga, who was 20 at the time, is 32.")
    True
    """
    return _THEN_OLD.search(sentence) is not None


def scope(text: str, start: int, end: int) -> frozenset[str]:
    """What the sum at `text[start:end]` is said to take in or to leave out.

    >>> sorted(scope("€62m, debts included", 0, 4))
    ['debt in']
    """
    behind = text[end : end + AROUND]
    cut = _CLAUSE.search(behind)
    found = set()
    for match in _SCOPE.finditer(behind[: cut.start()] if cut else behind):
        what = (match["what"] or match["of"]).lower().rstrip("s").removesuffix("e")
        how = (match["how"] or match["before"]).lower()
        found.add(f"{what} {'in' if how in _IN else 'out'}")
    return frozenset(found)
