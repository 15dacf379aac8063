"""Glued text: where a page lost the blank between two things, a blank is put back.

The text of a line comes in; out come the mended text and what was mended where. Nothing but
blanks is ever added, nothing is taken away.
"""

from __future__ import annotations

import re

from corpus.cleaning.pictures import glued_credit
from corpus.words import MONTHS

_TOP_LEVEL = frozenset("Com Net Org Co Io Ru De Uk Gov Edu Tv Fr Js Py".split())
_SENTENCES = re.compile(  # like those below it begins with its sign, which is soon found
    r"(?P<end>[.!?…](?<=[a-zà-ÿ]{2}.)[.!?…]{0,2}[\"”’»)]?)"
    r"(?=[\"“‘«]?(?P<next>[A-ZÀ-Þ][a-zà-ÿ]*)[ ,'’])"
)
_QUOTE = re.compile(r"[\"”“](?<=[a-zà-ÿ]{2}.)(?=[A-ZÀ-Þ][a-zà-ÿ]*[ ,'’])")
_COMMA_QUOTE = re.compile(r"[,;](?<=[a-zà-ÿ0-9].)[\"”](?=[A-Za-zÀ-ÿ]{2})")
_PLACE_DATE = re.compile(
    rf"[A-Z](?<=[A-Z]{{3}})(?=(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]{{0,6}}\.? \d)"
)
_SUSPECT = re.compile(r"[.!?…,;\"”“](?<=[a-zà-ÿ0-9'’.].)[\"”’»)]{0,2}[\"“‘«]?(?=[A-Za-zÀ-ÿ])")
_HEAD = 80  # characters at the beginning of a line where a date may be glued to a place


def mend(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with blanks put back, and (position in the given text, what was mended).

    >>> mend('shaped the future."However, he left')[0]
    'shaped the future." However, he left'
    """
    cuts: dict[int, str] = {}
    if text[:2].isupper():
        for match in _PLACE_DATE.finditer(text, 0, _HEAD):
            cuts[match.end()] = "parted a date glued to a place"
    if glued := glued_credit(text):
        cuts[glued.start()] = "parted a picture credit glued to a caption"
    if _SUSPECT.search(text):
        _part_sentences(text, cuts)
    if not cuts:
        return text, []
    pieces, at = [], 0
    for cut in sorted(cuts):
        pieces.append(text[at:cut])
        at = cut
    pieces.append(text[at:])
    return " ".join(pieces), sorted(cuts.items())


def _part_sentences(text: str, cuts: dict[int, str]) -> None:
    for match in _SENTENCES.finditer(text):
        if match["next"] in _TOP_LEVEL or _in_address(text, match.start()):
            continue
        cuts[match.end("end")] = "parted two sentences glued together"
    counted = marks = 0
    for match in sorted(
        (*_QUOTE.finditer(text), *_COMMA_QUOTE.finditer(text)), key=lambda found: found.start()
    ):
        mark = match[0][-1]
        marks += text.count('"', counted, match.end() - 1)
        counted = match.end() - 1
        opens = marks % 2 == 0 if mark == '"' else mark == "“"
        at = match.start() if opens else match.end()
        if len(match[0]) == 1 or not opens:
            cuts.setdefault(at, "parted a quotation glued to a word")


def _in_address(text: str, at: int) -> bool:
    begin = text.rfind(" ", 0, at) + 1
    word = text[begin:at]
    return "/" in word or "@" in word or "www" in word or "." in word
