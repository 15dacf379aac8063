"""Take back the last judgement that holds."""

from __future__ import annotations

import argparse

from tui.cli.output import print_json, say
from tui.cli.set_ import author

SUMMARY = "take back the last judgement"
NOTHING = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `undo` can be told."""
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Take it back and say what it was."""
    from tui.cli.documents import headed, judgement_json
    from tui.cli.places import opened

    with opened(options) as archive:
        undone = archive.undo(author=author(options))
        if options.json:
            found = {"undone": judgement_json(undone) if undone else None}
            print_json(headed(archive.status().state, found))
    if not options.json:
        say(
            f"taken back: {undone.field} of {undone.article[:10] or undone.target}"
            if undone
            else "there is no judgement to take back"
        )
    return 0 if undone else NOTHING
