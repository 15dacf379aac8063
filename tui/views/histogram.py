"""Articles over time on one line: bars with their counts where there are few, else one cell each.

A `Histogram` goes in, a `Line` of the width that is there comes out; it ends with the key that
narrows the query to one of its bars.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from tui.views.days import close_span, short_day, span_of_days
from tui.views.lines import Line, Run, clip, counted, line_width, spread

if TYPE_CHECKING:
    from index.answers import Histogram

Item = TypeVar("Item")
RUN = 3  # stretches of time without an article that are one row
FEW = 6  # bars that are told one by one
BAR = "▇"
_STEPS = "▁▂▃▄▅▆▇█"
LONGEST = 20  # cells of a bar: of two days each would be half a screen long
_KEY: Line = (Run("H", "key"), Run(" days", "dim"))
_ROOM = 8  # for it, with the blanks before


def bars(histogram: Histogram, width: int) -> Line:
    """The line for a histogram."""
    found = histogram.bars
    if len(found) <= FEW:
        return spread(_told(found, width - _ROOM), _KEY, width)
    most = max(found, key=lambda bar: bar[1])
    years = found[0][0][:4] != found[-1][0][:4]
    label = f"  most: {bar_name(most[0], year=years)}, {counted(most[1], 'article')}"
    first, last = bar_name(found[0][0]), bar_name(found[-1][0])
    room = max(8, width - len(first) - len(last) - len(label) - _ROOM - 3)
    cells = in_cells([number for _, number in found], room)
    line = (Run(f"{first} ", "dim"), Run(cells, "bar"), Run(f" {last}", "dim"), Run(label, "dim"))
    return spread(clip(line, width - _ROOM), _KEY, width)


def bar_name(value: str, *, year: bool = True) -> str:
    """A stretch of time as people write it: a day, a week by its days, a month, a year."""
    first, _, last = value.partition("..")
    if last:
        return close_span(first, last, year=year)
    return short_day(first, year=year)


def run_name(first: str, last: str) -> str:
    """Stretches that follow one another: the first day of all and the last, or the first month or
    year and the last."""
    if first == last:
        return bar_name(first)
    begin, end = first.split("..")[0], last.split("..")[-1]
    if len(begin) == len("2031-03-13"):
        return span_of_days(begin, end)
    return f"{bar_name(begin)} … {bar_name(end)}"


def in_runs(items: Sequence[Item], empty: Callable[[Item], bool]) -> list[list[Item]]:
    """Each item alone, but three or more `empty` ones that follow one another together."""
    out: list[list[Item]] = []
    for nothing, found in groupby(items, key=empty):
        run = list(found)
        out += [run] if nothing and len(run) >= RUN else [[one] for one in run]
    return out


def without_gaps(found: Sequence[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """Each bar as (name, value, articles); several without an article are one, by its ends."""
    return [
        (run_name(run[0][0], run[-1][0]), *run[0]) for run in in_runs(found, lambda bar: not bar[1])
    ]


def bar(number: int, most: int, longest: int) -> str:
    """A bar of at most `longest` cells; bars on neighbouring rows do not touch."""
    return BAR * bar_length(number, most, longest)


def bar_length(number: int, most: int, longest: int) -> int:
    """Signs of a bar, at most `longest`; a number above nought always has one."""
    return max(1 if number else 0, round(longest * number / most)) if most else 0


def _told(found: Sequence[tuple[str, int]], width: int) -> Line:
    most = max(number for _, number in found)
    names = [bar_name(value, year=False) for value, _ in found]
    counts = [f"{number:,}" for _, number in found]
    room = width - sum(map(len, names)) - sum(map(len, counts)) - 4 * len(found)
    longest = max(1, min(LONGEST, room // len(found)))
    line: list[Run] = []
    for name, count, (_, number) in zip(names, counts, found, strict=True):
        drawn = bar(number, most, longest)
        line += [Run(f"{name} ", "dim"), Run(drawn, "bar"), Run(f" {count}  ")]
    return clip(line, width) if line_width(tuple(line)) > width else tuple(line)


def in_cells(numbers: Sequence[int], room: int, beside: Sequence[int] = ()) -> str:
    """One cell a bar, or several bars a cell where there are more than cells.

    `beside` are the numbers of another line on the same scale.
    """
    together = -(-len(numbers) // room)
    sums, others = (
        [sum(line[at : at + together]) for at in range(0, len(line), together)]
        for line in (numbers, beside)
    )
    most = max(*sums, *others, 1)
    return "".join(
        _STEPS[max(0, -(-number * len(_STEPS) // most) - 1)] if number else "·" for number in sums
    )
