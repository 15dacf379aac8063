"""Whose words a sentence hands on: what somebody is asked, answers, overhears or is told.

An attribution and the words around a quotation come in; whether the words may be another's than
the speaker that was found goes out. They are then still given to him, and said to be unsure.
"""

from __future__ import annotations

import re

from corpus.quotations.names import CAPITAL
from corpus.quotations.said import Said
from corpus.quotations.words import words

_ASKED = re.compile(  # "When the host asked Orlov about “the gap,” Orlov replied": the host's words
    r"\b(?:asked|asks|asking|pressed|questioned|quizzed|challenged|confronted|grilled)\b"
    r"[^;:“”\"]{0,80}?\b(?:about|on|over|if|whether|why|how|with)\b[^;:“”\"]*$",
    re.IGNORECASE,
)
_ANSWERED = words("replied replies answered answers responded responds said says told")
_TO_WHAT = re.compile(  # "Orlov responded to criticism by the union about her “late” report"
    r"\b(?:respond(?:s|ed|ing)|repl(?:y|ies|ied|ying)|react(?:s|ed|ing)|object(?:s|ed|ing))\s"
    r"(?:[a-z]+ly\s)?to\s(?:[^\s,.;:]+\s){0,3}?(?:criticisms?|accusations?|charges|claims?|allegations?|"
    r"complaints?|attacks?|questions?|suggestions?|reports?)\s(?:by|from|of|that|about|regarding|over)\b"
    r"[^.;:“”\"]*$"
)
_HAVING = re.compile(  # "Orlov answers Aalto having called her a “fool”"
    rf"\b(?:to|at|about|over|by|for)\s{CAPITAL}(?:\s{CAPITAL}){{0,2}}(?:[’']s?)?\shaving\s[a-z]+ed\s"
    r"[^.;:“”\"]*$"
)
_DID_MORE = re.compile(  # "according to the Quill, paid Aalto a compliment: “...”"
    r"\baccording\sto\s[^,;:]{2,60},\s(?:\S+\s){2,}\S+:\s*$", re.IGNORECASE
)
_GOT = re.compile(  # "He got a note back from the clerk, saying"
    r"\b(?:got|gets|received|receives|had|saw|read)\s[^.;:“”\"]{2,60}\sfrom\s[^,.;:“”\"]{2,60},\s"
    r"(?:saying|asking|telling|warning|complaining|demanding)\b[^.;:“”\"]*$"
)
_OVERHEARD = re.compile(  # "Aalto told of overhearing Orlov, the envoy, telling the port that"
    r"\b(?:over)?hear(?:d|ing)\s[^.;:“”\"]{2,120}?\b(?:tell|say|telling|saying|asking|complaining)\b"
    r"[^.;:“”\"]*$"
)
_TOLD = re.compile(  # "the caller told Mr. Orlov to “leave”" is not Orlov's
    r"\b(?:told|urged|asked|advised|ordered|warned|begged|implored)\s"
    rf"(?P<whom>(?:{CAPITAL}\s){{1,4}})to\s(?:[a-z]+\s){{0,2}}$"
)
_RESPONDS = words(
    "responded responds responding replied replies reacted reacts objected objects objecting"
)
_HANDS_ON = ("sked", "ressed", "uestioned", "uizzed", "hallenged", "onfronted", "rilled")
_ASKS = words("asked asks asking pressed questioned challenged confronted grilled")


def is_asked(cue: str | None, before: str, answer: str | None) -> bool:
    """Whether words belong to a question that is told before its answer: "asked Orlov about “the
    gap,” Orlov replied". `cue` leads up to them, `answer` follows."""
    if cue not in _ASKS or answer not in _ANSWERED or before.endswith(" that "):
        return False  # "asked Orlov about his claim that “it flew,” Orlov replied"
    return _ASKED.search(before) is not None


def _is_asked_of(before: str) -> bool:
    """Whether somebody is asked about the words behind `before`: "Pressed on whether it was"."""
    return any(stem in before for stem in _HANDS_ON) and _ASKED.search(before) is not None


def may_be_anothers(said: Said, before: str) -> bool:
    """Whether the words of a quotation may be another's than the speaker found for them.

    `before` is what stands ahead of it in its sentence, without other quoted words.
    """
    subject = said.subject
    if subject is None:
        return False
    told = _TOLD.search(before) if before.endswith("to ") or " to " in before[-24:] else None
    if told is not None and subject.split()[-1] in told["whom"].split():
        return True
    if said.cue in _ANSWERED and said.cue not in before and _is_asked_of(before):
        return True
    if said.cue == "according to":
        return before.rstrip()[-1:] == ":" and _DID_MORE.search(before) is not None
    if said.cue in _RESPONDS:
        return _TO_WHAT.search(before) is not None
    return any(
        word in before and pattern.search(before) is not None
        for word, pattern in ((" having ", _HAVING), (" from ", _GOT), ("hear", _OVERHEARD))
    )
