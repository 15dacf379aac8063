"""List the outlets, or lay the coverage of two of them side by side.

Without names: every outlet with its articles and days. With two: how much they reported when,
which events both report and which only one, who is quoted and named, and which words are more
one's than the other's. A query narrows all of it. LEFT and RIGHT may be groups of outlets that
stand in the settings: [groups] "Agencies" = ["AP", "Reuters"].
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.narrowed import check, form_of, is_a_page, narrowed
from tui.cli.output import complain, csv_text, deliver, delivered, json_text, note, print_table

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.archive import Archive
    from index.coverage.result import Pair

SUMMARY = "the outlets, or the coverage of two of them side by side"
NOTHING = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `outlets` can be told."""
    parser.add_argument("names", nargs="*", metavar="OUTLET", help="two outlets, or groups of them")
    narrowed(parser)


def run(options: argparse.Namespace) -> int:
    """List them, or hold two against each other."""
    from tui.cli.archives import opened
    from tui.cli.arguments import UsageError
    from tui.cli.stories import say_repairs

    if len(options.names) not in (0, 2):
        raise UsageError("Name two outlets, or none for a list of them; a name with blanks stands "
                         "in quotation marks.")  # fmt: skip
    check(options)
    if is_a_page(options) and not options.names:
        raise UsageError("A page is of two outlets: name both; the list of all is printed as a "
                         "table, --json or --csv.")  # fmt: skip
    with opened(options) as archive:
        say_repairs(archive, options.query)
        return _pair(archive, options) if options.names else _list(archive, options)


def _list(archive: Archive, options: argparse.Namespace) -> int:
    from index.outlet_names import spelt
    from tui.cli.documents import coverage_json, headed
    from tui.cli.outlets_json import groups_json, outlet_json
    from tui.cli.stories import NO_ARTICLES
    from tui.cli.tables import OUTLETS, outlet_cells

    rows = archive.outlets().all(options.query)
    if options.json:
        deliver(json_text(headed(archive.state(), {
            "outlets": [outlet_json(row) for row in rows],
            "groups": groups_json(),
            "coverage": coverage_json(archive.coverage()),
        })), options)  # fmt: skip
        return 0 if rows else NOTHING
    if not rows:
        complain("No article answers this query." if options.query else NO_ARTICLES)
    table = [outlet_cells(row) for row in rows]
    if options.csv:
        deliver(csv_text(OUTLETS, table).rstrip("\n"), options)
        return 0 if rows else NOTHING
    with delivered(options):
        print_table(
            OUTLETS,
            [("(not known)" if name is None else name, *rest) for name, *rest in table],
            right=("articles", "words", "undated", "agency"),
        )
        note(f"{sum(row.name is not None for row in rows):,} outlets; agency: articles that "
             "credit a news agency")  # fmt: skip
        for remark in spelt({str(row.name): row.spellings for row in rows if row.spellings}):
            note(remark)
    return 0 if rows else NOTHING


def _pair(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.progress import progress
    from tui.cli.stories import grouped
    from tui.config import read

    outlets = archive.outlets()
    left, right = outlets.two(options.names[0], options.names[1], read().groups)
    grouped(archive)
    pair = outlets.known_pair(left, right, options.query)
    telling = outlets.known_telling(pair) if pair is not None else None
    if pair is None:
        with progress("comparing") as report:  # from the first moment on: it takes seconds
            pair = outlets.pair(left, right, options.query, report)
        telling = outlets.known_telling(pair)
    if telling is None:
        with progress("reading") as report:
            telling = outlets.telling(pair, report)
    _put(archive, pair, telling, options)
    return 0 if pair.left.articles or pair.right.articles else NOTHING


def _put(archive: Archive, pair: Pair, telling: Telling, options: argparse.Namespace) -> None:
    if options.json:
        from tui.cli.documents import coverage_json, headed
        from tui.cli.outlets_json import pair_json

        found = pair_json(pair, telling, evidence=options.evidence)
        covered = coverage_json(archive.coverage()) | {"ungrouped": archive.stories().waiting()}
        deliver(json_text(headed(archive.state(), {**found, "coverage": covered})), options)
    elif options.csv:
        from tui.cli.outlets_table import CSV_NAMES, csv_rows

        deliver(csv_text(CSV_NAMES, csv_rows(pair, telling)).rstrip("\n"), options)
    elif is_a_page(options):
        from tui.cli.outlets_pages import written_as

        deliver(written_as(pair, telling, archive, form_of(options)).rstrip("\n"), options)
    else:
        from tui.cli.outlets_table import print_pair

        with delivered(options):
            print_pair(pair, telling)
