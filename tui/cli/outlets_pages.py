"""Two outlets as a page to write: HTML, Markdown, CSV or JSON, each number beside what it is a
part of, each row with the articles that it counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.coverage.result import OneSided, Shared, Stretch
from tui.cli import counts_pages
from tui.cli.counts_pages import IDS, CountsPage, Section, first_rows, ids_told, sources_of
from tui.views.histogram import in_runs, run_name
from tui.views.lines import counted
from tui.views.outlet_cells import cells
from tui.views.outlet_lines import TITLES
from tui.views.outlet_page import OutletsPage
from tui.views.outlet_rows import SECTIONS, Item, Spark, behind, how_near
from tui.views.outlets import share_told, side_told

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.archive import Archive
    from index.coverage.result import Pair

Cells = tuple[str, str, str, str]
OF_EVENT = 24  # articles of an event that its row names
_WIDE = 60  # columns of a cell
_BAR = 30  # with a bar in it
_COLUMNS = ("what", "A", "B", IDS)


def written_as(pair: Pair, telling: Telling, archive: Archive, form: str) -> str:
    """The two as `html`, `md`, `json` or `csv`, with a line's end behind it."""
    from tui.cli.output import csv_text, safe_json

    if form == "csv":
        from tui.cli.outlets_table import CSV_NAMES, csv_rows

        return csv_text(CSV_NAMES, csv_rows(pair, telling))
    if form == "json":
        from tui.cli.documents import coverage_json, headed
        from tui.cli.outlets_json import pair_json

        found = pair_json(pair, telling, evidence=True)
        document = headed(archive.state(), {**found, "coverage": coverage_json(archive.coverage())})
        return safe_json(document, indent=1) + "\n"
    page = page_of(pair, telling, archive)
    write = counts_pages.as_html if form == "html" else counts_pages.as_markdown
    return write(page) + "\n"


def page_of(pair: Pair, telling: Telling, archive: Archive) -> CountsPage:
    """The page of two outlets, with what the archive knows of the articles it names."""
    about = f", {pair.query}" if pair.query else ""
    told = [
        f"{letter}: {side_told(side)}; {share_told(side, measure)}"
        for letter, side, measure in (
            ("A", pair.left, telling.left), ("B", pair.right, telling.right),
        )
    ]  # fmt: skip
    found = list(sections(pair, telling))
    return CountsPage(
        f"{pair.left.party.name} and {pair.right.party.name}{about}",
        told,
        found,
        sources_of(archive, found),
        archive.state(),
    )


def sections(pair: Pair, telling: Telling) -> Iterator[Section]:
    """Every section with its rows: what is counted, A's number, B's, and the articles."""
    view = OutletsPage(pair, telling)
    view.unfolded = set(SECTIONS)
    view.arrange()
    for section in SECTIONS:
        rows = _over_time(view) if section == "volume" else []
        for row in view.rows:
            if row.section != section or row.heading or isinstance(row.item, Spark | Stretch):
                continue
            if row.item is None:
                rows.append((row.note, "", "", ""))
                continue
            told, ours, theirs = cells(view, row.item, _WIDE)
            if isinstance(row.item, OneSided):
                theirs = _other_side(row.item)
            rows.append((told.strip(), ours, theirs, _ids(row.item, pair)))
        title = f"{TITLES[section][0].upper()}{TITLES[section][1:]}"
        yield Section(title, _COLUMNS, first_rows(rows, len(rows)))


def _over_time(view: OutletsPage) -> list[Cells]:
    """A row for every stretch of time; several in which the archive has nothing are one."""
    rows: list[Cells] = []
    for run in in_runs(view.pair.volume, lambda one: not (one.left_of or one.right_of)):
        told, ours, theirs = cells(view, run[0], _BAR)
        if len(run) > 1:
            told = run_name(run[0].when, run[-1].when)
        rows.append((told, ours, theirs, _ids(run[0], view.pair)))
    return rows


def _other_side(item: OneSided) -> str:
    """What the other side has around an event of one side, and what is nearest to it."""
    told = "no day"
    if item.between is not None:
        told = f"{counted(item.other_articles, 'article')}, {' to '.join(item.between)}"
    near = item.nearest
    if near is None:
        return f"{told}; nothing near"
    return f"{told}; nearest, {how_near(near)}: {near.title}, {near.published or 'no day'}"


def _ids(item: Item, pair: Pair) -> str:
    found = behind(item, pair)
    every = [one for side in ("left", "right") for one in getattr(found, side, ())]
    return ids_told(every, OF_EVENT) if isinstance(item, Shared | OneSided) else ids_told(every)
