"""What the commands that count articles share: a query that narrows them, ids, and the form."""

from __future__ import annotations

import argparse


def narrowed(parser: argparse.ArgumentParser) -> None:
    """Which articles are counted, and how that is printed."""
    parser.add_argument("--query", default="", metavar="QUERY", help="only what this query finds")
    parser.add_argument("--evidence", action="store_true",
                        help="with every count in the JSON the ids it is made of")  # fmt: skip
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print CSV")


def check(options: argparse.Namespace) -> None:
    """UsageError where ids are wanted in a form that has no room for them."""
    from tui.cli.arguments import UsageError

    if options.evidence and not options.json:
        raise UsageError("--evidence adds ids to the JSON; give --json with it.")
