"""One place where a figure may begin comes in; the figure, or how far to skip, goes out.

First what is no figure is set aside (names, times, addresses, scores), then dates, then the
number is read with its range, hedge and unit, and the unit decides its kind. Numbers in words have
a room of their own (`spelled_out`).
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures.named import in_table
from corpus.figures.numbers import Number, digits, ranged
from corpus.figures.place import UNIT
from corpus.figures.spelled_out import SpelledOut
from corpus.figures.words import (
    CODED,
    CODES,
    DOLLARS,
    FRACTIONS,
    MONTHS,
    ORDINALS,
    SEASONS,
    SYMBOLS,
    WEEKDAYS,
)

_CODE = re.compile(r"(?<![\w.-])([A-Z][A-Za-z]{0,3})$")
_MILLIONS = re.compile(r"\d[\d.,]*(?:m|bn|b|tn|trn|k|mn)\b|\d{1,3}(?:,\d{3})+\b")
_GLUED = re.compile(r"[\w./:@#%&=?+-]*")
_NAMED_K = re.compile(
    r"\d{1,2}[kK](?=s?\b[ -](?:(?:fun|charity|road|benefit|memorial|annual) )?"
    r"(?:races?|runs?|runners?|walks?|course|event|finish)\b)|40[13][ -]?\(?[kKbB]\)?(?![a-z]{2})"
)
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b")
_PART_OF_NAME = re.compile(r"[\w@#_./\\)]$|[A-Za-z](?<!agnitude)(?<!\bthen)[-‑]$")
_NUMBERED_GROUPS = ("Group of ", "Gang of ")
_NUMBERED_OF = re.compile(r"\b(?:[A-Z][a-z]+|[Pp]age|[Pp]art|[Pp]hoto|[Ss]lide) \d+ of $")


class Reader(SpelledOut):
    """Reads the figures of one text."""

    def read(self, at: int, word: str, reached: int) -> tuple[Figure | None, int]:
        """The figure that begins at a place, and where to look on."""
        if word.isdigit():
            return self._digits(at, reached)
        lower = word.lower()
        if word in MONTHS:
            return self._month(at, word, reached)
        if word in WEEKDAYS:
            return self._weekday(at, word, reached)
        if lower in ("today", "yesterday", "tomorrow", "tonight"):
            return self._moment(at, word, lower)
        if lower in ("last", "this", "next"):
            return self._relative(at, word, lower)
        if lower in SEASONS or lower == "weekend":
            return self._season(at, lower)
        if " " in lower:
            return self._a_time(at, word, reached)
        if lower == "twice":
            return self._times(Number(at, at + 5, 2.0, spelled=True), at + 5, None), at + 5
        if lower == "ago":
            return self._one_ago(at, at + 3, reached)
        if lower in FRACTIONS and lower != "half":
            part = self._one_part(at, lower, reached)
            if part is not None or lower == "quarter":
                return part or (None, at + len(word))
        if lower in ORDINALS:
            return self._ordinal_word(at, word, lower)
        return self._words(at, word, lower, reached)

    def _digits(self, at: int, reached: int) -> tuple[Figure | None, int]:
        text = self.text
        before = text[max(0, at - 26) : at]
        symbol, money_from = self._symbol(at, before)
        if not symbol:
            if before and _PART_OF_NAME.search(before, max(0, len(before) - 3)):
                decimal = before[-1] == "." and (len(before) == 1 or not before[-2].isalnum())
                code = None if decimal else _CODE.search(before)
                if code is not None and _MILLIONS.match(text, at):
                    number = digits(text, at, money=True)
                    if number is not None:
                        between = before.endswith("etween " + code[1])
                        whole = ranged(text, number, money=True, between=between, code=code[1])
                        return self._money(whole, at - len(code[1]), CODED.get(code[1], code[1]))
                glued = _GLUED.match(text, at)
                if not decimal:
                    return None, glued.end() if glued is not None else at + 1
            found, end = self._calendar(at, before)
            if found is not None or end > at:
                return found, end
        named = _NAMED_K.match(text, at) if not symbol else None
        if named is not None:
            return None, named.end()  # "a 5K race", "401-k's"
        number = digits(text, at, money=bool(symbol))
        if number is None:
            return None, at + 1
        if before[-2:] in (" .", "(.") and number.plain and number.value is not None:
            share = number.value / 10 ** (number.end - at)  # ".08 percent"
            number = Number(at - 1, number.end, round(share, 9))
        letter = text[number.end : number.end + 1]
        if letter == "(" and text[number.end + 2 : number.end + 3] == ")":
            return None, number.end + 3  # "501(c)3"
        if not symbol and not number.scaled and letter.isalpha():
            if _ORDINAL_END.match(text, number.end):
                end = number.end + 2
                if text[end : end + 1] in " \u00a0" and text[end + 1 : end + 2].isupper():
                    return None, end  # "25th Amendment" is a name
                return self._ordinal(number.start, end, number.value), end
            if text.startswith(("s ", "s,", "s."), number.end) and number.plain:
                return self._decade_of_life(number)
            if UNIT.match(text, number.end) is None:
                glued = _GLUED.match(text, at)
                return None, glued.end() if glued is not None else number.end
        if before.endswith(" of ") and _NUMBERED_OF.search(before) is not None and number.plain:
            return None, number.end  # "Image 2 of 8"
        if not symbol and "/" not in text[at : number.end]:
            special = self._pairs(number, before)
            if special is not None:
                return special
        if before.endswith(_NUMBERED_GROUPS) or (not symbol and in_table(text, number)):
            return None, number.end
        between = before.endswith(("etween ", "etween $", "etween £", "etween €"))
        alone = before.endswith(("from ", "from $", "From "))
        whole = number if alone else ranged(text, number, money=bool(symbol), between=between)
        if symbol:
            return self._money(whole, money_from, symbol)
        return self._measured(whole, before, reached)

    def _symbol(self, at: int, before: str) -> tuple[str, int]:
        """The currency before a number, and where it begins."""
        if not before:
            return "", at
        if before[-1] in SYMBOLS:
            mark = before[-1]
            begin = at - 1
            if mark == "$":
                for name, code in DOLLARS.items():
                    if before.endswith(name + "$"):
                        ahead = before[: -len(name) - 1]
                        if not ahead or not ahead[-1].isalpha():
                            return code, at - 1 - len(name)
            return SYMBOLS[mark], begin
        if before[-1] in " \u00a0" or before[-1].isalpha():
            words = before.rsplit(None, 1)
            last = words[-1] if words else ""
            if last in CODES:
                return CODED.get(last, last), (at - len(before) + before.rfind(last))
        return "", at

    def _decade_of_life(self, number: Number) -> tuple[Figure | None, int]:
        text = self.text
        led = re.search(
            r"\b(?:his|her|their|your|my)\s(?:\w+\s)?$",
            text[max(0, number.start - 20) : number.start],
        )
        if led is None or number.value is None or not 10 <= number.value <= 90:
            return None, number.end + 1
        span = Number(number.start, number.end + 1, None, number.value, number.value + 9)
        return self._figure(number.start, number.end + 1, span, None, "age", "year"), number.end + 1
