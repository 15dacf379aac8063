"""What people decided about figures: what one counts, its value, the day meant, that it is none.

A figure is known by its place and its words (`places.target_of`), so that a decision outlives a new
reading. Values in, values out; a decision about a figure that is nowhere any more changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from index.judged import FIGURE, FIGURE_ABOUT, FIGURE_DAY, FIGURE_VALUE, BadJudgement, Decisions
from index.places import LONGEST, again, brief, parsed

if TYPE_CHECKING:
    from corpus.article import Figure

NO_FIGURE: Final = "none"
LONGEST_COUNTED = 200  # characters of what a figure counts
DIGITS = 15  # of a number; more are not kept exactly

_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_VALUE = re.compile(rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|to)\s*(?P<high>{_NUMBER}))?", re.A)
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.A)
_BARE_YEAR = re.compile(r"\d{3,4}", re.A)
_UNITS = {4: "year", 7: "month", 10: "day"}


class Settled(NamedTuple):
    """The figures as people decided about them, those they said are none, of each kept one what was
    decided (its number → the fields), and the targets that were found."""

    kept: tuple[Figure, ...]
    dropped: tuple[Figure, ...]
    decided: Mapping[int, tuple[str, ...]]
    fitting: frozenset[str]


def validated(field: str, value: str | None, target: str | None) -> None:
    """BadJudgement when no archive could follow what is decided about a figure."""
    place = parsed(target)
    if place is None or len(place.words) > LONGEST or not place.words.strip():
        raise BadJudgement(
            "A figure is named by its text, paragraph, first character and words, as in "
            f"body:3:120:fourteen, not {brief(target)}."
        )
    if field == FIGURE and value not in (None, NO_FIGURE):
        raise BadJudgement(f"A figure is {NO_FIGURE!r}, or as it was read, not {brief(value)}.")
    if field == FIGURE_ABOUT and value is not None:
        if len(value) > LONGEST or not any(map(str.isalnum, value)):
            raise BadJudgement(
                f"What a figure counts is said in words, {LONGEST} characters at most."
            )
    elif field == FIGURE_VALUE:
        value_of(value or "")
    elif field == FIGURE_DAY:
        _day(value or "")


def value_of(text: str) -> tuple[float | None, float | None, float | None]:
    """Value, low and high of a number that a person wrote: "1,400", "2.5", "10-20"."""
    match = _VALUE.fullmatch(text.strip())
    parts = [part.replace(",", "") for part in (match.groups() if match else ()) if part]
    if not parts or any(sum(map(str.isdigit, part)) > DIGITS for part in parts):
        raise BadJudgement(
            f"A figure's value is a number of {DIGITS} digits at most, such as 1,400 or 2.5, or "
            f"two of them (10-20); not {brief(text)}."
        )
    if len(parts) == 1:
        return float(parts[0]), None, None
    low, high = sorted(map(float, parts))
    return None, low, high


def _day(text: str) -> None:
    import datetime

    try:
        fine = _DAY.fullmatch(text) is not None
        datetime.date.fromisoformat(f"{text}-01-01"[:10] if len(text) < 10 else text)
    except ValueError:
        fine = False
    if not fine:
        raise BadJudgement(f"A day is written YYYY-MM-DD, YYYY-MM or YYYY, not {brief(text)}.")


def counts(figure: Figure, about: str | None) -> None:
    """BadJudgement when a figure cannot be said to count this: a date, or too many words."""
    if figure.kind == "date":
        raise BadJudgement(
            f"{brief(figure.text)} is a date and counts nothing: give the day that it means, or, "
            "if it is a number, first its value."
        )
    if len(about or "") > LONGEST_COUNTED:
        raise BadJudgement(
            f"What a figure counts is said in {LONGEST_COUNTED} characters at most, not "
            f"{len(about or ''):,}; say it in a few words."
        )


def may_be_a_day(figure: Figure, day: str = "") -> bool:
    """Whether a figure is a date, or a bare number that may be a year: the one of `day`."""
    if figure.kind == "date":
        return True
    bare = _BARE_YEAR.fullmatch(figure.text) is not None
    return bare and (not day or day[:4] == figure.text.zfill(4))


def means_day(figure: Figure, day: str) -> None:
    """BadJudgement when a figure that is no date cannot mean a day."""
    _day(day)
    if not may_be_a_day(figure, day):
        raise BadJudgement(
            f"{brief(figure.text)} is no date and means no day: say what it counts, give its "
            "value, or say that it is no figure."
        )


def judged_figures(figures: Sequence[Figure], decisions: Decisions) -> Settled:
    """The figures of an article as people decided about them."""
    if not decisions:
        return Settled(tuple(figures), (), {}, frozenset())
    said: dict[int, dict[str, str | None]] = {}
    fitting = set()
    for (target, field), value in decisions.items():
        number = _meant(figures, target)
        if number is None:
            continue
        fitting.add(target)
        before = said.pop(number, {})
        if field == FIGURE or FIGURE in before:
            before = {}
        before.pop(field, None)  # the last decided stands last
        if field != FIGURE or value is not None:
            before[field] = value
        said[number] = before
    kept: list[Figure] = []
    dropped, decided = [], {}
    for number, figure in enumerate(figures):
        about = said.get(number, {})
        if about.get(FIGURE) == NO_FIGURE:
            dropped.append(figure)
            continue
        if about:
            decided[len(kept)] = tuple(about)
        kept.append(_as_said(figure, about))
    return Settled(tuple(kept), tuple(dropped), decided, frozenset(fitting))


def _as_said(figure: Figure, about: Mapping[str, str | None]) -> Figure:
    for field, value in about.items():
        if field == FIGURE_DAY:
            unit = _UNITS[len(value or "")]
            figure = replace(figure, kind="date", iso=value, unit=unit, value=None, low=None,
                             high=None, about=None, sure=True)  # fmt: skip
            continue
        if figure.kind == "date":
            written = _VALUE.fullmatch(figure.text)
            number = value_of(figure.text)[0] if written and len(figure.text) <= DIGITS else None
            figure = replace(figure, kind="count", iso=None, unit=None, value=number, sure=True)
        if field == FIGURE_ABOUT:
            figure = replace(figure, about=value)
        elif field == FIGURE_VALUE:
            exactly, low, high = value_of(value or "")
            figure = replace(figure, value=exactly, low=low, high=high)
    return figure


def _meant(figures: Sequence[Figure], target: str) -> int | None:
    """The number of the figure that a target names; None where it is nowhere any more."""
    place = parsed(target)
    if place is None:
        return None
    same = [number for number, figure in enumerate(figures) if figure.text == place.words]
    at = again([(figures[n].within, figures[n].paragraph, figures[n].start) for n in same], place)
    return None if at is None else same[at]
