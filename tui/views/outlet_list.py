"""The list of outlets as lines: how much there is of each, from when to when, and agency copy.

In go the outlets and the groups a person named; out comes one line for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.outlets import outlet_key
from index.coverage.result import OutletRow
from tui.views.days import span_of_days
from tui.views.histogram import bar
from tui.views.lines import Line, Run, clip, fit, shown, thousands, width_of
from tui.views.outlets import ENOUGH, rate

ORDERS = ("largest", "name", "latest")
ORDERS_TOLD = {
    "largest": "those with most articles first",
    "name": "in the order of the alphabet",
    "latest": "those with the latest article first",
}


DAYS, AGENCY = 27, 12  # columns of the terminal
WIDEST_BAR = 30  # columns of the terminal: longer ones weigh more than the numbers


@dataclass(frozen=True, slots=True)
class Listed:
    """An outlet of the list, or a group of them (`group`); `name` is what it is asked for by."""

    name: str
    row: OutletRow
    group: bool = False
    near: bool = False  # reports the event that one came from


def listed(
    rows: Iterable[OutletRow], groups: Mapping[str, Sequence[str]], near: Sequence[str], order: str
) -> list[Listed]:
    """Outlets in an order, those of `near` first, groups behind them; the nameless left out.

    Spellings of one outlet are one, under the name of most articles.
    """
    spelt: dict[str, list[OutletRow]] = {}
    for one in rows:
        if one.name:
            spelt.setdefault(outlet_key(one.name), []).append(one)
    whole = [OutletRow.together(each[0].name or "", each) for each in spelt.values()]
    place = {outlet_key(name): at for at, name in reversed([*enumerate(near)])}
    found = [Listed(str(one.name), one, near=outlet_key(str(one.name)) in place) for one in whole]
    if order == "largest":
        found.sort(key=lambda one: -one.row.articles)
    if order == "name":
        found.sort(key=lambda one: one.name.casefold())
    elif order == "latest":
        found.sort(key=lambda one: one.row.last or "", reverse=True)
    found.sort(key=lambda one: place.get(outlet_key(one.name), len(near)))
    by_name = {outlet_key(one.name): one.row for one in found}
    for name, members in groups.items():
        keys = dict.fromkeys(outlet_key(one) for one in members)
        there = [by_name[key] for key in keys if key in by_name]
        if there:
            found.append(Listed(name, OutletRow.together(name, there), group=True))
    return found


def nameless(rows: Iterable[OutletRow]) -> int:
    """How many articles have no outlet."""
    return sum(one.articles for one in rows if one.name is None)


def list_heads(width: int) -> Line:
    """What stands in the columns."""
    name, bar, words = _widths(width)
    text = fit("   outlet", name + 3) + fit("articles", bar + 9)
    text += fit("from – to (+ without a day)", DAYS) + f"{'with agency':>{AGENCY}}"
    return clip((Run(text + (f"{'words':>12}" if words else ""), "dim"),), width)


def list_line(one: Listed, most: int, width: int, *, here: bool, letter: str) -> Line:
    """One outlet: its name, how many articles, from when to when, agency copy."""
    name, room, words = _widths(width)
    row = one.row
    told = shown(one.name) + ("  group" if one.group else "")
    if row.spellings and not one.group:
        told += f"  with {', '.join(shown(s) for s, _ in row.spellings if s != one.name)}"
    if width_of(told) > name - 1:
        told = shown(one.name) + (f" +{len(row.spellings) - 1}" if row.spellings else "")
    drawn = bar(row.articles, most, room - 1)
    days = span_of_days(row.first, row.last) or "no day known"
    if row.undated and row.first:
        days += f" +{row.undated}"
    return clip(
        (
            Run("▌" if here else " ", "mark"),
            Run(f"{letter:<2}", "mark"),
            Run(fit(told, name - 1) + " ", "strong" if here or letter else ""),
            Run(f"{thousands(row.articles):>8} "),
            Run(fit(drawn, room), "bar"),
            Run(fit(days, DAYS), "dim"),
            Run(f"{_agency(row):>{AGENCY}}"),
            Run(f"{thousands(row.words):>12}" if words else "", "dim"),
        ),
        width,
    )


def _agency(row: OutletRow) -> str:
    """How many articles credit an agency: of few in numbers, of many as a share."""
    if row.articles < ENOUGH:
        return f"{row.agency} of {row.articles}" if row.agency else "."
    return rate(row.agency, row.articles)


def _widths(width: int) -> tuple[int, int, bool]:
    """Columns for the name, for the bar, and whether there is room for words."""
    words = width >= 110
    rest = width - 3 - 9 - DAYS - AGENCY - (12 if words else 0)
    name = max(16, min(40, rest * 3 // 4))
    return name, max(4, min(WIDEST_BAR, rest - name)), words
