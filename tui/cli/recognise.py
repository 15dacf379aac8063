"""Recognise the names in articles whose turn has not come, from where it stopped."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.cli.forms import as_plain_or_json
from tui.cli.output import print_json, say

SUMMARY = "recognise names in the articles that wait for it"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `recognise` can be told."""
    from tui.cli.arguments import count

    parser.add_argument(
        "--jobs", metavar="N", type=count("processes"), default=1, help="processes at work"
    )
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Recognise everything that waits, and say how much that was."""
    from tui.cli.archives import archive_path, opened
    from tui.cli.documents import coverage_json, headed

    with opened(options):
        pass  # says what is wrong with the archive before a model is loaded
    done = recognise_all(archive_path(options), options.jobs)
    with opened(options) as archive:
        coverage = archive.coverage()
        if options.json:
            found = {"recognised_now": done, "coverage": coverage_json(coverage)}
            print_json(headed(archive.status().state, found))
        else:
            say(f"names in {coverage.recognised:,} of {coverage.articles:,} articles, {done:,} new")
    return 0


def recognise_all(path: Path, jobs: int) -> int:
    """Recognise what waits in the archive at `path`; how many articles were done."""
    from index.recognition import recognise
    from tui.cli.progress import Count, progress
    from tui.cli.running import Interrupted

    count = Count()
    try:
        with progress("names recognised", count) as report:
            return recognise(path, jobs=max(1, jobs), progress=report)
    except KeyboardInterrupt:
        raise Interrupted(
            f"Interrupted: names of {count.done:,} articles are kept."
            " `broadsheet recognise` goes on from there."
        ) from None
