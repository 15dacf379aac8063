"""Stories as lines: the list of them, and one story's articles by outlet and day.

Plain values in, lines out; nothing here asks the archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.precedence import clock
from index.stories.listing import first_of
from tui.views.days import brief_span, close_span, moment, short_day, span_of_days
from tui.views.lines import EMPTY, Line, Run, counted, fit, shown, spread, width_of

if TYPE_CHECKING:
    from index.stories.listing import Report, StoryRow

SORTS_TOLD = {
    "newest": "newest first",
    "largest": "those with the most articles first",
    "outlets": "those with the most outlets first",
    "disputed": "those in which most may conflict first, of the forty with the most outlets",
}
ORDERS = {
    "newest": "newest first",
    "largest": "largest first",
    "outlets": "most outlets first",
    "disputed": "what may conflict first",
}
SPAN = 20  # columns of the terminal for first and last day: "28 Feb – 13 Mar 2032"
WHOLE_SPAN = 25  # where it is wide: "28 Dec 2031 – 13 Jan 2032"
NEAR_SPAN = 13  # where all stories are of one year: "29 Mar–8 Apr"
ROOMY = 100  # columns of the terminal from which numbers have their names in full
NAMED_FROM = 160  # columns of the terminal from which a story's outlets are named
AHEAD = "dated after it was added"
APART = "perhaps another event"
DAYS = 14  # columns of the timeline; more days are told by their number


def one_year(rows: Iterable[StoryRow]) -> str:
    """The year of all stories; empty where they are of several."""
    years = {day[:4] for row in rows for day in (row.first, row.last) if day}
    return years.pop() if len(years) == 1 else ""


def list_head(width: int, *, year: str = "") -> Line:
    """What stands in the columns of the list, with the `year` that all stories are of."""
    days = fit(f"days of {year}" if year else "days", _span_room(width, year=year))
    counts = f"{'articles':>9} {'outlets':>8}" if width >= ROOMY else f"{'art.':>7} {'out.':>4}"
    return (Run(f"  {days}{counts}  story", "dim"),)


def story_line(row: StoryRow, width: int, *, here: bool, year: str = "") -> Line:
    """One story of a list on one line: days, articles and copies, outlets, title. Of stories that
    are all of one `year` no line tells it."""
    span = _span_room(width, year=year)
    size = f"{len(row.articles) - row.copies}{f'+{row.copies}' if row.copies else '':<3}"
    wide = width >= ROOMY
    counts = f"{size:>{9 if wide else 7}} {len(row.outlets):>{8 if wide else 4}}"
    title, style = shown(row.title), "strong" if here else ""
    titled: Line = (Run(title, style),)
    if width >= NAMED_FROM:
        room = width * 2 // 5
        names = ", ".join(map(shown, row.outlets))
        titled = (Run(fit(title, room) + "  ", style), Run(names, "dim"))
    left = (
        Run("▌ " if here else "  ", "mark"),
        Run(f"{fit(_days(row, span, year=not year), span)}{counts}  ", "dim"),
        *titled,
    )
    notes = [AHEAD] if row.ahead else []
    if row.disputed:
        notes.append(f"{row.disputed} may conflict")
    right = (Run(f" {', '.join(notes)} ", "dim"),) if notes else ()
    return spread(left, right, width)


def told_of(row: StoryRow) -> str:
    """Who reports a story, and what its "+" counts."""
    copies = f"+{row.copies} {'a copy' if row.copies == 1 else 'copies'}; " if row.copies else ""
    return copies + ", ".join(map(shown, row.outlets))


def _span_room(width: int, *, year: str) -> int:
    """Columns of the terminal for first and last day."""
    return NEAR_SPAN if year else WHOLE_SPAN if width >= ROOMY else SPAN


def _days(row: StoryRow, room: int, *, year: bool = True) -> str:
    """First and last day, with their years as far as there is room."""
    if not row.first:
        return "no day"
    if not year:
        last = row.last or row.first
        alone = short_day(row.first, year=False)
        return alone if last == row.first else close_span(row.first, last, year=False)
    whole = span_of_days(row.first, row.last) or short_day(row.first)
    return whole if width_of(whole) <= room else brief_span(row.first, row.last)


def story_head(title: str, reports: Sequence[Report], width: int) -> Line:
    """The breadcrumb of a story: its title, and how much there is of it."""
    days = sorted(one.published for one in reports if one.published)
    outlets = {one.outlet for one in reports if one.outlet}
    told = f"{counted(len(reports), 'article')}{_copies(reports)}  "
    told += counted(len(outlets), "outlet")
    if days:
        told += f"  {span_of_days(days[0], days[-1])}"
    room = max(8, width - width_of(told) - 11)
    name = shown(title)
    name = fit(name, room).rstrip() if width_of(name) > room else name
    return spread(
        (Run("STORY", "masthead"), Run(f"  {name}", "strong")), (Run(told, "dim"),), width
    )


def _copies(reports: Sequence[Report]) -> str:
    """How many of the articles are copies or later versions of others: these are no columns."""
    folded = [one for one in reports if one.origin]
    if not folded:
        return ""
    what = "later version" if all(one.version and one.follows for one in folded) else "copy"
    if len(folded) == 1:
        return f", 1 a {what}"
    return f", {len(folded)} {'later versions' if what != 'copy' else 'copies'}"


def timeline(
    reports: Sequence[Report],
    before: Sequence[StoryRow],
    after: Sequence[StoryRow],
    width: int,
) -> list[Line]:
    """Outlets down, days across: a lone report by its hour, or as "day" where that is not known,
    several by their number, the first one bold; then what came around."""
    days = sorted({one.published for one in reports if one.published})
    undated = any(not one.published for one in reports)
    room = (width - 22) // 7 - undated
    columns = days[: max(1, min(DAYS, room if len(days) <= min(DAYS, room) else room - 1))]
    lines: list[Line] = []
    if reports:
        heads = "".join(fit(short_day(day, year=False), 7) for day in columns)
        heads += fit("no day", 7) if undated else ""
        more = f"+{len(days) - len(columns)}" if len(days) > len(columns) else ""
        lines.append((Run(" " * 21), Run(heads, "dim"), Run(more and f"{more} days", "dim")))
    outlets = dict.fromkeys(one.outlet for one in reports)
    first = first_of(reports)
    for outlet in outlets:
        runs = [Run("  "), Run(fit(shown(outlet or "outlet not known"), 18) + " ", "strong")]
        for day in columns:
            here = [one for one in reports if one.outlet == outlet and one.published == day]
            mark = str(len(here)) if len(here) > 1 else "day" if here else "."
            if len(here) == 1 and (hour := clock(here[0].published_at)):
                mark = f"{hour:%H:%M}"
            style = "strong" if any(one in first for one in here) else "" if here else "dim"
            runs.append(Run(fit(mark, 7), style))
        if undated:
            count = sum(one.outlet == outlet and not one.published for one in reports)
            runs.append(Run(fit(str(count or "."), 7), "" if count else "dim"))
        lines.append(tuple(runs))
    span = WHOLE_SPAN if width >= 100 else SPAN
    for heading, rows in (("before this", before), ("after this", after)):
        if rows:
            lines += [EMPTY, (Run(f"  {heading}", "dim"),)]
            lines += [
                (Run(f"   {_days(row, span):<{span + 1}}", "dim"), Run(shown(row.title)))
                for row in rows
            ]
    return lines


def _not_told(report: Report, first: Sequence[Report], width: int) -> str:
    """That one of several may have come first, and why that is not known: on the uppermost line,
    and in short where there is little room."""
    if report is not first[0]:
        return "may be first"
    if report.later:
        return "text tells a later day, order not known" if width >= 100 else "tells a later day"
    if not all(one.published for one in first):
        return "one without a day, order not known" if width >= 100 else "order not known"
    hours = [hour for one in first if (hour := clock(one.published_at))]
    if len(hours) == len(first) and any(hour.tzinfo is None for hour in hours):
        why = "no time zones" if all(hour.tzinfo is None for hour in hours) else "zones missing"
        return f"{why}, order not known" if width >= 100 else "order not known, no zones"
    return "same day, order not known" if width >= 100 else "order not known"


def report_line(
    report: Report, width: int, *, here: bool, first: Sequence[Report], years: bool = False
) -> Line:
    """One article of a story; `first` are those that came first, as far as is known: of several the
    uppermost says that their order is not known, each other one that it may be first. Where the
    articles are of several `years`, its own takes the place of the hour."""
    note = ""
    day = moment(report.published, report.published_at, zone=False, year=False)
    if years or clock(report.published_at) is None:
        day = short_day(report.published)
    if report.origin:
        note = report.beside_origin.rpartition(" ")[0]
    if report in first and not (report.origin and report is not first[0]):
        note = "first" if len(first) == 1 else _not_told(report, first, width)
    if report.ahead:
        note = AHEAD
    if report.apart and not report.origin:
        note = APART
    return spread(
        (
            Run("▌ " if here else "  ", "mark"),
            Run(fit(day, 12) + " ", "dim"),
            Run(fit(shown(report.outlet or "outlet not known"), 18) + " ", "strong"),
            Run(shown(report.title), "strong" if here else ""),
        ),
        (Run(f" {note} ", "dim"),) if note else (),
        width,
    )
