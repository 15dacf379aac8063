"""The two forms in which every command answers beside its tables."""

from __future__ import annotations

import argparse


def as_plain_or_json(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """Let a command take --plain or --json; the group, for those that have further forms."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--json", action="store_true", help="print JSON")
    return form
