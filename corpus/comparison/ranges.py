"""The numbers a figure may stand for, hedges understood, and whether two figures may be one number.

In go figures or the ranges of two, out comes a range, or "agree", "approximate" or None. What they
count is no matter here.
"""

from __future__ import annotations

import math
import re

from corpus.article import Figure, FigureKind

ROUNDING = {1: 0.15, 2: 0.05}  # how far off a hedged number of one or two digits may be
PRECISE = 0.02  # and one of more digits
BEYOND = 0.2  # how far "more than", before a round number, may reach
HALF = 0.5  # and of 180 not "more than 100"
SHORT_OF = 0.99  # of 300 nobody says "more than 200"
STEP = 10.0  # and of tens not beyond the next: of 84 nobody says "more than 70"
VAGUE = 5  # "dozens" are at most so many times two of them: 120
LARGE = 1_000  # counts below it are given to the last one
NEAR_ENOUGH = 0.05  # a rounded number is at most this share off
_HALF = 0.5 + 1e-9  # of a place: 1.25 is rounded to 1.3
SO_FAR = 0.03  # "at least" gives a count so far, seldom a round number
_MORE_THAN = re.compile(r"more|over|exceed|above|upward", re.IGNORECASE)

Range = tuple[float, float] | None


def agreement(left: Figure, right: Figure) -> str | None:
    """ "agree", "approximate" or None for two figures of one kind and unit."""
    if left.kind != right.kind or (left.unit or "") != (right.unit or ""):
        return None
    return agreeing(left, right, bounds(left), bounds(right))


def agreeing(left: Figure, right: Figure, a: Range, b: Range) -> str | None:
    """The same for two figures whose bounds are known."""
    if a is None or b is None:
        return None
    if left.value is not None and left.value == right.value:
        return "agree"
    plain = left.hedge is None and right.hedge is None
    if a == b and plain:
        return "agree"
    if left.kind in ("vote", "odds", "ordinal"):
        return None  # a tally is never rough
    if plain and left.value is not None and right.value is not None:
        rounded = _rounded(left, left.value, right.value) or _rounded(left, right.value, left.value)
        return "approximate" if rounded else None
    if a[0] <= b[1] and b[0] <= a[1] and not _two_thresholds(left, right):
        return "approximate"
    return None


def _two_thresholds(left: Figure, right: Figure) -> bool:
    """Whether each number is the one that the other's thing is said to be beyond: of 2.5 million
    nobody says now "more than 2 million", now "more than 2.5 million"."""
    values = sorted(abs(f.value) for f in (left, right)
                    if f.value is not None and _MORE_THAN.search(f.hedge or ""))  # fmt: skip
    return len(values) == 2 and values[1] > values[0] * (1 + BEYOND)


def bounds(figure: Figure) -> tuple[float, float] | None:
    """The lowest and highest number a figure may stand for, hedges understood."""
    value = figure.value
    if value is None:
        low, high = figure.low, figure.high
        if low is None and high is None:
            return None
        if low is None:
            low = (high or 0.0) * 0.5
        return low, low * VAGUE if high is None else high  # "dozens": up to the next scale
    hedge = (figure.hedge or "").lower()
    if hedge in ("", "only", "just"):  # these say how few, not about how many
        return value, value
    slack = abs(value) * ROUNDING.get(significant_digits(value), PRECISE)
    if value < 10:
        slack = 0.0  # nobody rounds a handful
    if re.search(r"least|minimum", hedge):
        return value, value * (1 + SO_FAR * (_is_round(value) or "dozen" in figure.text))
    if _MORE_THAN.search(hedge):
        return value, value + _beyond(value, figure.kind)
    if re.search(r"less|fewer|under|most|up to|below|almost|nearly|maximum|just short", hedge):
        return value - _beyond(value, figure.kind), value
    return value - slack, value + slack


def _beyond(value: float, kind: FigureKind) -> float:
    """How far beyond a number "more than" may reach, and "less than" below it."""
    if kind == "percent" and value.is_integer():
        return max(SHORT_OF, abs(value) * PRECISE)  # 9.5 per cent are "more than 9"
    if not _is_round(value):
        return abs(value) * PRECISE
    if abs(value) >= 10 * STEP and significant_digits(value) == 1:
        return min(10.0 ** math.floor(math.log10(abs(value))) * SHORT_OF, abs(value) * HALF)
    return min(abs(value) * BEYOND, STEP if abs(value) < 10 * STEP else math.inf)


def _rounded(like: Figure, fine: float, coarse: float) -> bool:
    """Whether a number is the other, written with fewer digits: 49 for 48.9, 700,000 for 708,000.

    The dead and the arrested are counted one by one, so counts below `LARGE` are never rounded; a
    share is rounded off its decimals only, and is as often cut ("99 per cent" of 99.6).
    """
    if like.kind in ("age", "ordinal") or significant_digits(coarse) >= significant_digits(fine):
        return False
    measured = like.kind == "measure"
    if fine.is_integer() and (like.kind == "percent" or (abs(fine) < LARGE and not measured)):
        return False
    if abs(fine - coarse) > NEAR_ENOUGH * abs(fine):
        return False
    place = 10.0 ** (math.floor(math.log10(abs(coarse))) + 1 - significant_digits(coarse))
    apart = abs(fine - coarse)
    cut = like.kind in ("percent", "measure") and coarse == math.floor(fine)
    return apart < place * _HALF or cut


def _is_round(value: float) -> bool:
    """Whether a number is one that people round to: a dozen, 50, 300, 1,500."""
    if value == 12:
        return True  # a dozen
    return abs(value) >= 20 and value % 10 == 0 and significant_digits(value) <= 2


def significant_digits(value: float) -> int:
    """Significant digits: 40,000 has one, 212 three."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").split("e")[0]) or 1


def of_one_size(a: Range, b: Range, furthest: float) -> bool:
    """Whether the larger of two figures is at most `furthest` times the smaller."""
    if a is None or b is None:
        return False
    low, high = sorted(abs(sum(pair) / 2) for pair in (a, b))
    return low > 0 and high / low <= furthest
