"""The figures and dates of an article, and a person's word on them.

Without more, the figures of the article ID are listed under numbers. WHICH is such a number, or
the words of one where no other has them; then say what it counts, its value, the day, month or
year that is meant, or that it is no figure (no date). Decisions are kept as judgements: they
outlive a new reading, and `broadsheet undo` takes the last one back.

examples:
  broadsheet figures 8c1f02
  broadsheet figures 8c1f02 2 --counts "people missing"
  broadsheet figures 8c1f02 fourteen --value 14
  broadsheet figures 8c1f02 5 --day 2031-03-13
  broadsheet figures 8c1f02 7 --none
  broadsheet figures 8c1f02 7 --as-read
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import print_json, print_table, say
from tui.cli.set_ import author

if TYPE_CHECKING:
    from index.archive import Archive
    from index.correcting_figures import ListedFigure
    from index.reports import Judgement

SUMMARY = "list an article's figures, and correct them"
NOTHING = 1


class BadDecision(BroadsheetError):
    """A figure without a decision, or a decision without a figure."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `figures` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    parser.add_argument("which", nargs="?", metavar="WHICH", help="a number, or the words of one")
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--counts", metavar="WORDS", help="this is what it counts; '' for nothing")
    deed.add_argument("--value", metavar="NUMBER", help="this is its value; 10-20 for a range")
    deed.add_argument("--day", metavar="DAY", help="it means this day, month or year")
    deed.add_argument("--none", action="store_true", help="it is no figure and no date")
    deed.add_argument("--as-read", action="store_true", help="nothing is decided about it any more")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """List, or decide."""
    from tui.cli.archives import opened

    said = (options.counts, options.value, options.day)
    decides = any(one is not None for one in said) or options.none or options.as_read
    if decides != (options.which is not None):
        raise BadDecision(
            "Say which figure and what it is: its number or words, and --counts WORDS, "
            "--value NUMBER, --day DAY, --none or --as-read."
        )
    with opened(options) as archive:
        if not decides:
            return _list(archive, options)
        return _tell(archive, _decided(archive, options), options)


def _decided(archive: Archive, options: argparse.Namespace) -> Judgement | None:
    room, by = archive.figures(), author(options)
    if options.none:
        return room.no_figure(options.id, options.which, author=by)
    if options.as_read:
        return room.as_read(options.id, options.which, author=by)
    if options.value is not None:
        return room.value(options.id, options.which, options.value, author=by)
    if options.day is not None:
        return room.day(options.id, options.which, options.day, author=by)
    return room.about(options.id, options.which, options.counts.strip() or None, author=by)


def _list(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.documents import figure_json, headed, short
    from tui.views.lenses import hedged

    found = archive.figures().of(options.id)
    if options.json:
        document = {
            "id": short(archive.resolve(options.id)),
            "figures": [
                {
                    "number": one.number,
                    **figure_json(one.figure, one.decided),
                    "is_figure": not one.is_none,
                }
                for one in found
            ],
        }
        print_json(headed(archive.status().state, document))
    else:
        rows = [
            (one.number, one.figure.text, hedged(one.figure), one.figure.about, _how(one))
            for one in found
        ]
        print_table(("number", "figure", "value", "counts", "how"), rows, right=("number",))
    return 0 if found else NOTHING


def _how(one: ListedFigure) -> str:
    """How it is known."""
    if one.is_none:
        return "no figure, decided"
    return "decided" if one.decided else "read"


def _tell(archive: Archive, made: Judgement | None, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, judgement_json
    from tui.views.decided import in_words

    if options.json:
        found = {"judgements": [judgement_json(made)] if made else []}
        print_json(headed(archive.status().state, found))
    elif made is None:
        say("it was decided so before")
    else:
        say(f"{made.article[:10]}: {in_words(made)}")
    return 0
