"""Read everything and say whether every record, index entry and reference holds."""

from __future__ import annotations

import argparse

from tui.cli.forms import as_plain_or_json
from tui.cli.output import complain, print_json, say

SUMMARY = "say whether the archive is sound"
UNEXPECTED = 1
UNSOUND = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `check` can be told."""
    parser.add_argument("--sources", action="store_true", help="also read the originals anew")
    parser.add_argument("--expect", metavar="DIGEST", help="the state it should have")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Check; status 3 for faults, 1 for another state than the one expected."""
    from tui.cli.archives import opened
    from tui.cli.documents import faults_json, headed

    with opened(options) as archive:
        faults = archive.check(sources=options.sources)
        state, number = archive.state(), archive.count()
    expected = options.expect is None or _is_same(state, options.expect)
    if options.json:
        found = {**faults_json(faults), "articles": number}
        if options.expect is not None:
            found["as_expected"] = expected
        print_json(headed(state, found))
    else:
        for fault in faults:
            complain(f"{fault.what} {fault.remedy}")
        say(f"{number:,} articles, {'sound' if not faults else f'{len(faults)} faults'}")
    if not expected:
        complain(f"The state is {state}, not {options.expect}: the archive holds something else.")
    if faults:
        return UNSOUND
    return 0 if expected else UNEXPECTED


def _is_same(state: str, expected: str) -> bool:
    """Whether a digest is meant: the whole of it, or at least its first sixteen digits."""
    expected = expected.strip().lower()
    return state == expected or (len(expected) >= 16 and state.startswith(expected))
