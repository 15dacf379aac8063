"""Open one story: its articles in time, and the ledger of what each of them reports.

The ID is that of the story or of any article in it. Merging, parting and naming are judgements:
dated, undone with `broadsheet undo`, carried to other archives by `broadsheet judgements`.

The names of its articles that were not recognised yet are first, where the archive may be written
to (some 0.3 s each, at most forty); else it is said how many are not.

Sentences are counted from 1, the title among them, and paragraphs from 1; in JSON and CSV both
from 0.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from corpus.text import visible
from tui.cli.output import (
    complain,
    console,
    csv_text,
    deliver,
    on_terminal,
    print_lines,
    print_table,
    say,
)

if TYPE_CHECKING:
    from corpus.ledger.result import Ledger
    from index.archive import Archive
    from index.stories.listing import Report

SUMMARY = "one story: who reports what, and in which words"
ROWS = 24  # facts shown where a person reads them


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `story` can be told."""
    parser.add_argument("id", metavar="ID", help="a story, or any article in it")
    parser.add_argument("--with", nargs="+", metavar="ARTICLE", default=[], dest="wanted",
                        help="compare these too, where there are more than forty")  # fmt: skip
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--merge", metavar="STORY", help="put this story and that one together")
    deed.add_argument("--split", nargs="+", metavar="ARTICLE", help="part these articles from it")
    deed.add_argument("--rename", metavar="TITLE", help="call it so; an empty title takes it back")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    form.add_argument("--html", action="store_true", help="print an HTML page")
    form.add_argument("--csv", action="store_true", help="print CSV, a row for each cell")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead")


def run(options: argparse.Namespace) -> int:
    """Show it, or decide about it."""
    from tui.cli.archives import opened
    from tui.cli.stories import grouped

    with opened(options) as archive:
        grouped(archive)
        story = archive.stories().resolve(options.id)
        if options.merge or options.split or options.rename is not None:
            return _decide(archive, story, options)
        return _show(archive, story, options)


def _show(archive: Archive, story: int, options: argparse.Namespace) -> int:
    from index.stories.listing import beside
    from tui.cli.ledger_pages import Page, put
    from tui.views.days import iso_moment

    stories = archive.stories()
    (row,) = stories.listing().spelt_out([story])
    reports = stories.listing().reports(story)
    wanted = _wanted([archive.resolve(one) for one in options.wanted], reports)
    found = stories.ledger(story, wanted)
    if found.unread:
        _name(archive, [column.article for column in found.columns])
        found = stories.ledger(story, wanted)
    if found.unread:
        from tui.views.lines import counted

        complain(
            f"The names of {counted(found.unread, 'article')} are not read: "
            "`broadsheet recognise` reads them."
        )
    reports = beside(reports, [c.article for c in found.columns], found.apart, found.later)
    before, after = stories.listing().neighbours(story)
    page = Page(row, reports, found, before, after, archive.state(), archive.coverage())
    if options.plain:
        from tui.plain.ledger import lines

        deliver(visible("\n".join(lines(page))), options)
    elif options.csv:
        from tui.cli.ledger_pages import CSV_NAMES, csv_rows

        deliver(csv_text(CSV_NAMES, csv_rows(page)).rstrip("\n"), options)
    elif options.json or options.markdown or options.html or options.output:
        put(page, options)
    else:
        columns = {column.article: n for n, column in enumerate(found.columns, 1)}
        say(row.title)
        say()
        print_table(
            ("id", "published", "outlet", "title", ""),
            (
                (
                    r.id[:10],
                    iso_moment(r.published, r.published_at),
                    r.outlet,
                    r.title,
                    _standing(r, columns),
                )
                for r in reports
            ),
            gives="title",
        )
        say()
        print_facts(found)
        for heading, rows in (("before", before), ("after", after)):
            if rows:
                say()
                print_table(
                    (heading, "first", "title"),
                    ((o.id[:10], o.first, o.title) for o in rows),
                    gives="title",
                )
    return 0


def _name(archive: Archive, ids: Sequence[str]) -> None:
    """Recognise the names of the articles that wait for it, where they can be kept."""
    from index.premises import is_writable
    from index.recognition import recognise_these
    from tui.cli.progress import progress

    if not is_writable(archive.path):
        return
    try:
        with progress("names recognised") as report:
            recognise_these(archive, ids, report)
    except BroadsheetError as error:
        complain(f"broadsheet: {error}")


def _wanted(ids: Sequence[str], reports: Sequence[Report]) -> list[str]:
    """The articles to compare for these, of a copy its origin; UsageError for others."""
    from tui.cli.arguments import UsageError

    heads = {report.id: report.origin or report.id for report in reports}
    for one in ids:
        if one not in heads:
            raise UsageError(f"{one[:10]} is no article of this story; --with needs one.")
    return [heads[one] for one in ids]


def print_facts(found: Ledger) -> None:
    """The facts of a ledger for a reader: who carries each, and how.

    On a terminal the first rows of the explorer's grid, as many columns below one another as it is
    wide; elsewhere the whole table.
    """
    from tui.views.ledger_words import cell_word, part_read

    if on_terminal():
        _print_grid(found)
    else:
        heads = [f"{n} {column.outlet or column.article[:8]}" for n, column in
                 enumerate(found.columns, 1)]  # fmt: skip
        print_table(
            ("kind", "reported", *heads),
            (
                (
                    fact.kind,
                    fact.text,
                    *(cell_word(fact, fact.cell_of(c.article), c) for c in found.columns),
                )
                for fact in found.facts
            ),
        )
    if part := part_read(found.columns):
        say(f"{len(found.columns)} articles are compared, {part}")
    if found.left_out:
        say(f"{len(found.columns)} articles are compared in full; {len(found.left_out)} more are "
            "not; --with ARTICLE compares one of these in place of another")  # fmt: skip


def _print_grid(found: Ledger) -> None:
    """The first rows, in bands of the columns that stand side by side."""
    from tui.views.ledger import Grid
    from tui.views.ledger_heads import legend_line
    from tui.views.lines import wrap

    width = console().width
    grid = Grid(found, row=-1, column=-1, singles=True)
    shown = min(ROWS, len(grid.facts))
    for first in range(0, len(found.columns), grid.seen(width)):
        grid.first_column = first
        if first:
            say()
        print_lines([*grid.heads(width), *(grid.line(n, width) for n in range(shown))])
    if found.facts:
        say()
        signs = legend_line(found, grid.facts[:shown], 10_000)  # every sign
        for a, b in wrap(signs, width):
            say(signs[a:b])
    if shown < len(found.facts):
        say(f"and {len(found.facts) - shown:,} more: --plain, --json, --markdown, --html or --csv")


def _standing(report: Report, columns: Mapping[str, int]) -> str:
    """Which column of the ledger below it is, or what it is a copy of."""
    from tui.views.stories import APART

    if report.origin is None:
        number = columns.get(report.id)
        column = f"column {number}" if number else "not compared"
        return f"{column}, {APART}" if report.apart else column
    return f"{report.beside_origin} {report.origin[:10]}"


def _decide(archive: Archive, story: int, options: argparse.Namespace) -> int:
    from tui.cli.set_ import author

    stories, by = archive.stories(), author(options)
    deciding = stories.deciding()
    if options.merge:
        other = stories.resolve(options.merge)
        deciding.merge(other, story, author=by)
        say(f"one story now: {stories.titles([story]).get(story, '')}")
    elif options.split:
        articles = [archive.resolve(one) for one in options.split]
        deciding.split(story, articles, author=by)
        say(f"a story of its own now: {archive.get(articles[0]).article.headline}")
    elif deciding.rename(story, options.rename, author=by) is None:
        say("it was called so before")
    else:
        say(f"the story is called {stories.titles([story]).get(story, '')} now")
    return 0
