"""Whether a body may bear out a figure that stands over it, however it writes the number.

In goes a figure of a headline and the sentences of the body, out comes whether a charge that the
body lacks the figure would be certain. Numbers are sought whatever is before or behind them:
"sub-6000", "$6k" and "6.000" all bear out "USD 6000". A handful may be told one by one ("Orlova,
Petrov and ten others"), and a length of time as the day on which it began: neither is ever charged.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.comparison.ranges import LARGE, significant_digits

HANDFUL = 12  # things up to so many are as often named as counted
_ROUGHLY = 0.1  # share by which a large number of one or two digits may be off: "$10K" of $10,800
_ROUND = 2  # significant digits of a number that may be rounded
_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
}  # fmt: skip
_SCALE = r"\s?-?((?a:" + "|".join(sorted(_SCALES, key=len, reverse=True)) + r"))\b"
_NUMBER = re.compile(rf"(?<![\d.,])(\d+(?:[.,]\d+)*)(?:{_SCALE})?", re.IGNORECASE)
_BEHIND = re.compile(_SCALE, re.IGNORECASE)  # a scale that the figure was read without
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def may_be_borne_out(figure: Figure, text: str, body: list[str]) -> bool:
    """Whether a figure of `text` may be what a sentence of `body` gives, or cannot be asked for."""
    value = figure.value
    if value is None or figure.kind == "duration":
        return True
    if figure.kind == "count" and abs(value) <= HANDFUL:
        return True
    if text[max(0, figure.start - 1) : figure.start] in ("'", "’", "‘"):
        return True  # "the class of '08" is a year
    asked = {value}
    if scale := _BEHIND.match(text, figure.end):
        asked.add(value * _SCALES[scale[1].lower()])
    found = {number for sentence in body for number in numbers_in(sentence)}
    return any(_is_one(one, number) for one in asked for number in found)


def numbers_in(text: str) -> set[float]:
    """The values that the digits of a text may stand for: "6.000" is six, or six thousand."""
    found: set[float] = set()
    for match in _NUMBER.finditer(text):
        digits = match[1].replace(",", "")
        readings = [digits] if digits.count(".") <= 1 else []
        if _THOUSANDS.fullmatch(match[1]):
            readings.append(digits.replace(".", ""))
        scale = _SCALES[match[2].lower()] if match[2] else 1.0
        found.update(float(one) * scale for one in readings)
    return found


def _is_one(asked: float, number: float) -> bool:
    """Whether a headline's number is a body's, or that rounded. Below `LARGE` each counts: a toll
    of 30 is not one of 29."""
    if abs(asked - number) <= 1e-9 * abs(asked):
        return True
    coarse = abs(asked) >= LARGE and significant_digits(asked) <= _ROUND
    return coarse and abs(asked - number) <= _ROUGHLY * abs(asked)
