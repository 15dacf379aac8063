"""Erase an article for good: original, record and index entries. Its id stays known as removed.

A person at a terminal is asked first. In a script or pipe nothing is asked: there an id of at least
ten characters, as every list prints it, says that just this article is meant; so does --yes.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.cli.forms import as_plain_or_json
from tui.cli.output import cell, note, on_terminal, print_json, say
from tui.opening import forget

if TYPE_CHECKING:
    from corpus.article import Article

SUMMARY = "erase an article for good"
_MEANT = 10  # characters of an id that nobody types by mistake


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `remove` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    parser.add_argument("--yes", action="store_true", help="erase without asking")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Erase it, after asking a person at a terminal."""
    from tui.cli.archives import opened
    from tui.cli.arguments import UsageError
    from tui.cli.documents import headed, short

    with opened(options) as archive:
        article = archive.get(options.id).article
        asking = sys.stdin.isatty() and on_terminal() and not options.yes
        if not (asking or options.yes) and len(options.id) < _MEANT:
            raise UsageError(
                f"{options.id} is short for what cannot be undone, and nobody can be asked; "
                f"it means {_named(article)}: give ten characters of the id, or --yes."
            )
        if asking:
            say(_named(article))
            if not _agreed():
                note("nothing was removed")
                return 0
        try:
            removed = archive.remove(article.id)
        finally:  # also of a removal that the next writer has to finish
            forget()  # the picture for the next start may show the article
        if options.json:
            found = {
                "removed": short(removed),
                "outlet": article.outlet,
                "title": article.title,
                "published": article.published,
            }
            print_json(headed(archive.status().state, found))
    if not options.json:
        say(f"removed {_named(article)}")
    return 0


def _agreed() -> bool:
    """Whether the person says yes; the end of input (Ctrl-D) is a no."""
    try:
        return input("Erase it for good? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        say()
        return False


def _named(article: Article) -> str:
    """An article so that a person knows which one it is, after it is gone too."""
    facts = (article.id[:16], article.outlet, article.published, article.headline)
    return " · ".join(cell(fact) for fact in facts if fact)
