"""A comparison as one HTML page: no script, nothing loaded from anywhere, made for printing too.

The rows are a table with its roles spelt out, so that it stays one for a screen reader when a
narrow window lays its cells under each other. Articles' words are data, escaped everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.comparison.result import Comparison
from index.answers import Record
from tui.cli.comparison_pages import ABOVE, Page, PageRow, Said, Source, Table, page_of
from tui.cli.web_page import document, table
from tui.cli.web_page import text as _text

_CSS = """
.heads{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
.heads p{margin:0}
.outlet{font-family:system-ui,sans-serif;font-weight:700;color:var(--strong)}
.title{font-size:1.35rem;line-height:1.25;color:var(--strong);font-weight:700}
.counts{margin:1rem 0;font-size:.9rem}
.first{margin:.5rem 0;padding-left:1.6rem}
tr:target{outline:2px solid var(--accent)}
.banner{border-left:.3rem solid var(--accent);padding:.4rem .8rem;margin:.6rem 0}
.rows{table-layout:fixed}
.rows col.middle{width:9.5rem}
.rows td p{margin:0 0 .3rem}
.rows td.middle{border-left:1px solid var(--rule);border-right:1px solid var(--rule)}
.sign{font-family:ui-monospace,Menlo,Consolas,monospace;font-weight:700;color:var(--accent);
 white-space:pre}
.label{font-size:.8rem;display:block;line-height:1.3}
.role{font-style:italic}
mark.agrees{background:none}
dt{font-weight:700}
dl.marks{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}
dl.marks dd{margin:0}
@media (max-width:46rem){
 .heads{grid-template-columns:1fr}
 .rows,.rows tbody,.rows tr,.rows td{display:block;width:100%}
 .rows colgroup,.rows thead{display:none}
 .rows tr{border-top:2px solid var(--rule);padding:.6rem 0;display:flex;flex-direction:column}
 .rows td,.rows td.middle{border:0;padding:.2rem 0}
 .rows td.middle{order:-1}
 .rows td.middle .label{display:inline}
}
"""


def as_html(comparison: Comparison, left: Record, right: Record, state: str) -> str:
    """The comparison as one HTML page that loads nothing from anywhere."""
    page = page_of(comparison, left, right, state)
    title = f"{page.left.outlet} / {page.right.outlet}: {page.left.title}"
    body = [
        *_head(page),
        "<main>",
        *_first(page),
        *_rows(page),
        *(part for found in page.tables for part in _table(found)),
        "</main><footer>",
        *_foot(page),
        "</footer>",
    ]
    return document(title, body, _CSS)


def _head(page: Page) -> list[str]:
    parts = ["<header><h1>Two reports, side by side</h1>", '<div class="heads">']
    for number, source in enumerate((page.left, page.right), 1):
        parts.append(
            f'<div><p class="outlet">{number} {_text(source.outlet)}</p>'
            f'<p class="title">{_text(source.title)}</p>'
            f'<p class="quiet">{_text(source.day)}</p></div>'
        )
    parts += ["</div>", *(f'<p class="banner">{_text(said)}</p>' for said in page.banners)]
    return [*parts, f'<p class="counts">{_text(page.event + page.totals)}</p></header>']


def _first(page: Page) -> list[str]:
    """What differs, each with the way to its row."""
    if not page.first:
        return []
    items = [f'<li><a href="#row-{row + 1}">{_text(said)}</a></li>' for row, said in page.first]
    return [
        '<section aria-labelledby="first"><h2 id="first">What differs</h2>',
        f'<ol class="first">{"".join(items)}</ol></section>',
    ]


def _rows(page: Page) -> list[str]:
    left, right = _text(page.left.outlet), _text(page.right.outlet)
    return [
        '<section aria-labelledby="rows"><h2 id="rows">Side by side</h2>',
        '<table class="rows" role="table" aria-labelledby="rows"><colgroup><col>'
        '<col class="middle"><col></colgroup>',
        f'<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{left}</th>'
        '<th role="columnheader" scope="col">relation</th>'
        f'<th role="columnheader" scope="col">{right}</th></tr></thead><tbody role="rowgroup">',
        *(_row(number, row, left, right) for number, row in enumerate(page.rows, 1)),
        "</tbody></table></section>",
    ]


def _row(number: int, row: PageRow, left: str, right: str) -> str:
    why = "".join(f"<p>{_text(line)}</p>" for line in row.why)
    sign = f'<span class="sign" aria-hidden="true">{_text(row.signs)}</span> ' if row.signs else ""
    return (
        f'<tr role="row" id="row-{number}">{_cell(row, row.left, row.left_notes, left)}'
        f'<td role="cell" class="middle">{sign}<span class="label">{_text(row.label)}</span>'
        f"<details><summary>why</summary>{why}</details></td>"
        f"{_cell(row, row.right, row.right_notes, right)}</tr>"
    )


def _cell(row: PageRow, said: Sequence[Said], notes: Sequence[str], outlet: str) -> str:
    parts = [f"<p>{_role(one)}{_marked(one)}{_again(one)}</p>" for one in said] or [
        f'<p class="note">{row.opposite}</p>'
    ]
    parts += [f'<p class="note">{_text(note)}</p>' for note in notes]
    return f'<td role="cell"><span class="who">{outlet}</span>{"".join(parts)}</td>'


def _role(said: Said) -> str:
    return "" if said.role == "body" else f'<span class="quiet role">{_text(said.role)}:</span> '


def _again(said: Said) -> str:
    return f' <span class="quiet">{ABOVE}</span>' if said.again else ""


def _marked(said: Said) -> str:
    """A sentence with the stretches that differ marked, or the figures that agree."""
    out, at = "", 0
    mark = '<mark class="agrees">' if said.agree else "<mark>"
    for start, end in said.spans:
        if start >= at:
            out += f"{_text(said.text[at:start])}{mark}{_text(said.text[start:end])}</mark>"
            at = end
    return out + _text(said.text[at:])


def _table(found: Table) -> list[str]:
    label = "t-" + "".join(c for c in found.heading.lower() if c.isalnum())
    rows = (tuple(map(_text, row)) for row in found.rows)
    return [
        f'<section aria-labelledby="{label}"><h2 id="{label}">{_text(found.heading)}</h2>',
        table(found.columns, rows, label),
        "</section>",
    ]


def _foot(page: Page) -> list[str]:
    marks = "".join(
        f'<dt class="sign">{_text(signs)}</dt><dd>{_text(said)}</dd>' for signs, said in page.legend
    )
    made = "".join(f"<p>{_text(text)}</p>" for text in page.made if text)
    return [
        '<section aria-labelledby="marks"><h2 id="marks">Marks</h2>',
        f'<dl class="marks">{marks}</dl></section>',
        '<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol>',
        *(_cited(source) for source in (page.left, page.right)),
        "</ol></section>",
        '<section aria-labelledby="made"><h2 id="made">How this was made</h2>',
        f'<div class="made">{made}</div></section>',
    ]


def _cited(source: Source) -> str:
    return (
        f"<li><p>{_text(source.citation)}</p>"
        f'<p class="quiet">SHA-256 <code>{source.sha256}</code>, {source.bytes} bytes; '
        f"{_text(source.read_by)}</p></li>"
    )
