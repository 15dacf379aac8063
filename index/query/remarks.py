"""What is said of pieces of a query that are only words here and something else elsewhere.

A piece comes in, a sentence for the person comes out, or nothing; how it is read stays as it is.
"""

from __future__ import annotations

import re

from index.query.dates import DAY
from index.query.fields import BY_NAME

_SHORT = re.compile(r"([NWnw])(\d{1,2})$")
_RANGE = re.compile(r"[\[{]\s*\S+\s+TO\s+\S+\s*[\]}]|(?<!\S)[$€£]?\d[\d,-]*\.\.[$€£]?\d\S*")
_LIMIT = re.compile(r"[<>]=?[$€£]?\d[^\s)]*")
_EXPRESSION = re.compile(r"/[^/\s]+(?: [^/\s]+)+/(?=\s|$)")
_DASHED = re.compile(r"[\u2010-\u2015\u2212](?=\w)[^\s()]+")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=[\s)]|$)")
_APART = re.compile(r"[~^]\d\S*")
_WHEN = re.compile(
    rf"(since|after|before|until|from|between)\s+({DAY})(?:\s+(?:to|and|until|till)\s+({DAY}))?"
    r"(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"[^\s^()\"]+(\^[^\d\s]\S*)")
_PATTERN = re.compile(r"[~=%]([A-Za-z])(?=\s)")
_NEARLY = {
    "near": "NEAR/10 is for near",
    "adj": "PRE/1 is for right behind",
    "onear": "PRE/10 is for near, in this order",
    "andnot": "NOT is for without",
    "butnot": "NOT is for without",
}
_WITHIN = re.compile(
    r"within\s+(\d{1,3})(?:\s+of)?(?=\s)(?!\s+(?:%|per|second|minute|hour|day|week|month|year|mile"
    r"|k|m|feet|foot|yard|inch|point|step|seat|vote|game|kilo|thousand|million|billion)[a-z]*\b)",
    re.IGNORECASE,
)
_MUTT = {"s": "title:", "b": "body:", "B": "body:", "f": "author:", "d": "date:", "N": "is:unread"}


def beside(word: str) -> str:
    """What to say of a word between two others that is nearly one for near: `w5`, `near`."""
    if instead := _NEARLY.get(word.lower()):
        return f"{word} was looked for as a word; {instead}"
    short = _SHORT.match(word)
    if short is None:
        return ""
    near = f"{'PRE' if short[1] == 'W' else 'NEAR'}/{int(short[2])}"
    return f"{word} was looked for as a word; {near} is for near"


def within(text: str, at: int) -> str:
    """What to say of `within 5` between two words; nothing of `within 5 years`.

    >>> within("gun within 5 control", 4), within("gone within 5 years", 5)
    ('within 5 was looked for as words; w/5 is for near', '')
    """
    found = _WITHIN.match(text, at)
    if found is None:
        return ""
    return f"{' '.join(found[0].split())} was looked for as words; w/{found[1]} is for near"


def misplaced(text: str, at: int) -> str:
    """What to say of a range, a limit, an expression or a pattern of mutt that is only words here.

    >>> misplaced("<=60", 0)
    '<=60 was looked for as words; number:<=60 and date:<=60 compare'
    """
    if found := _RANGE.match(text, at):
        ranged = " ".join(found[0].split())
        return f"{ranged} was looked for as words; date:{ranged} and number:{ranged} are ranges"
    if found := _LIMIT.match(text, at):
        return f"{found[0]} was looked for as words; number:{found[0]} and date:{found[0]} compare"
    if found := _EXPRESSION.match(text, at):
        return f"{found[0]} was looked for as words; an expression is for one word, without blanks"
    if found := _DASHED.match(text, at):
        return f"{found[0]} was looked for as {found[0][1:]}; -{found[0][1:]} leaves it out"
    if found := _DAY.match(text, at):
        return f"{found[0]} was looked for as words; date:{found[0]} is the day it was published"
    if found := _WHEN.match(text, at):
        return _published(found)
    if found := _APART.match(text, at):
        return f"{found[0]} stands apart from what it is for; write it behind that without a blank"
    if found := _WEIGHT.match(text, at):
        return f"{found[1]} was looked for as letters; ^2 is a weight"
    found = _PATTERN.match(text, at)
    if found is None or found[1] not in _MUTT:
        return ""
    return f"{found[0]} was looked for as {found[1]}; {_MUTT[found[1]]} is meant for that"


def _published(found: re.Match[str]) -> str:
    """What to say of `since 2018`, `from 2016 to 2018` between other words."""
    name, first, last = found[1].lower(), found[2], found[3]
    field = name if name in ("since", "after", "before", "until") else "since"
    asked = f"date:{first} to {last}" if last else f"{field}:{first}"
    return f"{' '.join(found[0].split())} was looked for as words; {asked} asks for days"


def ranged(text: str, at: int, field: str) -> str:
    """What to say of a range where a field takes none: `title:[a TO z]`."""
    found = _RANGE.match(text, at)
    if found is None or found[0][0] not in "[{":
        return ""
    return f"{field}: takes no range; {' '.join(found[0].split())} was looked for as words"


def translated(name: str) -> list[str]:
    """What to say of another name of a field that means something else elsewhere."""
    name = name.lower()
    if name in ("site", "link"):
        return [f"{name}: was read as url:, which finds addresses that begin so"]
    if name == "hlead":
        return ["hlead: was read as title:; the first paragraph has no field of its own"]
    return [f"{name}: was read as {BY_NAME[name].name}:"] if name in ("subject", "thread") else []


def meant(name: str) -> list[str]:
    """What to say of a word with a colon that is nearly a field: `titel: x`."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), BY_NAME, n=1, cutoff=0.8)
    if not near:
        return []
    return [f"{name}: is no field and was looked for as a word; {BY_NAME[near[0]].name}: is one"]
