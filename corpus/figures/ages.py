"""Whether a number is somebody's age: the words around it come in, the person goes out.

"Orlov, 52,", "aged 11", "who is 67", "she was 24" and "a boy of six" are ages; a number between
commas in a list, a day or a street is none.
"""

from __future__ import annotations

import re

from corpus.figures.numbers import Number
from corpus.figures.words import MONTHS, WEEKDAYS
from corpus.quotations.words import ROLES

_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s(?:(?:de|van|von|bin|al|la)\s)?[A-ZÀ-Þ][\w.’'-]+){0,3}"
_AGED = re.compile(
    rf"(?:(?P<np>{_NAME}|[a-z]{{3,}}),?\s)?\b(?:aged|age|ages|age of|turned|turning|turns|"
    r"as young as|as old as)\s$"
)
_APPOSED = re.compile(rf"(?P<np>{_NAME}),\s$")
_IS = re.compile(
    rf"(?:(?P<np>{_NAME})(?:,\s[^,.;]{{2,60}})?,\swho|(?P<pronoun>\b(?:[Hh]e|[Ss]he|I|who|You|you))|"
    r"\b(?P<oldest>youngest|oldest|eldest))"
    r"(?:\s(?:is|was|am|will be|would be|turned|had been|has just turned)|[’'](?:s|m|ll be|d be))"
    r"(?:\s(?:only|just|about|now|then|still|nearly|almost))?\s$"
)
_OF = re.compile(
    r"\b(?P<np>boy|girl|man|woman|child|son|daughter|mother|father|widow|widower|teenager|baby|"
    r"pensioner|student|\w*teacher|nurse|youth|lad|farmer|driver|grandmother|grandfather) of $"
)
_AFTER_IS = re.compile(
    r"[,.;!?)\"”’]|$| (?:and|when|or|now|at the|but|years? old|then|in|on|this|last|next|when)\b"
)
_AFTER_NAME = re.compile(r", (?:[a-z]|[A-Z]\w+[’']s )|\. |\.$|\) |[.,][”\"]")
_IN_A_LIST = re.compile(  # "Ada Quill, 58; Ines Aalto, 43", and names of two words at least
    r"[;,] (?:and )?(?:[A-ZÀ-Þ][\w.’'-]+ ){1,4}[A-ZÀ-Þ][\w.’'-]+, \d{1,3}\b(?! ?%|[.,]?\d| per)"
)
_SHARE = re.compile(
    r"\b(?:poll|polls|polling|survey|percent|per cent|leads?|votes?|seats|points)\b"
)
_OPENING = re.compile(rf"(?:^|[.!?”\"]\s|\n)(?P<np>{_NAME})(?=[\s,])")
_NOT_NAMES = frozenset(
    {"The", "In", "On", "At", "But", "And", "He", "She", "It", "They", "A", "An"}
)
_OPENERS = frozenset(
    "If When While As For With Since After Though Although Because But And Like Both".split()
)
_STOPPED = re.compile(r"(?<=[a-z]{3})\.\s")
_PERSONS = ROLES | {"children", "men", "women", "child", "person", "adult", "baby", "toddler"}
_UNDER = re.compile(
    r"\b(?P<np>people|adults|children|men|women|[a-z]{3,}(?:ers|ors|ents|ants|ans|ees|kids)|"
    r"[A-Z][a-z]+(?:ans|ents|ers)|those|anyone|everyone)\s(?:who (?:are|were) )?"
    r"(?:under|over|younger than|older than|below|above)(?: the age of)? $"
)
_AFTER_UNDER = re.compile(
    r"[.,;:!?)\"”’]|$| (?:and|or|who|have|had|has|were|was|are|is|in|with|from|said|say|at|to|"
    r"would|will|can|could|may|should|do|did|believe|think|trust|know|want|voted|vote|support|back|for|on|"
    r"by|get|getting|living|than|that|through|without|as|but|if|when|because|not|account)\b"
)
_OLDEST = 120
_PARENTS = frozenset("mother father grandmother grandfather widow widower".split())
_YOUNGEST_PARENT = 17  # a smaller number behind "mother of" counts her children
_AGE_WORDS = (
    "age ",
    "aged ",
    "ages ",
    "age of ",
    "turned ",
    "turning ",
    "turns ",
    "d as ",
    "g as ",
)
_LIMITS = ("under ", "over ", "er than ", "below ", "above ", "age of ")
_BEING = (
    *("is ", "was ", "am ", "be ", "turned ", "been ", "s ", "m ", "ll be ", "d be ", "only "),
    *("just ", "about ", "now ", "then ", "still ", "nearly ", "almost "),
)


def age_of(text: str, number: Number, before: str) -> str | None:
    """Whose age a number is ("" where the text does not say), or None where it is no age."""
    value = number.value if number.value is not None else number.high
    if value is None or not 0 < value < _OLDEST or number.scaled or value != int(value):
        return None
    start, end = number.start, number.end
    aged = _AGED.search(text, max(0, start - 50), start) if before.endswith(_AGE_WORDS) else None
    if aged is not None:
        name = aged["np"]
        if not name or name.lower() in ("people", "those", "the", "were"):
            return ""
        return name if name[0].isupper() or name[-1] == "s" or name in _PERSONS else ""
    if before.endswith(_LIMITS):
        under = _UNDER.search(before)
        plain = number.plain and 5 <= value <= 100 and _AFTER_UNDER.match(text, end) is not None
        return under["np"] if under is not None and plain else None
    if before.endswith(", "):
        return _apposed(text, number)
    if before.endswith(" of "):
        of = _OF.search(before)
        if of is None or _AFTER_IS.match(text, end) is None:
            return None
        of_children = of["np"] in _PARENTS and value < _YOUNGEST_PARENT
        return None if of_children else str(of["np"])
    if not before.endswith(_BEING) or _AFTER_IS.match(text, end) is None:
        return None
    told = _IS.search(text, max(0, start - 110), start)
    if told is None:
        return None
    if told["np"]:
        return str(told["np"])
    if told["pronoun"] not in (None, "I", "you", "You"):
        return _named_before(text, told.start())
    return told["oldest"] or ""


def _apposed(text: str, number: Number) -> str | None:
    """The name that an age stands behind: "Ines Aalto, 47,", "Aalto, 47, a lawyer"."""
    found = _APPOSED.search(text, max(0, number.start - 60), number.start)
    if found is None or not (number.plain or number.spelled):
        return None
    if _AFTER_NAME.match(text, number.end) is None and not _is_listed(text, number, found["np"]):
        return None
    value = number.value or 0
    name = _STOPPED.split(found["np"])[-1]  # what stands before a full stop is another name
    words = name.split()
    if len(words) > 1 and words[0] in _OPENERS:
        name, words = " ".join(words[1:]), words[1:]
    last = words[-1].rstrip(".")
    if last in MONTHS or last in WEEKDAYS or last in _NOT_NAMES:
        return None
    if len(words) == 1 and ((value < 5 and not number.spelled) or text[number.end] != ","):
        return None
    if number.spelled and (value > 20 or text[number.end] != ","):
        return None
    return name if value >= 5 or number.spelled else None


def _is_listed(text: str, number: Number, name: str) -> bool:
    """Whether one person after the other is named with an age, and no candidate with a share."""
    if " " not in name or _IN_A_LIST.match(text, number.end) is None:
        return False
    return _SHARE.search(text, max(0, number.start - 160), number.end + 80) is None


def _named_before(text: str, at: int) -> str:
    """The name that the nearest sentence before a pronoun opens with."""
    name = ""
    for match in _OPENING.finditer(text, max(0, at - 300), at):
        if match["np"].split()[0] not in _NOT_NAMES:
            name = match["np"]
    return name
