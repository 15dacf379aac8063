"""Two outlets as pages: Markdown, HTML, JSON and a table, each number beside what it is part of.

Every row of a page names the articles it counts, by the beginnings of their ids. Articles' words
are data in every form: escaped, never markup.
"""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import visible
from index.coverage.result import OneSided
from tui.cli.comparison_html import STYLE
from tui.cli.comparison_markdown import escaped as markdown_of
from tui.views.lines import counted
from tui.views.outlet_lines import TITLES, cells
from tui.views.outlet_page import OutletsPage
from tui.views.outlet_rows import SECTIONS, Spark, behind, how_near
from tui.views.outlets import share_told, side_told

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.coverage.result import Pair
    from index.results import Coverage

ROWS = 200  # of a section on a page; a table has all
IDS = 4  # articles that a row of a page names; JSON has all
_WIDE = 60  # columns of a cell
_BAR = 30  # with a bar in it
_COLUMNS = ("what", "A", "B", "articles")
_CSS = """
h1{font-size:1.4rem;color:var(--strong)}
.findings td:nth-child(4){font:.75rem/1.5 ui-monospace,Menlo,Consolas,monospace;
 color:var(--quiet);width:17.5rem;overflow-wrap:anywhere}
.findings td:nth-child(1){min-width:12rem}
@media (max-width:46rem){
 .findings td:nth-child(1){font-weight:700;color:var(--strong)}
 .findings td:nth-child(1) .who{display:none}
 .findings td:nth-child(4){width:auto}
}
"""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is written of two outlets."""

    pair: Pair
    telling: Telling
    state: str
    coverage: Coverage

    @property
    def title(self) -> str:
        """Who stands side by side, and what narrows it."""
        about = f", {self.pair.query}" if self.pair.query else ""
        return f"{self.pair.left.party.name} and {self.pair.right.party.name}{about}"


Rows = Iterator[tuple[str, str, str, str]]


def written_as(page: Page, form: str) -> str:
    """The page as `html`, `md`, `json` or `csv`, with a line's end behind it."""
    from tui.cli.output import harmless, safe_json

    if form == "html":
        return as_html(page) + "\n"
    if form == "md":
        return as_markdown(page) + "\n"
    if form == "csv":
        from tui.cli.outlets_table import CSV_NAMES, csv_rows

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(CSV_NAMES)
        writer.writerows(
            [harmless(value) for value in row] for row in csv_rows(page.pair, page.telling)
        )
        return out.getvalue()
    from tui.cli.documents import coverage_json, headed
    from tui.cli.outlets_json import pair_json

    found = pair_json(page.pair, page.telling, evidence=True)
    document = headed(page.state, {**found, "coverage": coverage_json(page.coverage)})
    return safe_json(document, indent=1) + "\n"


def sections(page: Page) -> Iterator[tuple[str, list[tuple[str, str, str, str]]]]:
    """Every section with its rows: what is counted, A's number, B's, and the articles."""
    view = OutletsPage(page.pair, page.telling)
    view.unfolded = set(SECTIONS)
    view.arrange()
    for section in SECTIONS:
        found = [row for row in view.rows if row.section == section and not row.heading]
        rows = []
        for row in found[:ROWS]:
            if isinstance(row.item, Spark):
                continue
            if row.item is None:
                rows.append((row.note, "", "", ""))
                continue
            told, ours, theirs = cells(view, row.item, _BAR if section == "volume" else _WIDE)
            if isinstance(row.item, OneSided):
                theirs = _other_side(row.item)
            rows.append((told.strip(), ours, theirs, _ids(behind(row.item, page.pair))))
        if section == "volume":
            rows = [*_bars(view), *rows] if len(page.pair.volume) > len(rows) else rows
        if len(found) > ROWS:
            rows.append((f"{ROWS} of {len(found):,} rows; the table has all", "", "", ""))
        yield TITLES[section], rows


def _other_side(item: OneSided) -> str:
    """What the other side has around an event of one side, and what is nearest to it."""
    told = "no day"
    if item.between is not None:
        told = f"{counted(item.other_articles, 'article')}, {' to '.join(item.between)}"
    near = item.nearest
    if near is None:
        return f"{told}; nothing near"
    return f"{told}; nearest, {how_near(near)}: {near.title}, {near.published or 'no day'}"


def _bars(view: OutletsPage) -> Rows:
    for one in view.pair.volume:
        yield (*cells(view, one, _BAR), _ids(behind(one, view.pair)))


def _ids(found: object) -> str:
    every = [one[:16] for side in ("left", "right") for one in getattr(found, side, ())]
    more = f" and {len(every) - IDS:,} more" if len(every) > IDS else ""
    return " ".join(every[:IDS]) + more


def _heads(page: Page) -> list[str]:
    return [
        f"{letter}: {side_told(side)}; {share_told(side, measure)}"
        for letter, side, measure in (
            ("A", page.pair.left, page.telling.left),
            ("B", page.pair.right, page.telling.right),
        )
    ]


def as_markdown(page: Page) -> str:
    """The page as a Markdown document."""
    lines = [f"# {markdown_of(page.title)}", ""]
    lines += [f"- {markdown_of(one)}" for one in _heads(page)]
    for title, rows in sections(page):
        lines += ["", f"## {title}", "", "| | A | B | articles |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(markdown_of(cell) for cell in row)} |" for row in rows]
    return "\n".join([*lines, "", f"Archive state `{page.state}`."])


def as_html(page: Page) -> str:
    """The page as one HTML page that loads nothing from anywhere; in a narrow window every row is
    a card."""
    title = _html(page.title)
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{title}</title><style>{STYLE}{_CSS}</style></head><body><h1>{title}</h1>",
        *(f"<p>{_html(one)}</p>" for one in _heads(page)),
    ]
    for heading, rows in sections(page):
        parts.append(f'<h2>{_html(heading)}</h2><table class="findings" role="table">')
        parts.append('<thead role="rowgroup"><tr role="row">')
        parts += [f'<th role="columnheader" scope="col">{one}</th>' for one in _COLUMNS]
        parts.append('</tr></thead><tbody role="rowgroup">')
        for row in rows:
            cells = "".join(
                f'<td role="cell"><span class="who" aria-hidden="true">{column}</span> '
                f"{_html(cell)}</td>"
                if cell
                else '<td role="cell"></td>'
                for column, cell in zip(_COLUMNS, row, strict=True)
            )
            parts.append(f'<tr role="row">{cells}</tr>')
        parts.append("</tbody></table>")
    return "\n".join([*parts, f"<p>Archive state {_html(page.state)}</p></body></html>"])


def _html(text: str) -> str:
    return html.escape(visible(text))
