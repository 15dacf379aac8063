"""Figures in queries: `50`, `>50`, `50..100`, `[50 TO 100}`, `>=2.5m`, `40%`, `$3bn`, `twelve`.

A text goes in, the figures meant come out as a `Numbers` node, and back; what cannot be read
raises QueryError with examples.
"""

from __future__ import annotations

import re
from math import isfinite

from index.query.tree import Node, Numbers, QueryError

_VALUE = re.compile(
    r"(?:(?:US|A|C|NZ|HK|S)?(?P<money>[$€£¥])|(?P<code>USD|EUR|GBP)\s?)?"
    r"(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?)\s*"
    r"(?P<times>k|thousand|m|mn|million|b|bn|billion|tn|trillion)?\s*"
    r"(?:(?P<percent>%|per\s?cent)|(?P<of>(?:US\s)?dollars?|euros?|pounds?|USD|EUR|GBP))?",
    re.IGNORECASE,
)
_SIGN_OF = {"d": "$", "u": "$", "e": "€", "p": "£", "g": "£"}  # by the currency's first letter
_NUMBER = r"(?:(?:US)?[$€£¥])?\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:per\s?cent|(?:US\s)?dollars?|euros?|USD|EUR|GBP|(?<=[mnkd]\s)pounds?)"
_UNIT_BEHIND = re.compile(rf"\s{_UNIT}(?!\w)", re.IGNORECASE)
LOOSE = re.compile(
    rf"(?:{_NUMBER}(?:\s(?:thousand|(?:m|b|tr)illion)|k|mn?|bn?|tn)?(?:\.\.|\s?[-–]\s?|\sto\s))?{_NUMBER}"
    rf"(?:\s(?:(?:m|b|tr)illion|thousand)|(?:k|mn?|bn?|tn)(?=\s))?(?:\s{_UNIT})?(?!\w)",
    re.IGNORECASE,
)
"""Values of more than one word that need no quotation marks after `number:`."""

_TIMES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9, "tn": 1e12, "tr": 1e12}
_BRACKETS = re.compile(r"([\[{])\s*(\S+)\s+TO\s+(\S+?)\s*([\]}])", re.IGNORECASE)
_DASHED = re.compile(
    r"^([^-–]*\d[^-–]*?)\s?(?<![eE])[-–]\s?([^-–]*\d.*)$"
)  # 50-60, not -5 nor 1e-5
_TO = re.compile(r"(?<=[\w%])\s+to\s+(?=[$€£¥]?\d)", re.IGNORECASE)
_SHORT = re.compile(r"\d(k|mn?|bn?|tn)\b", re.IGNORECASE)
_IN_WORDS = re.compile(r"\s(?:thousand|(?:m|b|tr)illion)", re.IGNORECASE)
_SIGNS = (">=", "<=", ">", "<", "=")


def spelled_until(text: str, at: int) -> int:
    """Where a number in words ends, with its unit, that stands at a place; else the place itself.

    >>> spelled_until("number:two hundred men", 7), spelled_until("number:two percent", 7)
    (18, 18)
    """
    if not text[at : at + 1].isalpha():
        return at
    from corpus.figures.numbers import spelled

    found = spelled(text, at)
    if found is None or text.startswith("..", found.end):
        return at
    unit = _UNIT_BEHIND.match(text, found.end)
    return unit.end() if unit else found.end


def read_numbers(text: str) -> Numbers:
    """The figures that a value of `number:` means."""
    value = text.strip()
    if bracket := _BRACKETS.fullmatch(value):
        return _between(bracket[2], bracket[3], text, bracket[1] == "{", bracket[4] == "}")
    value, dashes = _DASHED.subn(r"\1..\2", _TO.sub("..", value))
    if ".." in value:
        first, _, last = value.partition("..")
        if first[-1:].isdigit() and (times := _IN_WORDS.search(last)):
            first += times[0]  # "50..100 million"
        elif dashes and first[-1:].isdigit() and (short := _SHORT.search(last)):
            first += short[1]  # "5-10m"
        return _between(first.strip() or "*", last.strip(". ") or "*", text)
    if value == "*":
        return Numbers(None, None)
    sign = next((sign for sign in _SIGNS if value.startswith(sign)), "")
    number, unit = _read(value[len(sign) :].strip(), text)
    match sign:
        case ">" | ">=":
            return Numbers(number, None, above=sign == ">", unit=unit)
        case "<" | "<=":
            return Numbers(None, number, below=sign == "<", unit=unit)
    return Numbers(number, number, unit=unit)


def one_figure(nodes: tuple[Node, ...]) -> Node | None:
    """Two sides of `number:(>50 <60)` as one figure between; None where they are not two sides."""
    match nodes:
        case (Numbers() as one, Numbers() as other) if one.unit == other.unit or not (
            one.unit and other.unit
        ):
            if one.low is None:
                one, other = other, one
            if one.high is None and other.low is None and None not in (one.low, other.high):
                unit = one.unit or other.unit
                return Numbers(one.low, other.high, one.above, other.below, unit)
    return None


def write_numbers(numbers: Numbers) -> str:
    """The shortest value of `number:` that means these figures."""
    low, high = _written(numbers.low, numbers.unit), _written(numbers.high, numbers.unit)
    if numbers.low is None and numbers.high is None:
        return "*"
    if numbers.low is None:
        return ("<" if numbers.below else "<=") + high
    if numbers.high is None:
        return (">" if numbers.above else ">=") + low
    if numbers.above or numbers.below:
        return f"{'{' if numbers.above else '['}{low} TO {high}{'}' if numbers.below else ']'}"
    return low if numbers.low == numbers.high else f"{low}..{high}"


def _between(first: str, last: str, text: str, above: bool = False, below: bool = False) -> Numbers:
    low, one = (None, "") if first == "*" else _read(first, text)
    high, other = (None, "") if last == "*" else _read(last, text)
    if low is not None and high is not None and high < low:
        low, high, above, below = high, low, below, above
    return Numbers(low, high, above and low is not None, below and high is not None, one or other)


def _read(value: str, text: str) -> tuple[float, str]:
    found = _VALUE.fullmatch(_in_digits(value))
    if found is None:
        raise _unread(text)
    number = float(found["number"].replace(",", ""))
    times = (found["times"] or "").lower()
    number *= _TIMES.get(times[:2]) or _TIMES.get(times[:1]) or 1.0
    if not isfinite(number):
        raise _unread(text)
    return number + 0.0, _unit(found)


def _in_digits(value: str) -> str:
    """A figure that begins with a number in words, with digits for it: `twelve percent`."""
    from corpus.figures.numbers import spelled

    found = spelled(value.lower(), 0) if value[:1].isalpha() else None
    if found is None or found.value is None:
        return value
    return f"{found.value:.15g}{value[found.end :]}"


def _unit(found: re.Match[str]) -> str:
    """The sign of a currency, "%" or nothing."""
    named = found["code"] or found["of"]
    sign = _SIGN_OF[named[0].lower()] if named else ""
    return found["money"] or ("%" if found["percent"] else sign)


def _unread(text: str) -> QueryError:
    return QueryError(
        f'"{text}" is no number; write number:50, number:>50, number:50..100, number:>=2.5m, '
        "number:>40% or number:>$3bn."
    )


def _written(number: float | None, unit: str) -> str:
    if number is None:
        return ""
    shown = str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
    return shown + unit if unit == "%" else unit + shown
