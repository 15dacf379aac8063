"""A comparison as text: rows that face each other, findings, a Markdown and an HTML page.

Articles' words are data in every form: escaped for Markdown and HTML, never markup.
"""

from __future__ import annotations

import html
import re

from corpus.article import Article
from corpus.comparison.result import Comparison
from corpus.text import visible
from tui.views.pairs import ALIGNED, FIGURE_MARKS, QUOTATION_MARKS

Rows = list[tuple[str, str, str]]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_NOT_FOUND = "not found here"
STYLE = (
    "body{font:16px/1.5 Georgia,serif;margin:2rem auto;max-width:72rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "td,th{border-top:1px solid #999;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "td:first-child{font:13px sans-serif;white-space:nowrap}"
)


def summary(comparison: Comparison, left: Article, right: Article) -> str:
    """Both articles in a line each, and how much they share."""
    shared = comparison.shared
    event = "the same event" if comparison.same_event else "perhaps not the same event"
    return "\n".join(
        [
            f"left:  {_named(left)}",
            f"right: {_named(right)}",
            f"{event} (score {comparison.same_event_score:.2f});"
            f" shared text {shared.left:.0%} of the left, {shared.right:.0%} of the right",
        ]
    )


def rows(comparison: Comparison) -> Rows:
    """Every sentence once, in the order of the left: aligned rows, then one-sided ones."""
    left = {s.i: s.text for s in comparison.left}
    right = {s.i: s.text for s in comparison.right}
    starts = {min(a.left): a for a in comparison.alignments if a.left}
    out: Rows = []
    shown: set[int] = set()
    for i in sorted(left):
        if i in starts:
            pair = starts[i]
            shown.update(pair.right)
            out.append(
                (
                    ALIGNED[pair.relation],
                    " ".join(left[n] for n in pair.left),
                    " ".join(right[n] for n in pair.right),
                )
            )
        elif i in comparison.only_left:
            out.append(("only left", left[i], ""))
        elif i in comparison.unsure_left:
            out.append(("perhaps only left", left[i], ""))
    out += [("only right", "", right[i]) for i in comparison.only_right if i not in shown]
    out += [("perhaps only right", "", right[i]) for i in comparison.unsure_right]
    return out


def findings(comparison: Comparison) -> list[tuple[str, Rows]]:
    """Quotations, figures, wording and names, each a table of left and right."""
    names: Rows = []
    for place in comparison.entities:
        left = place.name if place.left is not None else _NOT_FOUND
        right = place.name if place.right is not None else _NOT_FOUND
        names.append((place.type, left, right))
    return [
        (
            "quotations",
            [
                (QUOTATION_MARKS[q.relation][2], q.left_text, q.right_text)
                for q in comparison.quotations
            ],
        ),
        (
            "figures",
            [(FIGURE_MARKS[f.relation][2], f.left_text, f.right_text) for f in comparison.figures],
        ),
        ("wording", [("two ways to say it", w.left, w.right) for w in comparison.wording]),
        ("names", names),
    ]


def as_markdown(comparison: Comparison, left: Article, right: Article, state: str) -> str:
    """The comparison as a Markdown document."""
    sides = [markdown_of(left.outlet or "left"), markdown_of(right.outlet or "right")]
    lines = [f"# {markdown_of(left.headline)} / {markdown_of(right.headline)}", ""]
    lines += [f"{markdown_of(line)}  " for line in summary(comparison, left, right).split("\n")]
    for heading, table in [("Side by side", rows(comparison)), *findings(comparison)]:
        if table:
            lines += ["", f"## {heading.capitalize()}", "", f"| | {sides[0]} | {sides[1]} |"]
            lines += ["|---|---|---|"]
            lines += [f"| {' | '.join(markdown_of(part) for part in row)} |" for row in table]
    return "\n".join([*lines, "", f"Archive state `{state}`."])


def as_html(comparison: Comparison, left: Article, right: Article, state: str) -> str:
    """The comparison as one HTML page that loads nothing from anywhere."""
    title = f"{_html(left.headline)} / {_html(right.headline)}"
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f"<title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>",
        *(f"<p>{_html(line)}</p>" for line in summary(comparison, left, right).split("\n")),
    ]
    for heading, table in [("Side by side", rows(comparison)), *findings(comparison)]:
        if not table:
            continue
        sides = f"<th>{_html(left.outlet or 'left')}</th><th>{_html(right.outlet or 'right')}</th>"
        parts.append(f"<h2>{heading.capitalize()}</h2><table><tr><th></th>{sides}</tr>")
        for row in table:
            parts.append(f"<tr>{''.join(f'<td>{_html(part)}</td>' for part in row)}</tr>")
        parts.append("</table>")
    return "\n".join([*parts, f"<p>Archive state {_html(state)}</p></body></html>"])


def _named(article: Article) -> str:
    facts = [article.outlet, article.published, article.headline, article.id[:16]]
    return " · ".join(fact for fact in facts if fact)


def markdown_of(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(visible(text).split()))


def _html(text: str) -> str:
    return html.escape(visible(text))
