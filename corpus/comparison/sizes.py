"""Numbers in units that can be held together: feet and metres, days and hours, shares of all kinds.

In goes a `Counted` figure, out comes its `Size`: what kind of number it is, whatever the unit it is
given in, and how large. "13-point" and "13 points", "six consecutive months" and "six-month",
"two-thirds" and "67 percent" are each of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.comparison.counted import Counted
from corpus.comparison.ranges import Range, agreeing
from corpus.words import word_and_stem

_OF = {
    "length": {"km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001, "mile": 1609.34, "yd": 0.9144,
               "ft": 0.3048, "in": 0.0254},
    "mass": {"kg": 1.0, "g": 0.001, "lb": 0.4536, "oz": 0.02835},
    "speed": {"mph": 1.609, "mile/h": 1.609, "km/h": 1.0, "kph": 1.0},
    "area": {"acre": 0.4047, "ha": 1.0, "km²": 100.0, "mile²": 259.0},
    "time": {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
             "fortnight": 1209600.0, "month": 2629800.0, "year": 31557600.0,
             "decade": 315576000.0, "century": 3155760000.0},
    "share": {"%": 1.0, "fraction": 100.0, "odds": 100.0},
    "points": {"point": 1.0, "points": 1.0},
}  # fmt: skip
_KIND_OF = {unit: (kind, scale) for kind, units in _OF.items() for unit, scale in units.items()}
_NOUNS = {
    "second": "second", "minut": "minute", "hour": "hour", "day": "day", "week": "week",
    "month": "month", "year": "year", "decad": "decade", "feet": "ft", "foot": "ft",
    "mile": "mile", "point": "point",
}  # fmt: skip
"""Stems of units that stand behind a number with a word between them: "42 straight years"."""
_CURRENCIES = {"pound": "GBP"}
"""What "pounds" are held to be where nobody says whose: "a million Freedonian pounds" in one
report are "a million pounds" in the other."""
OLDEST = 115
_IS = frozenset(("is", "was", "turned", "turns"))
NEARLY = 0.06  # how far apart one size in two units is at most, each rounded in its own
_DASH = re.compile(r"\s*[-–—]\s*|\s+to\s+")


@dataclass(frozen=True, slots=True)
class Size:
    """A number with what kind of number it is; `scale` is that of its unit."""

    kind: tuple[str, str]
    scale: float


def sizes(side: Iterable[Counted], *, in_any_unit: bool) -> list[Size]:
    """The size of each figure; not `in_any_unit`, every unit is a kind of its own."""
    return [size(one) if in_any_unit else Size(one.kind, 1.0) for one in side]


def size(one: Counted) -> Size:
    """What a figure may be held against: figures of its kind, in any unit."""
    kind, unit = one.kind
    if kind == "count" or (kind == "vote" and not unit):
        noun = (one.figure.about or "").split(" of ")[0].split()[-1:]
        root = word_and_stem(noun[0])[1] if noun and noun[0][0].isalpha() else ""
        if root == "vote":
            return Size(("vote", ""), 1.0)
        if _is_age(one):
            return Size(("age", "year"), 1.0)
        if root in _CURRENCIES and one.a_people:
            return Size(("money", _CURRENCIES[root]), 1.0)
        unit = _NOUNS.get(root, "")
    elif kind == "vote":
        return Size(("vote", ""), 1.0)
    elif kind == "odds":
        unit = "odds"
    elif kind in ("age", "money"):
        return Size(one.kind, 1.0)
    found = _KIND_OF.get(unit)
    return Size((found[0], ""), found[1]) if found is not None else Size(one.kind, 1.0)


def _is_age(one: Counted) -> bool:
    """Whether a bare number is somebody's age: "Varga was 44"."""
    value, about = one.figure.value, (one.figure.about or "").split()
    if value is None or not 0 < value <= OLDEST or not about or not value.is_integer():
        return False
    return (one.figure.verb or "") in _IS and all(word[0].isupper() for word in about)


def agreed(a: Counted, b: Counted, ours: Size, theirs: Size) -> str | None:
    """How two figures of one kind agree: "agree", "approximate", or None where they do not."""
    if a.kind == b.kind:
        if a.kind == ("measure", "score"):
            same = _DASH.sub("-", a.figure.text) == _DASH.sub("-", b.figure.text)
            return "agree" if same else None
        return agreeing(a.figure, b.figure, a.low_high, b.low_high)
    if ours.scale == theirs.scale:
        if a.figure.value is not None and a.figure.value == b.figure.value:
            return "agree"
        one, other = a.low_high, b.low_high
    else:
        one, other = _in(a.low_high, ours), _in(b.low_high, theirs)
    if one is None or other is None:
        return None
    values = [each.figure.value * unit.scale for each, unit in ((a, ours), (b, theirs))
              if each.figure.value is not None]  # fmt: skip
    if len(values) == 2 and abs(values[0] - values[1]) <= 1e-3 * abs(values[0]):
        return "agree"
    slack = NEARLY * max(map(abs, one + other)) if ours.scale != theirs.scale else 0.0
    return "approximate" if one[0] <= other[1] + slack and other[0] <= one[1] + slack else None


def _in(low_high: Range, unit: Size) -> Range:
    return None if low_high is None else (low_high[0] * unit.scale, low_high[1] * unit.scale)
