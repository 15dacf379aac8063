"""The explorer's keys: what each does and where, as the settings have them."""

from __future__ import annotations

import argparse

from tui.cli.forms import as_plain_or_json
from tui.cli.output import print_json, print_table

SUMMARY = "the explorer's keys"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `keys` can be told."""
    form = as_plain_or_json(parser)
    form.add_argument("--markdown", action="store_true", help="print the README's table")


def run(options: argparse.Namespace) -> int:
    """Print the table of commands, with the keys that the settings give them."""
    from tui import config
    from tui.command_lists import markdown, rows
    from tui.commands import use

    use(config.read().table)

    names = ("keys", "name", "where", "does")
    if options.json:
        from tui.cli.output import SCHEMA

        table = [dict(zip(names, row, strict=True)) for row in rows()]
        print_json({"schema": SCHEMA, "state": None, "keys": table})
    elif options.markdown:
        print(markdown())
    else:
        print_table(names, rows())
    return 0
