"""Erase an article for good: original, record and index entries. Its id stays known as removed."""

from __future__ import annotations

import argparse
import sys

from tui.cli.output import cell, note, on_terminal, print_json, say

SUMMARY = "erase an article for good"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `remove` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    parser.add_argument("--yes", action="store_true", help="do not ask on a terminal")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Erase it, after asking a person at a terminal."""
    from tui.cli.documents import headed, short
    from tui.cli.places import opened

    with opened(options) as archive:
        article = archive.get(options.id).article
        if sys.stdin.isatty() and on_terminal() and not options.yes:
            say(f"{article.id[:10]} {cell(article.outlet)} {cell(article.headline)}")
            if input("Erase it for good? [y/N] ").strip().lower() not in ("y", "yes"):
                note("nothing was removed")
                return 0
        removed = archive.remove(article.id)
        if options.json:
            print_json(headed(archive.status().state, {"removed": short(removed)}))
    if not options.json:
        say(f"removed {removed[:16]}")
    return 0
