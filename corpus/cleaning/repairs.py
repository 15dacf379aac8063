"""Glued text: where a page lost the blank between two things, a blank is put back.

The text of a line comes in; out come the mended text and what was mended where. Nothing but
blanks is ever added, nothing is taken away.
"""

from __future__ import annotations

import re

from corpus.cleaning.marks import GLUED_CREDIT

_TOP_LEVEL = frozenset("Com Net Org Co Io Ru De Uk Gov Edu Tv Fr Js Py".split())
_SENTENCES = re.compile(
    r"(?<=[a-zà-ÿ]{2})(?P<end>[.!?…]{1,3}[\"”’»)]?)(?=[\"“‘«]?(?P<next>[A-ZÀ-Þ][a-zà-ÿ]*)[ ,'’])"
)
_QUOTE = re.compile(r"(?<=[a-zà-ÿ]{2})[\"”“](?=[A-ZÀ-Þ][a-zà-ÿ]*[ ,'’])")
_COMMA_QUOTE = re.compile(r"(?<=[a-zà-ÿ0-9])[,;][\"”](?=[A-Za-zÀ-ÿ]{2})")
_PLACE_DATE = re.compile(
    r"(?<=[A-Z]{3})(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)"
)
_SUSPECT = re.compile(r"[.!?…,;\"”“’»)][\"“‘«]?[^\W\d_]|:|[A-Z]{3}[A-Z][a-z]{2}")


def mend(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with blanks put back, and (position in the given text, what was mended).

    >>> mend('shaped the future."However, he left')[0]
    'shaped the future." However, he left'
    """
    if _SUSPECT.search(text) is None:
        return text, []
    cuts: dict[int, str] = {}
    for match in _PLACE_DATE.finditer(text):
        cuts[match.start()] = "parted a date glued to a place"
    for match in GLUED_CREDIT.finditer(text):
        cuts[match.start()] = "parted a picture credit glued to a caption"
    for match in _SENTENCES.finditer(text):
        if match["next"] in _TOP_LEVEL or _in_address(text, match.start()):
            continue
        cuts[match.end("end")] = "parted two sentences glued together"
    for match in _QUOTE.finditer(text):
        cuts[_side(text, match)] = "parted a quotation glued to a word"
    for match in _COMMA_QUOTE.finditer(text):
        closes = match[0][-1] == "”" or text.count('"', 0, match.start()) % 2 == 1
        if closes and match.end() not in cuts:
            cuts[match.end()] = "parted a quotation glued to a word"
    if not cuts:
        return text, []
    pieces, at = [], 0
    for cut in sorted(cuts):
        pieces.append(text[at:cut])
        at = cut
    pieces.append(text[at:])
    return " ".join(pieces), sorted(cuts.items())


def _side(text: str, match: re.Match[str]) -> int:
    """A mark that opens takes the blank before it, one that closes after it."""
    mark = match[0]
    if mark == '"':
        opens = text.count('"', 0, match.start()) % 2 == 0
    else:
        opens = mark == "“"
    return match.start() if opens else match.end()


def _in_address(text: str, at: int) -> bool:
    begin = text.rfind(" ", 0, at) + 1
    word = text[begin:at]
    return "/" in word or "@" in word or "www" in word or "." in word
