"""What stands around the rows of a ledger: the heads of its columns, and what its marks mean.

A ledger and a width go in; widths of columns, two lines of heads and one of marks come out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.precedence import clock
from tui.views.days import (
    moment,
    of_several_years,
    short_day,
    told_apart_without_year,
)
from tui.views.ledger_words import KINDS, LEGEND, cell_word
from tui.views.lines import Line, Run, fit, width_of
from tui.views.outlet_names import short_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.ledger.result import Column, Fact, Ledger

CELL = 8  # columns of the terminal for one article
WIDEST = 18  # where there is room
RULED = 8  # columns that a rule keeps around what it tells
LABEL = 40  # and for what is reported, where that leaves room for five articles
BETWEEN = " · "


def label_width(ledger: Ledger, width: int) -> int:
    """Columns of the terminal for what is reported: half, but no more than leaves every article
    its cell; less than LABEL only where half is less."""
    least = min(width // 2, max(LABEL, width // 3), width - 5 * CELL)
    return max(20, least, min(width // 2, width - CELL * len(ledger.columns)))


def cell_width(ledger: Ledger, width: int) -> int:
    """Columns of the terminal for one article: more where there is room for all."""
    room = (width - label_width(ledger, width)) // max(1, len(ledger.columns))
    return max(CELL, min(WIDEST, room))


def columns_seen(ledger: Ledger, width: int) -> int:
    """How many articles there is room for."""
    room = (width - label_width(ledger, width)) // cell_width(ledger, width)
    return max(1, min(len(ledger.columns), room))


def heads(ledger: Ledger, columns: range, cursor: int, width: int) -> list[Line]:
    """Two lines above the grid: outlets, and when they reported; at their left which of the columns
    are seen, and the signs of the kinds of rows."""
    label, cell, total = label_width(ledger, width), cell_width(ledger, width), len(ledger.columns)
    before, after = "‹ " if columns.start else "", " ›" if columns.stop < total else ""
    seen = f"  {before}{columns.start + 1}–{columns.stop} of {total}{after}"
    seen = seen if before or after else ""
    kinds = "  " + "  ".join(f"{mark} {kind}" for mark, kind in KINDS)
    first = [Run(fit(seen, label - 1) + " ", "dim")]
    second = [Run(fit(kinds if width_of(kinds) < label else "", label - 1) + " ", "dim")]
    names = short_names([c.outlet for c in ledger.columns], cell - 2 - len(str(total)))
    times = _times(ledger.columns, columns, cell - 1)
    for number, time in zip(columns, times, strict=True):
        style = "mark" if number == cursor else "strong"
        first.append(Run(fit(f"{number + 1} {names[number]}", cell), style))
        second.append(Run(fit(time, cell - 1) + " ", "dim"))
    return [tuple(first), tuple(second)]


def _times(every: Sequence[Column], seen: range, room: int) -> list[str]:
    """When each column that is seen was published: day and hour where there is room; else, as in a
    timetable, the first of a day by the day and those after it by their hours, and where all are
    of one day each by its hour."""
    years = of_several_years(column.published for column in every)
    near = told_apart_without_year(column.published for column in every)
    one_day = len({column.published for column in every}) == 1
    times: list[str] = []
    before = None
    for column in (every[number] for number in seen):
        whole = moment(column.published, column.published_at, zone=False, year=years)
        hour = clock(column.published_at)
        if width_of(whole) <= room:
            times.append(whole)
        elif hour and column.published and (one_day or column.published == before):
            times.append(f"{hour:%H:%M}")
        else:
            times.append(_day(column, room, years=years, near=near))
        before = column.published
    return times


def _day(column: Column, room: int, *, years: bool, near: bool) -> str:
    """A column's day; where they are of several years with its own, in a narrow cell without it
    where all are `near`, else the month."""
    day = short_day(column.published, year=years)
    if width_of(day) <= room:
        return day
    return short_day(column.published, year=False) if near else (column.published or "")[:7]


def legend_line(ledger: Ledger, facts: Sequence[Fact], width: int, column: int = -1) -> str:
    """What the signs in the cells of some rows mean, as many as there is room for; first that of
    the cell in `column` of the first row. Without rows the signs that are usual."""
    here = ""
    used = set[str]()
    for fact in facts:
        for number, one in enumerate(ledger.columns):
            cell = fact.cell_of(one.article)
            word = cell_word(fact, cell, one)
            if cell is not None and fact.kind == "figure":
                word = word.removesuffix(cell.text)
            used.add(word)
            here = word if number == column and fact is facts[0] else here
        used.update("!" if fact.thing else "")
    if not facts:
        used = {"!", "~", "=", "."}
    told = [f"{mark} {said}" for mark, said in LEGEND if mark in used and mark != here]
    told = [f"{mark} {said}" for mark, said in LEGEND if mark == here] + told
    while told and width_of(BETWEEN.join(told)) + RULED > width:
        told.pop()
    return BETWEEN.join(told)
