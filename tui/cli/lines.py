"""The lines of an article, which of them are its text, and a person's word on that.

Without more, the lines of the article ID are listed under their numbers: those that were kept, and
those that were set aside, with the reason. Then say of one or several by their numbers that they
are text of the article, furniture of the page, or something else: title, standfirst, subhead,
caption, pullquote, related, credit, date, dateline, byline or url. Decisions are kept as
judgements: they outlive a new reading, and one `broadsheet undo` takes back what one command
decided.

examples:
  broadsheet lines 8c1f02
  broadsheet lines 8c1f02 --removed
  broadsheet lines 8c1f02 14 --body
  broadsheet lines 8c1f02 21 22 23 --noise
  broadsheet lines 8c1f02 3 --is caption
  broadsheet lines 8c1f02 3 --as-read
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
    from index.reports import Judgement

SUMMARY = "list an article's lines, and say which are its text and which are noise"
NOTHING = 1


class BadDecision(BroadsheetError):
    """Lines without a decision, or a decision without lines."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `lines` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    parser.add_argument("lines", nargs="*", type=int, metavar="LINE", help="numbers of lines")
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--body", action="store_true", help="they are text of the article")
    deed.add_argument("--noise", action="store_true", help="they are no part of the article")
    deed.add_argument("--is", dest="role", metavar="ROLE", help="they are this: caption, …")
    deed.add_argument("--as-read", action="store_true", help="nothing is decided of them any more")
    deed.add_argument("--removed", action="store_true", help="list only what was set aside")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """List, or decide."""
    from tui.cli.archives import opened

    decides = options.body or options.noise or options.as_read or options.role is not None
    if decides != bool(options.lines):
        raise BadDecision(
            "Say which lines and what they are: their numbers, and --body, --noise, --is ROLE or "
            "--as-read."
        )
    with opened(options) as archive:
        if not decides:
            return _list(archive, options)
        role = "body" if options.body else "noise" if options.noise else options.role
        made = archive.lines().decide(options.id, options.lines, role, author=author(options))
        return _tell(archive, made, options)


def _list(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, short

    found = [one for one in archive.lines().of(options.id) if not (options.removed and one.kept)]
    if options.json:
        document = {
            "id": short(archive.resolve(options.id)),
            "lines": [
                {
                    "line": one.number,
                    "role": one.role,
                    "why": one.why or None,
                    "kept": one.kept,
                    "inside": one.inside,
                    "decided": one.decided,
                    "text": one.text,
                }
                for one in found
            ],
        }
        print_json(headed(archive.status().state, document))
    else:
        rows = [(one.number, one.role, one.text, one.why) for one in found]
        print_table(("line", "role", "text", "why set aside"), rows, right=("line",))
    return 0 if found else NOTHING


def _tell(archive: Archive, made: list[Judgement], options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, judgement_json
    from tui.views.decided import in_words

    if options.json:
        found = {"judgements": [judgement_json(one) for one in made]}
        print_json(headed(archive.status().state, found))
    elif not made:
        say("it was decided so before")
    else:
        for one in made:
            say(f"{one.article[:10]}: {in_words(one)}")
    return 0
