"""Stories as lines: the list of them, and one story's articles by outlet and day.

Plain values in, lines out; nothing here asks the archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.views.days import brief_span, clock, moment, short_day, span_of_days
from tui.views.lines import EMPTY, Line, Run, counted, fit, shown, spread, width_of

if TYPE_CHECKING:
    from index.stories.listing import Report, StoryRow

SORTS_TOLD = {
    "newest": "newest first",
    "largest": "those with the most articles first",
    "outlets": "those with the most outlets first",
    "disputed": "those most at odds first, among the forty with the most outlets",
}
SPAN = 20  # columns of the terminal for first and last day: "28 Feb – 13 Mar 2032"
WHOLE_SPAN = 25  # where it is wide: "28 Dec 2031 – 13 Jan 2032"
NAMED_FROM = 160  # columns of the terminal from which a story's outlets are named
DAYS = 14  # columns of the timeline; more days are told by their number


def story_line(row: StoryRow, width: int, *, here: bool) -> Line:
    """One story of a list on one line: days, articles, outlets, title."""
    span = WHOLE_SPAN if width >= 100 else SPAN
    days = fit(_days(row, span), span)
    size, outlets = f"{len(row.articles):>4} art.", f"{len(row.outlets):>3} out."
    if width >= 100:
        size = fit(
            f"{len(row.articles):>4} {'article' if len(row.articles) == 1 else 'articles'}", 13
        )
        outlets = fit(
            f"{len(row.outlets):>3} {'outlet' if len(row.outlets) == 1 else 'outlets'}", 12
        )
    title, style = shown(row.title), "strong" if here else ""
    titled: Line = (Run(title, style),)
    if width >= NAMED_FROM:
        room = width * 2 // 5
        names = ", ".join(map(shown, row.outlets))
        titled = (Run(fit(title, room) + "  ", style), Run(names, "dim"))
    notes = []
    if row.copies:
        notes.append(counted(row.copies, "copy", "copies"))
    if row.disputed:
        notes.append(f"{row.disputed} at odds")
    left = (
        Run("▌ " if here else "  ", "mark"),
        Run(days + " ", "dim"),
        Run(f"{size} {outlets}  ", "dim"),
        *titled,
    )
    right = (Run(" " + ", ".join(notes) + " ", "dim"),) if notes else ()
    return spread(left, right, width)


def _days(row: StoryRow, room: int) -> str:
    """First and last day with their years, as far as there is room."""
    if not row.first:
        return "no day"
    whole = span_of_days(row.first, row.last) or short_day(row.first)
    return whole if width_of(whole) <= room else brief_span(row.first, row.last)


def story_head(title: str, reports: Sequence[Report], width: int) -> Line:
    """The breadcrumb of a story: its title, and how much there is of it."""
    days = sorted(one.published for one in reports if one.published)
    outlets = {one.outlet for one in reports if one.outlet}
    told = f"{counted(len(reports), 'article')}  {counted(len(outlets), 'outlet')}"
    if days:
        told += f"  {span_of_days(days[0], days[-1])}"
    room = max(8, width - width_of(told) - 11)
    name = shown(title)
    name = fit(name, room).rstrip() if width_of(name) > room else name
    return spread(
        (Run("STORY", "masthead"), Run(f"  {name}", "strong")), (Run(told, "dim"),), width
    )


def first_of(reports: Sequence[Report]) -> list[Report]:
    """The reports that none is known to precede, copies left out: one, or all of the first day
    where their hours are not all known."""
    day = min((one.published for one in reports if one.published), default=None)
    early = [one for one in reports if day and one.published == day and one.origin is None]
    hours = [hour for one in early if (hour := clock(one.published_at))]
    if len(hours) < len(early) or len({hour.tzinfo is None for hour in hours}) > 1:
        return early
    return [one for one, hour in zip(early, hours, strict=True) if hour == min(hours)]


def timeline(
    reports: Sequence[Report],
    before: Sequence[StoryRow],
    after: Sequence[StoryRow],
    width: int,
) -> list[Line]:
    """Outlets down, days across, the first report marked and a lone one by its hour where that is
    known; then what came around."""
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
            mark = str(len(here)) if here else "."
            if any(one in first for one in here):
                mark = "first"
            elif len(here) == 1 and (hour := clock(here[0].published_at)):
                mark = f"{hour:%H:%M}"
            runs.append(Run(fit(mark, 7), "" if here else "dim"))
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


def report_line(
    report: Report, width: int, *, here: bool, first: Sequence[Report], years: bool = False
) -> Line:
    """One article of a story; `first` are those that came first, as far as is known. Where the
    articles are of several `years`, its own takes the place of the hour."""
    note = ""
    day = moment(report.published, report.published_at, zone=False, year=False)
    if years or clock(report.published_at) is None:
        day = short_day(report.published)
    if report.origin:
        note = "later version" if report.version else "copy"
    elif report in first:
        note = "first report" if len(first) == 1 else "first day"
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
