"""Saved searches: each with how many articles it finds, and how many are new since the last look.

`broadsheet search --save NAME QUERY` keeps one, `broadsheet search --saved NAME` asks it again
and counts as a look. They belong to the person, not to the archive.
"""

from __future__ import annotations

import argparse

from corpus.errors import BroadsheetError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import complain, print_json, print_table

SUMMARY = "list saved searches with what is new in them"
NOTHING = 1
_COLUMNS = ("name", "articles", "new", "query")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `saved` can be told."""
    parser.add_argument("--remove", metavar="NAME", help="take one away")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """List them, or take one away."""
    from index.personal import Personal
    from tui.cli.archives import opened
    from tui.cli.documents import headed

    with opened(options) as archive, Personal.open() as personal:
        if options.remove is not None:
            personal.unsave(archive.path, options.remove)
            return 0
        found: list[tuple[str, int | None, int | None, str]] = []
        for one in personal.saved(archive.path):
            try:
                answer = archive.search(one.query, limit=0, since=one.looked)
            except BroadsheetError as error:
                complain(f"broadsheet: {one.name}: {error}")
                found.append((one.name, None, None, one.query))
                continue
            found.append((one.name, answer.total, answer.new, one.query))
        if options.json:
            listed = [
                {"name": name, "query": query, "total": total, "new": new}
                for name, total, new, query in found
            ]
            print_json(headed(archive.state(), {"saved": listed}))
        else:
            print_table(_COLUMNS, found, right=("articles", "new"))
    if not found and not options.json:
        complain("No search is saved; `broadsheet search --save NAME QUERY` keeps one.")
    return 0 if found else NOTHING
