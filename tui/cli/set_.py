"""Decide an article's outlet or day: outlet=NAME, published=YYYY-MM-DD; an empty value takes
it away. The decision is kept as a judgement and can be undone."""

from __future__ import annotations

import argparse

from corpus.errors import BroadsheetError
from tui.cli.output import print_json, say

SUMMARY = "decide an article's outlet or day"
_FIELDS = ("outlet", "published")


class BadSetting(BroadsheetError):
    """A setting that is not of the form outlet=NAME or published=DAY."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `set` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    parser.add_argument("settings", nargs="+", metavar="FIELD=VALUE", help="outlet=… published=…")
    parser.add_argument("--author", metavar="NAME", help="who decides (else BROADSHEET_AUTHOR)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Write the decisions down."""
    from tui.cli.documents import headed, judgement_json
    from tui.cli.places import opened

    wanted = _settings(options.settings)
    with opened(options) as archive:
        made = archive.set(options.id, **wanted, author=author(options))
        if options.json:
            found = {"judgements": [judgement_json(judgement) for judgement in made]}
            print_json(headed(archive.status().state, found))
    if not options.json:
        for judgement in made:
            value = "taken away" if judgement.value is None else f"is now {judgement.value}"
            say(f"{judgement.article[:10]}: {judgement.field} {value}")
        if not made:
            say("nothing changed")
    return 0


def author(options: argparse.Namespace) -> str | None:
    """Who decides: the option, else the environment, else the settings; None when unnamed."""
    import os

    if options.author or os.environ.get("BROADSHEET_AUTHOR"):
        return options.author or None
    from tui import config

    return config.read().author or None


def _settings(pairs: list[str]) -> dict[str, str | None]:
    wanted: dict[str, str | None] = {}
    for pair in pairs:
        field, equals, value = pair.partition("=")
        if field not in _FIELDS or not equals:
            raise BadSetting(f"{pair} means nothing; write outlet=NAME or published=YYYY-MM-DD.")
        wanted[field] = value.strip() or None
    return wanted
