"""Read articles anew from their originals where the rules, the layer or the recogniser are
newer, and say what changed. Judgements stay applied, ids stay what they are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.cli.forms import as_plain_or_json
from tui.cli.output import cell, print_json, say

if TYPE_CHECKING:
    from index.reports import Change, RereadReport

SUMMARY = "read articles anew where the rules are newer"
_NOTHING = "–"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `reread` can be told."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="only what this query finds")
    parser.add_argument("--all", action="store_true", help="also what is not older")
    parser.add_argument("--dry-run", action="store_true", help="say what would change")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Read anew and say what changed, article by article."""
    from tui.cli.archives import opened
    from tui.cli.documents import headed
    from tui.cli.progress import Count, progress
    from tui.cli.running import Interrupted
    from tui.cli.stories import say_repairs

    count = Count()
    with opened(options) as archive:
        say_repairs(archive, options.query or "")
        try:
            with progress("read anew", count) as report_progress:
                report = archive.reread(
                    options.query,
                    everything=options.all,
                    dry_run=options.dry_run,
                    progress=report_progress,
                )
        except KeyboardInterrupt:
            kept = "nothing is changed" if options.dry_run else f"{count.done:,} were read anew"
            said = f"Interrupted: {kept}. The same command goes on from there."
            raise Interrupted(said) from None
        if options.json:
            found = {"dry_run": options.dry_run, **report_json(report)}
            print_json(headed(archive.status().state, found))
        else:
            tell(report, dry_run=options.dry_run)
    return 0


def report_json(report: RereadReport) -> dict[str, Any]:
    """What one run came to."""
    return {
        "read": report.read,
        "changed": len(report.changed),
        "names_queued": report.queued,
        "articles": [
            {
                "id": one.id[:16],
                "title": one.title,
                "changes": [
                    {"what": c.what, "before": c.before, "after": c.after, "line": c.line}
                    for c in one.changes
                ],
            }
            for one in report.changed
        ],
    }


def tell(report: RereadReport, *, dry_run: bool) -> None:
    """The same as text."""
    for one in report.changed:
        say(f"{one.id[:10]}  {cell(one.title)}")
        for change in one.changes:
            say(f"    {_said(change)}")
    would = "would be " if dry_run else ""
    parts = [
        f"{report.read:,} {would}read anew",
        f"{len(report.changed):,} {'would change' if dry_run else 'changed'}",
    ]
    if report.queued:
        parts.append(f"names of {report.queued:,} {would or 'are '}to be recognised again")
    say(", ".join(parts))


def _said(change: Change) -> str:
    if change.before is None and change.after is None:
        return change.what
    what = f"line {change.line}" if change.what == "role" else change.what
    return f"{what}: {cell(change.before or _NOTHING)} → {cell(change.after or _NOTHING)}"
