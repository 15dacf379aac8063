"""Who is quoted in an article, and a person's word on it.

Without more, the quotations of the article ID are listed under numbers: "direct" and "fragment"
are words in quotation marks, "indirect" is reported speech in the article's own words. WHICH is
such a number, or words that only one of them holds; then say who speaks it, that nobody is named
as its speaker, or that it is no quotation at all; or, with --words, where it begins and ends.
Decisions are kept as judgements: they outlive a new reading, and `broadsheet undo` takes the last
one back.

examples:
  broadsheet quotations 8c1f02
  broadsheet quotations 8c1f02 2 --speaker "Ines Varga"
  broadsheet quotations 8c1f02 "until every door" --nobody
  broadsheet quotations 8c1f02 2 --speaker "Ines Varga" --all-parts
  broadsheet quotations 8c1f02 3 --words "We will not … been checked"
  broadsheet quotations 8c1f02 3 --none
  broadsheet quotations 8c1f02 3 --as-read
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
    from index.attributing import Listed
    from index.reports import Judgement

SUMMARY = "list an article's quotations, and decide who speaks them"
NOTHING = 1


class BadDecision(BroadsheetError):
    """A quotation without a decision, or a decision without a quotation."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `quotations` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    parser.add_argument("which", nargs="?", metavar="WHICH", help="a number, or words of one")
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--speaker", metavar="NAME", help="this is who speaks it")
    deed.add_argument("--nobody", action="store_true", help="nobody is named as its speaker")
    deed.add_argument("--words", metavar="WORDS", help="these are its words; first … last will do")
    deed.add_argument("--none", action="store_true", help="it is no quotation")
    deed.add_argument("--as-read", action="store_true", help="nothing is decided about it any more")
    parser.add_argument(
        "--all-parts",
        action="store_true",
        help="with --speaker or --nobody: also of its other parts, as in “A,” she said, “b.”",
    )
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """List, or decide."""
    from tui.cli.archives import opened

    speaks = options.speaker is not None or options.nobody
    decides = speaks or options.words is not None or options.none or options.as_read
    if decides != (options.which is not None):
        raise BadDecision(
            "Say which quotation and what it is: a number or words of it, and --speaker NAME, "
            "--nobody, --words WORDS, --none or --as-read."
        )
    if options.all_parts and not speaks:
        raise BadDecision("--all-parts is for --speaker and --nobody.")
    with opened(options) as archive:
        if not decides:
            return _list(archive, options)
        before = archive.quotations().of(options.id)
        return _tell(archive, before, _decided(archive, options), options)


def _decided(archive: Archive, options: argparse.Namespace) -> list[Judgement]:
    room, by = archive.quotations(), author(options)
    one = options.id, options.which
    if options.none:
        made = room.no_quotation(*one, author=by)
    elif options.as_read:
        made = room.as_read(*one, author=by)
    elif options.words is not None:
        made = room.words(*one, options.words, author=by)
    elif options.all_parts:
        return room.speaker_of_all(*one, options.speaker, author=by)
    else:
        made = room.speaker(*one, options.speaker, author=by)
    return [made] if made is not None else []


def _list(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, quotation_json, short

    found = archive.quotations().of(options.id)
    if options.json:
        document = {
            "id": short(archive.resolve(options.id)),
            "quotations": [
                {
                    "number": one.number,
                    **quotation_json(
                        one.quotation, one.key, words_decided=one.words_decided, denied=one.denied
                    ),
                    "other_parts": list(one.others),
                    "is_quotation": not one.is_none,
                }
                for one in found
            ],
        }
        print_json(headed(archive.status().state, document))
    else:
        rows = [(one.number, _speaker(one), _how(one), _kind(one), _words(one)) for one in found]
        print_table(("number", "speaker", "how", "kind", "words"), rows, right=("number",))
    return 0 if found else NOTHING


def _speaker(one: Listed) -> str | None:
    return None if one.is_none else one.speaker


def _how(one: Listed) -> str:
    """How it is known who speaks, and whether that is to deny the words."""
    from tui.views.lenses import WORDS_DENIED

    if one.is_none:
        return "no quotation, decided"
    how = "decided" if one.decided else "sure" if one.quotation.sure else "not sure"
    if one.quotation.speaker is None and not one.decided:
        how = "nobody named"
    return f"{how}, {WORDS_DENIED}" if one.denied else how


def _kind(one: Listed) -> str | None:
    """What the words are: quoted whole, quoted in part, or told in the article's own."""
    return None if one.is_none else one.quotation.kind


def _words(one: Listed) -> str:
    """The words in marks, where the article has them in marks: reported speech is no quotation."""
    told = one.quotation
    return told.text if told.kind == "indirect" else f"“{told.text}”"


def _tell(
    archive: Archive, before: list[Listed], made: list[Judgement], options: argparse.Namespace
) -> int:
    from tui.cli.documents import headed, judgement_json
    from tui.views.decided import in_words

    if options.json:
        found = {"judgements": [judgement_json(one) for one in made]}
        print_json(headed(archive.status().state, found))
        return 0
    if not made:
        say("it was decided so before")
    for one in made:
        say(f"{one.article[:10]}: {in_words(one)}")
    if options.all_parts or len(made) != 1 or made[0].field != "speaker":
        return 0
    parts = [number for one in before if one.target == made[0].target for number in one.others]
    if any(before[number - 1].quotation.speaker != made[0].value for number in parts):
        numbers = " and ".join(map(str, parts))
        complain(f"Quotation {numbers} is another part of it; --all-parts decides them together.")
    return 0
