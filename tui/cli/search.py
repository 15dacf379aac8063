"""Find articles by words, phrases and fields.

A query that begins with a minus follows `--`; with `-` the query is read from standard
input, with --batch FILE one query from each line of a file. `*` finds every article; an
empty query finds nothing and says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import BroadsheetError
from tui import query_forms
from tui.cli.arguments import count
from tui.cli.found import (
    Table,
    Why,
    hit_table,
    of_line,
    parts_json,
    places_json,
    print_answer,
    print_places,
    remarks,
    rest_told,
    told,
)
from tui.cli.output import complain, on_terminal, print_csv, print_json, print_table, reason, say
from tui.cli.typed import query_of

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive

SUMMARY = "find articles by words, phrases and fields"
NOTHING = 1
SOME_REJECTED = 4


class BadSearch(BroadsheetError):
    """Search options that do not go together, or a batch that cannot be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `search` can be told."""
    written = "\n".join(f"  {form:<26}{finds}" for form, finds in query_forms.rows())
    parser.epilog = f"queries:\n{written}"
    parser.add_argument("query", nargs="*", metavar="QUERY", help="the query, or -")
    parser.add_argument("--batch", metavar="FILE", help="one query a line; - is standard input")
    orders = ("relevance", "newest", "oldest", "random")
    parser.add_argument("--sort", choices=orders, help="order of the hits (relevance)")
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
    parser.add_argument("--why", action="store_true", help="what each score is the sum of")
    parser.add_argument("--save", metavar="NAME", help="keep the query under this name")
    parser.add_argument("--saved", metavar="NAME", help="ask the query kept under this name")
    parser.add_argument("--facets", action="store_true", help="count outlets, months and names; "
                        "with --csv and in a pipe only these")  # fmt: skip
    parser.add_argument("--by", metavar="outlet,month", help="count by these, with denominators")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print CSV")


def run(options: argparse.Namespace) -> int:
    """Answer the query, or each query of a batch."""
    from tui.cli.archives import opened

    if options.batch is not None and (options.query or options.saved is not None):
        raise BadSearch("Give one of a query, --batch FILE and --saved NAME.")
    if options.saved is not None and options.save is not None:
        raise BadSearch("Give one of --save NAME and --saved NAME.")
    if options.save is not None and options.by is not None:
        raise BadSearch("--save keeps a query and answers it; leave out --by.")
    _together(options)
    with opened(options) as archive:
        if options.batch is not None:
            return _batch(archive, options)
        query, said = query_of(options.query)
        for remark in said:
            complain(remark)
        if options.query == ["-"]:
            query = sys.stdin.read().strip()
        if options.saved is not None or options.save is not None:
            return _kept(archive, query, options)
        return _one(archive, query, options)


def _together(options: argparse.Namespace) -> None:
    """BadSearch for ways to answer that leave no room for each other."""
    given = {
        "--context": options.context is not None, "--by": options.by is not None,
        "--facets": options.facets, "--why": options.why,
    }  # fmt: skip
    first, *others = [name for name, asked in given.items() if asked] or [""]
    if first in ("--context", "--by") and others:
        raise BadSearch(f"{first} is an answer of its own; leave out {' and '.join(others)}.")


def _kept(archive: Archive, query: str, options: argparse.Namespace) -> int:
    """Keep a query, or ask one that was kept; what was there now is not new the next time."""
    from index.personal import Personal
    from index.query.joining import in_order, within

    with Personal.open() as personal:
        change = archive.generation()
        if options.saved is None:
            status = _one(archive, query, options)
            name = " ".join(options.save.split())
            before = {one.name.casefold(): one.query for one in personal.saved(archive.path)}
            kept = in_order(query, options.sort)
            personal.save(archive.path, name, kept, change)
            was = before.get(name.casefold(), kept)
            what = f": {kept}" if kept != query else ""
            complain(f"saved as {name}{what}" + (f", in place of {was}" if was != kept else ""))
            return status
        saved = personal.saved_as(archive.path, options.saved)
        if query:  # a part of it was looked at, so what is new stays new
            return _one(archive, within(saved.query, query), options, since=saved.looked)
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
    why = _reasons(archive, query, answer) if options.why else None
    if options.json:
        print_json(_document(archive, answer, why))
        if rest_told(answer) and not on_terminal():
            told(answer)
    elif options.csv:
        print_csv(*hit_table(answer, why))
        told(answer)
    else:
        print_answer(answer, why, plain=options.plain)
    return 0 if answer.total else NOTHING


def _in_context(archive: Archive, query: str, options: argparse.Namespace) -> int:
    """Print every place of the words found, what precedes and what follows in columns."""
    answer = archive.contexts(
        query,
        sort=options.sort or "relevance",
        order=options.context,
        limit=options.limit,
        offset=options.offset,
        seed=options.seed,
    )
    answer = _with_order(answer, options)
    if options.json:
        print_json(_head(archive, places_json(answer)))
    else:
        print_places(answer, csv=options.csv)
    return 0 if answer.total else NOTHING


def _reasons(archive: Archive, query: str, answer: Answer) -> Why:
    """What the score of each hit is made of, by its id."""
    return {hit.row.id: archive.why(query, hit.row.id) for hit in answer.hits}


def _batch(archive: Archive, options: argparse.Namespace) -> int:
    """Answer the queries of a file: on a terminal a block each, else one table or JSON lines."""
    if options.by is not None or options.context is not None:
        raise BadSearch("--batch answers with hits or --facets; leave out --by and --context.")
    found = failed = answered = False
    as_table = not options.json and (options.csv or not (on_terminal() or options.plain))
    tables: list[Table] = []
    for number, query in _queries(options.batch):
        try:
            answer = _asked(archive, query, options)
            why = _reasons(archive, query, answer) if options.why else None
        except BroadsheetError as error:
            failed = True
            complain(f"broadsheet: Line {number}: {error}")
            if options.json:
                print_json(_head(archive, {"query": query, "error": str(error)}))
            continue
        found, answered = found or answer.total > 0, True
        if options.json:
            print_json(_document(archive, answer, why))
        elif as_table:
            remarks(answer, f"line {number}: ")
            tables.append(of_line(number, query, answer, why, whole=options.csv))
        else:
            say(f"line {number}: {query}")
            print_answer(answer, why, plain=options.plain)
            say()
    if tables:
        rows = (row for _, rows in tables for row in rows)
        print_csv(tables[0][0], rows) if options.csv else print_table(tables[0][0], rows)
    if failed:
        return SOME_REJECTED if answered else BadSearch.exit_status
    return 0 if found else NOTHING


def _queries(name: str) -> Iterator[tuple[int, str]]:
    """The lines of the batch that hold a query, with their numbers."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSearch(f"The batch {name} cannot be read: {reason(error)}.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and line.lstrip()[0] != "#":  # such a line is a remark, \# is none
            yield number, line.strip()


def _asked(
    archive: Archive, query: str, options: argparse.Namespace, since: int | None = None
) -> Answer:
    answer = archive.search(
        query,
        sort=options.sort or "relevance",
        limit=options.limit,
        offset=options.offset,
        facets=options.facets,
        seed=options.seed,
        fold=options.fold,
        since=since,
    )
    return _with_order(answer, options)


def _with_order(answer: Answer, options: argparse.Namespace) -> Answer:
    """The answer, which says so where the query names another order than the option."""
    if options.sort in (None, answer.sort):
        return answer
    from index.query.listed import ORDERS

    order = f"sort:{ORDERS[answer.sort]} in the query goes before --sort {options.sort}."
    return replace(answer, notes=(*answer.notes, order))


def _document(archive: Archive, answer: Answer, why: Why) -> dict[str, Any]:
    from tui.cli.documents import answer_json

    document = answer_json(answer)
    for hit, parts in zip(document["hits"], (why or {}).values(), strict=False):
        hit["why"] = parts_json(parts)
    return _head(archive, document)


def _head(archive: Archive, document: dict[str, Any]) -> dict[str, Any]:
    from tui.cli.documents import headed

    return headed(archive.status().state, document)
