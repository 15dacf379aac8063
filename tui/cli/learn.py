"""Say what the archive teaches about itself, and apply it when told to: lines that recur
within one outlet, names that are spellings of one. Outlets' spellings are only proposed.

Without --apply or --accept nothing is changed."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from corpus.errors import BroadsheetError
from tui.cli.forms import as_plain_or_json
from tui.cli.output import cell, print_json, say
from tui.cli.set_ import author

if TYPE_CHECKING:
    from index.archive import Archive
    from index.reports import Lesson, RereadReport

SUMMARY = "say what the archive teaches about itself, and apply it"
_SHOWN = 60  # characters of a line


class BadAlias(BroadsheetError):
    """An outlet's spelling that is not given as SPELLING=NAME."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `learn` can be told."""
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--dry-run", action="store_true", help="only say what would change (default)")
    deed.add_argument("--apply", action="store_true", help="let it hold; read anew what changes")
    deed.add_argument("--forget", action="store_true", help="take away what was learnt")
    deed.add_argument(
        "--accept",
        metavar="SPELLING=NAME",
        action="append",
        help="decide that an outlet's spelling goes by a name (a judgement)",
    )
    parser.add_argument("--author", metavar="NAME", help="who accepts (else BROADSHEET_AUTHOR)")
    as_plain_or_json(parser)


def run(options: argparse.Namespace) -> int:
    """Learn, and say or apply it."""
    from tui.cli.archives import opened

    aliases = [_alias(text) for text in options.accept or ()]
    with opened(options) as archive:
        if aliases:
            return _accept(archive, aliases, options)
        if options.forget:
            return _forget(archive, options)
        return _learn(archive, options)


def _learn(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed
    from tui.cli.progress import progress

    learning = archive.learning()
    with progress("outlets looked at") as looked:
        layer = learning.layer(looked)
    lesson = learning.lesson(layer)
    report: RereadReport | None = None
    if options.apply:
        with progress("read anew") as done:
            report = _uninterrupted(lambda: learning.apply(layer, done))
    if options.json:
        found: dict[str, Any] = {"applied": options.apply, **lesson_json(lesson)}
        if report is not None:
            from tui.cli.reread import report_json

            found["reread"] = report_json(report)
        print_json(headed(archive.status().state, found))
        return 0
    _tell(lesson, applied=options.apply)
    if report is not None:
        say(f"{report.read:,} articles read anew, {len(report.changed):,} changed")
    return 0


def _forget(archive: Archive, options: argparse.Namespace) -> int:
    from tui.cli.documents import headed
    from tui.cli.progress import progress
    from tui.cli.reread import report_json, tell

    with progress("read anew") as done:
        report = _uninterrupted(lambda: archive.learning().apply(None, done))
    if options.json:
        print_json(headed(archive.status().state, {"reread": report_json(report)}))
    else:
        tell(report, dry_run=False)
    return 0


def _uninterrupted(apply: Any) -> RereadReport:
    from tui.cli.running import Interrupted

    try:
        report: RereadReport = apply()
    except KeyboardInterrupt:
        raise Interrupted(
            "Interrupted: the layer holds, some articles are still to be read anew."
            " `broadsheet reread` goes on from there."
        ) from None
    return report


def _accept(archive: Archive, aliases: list[tuple[str, str]], options: argparse.Namespace) -> int:
    from tui.cli.documents import headed, judgement_json

    names = archive.names()
    decided = [names.outlet(one, name, author=author(options)) for one, name in aliases]
    made = [judgement for judgement in decided if judgement is not None]
    if options.json:
        found = {"judgements": [judgement_json(judgement) for judgement in made]}
        print_json(headed(archive.status().state, found))
        return 0
    for judgement in made:
        say(f"{judgement.target} goes by {judgement.value}")
    if not made:
        say("nothing changed")
    return 0


def lesson_json(lesson: Lesson) -> dict[str, Any]:
    """What the archive teaches, beside what holds."""
    return {
        "layer": {
            "before": lesson.before,
            "after": lesson.after,
            "articles": lesson.articles,
            "recognised": lesson.recognised,
        },
        "lines": [
            *({**asdict(line), "recurs": True} for line in lesson.new_lines),
            *({**asdict(line), "recurs": False} for line in lesson.old_lines),
        ],
        "names": [asdict(name) for name in lesson.names],
        "outlets": [
            {"name": one.name, "spellings": [list(pair) for pair in one.spellings], "why": one.why}
            for one in lesson.outlets
        ],
        "affected": [full_id[:16] for full_id in lesson.affected],
    }


def _tell(lesson: Lesson, *, applied: bool) -> None:
    for line in lesson.new_lines:
        where = f"recurs in {line.articles} of {line.of} articles of {line.outlet}"
        say(f"set aside  {_cut(line.text)}  ({where})")
    for line in lesson.old_lines:
        say(f"text again  {_cut(line.text)}  (recurs no longer in {line.outlet})")
    for name in lesson.names:
        verb = "stands for" if name.joins else "stands no longer for"
        say(f"{name.key} {verb} {name.root}  ({name.why})")
    for one in lesson.outlets:
        for spelling, count in one.spellings:
            say(f"proposed: {spelling} ({count:,}) may be {one.name}  ({one.why})")
            say(f'    broadsheet learn --accept "{spelling}={one.name}"')
    if lesson.before == lesson.after:
        say(f"layer {lesson.after}: nothing new in {lesson.articles:,} articles")
        return
    would = "is applied" if applied else "would be applied by --apply"
    say(
        f"layer {lesson.after}, made from {lesson.articles:,} articles"
        f" ({lesson.recognised:,} with names), {would}; text of {len(lesson.affected):,} changes"
    )


def _alias(text: str) -> tuple[str, str]:
    spelling, equals, name = text.partition("=")
    if not equals or not spelling.strip() or not name.strip():
        raise BadAlias(f"{text!r} means nothing; write SPELLING=NAME.")
    return spelling.strip(), name.strip()


def _cut(text: str) -> str:
    line = cell(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
