"""A comparison as a Markdown document: the content of the HTML page in plain text.

Articles' words are data: every character that Markdown would obey is escaped.
"""

from __future__ import annotations

from corpus.comparison.result import Comparison
from index.answers import Record
from tui.cli.comparison_pages import ABOVE, PageRow, Said, Source, page_of
from tui.cli.markdown import escaped, table


def as_markdown(comparison: Comparison, left: Record, right: Record, state: str) -> str:
    """The comparison as a Markdown document."""
    page = page_of(comparison, left, right, state)
    lines = [f"# {escaped(page.left.title)} / {escaped(page.right.title)}", ""]
    for number, source in enumerate((page.left, page.right), 1):
        lines.append(f"{number}. {escaped(source.outlet)}, {escaped(source.day)}: "
                     f"{escaped(source.title)}")  # fmt: skip
    lines += ["", escaped(page.event + page.totals), ""]
    lines += [f"**{escaped(text)}**\n" for text in page.banners]
    if page.first:
        lines += ["## What differs", ""]
        lines += [f"- {escaped(said)} (row {row + 1})" for row, said in page.first] + [""]
    lines += ["## Side by side", ""]
    lines += [
        f"| row | {escaped(page.left.outlet)} | {escaped(page.right.outlet)} |",
        "|---|---|---|",
    ]
    lines += [_row(number, row) for number, row in enumerate(page.rows, 1)]
    for found in page.tables:
        lines += ["", f"## {escaped(found.heading)}", "", *table(found.columns, found.rows)]
    lines += ["", "## Marks", "", *(f"- `{signs}` {escaped(said)}" for signs, said in page.legend)]
    lines += ["", "## Sources", ""]
    lines += [line for source in (page.left, page.right) for line in _source(source)]
    lines += ["## How this was made", ""]
    return "\n".join([*lines, *(f"{escaped(text)}\n" for text in page.made if text)]).rstrip()


def _row(number: int, row: PageRow) -> str:
    sign = f"`{row.signs}` " if row.signs else ""
    left, right = (
        _cell(row, *side) for side in ((row.left, row.left_notes), (row.right, row.right_notes))
    )
    return f"| {number}. {sign}{escaped(row.label)} | {left} | {right} |"


def _cell(row: PageRow, said: tuple[Said, ...], notes: tuple[str, ...]) -> str:
    parts = [f"{_marked(one)}{f' {ABOVE}' if one.again else ''}" for one in said] or [
        f"*{row.opposite}*"
    ]
    return "<br>".join([*parts, *(f"*{escaped(note)}*" for note in notes)])


def _marked(said: Said) -> str:
    """A sentence with the stretches that are marked in bold."""
    out, at = "", 0
    for start, end in said.spans:
        if start >= at:
            out += escaped(said.text[at:start], trim=False)
            out += f"**{escaped(said.text[start:end])}**"
            at = end
    return out + escaped(said.text[at:], trim=False)


def _source(source: Source) -> list[str]:
    return [
        f"- {escaped(source.citation)}",
        f"  SHA-256 `{source.sha256}`, {source.bytes} bytes; {escaped(source.read_by)}",
        "",
    ]
