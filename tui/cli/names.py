"""Names across all articles: list them, merge two that are one, part a spelling from a name.

A NAME is a key such as "person:ann bell", or the name as it is written where only one is
meant. Decisions are kept as judgements and can be undone; nothing is indexed anew."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.output import print_json, print_table, say
from tui.cli.set_ import author

if TYPE_CHECKING:
    from index.archive import Archive
    from index.reports import Judgement

SUMMARY = "list names; merge two, or part a spelling from one"
_DEEDS = ("list", "merge", "part")


class BadNames(BroadsheetError):
    """Too few or too many names for what is to be done."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `names` can be told."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="ARGUMENT",
        help="list [PART], merge NAME INTO, or part NAME SPELLING",
    )
    parser.add_argument("--in", dest="article", metavar="ID", help="part in this article only")
    parser.add_argument("--limit", metavar="N", type=int, default=100, help="names listed")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """List, merge or part."""
    from tui.cli.archives import opened

    deed, *words = options.words if options.words[:1] else ["list"]
    if deed not in _DEEDS:
        deed, words = "list", options.words
    if (deed == "list" and len(words) > 1) or (deed != "list" and len(words) != 2):
        raise BadNames("Write: names list [PART], names merge NAME INTO, names part NAME SPELLING.")
    with opened(options) as archive:
        if deed == "list":
            return _list(archive, "".join(words), options)
        by = author(options)
        if deed == "merge":
            made = archive.names().merge(words[0], words[1], author=by)
        else:
            made = archive.names().part(words[0], words[1], article=options.article, author=by)
        return _tell(archive, made, options)


def _list(archive: Archive, part: str, options: argparse.Namespace) -> int:
    from tui.cli.documents import coverage_json, headed

    found = archive.names().like(part, max(1, options.limit))
    if options.json:
        document = {
            "names": [
                {
                    "id": one.key,
                    "name": one.name,
                    "articles": one.articles,
                    "others": [
                        {"id": key, "why": why, "articles": n} for key, why, n in one.others
                    ],
                }
                for one in found
            ],
            "coverage": coverage_json(archive.coverage()),
        }
        print_json(headed(archive.status().state, document))
    else:
        rows = [
            (one.key, one.name, one.articles, ", ".join(key for key, _, _ in one.others))
            for one in found
        ]
        print_table(("key", "name", "articles", "also"), rows, right=("articles",))
    return 0 if found else 1


def _tell(archive: Archive, made: Judgement | None, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, judgement_json

    if options.json:
        found = {"judgements": [judgement_json(made)] if made else []}
        print_json(headed(archive.status().state, found))
    elif made is None:
        say("it was decided so before")
    elif made.field == "name_merge":
        say(f"{made.value} stands for {made.target} now")
    else:
        where = f"in {made.article[:10]}" if made.article else "in all articles"
        say(f"{made.value} is parted from {made.target} {where}")
    return 0
