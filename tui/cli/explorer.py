"""The full-screen explorer, on the person's archive or on the sample."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.errors import BroadsheetError

SUMMARY = "the full-screen explorer"


class NoTerminal(BroadsheetError):
    """The explorer was asked for where there is no terminal."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the explorer can be told."""
    parser.add_argument("--sample", action="store_true", help="explore the sample articles")


def run(options: argparse.Namespace) -> int:
    """Open the explorer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal(
            "The explorer needs a terminal; for pipes there are commands, see broadsheet --help."
        )
    path = sample_archive(options) if options.sample else _own(options)
    from tui.app import run_explorer

    return run_explorer(path, sample=options.sample)


def sample_archive(options: argparse.Namespace) -> Path:
    """The archive of the sample, made when it is not there or not whole."""
    from corpus.sample import folder
    from index.archive import Archive
    from index.intake import walk
    from tui.cli.places import data_path

    path = Path(options.archive) if options.archive else data_path() / "sample"
    with Archive.open(path, create=True) as archive:
        archive.add(walk([folder()]))
    return path


def _own(options: argparse.Namespace) -> Path:
    from index.archive import Archive
    from tui.cli.places import archive_path

    path = archive_path(options)
    with Archive.open(path, create=True):
        return path
