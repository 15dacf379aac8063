"""Pages of counts, as HTML and as Markdown: sections of rows, each with the articles it counts.

In go sections of plain text, out comes a document that ends with what the articles are that its
rows name, where they stand, and the hash of what was kept of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.cli import markdown, web_page
from tui.cli.documents import short
from tui.cli.markdown import escaped

if TYPE_CHECKING:
    from index.archive import Archive
    from index.results import Row

ROWS = 200  # of a section on a page; a table has all
IDS = "ids of articles"
"""The name of the column whose cells name articles by the beginnings of their ids."""
NONE = "none"
"""What stands in a section without a row."""
_NONE = f'<p class="quiet">{NONE}</p>'
_IDS = 4  # articles that a row names; JSON has all
_ID = re.compile(r"\b[0-9a-f]{16}\b")
_CSS = """
h1{font-size:1.4rem;color:var(--strong)}
.ids{display:block;font:.75rem/1.5 ui-monospace,Menlo,Consolas,monospace;color:var(--quiet);
 width:17.5rem;max-width:100%;overflow-wrap:anywhere}
.findings td:first-child{min-width:12rem}
.articles{list-style:none;padding:0;font-size:.9rem}
.articles li{border-top:1px solid var(--rule);padding:.5rem 0}
.articles .break{margin:.1rem 0;color:var(--quiet);font-size:.75rem;overflow-wrap:anywhere}
@media (max-width:46rem){
 .findings td:first-child{font-weight:700;color:var(--strong)}
 .findings td:first-child .who{display:none}
 .ids{width:auto}
}
"""


@dataclass(frozen=True, slots=True)
class Section:
    """A table of a page: its heading, the names of its columns, its rows; all plain text."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class CountsPage:
    """A page: what it is about, what the counts rest on, its sections, the articles they name, and
    the archive's state."""

    title: str
    told: Sequence[str]
    sections: Sequence[Section]
    sources: Sequence[Row]
    state: str


def first_rows(rows: Sequence[Sequence[str]], total: int) -> list[Sequence[str]]:
    """As many rows as a page has of a section; where there are more in `total`, a row says so."""
    shown = list(rows[:ROWS])
    if total > len(shown):
        told = f"{len(shown)} of {total:,} rows; CSV and JSON have all"
        shown.append((told, *[""] * (len(rows[0]) - 1)))
    return shown


def ids_told(ids: Sequence[str], most: int = _IDS) -> str:
    """The beginnings of some articles' ids, and how many more there are."""
    more = f" and {len(ids) - most:,} more" if len(ids) > most else ""
    return " ".join(short(one) for one in ids[:most]) + more


def sources_of(archive: Archive, sections: Sequence[Section]) -> tuple[Row, ...]:
    """What the articles are that rows of these sections name, in the order of the page."""
    cells = (
        cell
        for section in sections
        for row in section.rows
        for column, cell in zip(section.columns, row, strict=True)
        if column == IDS  # a title may hold sixteen digits too
    )
    ids = dict.fromkeys(found for cell in cells for found in _ID.findall(cell))
    return tuple(archive.rows([archive.resolve(one) for one in ids]))


def as_markdown(page: CountsPage) -> str:
    """The page as a Markdown document."""
    lines = [f"# {escaped(page.title)}", ""]
    lines += [f"- {escaped(one)}" for one in page.told]
    for section in page.sections:
        lines += ["", f"## {escaped(section.title)}", ""]
        lines += markdown.table(section.columns, section.rows) if section.rows else [NONE]
    if page.sources:
        lines += ["", "## Articles", ""]
    for one in page.sources:
        address = f", {escaped(one.url)}" if one.url else ""
        lines.append(f"- `{short(one.id)}` {escaped(_source_told(one))}{address}")
    return "\n".join([*lines, "", f"Archive state `{page.state}`."])


def as_html(page: CountsPage) -> str:
    """The page as one HTML page; in a narrow window every row is a card."""
    return web_page.document(page.title, _body(page), _CSS)


def _body(page: CountsPage) -> Iterator[str]:
    yield f"<header><h1>{web_page.text(page.title)}</h1>"
    for one in page.told:
        yield f"<p>{web_page.text(one)}</p>"
    yield "</header><main>"
    for number, section in enumerate(page.sections, 1):
        label = f"section-{number}"
        yield f'<section aria-labelledby="{label}">'
        yield f'<h2 id="{label}">{web_page.text(section.title)}</h2>'
        rows = (
            [
                _with_links(cell) if column == IDS else web_page.text(cell)
                for column, cell in zip(section.columns, row, strict=True)
            ]
            for row in section.rows
        )
        yield web_page.table(section.columns, rows, label) if section.rows else _NONE
        yield "</section>"
    yield from _articles(page.sources)
    yield f"</main><footer><p>Archive state {web_page.text(page.state)}</p></footer>"


def _articles(sources: Sequence[Row]) -> Iterator[str]:
    """What every article is that a row names, with its whole SHA-256 and its address."""
    if not sources:
        return
    yield '<section aria-labelledby="articles"><h2 id="articles">Articles</h2>'
    yield '<ul class="articles">'
    for one in sources:
        yield f'<li id="a{short(one.id)}">{web_page.text(_source_told(one))}'
        if one.url:
            yield f'<p class="break">{web_page.linked(one.url)}</p>'
        yield f'<p class="break">SHA-256 {one.id}</p></li>'
    yield "</ul></section>"


def _source_told(one: Row) -> str:
    return f"{one.outlet or 'outlet not known'}, {one.published or 'no day'}: {one.title}"


def _with_links(cell: str) -> str:
    linked = _ID.sub(r'<a href="#a\g<0>">\g<0></a>', web_page.text(cell))
    return f'<span class="ids">{linked}</span>' if linked else ""
