"""The full-screen explorer, on the person's archive or on the sample."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.archives import archive_at

if TYPE_CHECKING:
    import argparse

SUMMARY = "the full-screen explorer"


class NoTerminal(BroadsheetError):
    """The explorer was asked for where there is no terminal."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the explorer can be told."""
    parser.add_argument(
        "--sample", action="store_true", help="on the articles that come with the program"
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--resume", action="store_const", const=True, default=None,
        help="open where the explorer was left, however long ago (within a day it does anyway)",
    )  # fmt: skip
    place.add_argument(
        "--fresh", "--no-resume", dest="resume", action="store_const", const=False,
        help="open on the newest articles",
    )  # fmt: skip
    parser.add_argument(
        "--private",
        action="store_true",
        help="leave no trace: no session, history, marks, cache, tmux buffer or terminal title",
    )
    parser.add_argument(
        "--stock-driver",
        action="store_true",
        help="write to the terminal as the terminal library does, not only what changed",
    )


def run(options: argparse.Namespace) -> int:
    """Open the explorer."""
    return explore(
        options.archive,
        options.sample,
        options.resume,
        private=options.private,
        stock_driver=options.stock_driver,
    )


def explore(
    archive: str | None,
    sample: bool,
    resume: bool | None = None,
    *,
    private: bool = False,
    stock_driver: bool = False,
) -> int:
    """Open the explorer on the archive that was named, the person's own, or the sample.

    With `resume` where it was left, without on the newest articles, None as the time decides.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal(
            "The explorer needs a terminal; for pipes there are commands, see broadsheet --help."
        )
    if os.environ.get("TERM") == "dumb":
        raise NoTerminal(
            "A terminal of the kind TERM=dumb cannot show the explorer; its commands print lines, "
            "see broadsheet --help."
        )
    encoding = sys.stdout.encoding  # None where standard output is not a terminal but a stand-in
    if encoding is not None and not encoding.lower().startswith("utf"):
        raise NoTerminal(
            f"The explorer draws in UTF-8, and the locale here is {sys.stdout.encoding}; start it "
            "as LC_ALL=C.UTF-8 broadsheet, or use the commands, see broadsheet --help."
        )
    if private:
        from index import traces

        traces.leave_none()
    path = archive_at(archive, sample=sample)
    from tui.spared import spared

    with spared():
        from tui.app import run_explorer

    return run_explorer(path, sample=sample, stock_driver=stock_driver, resume=resume)
