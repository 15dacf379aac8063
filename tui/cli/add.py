"""Take articles in: files, folders, or - for standard input.

Adding the same bytes twice changes nothing. What a later --outlet, --published, --map or
sidecar says of articles that are here already is noted and not taken, unless --set is given:
then outlets and days become judgements, which one `broadsheet undo` takes back.
"""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.cli.arguments import UsageError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import cell, complain, print_json, say

if TYPE_CHECKING:
    from index.archive import Archive
    from index.reports import AddReport, Judgement

SUMMARY = "take articles in: files, folders, or - for standard input"
REJECTED = 4
MOST = 4  # processes that read without being told to
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?")


class BadDay(BroadsheetError):
    """A day that is none, or not written as this program writes days."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `add` can be told."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    parser.add_argument("--outlet", metavar="NAME", help="who published all of these")
    parser.add_argument("--published", metavar="DATE", help="day of all of these (YYYY-MM-DD)")
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="which column or key holds id, outlet, title, date, url, body or authors",
    )
    parser.add_argument("--sidecar", metavar="FILE", help="a CSV: path,outlet,date,url")
    parser.add_argument(
        "--jobs", metavar="N", type=int, default=1, help="processes that recognise (--wait)"
    )
    parser.add_argument(
        "--processes",
        metavar="N",
        type=int,
        help="processes that read many articles (as many as processors, at most 4)",
    )
    parser.add_argument("--wait", action="store_true", help="recognise names before ending")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added")
    parser.add_argument("--again", action="store_true", help="take back in what was removed")
    parser.add_argument(
        "--set",
        action="store_true",
        help="take the outlet and day stated now for articles that are here already",
    )
    parser.add_argument(
        "--author", metavar="NAME", help="who decides, with --set (else BROADSHEET_AUTHOR)"
    )
    parser.add_argument("--shared", metavar="GROUP", help="make a new archive for this group")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Add, say what became of it, and recognise names when told to wait for it."""
    from corpus.sources import SourceOptions, mapping_of
    from index.archive import Archive
    from index.intake import walk
    from index.trial import on_trial
    from tui.cli.archives import archive_path
    from tui.cli.progress import Count, progress
    from tui.cli.running import Interrupted

    if options.sample:
        raise UsageError(
            "The sample's articles are invented, and yours would come among them; "
            "leave --sample out."
        )
    path = archive_path(options)
    said = SourceOptions(
        mapping=mapping_of(options.map), outlet=options.outlet, published=_day(options.published)
    )
    sidecar = Path(options.sidecar) if options.sidecar else None
    intakes = walk(options.sources, said, sidecar=sidecar, leave_out=path)
    count = Count()
    opened = (
        on_trial(path)
        if options.dry_run
        else Archive.open(path, create=True, shared=options.shared)
    )
    with opened as archive:
        try:
            with progress("committed", count) as report_progress:
                report = archive.add(
                    intakes,
                    progress=lambda done: report_progress(done, None),
                    dry_run=options.dry_run,
                    again=options.again,
                    processes=_processes(options.processes),
                )
        except KeyboardInterrupt:
            raise Interrupted(
                f"Interrupted: {_articles(count.done)} kept and searchable."
                " The same command goes on from there."
            ) from None
        _tell(archive, report, _settled(archive, report, options), options)
    if options.wait and not options.dry_run:
        _recognise(path, options.jobs)
    return REJECTED if report.rejected else 0


def _processes(asked: int | None) -> int:
    """How many processes read: as told, else one a processor this process may use."""
    if asked is None:
        usable = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0)
        return min(MOST, len(usable))
    if asked < 1:
        raise UsageError("--processes is at least 1.")
    return asked


def _day(text: str | None) -> str | None:
    """The day as given, when it is one."""
    if text is None:
        return None
    match = _DAY.fullmatch(text.strip())
    try:
        date.fromisoformat(match.group(1) if match else "")
    except ValueError:
        raise BadDay(f"--published {text} is no day; write it as YYYY-MM-DD.") from None
    return text.strip()


def _settled(
    archive: Archive, report: AddReport, options: argparse.Namespace
) -> tuple[list[Judgement], tuple[str, ...]]:
    """The judgements made of what is stated now, and notes on what was not taken."""
    from index.restated import notes, to_set
    from tui.cli.set_ import author

    if not options.set or options.dry_run:
        return [], notes(report.restated)
    made = archive.set_each(to_set(report.restated), author=author(options))
    return made, notes(report.restated, settable_too=False)


def _tell(
    archive: Archive,
    report: AddReport,
    settled: tuple[list[Judgement], tuple[str, ...]],
    options: argparse.Namespace,
) -> None:
    """The counts on standard output; rejected inputs and what was not taken on standard error."""
    from tui.cli.documents import add_json, headed

    made, notes = settled
    for rejection in report.rejected:
        to = " " if rejection.reason.startswith("line ") else ": "
        complain(f"{cell(rejection.source)}{to}{cell(rejection.reason)}")
    for note in notes:
        complain(f"Note: {note}")
    if options.json:
        document = headed(archive.status().state, add_json(report, made, notes))
        print_json({**document, "dry_run": True} if options.dry_run else document)
        return
    counts = [
        *((getattr(report, name), name) for name in ("added", "updated", "unchanged")),
        (report.duplicates, "duplicates"),
        (len(report.rejected), "rejected"),
        (len({judgement.article for judgement in made}), "set"),
    ]
    shown = [f"{number:,} {name}" for number, name in counts if number or name == "added"]
    skipped = sum(report.skipped.values())
    if skipped:
        kinds = ", ".join(f"{n:,} {kind}" for kind, n in sorted(report.skipped.items()))
        shown.append(f"{skipped:,} skipped ({kinds})")
    lead = "would come to: " if options.dry_run else ""
    say(f"{lead}{', '.join(shown)} in {report.seconds:.1f} s")


def _recognise(path: Path, jobs: int) -> None:
    from tui.cli.recognise import recognise_all

    recognise_all(path, jobs)


def _articles(number: int) -> str:
    return "1 article is" if number == 1 else f"{number:,} articles are"
