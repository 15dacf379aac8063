"""Decide articles' title, outlet, day or authors: title=WORDS, outlet=NAME, published=YYYY-MM-DD,
authors=NAMES.

Articles are named by their ids or found by a query; an empty value takes what is stated away.
Authors are parted by commas, or by semicolons where a name has a comma in it.
Decisions are kept as judgements; what one command decided, one `broadsheet undo` takes back. To
take over what a sidecar or option states of a whole import that is here already: broadsheet add
SOURCE --set.

examples:
  broadsheet set 8c1f02 outlet="Harbour Gazette" published=2031-03-13
  broadsheet set 8c1f02 title="Ferry sails again" authors="Ann Bell, Otto Brandis"
  broadsheet set 8c1f02 77ab19 3d5e90 outlet="Harbour Gazette"
  broadsheet set --query="url:harbour.example -has:outlet" outlet="Harbour Gazette"
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import complain, print_json, say

if TYPE_CHECKING:
    from index.archive import Archive
    from index.reports import Judgement

SUMMARY = "decide the title, outlet, day or authors of articles"
NOTHING = 1
_FIELDS = ("title", "outlet", "published", "authors")
_LISTED = 20  # articles named one by one; of more only the number is said
_HEX = frozenset("0123456789abcdef")


class BadSetting(BroadsheetError):
    """What is to be set, or of which articles, cannot be made out."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `set` can be told."""
    parser.usage = "%(prog)s (ID ... | --query=QUERY) FIELD=VALUE ... [--author NAME] [--json]"
    parser.add_argument(
        "words",
        nargs="+",
        metavar="ID or FIELD=VALUE",
        help="ids, or beginnings of ids, and title=… outlet=… published=… authors=…",
    )
    parser.add_argument("--query", metavar="QUERY", help="all articles that a query finds")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Write the decisions down."""
    from tui.cli.archives import opened
    from tui.cli.documents import headed, judgement_json

    ids = [word for word in options.words if _is_id(word)]
    wanted = _settings([word for word in options.words if not _is_id(word)])
    if bool(ids) == (options.query is not None):
        raise BadSetting("Say which articles: their ids, or --query=QUERY, and not both.")
    with opened(options) as archive:
        if options.query is not None:
            ids = _found(archive, options.query)
        made = archive.set_each(dict.fromkeys(ids, wanted), author=author(options))
        if options.json:
            found = {
                "articles": len(ids),
                "judgements": [judgement_json(judgement) for judgement in made],
            }
            print_json(headed(archive.status().state, found))
    if not options.json:
        _tell(made)
    return 0 if ids else NOTHING


def author(options: argparse.Namespace) -> str | None:
    """Who decides: the option, else the environment, else the settings; None when unnamed."""
    import os

    if options.author or os.environ.get("BROADSHEET_AUTHOR"):
        return options.author or None
    from tui import config

    return config.read().author or None


def _is_id(word: str) -> bool:
    return bool(word) and _HEX.issuperset(word.lower())


def _found(archive: Archive, query: str) -> list[str]:
    """The articles of a query, with a word about it where it was not read as it stands."""
    answer = archive.search(query, limit=max(1, archive.count()), snippets=False)
    for remark in (*answer.repairs, *answer.notes):
        complain(remark)
    if not answer.total:
        complain("The query finds no article; nothing changed.")
    return [one for hit in answer.hits for one in (hit.row.id, *hit.copies)]


def _tell(made: list[Judgement]) -> None:
    if not made:
        say("nothing changed")
    articles = {judgement.article for judgement in made}
    if len(articles) <= _LISTED:
        for judgement in made:
            say(f"{judgement.article[:10]}: {_now(judgement)}")
        return
    for field in _FIELDS:
        of_field = [judgement for judgement in made if judgement.field == field]
        if of_field:
            say(f"{len(of_field):,} articles: {_now(of_field[0])}")


def _now(judgement: Judgement) -> str:
    value = "taken away" if judgement.value is None else f"is now {judgement.value}"
    return f"{judgement.field} {value}"


def _settings(pairs: list[str]) -> dict[str, str | None]:
    wanted: dict[str, str | None] = {}
    for pair in pairs:
        field, equals, value = pair.partition("=")
        if field not in _FIELDS or not equals:
            raise BadSetting(
                f"{pair} is no article's id and nothing that can be set; write outlet=NAME or "
                "published=YYYY-MM-DD."
            )
        wanted[field] = value.strip() or None
    if not wanted:
        raise BadSetting("Say what is to be set: outlet=NAME or published=YYYY-MM-DD.")
    return wanted
