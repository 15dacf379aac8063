"""How the rows of two outlets look: what is counted at the left, both sides' numbers behind it.

What stands in the cells is told by `outlet_cells`. Below the rows the one under the cursor is told
in a sentence.
"""

from __future__ import annotations

from corpus.coverage.result import Measure
from index.coverage.result import OneSided, Shared, Stretch
from tui.commands import TWO, key
from tui.views.days import short_day, span_of_days
from tui.views.histogram import BAR, bar_name, in_cells
from tui.views.lines import EMPTY, Line, Run, clip, counted, fit, shown, spread, width_of
from tui.views.outlet_cells import ONE_GRID_FROM, ROOMY, cells, first_and_last, with_years
from tui.views.outlet_page import OutletsPage
from tui.views.outlet_rows import (
    ONLY,
    PERHAPS,
    Section,
    Spark,
    Unnamed,
    Voiced,
    rates,
)
from tui.views.outlets import ENOUGH, as_one, rate

WIDEST = 48  # columns of the terminal for one side's numbers
_CELLS: dict[Section, tuple[int, int]] = {
    "shared": (17, 25), "partly": (17, 25), "perhaps_left": (17, 25), "perhaps_right": (17, 25),
    "only_left": (17, 13), "only_right": (17, 13), "agency": (18, 18),
    "names": (18, 18), "words_left": (24, 24), "words_right": (24, 24),
}  # fmt: skip
_CELL = (22, 22)  # at 80 columns; more where there is room


def over_time(page: OutletsPage, width: int) -> Line:
    """The heading of the bars with the names of the sides, which stays above them."""
    left, right = cell_widths("volume", width)
    ours, theirs = (shown(side.party.name) for side in (page.pair.left, page.pair.right))
    told = fit(f"  {TITLES['volume']}", max(14, width - left - right) - 1)
    sides = f"{fit(f'A {ours}', left - 1)} {fit(f'B {theirs}', right)}"
    return clip((Run(f"{told} ", "subhead"), Run(sides, "dim")), width)


def cell_widths(section: Section, width: int) -> tuple[int, int]:
    """Columns of the terminal for A and for B."""
    if width >= ONE_GRID_FROM:
        return min(WIDEST, width // 4), min(WIDEST, width // 4)
    ours, theirs = _CELLS.get(section, _CELL)
    return max(9, min(WIDEST, ours * width // 80)), max(9, min(WIDEST, theirs * width // 80))


def head(page: OutletsPage, width: int) -> list[Line]:
    """Who stands left and right, how much there is of each, and what is left out."""
    pair = page.pair
    asked = (Run(f"/ {shown(pair.query)}", "strong"),) if pair.query else ()
    half = max(8, (width - 15 - (width_of(pair.query) + 4 if asked else 0)) // 2 - 3)
    names = [shown(side.party.name) for side in (pair.left, pair.right)]
    names = [fit(one, half).rstrip() if width_of(one) > half else one for one in names]
    left = (
        Run("OUTLETS", "masthead"), Run("  A ", "dim"), Run(names[0], "strong"),
        Run(" | B ", "dim"), Run(names[1], "strong"),
    )  # fmt: skip
    numbers = []
    for letter, side in (("A", pair.left), ("B", pair.right)):
        told = f"{letter} {counted(len(side.articles), 'article')}"
        if pair.query:
            told = f"{letter} {len(side.articles):,} of {counted(side.of, 'article')}"
            told += f" {rate(len(side.articles), side.of)}" * (side.of >= ENOUGH)
        numbers.append(told)
    days = span_of_days(*first_and_last(page)) or "no day known"
    notes = []
    if pair.left.undated or pair.right.undated:
        notes = [f"undated: A {pair.left.undated} B {pair.right.undated}"]
    notes += [
        f"{letter} {as_one(side.party.spellings)}"
        for letter, side in (("A", pair.left), ("B", pair.right))
        if side.party.spellings
    ]
    few = [
        letter for letter, side in (("A", pair.left), ("B", pair.right)) if len(side.articles) < 10
    ]
    if few:
        notes.append(f"few articles of {' and '.join(few)}: rates say little")
    if page.ungrouped:
        notes.append(f"{counted(page.ungrouped, 'article')} in no story yet")
    read = ""
    if page.telling is not None:
        known = page.telling.left.recognised + page.telling.right.recognised
        read = f"names read {known:,}/{len(pair.left.texts) + len(pair.right.texts):,}"
    return [
        spread(left, asked, width),
        spread((Run(days),), tuple(Run(f"   {one}") for one in numbers), width),
        spread((Run(" · ".join(notes), "dim"),), (Run(read, "dim"),), width),
    ]


def line(page: OutletsPage, number: int, width: int) -> Line:
    """One row of the page."""
    row, here = page.rows[number], number == page.row
    cursor = Run("▌ " if here else "  ", "mark")
    if row.item is None and row.note:
        return clip((cursor, Run(f"  {row.note}", "dim")), width)
    if isinstance(row.item, Spark):
        return _spark(page, row.item, cursor, width)
    left, right = cell_widths(row.section, width)
    if row.item is None:
        told, ours, theirs = _heading(page, row.section, left)
        style = "subhead"
    else:
        told, ours, theirs = cells(page, row.item, left)
        told, style = f"  {told}", "strong" if here else ""
    numbers = "dim" if row.heading else ""
    return clip(
        (
            cursor,
            Run(fit(told, max(12, width - 2 - left - right) - 1) + " ", style),
            *_number(fit(ours, left - 1) + " ", numbers),
            *_number(fit(theirs, right), numbers),
        ),
        width,
    )


def _number(cell: str, style: str) -> Line:
    """A cell, a bar that it begins with in the bars' own style."""
    rest = cell.lstrip(BAR)
    return Run(cell[: len(cell) - len(rest)], "bar"), Run(rest, style)


TIMES = "times /10,000 in"
TITLES: dict[Section, str] = {
    "volume": "articles over time, of all",
    "shared": "shared stories",
    "partly": "shared, found of one",
    "perhaps_left": "perhaps in B too",
    "only_left": "not found in B",
    "perhaps_right": "perhaps in A too",
    "only_right": "not found in A",
    "agency": "agency copy: articles, share",
    "voices": "voices: words, share (+ unquoted)",
    "names": "names: articles",
    "labels": "labels",
    "words_left": "words of A",
    "words_right": "words of B",
}


def _heading(page: OutletsPage, section: Section, cell: int) -> tuple[str, str, str]:
    told = TITLES[section]
    telling, count = page.telling, page.counts.get(section, 0)
    one_sided = (section in ONLY or section in PERHAPS) and page.pair.decided
    if section in ("shared", "partly", "names") or one_sided:
        word, colon, rest = told.partition(":")
        told = f"{word} {count:,}{colon}{rest}"
    if section in ONLY or section in PERHAPS:
        here, other = "AB" if section in ("only_left", "perhaps_left") else "BA"
        around = "those days, nearest" if cell >= ROOMY else "those days"
        return (
            told,
            f"{here} day, articles",
            f"{other} {'nearest' if section in PERHAPS else around}",
        )
    if section in ("shared", "partly"):
        return told, "A day, articles", "B day, articles, apart"
    if section == "labels" or section.startswith("words"):
        times = TIMES + " articles" * (cell >= ROOMY)
        return told, f"A {times}", f"B {times}"
    if section == "voices" and telling is not None:
        return told, _quoted("A", telling.left, cell), _quoted("B", telling.right, cell)
    return told, "A", "B"


def _quoted(letter: str, measure: Measure, cell: int) -> str:
    """How much one side quotes, as far as there is room to say it."""
    words, times = measure.quoted_words, counted(measure.quotations, "quotation")
    few = ", few" if measure.quotations < 10 else ""
    ways = (f"{words:,} words, {times}{few}", f"{words:,} words, {times}", f"{words:,} words{few}")
    return f"{letter} {next((one for one in ways if len(one) + 3 < cell), ways[-1])}"


def _spark(page: OutletsPage, item: Spark, cursor: Run, width: int) -> Line:
    """All bars of one side in one line; both sides share a scale."""
    bars = page.pair.volume
    ours, theirs = [one.left for one in bars], [one.right for one in bars]
    if item.side == "right":
        ours, theirs = theirs, ours
    first, last = bar_name(bars[0].when), bar_name(bars[-1].when)
    letter = "A" if item.side == "left" else "B"
    room = max(8, width - 10 - width_of(first) - width_of(last))
    return clip(
        (
            cursor, Run(f"  {letter} ", "strong"), Run(f"{first} ", "dim"),
            Run(in_cells(ours, room, theirs), "bar"), Run(f" {last}", "dim"),
        ),
        width,
    )  # fmt: skip


def told(page: OutletsPage) -> str:
    """The row under the cursor in a sentence."""
    row = page.current
    item = row.item if row is not None else None
    match item:
        case None:
            return ""
        case OneSided(between=between):
            other = page.pair.right if item in page.pair.only_left else page.pair.left
            name = shown(other.party.name)
            have = "has" if item.others == 1 else "have"
            others = f"; {counted(item.others, 'other outlet')} {have} it" if item.others else ""
            if item.nearest is not None and item.perhaps:
                opens = key("compare", TWO)
                return f"perhaps in {name} too, within another story; {opens} compares{others}"
            if between is None:
                return f"not found in {name}; these articles have no day{others}"
            there = counted(item.other_articles, "article")
            missing = f"not found in {name} {span_of_days(*between)}, in {there}"
            if item.nearest is not None and item.nearest.beside_it:
                missing += f"; possibly told otherwise, {key('compare', TWO)} compares the nearest"
            return missing + others
        case Shared(days_apart=None):
            return "days apart not known: one side has no day"
        case Shared(days_apart=0):
            return "first reports on the same day"
        case Shared(left_first=left_first, days_apart=days):
            side = page.pair.left if left_first else page.pair.right
            return f"{shown(side.party.name)} first, by {counted(days or 0, 'day')}"
        case Spark():
            unit = page.pair.unit
            together = -(-len(page.pair.volume) // 60)
            cells_told = f", {together} in a cell" if together > 1 else ""
            return f"by {unit}{cells_told}; {key('view', TWO)} shows each"
        case Stretch() if not (item.left_of and item.right_of):
            return "a gap in the archive is no silence"
        case Unnamed():
            return "words in quotation marks, in so many quotations"
        case Voiced():
            return "words in quotation marks, share of all; + words reported without marks"
        case _:
            found = rates(item, page.pair, page.telling)
            if found is None or not all(found):
                return "" if found is None else "on one side only"
            ratio = max(found) / min(found)
            letter = "A" if found[0] > found[1] else "B"
            return (
                "alike on both sides" if ratio < 1.1 else f"{ratio:.1f} times as often in {letter}"
            )


def nearest_told(page: OutletsPage) -> str:
    """What the other side has that is nearest to the row's event; empty on other rows."""
    item = page.current.item if page.current is not None else None
    if not isinstance(item, OneSided):
        return ""
    letter = "B" if item in page.pair.only_left else "A"
    near = item.nearest
    if near is None:
        return f"nothing near in {letter}"
    day = short_day(near.published, year=with_years(page))
    return f"nearest in {letter}, {day}: {shown(near.title)}"


def empty(page: OutletsPage) -> list[Line]:
    """What stands where a query leaves nothing of either side."""
    said = f"“{shown(page.pair.query)}” finds no article of A or B; {key('query', TWO)} asks anew"
    return [EMPTY, (Run(f"   {said}", "dim"),)]
