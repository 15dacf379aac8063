"""List the stories: which articles, of whichever outlets, report one event.

With a QUERY, the stories of the articles that it finds. Every article is in exactly one story;
one that nobody else reports is a story of its own. `broadsheet story ID` opens one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.cli.arguments import count
from tui.cli.output import complain, note, on_terminal, print_csv, print_json, print_table
from tui.cli.typed import query_of

if TYPE_CHECKING:
    from index.archive import Archive
    from index.stories.listing import StoryRow, StorySort

SUMMARY = "list the stories and who reported them"
NOTHING = 1
NO_ARTICLES = "There are no articles yet; `broadsheet add FOLDER` takes some in."
ON_TERMINAL = 40  # stories shown where a person reads them


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `stories` can be told."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only stories of what this finds")
    orders = ("newest", "largest", "outlets", "disputed")
    parser.add_argument("--sort", choices=orders, default="newest", help="what comes first")
    parser.add_argument("--limit", type=count("stories"), metavar="N", help="stories to "
                        "show (all; 40 on a terminal)")  # fmt: skip
    parser.add_argument("--regroup", action="store_true", help="group all articles from scratch")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print CSV")


def run(options: argparse.Namespace) -> int:
    """List them."""
    from tui.cli.archives import opened
    from tui.cli.tables import STORIES, story_cells

    with opened(options) as archive:
        grouped(archive, again=options.regroup)
        began = time.perf_counter()
        query, said = query_of(options.query)
        for remark in said:
            complain(remark)
        say_repairs(archive, query)
        among = archive.found(query) if query.strip() else None
        limit = options.limit
        if limit is None and on_terminal() and not (options.json or options.csv):
            limit = ON_TERMINAL
        rows, total = _rows(archive, among, options.sort, limit)
        took_ms = (time.perf_counter() - began) * 1000
        if options.json:
            print_json(_document(archive, rows, total, took_ms))
        elif options.csv:
            print_csv(STORIES, map(story_cells, rows))
        else:
            print_table(
                ("id", "first", "last", "articles", "outlets", "title"),
                ((*story_cells(row, 10)[:5], row.title) for row in rows),
                right=("articles", "outlets"),
                gives="title",
            )
            note(f"{len(rows):,} of {total:,} stories, {took_ms:.0f} ms")
            waiting = archive.stories().waiting()
            if waiting:
                note(f"{waiting:,} articles are not grouped yet")
        if among == []:
            complain("No article answers this query, so there is no story to list.")
            for why in archive.search(query, limit=1, snippets=False).notes:
                complain(why)
        elif not total:
            complain(NO_ARTICLES)
    return 0 if rows else NOTHING


def _rows(
    archive: Archive, among: Iterable[int] | None, sort: StorySort, limit: int | None
) -> tuple[list[StoryRow], int]:
    """The rows; which are the most disputed takes a minute to find the first time."""
    from tui.cli.progress import progress

    listing = archive.stories().listing()
    if sort != "disputed":
        return listing.rows(among, sort, limit)
    with progress("comparing") as report:
        return listing.rows(among, sort, limit, progress=report)


def say_repairs(archive: Archive, query: str) -> None:
    """Say on standard error what was mended in a query."""
    for repair in archive.repairs(query):
        complain(repair)


def grouped(archive: Archive, *, again: bool = False) -> None:
    """Group what waits, with progress; nothing where this person may not write."""
    from tui.cli.progress import progress

    stories = archive.stories()
    if not (again or stories.waiting() or stories.outdated()):
        return
    with progress("grouping") as report:
        if again:
            stories.regroup(report)
        else:
            stories.catch_up(report)
    if stories.outdated():
        complain(
            "The stories were grouped by older rules; `broadsheet stories`, by someone who may "
            "write to the archive, groups them anew."
        )


def _document(archive: Archive, rows: list[StoryRow], total: int, took_ms: float) -> dict[str, Any]:
    from tui.cli.documents import coverage_json, headed
    from tui.cli.story_json import story_row_json

    return headed(
        archive.state(),
        {
            "stories": [story_row_json(row) for row in rows],
            "total": total,
            "took_ms": round(took_ms, 1),
            "coverage": coverage_json(archive.coverage())
            | {"ungrouped": archive.stories().waiting()},
        },
    )
