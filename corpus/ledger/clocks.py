"""Times of day in two sentences that state one thing: whether they are different ones.

In go two sentences, out comes whether both name hours and no hour of the one may be one of the
other: "10:15 p.m.", "10:15 a.m.". An hour without its half of the day may be either; hours of
different zones are not held against each other.
"""

from __future__ import annotations

import re

_HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
_CLOCK = re.compile(
    rf"(?<![\d:.,$£€])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}"
    r"|(?<![\d:.,])(?P<bare>[01]?\d|2[0-3]):(?P<of>[0-5]\d)(?![\d:])"
    r"|\b(?P<named>noon|midnight)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CET|[ECMP][SD]?T|IST|JST|local time|[A-Z]\w+ time)\b")
_DAY = 24 * 60


def times(text: str) -> list[frozenset[int]]:
    """The times of day that a text names, each as the minutes of the day that it may be."""
    found = []
    for one in _CLOCK.finditer(text):
        if one["named"]:
            found.append(frozenset({_DAY // 2 if one["named"].lower() == "noon" else 0}))
        elif one["half"]:
            late = one["half"].lower() == "p"
            minutes = (int(one["hour"]) % 12 + 12 * late) * 60 + int(one["minute"] or 0)
            found.append(frozenset({minutes}))
        else:
            minutes = int(one["bare"]) * 60 + int(one["of"])
            either = minutes < _DAY // 2 + 60 and not one["bare"].startswith("0")
            found.append(
                frozenset({minutes, (minutes + _DAY // 2) % _DAY} if either else {minutes})
            )
    return found


def are_other_times(one: str, other: str) -> bool:
    """Whether two sentences both name times of day and have none in common."""
    ours, theirs = times(one), times(other)
    if not ours or not theirs:
        return False
    zones = [set(_ZONE.findall(text)) for text in (one, other)]
    if zones[0] != zones[1]:
        return False
    return not any(a & b for a in ours for b in theirs)
