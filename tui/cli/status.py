"""The archive in figures, with the digest of its state."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.forms import as_plain_or_json
from tui.cli.output import print_json, print_table

if TYPE_CHECKING:
    from index.reports import Status

SUMMARY = "the archive in figures"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `status` can be told."""
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print what the archive holds."""
    from tui.cli.archives import opened
    from tui.cli.documents import coverage_json, headed, status_json

    with opened(options) as archive:
        status = archive.status()
        if options.json:
            found = {**status_json(status), "coverage": coverage_json(archive.coverage())}
            print_json(headed(status.state, found))
            return 0
        days = f"{status.first_day} to {status.last_day}" if status.first_day else None
        rows = [
            ("archive", str(archive.path)),
            ("articles", status.articles),
            ("outlets", status.outlets),
            ("days", days),
            ("undated", status.undated),
            ("names recognised", f"{status.recognised:,} of {status.articles:,}"),
            ("waiting for the index", status.waiting),
            ("decisions that hold", status.judgements),
            ("rules", status.rules),
            ("read by older rules", _older(status)),
            ("model", status.model),
            ("layer", status.layer),
            ("schema", status.schema),
            ("for a group", "yes" if status.shared else "no"),
            ("writable", "yes" if status.writable else "no"),
            ("settings", _settings()),
            ("state", status.state),
        ]
        print_table(("", ""), rows)
    return 0


def _older(status: Status) -> str:
    """How many articles could be read anew, with the command that does it."""
    if not status.older:
        return "none"
    if status.older == 1:
        return "1 article; `broadsheet reread` reads it anew"
    return f"{status.older:,} articles; `broadsheet reread` reads them anew"


def _settings() -> str:
    """Where the settings are, or would be."""
    from tui.config import settings_file

    file = settings_file()
    return str(file) if file.exists() else f"{file} (not there)"
