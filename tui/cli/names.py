"""Names across all articles: list them, merge two that are one, part a spelling from a name, say
of which kind one is (person, organisation, place, group, event, work, or none for no name), and
mark words as a name that was missed.

A NAME is a key such as "person:ann bell", or the name as it is written where only one is
meant. Without --in, `kind` is for all articles that have the name now; it is refused where
the name may be short for others there. Decisions are kept as judgements and can be undone, all of
one command by one `broadsheet undo`; nothing is indexed anew.

examples:
  broadsheet names list varga
  broadsheet names merge "person:i varga" "person:ines varga"
  broadsheet names part "Ines Varga" Varga --in 8c1f02
  broadsheet names kind Aurelia work --in 8c1f02
  broadsheet names kind person:may none --in 8c1f02
  broadsheet names mark "Saltmarsh Pilot" organisation --in 8c1f02
  broadsheet names mark Turkey none --in 8c1f02 --nth 2
  broadsheet names kind Aurelia as-read --in 8c1f02
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import complain, print_json, print_table, say
from tui.cli.set_ import author

if TYPE_CHECKING:
    from index.archive import Archive
    from index.reports import Judgement

SUMMARY = "list names; merge, part, mark or correct them"
_DEEDS = ("list", "merge", "part", "kind", "mark")
_AS_READ = "as-read"
NOTHING = 1


class BadNames(BroadsheetError):
    """Too few or too many names for what is to be done."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `names` can be told."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="ARGUMENT",
        help="list [PART], merge NAME INTO, part NAME SPELLING, kind NAME KIND, mark WORDS NAME",
    )
    parser.add_argument("--in", dest="article", metavar="ID", help="in this article only")
    parser.add_argument("--nth", metavar="N", type=int, help="mark: only the Nth of the words")
    parser.add_argument("--limit", metavar="N", type=int, default=100, help="names listed")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """List or decide."""
    from tui.cli.archives import opened

    deed, *words = options.words if options.words[:1] else ["list"]
    if deed not in _DEEDS:
        deed, words = "list", options.words
    if (deed == "list" and len(words) > 1) or (deed != "list" and len(words) != 2):
        raise BadNames(
            "Write: names list [PART], names merge NAME INTO, names part NAME SPELLING, "
            "names kind NAME KIND, or names mark WORDS NAME --in ID."
        )
    _check(deed, options)
    with opened(options) as archive:
        if deed == "list":
            return _list(archive, "".join(words), options)
        by = author(options)
        room, (name, other) = archive.names(), words
        value = None if other == _AS_READ else other
        made: Judgement | list[Judgement] | None
        idle = False
        if deed == "merge":
            made = room.merge(name, other, author=by)
        elif deed == "part":
            before = None if options.article else room.spelt(key := room.key_of(name), other)
            made = room.part(name, other, article=options.article, author=by)
            idle = before is not None and room.spelt(key, other) == before
        elif deed == "kind":
            made = room.kind(name, value, article=options.article, author=by)
        else:
            made = room.mark(name, value, article=options.article, nth=options.nth, author=by)
        every = made if isinstance(made, list) else [made] if made else []
        return _tell(archive, every, options, idle=bool(every) and (idle or bool(room.idle(every))))


def _check(deed: str, options: argparse.Namespace) -> None:
    """Refuse options that the deed has no use for, or lacks."""
    if deed == "mark" and not options.article:
        raise BadNames("Say in which article: names mark WORDS NAME --in ID.")
    if options.article and deed in ("list", "merge"):
        raise BadNames(f"--in is for part, kind and mark; {deed} is about all articles.")
    if options.nth is not None and deed != "mark":
        raise BadNames("--nth is for mark: the Nth place of the words in the article.")


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
        if not rows:
            complain(_none(archive, part))
    return 0 if found else 1


def _none(archive: Archive, part: str) -> str:
    """Why no name is listed."""
    covered = archive.coverage()
    if covered.recognised < covered.articles:
        read = f"names are read in {covered.recognised:,} of {covered.articles:,} articles"
        return f"No name found; {read}: `broadsheet recognise` reads the rest."
    return f"No name holds “{part}”." if part else "No article names anybody or anything yet."


def _tell(
    archive: Archive, made: list[Judgement], options: argparse.Namespace, *, idle: bool
) -> int:
    from tui.cli.documents import headed, judgement_json

    if options.json:
        found = {"judgements": [{**judgement_json(one), "fits": not idle} for one in made]}
        print_json(headed(archive.status().state, found))
    elif not made:
        say("it was decided so before")
    elif not idle:
        say(_said(made))
    if idle:
        where = "there" if made[0].article else "in any article"
        complain(
            f"This changes nothing {where} now, and is kept as a decision ({_said(made)}): the "
            "words are no such name, or another decision has them; `broadsheet undo` takes it back."
        )
    return NOTHING if idle else 0


def _said(made: list[Judgement]) -> str:
    from tui.views.decided import in_words

    one = made[0]
    if one.field == "name_merge":
        return f"{one.value} stands for {one.target} now"
    where = f"in {one.article[:10]}" if one.article else "in all articles"
    if one.field == "name_part":
        return f"{one.value} is parted from {one.target} {where}"
    if len(made) > 1:
        where = f"in the {len(made):,} articles that name it now"
    return f"{where}: {in_words(one)}"
