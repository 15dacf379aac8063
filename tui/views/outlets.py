"""Two outlets as text: how much there is of each side, and bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from index.facets import stretch
from tui.views.days import span_of_days
from tui.views.histogram import bar_length
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from corpus.coverage.result import Measure
    from index.answers import Unit
    from index.coverage.result import Side


ENOUGH = 100  # articles from which a share is told in per cent; of fewer as "1 of 6"


def bar(number: int, most: int, width: int) -> str:
    """A bar of at most `width` signs; a number above nought always has one."""
    return "#" * bar_length(number, most, width)


def rate(part: int, whole: int) -> str:
    """ "9.1 %"; nothing of nothing is no rate."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def side_told(side: Side) -> str:
    """ "Harbour Gazette: 31 of 340 articles, 9.1 %, 3–30 Mar 2031"."""
    told = f"{side.party.name}: {len(side.articles):,} of {counted(side.of, 'article')}"
    if len(side.articles) != side.of:
        told += f", {rate(len(side.articles), side.of)}"
    days = span_of_days(side.first, side.last)
    told += f", {days}" if days else ""
    told += f", {side.undated:,} without a day" if side.undated else ""
    return told + (f"; {as_one(side.party.spellings)}" if side.party.spellings else "")


def as_one(spellings: Sequence[tuple[str, int]]) -> str:
    """ "counted as one: Harbour Gazette (70), Harbour Gazette Online (23)"."""
    told = ", ".join(f"{shown(name)} ({count:,})" for name, count in spellings)
    return f"counted as one: {told}"


def share_told(side: Side, measure: Measure) -> str:
    """What was read of a side, and how much of it credits an agency."""
    copies = len(side.articles) - len(side.texts)
    told = f"{counted(measure.articles, 'text')} read"
    if copies:
        told += f" ({counted(copies, 'further copy', 'further copies')} left out)"
    told += f", {measure.words:,} words"
    agency = len(side.credited)
    told += f"; {agency:,} credit an agency or tell by it ({rate(agency, len(side.articles))})"
    told += f"; names known in {measure.recognised:,}"
    return told + ("; few: rates say little" if measure.few and measure.articles else "")


def within(side: Side, when: str, unit: Unit) -> list[str]:
    """The articles of a side (full ids) in one stretch of time."""
    return [
        one
        for one, day in zip(side.articles, side.days, strict=True)
        if day and stretch(date.fromisoformat(day), unit) == when
    ]


def outside(side: Side, span: tuple[str, str] | None) -> list[str]:
    """The dated articles of a side (full ids) on days that no bar stands for."""
    if span is None:
        return []
    return [
        one
        for one, day in zip(side.articles, side.days, strict=True)
        if day and not span[0] <= day <= span[1]
    ]
