"""Build the index anew from the records."""

from __future__ import annotations

import argparse

from tui.cli.forms import as_plain_or_json
from tui.cli.output import print_json, say

SUMMARY = "build the index anew from the records"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `reindex` can be told."""
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Build it and say of how many articles."""
    from tui.cli.archives import opened
    from tui.cli.documents import headed
    from tui.cli.progress import progress

    with opened(options) as archive:
        with progress("indexed") as report:
            number = archive.reindex(progress=lambda done: report(done, None))
        if options.json:
            print_json(headed(archive.status().state, {"indexed": number}))
        else:
            say(f"{number:,} articles indexed")
    return 0
