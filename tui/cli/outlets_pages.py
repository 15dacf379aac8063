"""Two outlets as pages: Markdown, HTML, JSON and a table, each number beside what it is part of.

Every row of a page names the articles it counts, by the beginnings of their ids, and the page ends
with what these articles are and where they stand. Articles' words are data in every form: escaped,
never markup.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import visible
from index.coverage.result import OneSided, Shared
from tui.cli.comparison_html import STYLE
from tui.cli.comparison_markdown import escaped as markdown_of
from tui.cli.ledger_html import linked
from tui.views.lines import counted
from tui.views.outlet_lines import TITLES, cells
from tui.views.outlet_page import OutletsPage
from tui.views.outlet_rows import SECTIONS, Item, Spark, behind, how_near
from tui.views.outlets import share_told, side_told

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.coverage.result import Pair
    from index.results import Coverage, Row

ROWS = 200  # of a section on a page; a table has all
IDS = 4  # articles that a row of a page names, of an event more; JSON has all
OF_EVENT = 24
_WIDE = 60  # columns of a cell
_BAR = 30  # with a bar in it
_COLUMNS = ("what", "A", "B", "articles")
_CSS = """
h1{font-size:1.4rem;color:var(--strong)}
.findings td:nth-child(4){font:.75rem/1.5 ui-monospace,Menlo,Consolas,monospace;
 color:var(--quiet);width:17.5rem;overflow-wrap:anywhere}
.findings td:nth-child(1){min-width:12rem}
.articles{list-style:none;padding:0;font-size:.9rem}
.articles li{border-top:1px solid var(--rule);padding:.5rem 0}
.articles .break{margin:.1rem 0;color:var(--quiet);font-size:.75rem;overflow-wrap:anywhere}
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
    sources: tuple[Row, ...] = ()  # what the articles that are named are

    @property
    def title(self) -> str:
        """Who stands side by side, and what narrows it."""
        about = f", {self.pair.query}" if self.pair.query else ""
        return f"{self.pair.left.party.name} and {self.pair.right.party.name}{about}"


Rows = Iterator[tuple[str, str, str, str]]
_ID = re.compile(r"\b[0-9a-f]{16}\b")


def named(pair: Pair, telling: Telling) -> list[str]:
    """The ids (their beginnings) of the articles that rows of the page name, in its order."""
    every = sections(pair, telling)
    found = (one for _, rows in every for row in rows for one in _ID.findall(row[3]))
    return list(dict.fromkeys(found))


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


def sections(pair: Pair, telling: Telling) -> Iterator[tuple[str, list[tuple[str, str, str, str]]]]:
    """Every section with its rows: what is counted, A's number, B's, and the articles."""
    view = OutletsPage(pair, telling)
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
            rows.append((told.strip(), ours, theirs, _ids(behind(row.item, pair), row.item)))
        if section == "volume":
            rows = [*_bars(view), *rows] if len(pair.volume) > len(rows) else rows
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
        yield (*cells(view, one, _BAR), _ids(behind(one, view.pair), one))


def _ids(found: object, item: Item) -> str:
    every = [one[:16] for side in ("left", "right") for one in getattr(found, side, ())]
    most = OF_EVENT if isinstance(item, Shared | OneSided) else IDS
    more = f" and {len(every) - most:,} more" if len(every) > most else ""
    return " ".join(every[:most]) + more


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
    for title, rows in sections(page.pair, page.telling):
        lines += ["", f"## {title}", "", "| | A | B | articles |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(markdown_of(cell) for cell in row)} |" for row in rows]
    if page.sources:
        lines += ["", "## Articles", ""]
    for one in page.sources:
        address = f", {markdown_of(one.url)}" if one.url else ""
        lines.append(f"- `{one.id[:16]}` {markdown_of(_source_told(one))}{address}")
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
    for heading, rows in sections(page.pair, page.telling):
        parts.append(f'<h2>{_html(heading)}</h2><table class="findings" role="table">')
        parts.append('<thead role="rowgroup"><tr role="row">')
        parts += [f'<th role="columnheader" scope="col">{one}</th>' for one in _COLUMNS]
        parts.append('</tr></thead><tbody role="rowgroup">')
        for row in rows:
            cells = "".join(
                f'<td role="cell"><span class="who" aria-hidden="true">{column}</span> '
                f"{_with_links(cell) if column == 'articles' else _html(cell)}</td>"
                if cell
                else '<td role="cell"></td>'
                for column, cell in zip(_COLUMNS, row, strict=True)
            )
            parts.append(f'<tr role="row">{cells}</tr>')
        parts.append("</tbody></table>")
    parts += _articles(page.sources)
    return "\n".join([*parts, f"<p>Archive state {_html(page.state)}</p></body></html>"])


def _articles(sources: Sequence[Row]) -> Iterator[str]:
    """What every article is that a row names, with its whole SHA-256 and its address."""
    if not sources:
        return
    yield '<h2>Articles</h2><ul class="articles">'
    for one in sources:
        yield f'<li id="a{one.id[:16]}">{_html(_source_told(one))}'
        if one.url:
            yield f'<p class="small break">{linked(one.url)}</p>'
        yield f'<p class="small break">SHA-256 {one.id}</p></li>'
    yield "</ul>"


def _source_told(one: Row) -> str:
    return f"{one.outlet or 'outlet not known'}, {one.published or 'no day'}: {one.title}"


def _with_links(cell: str) -> str:
    return _ID.sub(r'<a href="#a\g<0>">\g<0></a>', _html(cell))


def _html(text: str) -> str:
    return html.escape(visible(text))
