"""Who is quoted by somebody else, and who speaks between the commas of a sentence.

A clause beside a quotation comes in: "Quill quoted Orlov as saying", "the aim, Orlov said, is".
"""

from __future__ import annotations

import re

from corpus.quotations.names import CAPITAL, UPPER
from corpus.quotations.said import Said
from corpus.quotations.subjects import forward, leading
from corpus.quotations.words import NEVER_INVERTED, SPEECH_CUE, is_clause

LEAD = r"[\s,—–-]*"
NP = r"(?P<np>[^\n;:!?\"“”«»]{1,140}?)"
_RELAYED = re.compile(
    r"(?:He|She|They|[A-Z]\w+)\s(?:said|says|told\s\w+|asked|goes|went|replied)[,:]?\s"
    r"['‘][^“”\"]*['’][\s,.]*(?:[”\"]\s*)?"
)
_QUOTED = re.compile(  # "Orlov was quoted by Quill as saying"
    rf"{LEAD}{NP}\s(?:was|were|is|are|has been|have been)\s(?:also\s)?(?:quoted|cited|heard|"
    r"reported|recorded)\b[^.;\"“”]{0,80}?\b(?:saying|telling)\b"
)
_QUOTES = re.compile(  # "Quill quoted Orlov as saying"
    r"\b(?:quoted|quotes|quoting|cited|cites|citing|described|recalled)\s(?P<np>[^,;:\"“”]{2,120}?)\sas\s"
    r"(?:saying|telling|having said)\b"
)
_CITES = re.compile(  # "Quill cited the Harbour agency."
    r"\s*[\w’' ]{2,40}?\s(?:cited|cites|quoted|quotes)\s"
    r"(?P<np>(?:the|an?)?\s?[A-Z][^,;:.\"“”]{1,60})[,.]"
)
_WITHIN = re.compile(  # "Or, said Orlov, the aim is that ..."
    rf",[\"”’]?\s(?:(?P<cue>{SPEECH_CUE})\s(?P<np>[{UPPER}][^,:\"“”]{{2,60}})|"
    rf"(?P<np2>he|she|(?:{CAPITAL}\s?){{1,3}})\s(?P<cue2>said|says|wrote|writes|argued|argues|added))"
    r"(?:\s(?:in|at|on|to|of|during)\s[^,;:\"“”]{2,50})?,\s"
)
_HEARD = re.compile(  # "she heard Orlov yell"
    r"\bhear[ds]?\s(?P<np>(?!that\s)[^,;:“”\"]{2,60}?)\s"
    r"(?P<cue>say|yell|shout|scream|tell|ask|chant|cry|whisper|announce|exclaim)\b"
    r"(?:\s[a-z]+){0,3},?\s*$"
)
_OBJECTS = {"him": "he", "her": "she", "them": "they"}


def heard(before: str) -> Said | None:
    """Whom somebody heard say the words behind a clause: "she heard Orlov yell"."""
    found = _HEARD.search(before)
    if found is None:
        return None
    subject = _OBJECTS.get(found["np"]) or leading(found["np"])
    return Said(subject, found["cue"], True) if subject is not None else None


def quoted(text: str) -> Said | None:
    """Who is quoted by somebody else: "Quill quoted Orlov as saying"."""
    passive = _QUOTED.match(text)
    if passive is not None:
        subject = leading(passive["np"].strip())
        return Said(subject, "quoted", True) if subject is not None else None
    active = _QUOTES.search(text)
    if active is None or "," in text[: active.start()].strip(" ,"):
        return None
    subject = leading(active["np"])
    return Said(subject, "saying", True) if subject is not None else None


def cited(text: str) -> Said | None:
    """Whom a paper cites for words that it does not say itself: "Quill cited the agency"."""
    found = _CITES.match(text)
    subject = leading(found["np"].strip()) if found is not None else None
    return Said(subject, "cited", True, False) if subject is not None else None


def said_within(text: str) -> tuple[Said, int] | None:
    """The attribution that stands between commas inside a sentence, and where it ends."""
    found = _WITHIN.search(text)
    if found is not None and found["np"] is not None and is_clause(found["np"]):
        return None  # ", said Aalto should never have left the port, and"
    if found is None or found["cue"] in NEVER_INVERTED:
        return None
    subject = forward(found["np"]) if found["np"] else leading(found["np2"].strip())
    if subject is None:
        return None
    return Said(subject, found["cue"] or found["cue2"], False), found.end()


def relays(words: str) -> bool:
    """Whether what somebody says is what another told him, and may go on with it:
    "He said, ‘We wait,’"."""
    return _RELAYED.fullmatch(words) is not None
