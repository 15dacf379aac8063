"""Counts of what a query found, by outlet and month, each beside what there is in all.

A count says little without its denominator: every line gives articles and words found, and
articles and words of the same outlet and month in the whole archive.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from corpus.errors import BroadsheetError
from index.results import Row
from tui.cli.found import told
from tui.cli.output import complain, print_csv, print_json, print_table

if TYPE_CHECKING:
    from index.archive import Archive
    from index.outlet_names import OutletNames

_BY = ("outlet", "month")
_PAGE = 5_000


class BadCount(BroadsheetError):
    """A `--by` that names no way to count."""


@dataclass(slots=True)
class Tally:
    """Articles and words, found and in all."""

    articles: int = 0
    of_articles: int = 0
    words: int = 0
    of_words: int = 0


def print_counts(archive: Archive, query: str, options: argparse.Namespace) -> int:
    """Print the counts of one query; the exit status."""
    from index.outlet_names import spelt
    from tui.cli.documents import coverage_json, headed

    by = _ways(options.by)
    answer = archive.search(query, limit=max(1, archive.count()), snippets=False)
    outlets = archive.outlet_names()
    counts = tally(by, (hit.row for hit in answer.hits), _all(archive), outlets)
    stated = Counter(hit.row.outlet for hit in answer.hits if hit.row.outlet)
    spellings = outlets.together(stated) if "outlet" in by else {}
    names = (*by, "articles", "of_articles", "words", "of_words")
    rows = [(*key, t.articles, t.of_articles, t.words, t.of_words) for key, t in counts]
    if options.json:
        document: dict[str, Any] = {
            "query": answer.query,
            "read_as": answer.read_as,
            "total": answer.total,
            "notes": [*answer.notes, *spelt(spellings)],
            "spellings": {name: [list(pair) for pair in each] for name, each in spellings.items()},
            "by": [dict(zip(names, row, strict=True)) for row in rows],
            "coverage": coverage_json(answer.coverage),
        }
        print_json(headed(archive.status().state, document))
    elif options.csv:
        print_csv(names, rows)
    else:
        print_table(names, rows, right=names[len(by) :])
    if not options.json:
        for remark in (*answer.repairs, *answer.notes, *spelt(spellings)):
            complain(remark)
        told(answer)
    return 0 if answer.total else 1


def tally(
    by: tuple[str, ...], found: Iterable[Row], everything: Iterable[Row], outlets: OutletNames
) -> list[tuple[tuple[str | None, ...], Tally]]:
    """Count rows by the ways named, those without a value last; lines with nothing left out.

    `outlets` says which spellings are one outlet.
    """
    named = cache(outlets.name)

    def key_of(row: Row) -> tuple[str | None, ...]:
        month = row.published[:7] if row.published else None
        outlet = named(row.outlet) if row.outlet else None
        return tuple(outlet if way == "outlet" else month for way in by)

    counts: defaultdict[tuple[str | None, ...], Tally] = defaultdict(Tally)
    for row in everything:
        tally = counts[key_of(row)]
        tally.of_articles += 1
        tally.of_words += row.words
    for row in found:
        tally = counts[key_of(row)]
        tally.articles += 1
        tally.words += row.words
    kept = [(key, tally) for key, tally in counts.items() if tally.articles]
    return sorted(kept, key=lambda pair: [(part is None, part or "") for part in pair[0]])


def _all(archive: Archive) -> Iterable[Row]:
    """Every article's row, a page at a time."""
    offset = 0
    while rows := archive.newest(limit=_PAGE, offset=offset):
        yield from rows
        offset += len(rows)


def _ways(text: str) -> tuple[str, ...]:
    ways = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not ways or any(way not in _BY for way in ways):
        raise BadCount(f"--by counts by {' and '.join(_BY)}, not by {text!r}.")
    return ways
