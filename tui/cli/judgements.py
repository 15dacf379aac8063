"""What people decided: list it, export it as lines of JSON, apply such a file to this archive."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import complain, print_json, print_table, reason, say

if TYPE_CHECKING:
    from index.archive import Archive
    from index.reports import Judgement

_TOLD = 20  # judgements that are told one by one

SUMMARY = "list, export or apply what people decided"


class BadFile(BroadsheetError):
    """A file of judgements that cannot be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `judgements` can be told."""
    parser.add_argument("action", choices=("list", "export", "apply"), nargs="?", default="list")
    parser.add_argument("file", nargs="?", metavar="FILE", help="for apply; - is standard input")
    as_plain_or_json(parser)


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
    from tui.views.decided import in_words

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
    judgements = list(from_lines(lines))
    applied, known = archive.apply(judgements)
    unfit = _unfit(archive, judgements)
    if options.json:
        counts = {"applied": applied, "known": known, "unfit": [one.id for one in unfit]}
        print_json(headed(archive.status().state, counts))
        return 0
    say(f"{applied:,} applied, {known:,} known before")
    for one in unfit[:_TOLD]:
        named = one.field.startswith("name_")
        why = "changes nothing now" if named else "the text does not have these words there"
        complain(f"{one.article[:10]}: {why}: {in_words(one)}")
    if len(unfit) > _TOLD:
        complain(f"and {len(unfit) - _TOLD:,} more; they hold once the words are there")
    return 0


def _unfit(archive: Archive, judgements: list[Judgement]) -> list[Judgement]:
    """Of the judgements that hold now those about words that their articles do not have."""
    from corpus.errors import NoSuchArticle
    from index.judged import OF_FIGURES, OF_NAMES, OF_QUOTATIONS

    ids = {one.id for one in judgements}
    tied = (*OF_QUOTATIONS, *OF_FIGURES, *OF_NAMES)
    found: list[Judgement] = []
    for full in dict.fromkeys(one.article for one in judgements if one.field in tied):
        try:
            decisions = archive.get(full).decisions
        except NoSuchArticle:  # kept until it comes
            continue
        found += [s.judgement for s in decisions if not s.fits and s.judgement.id in ids]
    return found


def _is_head(line: str) -> bool:
    """Whether a line is the head of an export, which says nothing to apply."""
    return line.startswith('{"schema":')


def print_json_line(document: dict[str, object]) -> None:
    """One document on one line, also on a terminal."""
    from tui.cli.output import json_text

    print(json_text(document, on_one_line=True))
