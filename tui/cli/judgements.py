"""What people decided: list it, export it as lines of JSON, apply such a file to this archive."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.output import print_json, print_table, reason, say

if TYPE_CHECKING:
    from index.archive import Archive

SUMMARY = "list, export or apply what people decided"


class BadFile(BroadsheetError):
    """A file of judgements that cannot be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `judgements` can be told."""
    parser.add_argument("action", choices=("list", "export", "apply"), nargs="?", default="list")
    parser.add_argument("file", nargs="?", metavar="FILE", help="for apply; - is standard input")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """List, export or apply."""
    from tui.cli.archives import opened

    if (options.action == "apply") != (options.file is not None):
        raise BadFile("judgements apply takes one FILE; list and export take none.")
    with opened(options) as archive:
        if options.action == "apply":
            return _apply(archive, options)
        if options.action == "export":
            return _export(archive)
        return _list(archive, options)


def _list(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, judgement_json

    judgements = archive.judgements()
    if options.json:
        found = {"judgements": [judgement_json(judgement) for judgement in judgements]}
        print_json(headed(archive.status().state, found))
        return 0
    rows = [
        (j.at, j.author, j.article[:10], "undo" if j.undoes else j.field, j.target, j.value)
        for j in judgements
    ]
    print_table(("at", "author", "article", "field", "line", "value"), rows)
    return 0


def _export(archive: Archive) -> int:
    """A head with the archive's state, then a line for each judgement."""
    from tui.cli.documents import headed, judgement_json

    judgements = archive.judgements()
    print_json_line(headed(archive.status().state, {"judgements": len(judgements)}))
    for judgement in judgements:
        print_json_line(judgement_json(judgement))
    return 0


def _apply(archive: Archive, options: argparse.Namespace) -> int:
    from index.judgements import from_lines
    from tui.cli.documents import headed

    try:
        text = (
            sys.stdin.read()
            if options.file == "-"
            else Path(options.file).read_text(encoding="utf-8")
        )
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error)
        raise BadFile(f"The judgements in {options.file} cannot be read: {why}.") from error
    lines = ["" if _is_head(line) else line for line in text.split("\n")]
    applied, known = archive.apply(list(from_lines(lines)))
    if options.json:
        print_json(headed(archive.status().state, {"applied": applied, "known": known}))
    else:
        say(f"{applied:,} applied, {known:,} known before")
    return 0


def _is_head(line: str) -> bool:
    """Whether a line is the head of an export, which says nothing to apply."""
    return line.startswith('{"schema":')


def print_json_line(document: dict[str, object]) -> None:
    """One document on one line, also on a terminal."""
    from tui.cli.output import json_text

    print(json_text(document, on_one_line=True))
