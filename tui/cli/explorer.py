"""The full-screen explorer, on the person's archive or on the sample."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.places import archive_at

if TYPE_CHECKING:
    import argparse

    from index.archive import Archive
    from index.intake import Intake

SUMMARY = "the full-screen explorer"


class NoTerminal(BroadsheetError):
    """The explorer was asked for where there is no terminal."""


class NotTheSample(BroadsheetError):
    """An archive of real articles that the invented ones must not come among."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the explorer can be told."""
    parser.add_argument("--sample", action="store_true", help="explore the sample articles")
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
    if private:
        from index import traces

        traces.leave_none()
    path = sample_archive(archive) if sample else archive_at(archive)
    _loop_without_network()
    from tui.app import run_explorer

    return run_explorer(path, sample=sample, stock_driver=stock_driver, resume=resume)


def _loop_without_network() -> None:
    """Import the event loop without encryption: no connection is opened, and OpenSSL takes time."""
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what asyncio takes for a Python without
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def sample_archive(archive: str | None) -> Path:
    """The archive of the sample, made when it is not there or not whole.

    An archive that the person named, and that holds anything else, is refused.
    """
    from corpus.sample import folder
    from index.archive import Archive
    from index.intake import walk
    from tui.cli.places import data_path

    named = Path(archive).expanduser() if archive else None
    path = named or data_path() / "sample"
    intakes = list(walk([folder()]))
    with Archive.open(path, create=True) as here:
        if named is not None:
            _only_sample(here, intakes)
        here.add(intakes)
    return path


def _only_sample(archive: Archive, intakes: Sequence[Intake]) -> None:
    """Refuse an archive with articles that are not in the sample."""
    from hashlib import sha256

    sample = {sha256(one.document.data).hexdigest() for one in intakes if one.document}
    held = archive.newest(limit=archive.count())
    others = sum(row.id not in sample for row in held)
    if others:
        own = "an article of its own" if others == 1 else f"{others:,} articles of its own"
        raise NotTheSample(
            f"{archive.path} holds {own}, and the sample's are invented; "
            "leave --archive out, or name a folder that is not there yet."
        )
