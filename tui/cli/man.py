"""The manual page, as roff; `broadsheet man | man -l -` shows it."""

from __future__ import annotations

import argparse

SUMMARY = "the manual page, as roff"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`man` takes no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Print the page."""
    from tui import commands, config
    from tui.cli.arguments import every_parser
    from tui.cli.manual import page

    commands.use(config.read().table)
    print(page(every_parser()))
    return 0
