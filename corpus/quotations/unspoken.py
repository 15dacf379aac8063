"""What tells that marked words are nobody's: terms, slogans, scare quotes, other texts.

A quotation without an attribution and the words around it come in; evidence goes out, by the names
under which `weights.py` weighs it.
"""

from __future__ import annotations

import re

from corpus.article import QuotationKind
from corpus.quotations.cues import cues_in
from corpus.quotations.words import DETERMINERS, words

SPOKEN = "spoken"
"""Where the text says that somebody speaks, only not who: "The speech began by noting ..."."""
_FEW = 3  # words of a term
_GOES_ON = re.compile(r"\s?[a-z-]+")
_LINKED = words("as for of like than with about to by on from in into over against or and")
_ASKS = re.compile(r"[?!]\W*$")
_HE = re.compile(r"\W*(?:He|She)\b|[^“”\"]*,\s(?:he|she)\s")
_AHEAD = 90  # characters before and behind that are looked at


def evidence(kind: QuotationKind, quoted: str, before: str, after: str) -> tuple[str, ...]:
    """What the quoted words, and those of their sentence around them, tell."""
    found: list[str] = []
    if kind == "fragment":
        found.append("fragment")
    if quoted.count(" ") < _FEW:
        found.append("few words")
    ahead = before.split()
    last = ahead[-1].lower() if ahead else ""
    if not ahead:
        found.append("opens its sentence")
    elif last in DETERMINERS:
        found.append("behind an article")
    elif last.endswith(("'s", "’s", "s’", "s'")):
        found.append("behind an owner")
    elif last in _LINKED:
        found.append("behind a preposition")
    elif last[-1] == ":":
        found.append("behind a colon")
    ends = quoted[-1:] in ".,!?…"
    if not ends and _GOES_ON.match(after) is not None:
        found.append("within a clause")
    if ends and ahead:
        found.append("ends as speech")
    if cues_in(before[-_AHEAD:]):
        found.append("behind a cue")
    elif cues_in(after[:_AHEAD].split(".")[0]):
        found.append("before a cue")
    if _HE.match(before) is not None:
        found.append("of a pronoun")
    if _ASKS.search(quoted) is not None:
        found.append("asks")
    return tuple(found)
