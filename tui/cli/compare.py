"""Lay two articles side by side: what both say, what only one says, quotations, figures.

With three to nine articles, the ledger of exactly these: who reports what, in which words.

It shows evidence with its place in both texts and never says which of them is right.
Sentences are counted from 1, the title among them, and paragraphs from 1; in JSON and CSV both
from 0.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from corpus.text import visible

if TYPE_CHECKING:
    from corpus.comparison.result import Comparison
    from index.answers import Record

SUMMARY = "lay two articles side by side"
MOST = 9


class NotTwo(BroadsheetError):
    """A comparison of fewer than two or more than nine articles."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `compare` can be told."""
    parser.usage = (
        "%(prog)s LEFT RIGHT [OTHER ...] [--json | --markdown | --html | --plain] [-o FILE]"
    )
    parser.add_argument(
        "ids", nargs="*", metavar="LEFT RIGHT", help="two to nine ids, or beginnings of ids"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    form.add_argument("--html", action="store_true", help="print an HTML page")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead")


def run(options: argparse.Namespace) -> int:
    """Compare, and print or write what was found."""
    from tui.cli.archives import opened
    from tui.cli.output import deliver, json_text

    if not 2 <= len(options.ids) <= MOST:
        raise NotTwo(
            "compare takes two to nine articles: broadsheet compare LEFT RIGHT [OTHER ...]."
        )
    if len(options.ids) > 2:
        return _ledger(options)
    with opened(options) as archive:
        began = time.perf_counter()
        comparison = archive.compare(*options.ids)
        took_ms = (time.perf_counter() - began) * 1000
        left = archive.get(comparison.left_id)
        right = archive.get(comparison.right_id)
        state = archive.status().state if not _is_plain(options) else ""
        coverage = archive.coverage()
    if options.json:
        from tui.cli.comparison_json import comparison_json
        from tui.cli.documents import coverage_json, headed

        found = comparison_json(comparison, left.article, right.article, took_ms)
        deliver(json_text(headed(state, {**found, "coverage": coverage_json(coverage)})), options)
    elif options.plain:
        from tui.cli.comparison_pages import page_of
        from tui.plain.comparison import lines

        deliver(visible("\n".join(lines(page_of(comparison, left, right, state)))), options)
    elif _is_plain(options):
        _print(comparison, left, right)
    else:
        from tui.cli.comparison_html import as_html
        from tui.cli.comparison_markdown import as_markdown

        write = as_html if options.html else as_markdown
        deliver(write(comparison, left, right, state), options)
    return 0


def _ledger(options: argparse.Namespace) -> int:
    """The ledger of three to nine articles."""
    from tui.cli.archives import opened
    from tui.cli.ledger_pages import Page, put
    from tui.cli.story import print_facts

    with opened(options) as archive:
        ids = list(dict.fromkeys(archive.resolve(one) for one in options.ids))
        if len(ids) < len(options.ids):
            raise NotTwo("The same article is named twice; name each once.")
        found = archive.stories().ledger_of(ids)
        reports = archive.stories().listing().of(ids)
        page = Page(None, reports, found, (), (), archive.state(), archive.coverage())
    if options.plain:
        from tui.cli.output import deliver
        from tui.plain.ledger import lines

        deliver(visible("\n".join(lines(page))), options)
    elif _is_plain(options):
        print_facts(found)
    else:
        put(page, options)
    return 0


def _is_plain(options: argparse.Namespace) -> bool:
    forms = (options.json, options.html, options.markdown, options.plain, options.output)
    return not any(forms)


def _print(comparison: Comparison, left: Record, right: Record) -> None:
    """The comparison for a reader: one table of rows that face each other, then findings."""
    from tui.cli.comparison_pages import findings, rows, summary
    from tui.cli.output import print_table, say

    say(summary(comparison, left, right))
    say()
    names = (left.article.outlet or left.article.id[:10], right.article.outlet or "right")
    print_table(("relation", *names), rows(comparison, left, right))
    for table in findings(comparison, left, right):
        say()
        say(table.heading)
        print_table(table.columns, table.rows)
