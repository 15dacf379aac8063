"""Take back the last judgement that holds, and what the same command decided with it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.forms import as_plain_or_json
from tui.cli.output import complain, print_json, say
from tui.cli.set_ import author

if TYPE_CHECKING:
    from index.reports import Judgement

SUMMARY = "take back the last judgement"
NOTHING = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `undo` can be told."""
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Take it back and say what it was."""
    from tui.cli.archives import opened
    from tui.cli.documents import headed, judgement_json

    with opened(options) as archive:
        undone = archive.take_back(author=author(options))
        if options.json:
            found = {
                "undone": judgement_json(undone[-1]) if undone else None,
                "judgements": [judgement_json(judgement) for judgement in undone],
            }
            print_json(headed(archive.status().state, found))
    if not undone:
        complain("There is no judgement to take back.")
    elif not options.json:
        say(_said(undone))
    return 0 if undone else NOTHING


def _said(undone: list[Judgement]) -> str:
    fields = " and ".join(sorted({judgement.field for judgement in undone}))
    articles = {judgement.article for judgement in undone}
    if len(articles) > 1:
        return f"taken back: {fields} of {len(articles):,} articles"
    return f"taken back: {fields} of {undone[-1].article[:10] or undone[-1].target}"
