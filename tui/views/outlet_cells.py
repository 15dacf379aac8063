"""What stands in a row of two outlets: what is counted, and either side's numbers.

A cell says a number beside what it is a part of, so that sides of different size can be held
against each other.
"""

from __future__ import annotations

from corpus.coverage.result import Count, Measure, Named, Term, Voice
from index.coverage.result import Nearest, OneSided, Shared, Stretch
from tui.views.days import short_day
from tui.views.histogram import bar, bar_name
from tui.views.lines import counted, shown, width_of
from tui.views.outlet_page import OutletsPage
from tui.views.outlet_rows import (
    Agency,
    Apart,
    Calling,
    Item,
    Unnamed,
    Voiced,
    per_words,
)
from tui.views.outlets import ENOUGH, rate

ONE_GRID_FROM = 120  # columns from which all sections have their numbers in the same place
ROOMY = ONE_GRID_FROM // 4  # columns of a cell in which the nearest is named beside a number


def first_and_last(page: OutletsPage) -> tuple[str | None, str | None]:
    """The first and the last day of either side's articles; None where none is known."""
    days = [d for s in (page.pair.left, page.pair.right) for d in (s.first, s.last) if d]
    return (min(days), max(days)) if days else (None, None)


def cells(page: OutletsPage, item: Item, cell: int) -> tuple[str, str, str]:
    """What an item is called, and either side's numbers."""
    pair, telling, year = page.pair, page.telling, with_years(page)
    match item:
        case Stretch():
            most = max((max(one.left, one.right) for one in pair.volume), default=0)
            bars, asked = cell - 10, bool(pair.query)
            return (
                bar_name(item.when),
                _bar(item.left, item.left_of, most, bars, asked=asked),
                _bar(item.right, item.right_of, most, bars, asked=asked),
            )
        case Apart(dated=dated):
            told = "on days outside the bars" if dated else "without a day"
            return told, f"{len(item.left):>5,}", f"{len(item.right):>5,}"
        case Shared():
            apart = "" if item.days_apart is None else f"  {_days(item.days_apart)}"
            return (
                item.title,
                _first(item.left_day, item.left_meant, len(item.left), year),
                _first(item.right_day, item.right_meant, len(item.right), year) + apart,
            )
        case OneSided():
            around = f"{item.other_articles:>5,}" if item.between else "no day"
            near = _near(item.nearest, year) if item.nearest is not None else "nothing near"
            if not item.perhaps:
                near = f"{around:<6} {near}" if cell >= ROOMY else around
            return (
                item.title,
                _first(item.first, len(item.articles), len(item.articles), year),
                near,
            )
        case Agency():
            return (
                item.name or "any agency credited or cited",
                _of(len(item.left), len(pair.left.articles)),
                _of(len(item.right), len(pair.right.articles)),
            )
        case Voiced():
            told = f"{item.name}, {item.role}" if item.role else item.name
            if item.unnamed_in:
                told += f" (unnamed, in {item.unnamed_in} articles)"
            if item.also:
                told += f" (also as {', '.join(item.also)})"
            return told, _voice(item.left), _voice(item.right)
        case Unnamed():
            return (
                "nobody surely found to say it", _unnamed(item.left_words, item.left.times),
                _unnamed(item.right_words, item.right.times),
            )  # fmt: skip
    assert telling is not None
    match item:
        case Named():
            return (
                f"{item.name}  {item.type}",
                _of(item.left.articles, telling.left.recognised),
                _of(item.right.articles, telling.right.recognised),
            )
        case Calling(called=called, label=label, first=first):
            told = f"{called.of if first else ' ' * min(12, width_of(called.of))}: {label.text}"
            return told, _times(label.left, telling.left), _times(label.right, telling.right)
        case Term():
            return (
                f"{item.term}  z {abs(item.z):.1f}",
                _times(item.left, telling.left), _times(item.right, telling.right),
            )  # fmt: skip
        case _:
            return "", "", ""


def _unnamed(words: int, times: int) -> str:
    return f"{words:>6,} in {times:,}" if times else f"{'.':>6}"


def _bar(number: int, of: int, most: int, room: int, *, asked: bool) -> str:
    """A bar with its number; beside it all articles of that time, where a query is `asked`."""
    if not of:
        return "none in the archive"
    drawn = bar(number, most, max(1, room))
    told = f"{number:,}/{of:,}" if asked else f"{number:,}"
    return f"{drawn} {told}" if drawn else told


def _first(day: str | None, meant: int, of: int, year: bool) -> str:
    """The first day and the number of articles, in places of their own."""
    number = f"{of:,}" if meant == of else f"{meant:,}/{of:,}"
    return f"{short_day(day, year=year):<{11 if year else 6}} {number:>4}"


def with_years(page: OutletsPage) -> bool:
    """Whether the articles are of several years, so that a day needs its year."""
    first, last = first_and_last(page)
    return first is not None and last is not None and first[:4] != last[:4]


def _near(near: Nearest, year: bool) -> str:
    return f"{short_day(near.published, year=year)}  {shown(near.title)}"


def _days(number: int) -> str:
    return "same day" if number == 0 else counted(number, "day")


def _of(count: int, whole: int) -> str:
    """A number of articles with its share; of few articles with how many there are."""
    if not count:
        return f"{'.':>5}"
    if whole < ENOUGH:
        return f"{count:>5,} of {whole:,}"
    return f"{count:>5,} {rate(count, whole):>7}"


def _voice(voice: Voice | None) -> str:
    if voice is None:
        return f"{'.':>6}"
    told = f"{voice.words:>6,} {100 * voice.share:>3.0f} %" if voice.direct.times else f"{0:>6}"
    return f"{told:<12}  +{voice.indirect_words:,}" if voice.indirect.times else told


def _times(count: Count, measure: Measure) -> str:
    if not count.times:
        return f"{'.':>5}"
    return f"{count.times:>5,} {per_words(count, measure):>6.1f} in {count.articles:,}"
