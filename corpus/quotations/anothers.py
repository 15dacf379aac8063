"""Whose words a sentence hands on: what somebody is asked, answers, overhears or is told.

An attribution and the words around a quotation come in; whether the words may be another's than
the speaker that was found goes out. They are then still given to him, and said to be unsure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.quotations.names import CAPITAL
from corpus.quotations.said import Said
from corpus.quotations.words import REPORTING, words

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
_WAS_HEARD = re.compile(  # "Moss knelt on Orlov as he was heard saying": whose?
    r"\b(?:as|while|when|and) (?:he|she) (?:was|is|can be|could be) (?:also )?heard "
    r"(?:say|yell|shout|scream|plead|tell|cry)ing\b[^.;:“”\"]*$"
)
_TOLD = re.compile(  # "the caller told Mr. Orlov to “leave”" is not Orlov's
    r"\b(?:told|urged|asked|advised|ordered|warned|begged|implored)\s"
    rf"(?P<whom>(?:{CAPITAL}\s){{1,4}})to\s(?:[a-z]+\s){{0,2}}$"
)
_TOLD_BY = re.compile(  # "Orlov said she was told by the clerk that": whose words?
    r"\b(?:was|were|been)\s(?:told|informed|warned|assured|advised)\sby\s[^.;:“”\"]*$"
)
_TOLD_WHO = re.compile(r"\b(?:telling|told|tells)\s(?:[a-z]+\s){1,3}who\s$")
_HANDED_ON = re.compile(  # "“We wait,” Orlov said Aalto told her"
    rf"\s(?:that\s)?(?P<np>(?:(?:the|a|an|his|her)\s(?:[a-z]+\s){{1,3}}|(?:{CAPITAL}\s){{1,3}}))"
    r"(?:had\s|once\s)?(?P<cue>told|asked|said\sto|texted)\s(?:him|her|them|me|us|[A-Z]\w+)\b"
)
_HANDS_ON_WORDS = words("said says claimed claims recalled recalls testified alleged alleges")
_OWN_VERBS = words(
    "said says say told tells called calls wrote writes described describes labelled labeled "
    "dubbed branded termed shouted joked yelled boasted bragged quipped posted"
)
"""Verbs that give the words behind them to their own subject, in whatever clause they stand."""
_COMPLAINS = words(
    "complains complained complaining claims claimed claiming alleges alleged alleging argues "
    "argued arguing insists insisted insisting laments lamented lamenting"
)
_REPORTS = REPORTING | _COMPLAINS | words("saying telling adding noting")
_CLOSES = re.compile(r",|;|\b(?:who|which|when|where|but)\b")
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
    by = " by " in before and said.cue in _HANDS_ON_WORDS and f" {said.cue} " in before
    if by and _TOLD_BY.search(before) is not None:
        return True
    if said.cue in _ANSWERED and said.cue not in before and _is_asked_of(before):
        return True
    if said.cue == "according to":
        return before.rstrip()[-1:] == ":" and _DID_MORE.search(before) is not None
    if said.cue in _RESPONDS:
        return _TO_WHAT.search(before) is not None
    return any(
        word in before and pattern.search(before) is not None
        for word, pattern in (
            (" having ", _HAVING),
            (" from ", _GOT),
            ("hear", _OVERHEARD),
            ("heard", _WAS_HEARD),
        )
    )


def handed_on(cue: str, behind: str) -> tuple[str, str] | None:
    """Whose words somebody hands on who stands behind them, and the verb: "“We wait,” Orlov said
    Aalto told her". `behind` is what follows the verb `cue`."""
    found = _HANDED_ON.match(behind) if cue in _HANDS_ON_WORDS else None
    return (found["np"].strip(), found["cue"].partition(" ")[0]) if found is not None else None


def is_told_of(head: str, gap: str) -> bool:
    """Whether a verb behind `head` tells of those spoken to: "telling boys who asked of it, “”"."""
    return gap.rstrip()[-1:] in (",", ":") and _TOLD_WHO.search(head) is not None


def is_within_report(
    before: str, cues: Sequence[tuple[int, str]], begin: int, cue: str, subject: str
) -> bool:
    """Whether a verb at `begin` and its subject stand in a clause that somebody else reports, so
    that the words may be his: "Orlov said Aalto agreed that it was “late”"."""
    many = subject[:1].islower() and subject[-1] == "s"  # "complains that foes call it “late”"
    own = cue in REPORTING or cue in _OWN_VERBS
    if (own and not many) or before.rstrip()[-1:] in (",", ":"):
        return False
    last = subject.split()[-1]
    for at, told in cues:
        if at >= begin or told not in (_COMPLAINS if own else _REPORTS):
            continue
        end = at + len(told)
        named = before.find(last, end, begin)
        if before[end : max(end, named)].strip() and not _CLOSES.search(before, end, begin):
            return not any(named < place < begin and verb in _REPORTS for place, verb in cues)
    return False
