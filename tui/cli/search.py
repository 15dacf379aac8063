"""Find articles by words, phrases and fields.

A query that begins with a minus follows `--`; with `-` the query is read from standard
input, with --batch FILE one query from each line of a file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import BroadsheetError
from tui.cli.output import complain, note, print_csv, print_json, print_table, say

if TYPE_CHECKING:
    from index.archive import Archive
    from index.results import Answer

SUMMARY = "find articles by words, phrases and fields"
NOTHING = 1
_COLUMNS = ("id", "outlet", "published", "title", "score", "words", "copies", "snippet")


class BadSearch(BroadsheetError):
    """Search options that do not go together, or a batch that cannot be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `search` can be told."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="the query, or -")
    parser.add_argument("--batch", metavar="FILE", help="one query a line; - is standard input")
    orders = ("relevance", "newest", "oldest", "random")
    parser.add_argument("--sort", choices=orders, default="relevance", help="order of the hits")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for --sort random")
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="hits to show (20)")
    parser.add_argument("--offset", type=_count, default=0, metavar="N", help="hits to pass over")
    parser.add_argument("--facets", action="store_true", help="count outlets, months and names")
    parser.add_argument("--by", metavar="outlet,month", help="count by these, with denominators")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print CSV")


def run(options: argparse.Namespace) -> int:
    """Answer the query, or each query of a batch."""
    from tui.cli.places import opened

    if options.batch is not None and options.query:
        raise BadSearch("Give a query or --batch FILE, not both.")
    with opened(options) as archive:
        if options.batch is not None:
            return _batch(archive, options)
        query = " ".join(options.query)
        if options.query == ["-"]:
            query = sys.stdin.read().strip()
        return _one(archive, query, options)


def _one(archive: Archive, query: str, options: argparse.Namespace) -> int:
    """Answer one query; the exit status."""
    if options.by is not None:
        from tui.cli.counting import print_counts

        return print_counts(archive, query, options)
    answer = _asked(archive, query, options)
    if options.json:
        print_json(_document(archive, answer))
    elif options.csv:
        _print_csv(answer)
    else:
        _print(answer)
    return 0 if answer.total else NOTHING


def _batch(archive: Archive, options: argparse.Namespace) -> int:
    """Answer the queries of a file, one JSON line or one block each."""
    if options.by is not None or options.csv:
        raise BadSearch("--batch prints plain text or --json; leave out --by and --csv.")
    found = failed = False
    for number, query in _queries(options.batch):
        try:
            answer = _asked(archive, query, options)
        except BroadsheetError as error:
            failed = True
            complain(f"broadsheet: Line {number}: {error}")
            if options.json:
                print_json(_head(archive, {"query": query, "error": str(error)}))
            continue
        found = found or answer.total > 0
        if options.json:
            print_json(_document(archive, answer))
        else:
            say(f"{query}\t{answer.total}")
            _print(answer, indent="  ")
    if failed:
        return BadSearch.exit_status
    return 0 if found else NOTHING


def _queries(name: str) -> Iterator[tuple[int, str]]:
    """The lines of the batch that hold a query, with their numbers."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSearch(f"The batch {name} cannot be read: {error}.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, line.strip()


def _asked(archive: Archive, query: str, options: argparse.Namespace) -> Answer:
    return archive.search(
        query,
        sort=options.sort,
        limit=options.limit,
        offset=options.offset,
        facets=options.facets,
        seed=options.seed,
    )


def _document(archive: Archive, answer: Answer) -> dict[str, Any]:
    from tui.cli.documents import answer_json

    return _head(archive, answer_json(answer))


def _head(archive: Archive, document: dict[str, Any]) -> dict[str, Any]:
    from tui.cli.documents import headed

    return headed(archive.status().state, document)


def _print(answer: Answer, indent: str = "") -> None:
    """Hits as a table or lines; what was understood and what is missing as notes."""
    for repair in (*answer.repairs, *answer.notes):
        complain(f"{indent}{repair}")
    rows = [
        (hit.row.id[:10], hit.row.published, hit.row.outlet, hit.row.title, hit.score)
        for hit in answer.hits
    ]
    if indent:
        rows = [(f"{indent}{row[0]}", *row[1:]) for row in rows]
    print_table(("id", "published", "outlet", "title", "score"), rows, right=("score",))
    for facet, counts in answer.facets.items():
        if not counts:
            continue
        say()
        print_table((facet, "articles"), counts, right=("articles",))
    histogram = answer.histogram
    if histogram is not None and histogram.bars:
        say()
        print_table((histogram.unit, "articles"), histogram.bars, right=("articles",))
    note(f"{len(answer.hits):,} of {answer.total:,} articles, {answer.took_ms:.0f} ms")
    if answer.coverage.recognised < answer.coverage.articles:
        note(f"names in {answer.coverage.recognised:,} of {answer.coverage.articles:,} articles")


def _print_csv(answer: Answer) -> None:
    rows = [
        (
            hit.row.id[:16],
            hit.row.outlet,
            hit.row.published,
            hit.row.title,
            round(hit.score, 4),
            hit.row.words,
            " ".join(copy[:16] for copy in hit.copies),
            hit.snippet.text if hit.snippet else None,
        )
        for hit in answer.hits
    ]
    print_csv(_COLUMNS, rows)


def _count(text: str) -> int:
    """A number of hits, from nought on."""
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is no number of hits")
    return number
