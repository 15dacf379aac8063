"""What stands inside a clause and is none of it: brackets, dashes, a party and a state.

A clause comes in and goes out without them.
"""

from __future__ import annotations

import re

from corpus.quotations.words import CUES

PIECE = re.compile(r"\S+")
PARENTHESIS = re.compile(
    r"\s*[(\[][^)\]]{0,60}[)\]]|[,.]?\s[DRI]-[A-Z][A-Za-z.]*"
    r"(?:,(?=\s(?:[a-z]+(?:ed|id|ys|ld|es|te|ts)|and)\b)|(?=,?\s))"
)
"""What stands between a name and its verb: an aside in brackets, a party and a state."""
_DASHED = re.compile(  # "the firm — a small one — said"
    r"\s?(?:—|(?<=\s)–(?=\s)|(?<=\s)--(?=\s))\s?[^—–“”\"]{2,120}?\s?(?:—|(?<=\s)–(?=\s)|(?<=\s)--(?=\s))\s?"
)
_HYPHENED = re.compile(r"\s-\s[^—–“”\"]{2,120}?\s-\s")
_DASH = re.compile(r"\s(?:—|–|--|-)\s|(?<=\S)—(?=\S)")  # no "the d— word"
_GOES_ON = re.compile(  # what belongs to the statement before a dash
    r"(?:not|and|or|nor|that|but(?:\salso|\snot|\sonly|\sthat)|because|as\sif|if|including|like|such\sas|meaning|"
    r"especially|particularly|at\sleast|even\sif|regardless|to|from|for|in|on|at|by|with|without)\b"
)


def without_asides(text: str) -> str:
    """A clause without what stands in brackets or between dashes, and without party and state."""
    if "(" in text or "[" in text or " D-" in text or " R-" in text or " I-" in text:
        text = PARENTHESIS.sub("", text)
    if text.count("—") + text.count("–") + text.count("--") > 1:
        text = _DASHED.sub(_without_dashed, text)
    elif text.count(" - ") > 1:
        text = _HYPHENED.sub(_without_dashed, text)
    return text


def _without_dashed(found: re.Match[str]) -> str:
    """An aside between dashes goes, where nobody says anything in it."""
    return found[0] if not CUES.isdisjoint(found[0].split()) else " "


def up_to_dash(text: str, begin: int, end: int) -> tuple[int, bool]:
    """Where reported speech between two places ends before an aside behind a dash, and whether it
    holds something of the reporter's, or may: "that it would close — a sign of its fear"."""
    dashes = [found.span() for found in _DASH.finditer(text, begin + 1, end)]
    if not dashes:
        return end, False
    at, behind = dashes[-1]
    if len(dashes) % 2 == 0 or _GOES_ON.match(text, behind, end) is not None:
        at = end  # "that it is late — not because of the storm"
    return at, len(dashes) > 1
