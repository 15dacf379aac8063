"""What all written pages of HTML have in common: their head, one style sheet, tables, escaping.

A page has no script and loads nothing from anywhere; it is made for light and dark, for windows of
any width, and for paper. Articles' words are data, escaped everywhere.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from corpus.text import visible

LIGHT = {
    "ground": "#faf8f3", "text": "#2b2a27", "strong": "#11100e", "quiet": "#5f5d56",
    "rule": "#c9c5ba", "accent": "#9c3116", "marked": "#f7dccf", "link": "#1f5c99",
}  # fmt: skip
DARK = {
    "ground": "#15181b", "text": "#d4d1c9", "strong": "#f4f1ea", "quiet": "#a3a8ae",
    "rule": "#474d54", "accent": "#ec8a6a", "marked": "#4a2a20", "link": "#8fbce6",
}  # fmt: skip
"""The colours of the page in both lights; every text on its ground reaches WCAG AA."""

_CSS = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1.5rem 1rem 4rem;background:var(--ground);
 color:var(--text);font:1rem/1.5 Georgia,"Times New Roman",serif;overflow-wrap:break-word}
h1,h2,th,.first,.sign,.label,.at,.note,.quiet,details,.made,.counts{
 font-family:system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:1rem;margin:0 0 1rem;color:var(--quiet);font-weight:600}
h2{font-size:1.05rem;margin:2.5rem 0 .5rem;color:var(--strong);
 border-bottom:2px solid var(--strong)}
.quiet,.at,.note{color:var(--quiet);font-size:.85rem}
table{border-collapse:collapse;width:100%}
td,th{border-top:1px solid var(--rule);padding:.5rem .6rem;text-align:left;vertical-align:top}
th{font-size:.85rem;color:var(--quiet);font-weight:600}
.who{display:none}
.note{margin:.2rem 0 0}
mark{background:var(--marked);color:var(--strong);font-weight:700;text-decoration:underline;
 padding:0 .1em}
details{font-size:.8rem;margin-top:.3rem}
summary{cursor:pointer;color:var(--link)}
details p{margin:.2rem 0;white-space:pre-wrap}
.scroll{overflow-x:auto;background:
 linear-gradient(to left,var(--ground) 1.5rem,transparent) right/4rem 100% no-repeat local,
 linear-gradient(to left,var(--rule),transparent) right/.8rem 100% no-repeat scroll}
a{color:var(--link)}
code{font-size:.85rem;overflow-wrap:anywhere}
.findings td,.findings th{min-width:6rem}
@media (max-width:46rem){
 .who{display:block;font:700 .75rem system-ui,sans-serif;color:var(--quiet)}
 .findings,.findings tbody,.findings tr,.findings td{display:block}
 .findings thead{position:absolute;left:-9999px}
 .findings tr{border-top:1px solid var(--rule);padding:.4rem 0}
 .findings td{border:0;padding:.1rem 0}
 .findings .who{display:inline;margin-right:.4rem}
}
@media print{
 body{max-width:none;padding:0;font-size:10pt;background:#fff;color:#000}
 tr,.banner{break-inside:avoid}
 h2{break-after:avoid}
 details{display:none}
 details[open]{display:block}
 thead{display:table-header-group}
 a{color:inherit}
}
"""


def style(own: str = "") -> str:
    """The style sheet of a page, with rules of its `own` behind those that all pages have."""

    def colours(of: dict[str, str]) -> str:
        return ":root{" + ";".join(f"--{name}:{value}" for name, value in of.items()) + "}"

    print_colours = dict.fromkeys(("text", "strong", "quiet", "accent", "link"), "#000")
    on_paper = print_colours | {"ground": "#fff", "marked": "#eee", "rule": "#999"}
    return (
        f"{colours(LIGHT)}@media (prefers-color-scheme:dark){{{colours(DARK)}}}"
        f"{_CSS}{own}@media print{{{colours(on_paper)}}}"
    )


def document(title: str, body: Iterable[str], own: str = "") -> str:
    """A whole page: its title as plain text, its body as HTML, style rules of its `own`."""
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{text(title)}</title><style>{style(own)}</style></head><body>",
            *body,
            "</body></html>",
        ]
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], labelled_by: str = "") -> str:
    """A table with its roles spelt out, so that it stays one for a screen reader where a narrow
    window lays the cells of a row under each other. Names of columns are plain text, cells HTML."""
    names = [text(column) for column in columns]
    heads = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in names)
    label = f' aria-labelledby="{labelled_by}"' if labelled_by else ""
    parts = [
        f'<table class="findings" role="table"{label}>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">'
    ]
    for row in rows:
        cells = "".join(
            f'<td role="cell"><span class="who" aria-hidden="true">{name}</span>{cell}</td>'
            if cell
            else '<td role="cell"></td>'
            for name, cell in zip(names, row, strict=True)
        )
        parts.append(f'<tr role="row">{cells}</tr>')
    return "\n".join([*parts, "</tbody></table>"])


def linked(url: str) -> str:
    """An address, which leads there only where it is one of the web."""
    told = text(url)
    if not url.lower().startswith(("http://", "https://")):
        return told
    return f'<a href="{html.escape(url)}" rel="noreferrer">{told}</a>'


def text(said: str) -> str:
    """Words as HTML that shows them as they stand."""
    return html.escape(visible(said))
