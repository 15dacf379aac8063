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
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    form.add_argument("--html", action="store_true", help="print an HTML page")
    form.add_argument("--csv", action="store_true", help="print CSV")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead")


def check(options: argparse.Namespace) -> None:
    """UsageError where ids are wanted in a form that has no room for them."""
    from tui.cli.arguments import UsageError

    if options.evidence and not options.json:
        raise UsageError("--evidence adds ids to the JSON; give --json with it.")


def is_a_page(options: argparse.Namespace) -> bool:
    """Whether a page is asked for, which is written whole; into a file without a form, Markdown."""
    other = options.json or options.csv or options.plain
    return bool(options.html or options.markdown or (options.output and not other))


def form_of(options: argparse.Namespace) -> str:
    """Which page is asked for: "html" or "md"."""
    return "html" if options.html else "md"
