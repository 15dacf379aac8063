"""What a number says of the words before it: "the death toll rose to 56", "a pay rise of 7%".

The noun phrase goes out that a number without a noun of its own belongs to; where no phrase
stands in one of the known places, nothing does.
"""

from __future__ import annotations

import re

from corpus.figures.nouns import NOT_PARTICIPLES, STOP, head_word, plural
from corpus.figures.numbers import HEDGES
from corpus.figures.words import MONTHS, ONES, TENS, WEEKDAYS
from corpus.quotations.words import DETERMINERS

_HEDGED = rf"(?:(?:{HEDGES}|between|from|by|some)\s){{0,2}}$"
_CHANGE = (
    r"rose|risen|rises|rise|fell|fallen|fall|falls|grew|grown|grow|climbed|dropped|increased|"
    r"decreased|jumped|declined|stood|stands|reached|hit|totaled|totalled|totals|is|was|were|are|"
    r"surged|soared|slipped|slid|gained|lost|plunged|tumbled|shrank|swelled|doubled|lasted|lasts|"
    r"last|remained|averaged|exceeded|topped|numbered|number|measured|weighed|cost|costs|dipped|"
    r"registered|clocked|soared|skyrocketed|reduced|raised|lowered|slashed|boosted|cut|"
    r"come|came|be|been|lies|lie|gone up|went up|gone down|went down|will cost|numbering"
)
_PREDICATE = re.compile(
    r"(?P<np>(?:[\w’'&-]+(?:,\d{3})*\s){1,11}?)(?:(?:has|have|had|is|was|were|are|now|currently|also|will|"
    rf"would|could|can|may|since|already|to|only|believed|said|thought|expected|been|be|then)\s)"
    rf"{{0,4}}(?:{_CHANGE})\s(?:(?:by|to|at|from|as|up|down|up to|a whopping|"
    r"(?:smaller|larger|higher|lower|greater) than|"
    rf"in the(?: (?:high|low|mid|upper))?)\s){{0,2}}{_HEDGED}"
)
_THAT_CHANGES = (
    r"\s(?:which|that)\s(?:(?:has|have|had|is|was|were|are|will|would|could)\s){0,2}"
    rf"(?:{_CHANGE})\s"
)
_CHANGING = re.compile(_THAT_CHANGES)  # what `_RELATIVE` holds, and is soon looked for
_RELATIVE = re.compile(
    rf"(?P<np>[\w’'-]+(?:\s[\w’'-]+){{0,4}}),?{_THAT_CHANGES}(?:(?:by|to|at|from)\s)?{_HEDGED}"
)
_WORTH = re.compile(
    r"\b(?:worth|totaling|totalling|costing|exceeding|valued at|estimated at|priced at|measuring|"
    rf"weighing|averaging|set at|capped at)\s{_HEDGED}"
)
_WORTHY = ("worth ", "ing ", "ed at ", "set at ")
_AFTER_NUMBER = re.compile(rf"^.*?\b(?:\d[\d,.]*|{'|'.join([*ONES, *TENS])})\s")
_BEFORE_WORTH = re.compile(r"(?P<np>[\w’'-]+(?:\s[\w’'-]+){0,3})(?:,?\s|\s?[—–]\s?)$")
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimate[sd]?|estimating|valued?|values|valuing|set|sets|fixed|capped|"
    r"limit(?:s|ed)?|kept|keeps|brought|bringing|brings|raised|raising|raises|cut|cuts|reduced|"
    r"lowered|increased|pushed|pushing|drove|taking|took|takes)\s"
    r"(?P<np>(?:[\w’'-]+\s){1,9}?)(?:at|to)\s" + _HEDGED
)
_CHANGED_BY = re.compile(
    r"\b(?:increas|rais|reduc|lower|boost|slash|expand|cutt?|shr[aiu]nk|lift|widen|narrow|trimm?|"
    r"improv|exceed|overst?at|underst?at|outnumber|los|los[te]|win|wonn?|winn|beat|miss|"
    r"push|driv|drov)(?:e|es|ed|s|ing|en)?(?: up| down)?\s"
    r"(?P<np>(?:[\w’'-]+\s){1,8}?)(?:by|of)\s" + _HEDGED
)
_LISTED = re.compile(r"(?:^|[,;]\s)(?:and\s)?(?P<np>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,4})\sby\s$")
"""One of a row of changes: "surgical gowns by 72 percent, face masks by 48 percent"."""
_AMONG = re.compile(
    r"(?:^|[.;:!?,(][”\"]?\s|\b(?:and|but|while|that|whereas)\s)(?:[Aa]mong|[Oo]f)\s"
    r"(?:all\s)?(?:the\s|those\s|these\s|his\s|her\s|its\s|their\s)?(?P<np>(?!which|whom|them|course)"
    r"[^,;:.()]{3,60}),\s(?:(?:only|just|about|nearly|some|fully|roughly|almost|around|a|whopping|"
    r"more|than|fewer|less|at|least|over|under|up|to|as|many|another)\s){0,3}$"
)
_AFTER_COUNT = re.compile(r"^\d[\d,.]*\s(?:(?:hundred|thousand|million|billion)\s)?")
_ANSWERED = re.compile(
    r"\)?,?\s(?:(?:also|now|still|instead|either|strongly|said they|who)\s){0,2}(?:"
    r"(?:say|says|said|believed?|believes|thought|thinks?|agreed?|disagreed?|approved?|disapproved?|"
    r"preferred|prefer|felt|feel|chose|expect|expected|describe|described|identify|identified|"
    r"oppose|opposed|know|knew|consider|considered|told|call|called|see|saw)\b"
    r"|(?:support|supported|favor|favored|favour|favoured|back|backed|want|wanted|view|viewed|rate|"
    r"rated|trust|trusted|put|have|had|hold|gave|give)\s(?:the|a|an|to|it|him|her|his|them|their|"
    r"this|that|themselves|Mr|[A-Z][a-z]+)\b)"
)
_ITEM_BEFORE = re.compile(
    r"(?:^|[,.;:(—–“\"] ?|[,.;:] (?:and|but|that) )[A-Za-z][\w’'-]*(?: [\w’'-]+)?$"
)
"""One or two words up to a comma: what stands before them is another of a list."""
_SAYS = re.compile(r" (?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|can)\b")
_TENDING = frozenset("tend tends seem seems appear appears continue continues".split())
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|you|i|that|there|who|what)[’'](?:s|ve|d|ll|re|m)$", re.I
)
_HEDGE_ONLY = re.compile(_HEDGED)
_COUNTED = re.compile(
    r"\b(?:numbers?|total|tally|toll|count) of (?P<np>(?:[\w’'-]+ ){0,5}?[\w’'-]+)"
    r"(?: (?:has|have|had|is|was|now|stood|stands|rose|risen|"
    r"fell|grew|grown|climbed|exceeded|dropped|put|given|"
    rf"reached|hit|as|by|to|at|from))+ {_HEDGED}"
)
_MEASURE_BY = re.compile(r"\bby (?:\w+ )?\d[\d.,]*(?:%| per ?cent)?\b")
_NOT_OF = frozenset(
    """out because instead ahead total number average one some many most all none each both any
    those hundreds thousands millions dozens billions tens half third quarter kind sort lot couple
    majority rest percent cent top side end middle beginning start front speed age ages maximum
    minimum part east west north south top members group groups list in and series series
    capable afraid full possible tens age course terms spite place lack use sake evening
    morning afternoon night summer winter spring autumn day early late mid fall times mother
    father grandmother grandfather parent widow widower""".split()
)
_VERBAL = re.compile(r"(?:ed|ing|ists?|think|speak|spoken?|made|consist)$")
_BREAKS = (". ", ", ", "; ", ": ", '"', "“", "(", ") ", "— ", "– ", "? ", "! ")
_LOOK = 110


def preceding(text: str, at: int, *, of_only: bool = False) -> str | None:
    """The noun phrase whose figure a number at `at` is; `of_only`: only "a session of"."""
    window = text[max(0, at - _LOOK) : at]
    if of_only and " of " not in window[-40:] and " lasted " not in window[-40:]:
        return None
    begin = max([window.rfind(mark) for mark in _BREAKS])
    clause = window[begin + 1 :].lstrip() if begin >= 0 or at <= _LOOK else window.partition(" ")[2]
    if (" that " in window[-60:] or " which " in window[-60:]) and _CHANGING.search(window):
        found = _RELATIVE.search(window)
        if found is not None:
            return _phrase(found["np"])
    stated = _COUNTED.search(clause)
    if stated is not None and stated["np"].split()[-1].lower() not in DETERMINERS:
        counted = stated["np"].split()
        if len(counted) > 1 and counted[-1].endswith("ed"):
            counted.pop()  # "the number of soldiers killed"
        return " ".join(counted)
    tail = clause[-48:]
    by = tail.rfind(" by ")
    before = window[: len(window) - len(tail) + by]
    if by >= 0 and _HEDGE_ONLY.match(tail, by + 4) is not None:
        changed = _CHANGED_BY.search(clause)
        if changed is not None:
            return _phrase(changed["np"])
        listed = _LISTED.search(window[: len(window) - len(tail) + by + 4])
        if (
            listed is not None
            and not listed["np"].startswith("to ")
            and (_MEASURE_BY.search(text, at, at + _LOOK) or " by " in before)
        ):
            return _phrase(_without_verb(_SAYS.split(listed["np"])[0], " by "))
    of = tail.rfind(" of ")
    if of >= 0 and _HEDGE_ONLY.match(tail, of + 4) is not None:
        return _head_of(clause[: len(clause) - len(tail) + of])
    to = max(tail.rfind(" at "), tail.rfind(" to "))
    if to >= 0 and _HEDGE_ONLY.match(tail, to + 4) is not None:
        found = _PUT.search(clause)
        if found is not None and not found["np"].startswith(("by ", "up ")):
            return _phrase(found["np"])
    if any(mark in tail for mark in _WORTHY):
        worth = _WORTH.search(clause, len(clause) - len(tail))
        named = _BEFORE_WORTH.search(clause[: worth.start()]) if worth is not None else None
        if named is not None:
            return _phrase(_AFTER_NUMBER.sub("", named["np"]))
    match = _PREDICATE.match(clause)
    if match is None:
        return None
    behind = begin >= 0 and window[begin : begin + 2] == ", " and " and " in match["np"]
    if behind and _ITEM_BEFORE.search(window[:begin]) is not None:
        return None  # "men, women and children stood at"
    return _phrase(_without_verb(match["np"], clause[match.end("np") :]))


def _without_verb(words: str, behind: str) -> str:
    """The words before a verb of change without a verb at their end: "output expanded | by 35".

    Nothing is left where that verb has a deed of its own: "the mayor vowed | to cut 5".
    """
    kept = words.split()
    last = kept[-1] if kept else ""
    past = last.islower() and last.endswith(("ed", "wing")) and last not in NOT_PARTICIPLES
    if len(kept) < 2 or not (past or last in _TENDING):
        return words
    if behind.startswith("to ") and not behind.startswith("to be "):
        return ""
    return " ".join(kept[:-1])


def among(text: str, at: int) -> str | None:
    """Those of whom a share at `at` is told ahead of it: "Among settlers, 44 percent"."""
    found = _AMONG.search(text, max(0, at - _LOOK), at)
    if found is None:
        return None
    phrase = _AFTER_COUNT.sub("", found["np"])
    head = phrase.split(" who ")[0].split(" in ")[0].split(" on ")[0]
    return head if plural(head_word(head)) else None


def answered(text: str, at: int) -> bool:
    """Whether a share that ends at `at` is followed by what they do: "44 percent believe"."""
    return _ANSWERED.match(text, at) is not None


def _head_of(words: str) -> str | None:
    """The noun phrase that "of" and a number measure: "a pay rise of 7%"."""
    kept: list[str] = []
    for word in reversed(words.split()):
        lower = word.lower()
        if lower in DETERMINERS or lower in STOP or word[-1] in ".,":
            break
        if not kept and (
            lower in _NOT_OF or not lower[-1].isalpha() or _VERBAL.search(lower) is not None
        ):
            return None
        if kept and lower.endswith(("ing", "ed")):
            break
        kept.append(word)
        if len(kept) == 3:
            break
    if not kept or not (kept[0][0].islower() or len(kept) > 1):
        return None
    return " ".join(reversed(kept))


def _phrase(words: str) -> str | None:
    """A noun phrase without what stands before its determiner, or None where it is none."""
    kept = words.split()
    for number, word in enumerate(kept):
        if number and word in ("The", "A", "An"):
            return _phrase(" ".join(kept[number:]))
        told = number > 1 and word in DETERMINERS and kept[number - 1].endswith("ed")
        if told and kept[number - 1] not in NOT_PARTICIPLES:
            return _phrase(" ".join(kept[number:]))  # "Aalto announced her campaign raised"
        if word.lower() in (
            "that",
            "but",
            "while",
            "and",
            "said",
            "when",
            "where",
            "as",
            "because",
            "if",
        ):
            return _phrase(" ".join(kept[number + 1 :])) if number + 1 < len(kept) else None
    while kept and (
        kept[0].lower() in DETERMINERS or kept[0].lower() in STOP or kept[0].endswith("ing")
    ):
        kept.pop(0)
    if not kept or len(kept) > 9 or kept in _GENERAL:
        return None
    while kept and (kept[0][0].isdigit() or kept[0].lower() in _EMPTY):
        kept.pop(0)
    if kept[-2:] == ["so", "far"]:
        kept = kept[:-2]
    while len(kept) > 1 and kept[-1] in _WHEN:
        kept.pop()
    if not kept or (len(kept) == 1 and kept[0].endswith("ed")):
        return None
    if _PRONOUN.match(kept[0]) or kept[-1].endswith(("’s", "'s")):
        return None
    head = kept[0] if len(kept) > 1 and kept[1].lower() in STOP else kept[-1]
    if head in WEEKDAYS or head in MONTHS or kept[-1].lower() in _NO_SUBJECTS:
        return None
    if any(
        word.lower() in _NO_SUBJECTS and not (number and word in ("those", "these"))
        for number, word in enumerate(kept)
    ):
        return None
    if kept[-1].lower() in STOP or kept[-1].endswith("ly") or kept[-1].lower() in DETERMINERS:
        return None
    return " ".join(kept)


_EMPTY = frozenset({"total", "overall", "estimated"})
_WHEN = frozenset({"today", "now", "alone", "again", "currently"})
_GENERAL = (["number"], ["figure"], ["total"], ["toll"], ["sum"])
_NO_SUBJECTS = frozenset(
    """there he she it they who we you i this these those which what here that said say is was
    were are has had have will would could not""".split()
)
