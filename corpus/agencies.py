"""News agencies whose copy articles carry, and the places where an article credits them.

Text of bylines, credits, datelines and bodies comes in; the agencies' usual names come out,
in the order in which they are credited. A photo agency under a picture is no credit for the
words, so captions and picture credits are not asked. Whom the text itself cites is read by
`corpus.citing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.signs import Signs

_NAMES = (
    ("AFP", "AFP|Agence France[- ]Presse"),
    ("AP", "AP|(?:The )?Associated Press"),
    ("Reuters", "(?:Thomson[ /])?Reuters|REUTERS"),
    ("dpa", "dpa|DPA|Deutsche Presse-Agentur"),
    ("UPI", "UPI|United Press International"),
    ("EFE", "EFE|Agencia EFE"),
    ("ANSA", "ANSA"),
    ("TASS", "(?:ITAR-)?TASS|Itar-Tass|Tass"),
    ("RIA Novosti", "RIA Novosti|RIA"),
    ("Interfax", "Interfax"),
    ("Xinhua", "Xinhua(?: News Agency)?"),
    ("Kyodo", "Kyodo(?: News)?"),
    ("Jiji", "Jiji(?: Press)?"),
    ("Yonhap", "Yonhap(?: News Agency)?"),
    ("PTI", "PTI|Press Trust of India"),
    ("IANS", "IANS|Indo-Asian News Service"),
    ("ANI", "ANI|Asian News International"),
    ("PA", "PA|(?:The )?Press Association|PA Media"),
    ("AAP", "AAP|Australian Associated Press"),
    ("The Canadian Press", "CP|(?:The )?Canadian Press"),
    ("Anadolu Agency", "AA|Anadolu(?: Agency| Ajansı)?"),
    ("DHA", "DHA|Doğan News Agency"),
    ("APA", "APA|Austria Presse Agentur"),
    ("SDA", "SDA|Keystone-SDA"),
    ("SID", "SID"),
    ("KNA", "KNA"),
    ("epd", "epd"),
    ("Belga", "Belga"),
    ("ANP", "ANP"),
    ("TT", "TT"),
    ("NTB", "NTB"),
    ("Ritzau", "Ritzau"),
    ("STT", "STT"),
    ("Lusa", "Lusa"),
    ("PAP", "PAP"),
    ("ČTK", "ČTK|CTK"),
    ("MTI", "MTI"),
    ("Bloomberg", "Bloomberg(?: News)?"),
    ("IRNA", "IRNA"),
    ("SANA", "SANA"),
    ("WAM", "WAM"),
    ("KUNA", "KUNA"),
    ("MENA", "MENA"),
    ("Petra", "Petra"),
    ("Europa Press", "Europa Press"),
    ("TNS", "TNS|Tribune News Service"),
)
_ANY = re.compile(
    r"(?<![\w./@-])(?:"
    + "|".join(f"(?P<n{number}>{spellings})" for number, (_, spellings) in enumerate(_NAMES))
    + r")(?![\w@]|\.\w|-\w)"
)
CONTRIBUTED_WORDS = (
    "ontribut", "ssisted", "ith files", "ith material", "ith reporting", "ith input",
    "ith agency", "ith additional", "aterial from", "ncludes reporting",
    "©", "opyright", "OPYRIGHT", "(c)", "ights reserved",
)  # fmt: skip
_CONTRIBUTED_SIGNS = Signs(contributed=CONTRIBUTED_WORDS)
_CONTRIBUTED = re.compile(
    r"(?:contributed to this (?:report|story|article)|contribut\w+ (?:reporting|to this)|"
    r"assisted (?:in|with) this report|with (?:files|material|reporting|inputs?|agency inputs|"
    r"additional reporting) (?:from|by|of)|contains? material from|includes reporting (?:from|by)|"
    r"\bmaterial from [^.]{2,60} was used in this|©|\bcopyright\b|\(c\)|all rights reserved)",
    re.I,
)
_SOURCES = re.compile(r"sources?\s*:\s*", re.I)
_PARTS = re.compile(r"\s*(?:[,;/|&]|\band\b)\s*")


def named_in(text: str) -> list[str]:
    """Agencies named anywhere in a credit, byline or dateline, in order.

    >>> named_in("xy/zz (AFP, dpa, Reuters)")
    ['AFP', 'dpa', 'Reuters']
    """
    found: list[str] = []
    for match in _ANY.finditer(text):
        name = _NAMES[int((match.lastgroup or "n0")[1:])][0]
        if name not in found:
            found.append(name)
    return found


def is_agency(name: str) -> bool:
    """True when the whole of `name` is one agency's name."""
    match = _ANY.fullmatch(name.strip())
    return match is not None


def sources(line: str) -> list[str] | None:
    """The agencies of a line that names sources; none where others stand among them, whose words
    an author has read as well. None for a line that names no sources.

    >>> sources("Source: Reuters, AP"), sources("Sources: Reuters, the campaigns"), sources("AP")
    (['Reuters', 'AP'], [], None)
    """
    told = _SOURCES.match(line)
    if told is None:
        return None
    parts = [part for part in _PARTS.split(line[told.end() :].strip(" .")) if part]
    return named_in(line) if all(map(is_agency, parts)) else []


def may_contribute(text: str) -> bool:
    """A quick look whether `contributed` could find anything in a text."""
    return bool(_CONTRIBUTED_SIGNS.held_by(text))


def contributed(line: str) -> list[str]:
    """Agencies that a closing line says contributed, or hold the copyright of the words."""
    if not may_contribute(line):
        return []
    return named_in(line) if _CONTRIBUTED.search(line) else []


def in_order(found: Iterable[str]) -> tuple[str, ...]:
    """Each agency once, where it was first credited."""
    return tuple(dict.fromkeys(found))
