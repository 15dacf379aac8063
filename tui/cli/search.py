"""Find articles by words, phrases and fields.

A query that begins with a minus follows `--`; with `-` the query is read from standard
input, with --batch FILE one query from each line of a file. `*` finds every article; an
empty query finds nothing and says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import BroadsheetError
from tui.cli.arguments import count
from tui.cli.output import (
    complain,
    note,
    on_terminal,
    print_csv,
    print_json,
    print_table,
    say,
)

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive
    from index.results import Hit

SUMMARY = "find articles by words, phrases and fields"
NOTHING = 1
SOME_REJECTED = 4
_ARTICLES = 2_000  # of which places are shown


class BadSearch(BroadsheetError):
    """Search options that do not go together, or a batch that cannot be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `search` can be told."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="the query, or -")
    parser.add_argument("--batch", metavar="FILE", help="one query a line; - is standard input")
    orders = ("relevance", "newest", "oldest", "random")
    parser.add_argument("--sort", choices=orders, default="relevance", help="order of the hits")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for --sort random")
    parser.add_argument(
        "--limit", type=count("hits"), default=20, metavar="N", help="hits to show (20)"
    )
    parser.add_argument(
        "--offset", type=count("hits"), default=0, metavar="N", help="hits to pass over"
    )
    parser.add_argument(
        "--fold", choices=("none", "copies", "stories"), default="copies",
        help="one row for all copies of a text (the default), or for all articles on an event",
    )  # fmt: skip
    parser.add_argument(
        "--context", nargs="?", const="found", choices=("found", "following", "preceding"),
        help="every place of the words on a line, sorted by what follows or precedes",
    )  # fmt: skip
    parser.add_argument("--why", action="store_true", help="with --json: what scores are made of")
    parser.add_argument("--save", metavar="NAME", help="keep the query under this name")
    parser.add_argument("--saved", metavar="NAME", help="ask the query kept under this name")
    parser.add_argument("--facets", action="store_true", help="count outlets, months and names; "
                        "with --csv only these")  # fmt: skip
    parser.add_argument("--by", metavar="outlet,month", help="count by these, with denominators")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print CSV")


def run(options: argparse.Namespace) -> int:
    """Answer the query, or each query of a batch."""
    from tui.cli.places import opened

    if sum((options.batch is not None, bool(options.query), options.saved is not None)) > 1:
        raise BadSearch("Give one of a query, --batch FILE and --saved NAME.")
    if options.save is not None and options.by is not None:
        raise BadSearch("--save keeps a query and answers it; leave out --by.")
    with opened(options) as archive:
        if options.batch is not None:
            return _batch(archive, options)
        query = " ".join(options.query)
        if options.query == ["-"]:
            query = sys.stdin.read().strip()
        if options.saved is not None or options.save is not None:
            return _kept(archive, query, options)
        return _one(archive, query, options)


def _kept(archive: Archive, query: str, options: argparse.Namespace) -> int:
    """Keep a query, or ask one that was kept; what was there now is not new the next time."""
    from index.personal import Personal

    with Personal.open() as personal:
        change = archive.generation()
        if options.saved is None:
            status = _one(archive, query, options)
            name = " ".join(options.save.split())
            before = {one.name.casefold(): one.query for one in personal.saved(archive.path)}
            personal.save(archive.path, name, query, change)
            was = before.get(name.casefold(), query)
            complain(f"saved as {name}" + (f", in place of {was}" if was != query else ""))
            return status
        saved = personal.saved_as(archive.path, options.saved)
        status = _one(archive, saved.query, options, since=saved.looked)
        personal.look(archive.path, saved.name, change)
        return status


def _one(
    archive: Archive, query: str, options: argparse.Namespace, since: int | None = None
) -> int:
    """Answer one query; the exit status."""
    if options.by is not None:
        from tui.cli.counting import print_counts

        return print_counts(archive, query, options)
    if options.context is not None:
        return _in_context(archive, query, options)
    answer = _asked(archive, query, options, since)
    if options.json:
        document = _document(archive, answer)
        if options.why:
            _explain(archive, query, document["hits"])
        print_json(document)
    elif options.csv:
        _print_csv(answer)
    else:
        _print_plainly(answer) if options.plain else _print(answer)
    return 0 if answer.total else NOTHING


def _in_context(archive: Archive, query: str, options: argparse.Namespace) -> int:
    """Print every place of the words found, what precedes and what follows in columns."""
    from index.context import parts_of

    answer = archive.contexts(query, sort=options.sort, order=options.context, limit=_ARTICLES)
    if answer.covered is not None and answer.covered < answer.total:
        told = f"The places are those in the first {answer.covered:,} articles."
        answer = replace(answer, notes=(*answer.notes, told))
    begin = options.offset
    shown = [
        (hit.row.id[:16], hit.row.outlet, hit.row.published, before, word, after)
        for hit, before, word, after in parts_of(answer.hits[begin : begin + options.limit])
    ]
    names = ("id", "outlet", "published", "before", "word", "after")
    if options.json:
        places = [dict(zip(names, row, strict=True)) for row in shown]
        document = _document(archive, replace(answer, hits=()))
        print_json({**document, "places": len(answer.hits), "contexts": places})
    elif options.csv:
        print_csv(names, shown)
    else:
        for remark in (*answer.repairs, *answer.notes):
            complain(remark)
        around = 40 if on_terminal() else None
        rows = [
            (row[0][:10], row[1], row[2], row[3][-around:] if around else row[3], row[4],
             row[5][:around])
            for row in shown
        ]  # fmt: skip
        print_table(names, rows, right=("before",))
    return 0 if answer.total else NOTHING


def _explain(archive: Archive, query: str, hits: list[dict[str, Any]]) -> None:
    """Add to each hit what its score is made of."""
    for hit in hits:
        hit["why"] = [
            {"part": one.part, "score": round(one.score, 4),
             "fields": [{"field": field, "times": times, "weight": weight}
                        for field, times, weight in one.fields]}
            for one in archive.why(query, hit["id"])
        ]  # fmt: skip


def _batch(archive: Archive, options: argparse.Namespace) -> int:
    """Answer the queries of a file, one JSON line or one block each."""
    if options.by is not None or options.csv:
        raise BadSearch("--batch prints plain text or --json; leave out --by and --csv.")
    found = failed = answered = False
    for number, query in _queries(options.batch):
        try:
            answer = _asked(archive, query, options)
        except BroadsheetError as error:
            failed = True
            complain(f"broadsheet: Line {number}: {error}")
            if options.json:
                print_json(_head(archive, {"query": query, "error": str(error)}))
            continue
        found, answered = found or answer.total > 0, True
        if options.json:
            print_json(_document(archive, answer))
        else:
            say(f"{query}\t{answer.total}")
            _print(answer, indent="  ")
    if failed:
        return SOME_REJECTED if answered else BadSearch.exit_status
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


def _asked(
    archive: Archive, query: str, options: argparse.Namespace, since: int | None = None
) -> Answer:
    return archive.search(
        query,
        sort=options.sort,
        limit=options.limit,
        offset=options.offset,
        facets=options.facets,
        seed=options.seed,
        fold=options.fold,
        since=since,
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
    if not (answer.total or answer.repairs or answer.notes):
        complain(f"{indent}No article of the archive is like that.")
    rows = [
        (indent + hit.row.id[:10], hit.row.published, hit.row.outlet, _titled(hit), hit.score)
        for hit in answer.hits
    ]
    print_table((indent + "id", "published", "outlet", "title", "score"), rows, right=("score",))
    if answer.facets and on_terminal():
        for facet, counts in _facets(answer):
            say()
            print_table((facet, "articles"), counts, right=("articles",))
    elif answer.facets:
        say()
        print_table((indent + "facet", "value", "articles"), _facet_rows(answer, indent))
    folded = f" in {answer.rows:,} rows" if answer.rows != answer.total else ""
    shown = f"{len(answer.hits):,} of " if len(answer.hits) != answer.rows else ""
    new = f", {answer.new:,} new" if answer.new is not None else ""
    note(f"{shown}{answer.total:,} articles{folded}{new}, {answer.took_ms:.0f} ms")
    if answer.coverage.recognised < answer.coverage.articles:
        note(f"names in {answer.coverage.recognised:,} of {answer.coverage.articles:,} articles")


def _print_plainly(answer: Answer) -> None:
    """Hit after hit with its passage, then the facets, for a screen reader."""
    from tui.plain.listing import hit_lines

    for line in hit_lines(answer, answer.hits):
        say(line)
    for facet, counts in _facets(answer) if answer.facets else ():
        say(f"\n{facet}")
        print_table((facet, "articles"), counts)


def _facets(answer: Answer) -> list[tuple[str, Sequence[tuple[str, int]]]]:
    """Every facet with its counts, the days of the hits the last; none that counts nothing."""
    facets: list[tuple[str, Sequence[tuple[str, int]]]] = [
        (name, counts) for name, counts in answer.facets.items() if counts
    ]
    histogram = answer.histogram
    if histogram is not None and histogram.bars and histogram.unit not in answer.facets:
        facets.append((histogram.unit, histogram.bars))
    return facets


def _facet_rows(answer: Answer, indent: str = "") -> Iterator[tuple[str, str, int]]:
    for facet, counts in _facets(answer):
        for value, articles in counts:
            yield indent + facet, value, articles


def _titled(hit: Hit) -> str:
    """The title, with how many articles are folded under it."""
    return f"{hit.row.title}  +{len(hit.copies)}" if hit.copies else hit.row.title


def _print_csv(answer: Answer) -> None:
    """The hits, or the counts where --facets asks for these."""
    if answer.facets:
        print_csv(("facet", "value", "articles"), _facet_rows(answer))
        return
    from tui.cli.tables import HITS, hit_cells

    print_csv(HITS, map(hit_cells, answer.hits))
