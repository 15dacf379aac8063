"""Rows of shares and of those they are told of: "men, women and crews at 44, 30 and 12 percent".

The place of a share comes in; whether it takes its percent sign from the last of a row, and of whom
it is told, goes out. Where as many are named as there are shares each has its own; one share behind
a row that "among" leads is told of all of them.
"""

from __future__ import annotations

import re

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_PERCENT = r"(?:\s?%| ?[Pp]er ?cent\b)"
_SHARE = rf"{_NUMBER}{_PERCENT}?"
_TO_THE_LAST = re.compile(rf"(?:, {_SHARE}){{0,6}},? and {_NUMBER}{_PERCENT}(?! points?\b)")
_BEFORE = re.compile(
    rf"(?<![\w.,$£€-])(?:(?:{_SHARE}, ){{1,7}}|(?:{_SHARE}, ){{0,6}}{_SHARE},? and )$"
)
_LIMIT = re.compile(
    r"\b(?:ages?(?: of)?|aged|under|over|above|below|older than|younger than|No\.|[a-z]+[- ]?age) $"
)
"""Before an age, which is no share: "under age 30, and 22 percent were women"."""
_ONE = re.compile(_NUMBER)
_ITEM = (
    r"(?:[A-Z][\w.’'-]*(?: (?:of |the )?[A-Z][\w.’'-]*){0,3}|"
    r"(?:[a-z][\w’'-]+ )?(?:[a-z][\w’'-]*)?(?:s|men|people|children))\b"
)
_NAMED = re.compile(
    rf"(?P<among>\b[Aa]mong )?(?:[Bb]oth |the )?\b"
    rf"(?P<row>{_ITEM}(?:, {_ITEM}){{0,6}},? and {_ITEM})"
    r"(?:,? (?:[a-z-]+ ){0,5}|, )$"
)
_PARTED = re.compile(r",? and |, ")
_LOOK = 130


def takes_sign(text: str, start: int, end: int) -> bool:
    """Whether a bare number from `start` to `end` is a share, as the last of its row is."""
    if text[end : end + 1] not in (",", " ") or _TO_THE_LAST.match(text, end) is None:
        return False
    return _LIMIT.search(text, max(0, start - 16), start) is None


def told_of(text: str, start: int, end: int) -> str | None:
    """Of whom a share from `start` to `end` is told, by its place in a row, or by a row before it
    that "among" leads; None where no row of names stands before the shares."""
    if text.rfind(" and ", max(0, start - _LOOK), start) < 0:
        return None
    before = _BEFORE.search(text, max(0, start - _LOOK), start)
    begin = before.start() if before is not None else start
    named = _NAMED.search(text, max(0, begin - _LOOK), begin)
    if named is None:
        return None
    place = len(_ONE.findall(before[0])) if before is not None else 0
    after = _TO_THE_LAST.match(text, end)
    shares = place + 1 + (len(_ONE.findall(after[0])) if after is not None else 0)
    names = _PARTED.split(named["row"])
    if shares == 1:
        return str(named["row"]) if named["among"] else None
    if names[0].islower() and not any(" " in name for name in names[1:]):
        names[0] = names[0].split()[-1]  # "put men, women and crews at"
    return names[place] if len(names) == shares else None
